"""The Plural-Forms header: whether it says what the row of a language says."""

from __future__ import annotations

import re
from collections.abc import Callable
from gettext import c2py

#: A rule depends on the last two digits of a count; every case occurs below this.
_COUNTS = 1000

_HEADER = re.compile(r"\s*nplurals\s*=\s*(\d{1,2})\s*;\s*plural\s*=\s*([^;]+?)\s*;?\s*")


def same_rule(header: str, other: str) -> bool:
    """Whether two Plural-Forms values put every count in the same form.

    PO editors spell the rule of a language in their own ways. A value that is not a rule is the
    same as no other.
    """
    return header == other or _outcomes(header) == _outcomes(other) != ()


def _outcomes(header: str) -> tuple[int, ...]:
    """The number of forms, and the form of every count; empty if the value is not a rule."""
    found = _HEADER.fullmatch(header)
    if found is None:
        return ()
    try:
        rule: Callable[[int], int] = c2py(found.group(2))
        return (int(found.group(1)), *map(rule, range(_COUNTS)))
    except (ValueError, ArithmeticError):
        return ()
