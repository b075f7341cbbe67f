"""Dates and ordinals as each language writes them in running text.

Russian and English follow CLDR, Turkmen its grammar (see ``turkmen``). All results are NFC. Spaces
other than U+0020: U+202F after a Russian year, before its abbreviated "year"; U+2009 on both sides
of the dash of an English range; U+00A0 or none between the groups of an ordinal above 9999.
"""

from __future__ import annotations

from datetime import date

from toolkit.language.rows import get


def long_date(day: date, code: str) -> str:
    """The date with its month in words: "January 23, 2021". ``KeyError`` for an unknown code."""
    row = get(code)
    return row.dates.long(day, row.locale)


def date_range(first: date, last: date, code: str) -> str:
    """From the first to the last date; a range of one day is that day.

    Raises ``ValueError`` if the last date is before the first, ``KeyError`` for an unknown code.
    """
    if last < first:
        raise ValueError(f"a range cannot run from {first} back to {last}")
    if first == last:
        return long_date(first, code)
    row = get(code)
    return row.dates.span(first, last, row.locale)


def month_year(day: date, code: str) -> str:
    """The month and year of a date: "January 2021". ``KeyError`` for an unknown code."""
    row = get(code)
    return row.dates.month_year(day, row.locale)


def year(value: int, code: str) -> str:
    """A year that stands alone, 1 to 9999: "2021", Turkmen "2021-nji ýyl".

    Raises ``ValueError`` for a year outside of the calendar, ``KeyError`` for an unknown code.
    """
    row = get(code)
    return row.dates.year(date(value, 1, 1), row.locale)


def ordinal(value: int, code: str) -> str:
    """The ordinal in figures: 23rd, 23-nji; in Russian the masculine nominative, 23-й.

    Raises ``ValueError`` for a negative number, ``KeyError`` for an unknown code.
    """
    if value < 0:
        raise ValueError(f"{value} has no ordinal")
    row = get(code)
    return row.ordinal(value, row.locale)
