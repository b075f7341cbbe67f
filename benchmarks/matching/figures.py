"""Mutations of numbers, dates and addresses. Each gives the damaged translation, or ``None``."""

from __future__ import annotations

import re
from random import Random

from benchmarks.matching.material import Matched

#: What is not text: footnotes, the addresses of links, language braces.
_MARKUP = re.compile(r"\[\^[^\]]*\]|\]\([^)]*\)|\{lang=[^}]*\}")
#: Addresses that are written out, and document symbols: changed by operators of their own.
_ATOM = re.compile(
    r"https?://[^\s)\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w+|\b[A-Z]+(?:/[A-Z0-9.]+)+"
)

_SPACE = "[ \u00a0\u202f]"
_INTEGER = re.compile(r"(?<![\w.,/:+-])\d+(?![\d/:]|[.,\u00a0\u202f]\d)")
_DECIMAL = re.compile(r"(?<![\d.,/])\d+[.,]\d{1,2}(?![\d.,:/])")
_GROUPED = re.compile(r"(?<![\d.,/+])\d{1,3}[,\u00a0\u202f]\d{3}(?![\d,\u00a0\u202f])")
_YEAR = re.compile(r"(?<![\w.,/+-])(?:18|19|20)\d\d(?![\d/:]|[.,\u00a0\u202f]\d)")
_TIME = re.compile(r"(?<![\d:.])\d{1,2}:\d\d(?![\d:])")
_PERCENT = re.compile(rf"(?<=\d){_SPACE}?%")
_SECTION = re.compile(rf"(?:§|№|Nos?\.){_SPACE}?(?=\d)")
_ROMAN = re.compile(r"\b(?=[IVX])(?:X{0,2})(?:IX|IV|V?I{0,3})\b(?![.’'])")

#: Stems that take the same endings, so that one may stand for another.
_MONTHS = {
    "ru": (("январ", "феврал", "апрел", "июн", "июл", "сентябр", "октябр", "ноябр", "декабр"),),
    "tk": (("ýanwar", "fewral", "mart", "awgust", "sentýabr", "oktýabr", "noýabr", "dekabr"),),
    "en": (
        (
            "January", "February", "March", "April", "June", "July", "August", "September",
            "October", "November", "December",
        ),
    ),
}  # fmt: skip
_BEFORE_MONTH = {
    "ru": rf"\d{{1,2}}(?={_SPACE}(?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сент|окт|нояб|дек))",
    "tk": r"\d{1,2}(?=-nj[iy] (?:ýan|few|mart|apr|maý|iýu|awg|sen|okt|noý|dek))",
    "en": rf"\d{{1,2}}(?={_SPACE}(?:Jan|Feb|March|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec))",
}


def places(text: str, pattern: re.Pattern[str], *, atoms: bool = False) -> list[re.Match[str]]:
    """Where the pattern fits what a reader reads; with ``atoms`` in addresses that are written out."""
    closed = [match.span() for match in _MARKUP.finditer(text)]
    if not atoms:
        closed += [match.span() for match in _ATOM.finditer(text)]
    return [
        match
        for match in pattern.finditer(text)
        if match.group()
        and not any(start < match.end() and match.start() < end for start, end in closed)
    ]


def replaced(text: str, match: re.Match[str], instead: str) -> str:
    """The text with ``instead`` in the place of the match."""
    return text[: match.start()] + instead + text[match.end() :]


def change_digit(message: Matched, rng: Random) -> str | None:
    """27 becomes 127, or 29."""
    found = places(message.target, _INTEGER)
    if not found:
        return None
    match = rng.choice(found)
    figures = match.group()
    if rng.random() < 0.25:
        return replaced(message.target, match, f"1{figures}")
    return replaced(message.target, match, _other_digit(figures, rng))


def swap_digits(message: Matched, rng: Random) -> str | None:
    """1305 becomes 1350."""
    found = [match for match in places(message.target, _INTEGER) if len(set(match.group())) > 1]
    if not found:
        return None
    match = rng.choice(found)
    figures = match.group()
    pairs = [at for at in range(len(figures) - 1) if figures[at] != figures[at + 1]]
    at = rng.choice(pairs)
    swapped = figures[:at] + figures[at + 1] + figures[at] + figures[at + 2 :]
    return replaced(message.target, match, swapped)


def move_decimal_mark(message: Matched, rng: Random) -> str | None:
    """12,5 % becomes 125 %, or 1,25 %."""
    found = places(message.target, _DECIMAL)
    if not found:
        return None
    match = rng.choice(found)
    figures = match.group()
    mark = "," if "," in figures else "."
    whole, _, part = figures.partition(mark)
    moved = (
        whole + part
        if len(whole) == 1 or rng.random() < 0.5
        else f"{whole[:-1]}{mark}{whole[-1]}{part}"
    )
    return replaced(message.target, match, moved)


def drop_number(message: Matched, rng: Random) -> str | None:
    """A number vanishes, with its suffix and the space after it."""
    pattern = re.compile(rf"{_INTEGER.pattern}(?:[-–][^\W\d_]+)?{_SPACE}?")
    found = places(message.target, pattern)
    if not found:
        return None
    return replaced(message.target, rng.choice(found), "")


def add_number(message: Matched, rng: Random) -> str | None:
    """A number stands before a word where the source has none."""
    gaps = places(message.target, re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])"))
    if not gaps:
        return None
    return replaced(message.target, rng.choice(gaps), f" {rng.randint(12, 989)} ")


def lose_thousands(message: Matched, rng: Random) -> str | None:
    """40 000 becomes 40."""
    found = places(message.target, _GROUPED)
    if not found:
        return None
    match = rng.choice(found)
    return replaced(message.target, match, re.split("[,\u00a0\u202f]", match.group())[0])


def lose_percent(message: Matched, rng: Random) -> str | None:
    """12 % becomes 12."""
    found = places(message.target, _PERCENT)
    return replaced(message.target, rng.choice(found), "") if found else None


def lose_section(message: Matched, rng: Random) -> str | None:
    """Of "§ 15 and § 16" only "§ 15" is left: the sign goes with its number."""
    found = places(message.target, re.compile(rf"{_SECTION.pattern}\d+(?:/\d+)*"))
    return replaced(message.target, rng.choice(found), "") if found else None


def change_roman(message: Matched, rng: Random) -> str | None:
    """Chapter III becomes chapter IV."""
    numerals = ("I", "II", "III", "IV", "V", "VI", "VII", "XIX", "XX")
    found = [
        match
        for match in places(message.target, _ROMAN)
        if match.group() in numerals and match.group() in re.findall(r"\w+", message.source)
    ]
    if not found:
        return None
    match = rng.choice(found)
    return replaced(
        message.target,
        match,
        rng.choice([numeral for numeral in numerals if numeral != match.group()]),
    )


def change_month(message: Matched, rng: Random) -> str | None:
    """A month becomes another one, in the same case."""
    for stems in _MONTHS[message.target_language]:
        found = places(message.target, re.compile(rf"\b(?:{'|'.join(stems)})"))
        if found:
            match = rng.choice(found)
            others = [stem for stem in stems if stem != match.group()]
            return replaced(message.target, match, rng.choice(others))
    return None


def change_year(message: Matched, rng: Random) -> str | None:
    """2019 becomes 2016."""
    found = places(message.target, _YEAR)
    if not found:
        return None
    match = rng.choice(found)
    years = [int(match.group()) + step for step in (-10, -3, -1, 1, 2, 10)]
    return replaced(message.target, match, str(rng.choice(years)))


def change_day(message: Matched, rng: Random) -> str | None:
    """18 January becomes 13 January."""
    found = places(message.target, re.compile(rf"(?<!\d){_BEFORE_MONTH[message.target_language]}"))
    if not found:
        return None
    match = rng.choice(found)
    days = [day for day in range(1, 29) if day != int(match.group())]
    return replaced(message.target, match, str(rng.choice(days)))


def change_time(message: Matched, rng: Random) -> str | None:
    """10:30 becomes 11:30."""
    found = places(message.target, _TIME)
    if not found:
        return None
    match = rng.choice(found)
    hour, _, minute = match.group().partition(":")
    return replaced(message.target, match, f"{(int(hour) + rng.randint(1, 9)) % 24}:{minute}")


def _other_digit(figures: str, rng: Random) -> str:
    at = rng.randrange(len(figures))
    digits = [digit for digit in "123456789" if digit != figures[at]]
    return figures[:at] + rng.choice(digits) + figures[at + 1 :]
