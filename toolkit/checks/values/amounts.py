"""Amounts: numbers as they stand in a text, before it is known what they count."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from toolkit.checks.values.fact import Day
from toolkit.checks.values.tokens import Grammar, Token
from toolkit.language.lexicon.values import Weight

#: Figures that are taken for a year when nothing else is said.
_FIRST_YEAR, _LAST_YEAR = 1800, 2099
_THOUSAND = 1000

#: What stands between the ends of a range.
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014")


class Amount(NamedTuple):
    """A number that stands at ``[start:end]`` of the text.

    ``shape`` is figure, word, ordinal, half, fraction, hint or roman. ``plain`` figures may be a day
    or a year. ``parts`` are the numbers that the words name on the way to the value. ``scale`` is the
    thousand or million that ends the number.
    """

    value: Decimal | Fraction
    start: int
    end: int
    weight: Weight
    shape: str
    plain: bool = False
    suffix: str = ""
    parts: tuple[Decimal, ...] = ()
    scale: Decimal = Decimal(1)


def is_year(amount: Amount) -> bool:
    """Whether the figures look like a year."""
    return amount.plain and _FIRST_YEAR <= amount.value <= _LAST_YEAR


def decade_end(text: str, amount: Amount, grammar: Grammar) -> int:
    """Where the decade that begins with the amount ends ("1990s", «90-х»); 0 if it is none."""
    value = amount.value
    year = _FIRST_YEAR <= value <= _LAST_YEAR
    if amount.shape != "figure" or not (year or 10 <= value < 100) or value % 10:
        return 0
    if grammar.decade_suffix is not None:
        found = grammar.decade_suffix.match(text, amount.end - len(amount.suffix))
        if found and found.end() >= amount.end:
            return found.end()
    if grammar.decade_after is not None and year:
        return amount.end if grammar.decade_after.match(text, amount.end) else 0
    return 0


def tidy(value: Decimal) -> Decimal:
    """Without the decimals that a scale has made superfluous: 1.5 million is 1500000."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def fraction(numerator: Decimal, denominator: Decimal, start: int, end: int) -> Amount | None:
    """A proper fraction of whole numbers; nothing if they do not make one."""
    if numerator != int(numerator) or not 0 < numerator < denominator:
        return None
    value = Fraction(int(numerator), int(denominator))
    return Amount(value, start, end, Weight.WORD, "fraction", parts=(numerator, denominator))


def as_decimal(amount: Amount) -> Decimal:
    """The value of an amount that is written in figures, hence no fraction."""
    return amount.value if isinstance(amount.value, Decimal) else Decimal(0)


def is_fraction(numerator: int, denominator: int) -> bool:
    """Whether two figures with a stroke between them are a fraction, not a number of something."""
    return 0 < numerator < denominator <= 20


def calendar_day(text: str, figures: list[int]) -> Day | None:
    """The day that is written in figures, year first or last; nothing if the calendar lacks it."""
    year, month, day = figures if text[4:5] == "-" else reversed(figures)
    if year < 100:
        year += 2000 if year < 50 else 1900
    if "/" in text and month > 12:
        month, day = day, month
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Day(year, month, day)


def sharing_scales(text: str, items: list[Token | Amount], known: Grammar) -> list[Token | Amount]:
    """The items; a number before one with a scale may have the same: "from 200 to 250 million"."""
    shared = list(items)
    for at in range(len(items) - 2, -1, -1):
        item, following = items[at], shared[at + 1]
        if not isinstance(item, Amount) or not isinstance(following, Amount):
            continue
        scale, value = following.scale, item.value
        if scale == 1 or item.scale != 1 or is_year(item) or not isinstance(value, Decimal):
            continue
        if not 0 < value < _THOUSAND:
            continue
        gap = text[item.end : following.start]
        if gap.strip() in _DASHES:
            # "6–8 thousand": nobody means six.
            shared[at] = item._replace(value=tidy(value * scale), scale=scale)
        elif known.joined("shared_unit", gap):
            parts = (*item.parts, tidy(value * scale))
            shared[at] = item._replace(parts=parts, scale=scale)
    return shared
