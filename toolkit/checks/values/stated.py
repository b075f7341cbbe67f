"""What a text states, as it is compared with another text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import NamedTuple

from toolkit.checks.values.fact import Day, Fact, Kind
from toolkit.language.lexicon.values import Weight

#: Minutes that are also told as a part of the hour: two and a half hours.
_QUARTERS = (15, 30, 45)
#: Of an hour they are 45 minutes.
_THREE_QUARTERS = Fraction(3, 4)
#: What a value is compared by: "n" numbers, "m" months, "t" times, "f" fractions, else the kind.
Key = tuple[str, Decimal | Fraction | str]

_NUMBERS = re.compile("[0-9]+")
#: A day without its year: «21.06».
_DOTTED_DAY = re.compile(r"(0?[1-9]|[12][0-9]|3[01])\.(0[1-9]|1[0-2])")
_DOTTED_TIME = re.compile(r"([01]?[0-9]|2[0-3])\.([0-5][0-9])")


class Repeated(IntEnum):
    """How much it means that one side states a value more often than the other.

    A year or month that a list of dates shares is stated once, and its dates all have it. The days and
    months of dates are too often shared to be counted on one side alone.
    """

    NEVER = 0
    IN_EXCHANGE = 1
    ALWAYS = 2


class Atom(NamedTuple):
    """One value to be found on the other side.

    A date is several: its day, month and year, since languages say a shared year or month once or
    twice. ``also`` are other ways to put the same value, each enough if the other side has it as its
    ``key``. ``parts`` are the numbers within a symbol or a time, which answer for it together, and only
    for a side that writes no symbols and times.
    """

    key: Key
    also: tuple[Key, ...]
    fact: Fact
    parts: tuple[Key, ...] = ()
    repeated: Repeated = Repeated.ALWAYS


class Stated:
    """The facts of a text as they are compared, with what tells quickly that nothing is wrong."""

    def __init__(self, facts: tuple[Fact, ...]) -> None:
        self.facts = facts
        self.atoms = tuple(_all_atoms(facts))
        self.keys = {atom.key for atom in self.atoms}
        self.days = tuple(fact for fact in facts if isinstance(fact.value, Day))
        self.has_faint = any(fact.weight is Weight.FAINT for fact in facts)
        #: Whether it states a value twice: else the other side cannot state it less often.
        self.repeats = len(self.keys) < len(self.atoms)


def _all_atoms(facts: Sequence[Fact]) -> Iterator[Atom]:
    for fact in facts:
        if isinstance(fact.value, Day):
            yield from _day_atoms(fact, fact.value)
        else:
            yield _atom(fact, fact.value)


def _day_atoms(fact: Fact, day: Day) -> Iterator[Atom]:
    if day.day is not None:
        yield Atom(("n", Decimal(day.day)), (), fact, repeated=Repeated.IN_EXCHANGE)
    yield Atom(("m", Decimal(day.month)), (), fact, repeated=Repeated.IN_EXCHANGE)
    if day.year is not None:
        here = f"{day.year}" in fact.text or fact.text[-3:-2] == "."
        repeated = Repeated.ALWAYS if here else Repeated.NEVER
        yield Atom(("n", Decimal(day.year)), (), fact, repeated=repeated)


def _atom(fact: Fact, value: Decimal | Fraction | str) -> Atom:
    if isinstance(value, Fraction):
        also = [("n", part) for part in fact.parts]
        if value == Fraction(1, 2):
            also.append(("n", Decimal("0.5")))
        if value == _THREE_QUARTERS:
            also.append(("n", Decimal(45)))
        return Atom(("f", value), tuple(also), fact)
    if isinstance(value, Decimal):
        return Atom(("n", value), tuple(_other_numbers(fact, value)), fact)
    if fact.kind is Kind.TIME:
        hour, minute = value.split(":")[:2]
        parts: tuple[Key, ...] = ("n", Decimal(hour)), ("n", Decimal(minute))
        return Atom(("t", value), tuple(_other_times(value, fact.parts)), fact, parts)
    if fact.kind in (Kind.REFERENCE, Kind.SYMBOL):
        parts = tuple(("n", Decimal(part)) for part in _NUMBERS.findall(value))
        return Atom(("s", value), (), fact, parts)
    return Atom((fact.kind, value), (), fact)


def _other_numbers(fact: Fact, value: Decimal) -> Iterator[Key]:
    for part in fact.parts:
        yield "n", part
    if 0 < value < 1:
        # A quarter may be a word of its own, or the fraction of one and four.
        yield "f", Fraction(value)
    if fact.kind is Kind.DECADE:
        yield "n", value % 100
        if value < 100:
            yield "n", value + 1900
            yield "n", value + 2000
    elif fact.kind is Kind.YEAR and len(fact.text) == 2:
        yield "n", value % 100
    elif fact.kind is Kind.NUMBER:
        time = _DOTTED_TIME.fullmatch(fact.text)
        if time:
            yield "t", f"{int(time[1])}:{time[2]}"
        day = dotted_day(fact)
        if day is not None:
            yield "n", Decimal(day.day or 0)
            yield "m", Decimal(day.month)


def dotted_day(fact: Fact) -> Day | None:
    """The day of the year that a number with a point may be: «21.06»."""
    found = _DOTTED_DAY.fullmatch(fact.text) if fact.kind is Kind.NUMBER else None
    return Day(None, int(found[2]), int(found[1])) if found else None


def _other_times(value: str, others: Iterable[Decimal]) -> Iterator[Key]:
    """The same time as a number, by the clock of twelve hours too; and in the other half of the day."""
    hour, minute = map(int, value.split(":")[:2])
    for other in others:
        yield "n", other
        yield "t", f"{other}".replace(".", ":")
    for number in {hour, hour % 12 or 12}:
        yield "n", Decimal(f"{number}.{minute:02}")
        if minute in _QUARTERS:
            yield "n", number + Decimal(minute) / 60


#: What most texts state.
NOTHING_STATED = Stated(())
