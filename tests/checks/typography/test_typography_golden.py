"""Typography, text by text: what is wrong is remarked, what is right is not, and what is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.golden_lines import cases, said
from toolkit.checks import typography
from toolkit.checks.mend import mend
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
    remarks = [remark for rule in typography.SIDE_RULES for remark in rule(side)]
    found = {(piece.partition(" ")[0], piece.partition(" ")[2]) for piece in said(remarks)}
    expected = (
        set() if wanted == ["-"] else {(w.partition(" ")[0], w.partition(" ")[2]) for w in wanted}
    )
    assert {code for code, _ in found} == {code for code, _ in expected}
    for code, piece in expected:
        assert any(code == other and piece in text for other, text in found), (code, piece, found)
    assert all(remark.hint for remark in remarks)


@pytest.mark.parametrize(("source", "target", "wanted"), cases(GOLDEN / "pairs.txt"))
def test_both_texts_end_alike(source: str, target: str, wanted: str) -> None:
    sides = [Side(*text.split(": ", 1)) for text in (source, target)]
    pair = Pair(sides[0], sides[1], SPAN, SPAN)
    found = [remark.code for rule in typography.PAIR_RULES for remark in rule(pair)]
    assert found == ([] if wanted == "-" else [f"check.{wanted}"])


@pytest.mark.parametrize(("typed", "wanted"), cases(GOLDEN / "mended.txt"))
def test_what_is_mended(typed: str, wanted: str) -> None:
    language, text = typed.split(": ", 1)
    mended, mends = mend(Side(language, text))
    assert mended == wanted
    assert bool(mends) == (text != wanted)
    assert mend(Side(language, mended)) == (mended, ())
