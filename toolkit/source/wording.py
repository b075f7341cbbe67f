"""How findings show what was typed, and how they guess what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

_LONGEST = 60
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ALIKE = 70.0
_CANDIDATES = 300


def shown(text: str) -> str:
    """What was typed, in backticks, on one line, shortened, without characters that act on a screen."""
    line = _UNPRINTABLE.sub("\ufffd", " ".join(text.split()))
    if len(line) > _LONGEST:
        line = line[: _LONGEST - 1] + "…"
    return f"`{line}`" if "`" not in line else f"“{line}”"


def listed(words: Iterable[str], *, joint: str = "or") -> str:
    """Words in backticks as a list in prose: ```a`, `b` or `c```."""
    items = [f"`{word}`" for word in words]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def nearest(typed: str, known: Iterable[str]) -> str:
    """The known word (of the first few hundred) that was most likely meant, or nothing."""
    if len(typed) > _LONGEST:
        return ""
    candidates = list(islice(known, _CANDIDATES))
    best = process.extractOne(
        typed, candidates, scorer=fuzz.ratio, processor=default_process, score_cutoff=_ALIKE
    )
    return best[0] if best else ""


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """The sentence that names the word that was most likely meant, or nothing."""
    word = nearest(typed, known)
    return f"Did you mean `{word}`?" if word else ""
