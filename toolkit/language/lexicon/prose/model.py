"""The shape of what is known of a language's sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Abbreviations that end with a full stop, in lower case, without it.

    ``binding`` never end a sentence: a name or a word follows ("Mr", "ул"). ``before_figures`` bind
    a number, and are words of their own, or the end of a sentence, where none follows ("No. 5", but
    "No."). ``after_figures`` stand after a number, and end a sentence if the next word has a capital
    ("2021 г."); after anything else they bind ("г. Ашхабад"). ``closing`` end a sentence if the next
    word has a capital ("etc.", "т. д.": the last part alone).
    """

    binding: frozenset[str] = frozenset()
    before_figures: frozenset[str] = frozenset()
    after_figures: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Negation:
    """How a language says no.

    ``words`` and ``forms`` (of whole words in lower case) deny by themselves. ``hints`` are forms and
    words with a negative meaning, by which another language may express the same denial: "failed to",
    "without", "отказался". ``idioms`` (within a text in lower case) only look like denials.
    """

    words: frozenset[str]
    forms: re.Pattern[str] | None
    hints: re.Pattern[str]
    idioms: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Prose:
    """Sentences of a language, as far as checks need to know them.

    ``letters`` are the characters that the words of the language are written with, as the inside of
    a character class. ``function_words`` are frequent small words that no other language of the
    toolkit has: several in a row tell the language. ``length`` is how many characters it takes to say
    what takes one in English.
    """

    letters: str
    function_words: frozenset[str]
    abbreviations: Abbreviations
    negation: Negation
    length: float
