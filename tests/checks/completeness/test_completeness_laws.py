"""What holds of completeness for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.golden_pairs import pair_of
from tests.support.strategies import prose
from toolkit.checks.completeness import RULES, check_length, check_sentences
from toolkit.checks.enumerations import check_enumerations
from toolkit.checks.proportion import (
    by_joining,
    by_loss,
    left_over,
    portions,
    surprise,
    telling,
    unsaid,
)
from toolkit.checks.untranslated import check_untranslated
from toolkit.language import codes

LANGUAGES = st.sampled_from(sorted(codes()))
LENGTHS = st.floats(min_value=1, max_value=5000)
#: Words that are no abbreviation in any language.
WORDS = st.text("bdfhjlnp", min_size=5, max_size=9)
SENTENCES = st.lists(
    st.lists(WORDS, min_size=4, max_size=12).map(lambda words: f"{' '.join(words).capitalize()}."),
    min_size=2,
    max_size=7,
)


@given(prose(), LANGUAGES)
def test_a_text_beside_itself_says_the_same(text: str, language: str) -> None:
    pair = pair_of(language, text, language, text)
    assert [remark for rule in RULES for remark in rule(pair)] == []


@given(prose(), LANGUAGES, prose(), LANGUAGES)
def test_any_two_texts_can_be_compared(source: str, of: str, target: str, to: str) -> None:
    pair = pair_of(of, source, to, target)
    for rule in RULES:
        for remark in rule(pair):
            assert all(piece in pair.source.plain for piece in remark.source)
            assert all(piece in pair.target.plain for piece in remark.target)


@given(SENTENCES, LANGUAGES, st.data())
def test_a_lost_sentence_is_found_in_the_middle_of_equal_ones(
    sentences: list[str], language: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(sentences) - 1))
    rest = [*sentences[:at], *sentences[at + 1 :]]
    for source, target in ((sentences, rest), (rest, sentences)):
        pair = pair_of(language, " ".join(source), language, " ".join(target))
        found = {remark.code for remark in (*check_sentences(pair), *check_length(pair))}
        assert found & {"check.sentences", "check.sentence-count", "check.length"}


@given(SENTENCES, LANGUAGES)
def test_joined_sentences_are_never_an_error(sentences: list[str], language: str) -> None:
    joined = [f"{sentences[0][:-1]}, and {sentences[1].lower()}", *sentences[2:]]
    pair = pair_of(language, " ".join(sentences), language, " ".join(joined))
    assert "check.sentences" not in {remark.code for remark in check_sentences(pair)}


@given(LENGTHS, LENGTHS)
def test_surprise_is_the_same_seen_from_the_other_side(one: float, other: float) -> None:
    assert surprise(one, other) == pytest.approx(-surprise(other, one))
    assert surprise(one, one) == 0


@given(SENTENCES, LANGUAGES)
def test_equal_texts_align_at_no_cost(sentences: list[str], language: str) -> None:
    pieces = portions(tuple(sentences), language)
    for alignment in (by_loss(pieces, pieces), by_joining(pieces, pieces)):
        assert alignment.cost == 0
        assert alignment.alone == ()


@given(prose(), LANGUAGES, LANGUAGES)
def test_only_a_translation_that_is_none_is_untranslated(text: str, of: str, to: str) -> None:
    found = list(check_untranslated(pair_of(of, text, to, text)))
    assert len(found) <= (of != to)


#: Conjunctions before the last of several things.
_AND = {"ru": "и", "tk": "we", "en": "and"}


@given(st.lists(WORDS, min_size=4, max_size=9, unique=True), LANGUAGES, LANGUAGES, st.data())
def test_a_thing_of_an_enumeration_is_missed_wherever_it_stood(
    things: list[str], of: str, to: str, data: st.DataObject
) -> None:
    def enumerated(words: list[str], language: str) -> str:
        return f"Bld {', '.join(words[:-1])} {_AND[language]} {words[-1]}."

    at = data.draw(st.integers(0, len(things) - 1))
    rest = [*things[:at], *things[at + 1 :]]
    source = enumerated(things, of)
    lost = pair_of(of, source, to, enumerated(rest, to))
    assert [remark.code for remark in check_enumerations(lost)] == ["check.enumeration"]
    for whole in (things, things[::-1]):
        assert list(check_enumerations(pair_of(of, source, to, enumerated(whole, to)))) == []


@given(prose(), LANGUAGES)
def test_all_that_a_text_speaks_of_it_says_itself(text: str, language: str) -> None:
    (portion,) = telling((text,), language)
    assert left_over(portion.things, portion.things) == 0
    assert unsaid(portion, portion) == 0
