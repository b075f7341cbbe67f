"""Numbers as each language prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.language import cldr
from toolkit.language.rows import get

if TYPE_CHECKING:
    from decimal import Decimal


def is_grouped(value: Decimal) -> bool:
    """Whether a number that stands alone has its digits grouped."""
    return len(str(int(abs(value)))) >= cldr.SMALLEST_GROUPED


def number(
    value: Decimal,
    code: str,
    *,
    percent: bool = False,
    in_table: bool = False,
    in_grouped_column: bool = False,
) -> str:
    """The number with the marks of the language; with ``percent`` also the sign (46 is "46%").

    Decimals are printed exactly as given: ``Decimal("12.50")`` keeps two places, nothing is
    rounded. Digits are grouped from five on, in Russian and Turkmen by U+00A0, which also stands
    before their percent sign. In a table, where it is no year, they are grouped from as many on as the
    language wants; where another number of the table is grouped, from four on. The minus is U+2212.
    The reasons are in ``cldr``.

    Raises ``ValueError`` for infinity, for what is no number, and for more than a thousand digits;
    ``KeyError`` for an unknown code.
    """
    row = get(code)
    smallest = row.grouped_from if in_table else cldr.SMALLEST_GROUPED
    if in_grouped_column:
        smallest = cldr.SMALLEST_GROUPED_IN_COLUMN
    write = cldr.percent if percent else cldr.number
    return write(value, row.locale, smallest=smallest)
