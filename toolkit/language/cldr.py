"""What CLDR says, through Babel: the only module that imports Babel, and inside functions only.

Every function takes ``locale``, the name of a CLDR locale ("ru"). Spaces are CLDR's own: U+202F
after a Russian year, before its abbreviated "year"; U+2009 on both sides of the dash of an English
range; U+00A0 between the digits and the sign of a Russian or Turkmen percentage.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from babel.core import Locale

#: A true minus is as wide as a digit and does not break from it. CLDR's data has "-", its parsers
#: take both; Milchin and Chicago ask for the true sign.
MINUS = "\u2212"

#: Groups from five digits on where nothing tells a number from a year, in every language (Milchin for
#: Russian; SI and Chicago's scientific style for all), so that a year is never "2,021". CLDR's patterns
#: would group four.
SMALLEST_GROUPED = 5

#: In a table of which one figure is grouped, all are: digits of equal weight stand below each other
#: (Milchin), and one row does not write its numbers in two ways.
SMALLEST_GROUPED_IN_COLUMN = 4

#: Digits before or after the mark. More is no number of a document but a way to fill the memory:
#: Decimal("1E+999999999") is a short text.
MOST_DIGITS = 1000


def long_date(day: date, locale: str) -> str:
    """The date in CLDR's "long" form: "January 23, 2021"."""
    from babel.dates import format_date

    return format_date(day, "long", locale=locale)


def date_range(first: date, last: date, locale: str) -> str:
    """Two different dates by the interval formats of CLDR: "March 5 - 20, 2025" (U+2013, U+2009).

    CLDR lists the intervals with short months; for long ones UTS #35 (Matching Skeletons) takes the
    same pattern and widens the month.
    """
    from babel.dates import format_date

    patterns = _locale(locale).interval_formats["yMMMd"][_largest_difference(first, last)]
    return "".join(
        format_date(day, _with_long_month(pattern), locale)
        for day, pattern in zip((first, last), patterns, strict=True)
    )


def direction(locale: str) -> str:
    """In which direction the lines of a language run: ``ltr`` or ``rtl``."""
    return str(_locale(locale).text_direction)


def month_year(day: date, locale: str) -> str:
    """The month and the year of a date by CLDR's skeleton "yMMMM": "January 2021"."""
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", day, locale=locale)


def year(day: date, locale: str) -> str:
    """The year of a date, alone as in a citation, by CLDR's skeleton "y": "2021"."""
    from babel.dates import format_skeleton

    return format_skeleton("y", day, locale=locale)


def month_names(locale: str) -> tuple[str, ...]:
    """The twelve months as they are written inside a date, January first."""
    names = _locale(locale).months["format"]["wide"]
    return tuple(names[month] for month in range(1, 13))


def day_names(locale: str) -> tuple[str, ...]:
    """The seven days of the week, Monday first."""
    names = _locale(locale).days["format"]["wide"]
    return tuple(str(names[day]) for day in range(7))


def territory_names(locale: str) -> tuple[str, ...]:
    """The countries and regions of the world, as CLDR names them."""
    return tuple(str(name) for name in _locale(locale).territories.values())


def with_territory(locale: str) -> str:
    """The locale with its territory, as CLDR's likely subtags (UTS #35) have it: "ru_RU", "en_GB"."""
    from babel.core import get_global

    language, _, territory = locale.partition("_")
    likely: str = get_global("likely_subtags")[language]
    return f"{language}_{territory or likely.rpartition('_')[2]}"


def number(value: Decimal, locale: str, *, smallest: int = SMALLEST_GROUPED) -> str:
    """The number with CLDR's decimal mark and group mark; every given decimal is kept.

    ``smallest`` is how many digits are grouped; fewer are not.

    Raises ``ValueError`` for what is not a finite number of ``MOST_DIGITS`` digits at most.
    """
    if not value.is_finite() or abs(value.adjusted()) > MOST_DIGITS:
        raise ValueError(f"{value} cannot be printed as a number")
    decimal, group, _ = _symbols(locale)
    sign = MINUS if value.is_signed() else ""
    whole, _, fraction = format(value.copy_abs(), "f").partition(".")
    grouped = _grouped(int(whole), group, smallest)
    return f"{sign}{grouped}{decimal}{fraction}" if fraction else f"{sign}{grouped}"


def whole_number(value: int, locale: str) -> str:
    """A count, not negative, with CLDR's group mark."""
    return _grouped(value, _symbols(locale)[1], SMALLEST_GROUPED)


def percent(value: Decimal, locale: str, *, smallest: int = SMALLEST_GROUPED) -> str:
    """The number of per cent (46 is 46 %) with its sign as CLDR's percent pattern places it."""
    before, after = _symbols(locale)[2]
    return f"{before}{number(value, locale, smallest=smallest)}{after}"


def join(items: Sequence[str], locale: str) -> str:
    """The items as one enumeration, by CLDR's list pattern "standard"; nothing for no items."""
    from babel.lists import format_list

    # The style "unit" is unknown to Turkmen, and Babel fails on it.
    return format_list(items, style="standard", locale=locale)


def ordinal_category(value: int, locale: str) -> str:
    """CLDR's ordinal plural category: English 2 is "two", for "2nd"."""
    category: str = _locale(locale).ordinal_form(value)
    return category


def _locale(locale: str) -> Locale:
    from babel.core import Locale

    return Locale.parse(locale)


@lru_cache(maxsize=64)
def _symbols(locale: str) -> tuple[str, str, tuple[str, str]]:
    """The decimal mark, the group mark, and what stands before and after a percentage."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    pattern = _locale(locale).percent_formats[None]
    before, after = pattern.prefix[0], pattern.suffix[0]
    return get_decimal_symbol(locale), get_group_symbol(locale), (before, after)


def _grouped(value: int, group: str, smallest: int) -> str:
    digits = str(value)
    return digits if len(digits) < smallest else f"{value:,}".replace(",", group)


def _with_long_month(pattern: str) -> str:
    import re

    return re.sub("(?<![ML])(MM|LL)([ML])(?![ML])", r"\1\2\2", pattern)


def _largest_difference(first: date, last: date) -> str:
    if first.year != last.year:
        return "y"
    return "M" if first.month != last.month else "d"
