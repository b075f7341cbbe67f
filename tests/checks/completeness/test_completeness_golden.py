"""What the rules of completeness say, and what they leave alone: ``cases.txt``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.golden_pairs import cases, shown
from toolkit.checks.completeness import RULES
from toolkit.checks.pair import Pair
from toolkit.diagnostics.codes import CODES


@pytest.mark.parametrize(("pair", "expected"), cases(Path(__file__).parent / "cases.txt"))
def test_the_rules_say_this(pair: Pair, expected: list[str]) -> None:
    remarks = [remark for rule in RULES for remark in rule(pair)]
    assert [shown(remark) for remark in remarks] == expected
    for remark in remarks:
        assert remark.code in CODES
        assert remark.message
        assert remark.hint
        assert all(piece in pair.source.plain for piece in remark.source)
        assert all(piece in pair.target.plain for piece in remark.target)
