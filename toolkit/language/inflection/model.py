"""What the inflection of a name is made of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

#: Letters and digits, with apostrophes between them: "Begmedova’s" is one word, "S-7" are two.
WORD = re.compile(r"[^\W_]+(?:['’ʼ`´][^\W_]+)*")

_APOSTROPHES = str.maketrans("’ʼ`´", "''''")
#: Quotation marks and spaces between the words of a name may differ; hyphens and full stops may not.
_LOOSE = re.compile(r"[\s\u00ad«»“”„‟\"‹›‘’‚(]+")
#: A full stop after so few letters is that of an abbreviation.
_ABBREVIATION = 3
_HYPHENS = str.maketrans("\u2010\u2011", "--")


class Kind(StrEnum):
    """What a name names: it decides how the name is inflected and shortened."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    ACRONYM = "acronym"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a name, and what stands before each of them (before the first: nothing)."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]

    def part(self, start: int, stop: int | None = None) -> Phrase:
        """Some of the words, as a phrase of their own."""
        gaps = self.gaps[start:stop]
        return Phrase(self.words[start:stop], ("", *gaps[1:]))


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a phrase: its words, and the endings that the last of them may take.

    Words and endings are folded. The endings hold "" if the last word may stand as it is; ``None``
    stands for any ending.
    """

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    endings: frozenset[str] | None = frozenset({""})


@dataclass(frozen=True, slots=True)
class Inflection:
    """How a language inflects names. Every function takes a phrase in the dictionary form.

    ``phrase`` gives every form of the name of a place, an organisation or a thing, ``person`` those of
    a full name. ``surname`` and ``given`` take the full name and give the forms of that part, when
    it stands alone. ``related`` gives the words that are made from the name of a place: adjectives, and
    nouns for its people. ``particles`` are small words that belong to the surname after them.
    """

    phrase: Callable[[Phrase, Kind], Iterable[Spelling]]
    person: Callable[[Phrase], Iterable[Spelling]]
    surname: Callable[[Phrase], Iterable[Spelling]]
    given: Callable[[Phrase], Iterable[Spelling]]
    related: Callable[[Phrase], Iterable[Spelling]]
    #: Small words that may stand between two words with capitals of one name: Ministry *of* Justice.
    links: frozenset[str] = frozenset()
    #: Words that often begin a sentence and never a name: articles, prepositions, pronouns, titles.
    openers: frozenset[str] = frozenset()
    #: Forms of names of places and people that are ordinary words too: only within a sentence their
    #: capital tells that they are names.
    homonyms: frozenset[str] = frozenset()


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """What is the same in every way to write a word: no case, one apostrophe, ё as е (NFC)."""
    folded = unicodedata.normalize("NFC", word.casefold())
    return folded.translate(_APOSTROPHES).replace("ё", "е")


def gap(word: str, between: str) -> str:
    """What counts of the characters between a word and the next: St Petersburg is St. Petersburg."""
    if between == " ":
        return ""
    counts = _LOOSE.sub("", between).translate(_HYPHENS)
    return "" if counts == "." and len(word) <= _ABBREVIATION else counts


def phrase(text: str) -> Phrase:
    """The words of a text."""
    words: list[str] = []
    gaps: list[str] = []
    end = 0
    for found in WORD.finditer(text):
        gaps.append(gap(words[-1], text[end : found.start()]) if words else "")
        words.append(found.group())
        end = found.end()
    return Phrase(tuple(words), tuple(gaps))


def joined(words: Phrase, *, last: frozenset[str] = frozenset({""})) -> Spelling:
    """The words as they stand, the last of them with endings."""
    return Spelling(tuple(fold(word) for word in words.words), words.gaps, last)


#: Small words that belong to the surname after them, in Latin and Cyrillic letters.
PARTICLES = frozenset(
    {
        "de", "der", "den", "di", "da", "del", "della", "van", "von", "ten", "ter", "la", "le",
        "bin", "ibn", "ben", "al", "el",
        "де", "дер", "ден", "ди", "да", "дель", "делла", "ван", "фон", "тен", "тер", "ла", "ле",
        "бин", "ибн", "бен", "аль", "эль",
    }
)  # fmt: skip
#: Words that make a patronymic of the name before them; no surname ends in one.
PATRONYMIC_WORDS = frozenset({"ogly", "oglu", "gyzy", "kyzy", "оглы", "кызы", "гызы"})


def surname_start(name: Phrase) -> int | None:
    """Where the surname begins in a full name, given name first; None if it has none of its own."""
    last = len(name.words) - 1
    if last < 1 or fold(name.words[last]) in PATRONYMIC_WORDS:
        return None
    while last > 1 and (name.gaps[last] == "-" or fold(name.words[last - 1]) in PARTICLES):
        last -= 1
    return last
