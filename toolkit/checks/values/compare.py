"""What one side of a message states and the other does not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import NamedTuple

from toolkit.checks.values.fact import Day, Fact, Kind
from toolkit.language.lexicon.values import Weight

#: What a value is compared by: "n" numbers, "m" months, "t" times, "f" fractions, else the kind.
Key = tuple[str, Decimal | Fraction | str]

_NUMBERS = re.compile("[0-9]+")
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
    ``key``. ``parts`` are the numbers within a symbol, which answer for it together, and only for a
    side that writes no symbols.
    """

    key: Key
    also: tuple[Key, ...]
    fact: Fact
    parts: tuple[Key, ...] = ()
    repeated: Repeated = Repeated.ALWAYS


@dataclass(frozen=True, slots=True)
class Difference:
    """What the two sides do not share.

    ``missing`` are facts of the source without an equal in the translation, ``extra`` the reverse.
    Dates whose parts are all there but belong together in another way are missing and extra too.
    ``fewer`` and ``more`` are facts that the translation states, but less or more often.
    ``exchanged`` are faint values of one sort that only the source has, and only the translation: each
    alone is a matter of style ("the third" may be nothing), both together are not.
    """

    missing: tuple[Fact, ...] = ()
    extra: tuple[Fact, ...] = ()
    fewer: tuple[Fact, ...] = ()
    more: tuple[Fact, ...] = ()
    exchanged: tuple[tuple[Fact, ...], tuple[Fact, ...]] = ((), ())


#: What most pairs come to: no rule has anything to say of it.
SAME = Difference()


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


def difference(ours: Stated, theirs: Stated) -> Difference:
    """What the text ``theirs``, a translation, does not share with ``ours``; ``SAME`` if nothing."""
    if not ours.atoms and not theirs.atoms:
        return SAME
    missing = [*_unanswered(ours, theirs), *_undated(ours, theirs)]
    extra = [*_unanswered(theirs, ours), *_undated(theirs, ours)]
    if missing or extra:
        return Difference(_facts(missing), _facts(extra))
    fewer, more = _rarer(ours, theirs), _rarer(theirs, ours)
    if fewer and more:
        # One number became another that both sides state.
        return Difference(_distinct(fewer), _distinct(more))
    wrong, instead = _confused(ours, theirs)
    exchanged: tuple[tuple[Fact, ...], tuple[Fact, ...]] = ((), ())
    if ours.has_faint and theirs.has_faint:
        exchanged = _exchanged(
            _unanswered(ours, theirs, faint=True), _unanswered(theirs, ours, faint=True)
        )
    if not (wrong or instead or fewer or more or exchanged[0] or exchanged[1]):
        return SAME
    return Difference(wrong, instead, _facts(_counted(fewer)), _facts(_counted(more)), exchanged)


def _exchanged(
    ours: Iterable[Atom], theirs: Iterable[Atom]
) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Faint facts of both sides, of those sorts of which both have some."""
    here, there = [atom.fact for atom in ours], [atom.fact for atom in theirs]
    shared = {_sort(fact) for fact in here} & {_sort(fact) for fact in there} - {""}
    return (
        tuple(fact for fact in here if _sort(fact) in shared),
        tuple(fact for fact in there if _sort(fact) in shared),
    )


def _sort(fact: Fact) -> str:
    """What a faint fact may be exchanged with: an ordinal, a part, a multiple; nothing for one."""
    value = fact.value
    if isinstance(value, Fraction) or (isinstance(value, Decimal) and 0 < value < 1):
        return "part"
    if not isinstance(value, Decimal) or value <= 1 or fact.kind not in _EXCHANGEABLE:
        return ""
    return fact.kind.value


_EXCHANGEABLE = frozenset({Kind.ORDINAL, Kind.NUMBER})


def _facts(atoms: Iterable[Atom]) -> tuple[Fact, ...]:
    """The facts of the atoms, each once, in the order of the text."""
    return _in_order({atom.fact for atom in atoms})


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
        return Atom(("f", value), tuple(also), fact)
    if isinstance(value, Decimal):
        return Atom(("n", value), tuple(_other_numbers(fact, value)), fact)
    if fact.kind is Kind.TIME:
        return Atom(("t", value), tuple(_other_times(value)), fact)
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


def _other_times(value: str) -> Iterator[Key]:
    """The same time by a clock of twelve hours, and a full hour as a number."""
    hour, minute = map(int, value.split(":")[:2])
    yield "t", f"{hour % 12 or 12}:{minute:02}"
    yield "n", Decimal(f"{hour}.{minute:02}")
    yield "n", Decimal(f"{hour % 12 or 12}.{minute:02}")


def _unanswered(ours: Stated, theirs: Stated, *, faint: bool = False) -> list[Atom]:
    """The atoms that the other side states in no way: those that count, or the ``faint`` ones."""
    keys = theirs.keys
    if ours.keys <= keys:
        return []
    other = {key for atom in theirs.atoms for key in atom.also}
    if not any(atom.parts for atom in ours.atoms):
        other.update(key for atom in theirs.atoms for key in atom.parts)
    spelt_out = not any(atom.parts for atom in theirs.atoms)
    return [
        atom
        for atom in ours.atoms
        if (atom.fact.weight is Weight.FAINT) is faint
        and atom.key not in keys
        and atom.key not in other
        and keys.isdisjoint(atom.also)
        and not (spelt_out and atom.parts and keys.issuperset(atom.parts))
    ]


def _undated(ours: Stated, theirs: Stated) -> Iterator[Atom]:
    """Days for which the other side has the month without them, and the number only in passing.

    Without this the day of "1 January" would be found in any "one" or "first" of the sentence.
    """
    dates = [fact for fact in ours.days if isinstance(fact.value, Day) and fact.value.day]
    if not dates or not theirs.days:
        return
    there = _by_month(theirs.days, "day")
    # A number that counts something on both sides is no day on one of them.
    spare = _sure_numbers(theirs.facts)
    spare.subtract(_sure_numbers(ours.facts))
    for fact in dates:
        told = fact.value
        if isinstance(told, Day) and told.day is not None:
            days = there.get(told.month, {})
            if days and told.day not in days and spare[Decimal(told.day)] <= 0:
                yield Atom(("n", Decimal(told.day)), (), fact)


def _sure_numbers(facts: Sequence[Fact]) -> Counter[Decimal]:
    return Counter(
        fact.value
        for fact in facts
        if isinstance(fact.value, Decimal) and fact.weight > Weight.FAINT
    )


def _rarer(ours: Stated, theirs: Stated) -> list[Atom]:
    """The atoms that our side states in figures more often than the other states them at all."""
    if not ours.repeats:
        return []
    firm = [atom for atom in ours.atoms if atom.repeated and atom.fact.weight is Weight.FIRM]
    here = Counter(atom.key for atom in firm)
    if not here:
        return []
    there = Counter(key for atom in theirs.atoms if atom.repeated for key in (atom.key, *atom.also))
    rare = {key for key, count in here.items() if 0 < there[key] < count}
    return [atom for atom in firm if atom.key in rare]


def _counted(atoms: Iterable[Atom]) -> Iterable[Atom]:
    return (atom for atom in atoms if atom.repeated is Repeated.ALWAYS)


def _distinct(atoms: Iterable[Atom]) -> tuple[Fact, ...]:
    """One fact for each value."""
    return _facts({atom.key: atom for atom in atoms}.values())


def _confused(ours: Stated, theirs: Stated) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Dates of both sides whose days or years stand with other months."""
    left, right = ours.days, theirs.days
    if len(left) < 2 or len(right) < 2:
        return (), ()
    wrong, instead = set[Fact](), set[Fact]()
    for part in ("day", "year"):
        here, there = _by_month(left, part), _by_month(right, part)
        for month in here.keys() & there.keys():
            if None in here[month] or None in there[month]:
                continue
            lost, new = here[month].keys() - there[month], there[month].keys() - here[month]
            if lost and new:
                wrong.update(here[month][value] for value in lost)
                instead.update(there[month][value] for value in new)
    return _in_order(wrong), _in_order(instead)


def _in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(sorted(facts, key=lambda fact: fact.start))


def _by_month(facts: Sequence[Fact], part: str) -> dict[int, dict[int | None, Fact]]:
    """For each month the days, or the years, with which it is named."""
    found: dict[int, dict[int | None, Fact]] = {}
    for fact in facts:
        if isinstance(fact.value, Day):
            found.setdefault(fact.value.month, {})[getattr(fact.value, part)] = fact
    return found
