"""Amounts: numbers as they stand in a text, before it is known what they count."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from toolkit.checks.values.tokens import Grammar
from toolkit.language.lexicon.values import Weight

_YEARS = range(1800, 2100)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that stands at ``[start:end]`` of the text.

    ``shape`` is figure, word, ordinal, half, fraction, hint or roman. ``plain`` figures may be a day
    or a year. ``parts`` are the numbers that the words name on the way to the value.
    """

    value: Decimal | Fraction
    start: int
    end: int
    weight: Weight
    shape: str
    plain: bool = False
    suffix: str = ""
    parts: tuple[Decimal, ...] = ()


def is_year(amount: Amount) -> bool:
    """Whether the figures look like a year."""
    return amount.plain and amount.value in _YEARS


def decade_end(text: str, amount: Amount, grammar: Grammar) -> int:
    """Where the decade that begins with the amount ends ("1990s", «90-х»); 0 if it is none."""
    value = amount.value
    if amount.shape != "figure" or value % 10 or not (10 <= value < 100 or value in _YEARS):
        return 0
    if grammar.decade_suffix is not None:
        found = grammar.decade_suffix.match(text, amount.end - len(amount.suffix))
        if found and found.end() >= amount.end:
            return found.end()
    if grammar.decade_after is not None and value in _YEARS:
        return amount.end if grammar.decade_after.match(text, amount.end) else 0
    return 0
