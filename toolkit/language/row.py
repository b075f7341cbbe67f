"""What the toolkit knows about a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


@dataclass(frozen=True, slots=True)
class Quotes:
    """Quotation marks: the outer pair, and the inner pair for a quotation within a quotation."""

    outer_open: str
    outer_close: str
    inner_open: str
    inner_close: str


@dataclass(frozen=True, slots=True)
class Dates:
    """How a language writes dates. Every function takes the date and the locale of the row."""

    long: Callable[[date, str], str]
    #: From a first to a last day, the first before the last.
    span: Callable[[date, date, str], str]
    month_year: Callable[[date, str], str]
    year: Callable[[date, str], str]


@dataclass(frozen=True, slots=True)
class Language:
    """One language: a row of data, and functions where a rule is not data.

    ``autonym`` is the name of the language in itself, ``adjective`` its name in English for
    messages. ``locale`` is the name by which CLDR (through Babel) knows it. ``plural_forms`` is the
    value of the gettext header, ``plural_count`` its number of forms. ``letters`` is the alphabet
    in lower case, single characters in NFC. ``hyphenation`` says where words may break: the name of a
    dictionary of Pyphen ("ru_RU"), or of a file in ``templates/hyphenation`` where Pyphen has none
    ("hyph_tk.dic"). ``hyphenate_character`` is printed where a word breaks.
    ``ordinal`` writes 23 as "23rd"; it takes the number, not negative, and the locale.
    ``grouped_from`` is how many digits a number in a table has at least that its digits are grouped:
    five by Milchin for Russian, four by New Hart's Rules and CLDR for English.
    ``picture_words`` are the words that only say that something is a picture, in lower case.
    """

    code: str
    autonym: str
    adjective: str
    locale: str
    plural_forms: str
    plural_count: int
    quotes: Quotes
    letters: frozenset[str]
    hyphenation: str
    hyphenate_character: str
    dates: Dates
    ordinal: Callable[[int, str], str]
    grouped_from: int
    picture_words: frozenset[str]
