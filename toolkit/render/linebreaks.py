"""Where the lines of a text may break: its spaces bound, and its words that no line divides.

What language asks for what is data of ``toolkit.language.spacing``. Besides, no word is divided at the
end of a text, whose last line is never one short word, in a heading never one word that fits on the
line with another; and addresses break at their own marks only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from toolkit.document.reading import Reading, read, sites
from toolkit.language.spacing import BOUND, bound, whole_words

#: ``whole``: no line breaks inside. ``last``: only where the word has a hyphen of its own.
#: ``address``: only at its own marks. ``plain``: as the engine or the browser likes.
Kind = Literal["plain", "whole", "last", "address"]

#: Characters of a text that may be longer than a line; in a shorter one there is no last line to mind.
_LINES = 40
#: Letters of a word that is too short for a line of its own.
_SHORT = 4
#: Characters of two words that stand together at the end of a heading, on a narrow screen too.
_PAIR = 20
#: A line of an address ends after its strokes and before its full stops, so that no mark at the end of
#: a line can be taken for the end of the address.
_JOINT = re.compile(r"(?<=[/@])(?=[^/@])|(?=\.)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that stand together, and how a line may break in them."""

    text: str
    kind: Kind = "plain"


class Line:
    """The characters of a text, handed out in reading order, cut at the words that stay together."""

    def __init__(
        self, language: str, markup: str, *, cut: bool = True, headline: bool = False
    ) -> None:
        """``cut`` is false for a text that must stay in one piece; ``headline`` means a heading."""
        self._text, kept = _prepared(language, markup, headline)
        self._kept = kept if cut else ()
        self._taken = self._passed = 0

    def take(self, count: int) -> tuple[Piece, ...]:
        """The next characters, as many as ``count``."""
        pieces: list[Piece] = []
        end = self._taken + count
        while self._taken < end:
            first, last, kind = self._next()
            if self._taken < first:
                pieces.append(self._piece(min(first, end), "plain"))
            else:
                pieces.append(self._piece(min(last, end), kind))
                self._passed += self._taken == last
        return tuple(pieces)

    def _next(self) -> tuple[int, int, Kind]:
        """The next word that stays together, or the end of the text."""
        if self._passed < len(self._kept):
            return self._kept[self._passed]
        return len(self._text), len(self._text), "plain"

    def _piece(self, end: int, kind: Kind) -> Piece:
        start, self._taken = self._taken, end
        return Piece(self._text[start:end], kind)


def joints(address: str) -> tuple[str, ...]:
    """An address cut where a line may end."""
    return tuple(_JOINT.split(address))


@lru_cache(maxsize=2048)
def _prepared(
    language: str, markup: str, headline: bool
) -> tuple[str, tuple[tuple[int, int, Kind], ...]]:
    """The plain text with its spaces bound, and its words that stay together."""
    readings = read(language, markup)
    text = _bound(readings, headline)
    return text, tuple(_kept(readings, text))


def _bound(readings: Sequence[Reading], headline: bool) -> str:
    """The plain text with the spaces of every language bound by its own rules."""
    characters = list(readings[0].text)
    for reading in readings:
        for place, character in enumerate(bound(reading.own, reading.language, headline=headline)):
            if character == BOUND:
                characters[place] = BOUND
    text = "".join(characters)
    if headline:
        return _paired(text)
    start = _last_word(text)
    letters = sum(map(str.isalnum, text[start:]))
    if len(text) > _LINES and 0 < letters <= _SHORT and text[start - 1] == " ":
        return f"{text[: start - 1]}{BOUND}{text[start:]}"
    return text


def _paired(text: str) -> str:
    """A heading whose last word takes the one before it along, unless both are long."""
    space = text.rfind(" ")
    pair = text[text.rfind(" ", 0, max(space, 0)) + 1 :]
    if space > 0 and BOUND not in text[space:] and len(pair) <= _PAIR:
        return f"{text[:space]}{BOUND}{text[space + 1 :]}"
    return text


def _last_word(text: str) -> int:
    """Where the last word of a text begins."""
    return max(text.rfind(" "), text.rfind(BOUND)) + 1


def _kept(readings: Sequence[Reading], text: str) -> Iterator[tuple[int, int, Kind]]:
    """Where the words begin and end that stay together, in order, none within another."""
    found: list[tuple[int, int, Kind]] = [(*place, "address") for place in sites(text)]
    for reading in readings:
        found.extend((*place, "whole") for place in whole_words(reading.own, reading.language))
    found.sort(key=lambda place: place[:2])
    taken = 0
    for start, end, kind in found:
        if start >= taken:
            yield start, end, kind
            taken = end
    if len(text) > _LINES and taken <= _last_word(text) < len(text):
        yield _last_word(text), len(text), "last"
