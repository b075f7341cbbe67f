"""A fact: a value that a text states, and where."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from toolkit.language.lexicon.values import Weight


class Kind(StrEnum):
    """What a value counts or names."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    PERCENT = "percent"
    MONEY = "money"
    DATE = "date"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    TIME = "time"
    REFERENCE = "reference"
    SYMBOL = "symbol"
    URL = "url"
    EMAIL = "email"
    HANDLE = "handle"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A date as far as it is told: with or without its year and its day."""

    year: int | None
    month: int
    day: int | None

    def __str__(self) -> str:
        year = "----" if self.year is None else f"{self.year:04}"
        return f"{year}-{self.month:02}" + ("" if self.day is None else f"-{self.day:02}")


Value = Decimal | Fraction | Day | str


class Fact(NamedTuple):
    """A value with the characters of the text that state it: ``text`` is ``[start:end]``.

    ``value`` is a ``Day`` for dates; "14:30" for times; the canonical spelling for symbols and
    addresses; a number otherwise. ``unit`` is the currency of money.
    ``parts`` are other numbers that the words name: the hour of "half of the sixth", 5; the 14.30 that
    "2:30" may be.
    """

    kind: Kind
    value: Value
    text: str
    start: int
    end: int
    weight: Weight = Weight.FIRM
    unit: str = ""
    parts: tuple[Decimal, ...] = ()

    def __str__(self) -> str:
        value = f"{self.value:f}" if isinstance(self.value, Decimal) else str(self.value)
        return " ".join(filter(None, [self.kind.value, value, self.unit]))
