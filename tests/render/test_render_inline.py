"""Texts become HTML: characters are escaped, and only what the parser of texts knows is an element."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from tests.render.pages import read
from tests.support.documents import note, text
from tests.support.strategies import CHARACTERS, PHRASES
from toolkit.document.inline import note_references, plain
from toolkit.document.model import State
from toolkit.render.inline import Medium, Typesetter, fill

NOTES = {
    id: replace(note(id), number=number, anchor=f"note{number}")
    for number, id in enumerate(("talk", "walk"), start=1)
}
BODIES = {"talk": Markup("<b>Said</b>."), "walk": Markup("Walked.")}
ATTRIBUTES = {"href", "lang", "id", "class", "role", "data-number", "aria-label"}
NAMES = {"talk": Markup("Note 1"), "walk": Markup("Note 2")}

HOSTILE = st.lists(
    st.sampled_from(
        [*PHRASES, "[^talk]", "[^walk]", "*", "**", "[", "](", ")", "<", "]{lang=", "}"]
    )
    | st.sampled_from(
        ['"', "'", "<script>", "</span>", "&lt;", "&#60;", '" onload="x', "<!--", "\n"]
    )
    | st.text(CHARACTERS, max_size=6),
    max_size=10,
).map("".join)
MEDIA: list[Medium] = ["screen", "print"]


def typesetter(medium: Medium = "screen") -> Typesetter:
    return Typesetter("en", medium, NOTES, BODIES, NAMES)


def shown(value: str, medium: Medium = "screen", state: State = State.SOURCE) -> str:
    return str(typesetter(medium).text(replace(text(value), state=state)))


@pytest.mark.parametrize(
    ("value", "html"),
    [
        ("Lake & <b>shore</b>", "Lake &amp; &lt;b&gt;shore&lt;/b&gt;"),
        ("*a*—**b**", "<em>a</em>—<strong>b</strong>"),
        (
            '[a*b*](https://example.org/?a=1&b="2")',
            '<a href="https://example.org/?a=1&amp;b=%222%22">a<em>b</em></a>',
        ),
        ("[söz]{lang=tk}", '<span lang="tk">söz</span>'),
        ("{{ doc }} {0} %s", "{{ doc }} {0} %s"),
        ("a&nbsp;b", "a\u00a0b"),
        ("“\"'”", "“&#34;&#39;”"),
    ],
)
@pytest.mark.parametrize("medium", MEDIA)
def test_a_text_is_printed(value: str, html: str, medium: Medium) -> None:
    assert shown(value, medium) == html


# Stand-ins


@pytest.mark.parametrize("state", [State.UNTRANSLATED, State.FUZZY, State.INVALID])
def test_a_text_that_stands_in_for_its_translation_says_so_and_in_which_language(
    state: State,
) -> None:
    html = shown("*Lake*", state=state)
    assert html == f'<span class="stand-in {state.value}" lang="en"><em>Lake</em></span>'


@pytest.mark.parametrize("state", [State.SOURCE, State.TRANSLATED])
def test_any_other_text_is_not_marked(state: State) -> None:
    assert shown("Lake", state=state) == "Lake"


# Footnotes


def test_on_a_screen_every_call_has_a_place_of_its_own_to_come_back_to() -> None:
    setter = typesetter()
    html = setter.text(text("a[^walk] b[^talk] c[^walk]"))
    (first, second, third) = read(str(html)).all("a")
    assert [call.text for call in (first, second, third)] == ["2", "1", "2"]
    assert [call.attributes["href"] for call in (first, second, third)] == [
        "#note2",
        "#note1",
        "#note2",
    ]
    assert [call.attributes["id"] for call in (first, second, third)] == [
        "note2-call1",
        "note1-call1",
        "note2-call2",
    ]
    assert setter.calls(NOTES["walk"]) == ("note2-call1", "note2-call2")
    assert setter.calls(NOTES["talk"]) == ("note1-call1",)


def test_on_paper_the_first_call_carries_the_note_and_the_next_one_leads_to_it() -> None:
    assert shown("a[^talk] b[^talk]", "print") == (
        'a<span class="footnote" id="note1" data-number="1" aria-label="Note 1"><b>Said</b>.</span> '
        'b<a class="note-again" href="#note1" role="doc-noteref" aria-label="Note 1">1</a>'
    )


def test_a_label_has_no_links_and_calls_no_footnotes() -> None:
    setter = typesetter()
    label = setter.label(text("See [*it*](https://example.org) [söz]{lang=tk}[^talk]"))
    assert label == 'See <em>it</em> <span lang="tk">söz</span>'
    assert setter.calls(NOTES["talk"]) == ()


# Laws


@pytest.mark.parametrize("medium", MEDIA)
@given(value=HOSTILE)
def test_what_a_parser_reads_is_what_the_text_says(medium: Medium, value: str) -> None:
    page = read(shown(value, medium))
    allowed = {
        "screen": {"em", "strong", "a", "span", "sup", "wbr"},
        "print": {"em", "strong", "a", "span", "b", "wbr"},
    }
    assert {element.tag for element in page.all()} <= allowed[medium]
    for element in page.all():
        assert set(element.attributes) <= ATTRIBUTES
    if not note_references(value):
        assert page.text.replace("\u00a0", " ").replace("\u200b", "") == plain(value).replace(
            "\u00a0", " "
        ).replace("\u200b", "")


@given(HOSTILE)
def test_there_is_no_link_in_a_link(value: str) -> None:
    for medium in MEDIA:
        for link in read(shown(value, medium)).all("a"):
            assert link.all("a") == []


@given(HOSTILE)
def test_an_address_leads_only_where_the_author_wrote(value: str) -> None:
    for link in read(shown(value)).all("a"):
        address = link.attributes["href"]
        assert address is not None
        assert not set(address) & set('<>" \n')


# Interface words


def test_the_places_of_a_word_are_filled_and_everything_is_escaped() -> None:
    pieces = ((False, "<b> "), (True, "page"), (False, " & "), (True, "pages"))
    filled = fill(pieces, {"page": Markup("<i></i>"), "pages": "<7>"})
    assert filled == "&lt;b&gt; <i></i> &amp; &lt;7&gt;"


def test_a_value_is_never_looked_into_for_places() -> None:
    assert fill(((True, "page"),), {"page": "{pages}", "pages": "7"}) == "{pages}"
