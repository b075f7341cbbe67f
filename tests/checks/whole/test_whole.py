"""Rules about all messages of a document: silent about matched texts, not about damaged ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest

from benchmarks.matching.material import held_out, pairs, published, tuning
from tests.checks.golden_pairs import pair_of
from toolkit.checks.pair import Pair
from toolkit.checks.whole import check_repeated
from toolkit.language import codes

DIRECTIONS = [f"{source}→{target}" for source, target in permutations(sorted(codes()), 2)]
MATCHED = [*pairs((*tuning(), *held_out(), *published()))]


def _document(direction: str) -> list[Pair]:
    """Every clean text that there is in two languages, each once, as one large document."""
    found = {
        item.source: pair_of(item.source_language, item.source, item.target_language, item.target)
        for item in MATCHED
        if item.direction == direction
    }
    return list(found.values())


def _repeated(pairs: Sequence[Pair]) -> list[int]:
    return [place for place, _ in check_repeated(pairs)]


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_nothing_is_said_of_matched_texts(direction: str) -> None:
    document = _document(direction)
    assert len(document) > 300
    assert _repeated(document) == []


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_translation_that_was_pasted_twice_is_found_wherever_it_stands(direction: str) -> None:
    document = [pair for pair in _document(direction) if len(pair.target.plain.split()) >= 8]
    found = 0
    for place in range(1, len(document)):
        copied = [*document]
        copied[place] = replace(document[place], target=document[place - 1].target)
        found += _repeated(copied[place - 1 : place + 1]) == [1]
    assert found / (len(document) - 1) >= 0.99


@pytest.mark.parametrize(
    ("first", "second", "translation"),
    [
        ("Charges", "Accusations", "Обвинения"),
        ("No answer came.", "There was no answer.", "Ответа не было."),
        (
            "The letters were sent back in the autumn.",
            "The letters were sent back in autumn",
            "Осенью письма отправили обратно адресату.",
        ),
    ],
)
def test_short_texts_and_texts_that_say_the_same_may_share_a_translation(
    first: str, second: str, translation: str
) -> None:
    assert _repeated([pair_of("en", text, "ru", translation) for text in (first, second)]) == []


def test_a_third_copy_is_compared_with_the_first() -> None:
    sources = ("The well is dry since May.", "Nobody was told why he left.", "Two boys ran away.")
    document = [pair_of("en", text, "ru", "Колодец сух с самого мая.") for text in sources]
    assert _repeated(document) == [1, 2]
    said = [remark.message for _, remark in check_repeated(document)]
    assert all("`The well is dry since May.`" in message for message in said)
