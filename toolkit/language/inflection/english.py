"""How English inflects names: the possessive and the plural of the last word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.language.inflection import peoples
from toolkit.language.inflection.model import (
    Inflection,
    Kind,
    Phrase,
    Spelling,
    fold,
    joined,
    surname_start,
)

_ENDINGS = frozenset({"", "'s", "s", "es", "s's"})
_ARTICLES = frozenset({"the", "a", "an"})


def _phrase(name: Phrase, _kind: Kind) -> Iterator[Spelling]:
    """The article at the beginning may be left out."""
    yield joined(name, last=_ENDINGS)
    if len(name.words) > 1 and fold(name.words[0]) in _ARTICLES:
        yield joined(name.part(1), last=_ENDINGS)


def _person(name: Phrase) -> Iterator[Spelling]:
    yield joined(name, last=_ENDINGS)


#: What a woman's surname of Slavic making ends in, and what that of her family does.
_FAMILIES = (("va", "v"), ("ina", "in"), ("yna", "yn"), ("skaya", "sky"), ("skaia", "sky"))
_PLURAL = frozenset({"s", "s's"})


def _surname(name: Phrase) -> Iterator[Spelling]:
    """The surname; in the plural, a woman's family has that of a man: Ivanova, the Ivanovs."""
    start = surname_start(name)
    if start is None:
        return
    yield joined(name.part(start), last=_ENDINGS)
    *before, last = joined(name.part(start)).words
    for hers, theirs in _FAMILIES:
        if last.endswith(hers):
            family = last.removesuffix(hers) + theirs
            yield Spelling((*before, family), name.part(start).gaps, _PLURAL)


def _given(name: Phrase) -> Iterator[Spelling]:
    if surname_start(name) is not None:
        yield joined(name.part(0, 1), last=_ENDINGS)


#: What falls off the name of a place, and what takes its place: Russia, Russian; Germany, German.
_RELATED = (
    ("istan", ("", "i", "istani")),
    ("stan", ("", "i", "stani")),
    ("ia", ("ian",)),
    ("land", ("ish", "lander", "landic", "landish")),
    ("y", ("", "ian")),
    ("e", ("ish", "ian", "ean")),
    ("o", ("an", "ian", "ese")),
    ("a", ("an", "ian", "ese")),
    ("", ("n", "an", "ian", "ean", "i", "ese", "ish", "er", "ite", "ic")),
)


#: Of shorter names too little is left to tell what was made from them.
_LEAST_STEM = 4


def _related(name: Phrase) -> Iterator[Spelling]:
    """Turkmen of Turkmenistan, Russian of Russia."""
    yield from peoples.english(name)
    if len(name.words) > 1:
        return
    word = fold(name.words[0])
    for falls, comes in _RELATED:
        stem = re.sub(f"{falls}$", "", word)
        if (stem != word or not falls) and len(stem) >= _LEAST_STEM:
            endings = {f"{suffix}{ending}" for suffix in comes for ending in _ENDINGS}
            yield Spelling((stem,), ("",), frozenset(endings))


_OPENERS = frozenset(
    {
        "the", "a", "an", "in", "at", "on", "of", "for", "to", "from", "by", "with", "after",
        "before", "since", "until", "while", "when", "where", "as", "if", "and", "but", "or", "not",
        "no", "this", "that", "these", "those", "it", "its", "he", "his", "she", "her", "they",
        "their", "we", "our", "i", "my", "you", "your", "mr", "mrs", "ms", "dr",
    }
)  # fmt: skip

INFLECTION = Inflection(
    _phrase,
    _person,
    _surname,
    _given,
    _related,
    links=frozenset({"of", "for"}),
    openers=_OPENERS,
    homonyms=frozenset({"chad", "hope", "grace", "may", "will", "mark", "bill", "rose", "grant"}),
)
