"""Facts: a golden table of three languages (``facts.txt``), and the laws of their spans."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.values.matched import HERE, published
from toolkit.checks.values.extract import facts
from toolkit.checks.values.fact import Fact
from toolkit.language import LANGUAGES
from toolkit.language.lexicon import values
from toolkit.language.lexicon.values import Weight

TABLE = [
    tuple(line.split(" | "))
    for line in (HERE / "facts.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]

#: Pieces of which values are made, to be put together without sense.
PIECES = (
    "1 2021 12,5 1.5 1,234 0 § № $ % / : . , - — – ( ) @a x@y.org +99312345678 http://a.b IV XX and "
    "a half two hundred million May of в и с половиной двадцать пять тысяч марта г. 90-х bir on ýüz "
    "müň ýarym üçden ýylyň 6-njy marty göterim asyr 23.01.2021 14:30 1/3 S/RES/1 (2000) ½"
)


def shown(fact: Fact) -> str:
    return f"{'~' if fact.weight is Weight.FAINT else ''}{fact}"


@pytest.mark.parametrize(("language", "text", "expected"), TABLE)
def test_a_text_states(language: str, text: str, expected: str) -> None:
    text = text if "@" in text else text.replace("_", "\u00a0")
    found = "; ".join(map(shown, facts(text, language))) or "-"
    assert found == expected


def test_the_table_is_large_and_has_every_language() -> None:
    assert len(TABLE) >= 150
    for code in LANGUAGES:
        assert sum(line[0] == code for line in TABLE) >= 40


def test_every_language_has_a_table_of_value_words() -> None:
    assert set(values.codes()) == set(LANGUAGES)


def test_an_unknown_language_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="de"):
        facts("5", "de")


@given(
    st.lists(st.sampled_from(PIECES.split(" ")), max_size=12),
    st.sampled_from(["", " "]),
    st.sampled_from(["ru", "tk", "en"]),
)
def test_facts_stand_in_order_and_do_not_overlap(
    pieces: list[str], between: str, language: str
) -> None:
    text = between.join(pieces)
    found = facts(text, language)
    ends = [0, *(fact.end for fact in found)]
    for fact, end in zip(found, ends, strict=False):
        assert end <= fact.start < fact.end
        assert text[fact.start : fact.end] == fact.text


@given(st.text(max_size=60), st.sampled_from(["ru", "tk", "en"]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    for fact in facts(text, language):
        assert text[fact.start : fact.end] == fact.text


def test_facts_of_real_texts_do_not_overlap() -> None:
    for pair in published():
        for side in (pair.source, pair.target):
            found = facts(side.plain, side.language)
            assert all(one.end <= two.start for one, two in pairwise(found))
