"""At which spaces no line may break: cases for each language, and laws for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.language import LANGUAGES
from toolkit.language.spacing import BOUND, SPACING, bound, whole_words
from toolkit.language.typography import TYPOGRAPHY

CASES = [
    line
    for line in Path(__file__).with_name("spacing.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
CHARACTERS = st.sampled_from("аАвВЯ г.тде№§%-—–0123 \u00a0\ufffcMr pýnji(«я")
VOCABULARY = (
    "в № 5 000 12 г. А. Орлов — т. е. и д. p. J. Dr May 18-nji ýyl we ş. m. % млн бы km н. э. г-н"
)
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.text(CHARACTERS, max_size=40) | st.lists(WORDS, max_size=12).map(" ".join)


@pytest.mark.parametrize("case", CASES)
def test_spaces_are_bound_as_the_language_wants(case: str) -> None:
    language, _, rest = case.partition(": ")
    typed, _, printed = rest.partition(" ⇒ ")
    assert bound(typed, language) == printed.replace("~", BOUND)


def test_every_language_has_its_rules_and_an_unknown_one_has_none() -> None:
    assert set(SPACING) == set(LANGUAGES) == set(TYPOGRAPHY)
    assert bound("№ 5", "xx") == "№ 5"
    assert list(whole_words("90-х", "xx")) == []


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=TEXTS)
def test_only_plain_spaces_change_and_once_is_enough(language: str, text: str) -> None:
    once = bound(text, language)
    assert once.replace(BOUND, " ") == text.replace(BOUND, " ")
    assert all(new in (old, BOUND) for old, new in zip(text, once, strict=True))
    assert bound(once, language) == once
    most = bound(text, language, headline=True)
    assert all(new in (old, BOUND) for old, new in zip(once, most, strict=True))
    assert bound(most, language, headline=True) == most


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=TEXTS)
def test_the_check_has_nothing_left_to_ask_for(language: str, text: str) -> None:
    printed = bound(text, language)
    for rule in TYPOGRAPHY[language].no_break:
        assert not any(found.group() == " " for found in rule.pattern.finditer(printed))


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=TEXTS)
def test_a_whole_word_has_no_space_in_it(language: str, text: str) -> None:
    for start, end in whole_words(text, language):
        assert start < end
        assert not any(character.isspace() for character in text[start:end])
