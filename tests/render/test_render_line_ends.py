"""Where the lines of a text end, on paper and on a screen: bound spaces, kept words, addresses."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.documents import text
from toolkit.checks.typography import nbsp_faults
from toolkit.document.inline import plain
from toolkit.document.reading import read
from toolkit.language.spacing import BOUND
from toolkit.render.inline import Medium, Typesetter
from toolkit.render.linebreaks import Line, joints

LINE = "in both directions, *in every harbour*. [The](https://example.org) **end** of it."
LONG = "The harbour was closed in spring, and nobody has said a word about it"


def _typeset(value: str, medium: Medium, language: str = "en") -> str:
    setter = Typesetter(language, medium, {}, {}, {})
    return str(setter.text(text(value, language=language)))


def test_on_paper_the_space_before_an_element_stands_in_an_element_too() -> None:
    assert _typeset(LINE, "print") == (
        "in both directions,<span> <em>in every harbour</em></span>."
        '<span> <a href="https://example.org">The</a></span><span> <strong>end</strong></span>'
        f'<span> of{BOUND}<span class="last">it.</span></span>'
    )


def test_on_a_screen_it_stays_before_it() -> None:
    assert "directions, <em>in" in _typeset(LINE, "screen")


def test_a_mark_and_a_bound_space_before_an_element_go_with_it() -> None:
    assert (
        _typeset("он был в *Твери*", "print", "ru") == f"он был<span> в{BOUND}<em>Твери</em></span>"
    )
    assert _typeset("one (*two*)", "print") == "one<span> (<em>two</em></span>)"


@pytest.mark.parametrize("value", ["a  *b*", "*a* *b*", "a*b* c", " *a*", "a\u00a0*b*"])
def test_the_characters_are_the_same_on_both(value: str) -> None:
    assert _without_tags(_typeset(value, "print")) == _without_tags(_typeset(value, "screen"))


# The end of a text


def test_on_paper_the_last_word_of_a_paragraph_is_not_divided() -> None:
    value = f"{LONG} since the beginning."
    assert _typeset(value, "print").endswith('<span> <span class="last">beginning.</span></span>')
    assert _typeset(value, "screen").endswith("the beginning.")


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_a_short_last_word_takes_the_word_before_it_along(medium: Medium) -> None:
    assert f"about{BOUND}it" in _without_tags(_typeset(LONG, medium))


def test_a_text_of_a_single_line_has_no_last_line_to_mind() -> None:
    assert _typeset("Think of it", "print") == "Think of it"


# Headings


@pytest.mark.parametrize(
    ("language", "value", "shown"),
    [
        (
            "ru",
            "Никого не высылать из России в Туркменистан",
            "не~высылать из~России в~Туркменистан",
        ),
        ("tk", "Raýatlaryň hereket etmek azatlygy hakda açyk hat", "azatlygy~hakda açyk~hat"),
        ("tk", "Pasportlar we çykmak gadaganlygy", "Pasportlar we~çykmak gadaganlygy"),
        ("en", "The right to leave and to return", "The~right to~leave and~to~return"),
        ("en", "A lake of forbidden neighbourhoods", "A~lake of~forbidden neighbourhoods"),
        ("en", "The right to leave home", "The~right to~leave~home"),
    ],
)
def test_no_line_of_a_heading_ends_in_a_word_that_leans_on_the_next(
    language: str, value: str, shown: str
) -> None:
    for medium in ("screen", "print"):
        setter = Typesetter(language, "print" if medium == "print" else "screen", {}, {}, {})
        headline = setter.headline(text(value, language=language))
        assert shown.replace("~", BOUND) in _without_tags(str(headline))


def test_other_texts_let_their_lines_end_there() -> None:
    assert _typeset("The right to leave and to return", "screen") == (
        "The right to leave and to return"
    )


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_what_the_toolkit_says_itself_follows_the_same_rules(medium: Medium) -> None:
    shown = str(Typesetter("tk", medium, {}, {}, {}).words("1948-nji ýylyň 10-njy dekabry"))
    assert shown.count('<span class="whole">') == 2
    assert f"10-njy{BOUND}dekabry" in _without_tags(shown)


# Words that no line divides


@pytest.mark.parametrize(
    ("language", "value", "whole"),
    [
        ("tk", "2024-nji ýyl", "2024-nji"),
        ("tk", "BMG-niň karary", "BMG-niň"),
        ("tk", "ol aýdýar-da gelýär", "aýdýar-da"),
        ("tk", "ata-ene bilen", "ata-ene"),
        ("ru", "в 90-х годах", "90-х"),
        ("ru", "доклад ЮНЕСКО вышел", "ЮНЕСКО"),
        ("ru", "кто-то пришёл", "кто-то"),
        ("en", "the 12-th of May", "12-th"),
        ("en", "a UNESCO report", "UNESCO"),
    ],
)
def test_a_word_that_has_no_place_to_break_stays_whole(
    language: str, value: str, whole: str
) -> None:
    for medium in ("screen", "print"):
        shown = _typeset(value, "print" if medium == "print" else "screen", language)
        assert f'<span class="whole">{whole}</span>' in shown


def test_each_span_follows_the_rules_of_its_own_language() -> None:
    shown = _typeset("He said [в доме № 5]{lang=ru} in no. 5", "screen")
    assert shown == (f'He said <span lang="ru">в{BOUND}доме №{BOUND}5</span> in no.{BOUND}5')


def test_a_place_is_bound_across_emphasis() -> None:
    assert _typeset("дом № *5*", "screen", "ru") == f"дом №{BOUND}<em>5</em>"


# Addresses


@pytest.mark.parametrize(
    ("address", "pieces"),
    [
        (
            "https://www.example.org/a/b.html",
            ("https://", "www", ".example", ".org/", "a/", "b", ".html"),
        ),
        ("press@example.org", ("press@", "example", ".org")),
    ],
)
def test_an_address_ends_a_line_after_its_strokes_and_before_its_stops(
    address: str, pieces: tuple[str, ...]
) -> None:
    assert joints(address) == pieces
    value = f"Write to {address}, please"
    screen = "<wbr>".join(pieces)
    assert f'<span class="address">{screen}</span>' in _typeset(value, "screen")


def test_on_paper_an_address_holds_nothing_that_would_be_copied_with_it() -> None:
    value = f"{LONG}: <https://example.org/a>"
    assert _typeset(value, "print").endswith(
        '<a class="address" href="https://example.org/a">https://example.org/a</a></span>'
    )


def test_nothing_is_bound_to_or_in_an_address() -> None:
    assert _typeset("см. https://example.org/№", "screen", "ru").count(BOUND) == 0


# Laws

VOCABULARY = (
    "в доме № 5 46 % — А. С. Пушкин 2021 г. т. е. и д. 1 250 000 млн *я* [tk]{lang=tk} ЮНЕСКО кто-то "
    "18-nji ýanwary www.a.org/b ( Mr Smith May p. we ş. m."
)
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
LANGUAGES = st.sampled_from(["ru", "tk", "en"])


@given(LANGUAGES, TEXTS)
def test_nothing_but_spaces_changes(language: str, value: str) -> None:
    pieces = Line(language, value).take(len(plain(value)))
    shown = "".join(piece.text for piece in pieces)
    assert shown.replace(BOUND, " ") == plain(value)
    assert all(piece.text for piece in pieces)


@given(LANGUAGES, TEXTS, st.integers(1, 9))
def test_a_text_may_be_taken_in_parts_of_any_length(language: str, value: str, step: int) -> None:
    count = len(plain(value))
    whole = Line(language, value).take(count)
    line = Line(language, value)
    parts = [
        piece for start in range(0, count, step) for piece in line.take(min(step, count - start))
    ]
    assert "".join(piece.text for piece in parts) == "".join(piece.text for piece in whole)
    kinds = "".join(piece.kind[0] * len(piece.text) for piece in whole)
    assert "".join(piece.kind[0] * len(piece.text) for piece in parts) == kinds


@given(LANGUAGES, TEXTS)
def test_the_check_asks_for_no_bound_space_in_what_is_printed(language: str, value: str) -> None:
    shown = "".join(piece.text for piece in Line(language, value).take(len(plain(value))))
    for reading in read(language, value):
        own = "".join(
            printed if character == " " else character
            for printed, character in zip(shown, reading.own, strict=True)
        )
        for fault in nbsp_faults(type(reading)(reading.language, shown, own, reading.notes)):
            assert fault.start == fault.end, "a plain space was left"


def _without_tags(html: str) -> str:
    return re.sub("<[^<>]*>", "", html)
