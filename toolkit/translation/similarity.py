"""Which of many texts is most like a given one: the arithmetic behind every fuzzy match.

Texts that share rare words are looked up first, and only those few are compared in full, so that
ten thousand texts are matched against ten thousand others in seconds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz import fuzz

#: How many of the texts that share most words are compared in full.
_COMPARED = 24
#: The words of a text are looked up, the rarest first, until they have led to so many texts.
_LOOKED_UP = 300
#: No paragraph is so long; of what is longer, only the beginning is compared.
_LONGEST = 10_000
#: A word of more texts than this says little about any of them.
_COMMON = 400

_WORD = re.compile(r"\w+")


def normal(text: str) -> str:
    """The words of a text: case, punctuation and spaces do not make a text another one."""
    return " ".join(_WORD.findall(text[:_LONGEST].casefold()))


def threshold(text: str) -> float:
    """How alike (0 to 100) another text must be to be offered as the old version of this one.

    Two sentences of the same language that say different things are about 50 alike by their letters
    alone, and short ones more by chance; one changed word of four leaves about 75.
    """
    words = len(text.split())
    if words <= 1:
        return 100.0
    return max(62.0, 84.0 - 2.0 * words)


class Index:
    """Texts that can be searched by likeness. Built once, never changed."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [normal(text) for text in texts]
        self._places: dict[str, list[int]] = {}
        for place, text in enumerate(self._texts):
            for word in set(text.split()):
                self._places.setdefault(word, []).append(place)

    def matches(self, text: str) -> list[tuple[float, int]]:
        """The texts like ``text``, as (score, place in the sequence), the best first.

        Equal scores come in the order of the sequence, so the answer is always the same.
        """
        wanted = normal(text)
        least = threshold(wanted)
        found = [
            (fuzz.ratio(wanted, self._texts[place], score_cutoff=least), place)
            for place in self._candidates(wanted)
        ]
        return sorted(
            ((score, place) for score, place in found if score >= least),
            key=lambda match: (-match[0], match[1]),
        )

    def _candidates(self, text: str) -> list[int]:
        known = {word: self._places[word] for word in text.split() if word in self._places}
        lists = sorted(known.values(), key=len)
        telling = [places for places in lists if len(places) <= _COMMON] or lists[:1]
        shared = Counter[int]()
        for places in telling:
            shared.update(places)
            if shared.total() > _LOOKED_UP:
                break
        ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        return [place for place, _ in ranked[:_COMPARED]]
