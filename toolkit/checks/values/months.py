"""Dates in words: the name of a month with the days and the year beside it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from toolkit.checks.values.amounts import Amount, decade_end
from toolkit.checks.values.fact import Day
from toolkit.checks.values.tokens import Grammar, Token
from toolkit.language.lexicon.values import Role, Weight

_WORD_AFTER = re.compile(r"[ \u00a0]([^\W\d_])")


class Dated(NamedTuple):
    """A date that stands at ``[start:end]`` of the text."""

    day: Day
    start: int
    end: int
    weight: Weight


class MonthReader:
    """Reads the dates among the items of one text."""

    def __init__(self, text: str, items: list[Token | Amount], grammar: Grammar) -> None:
        self._text = text
        self._items = items
        self._grammar = grammar
        #: The first item that belongs to no date yet.
        self._free = 0

    def read(self) -> list[Token | Amount | Dated]:
        """The items with dates in the place of months, their days and years."""
        if not any(isinstance(item, Token) and item.is_a(Role.MONTH) for item in self._items):
            return list(self._items)
        found: list[Token | Amount | Dated] = []
        for at, item in enumerate(self._items):
            if not isinstance(item, Token) or not item.is_a(Role.MONTH) or at < self._free:
                continue
            first, days, last, year = self._around(at)
            dates = self._dates(item, at, first, days, last, year)
            if dates:
                found.extend(self._items[self._free : first])
                found.extend(dates)
                self._free = last + 1
        found.extend(self._items[self._free :])
        return found

    def _gap(self, at: int) -> str:
        return self._text[self._items[at].end : self._items[at + 1].start]

    def _joined(self, name: str, at: int) -> bool:
        """Whether item ``at`` and the next one may be joined, both free."""
        return (
            self._free <= at
            and at + 1 < len(self._items)
            and self._grammar.joined(name, self._gap(at))
        )

    def _around(self, at: int) -> tuple[int, list[int], int, int | None]:
        """The items of the date of month ``at``: the first, its days, the last, and its year."""
        days = self._days_before(at)
        first, last = (days[0] if days else at), at
        if not days:
            days = self._days_after(at)
            last = days[-1] if days else at
        join = "month_year" if last == at else "day_year"
        if self._joined(join, last) and self._year(last + 1) is not None:
            return first, days, last + 1, self._year(last + 1)
        join = "year_day" if first < at else "year_month"
        if self._joined(join, first - 1):
            year = self._year(first - 1, before=True)
            if year is not None:
                return first - 1, days, last, year
        return first, days, last, None

    def _days_before(self, at: int) -> list[int]:
        days: list[int] = []
        join = "day_month"
        while self._joined(join, at - 1) and self._day(at - 1) is not None:
            if days and self._shape(at - 1) != self._shape(at):
                # «Первое — 7-го, второе — 21-го октября»: the words count something else.
                break
            at -= 1
            days.insert(0, at)
            join = "day_day"
        return days

    def _days_after(self, at: int) -> list[int]:
        days: list[int] = []
        join = "month_day"
        while (
            self._joined(join, at)
            and self._day(at + 1) is not None
            and not self._owned(at + 1)
            and not self._counts_parts(at + 1)
        ):
            at += 1
            days.append(at)
            join = "day_day"
        return days

    def _owned(self, at: int) -> bool:
        """Whether the number is the day of the month after it: "in March, 5 April"."""
        following = self._items[at + 1] if at + 1 < len(self._items) else None
        return (
            isinstance(following, Token)
            and following.is_a(Role.MONTH)
            and self._joined("day_month", at)
        )

    def _counts_parts(self, at: int) -> bool:
        """Whether the ordinal counts the weeks or halves of the month before it."""
        part = self._grammar.joins["part_of_month"]
        return part is not None and part.match(self._text, self._items[at].end) is not None

    def _day(self, at: int) -> int | None:
        item = self._items[at]
        if not isinstance(item, Amount) or not 1 <= item.value <= 31 or item.value % 1:
            return None
        return int(item.value) if item.plain or item.shape == "ordinal" else None

    def _shape(self, at: int) -> str:
        item = self._items[at]
        return item.shape if isinstance(item, Amount) else item.kind

    def _year(self, at: int, *, before: bool = False) -> int | None:
        item = self._items[at]
        if not isinstance(item, Amount) or not 1000 <= item.value <= 9999:
            return None
        if not item.plain or (item.suffix and not before):
            return None
        if decade_end(self._text, item, self._grammar):
            return None
        return int(item.value)

    def _dates(
        self, month: Token, at: int, first: int, days: list[int], last: int, year: int | None
    ) -> list[Dated]:
        """One date for each day; the outer ones take in the month and the year."""
        number = int(month.meaning.value)
        weight = self._weight(month, alone=first == last)
        if weight is None:
            return []
        start, end = self._items[first].start, self._items[last].end
        if not days:
            return [Dated(Day(year, number, None), start, end, weight)]
        found = []
        for place, day in enumerate(days):
            left = start if place == 0 else self._items[day].start
            right = end if place == len(days) - 1 else self._items[day].end
            if at < first or (place == 0 and at < days[0]):
                left = start
            found.append(Dated(Day(year, number, self._day(day)), left, right, weight))
        return found

    def _weight(self, month: Token, *, alone: bool) -> Weight | None:
        """How sure the month is: a name that is also another word needs a number or a preposition."""
        if not alone:
            return Weight.FIRM
        if month.meaning.attached:
            return None
        before = self._grammar.table.joins.before_month
        is_placed = bool(before) and _ends(before, self._text, month.start)
        if self._may_be_given_name(month) and not is_placed:
            return Weight.FAINT
        if before:
            if month.meaning.weight is Weight.FAINT and is_placed:
                return Weight.FIRM
        elif month.text[0].isupper() and month.start > 0:
            return Weight.FAINT
        return month.meaning.weight

    def _may_be_given_name(self, month: Token) -> bool:
        """Whether a surname may follow: «Марта Винтерхольт», "June Smith"."""
        after = _WORD_AFTER.match(self._text, month.end)
        return month.text[0].isupper() and after is not None and after[1].isupper()


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _ends(pattern: str, text: str, end: int) -> bool:
    """Whether the words before that place match."""
    return _compiled(pattern).search(text[max(0, end - 24) : end].lower()) is not None
