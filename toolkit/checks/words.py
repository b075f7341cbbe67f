"""The words of a reading, with what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from toolkit.document.reading import Reading

#: Letters, each with the marks that may stand over it. A hyphen, an apostrophe, a figure ends a word.
WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")

_ROMAN = re.compile(r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
#: What may stand between the end of a sentence and the first word of the next.
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;]|\n)[\s\u00a0«»„“”‘’\"'(\[—–-]*$|^[^\w]*$")
_CAPITALISED_RUN = re.compile(r"[A-ZÇÄŽŇÖŞÜÝ][\w’'-]*(?:[ \u00a0][A-ZÇÄŽŇÖŞÜÝ][\w’'-]*)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands in the plain text."""

    text: str
    start: int
    end: int

    def begins_sentence(self, own: str) -> bool:
        """Whether the word is the first of a sentence, so that its capital says nothing."""
        before = own[max(0, self.start - 12) : self.start]
        return _SENTENCE_START.search(before) is not None and (
            len(before) < 12 or before.strip(" \u00a0") != ""
        )

    def run(self, own: str) -> int:
        """How many capitalised words stand in a row here, this one among them."""
        for found in _CAPITALISED_RUN.finditer(own):
            if found.start() <= self.start < found.end():
                return len(found.group().split())
        return 1


def words(reading: Reading) -> tuple[Word, ...]:
    """The words of the reading's own language, in order."""
    return _words(reading.own)


@lru_cache(maxsize=2048)
def _words(own: str) -> tuple[Word, ...]:
    return tuple(Word(found.group(), *found.span()) for found in WORD.finditer(own))


def is_capitalised(word: str) -> bool:
    """Whether the word begins with a capital."""
    return word[:1].isupper()


def is_acronym(word: str) -> bool:
    """Whether the word is all capitals, two at least."""
    return len(word) > 1 and word.isupper()


def is_roman(word: str) -> bool:
    """Whether the word is a Roman numeral in capitals."""
    return _ROMAN.fullmatch(word) is not None
