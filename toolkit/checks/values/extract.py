"""From a text to its facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from operator import attrgetter

from toolkit.checks.values.amounts import (
    Amount,
    as_decimal,
    calendar_day,
    decade_end,
    is_fraction,
    is_year,
    sharing_scales,
)
from toolkit.checks.values.fact import Day, Fact, Kind
from toolkit.checks.values.months import Dated, MonthReader
from toolkit.checks.values.opaque import opaque
from toolkit.checks.values.spoken import AmountReader
from toolkit.checks.values.times import half_of_day, half_of_range, hours_and_minutes, is_hour
from toolkit.checks.values.tokens import Grammar, Token, grammar, tokens
from toolkit.language.lexicon.values import Role, Weight

_SHORT_RANGE = re.compile(r"\s*[–—-]\s*")
_NEAR_REFERENCE = re.compile(r"\.?\s*(?:№|No\.?|N)?\s*")
_LIST_NUMERAL = re.compile(r"[.)]\s")
_SCHOOL_YEARS = re.compile("(1[89]|20)([0-9]{2})/([0-9]{2})")
_ROMAN_SUFFIX = re.compile(r"[-\u2010\u2011][^\W\d_]{1,6}\b")
_ROMAN_RANGE = re.compile("(?:[–—-]| (?:to|по) )[IVX]+\\b")
_TIME_PARTS = re.compile("[0-9]+")
_BEFORE_MEASURE = re.compile("[\\s\u2010\u2011-]{0,2}")

Item = Token | Amount | Dated


@dataclass(frozen=True, slots=True)
class Reading:
    """The facts of a text, and the units that it mentions: "%" and codes of currencies.

    ``loose_percents`` is how many signs, and words like "in per cent", belong to no number beside them;
    ``aside`` are words that are no values but just as fixed: weekdays, seasons, measures.
    """

    facts: tuple[Fact, ...]
    units: frozenset[str]
    loose_percents: int = 0
    aside: tuple[Token, ...] = ()

    @property
    def told(self) -> bool:
        """Whether the text states anything."""
        return bool(self.facts or self.aside)


_START = attrgetter("start")
_NOTHING = Reading((), frozenset())


def facts(text: str, language: str) -> tuple[Fact, ...]:
    """The values that a plain text states, in the order of the text; their spans do not overlap.

    ``KeyError`` for a language that has no table of value words.
    """
    return read(text, language).facts


@lru_cache(maxsize=2048)
def read(text: str, language: str) -> Reading:
    """The facts of a plain text in a language, and the units; ``KeyError`` as for ``facts``."""
    found, masked = opaque(text)
    pieces = tokens(masked, language)
    if not found and not pieces:
        return _NOTHING

    aside = tuple(token for token in pieces if token.is_a(Role.ASIDE))
    if aside:
        pieces = [token for token in pieces if not token.is_a(Role.ASIDE)]
    units = frozenset(filter(None, map(_unit_name, pieces)))
    percents = _loose_percents(masked, pieces, language) if units else set()
    if pieces:
        known = grammar(language)
        amounts = hours_and_minutes(masked, _amounts(masked, pieces, known), known)
        items = MonthReader(masked, amounts, known).read()
        told = _Facts(text, masked, items, known, aside)
        found.extend(told.facts())
        percents -= told.units
    ordered = tuple(sorted(found, key=_START))
    return Reading(ordered, units, len(percents), aside)


def _loose_percents(text: str, pieces: list[Token], language: str) -> set[int]:
    """Where signs stand, and words by which numbers elsewhere may be counted: "in per cent"."""
    spans = [found.span() for found in re.finditer(grammar(language).table.in_percent, text)]
    return {
        token.start
        for token in pieces
        if token.is_a(Role.PERCENT)
        and (token.kind == "sign" or any(start <= token.start < end for start, end in spans))
    }


def _unit_name(token: Token) -> str:
    if token.word is None or token.word.role not in (Role.PERCENT, Role.CURRENCY):
        return ""
    return token.word.name or "%"


def _amounts(text: str, pieces: list[Token], known: Grammar) -> list[Token | Amount]:
    """The tokens with amounts in the place of those that make numbers."""
    reader = AmountReader(text, pieces, known)
    found: list[Token | Amount] = []
    at = 0
    while at < len(pieces):
        amount, following = reader.read(at)
        if amount is not None:
            found.append(amount)
        elif not pieces[at].is_a(Role.CARDINAL, Role.SCALE, Role.HUNDRED, Role.VAGUE):
            found.append(pieces[at])
        at = following
    return sharing_scales(text, found, known)


class _Facts:
    """Gives every amount its kind by what stands beside it."""

    def __init__(
        self, text: str, masked: str, items: list[Item], known: Grammar, aside: Sequence[Token]
    ) -> None:
        self._text = text
        self._masked = masked
        self._items = items
        self._known = known
        self._aside = aside
        #: Where the units stand that were found to belong to an amount.
        self.units: set[int] = set()

    def facts(self) -> Iterator[Fact]:
        """The facts in order."""
        for at, item in enumerate(self._items):
            if isinstance(item, Dated):
                yield self._fact(Kind.DATE, item.day, item.start, item.end, item.weight)
            elif isinstance(item, Amount):
                yield from self._amount(at, item)
            elif item.is_a(Role.CENTURY) and not self._counted(at):
                yield self._fact(Kind.NUMBER, Decimal(100), item.start, item.end, Weight.FAINT)
            elif item.kind in ("dated", "clock", "dotted", "slash"):
                yield from self._written(item)

    def _fact(
        self, kind: Kind, value: Decimal | Fraction | Day | str, start: int, end: int,
        weight: Weight = Weight.FIRM, unit: str = "", parts: tuple[Decimal, ...] = (),
    ) -> Fact:  # fmt: skip
        return Fact(kind, value, self._text[start:end], start, end, weight, unit, parts)

    def _gap(self, at: int) -> str:
        """The text between item ``at`` and the next one."""
        return self._masked[self._items[at].end : self._items[at + 1].start]

    def _neighbour(self, at: int, *roles: Role) -> Token | None:
        """The token at that place if it has one of the roles."""
        if 0 <= at < len(self._items):
            item = self._items[at]
            if isinstance(item, Token) and item.is_a(*roles):
                return item
        return None

    def _amount(self, at: int, amount: Amount) -> Iterator[Fact]:
        value = amount.value
        start, end, weight = amount.start, amount.end, amount.weight
        if isinstance(value, Fraction):
            yield self._fact(Kind.FRACTION, value, start, end, weight, parts=amount.parts)
            return
        if amount.shape == "roman":
            yield from self._roman(at, amount)
            return
        time = self._time(at, amount)
        if time is not None:
            yield time
            return
        if self._unit(at, Role.CENTURY):
            years = () if amount.suffix or amount.shape == "ordinal" else (value * 100,)
            yield self._fact(Kind.CENTURY, value, start, end, weight, parts=years)
            return
        decade = self._decade(amount)
        if decade is not None:
            yield decade
            return
        unit = self._percent_or_money(at)
        if unit is not None:
            self.units.add(unit.start)
            kind = Kind.PERCENT if unit.is_a(Role.PERCENT) else Kind.MONEY
            name = unit.word.name if unit.word is not None else ""
            parts = amount.parts if amount.scale != 1 else ()
            yield self._fact(kind, value, start, end, weight, name, parts)
        else:
            yield self._plain(at, amount, value)

    def _plain(self, at: int, amount: Amount, value: Decimal) -> Fact:
        start, end, weight = amount.start, amount.end, amount.weight
        if amount.shape == "half" and value == Decimal("0.5"):
            return self._fact(Kind.FRACTION, Fraction(1, 2), start, end, weight, parts=amount.parts)
        if self._is_reference(at):
            return self._fact(Kind.REFERENCE, value, start, end, weight)
        if amount.plain and is_year(amount):
            return self._fact(Kind.YEAR, value, start, end, weight)
        expanded = self._short_year(at, amount)
        if expanded is not None:
            return self._fact(Kind.YEAR, expanded, start, end, weight)
        kind = Kind.ORDINAL if amount.shape == "ordinal" or amount.suffix else Kind.NUMBER
        if kind is Kind.NUMBER and value == 1 and amount.plain and self._is_measured(amount):
            # "Per kg", «за 1 кг»; "an hour", «1 час».
            weight = Weight.FAINT
        return self._fact(kind, value, start, end, weight, parts=amount.parts)

    def _is_measured(self, amount: Amount) -> bool:
        """Whether a measure follows the amount: "1 kg"."""
        return any(
            token.meaning.name.startswith("unit ")
            and token.start >= amount.end
            and _BEFORE_MEASURE.fullmatch(self._masked, amount.end, token.start)
            for token in self._aside
        )

    def _percent_or_money(self, at: int) -> Token | None:
        """The unit of the amount, which a following amount may share: "20 to 30 per cent"."""
        unit = self._unit(at, Role.PERCENT, Role.CURRENCY)
        while unit is None and at + 1 < len(self._items):
            amount, following = self._items[at], self._items[at + 1]
            if not isinstance(following, Amount) or not isinstance(amount, Amount):
                return None
            if is_year(amount) or not self._known.joined("shared_unit", self._gap(at)):
                return None
            at += 1
            unit = self._unit(at, Role.PERCENT, Role.CURRENCY)
        return unit

    def _unit(self, at: int, *roles: Role) -> Token | None:
        """The unit after the amount, or a sign of currency before it."""
        after = self._neighbour(at + 1, *roles)
        if after is not None and self._joins_unit(self._gap(at), after):
            return after
        before = self._neighbour(at - 1, *roles)
        if before is None or before.is_a(Role.CENTURY, Role.PERCENT) or self._gap(at - 1).strip():
            return None
        return before if before.kind == "sign" or before.text.isupper() else None

    def _joins_unit(self, gap: str, unit: Token) -> bool:
        """Whether the gap lets the amount have the unit: "5 млн. долл.", not "51. Проценты"."""
        begins_sentence = "." in gap and unit.text.istitle() and unit.kind == "word"
        return not begins_sentence and self._known.joined("number_unit", gap)

    def _counted(self, at: int) -> bool:
        """Whether a number stands before the unit."""
        return (
            at > 0
            and isinstance(self._items[at - 1], Amount)
            and self._known.joined("number_unit", self._gap(at - 1))
        )

    def _is_reference(self, at: int) -> bool:
        amount = self._items[at]
        if not isinstance(amount, Amount) or amount.shape not in ("figure", "roman"):
            return False
        before = self._neighbour(at - 1, Role.REFERENCE)
        if before is not None and _NEAR_REFERENCE.fullmatch(self._gap(at - 1)):
            return True
        after = self._neighbour(at + 1, Role.REFERENCE)
        suffixed = bool(amount.suffix) or amount.shape == "roman"
        return after is not None and suffixed and self._gap(at).isspace()

    def _roman(self, at: int, amount: Amount) -> Iterator[Fact]:
        """A numeral; a single letter is one only where its place says so."""
        start, end = amount.start, amount.end
        suffix = _ROMAN_SUFFIX.match(self._masked, end)
        if suffix:
            end = suffix.end()
        if self._unit(at, Role.CENTURY):
            yield self._fact(Kind.CENTURY, amount.value, start, end)
        elif self._is_reference(at) or suffix:
            yield self._fact(Kind.REFERENCE, amount.value, start, end)
        elif end - start > 1 or _ROMAN_RANGE.match(self._masked, end):
            yield self._fact(Kind.ORDINAL, amount.value, start, end, Weight.WORD)
        elif start == 0 and _LIST_NUMERAL.match(self._masked, end):
            yield self._fact(Kind.REFERENCE, amount.value, start, end, Weight.FAINT)

    def _time(self, at: int, amount: Amount) -> Fact | None:
        """An hour of twelve: "5 p.m.", "2.30 p.m.", «5 часов вечера»."""
        if not is_hour(amount):
            return None
        hour, minute = divmod(as_decimal(amount), 1)
        following = self._items[at + 1] if at + 1 < len(self._items) else None
        told = half_of_day(self._masked, amount.start, amount.end, self._known)
        if told is None and isinstance(following, Amount):
            told = half_of_range(self._masked, amount, following, self._known)
        if told is None:
            return None
        name = f"{told.hour(int(hour))}:{int(minute * 100):02}"
        return self._fact(Kind.TIME, name, amount.start, told.end)

    def _decade(self, amount: Amount) -> Fact | None:
        end = decade_end(self._masked, amount, self._known)
        return self._fact(Kind.DECADE, amount.value, amount.start, end) if end else None

    def _short_year(self, at: int, amount: Amount) -> Decimal | None:
        """The year that "22" stands for in "2021–22"."""
        if at == 0 or not amount.plain or not 10 <= amount.value < 100:
            return None
        before = self._items[at - 1]
        if not isinstance(before, Amount) or not before.plain or not is_year(before):
            return None
        if not _SHORT_RANGE.fullmatch(self._gap(at - 1)):
            return None
        whole = as_decimal(before) // 100 * 100 + as_decimal(amount)
        return whole if before.value < whole else None

    def _written(self, token: Token) -> Iterator[Fact]:
        """Dates, times, section numbers and fractions that are written with points and strokes."""
        start, end = token.start, token.end
        figures = [int(part) for part in _TIME_PARTS.findall(token.text)]
        if token.kind == "dated":
            day = calendar_day(token.text, figures)
            if day is not None:
                yield self._fact(Kind.DATE, day, start, end)
                return
        if token.kind == "clock":
            yield from self._clock(token, figures)
        elif token.kind == "slash" and len(figures) == 2 and is_fraction(*figures):
            yield self._fact(Kind.FRACTION, Fraction(*figures), start, end)
        elif years := _SCHOOL_YEARS.fullmatch(token.text):
            yield self._fact(Kind.YEAR, Decimal(years[1] + years[2]), start, start + 4)
            yield self._fact(Kind.YEAR, Decimal(years[1] + years[3]), start + 5, end)
        else:
            yield self._fact(Kind.REFERENCE, token.text, start, end)

    def _clock(self, token: Token, figures: list[int]) -> Iterator[Fact]:
        hour, minute, end = figures[0], figures[1], token.end
        told = half_of_day(self._masked, token.start, end, self._known) if hour <= 12 else None
        if told is not None:
            hour, end = told.hour(hour), told.end
        name = f"{hour}:{minute:02}"
        # Without such words, and not written by a clock of 24 hours, it may be in the other half.
        is_sure = told is not None or not 1 <= hour <= 12 or token.text.startswith("0")
        other = () if is_sure else (Decimal(f"{(hour + 12) % 24}.{minute:02}"),)
        yield self._fact(Kind.TIME, name, token.start, end, parts=other)
