"""Times of the day: in which half of it they are, as far as the words beside them tell."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.checks.values.amounts import Amount, as_decimal
from toolkit.checks.values.tokens import Grammar, Token

#: Hours of the clock of twelve that "at night" and "of the day" put into the other half of the day.
_EVENING = 8


@dataclass(frozen=True, slots=True)
class Told:
    """What the words beside a time tell: the part of the day, and where they end."""

    part: str
    end: int

    def hour(self, hour: int) -> int:
        """The hour by a clock of 24 hours."""
        hour %= 12
        is_late = {
            "morning": False,
            "afternoon": True,
            "day": hour < _EVENING,
            "night": hour >= _EVENING,
        }[self.part]
        return hour + 12 if is_late else hour


def half_of_day(text: str, start: int, end: int, grammar: Grammar) -> Told | None:
    """What the words around the time at ``[start:end]`` tell of its part of the day."""
    for part, pattern in grammar.parts_after.items():
        found = pattern.match(text, end)
        if found:
            return Told(part, found.end())
    if grammar.parts_before:
        before = text[max(0, start - 40) : start].lower()
        for part, pattern in grammar.parts_before.items():
            if pattern.search(before):
                return Told(part, end)
    return None


def is_hour(amount: Amount) -> bool:
    """Whether it may be an hour by the clock of twelve."""
    return amount.shape == "figure" and 0 <= amount.value <= 12


def half_of_range(text: str, start: Amount, end: Amount, grammar: Grammar) -> Told | None:
    """What the words at the end of a range tell of its start: "from 1 to 2 p.m."."""
    if not is_hour(end) or not grammar.joined("shared_unit", text[start.end : end.start]):
        return None
    if as_decimal(start) % 12 >= as_decimal(end) % 12:
        return None
    told = half_of_day(text, end.start, end.end, grammar)
    return told and Told(told.part, start.end)


def hours_and_minutes(
    text: str, items: list[Token | Amount], grammar: Grammar
) -> list[Token | Amount]:
    """The items with a time in the place of "10 hours 30 minutes", be it of the day or a length."""
    if grammar.hours is None or grammar.minutes is None:
        return items
    found: list[Token | Amount] = []
    for item in items:
        before = found[-1] if found else None
        if (
            isinstance(before, Amount)
            and isinstance(item, Amount)
            and _are_figures_below(before, 24)
            and _are_figures_below(item, 60)
            and grammar.hours.fullmatch(text, before.end, item.start)
            and (after := grammar.minutes.match(text, item.end))
        ):
            name = f"{before.value}:{item.value:02}"
            found[-1] = Token("clock", name, before.start, after.end())
        else:
            found.append(item)
    return found


def _are_figures_below(amount: Amount, limit: int) -> bool:
    return amount.shape == "figure" and amount.value in range(limit)
