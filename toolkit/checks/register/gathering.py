"""Words with capital letters that no name of the register covers, and which of them are one name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from toolkit.checks.pair import Side
from toolkit.checks.register.lexicon import lexicon, tree
from toolkit.checks.register.matching import Token, Tree, begins_sentence, tokens
from toolkit.language import LANGUAGES
from toolkit.language.inflection import Kind, Spelling, fold, forms, get, phrase
from toolkit.language.known import is_calendar
from toolkit.source.register import Register

#: Two words are forms of one if they share so many letters, and all but so many at the end.
_STEM = 4
_ENDING = 3
#: Words of so many letters are titles and pronouns more often than names.
_SHORT = 3
_NUMERAL = re.compile("[IVXLC]+")


@dataclass(slots=True)
class Name:
    """A name in one language: its spellings with their numbers, and the messages it stands in."""

    language: str
    spellings: Counter[str] = field(default_factory=Counter)
    messages: set[int] = field(default_factory=set)

    @property
    def count(self) -> int:
        """How often it stands in the texts."""
        return sum(self.spellings.values())

    def best(self) -> str:
        """The spelling whose forms most of the others are."""
        known = list(self.spellings)
        return max(known, key=lambda one: (self._covers(one, known), -len(one), one))

    def _covers(self, one: str, others: Sequence[str]) -> int:
        return sum(_is_form(other, one, self.language) for other in others)


class Words:
    """The texts as words, and which of them are ordinary because they also stand in small letters."""

    def __init__(self, messages: Sequence[Mapping[str, str]], register: Register) -> None:
        self.languages = tuple(
            code for code in LANGUAGES if any(code in message for message in messages)
        )
        self._trees = {code: tree(lexicon(register, code)) for code in self.languages}
        self._texts = {
            code: [
                (number, part.own)
                for number, message in enumerate(messages)
                if code in message
                for part in Side(code, message[code]).readings
                if part.language == code
            ]
            for code in self.languages
        }
        self._small = {
            code: {
                token.word
                for _, text in texts
                for token in tokens(text)
                if token.text[:1].islower()
            }
            for code, texts in self._texts.items()
        }

    def runs(self, language: str) -> Iterator[tuple[int, str, bool]]:
        """Runs of capitalised words: the message, the text, and whether a sentence begins with it."""
        for number, text in self._texts[language]:
            words = tokens(text)
            covered = _covered(self._trees[language], words)
            for first, last in _capitalised(text, words, covered, get(language).links):
                start, is_beginning = first, begins_sentence(text, words, first)
                while start < last and self._is_ordinary(language, words[start]):
                    start += 1
                if start < last:
                    piece = text[words[start].start : words[last - 1].end]
                    yield number, piece, is_beginning and start == first

    def _is_ordinary(self, language: str, word: Token) -> bool:
        if is_calendar(word.text, language) or len(word.word) == 1 or word.word.isdigit():
            return True
        words = get(language)
        return word.word in self._small[language] or word.word in words.links | words.openers


def _covered(known: Tree, words: Sequence[Token]) -> set[int]:
    matches = known.matches(words, range(len(words)))
    return {place for match in matches for place in range(match.first, match.last)}


def _capitalised(
    text: str, words: Sequence[Token], covered: set[int], links: frozenset[str]
) -> Iterator[tuple[int, int]]:
    place = 0
    while place < len(words):
        if not words[place].is_capital or place in covered:
            place += 1
            continue
        last = place + 1
        while _goes_on(text, words, covered, last):
            if words[last].is_capital:
                last += 1
            elif (
                words[last].word in links
                and _goes_on(text, words, covered, last + 1)
                and words[last + 1].is_capital
            ):
                last += 2
            else:
                break
        yield place, last
        place = last


def _goes_on(text: str, words: Sequence[Token], covered: set[int], place: int) -> bool:
    """Whether only a space or a hyphen stands before a word that is part of no known name."""
    if place >= len(words) or place in covered:
        return False
    between = text[words[place - 1].end : words[place].start]
    return not between.strip(" \u00a0\n") or between == "-"


def gathered(words: Words, language: str) -> list[Name]:
    """The names of one language, with all forms of one name together."""
    names: list[Name] = []
    pieces = _counted(words, language)
    for piece in sorted(pieces, key=lambda one: (len(one), one)):
        name = next((one for one in names if _belongs(piece, one)), None)
        if name is None:
            name = Name(language)
            names.append(name)
        name.spellings[piece] += len(pieces[piece])
        name.messages.update(pieces[piece])
    return names


def _counted(words: Words, language: str) -> dict[str, list[int]]:
    """The runs of capitalised words, each with the messages it stands in.

    A single word that only ever begins sentences is left out; words that all stand alone elsewhere are
    not one name because they meet.
    """
    runs = [
        (number, " ".join(piece.split()), first) for number, piece, first in words.runs(language)
    ]
    alone = {fold(piece) for _, piece, first in runs if " " not in piece and not first}
    stems = {word[: max(_STEM, len(word) - _ENDING)] for word in alone}
    pieces: dict[str, list[int]] = defaultdict(list)
    for number, piece, is_beginning in runs:
        parts = piece.split(" ")
        if len(parts) == 1:
            if _is_telling(piece) and (not is_beginning or fold(piece) in alone):
                pieces[piece].append(number)
        elif all(any(fold(part).startswith(stem) for stem in stems) for part in parts):
            for part in parts:
                pieces[part].append(number)
        else:
            pieces[piece].append(number)
    return pieces


def _is_telling(word: str) -> bool:
    """Whether a single word may be a name: neither a figure nor too short, unless an acronym."""
    return not _NUMERAL.fullmatch(word) and (
        len(word) > _SHORT or (word.isupper() and len(word) > 1)
    )


def _belongs(piece: str, name: Name) -> bool:
    return any(
        _is_form(piece, other, name.language)
        or _is_form(other, piece, name.language)
        or _have_one_stem(piece, other)
        for other in name.spellings
    )


def _is_form(piece: str, name: str, language: str) -> bool:
    *before, last = (fold(word) for word in phrase(piece).words)
    return any(
        before == [*spelling.words[:-1]]
        and last.startswith(spelling.words[-1])
        and (spelling.endings is None or last[len(spelling.words[-1]) :] in spelling.endings)
        for spelling in _forms(name, language)
    )


@lru_cache(maxsize=8192)
def _forms(name: str, language: str) -> tuple[Spelling, ...]:
    return (*forms(name, language, Kind.ORGANISATION), *forms(name, language, Kind.PERSON))


def _have_one_stem(one: str, other: str) -> bool:
    """Whether two names differ in the ends of their words only, as two oblique cases do."""
    ours, theirs = phrase(one).words, phrase(other).words
    return len(ours) == len(theirs) and all(
        _is_one_stem(fold(word), fold(match)) for word, match in zip(ours, theirs, strict=True)
    )


def _is_one_stem(one: str, other: str) -> bool:
    letters = enumerate(zip(one, other, strict=False))
    shortest = min(len(one), len(other))
    shared = next((place for place, (ours, theirs) in letters if ours != theirs), shortest)
    return shared >= max(_STEM, max(len(one), len(other)) - _ENDING)
