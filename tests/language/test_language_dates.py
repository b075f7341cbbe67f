"""Dates: a golden table (``dates.txt``), and the law that every date can be read back."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.language import dates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CODES = st.sampled_from(["ru", "tk", "en"])
DAYS = st.dates()

#: The spaces other than U+0020 that a date may hold.
SPECIAL_SPACES = {"ru": {"\u202f"}, "tk": set(), "en": {"\u2009"}}

MONTHS = {
    "ru": """
        января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    """,
    "tk": """
        ýanwary fewraly marty apreli maýy iýuny iýuly awgusty sentýabry oktýabry noýabry dekabry
    """,
    "en": """
        January February March April May June July August September October November December
    """,
}
RUSSIAN_NOMINATIVE = """
    январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
"""


def _month(name: str, names: str) -> int:
    return names.split().index(name) + 1


# The golden table


def _golden() -> Iterator[tuple[str, str, str]]:
    text = (Path(__file__).parent / "dates.txt").read_text(encoding="utf-8")
    for block in text.strip().split("\n\n")[1:]:
        asked, *answers = block.splitlines()
        for answer in answers:
            code, _, expected = answer.partition(" ")
            yield asked, code, re.sub("<(.{4})>", lambda name: chr(int(name[1], 16)), expected)


def _year(day: date, code: str) -> str:
    return dates.year(day.year, code)


WRITERS: dict[str, Callable[..., str]] = {
    "day": dates.long_date,
    "range": dates.date_range,
    "month": dates.month_year,
    "year": _year,
}


@pytest.mark.parametrize(("asked", "code", "expected"), list(_golden()))
def test_golden(asked: str, code: str, expected: str) -> None:
    word, *days = asked.split()
    assert WRITERS[word](*map(date.fromisoformat, days), code) == expected


# The inverse, written from the rules and not from the code


def _read_turkmen_ordinal(text: str) -> int:
    found = re.fullmatch(r"(\d+)-nj[iy]", text)
    assert found, text
    return int(found[1])


def _read_day(text: str, code: str) -> date:
    if code == "tk":
        year, of_year, day, month = text.split(" ")
        assert of_year == "ýylyň"
        return date(
            _read_turkmen_ordinal(year),
            _month(month, MONTHS[code]),
            _read_turkmen_ordinal(day),
        )
    if code == "ru":
        found = re.fullmatch("([0-9]+) ([а-я]+) ([0-9]+)\u202fг\\.", text)
        assert found, text
        return date(int(found[3]), _month(found[2], MONTHS[code]), int(found[1]))
    found = re.fullmatch(r"(\d+) ([A-Za-z]+) (\d+)", text)
    assert found, text
    return date(int(found[3]), _month(found[2], MONTHS[code]), int(found[1]))


def _read_range(text: str, code: str) -> tuple[date, date]:
    """Split at the dash and give each side what it shares with the other."""
    dash = {"ru": r" ?– ?", "tk": " ?— ?", "en": "\u2009?–\u2009?"}[code]
    first, *rest = re.split(dash, text)
    if not rest:
        return _read_day(text, code), _read_day(text, code)
    (last,) = rest
    if code == "tk":
        if "ýylyň" not in last:
            last = f"{' '.join(first.split(' ')[:2])} {last}"
        if first.split(" ")[-1] not in MONTHS[code].split():
            first = f"{first}-nji {last.split(' ')[-1]}"
    elif code == "ru":
        if "г." not in first:
            month = "" if " " in first else f" {last.split(' ')[1]}"
            first = f"{first}{month} {last.split(' ')[-1]}"
    else:
        missing = last.split(" ")[len(first.split(" ")) :]
        first = " ".join((first, *missing))
    return _read_day(first, code), _read_day(last, code)


def _read_month(text: str, code: str) -> tuple[int, int]:
    if code == "tk":
        year, month = text.split(" ýylyň ")
        return _read_turkmen_ordinal(year), _month(month, MONTHS[code])
    month, year = text.removesuffix("\u202fг.").split(" ")
    names = {"ru": RUSSIAN_NOMINATIVE, "en": MONTHS["en"]}[code]
    return int(year), _month(month, names)


# Laws


@given(DAYS, CODES)
def test_a_day_is_read_back(day: date, code: str) -> None:
    assert _read_day(dates.long_date(day, code), code) == day


@given(st.tuples(DAYS, DAYS).map(sorted), CODES)
def test_a_range_is_read_back(days: list[date], code: str) -> None:
    first, last = days
    assert _read_range(dates.date_range(first, last, code), code) == (first, last)


@given(DAYS, st.integers(0, 45), CODES)
def test_a_short_range_is_read_back(first: date, length: int, code: str) -> None:
    last = date.fromordinal(min(first.toordinal() + length, date.max.toordinal()))
    assert _read_range(dates.date_range(first, last, code), code) == (first, last)


@given(DAYS, CODES)
def test_a_month_and_a_year_are_read_back(day: date, code: str) -> None:
    assert _read_month(dates.month_year(day, code), code) == (day.year, day.month)
    assert int(re.sub(r"\D", "", dates.year(day.year, code))) == day.year


@given(st.tuples(DAYS, DAYS).map(sorted), CODES)
def test_dates_are_nfc_and_hold_no_undocumented_space(days: list[date], code: str) -> None:
    first, last = days
    for text in (
        dates.long_date(first, code),
        dates.date_range(first, last, code),
        dates.month_year(first, code),
        dates.year(first.year, code),
    ):
        assert unicodedata.is_normalized("NFC", text)
        assert text == text.strip()
        special = {char for char in text if unicodedata.category(char) in ("Zs", "Cf", "Cc")}
        assert special - {" "} <= SPECIAL_SPACES[code]


@pytest.mark.parametrize("code", ["ru", "tk", "en"])
def test_a_range_that_runs_backwards_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="from 2025-03-20 back to 2025-03-05"):
        dates.date_range(date(2025, 3, 20), date(2025, 3, 5), code)


@pytest.mark.parametrize("value", [0, -1, 10000])
def test_a_year_outside_of_the_calendar_is_refused(value: int) -> None:
    with pytest.raises(ValueError, match="year"):
        dates.year(value, "tk")


def test_an_unknown_language_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="de"):
        dates.long_date(date(2021, 1, 23), "de")
