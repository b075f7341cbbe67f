"""Sentences: a golden table (``sentences.txt``), and laws that hold for any characters."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.language import codes
from toolkit.language.sentences import split

LINES = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
CASES = [tuple(line.split(": ", 1)) for line in LINES if line and not line.startswith("#")]

LANGUAGES = st.sampled_from(sorted(codes()))
#: Whatever a splitter may stumble over, in any order.
PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "г.",
                "т. д.",
                "No.",
                "etc.",
                "ş. m.",
                "А.",
                "V.",
                "2021",
                "Anna",
                "gitdi",
                "он",
                "? ",
                "… ",
            ]
        ),
        st.sampled_from([". ", ".", " ", "\u00a0", "«", "»", "”", "(", ")", "— ", "!", "\n"]),
        st.text(max_size=5),
    ),
    max_size=30,
).map("".join)


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_sentences_end_where_a_reader_would_say(language: str, marked: str) -> None:
    pieces = tuple(re.split(r"\??‖", marked))
    found = split("".join(pieces), language)
    assert (found.pieces, found.unsure) == (pieces, marked.count("?‖"))


@given(PIECES, LANGUAGES)
def test_sentences_joined_are_the_text(text: str, language: str) -> None:
    found = split(text, language)
    assert "".join(found.pieces) == text
    assert 1 <= found.least <= len(found.pieces)


@given(st.lists(st.text("bdfhjlnp", min_size=6, max_size=9), min_size=1, max_size=9))
def test_plain_sentences_are_counted(words: list[str]) -> None:
    text = " ".join(f"{word.capitalize()} {word}." for word in words)
    for language in codes():
        assert len(split(text, language).pieces) == len(words)


def test_an_unknown_language_has_no_sentences() -> None:
    with pytest.raises(KeyError):
        split("Une phrase.", "fr")
