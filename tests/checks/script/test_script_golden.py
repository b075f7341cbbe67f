"""Script and alphabet, text by text: what is wrong is remarked, what is right is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.golden_lines import cases, said
from toolkit.checks import script
from toolkit.checks.pair import Pair, Side
from toolkit.diagnostics import Span

GOLDEN = Path(__file__).parent / "golden"
SPAN = Span("a.po", 1, 1)


@pytest.mark.parametrize(
    ("language", "case"),
    [(code, case) for code in ("ru", "tk", "en") for case in cases(GOLDEN / f"{code}.txt")],
)
def test_a_text_gets_these_remarks(language: str, case: tuple[str, ...]) -> None:
    text, *wanted = case
    side = Side(language, text)
    remarks = [remark for rule in script.SIDE_RULES for remark in rule(side)]
    assert said(remarks) == ([] if wanted == ["-"] else sorted(wanted))
    assert all(remark.hint for remark in remarks)


@pytest.mark.parametrize(("source", "target", "wanted"), cases(GOLDEN / "pairs.txt"))
def test_a_name_is_judged_beside_its_source(source: str, target: str, wanted: str) -> None:
    sides = [Side(*text.split(": ", 1)) for text in (source, target)]
    translation = Side(sides[1].language, sides[1].markup, beside=sides[0].markup)
    pair = Pair(sides[0], translation, SPAN, SPAN)
    found = [remark.code for rule in script.PAIR_RULES for remark in rule(pair)]
    found += [remark.code for rule in script.SIDE_RULES for remark in rule(translation)]
    assert found == ([] if wanted == "-" else [f"check.{wanted}"])
