"""What is no number and yet fixed: days of the week, seasons, measures.

One of them alone may come and go ("on Monday" is "the next day"). Only if one stands in the place of
another do the two sides say different things.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from toolkit.checks.pair import Pair, Remark, Side
from toolkit.checks.values.extract import Reading
from toolkit.checks.values.fact import Fact, Kind, Value
from toolkit.checks.values.tokens import Token, grammar

_CALENDAR = ("weekday", "season")
_UNIT = "unit "
#: After a temperature; the C of Celsius is often typed in Cyrillic.
_DEGREES = re.compile("[\\s\u00a0\u202f]?°[\\s\u00a0]?([CСF])")
#: Between a number and its measure.
_NEXT = re.compile(r"[\s\u00a0\u202f\u2009-]{0,2}")
_HINT = "make the translation say what the source says"


def check_calendar(pair: Pair) -> Iterator[Remark]:
    """Another day of the week, another season; a year for its decade."""
    source, target = pair.source.values, pair.target.values
    if not source.told or not target.told:
        return
    for sort in _CALENDAR if source.aside and target.aside else ():
        ours, theirs = _sorted(source, sort), _sorted(target, sort)
        lost = tuple(word for name, word in ours.items() if name not in theirs)
        new = tuple(word for name, word in theirs.items() if name not in ours)
        if lost and new:
            yield _remark("check.date", lost, new)
    yield from _decades(_spans(pair.source, source), _spans(pair.target, target))


def check_measure(pair: Pair) -> Iterator[Remark]:
    """A number that both sides state, in another measure: 15 g, 15 kg; five days, five weeks."""
    source, target = pair.source.values, pair.target.values
    has_degrees = "°" in pair.source.plain and "°" in pair.target.plain
    if not has_degrees and not (source.aside and target.aside):
        return
    ours, theirs = _measured(pair.source.plain, source), _measured(pair.target.plain, target)
    for value, mine in ours.items():
        other = theirs.get(value)
        if other is not None and other.unit != mine.unit and other.times == mine.times:
            yield _remark("check.unit", (mine.fact.text,), (other.fact.text,))


def _sorted(reading: Reading, sort: str) -> Mapping[str, str]:
    """The words of one sort, by what they mean."""
    return {
        token.meaning.name: token.text
        for token in reading.aside
        if token.meaning.name.startswith(sort)
    }


class _Measured(NamedTuple):
    """A number with its measure, and how often the text states the number, with or without one."""

    unit: str
    fact: Fact
    times: int


def _measured(text: str, reading: Reading) -> Mapping[Value, _Measured]:
    """The measure of each number that has one in the text, and has it once."""
    numbers = [fact for fact in reading.facts if fact.kind is Kind.NUMBER]
    count = Counter(fact.value for fact in numbers)
    found: defaultdict[Value, list[_Measured]] = defaultdict(list)
    for fact in numbers:
        unit = _unit_after(text, fact, reading.aside)
        if unit:
            found[fact.value].append(_Measured(unit, fact, count[fact.value]))
    return {value: several[0] for value, several in found.items() if len(several) == 1}


def _unit_after(text: str, fact: Fact, aside: Sequence[Token]) -> str:
    degrees = _DEGREES.match(text, fact.end)
    if degrees:
        return "unit °F" if degrees[1] == "F" else "unit °C"
    for token in aside:
        if token.start >= fact.end and token.meaning.name.startswith(_UNIT):
            return token.meaning.name if _NEXT.fullmatch(text, fact.end, token.start) else ""
    return ""


def _decades(
    ours: Mapping[Value, Sequence[Fact]], theirs: Mapping[Value, Sequence[Fact]]
) -> Iterator[Remark]:
    """A year on one side of which the other makes the ten years that begin with it, or the reverse."""
    for value, facts in ours.items() if theirs else ():
        others = theirs.get(value, ())
        kinds, their_kinds = {fact.kind for fact in facts}, {fact.kind for fact in others}
        if others and len(kinds | their_kinds) == len(kinds) + len(their_kinds):
            yield _remark("check.date", (facts[0].text,), (others[0].text,))


def _spans(side: Side, reading: Reading) -> Mapping[Value, Sequence[Fact]]:
    """The years and decades by their value, but for those that may be either."""
    found: defaultdict[Value, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        if fact.kind in (Kind.YEAR, Kind.DECADE):
            either = grammar(side.language).year_or_decade
            if either is not None and either.search(fact.text):
                continue
            found[fact.value].append(fact)
    return found


def _remark(code: str, source: tuple[str, ...], target: tuple[str, ...]) -> Remark:
    told = [", ".join(f"`{word}`" for word in words) for words in (source, target)]
    message = f"the source says {told[0]}, the translation {told[1]}"
    return Remark(code, message, _HINT, source, target)
