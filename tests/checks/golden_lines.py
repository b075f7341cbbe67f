"""Golden files: one case a line, its parts between `⇒`; ⍽ is a no-break space, <U+200B> a character."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from toolkit.checks.pair import Remark

_CHARACTER = re.compile(r"<U\+([0-9A-F]{4,6})>")


def cases(path: Path) -> list[tuple[str, ...]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        tuple(_read(part) for part in line.split(" ⇒ "))
        for line in lines
        if line and not line.startswith("#")
    ]


def _read(part: str) -> str:
    part = _CHARACTER.sub(lambda found: chr(int(found.group(1), 16)), part)
    return part.replace("⍽", "\u00a0")


def said(remarks: Iterable[Remark]) -> list[str]:
    """What the remarks say, as the golden files write it: code, space, piece."""
    return sorted(
        f"{remark.code.removeprefix('check.')} {piece}"
        for remark in remarks
        for piece in remark.target
    )
