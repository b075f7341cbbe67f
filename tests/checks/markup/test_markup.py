"""What the rules of markup say (``cases.txt``), and what holds for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from tests.checks.golden_pairs import cases, pair_of, shown
from tests.support.strategies import prose
from toolkit.checks.markup import RULES
from toolkit.checks.pair import Pair
from toolkit.diagnostics.codes import CODES
from toolkit.language import codes


@pytest.mark.parametrize(("pair", "expected"), cases(Path(__file__).parent / "cases.txt"))
def test_the_rules_say_this(pair: Pair, expected: list[str]) -> None:
    remarks = [remark for rule in RULES for remark in rule(pair)]
    assert [shown(remark) for remark in remarks] == expected
    assert all(remark.code in CODES and remark.hint for remark in remarks)


@given(prose())
def test_a_text_beside_itself_has_the_same_marks(text: str) -> None:
    for language in codes():
        for other in codes():
            pair = pair_of(language, text, other, text)
            assert [remark for rule in RULES for remark in rule(pair)] == []


@given(prose(), prose())
def test_the_marks_may_be_in_any_order(one: str, other: str) -> None:
    pair = pair_of("ru", f"{one} и {other}", "en", f"{other} и {one}")
    swapped = pair_of("en", pair.target.markup, "ru", pair.source.markup)
    for rule in RULES:
        assert bool(list(rule(pair))) == bool(list(rule(swapped)))
