"""The shape of a table of value words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, IntEnum, auto


class Weight(IntEnum):
    """How much it means if the other edition lacks a value.

    A ``FAINT`` value ("first", "both", the pronoun "one") answers for a value on the other side and
    is never missed itself. A ``WORD`` ("eleven") is missed, but translators are free to put it
    otherwise. A ``FIRM`` value is written in figures, or names a month.
    """

    FAINT = 0
    WORD = 1
    FIRM = 2


class Role(Enum):
    """What a word does among the words of a value."""

    CARDINAL = auto()
    #: Multiplies what is smaller than itself: hundred.
    HUNDRED = auto()
    #: Multiplies all that stands before it: thousand, million.
    SCALE = auto()
    ORDINAL = auto()
    #: Ends a fraction and is no number of its own: "thirds", Turkmen "ondan (bir)".
    DENOMINATOR = auto()
    HALF = auto()
    #: Means a number in passing: twice, both, dozen.
    HINT = auto()
    #: Takes the number out of the scale after it ("several thousand") and, with the name "scale", out
    #: of the cardinal before it (Turkmen "on müňlerçe", tens of thousands).
    VAGUE = auto()
    MONTH = auto()
    PERCENT = auto()
    CURRENCY = auto()
    CENTURY = auto()
    REFERENCE = auto()
    MINUS = auto()
    #: No part of a value, but fixed as values are: a day of the week, a season, a measure. The name
    #: says the sort and which it is: "weekday 1", "unit kg".
    ASIDE = auto()


@dataclass(frozen=True, slots=True)
class Word:
    """What a form of a word stands for.

    ``value`` is the number, the number of the month, or nothing. ``name`` is the ISO 4217 code of a
    currency. ``denominator`` marks a cardinal that may also end a fraction, as Turkmen "üçden". A word
    that is ``attached`` means something only beside a figure ("Jan." is a name otherwise). ``also`` are
    other numbers that translators put for it: the minutes of a quarter of an hour, the ten of a dozen.
    """

    role: Role
    value: Decimal = Decimal(0)
    weight: Weight = Weight.WORD
    name: str = ""
    denominator: bool = False
    attached: bool = False
    also: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks within figures: ``decimal`` one character, ``groups`` the characters between groups."""

    decimal: str
    groups: str


@dataclass(frozen=True, slots=True)
class Joins:
    """What may stand between two parts of one value: regular expressions for the whole gap.

    An empty expression means that the language does not join the parts in that order.
    """

    #: Between the words of one cardinal, after a hundred or a larger number, and after a ten.
    words: str
    after_hundred: str
    after_ten: str
    #: "two *and a* half", "half *a* million".
    number_half: str
    half_scale: str
    #: Between the parts of a fraction: "two thirds", Turkmen "üçden iki".
    numerator_denominator: str
    denominator_numerator: str
    #: Between a figure and its unit, and a unit before its figure.
    number_unit: str
    #: Between days that share a month: "5, 7 *and* 9 March".
    day_day: str
    day_month: str
    month_day: str
    month_year: str
    day_year: str
    year_month: str
    year_day: str
    #: Between numbers that share a unit: "20 *to* 30 per cent".
    shared_unit: str
    #: Words before a month's name that make sure that it is a month: "*in* May".
    before_month: str
    #: Between a number and its scale: «три *с лишним* тысячи».
    number_scale: str = r"[-\u2010\u2011\s]*"
    #: After an ordinal after the name of a month, where it counts weeks or halves: "maý aýynyň
    #: üçünji *hepdesi*".
    part_of_month: str = ""


@dataclass(frozen=True)
class ValueWords:
    """All that a reader of values knows of a language.

    ``words`` maps forms in lower case to what they stand for; ``patterns`` serve for what is inflected
    too richly to be listed, each tried on the whole word. ``suffix`` is what figures may carry
    ("-nji", "th"), ``decade_suffix`` what turns a year into its decade. ``least_ten`` is the smallest
    number that takes a unit after it. ``parts_after`` and ``parts_before`` tell the part of the day of a
    time beside them: "morning", "day", "afternoon", "night"; ``hours`` stands between the figures of
    "10 hours 30 minutes", ``minutes`` after them. ``halved`` is a half before a unit in one word:
    «полпроцента». ``in_percent`` says how numbers are counted that stand elsewhere: «явка в процентах».
    ``capital_months`` tells that the names of months have a capital; ``scale_letters`` are the
    abbreviations that follow an amount without space ("$5m"). ``clock`` gives for words that name the
    coming hour ("half of the *sixth*") the regular expression of what stands before it, and ``coming``
    what stands after it. ``idioms``
    begin with a word that is no number there: Turkmen "ýüz tutma", an application. ``year_or_decade``
    ends figures that may be either: «в 2010-м», «к 2010-м». ``compounds`` are several words
    that count as one: "gije-gündiz", «около сотни».
    """

    marks: Marks
    joins: Joins
    words: Mapping[str, Word]
    patterns: tuple[tuple[re.Pattern[str], Word], ...]
    suffix: str
    decade_suffix: str
    decade_after: str
    least_ten: int = 20
    parts_after: Mapping[str, str] = field(default_factory=dict)
    parts_before: Mapping[str, str] = field(default_factory=dict)
    hours: str = ""
    minutes: str = ""
    halved: str = ""
    in_percent: str = "(?!)"
    capital_months: bool = False
    scale_letters: Mapping[str, int] | None = None
    clock: str = ""
    coming: str = ""
    idioms: str = ""
    year_or_decade: str = ""
    compounds: str = ""


def listed(text: str) -> list[str]:
    """The words of a text, which reads better in a table than a list of literals."""
    return text.split()


def forms(words: Iterable[str], word: Word) -> dict[str, Word]:
    """The same meaning for several forms."""
    return dict.fromkeys(words, word)


def cardinal(value: int | str, weight: Weight = Weight.WORD, *, denominator: bool = False) -> Word:
    """A number below a thousand."""
    return Word(Role.CARDINAL, Decimal(value), weight, denominator=denominator)


def ordinal(value: int) -> Word:
    """The word of an ordinal, which translators turn into figures, names or nothing."""
    return Word(Role.ORDINAL, Decimal(value), Weight.FAINT)


def hint(value: int | str, *also: int) -> Word:
    """A word that means a number in passing, or one of some other numbers."""
    return Word(Role.HINT, Decimal(value), Weight.FAINT, also=tuple(map(Decimal, also)))


def month(value: int, weight: Weight = Weight.FIRM, *, attached: bool = False) -> Word:
    """A month, January being 1."""
    return Word(Role.MONTH, Decimal(value), weight, attached=attached)


def asides(sort: str, rows: Mapping[str, str], *, attached: bool = False) -> dict[str, Word]:
    """Words that are no values, by what they mean: the forms of each, parted by spaces.

    Those that are ``attached`` are names with a capital.
    """
    return {
        form: Word(Role.ASIDE, name=f"{sort} {meaning}", attached=attached)
        for meaning, text in rows.items()
        for form in text.split()
    }


def currency(name: str) -> Word:
    """A currency by its code of ISO 4217; "KRONE" for the crowns of any country."""
    return Word(Role.CURRENCY, name=name)
