"""How long a translation is, beside what its languages and its source let expect.

Lengths of matched texts are compared on a log scale, where their ratio is about normally distributed
(Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", 1993). The mean is the ratio
of what the two languages take to say the same (``Prose.length``). The spread has a part that every
translator brings and a part that grows as texts get shorter.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from toolkit.language.lexicon.concepts import Meaning, mentions
from toolkit.language.lexicon.prose import Prose, get

#: Variance of the log ratio: the part of any text, and the part of one character.
_OF_ANY_TEXT = 0.0036
_OF_A_CHARACTER = 1.6

#: By how much of their length small words and endings count less that other languages do not write.
_LIGHTER = 0.6

#: Spaces and marks that group figures differ between languages.
_GROUPING = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009.,](?=\d)")
#: What a translation takes over: figures, and marks that all languages use alike. Quotation marks are
#: not among them: names of organisations have them in some languages and not in others.
_ANCHORS = re.compile(r"\d+|[?!(]")
#: What each anchor that only one of two sentences has adds to the cost of pairing them.
_COST_OF_ANCHORS = 4.0
_MOST_ANCHORS = 3
#: The same for each thing that only one of them speaks of: less, for translators paraphrase.
_ONE_IN = 4
_COST_OF_A_THING = 1.2

#: "ООН", "OSCE-niň"; neither a Roman numeral nor what is spelt out before: "(ОБСЕ)".
_ABBREVIATION = re.compile(r"(?<![\w(-])(?![IVXLC]+\b)[^\W\d_a-zа-яёçäžňöşüý]{3,8}(?!\w)")
#: How much longer a word is than its initial, with the small words between: OSCE has 52 letters.
_SPELT_OUT = 9

_NO_ANCHORS = frozenset[str]()
_IMPOSSIBLE = math.inf


@dataclass(frozen=True, slots=True)
class Portion:
    """A sentence, or several in a row, as an alignment sees them."""

    length: float
    anchors: frozenset[str]
    things: tuple[Meaning, ...] = ()
    #: Letters of abbreviations, each of which may be a word on the other side.
    initials: int = 0

    def __add__(self, other: Portion) -> Portion:
        return Portion(
            self.length + other.length,
            self.anchors | other.anchors,
            self.things + other.things,
            self.initials + other.initials,
        )


@lru_cache(maxsize=2048)
def portions(pieces: tuple[str, ...], language: str) -> tuple[Portion, ...]:
    """The sentences of a language, their lengths as if they were in English."""
    known = get(language)
    return tuple(
        Portion(
            max(_weight(piece.strip(), known), 1) / known.length,
            frozenset(_ANCHORS.findall(_GROUPING.sub("", piece)))
            if _ANCHORS.search(piece)
            else _NO_ANCHORS,
            initials=_initials(piece),
        )
        for piece in pieces
    )


@lru_cache(maxsize=2048)
def telling(pieces: tuple[str, ...], language: str) -> tuple[Portion, ...]:
    """The same, each with the things that it speaks of."""
    return tuple(
        replace(portion, things=mentions(piece, language))
        for portion, piece in zip(portions(pieces, language), pieces, strict=True)
    )


def _weight(text: str, known: Prose) -> float:
    """The length of a text in which what other languages do without counts less."""
    return len(text) - _LIGHTER * len("".join(known.light.findall(text)))


def _initials(text: str) -> int:
    """The letters of the abbreviations in a text: 4 in "the OSCE"; none in a heading in capitals."""
    return 0 if text.isupper() else sum(len(found) for found in _ABBREVIATION.findall(text))


def unlikeness(source: Portion, target: Portion) -> float:
    """``surprise`` for two portions; what only the shorter one abbreviates may be as long as that."""
    more = (target.initials - source.initials) * _SPELT_OUT
    if source.length > target.length:
        return surprise(source.length, min(source.length, target.length + max(more, 0)))
    return surprise(min(target.length, source.length + max(-more, 0)), target.length)


def surprise(source: float, target: float) -> float:
    """By how many standard deviations the second length is off, negative if it is too short.

    Both lengths are as if in English.
    """
    mean = (source + target) / 2
    return math.log(target / source) / math.sqrt(_OF_ANY_TEXT + _OF_A_CHARACTER / mean)


@dataclass(frozen=True, slots=True)
class Alignment:
    """The best way to pair the sentences of two texts, and which of the longer one stay alone."""

    cost: float
    alone: tuple[int, ...] = ()


def by_loss(longer: Sequence[Portion], shorter: Sequence[Portion]) -> Alignment:
    """Pair sentences one to one, leaving over as many of the longer text as it has more."""
    return _align(longer, shorter, joins=False)


def by_joining(longer: Sequence[Portion], shorter: Sequence[Portion]) -> Alignment:
    """Pair all sentences, with several of the longer text for one of the shorter."""
    return _align(longer, shorter, joins=True)


def _align(longer: Sequence[Portion], shorter: Sequence[Portion], *, joins: bool) -> Alignment:
    """Dynamic programming over the first ``i`` sentences of one text and ``j`` of the other."""
    spare = len(longer) - len(shorter)
    best: list[list[Alignment]] = [
        [Alignment(_IMPOSSIBLE)] * (len(shorter) + 1) for _ in range(len(longer) + 1)
    ]
    best[0][0] = Alignment(0.0)
    for i in range(1, len(longer) + 1):
        # What was left over or joined so far cannot exceed what there is to spare.
        for j in range(max(0, i - spare), min(i, len(shorter)) + 1):
            options = [best[i][j]]
            if j:
                taken = longer[i - 1]
                for first in range(i - 1, (i - 2 - spare if joins else i - 2), -1):
                    if first < 0:
                        break
                    taken = taken if first == i - 1 else longer[first] + taken
                    before = best[first][j - 1]
                    if before.cost < _IMPOSSIBLE:
                        cost = before.cost + _cost(taken, shorter[j - 1])
                        options.append(Alignment(cost, before.alone))
            if not joins and i > j:
                before = best[i - 1][j]
                options.append(Alignment(before.cost, (*before.alone, i - 1)))
            best[i][j] = min(options, key=lambda option: option.cost)
    return best[-1][-1]


def _cost(one: Portion, other: Portion) -> float:
    apart = min(len(one.anchors ^ other.anchors), _MOST_ANCHORS)
    things = left_over(one.things, other.things) + left_over(other.things, one.things)
    return unlikeness(one, other) ** 2 + _COST_OF_ANCHORS * apart + _COST_OF_A_THING * things


def unsaid(source: Portion, target: Portion) -> float:
    """By how much the longest row of things that only the source speaks of is longer than chance has it.

    A translator leaves one thing in four unsaid, here and there; what was cut was in one place.
    """
    spoken = frozenset[int]().union(*target.things)
    longest = row = 0
    for thing in source.things:
        row = row + 1 if spoken.isdisjoint(thing) else 0
        longest = max(longest, row)
    return max(0.0, longest - math.log(len(source.things) + 1, _ONE_IN))


def left_over(things: tuple[Meaning, ...], others: tuple[Meaning, ...]) -> int:
    """How many of the things that one text speaks of the other does not."""
    spoken = frozenset[int]().union(*others)
    return sum(map(spoken.isdisjoint, things))
