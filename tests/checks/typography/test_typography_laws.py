"""What holds for every text: mending settles, changes only what it may, and leaves no mendable fault."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from toolkit.checks.mend import faults, mend
from toolkit.checks.pair import Side
from toolkit.checks.projection import project
from toolkit.document.inline import Inline, links, note_references, parse, plain, walk
from toolkit.language.script import LOOKALIKES

LANGUAGES = st.sampled_from(["ru", "tk", "en"])
PIECES = [
    "слово", "Свобода", "word", "söz", "ýylyň", "ННD", "CCCP", "c", "а", "А.", "г.", "т. д.",
    "№", "§", "5", "40", "000", "46%", "2021-2022", "5—20", " ", " ", " ", "  ", "\u00a0",
    "&nbsp;", "-", "--", "–", "—", "...", "..", "…", ",", ".", ";", ":", "!", "?", "(", ")",
    "«", "»", "„", "“", "”", '"', "'", "’", "‘", "`", "*", "**", "[", "]", "[^a]",
    "](https://example.org/a--b...c)", "]{lang=ru}", "]{lang=la}", "<https://example.org/x>",
    "a@example.org", "\\*", "\\", "&amp;", "&quot;", "{name}", "%s", "ș", "e\u0301", "\u200b",
    "\u00ad", "\u202e", "$", "İ", "_", "\n",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def shape(text: str) -> list[object]:
    nodes: list[Inline] = list(walk(parse(text)))
    return [type(node).__name__ for node in nodes if type(node).__name__ != "Chars"]


def letters(text: str) -> str:
    """The letters and figures, with look-alikes, decomposed letters and ș as what they stand for."""
    apart = unicodedata.normalize("NFD", plain(text).replace("ș", "ş"))
    latin = "".join(LOOKALIKES["LATIN"].get(letter, letter) for letter in apart)
    return "".join(letter for letter in unicodedata.normalize("NFC", latin) if letter.isalnum())


@given(LANGUAGES, TEXTS)
def test_mending_what_is_mended_changes_nothing(language: str, text: str) -> None:
    mended, _ = mend(Side(language, text))
    assert mend(Side(language, mended)) == (mended, ())


@given(LANGUAGES, TEXTS)
def test_mending_keeps_markup_letters_and_figures(language: str, text: str) -> None:
    mended, _ = mend(Side(language, text))
    assert shape(mended) == shape(text)
    assert links(mended) == links(text)
    assert note_references(mended) == note_references(text)
    assert letters(mended) == letters(text)


@given(LANGUAGES, TEXTS)
def test_a_change_is_told_and_only_a_change(language: str, text: str) -> None:
    mended, mends = mend(Side(language, text))
    assert bool(mends) == (mended != text)


@given(LANGUAGES, TEXTS)
def test_the_projection_says_what_the_parser_says(language: str, text: str) -> None:
    projection = project(text)
    if projection is not None:
        assert len(projection.stretches) == len(plain(text))
        for (start, end), letter in zip(projection.stretches, plain(text), strict=True):
            assert text[start:end] == letter or text[start] in "\\&"


@given(LANGUAGES, TEXTS)
def test_every_fault_lies_within_its_text(language: str, text: str) -> None:
    for fault in faults(language, text):
        assert 0 <= fault.start <= fault.end <= len(plain(text))


@given(
    LANGUAGES,
    st.lists(st.sampled_from(["слово", "word", "söz", " ", "«", "»", "“", "”", '"', ","])).map(
        "".join
    ),
)
def test_text_without_markup_keeps_no_fault_that_can_be_mended(language: str, text: str) -> None:
    mended, _ = mend(Side(language, text))
    assert [fault for fault in faults(language, mended) if fault.instead is not None] == []


@given(LANGUAGES, TEXTS)
def test_nothing_is_mended_that_is_to_be_kept(language: str, text: str) -> None:
    codes = {mended.code for mended in mend(Side(language, text))[1]}
    _, left = mend(Side(language, text), keep=codes)
    assert not codes & {mended.code for mended in left}
    assert re.fullmatch(r"(?:check\.[a-z-]+)?", next(iter(codes), ""))
