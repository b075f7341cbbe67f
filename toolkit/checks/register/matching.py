"""Names in a text: a tree of words, walked from each word of the text to the longest name there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple, overload

from toolkit.language.inflection import WORD, Spelling, fold, gap
from toolkit.language.remembered import Remembered

#: So many letters of a word tell whether it is worth a closer look.
HEAD = 3
#: More words than this are a name even without any capital letter.
_LONG = 3


class Role(IntEnum):
    """As what a form stands for an entry. Of several that fit, the smallest counts."""

    #: The name, or one of its equals.
    NAME = 0
    #: The surname of a person.
    SURNAME = 1
    FORBIDDEN = 2
    #: The name as another language spells it.
    FOREIGN = 3
    #: A word made from the name, or one that may stand for it.
    RELATED = 4
    #: The given name of a person.
    GIVEN = 5


class Capitals(IntEnum):
    """Which capital letters a form needs."""

    NONE = 0
    #: In at least one of its words.
    SOME = 1
    #: At the beginning.
    FIRST = 2
    #: In all of the word but for its ending.
    ALL = 3


@dataclass(frozen=True, slots=True)
class Target:
    """What a form stands for: an entry by its number in the register."""

    entry: int
    role: Role
    capitals: Capitals
    #: So many letters have to be capital if all have; endings are small: МИДа.
    letters: int = 0


class Token(NamedTuple):
    """A word of a text: folded, with its place and with what stands before it."""

    word: str
    text: str
    start: int
    end: int
    gap: str
    #: Whether it begins with a capital letter.
    is_capital: bool


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a text that name something: the tokens from ``first`` to before ``last``."""

    first: int
    last: int
    targets: tuple[Target, ...]


@dataclass(slots=True)
class _Node:
    """The names that go on from here: by the next word, and by the stem of their last word."""

    children: dict[tuple[str, str], _Node] = field(default_factory=dict)
    ends: dict[tuple[str, str], list[tuple[frozenset[str] | None, Target]]] = field(
        default_factory=dict
    )


_FOLDED = Remembered(fold)


class Words(Sequence[Token]):
    """The words of a text, each taken apart when it is looked at: most never are."""

    def __init__(self, text: str) -> None:
        self._text = text
        found = list(WORD.finditer(text))
        self.texts = [match.group() for match in found]
        self._spans = [match.span() for match in found]
        self._known: dict[int, Token] = {}

    def __len__(self) -> int:
        return len(self._spans)

    @overload
    def __getitem__(self, place: int) -> Token: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Token]: ...

    def __getitem__(self, place: int | slice) -> Token | Sequence[Token]:
        if isinstance(place, slice):
            return [self[at] for at in range(*place.indices(len(self._spans)))]
        token = self._known.get(place)
        if token is None:
            token = self._known[place] = self._token(place)
        return token

    def _token(self, place: int) -> Token:
        start, end = self._spans[place]
        word = self._text[start:end]
        between = ""
        if place:
            first, last = self._spans[place - 1]
            between = gap(self._text[first:last], self._text[last:start])
        return Token(_FOLDED[word], word, start, end, between, word[0].isupper())


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text."""
    return tuple(Words(text))


def begins_sentence(text: str, words: Sequence[Token], place: int) -> bool:
    """Whether a sentence, or what is quoted or said in brackets, may begin with a word."""
    if place == 0:
        return True
    return _SENTENCE_END.search(text, words[place - 1].end, words[place].start) is not None


def capitals(name: str) -> Capitals:
    """Which capital letters the forms of a name need."""
    words = WORD.findall(name)
    if len(words) == 1:
        if len(name) > 1 and name.isupper():
            return Capitals.ALL
        return Capitals.FIRST if words[0][:1].isupper() else Capitals.NONE
    is_long = len(words) > _LONG
    has_some = any(word[:1].isupper() for word in words)
    return Capitals.SOME if has_some and not is_long else Capitals.NONE


class Tree:
    """Forms of names, and what each stands for."""

    def __init__(self) -> None:
        self._root = _Node()
        self._heads: set[str] = set()

    def add(self, spellings: Iterable[Spelling], target: Target) -> None:
        """Let all of ``spellings`` stand for ``target``."""
        for spelling in spellings:
            node = self._root
            for between, word in zip(spelling.gaps, spelling.words[:-1], strict=False):
                node = node.children.setdefault((between, word), _Node())
            key = (spelling.gaps[-1], spelling.words[-1])
            node.ends.setdefault(key, []).append((spelling.endings, target))
            self._heads.add(spelling.words[0][:HEAD])

    def begins(self, word: str) -> bool:
        """Whether a folded word is the first of a name, or all of it but for its capitals."""
        root = self._root
        return self._may_begin(word) and (
            ("", word) in root.children or any(_with_endings(root, "", word))
        )

    def _may_begin(self, word: str) -> bool:
        head = word[:HEAD]
        heads = self._heads
        return head in heads or head[:-1] in heads or head[:1] in heads

    def matches(self, words: Sequence[Token], places: Iterable[int]) -> tuple[Match, ...]:
        """The longest names that begin at one of ``places``, from left to right, none in another."""
        found: list[Match] = []
        end = 0
        for place in places:
            match = self.longest(words, place) if place >= end else None
            if match is not None:
                found.append(match)
                end = match.last
        return tuple(found)

    def longest(self, words: Sequence[Token], first: int, last: int | None = None) -> Match | None:
        """The longest name that begins at a word, and ends before the word ``last``."""
        if not self._may_begin(words[first].word):
            return None
        node: _Node | None = self._root
        best: Match | None = None
        for place in range(first, len(words) if last is None else last):
            if node is None:
                break
            token = words[place]
            between = token.gap if place > first else ""
            targets = _targets(node, between, words[first : place + 1])
            if targets:
                best = Match(first, place + 1, targets)
            node = node.children.get((between, token.word))
        return best


def _targets(node: _Node, between: str, words: Sequence[Token]) -> tuple[Target, ...]:
    found: list[Target] = []
    for target in _with_endings(node, between, words[-1].word):
        if _has_capitals(words, target):
            found.append(target)
        elif target.role is Role.NAME and target.capitals is Capitals.SOME:
            # Written small, several words may be ordinary words or the name all the same.
            found.append(Target(target.entry, Role.RELATED, Capitals.NONE))
    return tuple(sorted(dict.fromkeys(found), key=lambda target: target.role)) if found else ()


def _with_endings(node: _Node, between: str, word: str) -> Iterator[Target]:
    """What the word, as a stem with an ending, stands for as the last one of a name."""
    for size in range(len(word), 0, -1):
        for endings, target in node.ends.get((between, word[:size]), ()):
            if endings is None or word[size:] in endings:
                yield target


def _has_capitals(words: Sequence[Token], target: Target) -> bool:
    match target.capitals:
        case Capitals.FIRST:
            return words[0].is_capital
        case Capitals.SOME:
            return any(word.is_capital for word in words)
        case Capitals.ALL:
            return words[-1].text[: target.letters].isupper()
    return True


_SENTENCE_END = re.compile(r"[.!?…:;«“„\"(\n]")
#: Initials before a surname: "T. ", "А. Б. ", "Sh. ".
_INITIAL = r"([YÝ][ua]|[CGKSZ]h|Ts|Д[жз]|[^\W\d_a-zа-я])\.[\s\u00a0]*"
INITIALS = re.compile(rf"(?<![^\W\d_]){_INITIAL}(?:{_INITIAL})?$")
