"""What one side of a message states and the other does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from toolkit.checks.values.fact import Day, Fact, Kind
from toolkit.checks.values.stated import Atom, Repeated, Stated, dotted_day
from toolkit.language.lexicon.values import Weight

#: Facts of the source, and those of the translation that stand in their place.
Exchanged = tuple[tuple[Fact, ...], tuple[Fact, ...]]
_NONE_EXCHANGED: Exchanged = ((), ())


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
    exchanged: Exchanged = ((), ())


#: What most pairs come to: no rule has anything to say of it.
SAME = Difference()


def difference(ours: Stated, theirs: Stated) -> Difference:
    """What the text ``theirs``, a translation, does not share with ``ours``; ``SAME`` if nothing."""
    if not ours.atoms and not theirs.atoms:
        return SAME
    missing = [*_unanswered(ours, theirs), *_undated(ours, theirs)]
    extra = [*_unanswered(theirs, ours), *_undated(theirs, ours)]
    if missing or extra:
        exchanged = _loosely_exchanged(ours, theirs, missing, extra)
        return Difference(_facts(missing), _facts(extra), exchanged=exchanged)
    fewer, more = _rarer(ours, theirs), _rarer(theirs, ours)
    if fewer and more:
        # One number became another that both sides state.
        return Difference(_distinct(fewer), _distinct(more))
    wrong, instead = _confused(ours, theirs)
    exchanged = _NONE_EXCHANGED
    if ours.has_faint or theirs.has_faint:
        exchanged = _exchanged(_faint(ours, theirs), _faint(theirs, ours))
    if not (wrong or instead or fewer or more or exchanged[0] or exchanged[1]):
        return SAME
    return Difference(wrong, instead, _facts(_counted(fewer)), _facts(_counted(more)), exchanged)


def _loosely_exchanged(
    ours: Stated, theirs: Stated, missing: Sequence[Atom], extra: Sequence[Atom]
) -> Exchanged:
    """Words that one side has in the place of faint ones of the other: "two" for "one", "twice"."""
    if missing and extra:
        return _NONE_EXCHANGED
    here = [*missing, *_unanswered(ours, theirs, faint=True)]
    there = [*extra, *_unanswered(theirs, ours, faint=True)]
    if here and not there:
        there.extend(_more_often(theirs, ours, Weight.WORD))
    elif there and not here:
        here.extend(_more_often(ours, theirs, Weight.WORD))
    return _exchanged(here, there)


def _faint(ours: Stated, theirs: Stated) -> list[Atom]:
    """The faint atoms that the other side lacks, and those that it has less often."""
    found = _unanswered(ours, theirs, faint=True) if ours.has_faint else []
    return [*found, *_more_often(ours, theirs, Weight.FAINT)]


def _more_often(ours: Stated, theirs: Stated, weight: Weight) -> Iterator[Atom]:
    """Values of a weight that stand more often here: the second "first" of "first, first, fifth"."""
    if not ours.repeats:
        return
    here = Counter(atom.key for atom in ours.atoms)
    there = Counter(key for atom in theirs.atoms for key in (atom.key, *atom.also))
    for atom in ours.atoms:
        if atom.fact.weight is weight and 0 < there[atom.key] < here[atom.key]:
            yield atom


def _exchanged(ours: Iterable[Atom], theirs: Iterable[Atom]) -> Exchanged:
    """Loose facts of both sides, of those sorts of which both have some; "two" beside "one" too."""
    here, there = [atom.fact for atom in ours], [atom.fact for atom in theirs]
    shared = {_sort(fact) for fact in here} & {_sort(fact) for fact in there} - {""}
    if not shared:
        return _two_for_one(here, there)
    return (
        tuple(fact for fact in here if _sort(fact) in shared),
        tuple(fact for fact in there if _sort(fact) in shared),
    )


def _two_for_one(ours: Sequence[Fact], theirs: Sequence[Fact]) -> Exchanged:
    """The word "two" of one side, and the "one" of the other."""
    for here, there, is_ours in ((ours, theirs, True), (theirs, ours, False)):
        twos = tuple(f for f in here if _is_number(f, 2) and f.weight is Weight.WORD)
        ones = tuple(f for f in there if _is_number(f, 1))
        if twos and ones:
            return (twos, ones) if is_ours else (ones, twos)
    return _NONE_EXCHANGED


def _is_number(fact: Fact, value: int) -> bool:
    return fact.kind is Kind.NUMBER and fact.value == value


def _sort(fact: Fact) -> str:
    """What a faint fact may be exchanged with: an ordinal, a part, a multiple; nothing for "one"."""
    value = fact.value
    if isinstance(value, Fraction) or (isinstance(value, Decimal) and 0 < value < 1):
        return "part"
    if not isinstance(value, Decimal) or fact.kind not in _EXCHANGEABLE:
        return ""
    if value < 1 or (value == 1 and fact.kind is Kind.NUMBER):
        return ""
    return fact.kind.value


_EXCHANGEABLE = frozenset({Kind.ORDINAL, Kind.NUMBER})


def _facts(atoms: Iterable[Atom]) -> tuple[Fact, ...]:
    """The facts of the atoms, each once, in the order of the text."""
    return _in_order({atom.fact for atom in atoms})


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
    dotted = {dotted_day(fact) for fact in theirs.facts}
    for fact in dates:
        told = fact.value
        if isinstance(told, Day) and told.day is not None:
            if replace(told, year=None) in dotted:
                continue
            days = there.get(told.month, {})
            is_lost = bool(days) and told.day not in days
            if (is_lost or _is_bare(told, ours, theirs)) and spare[Decimal(told.day)] <= 0:
                yield Atom(("n", Decimal(told.day)), (), fact)


def _is_bare(told: Day, ours: Stated, theirs: Stated) -> bool:
    """Whether only the other side has the month and year of a date without its day.

    The day may be there with another year: "December 2022 … 31 December 2024".
    """
    bare = replace(told, day=None)
    there = {fact.value for fact in theirs.days}
    if told.year is None or bare not in there or there & {told, replace(told, year=None)}:
        return False
    return all(fact.value != bare for fact in ours.days)


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
