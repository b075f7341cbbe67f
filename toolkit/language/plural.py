"""Which plural form a count takes, by the Plural-Forms header that the PO files carry."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.language.rows import get

if TYPE_CHECKING:
    from collections.abc import Callable


def index(count: int, code: str) -> int:
    """The place of the form for ``count`` things, from 0: the ``n`` of ``msgstr[n]``.

    ``count`` is not negative. ``KeyError`` for an unknown code.
    """
    return _rule(get(code).plural_forms)(count)


@lru_cache(maxsize=64)
def _rule(plural_forms: str) -> Callable[[int], int]:
    """The function that a header such as "nplurals=2; plural=(n != 1);" describes."""
    from gettext import c2py

    return c2py(plural_forms.partition("plural=")[2].rstrip("; "))
