"""What Turkmen grammar says and CLDR does not: ordinals and dates in running text.

Sources: the orthography of literary Turkmen (suffixes follow the last vowel of the word: a, o, u, y
are back vowels, ä, e, i, ö, ü are front ones) and the practice of Turkmen laws, which are dated
like the constitution of 2016, "2016-njy ýylyň 14-nji sentýabry".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.language import cldr

if TYPE_CHECKING:
    from datetime import date

_BACK_VOWELS = frozenset("aouy")
_FRONT_VOWELS = frozenset("äeiöü")

_ZERO = "nol"
_UNITS = ("", "bir", "iki", "üç", "dört", "bäş", "alty", "ýedi", "sekiz", "dokuz")
_TENS = (
    "", "on", "ýigrimi", "otuz", "kyrk", "elli", "altmyş", "ýetmiş", "segsen", "togsan",
)  # fmt: skip
_HUNDRED = "ýüz"
#: Larger ones end in the same way, so the last name stands for them too.
_THOUSANDS = ("müň", "million", "milliard", "trillion")


def ordinal(value: int, locale: str) -> str:
    """The number with "-njy" or "-nji": 2021-nji, 2010-njy.

    The suffix is spoken, so its vowel follows the last vowel of the numeral that is spoken last:
    back in alty 6, dokuz 9, on 10, otuz 30, kyrk 40, altmyş 60, togsan 90, nol 0, million and more;
    front in bir 1, iki 2, üç 3, dört 4, bäş 5, ýedi 7, sekiz 8, ýigrimi 20, elli 50, ýetmiş 70,
    segsen 80, ýüz 100, müň 1000. A final zero is not spoken: 2000 ends in müň, 1990 in togsan.
    CLDR's ordinal rule for Turkmen looks at the last digit and is wrong wherever the last word is
    nol, otuz, kyrk, altmyş, togsan or million, or is on after another word: 30, 1990, 2010.
    """
    figures = cldr.whole_number(value, locale)
    return f"{figures}-{_harmonic(_last_spoken(value), front='nji', back='njy')}"


def long_date(day: date, locale: str) -> str:
    """Year in the genitive, month with the possessive suffix: 2021-nji ýylyň 23-nji ýanwary."""
    return f"{_of_year(day, locale)} {_day_of_month(day, locale)}"


def date_range(first: date, last: date, locale: str) -> str:
    """What both dates share is said once: 2025-nji ýylyň 5—20-nji marty.

    Between two figures the em dash stands tight, between groups of words it has spaces. Of two
    figures only the last has the suffix.
    """
    if first.year != last.year:
        return f"{long_date(first, locale)} — {long_date(last, locale)}"
    if first.month != last.month:
        return f"{long_date(first, locale)} — {_day_of_month(last, locale)}"
    return f"{_of_year(first, locale)} {first.day}—{_day_of_month(last, locale)}"


def month_year(day: date, locale: str) -> str:
    """Year in the genitive, month with the possessive suffix: 2021-nji ýylyň ýanwary."""
    return f"{_of_year(day, locale)} {possessive_month(day.month, locale)}"


def year(day: date, locale: str) -> str:
    """The ordinal and the word for year: 2021-nji ýyl."""
    return f"{ordinal(day.year, locale)} ýyl"


def possessive_month(month: int, locale: str) -> str:
    """The month, 1 to 12, with the possessive suffix of the third person: marty, apreli.

    After a consonant, and every month ends in one, the suffix is -y after a back vowel and -i after
    a front vowel; it is not rounded, hence iýuny. The months are spelt as CLDR spells them.
    """
    name = cldr.month_names(locale)[month - 1]
    return name + _harmonic(name, front="i", back="y")


def _of_year(day: date, locale: str) -> str:
    return f"{ordinal(day.year, locale)} ýylyň"


def _day_of_month(day: date, locale: str) -> str:
    return f"{ordinal(day.day, locale)} {possessive_month(day.month, locale)}"


def _last_spoken(value: int) -> str:
    """The last word of the number read aloud."""
    if value == 0:
        return _ZERO
    if value % 10:
        return _UNITS[value % 10]
    if value % 100:
        return _TENS[value % 100 // 10]
    if value % 1000:
        return _HUNDRED
    for power, name in enumerate(_THOUSANDS, start=1):
        if value % 1000 ** (power + 1):
            return name
    return _THOUSANDS[-1]


def _harmonic(word: str, *, front: str, back: str) -> str:
    """Whichever suffix agrees with the last vowel of the word."""
    vowel = next(letter for letter in reversed(word) if letter in _BACK_VOWELS | _FRONT_VOWELS)
    return back if vowel in _BACK_VOWELS else front
