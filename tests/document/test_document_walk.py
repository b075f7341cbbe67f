"""The one traversal: every text once, in reading order, whoever visits."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.support.documents import sample, statement, text
from tests.support.strategies import documents
from toolkit.document import model as m
from toolkit.document.walk import Place, anchors, blocks, rewrite, texts

LAWS = settings(max_examples=12)


def _found(value: object) -> Iterator[m.Text]:
    """Every text that is anywhere in a value, by looking into all that it holds."""
    if isinstance(value, m.Text):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _found(getattr(value, field.name))
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from _found(item)
    elif isinstance(value, dict):
        yield from _found([*value, *value.values()])


def _same(text: m.Text, _: Place) -> m.Text:
    return text


# Laws


@given(documents())
@LAWS
def test_rewriting_with_the_identity_gives_the_document_itself(document: m.Document) -> None:
    assert rewrite(document, _same) is document
    assert rewrite(document, lambda text, _: replace(text)) == document


@given(documents())
@LAWS
def test_every_text_is_visited_once(document: m.Document) -> None:
    visited = [text for text, _ in texts(document)]
    assert [id(text) for text in visited] == [id(text) for text in _found(document)]


@given(documents())
@LAWS
def test_the_order_does_not_depend_on_the_visitor(document: m.Document) -> None:
    seen: list[tuple[m.Text, Place]] = []

    def translate(text: m.Text, place: Place) -> m.Text:
        seen.append((text, place))
        return replace(text, value="…", state=m.State.TRANSLATED)

    translated = rewrite(document, translate)
    assert tuple(seen) == texts(document)
    assert {text.value for text, _ in texts(translated)} == {"…"}
    assert [place for _, place in texts(translated)] == [place for _, place in seen]
    assert anchors(translated) == anchors(document)


@pytest.mark.parametrize("kind", m.Kind)
def test_the_laws_hold_for_the_sample_of_each_kind(kind: m.Kind) -> None:
    document = sample(kind)
    assert rewrite(document, _same) is document
    assert [text for text, _ in texts(document)] == list(_found(document))


def test_the_model_holds_nothing_that_the_walk_would_pass_by() -> None:
    """The walk looks into tuples and dataclasses; a field of another container would be missed."""
    seen: set[object] = set()
    _look_into(m.Document, seen)
    for block in m.Block.__subclasses__():
        _look_into(block, seen)
    assert {m.Text, m.Item, m.Recommendation, m.Source, m.Signatory, m.InterviewFront} <= seen


def _look_into(kind: typing.Any, seen: set[object]) -> None:
    if kind in seen:
        return
    seen.add(kind)
    origin = typing.get_origin(kind)
    if origin is not None:
        assert origin in (tuple, typing.Union, types.UnionType), f"{kind} would not be visited"
        for argument in typing.get_args(kind):
            if argument is not Ellipsis:
                _look_into(argument, seen)
    elif dataclasses.is_dataclass(kind):
        for hint in typing.get_type_hints(kind).values():
            _look_into(hint, seen)
    else:
        assert not issubclass(kind, list | dict | set | frozenset), f"{kind} would not be visited"


# Places


def _places(document: m.Document) -> dict[str, str]:
    return {text.value: str(place) for text, place in texts(document)}


def test_a_translator_is_told_where_a_text_stands() -> None:
    places = _places(sample())
    assert places["The lake belongs to its villages"] == "Report · title"
    assert places["Lakes Conference"] == "Report · event"
    assert places["The promise"] == "Report · section 1 · heading"
    assert places["The shore"] != ""
    assert places["We saw it."] == "Report · section 1.1 · quote 1"
    assert places["A fisherman"] == "Report · section 1.1 · quote 2 · attribution"
    assert places["Aman Orazov"] == "Report · section 1.1 · case 1 · person"
    assert places["The decree"] == "Report · annex 1 · title"
    assert places["Words of the decree."] == "Report · annex 1 · section 1 · paragraph 1"
    assert places["The year was wrong."] == "Report · correction 1"
    assert places["Said to the committee."] == "Report · footnote 2"


def test_an_open_letter_is_called_so() -> None:
    assert _places(sample(m.Kind.OPEN_LETTER))["Dear Minister,"] == "Open letter · salutation"


def test_a_section_ends_where_the_next_begins_and_not_in_an_annex() -> None:
    heading = m.Heading(level=1, text=text("One"))
    document = statement("before", heading, "within", replace(heading, text=text("Two")), "after")
    places = _places(document)
    assert places["before"] == "Statement · paragraph 1"
    assert places["within"] == "Statement · section 1 · paragraph 2"
    assert places["after"] == "Statement · section 2 · paragraph 3"


def test_a_document_that_is_not_numbered_yet_can_be_walked() -> None:
    document = statement(m.Heading(level=1, text=text("One")), "within")
    bare = replace(document, body=tuple(replace(block, anchor="") for block in document.body))
    assert _places(bare)["within"] == "Statement"


# Skeleton


def test_blocks_are_those_of_the_body_then_of_the_annexes() -> None:
    document = sample()
    first, second = document.annexes
    assert list(blocks(document)) == [
        *document.body,
        first,
        *first.body,
        second,
        *second.body,
    ]


def test_the_skeleton_names_every_place_of_a_document() -> None:
    skeleton = """
    s1 p1 u1 s1-1 quote1 quote2
    list1 list1-1 list1-2 list2 list2-1 list2-2 list3 list3-1 list3-2
    demands1 demands1-1 demands1-2
    recommendations1 recommendations1-1 recommendations1-1-1
    recommendations1-2 recommendations1-2-1 recommendations1-2-2
    case1 table1 figure1 p2
    annex1 annex1-s1 annex1-p1
    annex2 table2 figure2
    annex2-list1 annex2-list1-1 annex2-list1-2 annex2-list2 annex2-list2-1 annex2-list2-2
    correction1 note1 note2
    """
    assert list(anchors(sample())) == skeleton.split()
