"""What a text speaks of, by a list of things that have a word in every language: ``concepts.txt``.

It is evidence and no proof: translators paraphrase, and a word has more than one meaning. So a word
stands for all the things that it may mean, and two words for the same if any of these is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from toolkit.language.remembered import Remembered

TABLE = Path(__file__).with_suffix(".txt")

#: What one word may mean, as numbers of lines of the table.
Meaning = frozenset[int]

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_NOTHING: Meaning = frozenset()


@lru_cache(maxsize=2048)
def mentions(text: str, language: str) -> tuple[Meaning, ...]:
    """What a text speaks of, in its order; nothing if no word of the language stands in the table."""
    meaning = _meanings(language)
    return tuple(filter(None, map(meaning.__getitem__, _WORD.findall(text))))


@cache
def _meanings(language: str) -> Remembered[Meaning]:
    """What a word means: the line of the word itself, or of its longest beginning."""
    whole, beginnings = _column(language)
    longest = max(map(len, beginnings), default=0)

    def find(word: str) -> Meaning:
        word = word.lower()
        if word in whole:
            return whole[word]
        for length in range(min(len(word), longest), 0, -1):
            if word[:length] in beginnings:
                return beginnings[word[:length]]
        return _NOTHING

    return Remembered(find)


@cache
def _column(language: str) -> tuple[Mapping[str, Meaning], Mapping[str, Meaning]]:
    """Whole words of a language and beginnings of words, with the lines in which they stand."""
    head, *lines = _lines()
    whole: dict[str, set[int]] = defaultdict(set)
    beginnings: dict[str, set[int]] = defaultdict(set)
    if language in head:
        at = head.index(language)
        for number, line in enumerate(lines):
            has_others = sum(map(bool, line)) > 1
            for form in line[at].split():
                meaning = (beginnings if form.endswith("-") else whole)[form.removesuffix("-")]
                if has_others:
                    meaning.add(number)
    return _frozen(whole), _frozen(beginnings)


def _frozen(table: Mapping[str, set[int]]) -> Mapping[str, Meaning]:
    return {word: frozenset(numbers) for word, numbers in table.items()}


@cache
def _lines() -> tuple[tuple[str, ...], ...]:
    text = TABLE.read_text(encoding="utf-8")
    return tuple(
        tuple(cell.strip() for cell in line.split("|"))
        for line in text.splitlines()
        if line and not line.startswith("#")
    )
