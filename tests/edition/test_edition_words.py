"""Interface words: data with places to fill, never templates or format strings."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.edition import Words
from toolkit.edition.words import pieces
from toolkit.language.plural import index

RUSSIAN = Words(
    {
        "Notes": ("Примечания",),
        "{count} text": ("{count} текст", "{count} текста", "{count} текстов"),
        "{count} page": ("{count} страница",),
    },
    partial(index, code="ru"),
)


def test_a_word_is_said_in_the_language() -> None:
    assert RUSSIAN.say("Notes") == "Примечания"


def test_a_word_that_nobody_translated_is_said_in_english() -> None:
    assert RUSSIAN.say("Annex {number}") == "Annex {number}"
    assert RUSSIAN.count("{count} note", "{count} notes", 1) == "{count} note"
    assert RUSSIAN.count("{count} note", "{count} notes", 5) == "{count} notes"


@pytest.mark.parametrize(
    ("number", "form"),
    [(1, "{count} текст"), (3, "{count} текста"), (11, "{count} текстов"), (21, "{count} текст")],
)
def test_a_number_takes_the_form_of_its_language(number: int, form: str) -> None:
    assert RUSSIAN.count("{count} text", "{count} texts", number) == form


def test_a_catalog_with_too_few_forms_gives_the_last_one() -> None:
    assert RUSSIAN.count("{count} page", "{count} pages", 5) == "{count} страница"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("Notes", ((False, "Notes"),)),
        ("{page}", ((True, "page"),)),
        ("{page}{pages}", ((True, "page"), (True, "pages"))),
        (
            "Seite {page} von {pages}.",
            ((False, "Seite "), (True, "page"), (False, " von "), (True, "pages"), (False, ".")),
        ),
        ("{page} {page}", ((True, "page"), (False, " "), (True, "page"))),
        ("{{page}}", ((False, "{"), (True, "page"), (False, "}"))),
    ],
)
def test_places_are_found(text: str, parts: tuple[tuple[bool, str], ...]) -> None:
    assert pieces(text, frozenset({"page", "pages"})) == parts


@pytest.mark.parametrize(
    "text",
    [
        "{0.__class__}",
        "{page.__class__}",
        "{page!r}",
        "{page:>999999999}",
        "{page[0]}",
        "{ page }",
        "{Page}",
        "{}",
        "{",
        "{unknown}",
        "%(page)s %s 100 %",
        "{{ page }}"[:-1],
        "${page_}",
    ],
)
def test_all_else_is_characters(text: str) -> None:
    assert pieces(text, frozenset({"page"})) == ((False, text),)


@given(
    st.lists(st.sampled_from(["{page}", "{", "}", "{pages}", "{0}", "a", "%s", " "])).map("".join)
)
def test_no_character_is_lost_or_added(text: str) -> None:
    for names in (frozenset[str](), frozenset({"page"}), frozenset({"page", "pages"})):
        found = pieces(text, names)
        assert "".join(f"{{{part}}}" if place else part for place, part in found) == text
        assert {part for place, part in found if place} <= names
        assert all(part for _, part in found)
