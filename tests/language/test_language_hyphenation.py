"""Where Turkmen words are divided: a list by hand, the rule, and the patterns made from it."""

from __future__ import annotations

import re
from pathlib import Path

import pyphen
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from toolkit.language import LANGUAGES, get
from toolkit.language.turkmen_hyphenation import (
    CONSONANTS,
    EXCEPTIONS,
    LEAST,
    VOWELS,
    breaks,
    dictionary,
    divided,
)

SHIPPED = Path(__file__).parents[2] / "templates" / "hyphenation"
PATTERNS = pyphen.Pyphen(filename=SHIPPED / "hyph_tk.dic")
LIST = Path(__file__).with_name("turkmen_hyphenation.txt").read_text(encoding="utf-8")
WORDS = [word for line in LIST.splitlines() if not line.startswith("#") for word in line.split()]

LETTERS = st.text(VOWELS + CONSONANTS, min_size=1, max_size=14)
#: Words as Turkmen builds them: syllables, and now and then a cluster.
SPOKEN = st.lists(
    st.sampled_from(
        [*(c + v for c in "bdgklmnprstýz" for v in "aeiou"), "str", "kont", "gra", "fl", "rak", "a"]
    ),
    min_size=1,
    max_size=6,
).map("".join)
ANY_WORD = LETTERS | SPOKEN


def test_the_shipped_dictionary_is_what_the_rule_makes() -> None:
    assert (SHIPPED / "hyph_tk.dic").read_text(encoding="utf-8") == dictionary(), (
        "write it anew with `make hyphenation`"
    )


def test_the_list_is_long_and_holds_every_word_once() -> None:
    assert len(WORDS) >= 500
    assert len({word.replace("-", "") for word in WORDS}) == len(WORDS)


def test_the_list_has_every_letter_but_only_turkmen_ones() -> None:
    letters = set("".join(WORDS).replace("-", "").lower())
    assert letters == get("tk").letters == set(VOWELS + CONSONANTS)


@pytest.mark.parametrize("word", WORDS)
def test_a_word_of_the_list_is_divided_as_listed(word: str) -> None:
    whole = word.replace("-", "")
    assert PATTERNS.inserted(whole) == word
    assert divided(whole) == word


@pytest.mark.parametrize("exception", EXCEPTIONS)
def test_an_exception_is_one_and_stands_in_the_list(exception: str) -> None:
    stem = exception.replace("-", "")
    assert any(word.replace("-", "").lower().startswith(stem) for word in WORDS)


@pytest.mark.parametrize("word", ["Kovač", "İstanbul", "Türkmen’iň", "18-nji", ""])
def test_the_rule_says_nothing_of_other_letters(word: str) -> None:
    assert breaks(word) == ()


# Laws


@given(ANY_WORD)
@example("elektr")
@example("strstra")
@example("berkräk")
@example("teatr")
def test_the_patterns_say_what_the_rule_says(word: str) -> None:
    assume(not re.match(f"[{CONSONANTS}]{{4}}", word))
    assert tuple(PATTERNS.positions(word)) == breaks(word)


@given(ANY_WORD)
def test_case_makes_no_difference(word: str) -> None:
    assert breaks(word.upper()) == breaks(word.capitalize()) == breaks(word)


@given(ANY_WORD)
def test_each_piece_has_a_vowel_and_two_letters(word: str) -> None:
    places = breaks(word)
    for piece in divided(word).split("-") if places else ():
        assert len(piece) >= LEAST
        assert set(piece) & set(VOWELS)


@given(ANY_WORD)
def test_a_cluster_at_the_beginning_or_end_is_never_divided(word: str) -> None:
    vowels = [place for place, letter in enumerate(word) if letter in VOWELS]
    for place in breaks(word):
        assert vowels[0] < place <= vowels[-1]


@given(ANY_WORD)
def test_no_piece_begins_with_a_vowel_after_a_consonant(word: str) -> None:
    for place in breaks(word):
        assert word[place] in CONSONANTS or word[place - 1] in VOWELS


def test_every_pattern_is_there_once() -> None:
    patterns = dictionary().splitlines()[6:]
    assert len({re.sub(r"\d", "", pattern) for pattern in patterns}) == len(patterns)


# All languages


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_row_of_a_language_names_a_dictionary_that_is_there(code: str) -> None:
    name = get(code).hyphenation
    assert name in pyphen.LANGUAGES or (SHIPPED / name).is_file()
