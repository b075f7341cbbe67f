"""The shape of what is known of a language's sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass


def words(text: str) -> frozenset[str]:
    """The words of a text, parted by white space: how a table lists them."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Abbreviations that end with a full stop, in lower case, without it.

    ``binding`` never end a sentence: a name or a word follows ("Mr", "ул"). ``before_figures`` bind
    a number, and are words of their own, or the end of a sentence, where none follows ("No. 5", but
    "No."). ``after_figures`` stand after a number, where they may end a sentence ("2021 г."); after
    anything else they bind ("г. Ашхабад"). ``closing`` fits the end of a text before the full stop of
    those that may end a sentence ("etc", "т. д"). ``adjunct`` fits a beginning that is no sentence of
    its own, though it ends with one of ``after_figures``: "в мае 2021 г.". ``initials`` are those of
    several letters: "Yu. Ivanov", "Дж. Росс".
    """

    binding: frozenset[str] = frozenset()
    before_figures: frozenset[str] = frozenset()
    after_figures: frozenset[str] = frozenset()
    closing: re.Pattern[str] | None = None
    adjunct: re.Pattern[str] | None = None
    initials: frozenset[str] = frozenset()


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
class Enumerating:
    """How a language enumerates. All patterns are for text with plain spaces, whatever its case.

    ``closing`` finds the conjunction before the last thing, with the space after it; ``after_comma``
    those that may follow a comma. ``breaking`` matches how a part begins that is a clause and no thing.
    ``aside`` finds what tells that the words before the first comma are no thing ("If they come, …"),
    and ``opening`` what tells, if they are few, that they may be none ("In May, …").
    """

    closing: re.Pattern[str]
    after_comma: re.Pattern[str]
    breaking: re.Pattern[str]
    opening: re.Pattern[str]
    aside: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Prose:
    """Sentences of a language, as far as checks need to know them.

    ``script`` is the script as Unicode names its letters: LATIN, CYRILLIC. ``function_words``
    are frequent small words that are no words of another language of the toolkit: several in a row
    tell the language, and so do ``letters`` that others in its script seldom have.

    ``light`` are the small words and endings that a language writes where others have none, and
    ``length`` is how many other characters it takes to say what takes one in English.

    ``dangling`` matches the end of a text, in lower case and without its final mark, at which no
    sentence ends: a preposition, a conjunction, an attribute. At a ``hanging`` one few sentences do.
    """

    script: str
    letters: frozenset[str]
    function_words: frozenset[str]
    abbreviations: Abbreviations
    negation: Negation
    enumerating: Enumerating
    light: re.Pattern[str]
    length: float
    dangling: re.Pattern[str]
    hanging: re.Pattern[str]
