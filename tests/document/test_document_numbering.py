"""Anchors and numbers come from the structure alone, so that all editions share them."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.documents import note, sample, statement, text
from tests.support.strategies import documents
from toolkit.document import model as m
from toolkit.document.inline import note_references
from toolkit.document.numbering import number
from toolkit.document.walk import anchors, rewrite, texts

LAWS = settings(max_examples=12)


def _only_notes(text: m.Text) -> str:
    return "".join(f"[^{id}]" for id in note_references(text.value))


def _numbers(document: m.Document) -> list[int | None]:
    bodies = (document.body, *(annex.body for annex in document.annexes))
    return [block.number for body in bodies for block in body if isinstance(block, m.Paragraph)]


# Laws


@given(documents())
@LAWS
def test_no_two_places_have_the_same_anchor(document: m.Document) -> None:
    found = anchors(document)
    assert len(set(found)) == len(found)
    assert all(found)


@given(documents())
@LAWS
def test_numbering_again_changes_nothing(document: m.Document) -> None:
    assert number(document) == document


@given(documents(), st.data())
@LAWS
def test_words_do_not_matter(document: m.Document, data: st.DataObject) -> None:
    """Of all that a text says, only the footnotes that it calls have a part in the numbers."""
    words = data.draw(st.text("абв *<{", max_size=5))

    def other_words(text: m.Text, _: object) -> m.Text:
        return replace(text, value=words.replace("*", "") + _only_notes(text))

    rewritten = rewrite(document, other_words)
    assert number(rewritten) == rewritten
    assert anchors(rewritten) == anchors(document)


@given(documents())
@LAWS
def test_earlier_numbers_are_forgotten(document: m.Document) -> None:
    """A document without its first block is numbered as if that block had never been there."""
    shorter = replace(document, body=document.body[1:])
    fresh = replace(shorter, body=tuple(replace(block, anchor="x") for block in shorter.body))
    assert number(shorter) == number(fresh)


@given(documents())
@LAWS
def test_footnotes_are_numbered_from_one_by_their_first_call(document: m.Document) -> None:
    called = [
        id for text, _ in texts(replace(document, notes=())) for id in note_references(text.value)
    ]
    order = [note.id for note in document.notes]
    assert order[: len(set(called))] == list(dict.fromkeys(called))
    assert [note.number for note in document.notes] == list(range(1, len(order) + 1))
    assert [note.anchor for note in document.notes] == [
        f"note{n}" for n in range(1, len(order) + 1)
    ]


# Paragraphs

ONE = m.Heading(level=1, text=text("One"))
TWO = m.Heading(level=2, text=text("Two"))
P = m.Paragraph(text=text("words"))
U = m.Paragraph(text=text("words"), numbered=False)
BODY = (P, ONE, P, U, P, TWO, P, ONE, P)


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        (m.ParagraphNumbers.NONE, [None, None, None, None, None, None]),
        (m.ParagraphNumbers.DOCUMENT, [1, 2, None, 3, 4, 5]),
        (m.ParagraphNumbers.SECTION, [1, 1, None, 2, 1, 1]),
    ],
)
def test_paragraphs_are_numbered_as_the_document_asks(
    style: m.ParagraphNumbers, printed: list[int | None]
) -> None:
    document = number(replace(statement(*BODY), paragraph_numbers=style))
    assert _numbers(document) == printed
    assert " ".join(anchors(document)) == "p1 s1 p2 u1 p3 s1-1 p4 s2 p5"


@pytest.mark.parametrize("style", [m.ParagraphNumbers.DOCUMENT, m.ParagraphNumbers.SECTION])
def test_an_annex_counts_anew_and_says_so_in_its_anchors(style: m.ParagraphNumbers) -> None:
    annexes = (
        m.Annex(title=text("A"), body=(P, ONE, P)),
        m.Annex(title=text("B"), body=(P, TWO)),
    )
    document = number(replace(statement(P, P), annexes=annexes, paragraph_numbers=style))
    second = 1 if style is m.ParagraphNumbers.SECTION else 2
    assert _numbers(document) == [1, 2, 1, second, 1]
    assert [annex.number for annex in document.annexes] == [1, 2]
    skeleton = "p1 p2 annex1 annex1-p1 annex1-s1 annex1-p2 annex2 annex2-p1 annex2-s0-1"
    assert " ".join(anchors(document)) == skeleton


def test_headings_are_counted_in_their_level() -> None:
    document = statement(TWO, ONE, TWO, TWO, ONE, TWO)
    assert " ".join(anchors(document)) == "s0-1 s1 s1-1 s1-2 s2 s2-1"


def test_tables_and_figures_count_through_the_whole_document() -> None:
    document = sample()
    found = [
        (block.anchor, block.number)
        for body in (document.body, *(annex.body for annex in document.annexes))
        for block in body
        if isinstance(block, m.Table | m.Figure)
    ]
    assert found == [("table1", 1), ("figure1", 1), ("table2", 2), ("figure2", 2)]


def test_nested_lists_are_lists_of_their_own() -> None:
    inner = m.ItemList(style=m.ListStyle.LETTERS, items=(m.Item(text=text("b")),))
    outer = m.ItemList(
        style=m.ListStyle.BULLETS,
        items=(m.Item(text=text("a"), children=inner), m.Item(text=text("c"))),
    )
    skeleton = "list1 list1-1 list2 list2-1 list1-2 list3 list3-1 list4 list4-1 list3-2"
    assert " ".join(anchors(statement(outer, outer))) == skeleton


# Footnotes


def test_footnotes_take_the_order_of_their_calls_wherever_these_stand() -> None:
    correction = m.Correction(date=sample().date, text=text("c [^a]"))
    document = number(
        replace(
            statement("x [^c] [^b]", "y [^b]", notes=[note("a"), note("b"), note("c")]),
            corrections=(correction,),
        )
    )
    assert [(note.id, note.number) for note in document.notes] == [("c", 1), ("b", 2), ("a", 3)]


def test_a_footnote_that_is_not_called_stands_last() -> None:
    document = statement("x [^b]", notes=[note("lost"), note("b")])
    assert [note.id for note in document.notes] == ["b", "lost"]


def test_a_call_inside_a_footnote_does_not_count() -> None:
    document = statement("x [^b] [^a]", notes=[note("a"), note("b", "see [^a]")])
    assert [note.id for note in document.notes] == ["b", "a"]


def test_the_order_in_which_footnotes_are_written_does_not_matter() -> None:
    notes = [note("a"), note("b"), note("c")]
    numbered = {statement("[^b][^a][^c]", notes=order).notes for order in permutations(notes)}
    assert len(numbered) == 1
