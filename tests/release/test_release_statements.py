"""What `toolkit verify` says: in every language, with the same places, and summed up as it should be."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.language import LANGUAGES
from toolkit.project.speech import INTERFACE_LANGUAGE, shipped_words
from toolkit.release.statements import Holds, Sentence, Statement, say, sentences, verdict
from toolkit.release.verdict import exit_code

ALL = st.lists(st.sampled_from(Sentence).map(Statement))


@pytest.mark.parametrize("language", sorted(LANGUAGES.keys() - {INTERFACE_LANGUAGE}))
@pytest.mark.parametrize("text", sentences())
def test_every_sentence_is_translated_with_its_places(text: str, language: str) -> None:
    said = shipped_words(language).say(text)
    assert said != text
    assert sorted(re.findall(r"\{\w+\}", said)) == sorted(re.findall(r"\{\w+\}", text))


@given(ALL)
def test_one_thing_that_does_not_hold_is_enough(statements: list[Statement]) -> None:
    holds = [item.holds for item in statements]
    assert (verdict(statements) is Holds.NO) == (Holds.NO in holds)
    assert (verdict(statements) is Holds.YES) == (set(holds) == {Holds.YES})


def test_exit_codes_tell_the_three_apart() -> None:
    assert [exit_code(holds) for holds in (Holds.YES, Holds.NO, Holds.UNKNOWN)] == [0, 1, 3]


def test_what_a_file_says_is_filled_in_as_data() -> None:
    values = {"title": "{language} %s {0}", "language": "English", "fingerprint": "{title}"}
    said = say(Statement(Sentence.CLAIMS, "x.pdf", values), shipped_words("en"))
    assert "“{language} %s {0}”, language: English, with the code {title}." in said
