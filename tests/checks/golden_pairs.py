"""Golden files of pairs: a source, its translation, and a line for each remark about them.

A remark is its code, then the marked pieces of the source; ``»`` comes before those of the translation
when the source has none. ``=`` alone says that nothing is remarked.
"""

from __future__ import annotations

from pathlib import Path

from toolkit.checks.pair import Pair, Remark, Side
from toolkit.diagnostics import Span

NOWHERE = Span("a.po")


def cases(path: Path) -> list[tuple[Pair, list[str]]]:
    """The pairs of a file, each with what is to be said of it."""
    found = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            source, target, *expected = lines
            pair = Pair(_side(source), _side(target), NOWHERE, NOWHERE)
            found.append(
                (pair, [line.removeprefix("=").strip() for line in expected if line != "="])
            )
    return found


def pair_of(of: str, source: str, to: str, target: str) -> Pair:
    """A pair from anywhere."""
    return Pair(Side(of, source), Side(to, target), NOWHERE, NOWHERE)


def shown(remark: Remark) -> str:
    """A remark as the golden files write it."""
    source = [f"«{piece}»" for piece in remark.source]
    target = [f"«{piece}»" for piece in remark.target]
    between = ["»"] if target and not source else []
    return " ".join([remark.code.removeprefix("check."), *source, *between, *target])


def _side(line: str) -> Side:
    language, _, markup = line.partition(": ")
    return Side(language, markup)
