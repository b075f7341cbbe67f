"""The rules of values: each says one kind of difference between a message and its translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from toolkit.checks.pair import Pair, PairRule, Remark
from toolkit.checks.values.compare import SAME, Difference
from toolkit.checks.values.exchange import check_calendar, check_measure
from toolkit.checks.values.extract import Reading
from toolkit.checks.values.fact import Fact, Kind, Value
from toolkit.language.lexicon.values import Weight

_DATES = frozenset({Kind.DATE, Kind.YEAR, Kind.DECADE, Kind.CENTURY, Kind.TIME})
_REFERENCES = frozenset({Kind.REFERENCE, Kind.SYMBOL})
_ADDRESSES = frozenset({Kind.URL, Kind.EMAIL, Kind.HANDLE, Kind.PHONE})
_NUMBERS = frozenset(Kind) - _DATES - _REFERENCES - _ADDRESSES

#: Numbers up to two come and go with the idiom: "two sisters", "twins", "both".
_SMALLEST_MISSED = 3


def check_number(pair: Pair) -> Iterable[Remark]:
    """Numbers, percentages and sums of money that only one side states."""
    return _missing(pair, "check.number", _NUMBERS)


def check_date(pair: Pair) -> Iterable[Remark]:
    """Dates, years, decades and times that only one side states, or that are put together wrongly."""
    return _missing(pair, "check.date", _DATES)


def check_reference(pair: Pair) -> Iterable[Remark]:
    """Numbers of sections, articles and documents that only one side states."""
    return _missing(pair, "check.reference", _REFERENCES)


def check_address(pair: Pair) -> Iterable[Remark]:
    """Internet and mail addresses, handles and telephone numbers that only one side states."""
    return _missing(pair, "check.address", _ADDRESSES)


def check_number_word(pair: Pair) -> Iterator[Remark]:
    """Numbers in words that only one side states, where the other has nothing in their place."""
    found = pair.difference
    if found is SAME or not _is_loose(found):
        return
    lost, put = found.exchanged
    missing = list(dict.fromkeys([*_telling(found.missing), *lost]))
    extra = list(dict.fromkeys([*_telling(found.extra), *put]))
    if missing or extra:
        yield _remark("check.number-word", missing, extra)


def check_number_count(pair: Pair) -> Iterator[Remark]:
    """Numbers that both sides state, one more often than the other."""
    found = pair.difference
    fewer, more = found.fewer, found.more
    if fewer or more:
        side = "source" if fewer else "translation"
        yield Remark(
            "check.number-count",
            f"{_quoted(_distinct([*fewer, *more]))} stands more often in the {side}",
            "see that no number was lost or repeated by mistake",
            _texts(fewer or _same(pair, more, 0)),
            _texts(more or _same(pair, fewer, 1)),
        )


def check_unit(pair: Pair) -> Iterator[Remark]:
    """Percentages that lost their sign, and sums in another currency."""
    source, target = pair.source.values, pair.target.values
    if not source.units and not target.units:
        return
    lost = _lost_percent(source, target)
    if lost:
        message = f"{_quoted(lost)} of the source is no percentage in the translation"
        yield _about_unit("check.unit", message, lost, _equals(lost, target.facts))
    told = {fact.value for fact in lost}
    new = [fact for fact in _lost_percent(target, source) if fact.value not in told]
    if new:
        message = f"{_quoted(new)} of the translation is no percentage in the source"
        yield _about_unit("check.unit", message, _equals(new, source.facts), new)
    swapped = _in_other_currency(source, target)
    if swapped:
        here, there = [fact for fact, _ in swapped], [fact for _, fact in swapped]
        message = f"{_quoted(here)} is in {_units(here)} in the source, in {_units(there)} here"
        yield _about_unit("check.unit", message, here, there)
        return
    ours, theirs = _currencies(source) - target.units, _currencies(target) - source.units
    if ours and theirs:
        message = f"the source counts in {_listed(ours)}, the translation in {_listed(theirs)}"
        sums = [fact for fact in source.facts if fact.unit in ours]
        others = [fact for fact in target.facts if fact.unit in theirs]
        yield _about_unit("check.unit", message, sums, others)


def check_money(pair: Pair) -> Iterator[Remark]:
    """Sums of money whose currency only one side names."""
    source, target = pair.source.values, pair.target.values
    if not source.units and not target.units:
        return
    sums, others = _in_lost_currency(source, target), _in_lost_currency(target, source)
    if sums and not _currencies(target) - source.units:
        message = f"the translation does not say that {_quoted(sums)} is in {_units(sums)}"
        yield _about_unit("check.money", message, sums, _equals(sums, target.facts))
    elif others and not _currencies(source) - target.units:
        message = f"the source does not say that {_quoted(others)} is in {_units(others)}"
        yield _about_unit("check.money", message, _equals(others, source.facts), others)


RULES: tuple[PairRule, ...] = (
    check_number,
    check_number_word,
    check_number_count,
    check_unit,
    check_money,
    check_date,
    check_reference,
    check_address,
    check_calendar,
    check_measure,
)


def _missing(pair: Pair, code: str, kinds: frozenset[Kind]) -> Iterable[Remark]:
    found = pair.difference
    if found is SAME or _is_loose(found):
        return ()
    missing = [fact for fact in found.missing if fact.kind in kinds]
    extra = [fact for fact in found.extra if fact.kind in kinds]
    return (_remark(code, missing, extra),) if missing or extra else ()


def _is_loose(found: Difference) -> bool:
    """Whether only words differ, and only on one side: what translators may do."""
    both = (*found.missing, *found.extra)
    one_sided = not (found.missing and found.extra)
    return one_sided and all(fact.weight < Weight.FIRM for fact in both)


def _telling(facts: Iterable[Fact]) -> list[Fact]:
    return [
        fact
        for fact in facts
        if isinstance(fact.value, Decimal)
        and fact.value == int(fact.value)
        and (abs(fact.value) >= _SMALLEST_MISSED or fact.kind is Kind.ORDINAL)
    ]


def _lost_percent(ours: Reading, theirs: Reading) -> list[Fact]:
    """Percentages that the other side states as mere numbers, having fewer of that value."""
    if theirs.loose_percents > ours.loose_percents:
        # "The turnout in per cent: 46".
        return []
    here = [fact for fact in ours.facts if fact.kind is Kind.PERCENT]
    if not here:
        return []
    stated = Counter(fact.value for fact in here)
    there = Counter(fact.value for fact in theirs.facts if fact.kind is Kind.PERCENT)
    numbers = {fact.value for fact in theirs.facts if fact.kind is not Kind.PERCENT}
    elided = _elided(theirs)
    mills = {(fact.value, fact.unit) for fact in theirs.facts if fact.kind is Kind.PERCENT}
    return [
        fact
        for fact in here
        if (
            stated[fact.value] > there[fact.value]
            and fact.value in numbers
            and fact.value not in elided
        )
        or (there[fact.value] and (fact.value, fact.unit) not in mills)
    ]


def _elided(reading: Reading) -> frozenset[Value]:
    """Numbers in words that follow a percentage and may be one: "14 per cent, though they say six"."""
    percents = [fact.end for fact in reading.facts if fact.kind is Kind.PERCENT]
    if not percents:
        return frozenset()
    return frozenset(
        fact.value
        for fact in reading.facts
        if fact.kind is Kind.NUMBER and fact.weight is Weight.WORD and fact.start > percents[0]
    )


def _in_other_currency(ours: Reading, theirs: Reading) -> list[tuple[Fact, Fact]]:
    """Sums that both sides state once, in currencies that both sides name, but in different ones."""
    here, there = _sums(ours), _sums(theirs)
    shared = ours.units & theirs.units
    return [
        (sums[0], there[value][0])
        for value, sums in here.items()
        if len(sums) == len(there.get(value, ())) == 1
        and sums[0].unit != there[value][0].unit
        and {sums[0].unit, there[value][0].unit} <= shared
    ]


def _sums(reading: Reading) -> dict[Value, list[Fact]]:
    found: dict[Value, list[Fact]] = {}
    for fact in reading.facts:
        if fact.kind is Kind.MONEY:
            found.setdefault(fact.value, []).append(fact)
    return found


def _in_lost_currency(ours: Reading, theirs: Reading) -> list[Fact]:
    """Sums in a currency that the other side does not mention, though it states the sum."""
    sums = [
        fact for fact in ours.facts if fact.kind is Kind.MONEY and fact.unit not in theirs.units
    ]
    values = {fact.value for fact in theirs.facts} if sums else set()
    return [fact for fact in sums if fact.value in values]


def _currencies(reading: Reading) -> frozenset[str]:
    return frozenset(unit for unit in reading.units if unit.isalpha())


def _units(facts: Iterable[Fact]) -> str:
    return _listed({fact.unit for fact in facts})


def _listed(units: Iterable[str]) -> str:
    return " and ".join(sorted(units))


def _about_unit(code: str, message: str, source: Iterable[Fact], target: Iterable[Fact]) -> Remark:
    hint = "compare the per cent signs and the currencies"
    return Remark(code, message, hint, _texts(source), _texts(target))


def _equals(facts: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    values = {fact.value for fact in facts}
    return [other for other in others if other.value in values]


def _same(pair: Pair, facts: Sequence[Fact], place: int) -> list[Fact]:
    """The facts of the other side that state the same values."""
    side = (pair.source, pair.target)[place]
    return _equals(facts, side.values.facts)


def _distinct(facts: Iterable[Fact]) -> list[Fact]:
    return list({fact.value: fact for fact in facts}.values())


def _remark(code: str, missing: Sequence[Fact], extra: Sequence[Fact]) -> Remark:
    if missing and extra:
        message = f"the source says {_quoted(missing)}, the translation {_quoted(extra)}"
        hint = "make the translation say what the source says"
    elif missing:
        message = f"{_quoted(missing)} is missing in the translation"
        hint = "add it, or see whether it is written in another way"
    else:
        message = f"{_quoted(extra)} is not in the source"
        hint = "take it out, or see whether the source lacks it"
    return Remark(code, message, hint, _texts(missing), _texts(extra))


def _quoted(facts: Iterable[Fact]) -> str:
    return ", ".join(f"`{fact.text}`" for fact in facts)


def _texts(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(fact.text for fact in facts)
