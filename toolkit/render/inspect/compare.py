"""Texts that should be there against texts that are: what is missing, added, changed or moved."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from rapidfuzz.distance import Levenshtein, Opcode

from toolkit.render.inspect.block import COUNTED, Block, squeeze, tidy
from toolkit.render.inspect.sheet import SOFT

#: What the engine counts, such as the dots and the number of a line of the table of contents; those of
#: a file that went astray.
_NUMBER = re.compile(r"[.…\u2024]*((?:\d|\.(?=\d))*)")
_STRAY_LEADER = re.compile(r"(?:[.…\u2024]\s*){4,}\d+")
_QUOTES = frozenset("\"'“”„«»‘’‚‹›")
_AT_LINE_ENDS = frozenset("-\u2010")
_HYPHENS = re.compile(f"[-\u2010{SOFT}]")
#: Shorter texts are found by chance in the middle of others.
_LONG = 8
#: Less alike, two texts are not one text that was changed.
_ALIKE = 0.4


class Kind(StrEnum):
    """What became of a text."""

    MISSING = "missing"
    EXTRA = "extra"
    DOUBLED = "doubled"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    """One text that is not as it should be: what the edition says, what the file says, and where."""

    kind: Kind
    expected: str
    actual: str
    anchor: str = ""


def compare_blocks(expected: Sequence[Block], actual: Sequence[Block]) -> tuple[Difference, ...]:
    """Blocks of HTML, each against its counterpart; white space counts."""
    ours, theirs = [block.shown for block in expected], [block.shown for block in actual]
    found: list[Difference] = []
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, low, high, start, end in matcher.get_opcodes():
        if tag != "equal":
            found.extend(_paired(expected[low:high], theirs[start:end]))
    return _classified(found, Counter(ours))


def compare_stream(expected: Sequence[Block], actual: str) -> tuple[Difference, ...]:
    """Blocks against the unbroken text of a PDF, without white space.

    A hyphen at the end of a line (``SOFT``) is there or not, as the edition has it. Capitals do not
    matter in blocks that a style sheet shows otherwise than they are written (``cased``).
    """
    odd = _first_odd(expected, squeeze(actual))
    if odd is None:
        return ()
    fold = any(block.cased for block in expected)
    blocks = [(block, _letters(block.shown, fold=fold)) for block in expected]
    text = _Printed.of(actual, fold=fold)
    known = Counter(words for _, words in blocks)
    found = list(_classified(list(_carved(blocks, text)), known))
    if not found:
        # Nothing but a hyphen or a capital differs.
        block = expected[min(odd, len(expected) - 1)]
        found.append(Difference(Kind.CHANGED, block.shown, block.shown, block.anchor))
    return tuple(found)


def _first_odd(blocks: Sequence[Block], actual: str) -> int | None:
    """The first block that is not in its place; none if all are, and nothing follows.

    What only the engine knows may be of any length, so there may be several places to go on from.
    """
    places = {0}
    for index, block in enumerate(blocks):
        for sign in squeeze(block.printed):
            places = {end for place in places for end in _past(sign, actual, place, block.cased)}
        if not places:
            return index
    finished = any(not actual[place:].strip(SOFT) for place in places)
    return None if finished else len(blocks)


def _past(sign: str, actual: str, place: int, cased: bool) -> Iterator[int]:
    """Where the text may go on after a sign that is wanted at a place."""
    if sign == COUNTED:
        found = _NUMBER.match(actual, place)
        if found is not None:
            yield from range(found.start(1), found.end() + 1)
        if actual[place : place + 1] in _QUOTES:
            yield place + 1
        return
    while actual[place : place + 1] == SOFT and sign not in _AT_LINE_ENDS:
        place += 1
    given = actual[place : place + 1]
    if given in {sign, SOFT} or (cased and given and given.casefold() == sign.casefold()):
        yield place + 1


def _letters(text: str, *, fold: bool = False) -> str:
    """A text without white space and hyphens: those at the ends of lines are the engine's or not."""
    letters = _HYPHENS.sub("", squeeze(text))
    return letters.casefold() if fold else letters


@dataclass(frozen=True)
class _Printed:
    """The text of a PDF: as it is printed, its letters alone, and where each of them is printed."""

    raw: str
    letters: str
    places: Sequence[int]

    @classmethod
    def of(cls, actual: str, *, fold: bool) -> _Printed:
        raw = _STRAY_LEADER.sub("", unicodedata.normalize("NFC", actual))
        kept = [
            (place, letter)
            for place, sign in enumerate(raw)
            for letter in _letters(sign, fold=fold)
        ]
        letters = "".join(letter for _, letter in kept)
        return cls(raw, letters, [*(place for place, _ in kept), len(raw)])

    def shown(self, start: int, end: int) -> str:
        """What is printed from one letter up to another."""
        return tidy(self.raw[self.places[start] : self.places[end]].replace(SOFT, ""))


_Pairs = Sequence[tuple[Block, str]]


def _carved(blocks: _Pairs, text: _Printed) -> Iterator[Difference]:
    """Cut the text at the blocks that stand in it word for word, and compare what lies between."""
    start = low = 0
    for index, place in _fixed(blocks, text.letters):
        yield from _between(blocks[low:index], text, start, place)
        start, low = place + len(blocks[index][1]), index + 1
    yield from _between(blocks[low:], text, start, len(text.letters))


def _between(blocks: _Pairs, text: _Printed, start: int, end: int) -> Iterator[Difference]:
    if "".join(words for _, words in blocks) == text.letters[start:end]:
        return
    low = 0
    for index, (_, words) in enumerate(blocks):
        place = text.letters.find(words, start, end) if len(words) >= _LONG else -1
        if place >= 0:
            yield from _aligned(blocks[low:index], text, start, place)
            start, low = place + len(words), index + 1
    yield from _aligned(blocks[low:], text, start, end)


def _aligned(blocks: _Pairs, text: _Printed, start: int, end: int) -> Iterator[Difference]:
    """Blocks and a text that differ: letter by letter, each block gets its share of the text."""
    if not blocks:
        if start < end:
            yield Difference(Kind.EXTRA, "", text.shown(start, end))
        return
    wanted, given = "".join(words for _, words in blocks), text.letters[start:end]
    steps = Levenshtein.opcodes(wanted, given)
    low = begin = 0
    for index, (block, words) in enumerate(blocks):
        low += len(words)
        cut = len(given) if index == len(blocks) - 1 else _counterpart(steps, low)
        share = given[begin:cut]
        if share != words:
            shown = text.shown(start + begin, start + cut)
            alike = Levenshtein.normalized_similarity(words, share) >= _ALIKE
            kind = Kind.CHANGED if alike else Kind.MISSING
            yield Difference(kind, block.shown, shown, block.anchor)
        begin = cut


def _counterpart(steps: Iterable[Opcode], place: int) -> int:
    """The place in the given text that goes with a place in the wanted one."""
    for step in steps:
        if step.src_start <= place <= step.src_end and step.src_start < step.src_end:
            return min(step.dest_start + place - step.src_start, step.dest_end)
    return 0


def _fixed(blocks: _Pairs, text: str) -> list[tuple[int, int]]:
    """Blocks with their places in the text: those that occur once in both, as many as keep the order."""
    counts = Counter(words for _, words in blocks)
    unique = [
        (index, text.find(words))
        for index, (_, words) in enumerate(blocks)
        if len(words) >= _LONG and counts[words] == 1 and text.count(words) == 1
    ]
    return _rising(unique)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs whose places rise."""
    ends: list[int] = []
    chains: list[list[tuple[int, int]]] = []
    for index, place in pairs:
        length = bisect_left(ends, place)
        chain = [*(chains[length - 1] if length else []), (index, place)]
        if length == len(ends):
            ends.append(place)
            chains.append(chain)
        else:
            ends[length], chains[length] = place, chain
    return chains[-1] if chains else []


def _paired(blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[Difference]:
    """Blocks and texts that stand in each other's place: the likest of them are the same text."""
    rest = list(texts)
    for block in blocks:
        share = max(
            rest, key=lambda text: Levenshtein.normalized_similarity(block.shown, text), default=""
        )
        if share and Levenshtein.normalized_similarity(block.shown, share) >= _ALIKE:
            rest.remove(share)
            yield Difference(Kind.CHANGED, block.shown, share, block.anchor)
        else:
            yield Difference(Kind.MISSING, block.shown, "", block.anchor)
    yield from (Difference(Kind.EXTRA, "", text) for text in rest)


def _classified(found: Sequence[Difference], known: Counter[str]) -> tuple[Difference, ...]:
    """Tell added texts that the edition has elsewhere: said twice, or only in another place."""
    missing = Counter(_letters(item.expected) for item in found if item.kind is Kind.MISSING)
    extra = Counter(_letters(item.actual) for item in found if item.kind is Kind.EXTRA)
    texts = {_letters(text) for text in known}
    result: list[Difference] = []
    for item in found:
        wanted, given = _letters(item.expected), _letters(item.actual)
        if item.kind is Kind.MISSING and extra[wanted]:
            result.append(Difference(Kind.MOVED, item.expected, item.expected, item.anchor))
        elif item.kind is Kind.EXTRA and missing[given]:
            continue
        elif item.kind is Kind.EXTRA and given in texts:
            result.append(Difference(Kind.DOUBLED, item.actual, item.actual, item.anchor))
        else:
            result.append(item)
    return tuple(result)
