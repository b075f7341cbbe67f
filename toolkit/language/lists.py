"""Enumerations as each language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.language import cldr
from toolkit.language.rows import get

if TYPE_CHECKING:
    from collections.abc import Sequence


def join(items: Sequence[str], code: str) -> str:
    """One enumeration by CLDR: "A, B, and C"; the items are data and are printed as they stand.

    No items give an empty text. ``KeyError`` for an unknown code.
    """
    return cldr.join(items, get(code).locale)
