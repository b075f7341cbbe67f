"""Whether two editions say the same, as far as values go: numbers, dates, and addresses of links.

Values are read as ``toolkit.checks.values`` reads them, so "2 May" and «2 мая» are one. What is in words
may be put otherwise by a translator, so that only what is in figures, and months, is compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.checks.values.compare import difference
from toolkit.checks.values.extract import read
from toolkit.checks.values.fact import Fact, Kind
from toolkit.checks.values.stated import Stated
from toolkit.language import LANGUAGES
from toolkit.language.lexicon.values import Weight
from toolkit.render.inspect.claims import Claims, Passage

#: Addresses are compared as links: in a text they are cut at the ends of lines.
_ADDRESSES = frozenset({Kind.URL, Kind.EMAIL, Kind.HANDLE})


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Values that only one of two files has, and the text in the first one that they are about."""

    about: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...]


def are_comparable(ours: Claims, theirs: Claims) -> bool:
    """Whether the texts can be laid side by side: two PDFs or two web pages, in known languages."""
    return ours.suffix == theirs.suffix and {ours.language, theirs.language} <= LANGUAGES.keys()


def disagreements(ours: Claims, theirs: Claims) -> Iterator[Disagreement]:
    """Where the values of two files that ``are_comparable`` differ, in the order of the first.

    Passage is compared with passage, and block with block where no page ends within a passage. With
    another number of passages, the files are compared as a whole.
    """
    for one, other in _pairs(ours.passages, theirs.passages):
        found = difference(_stated(one, ours.language), _stated(other, theirs.language))
        missing, extra = _telling(found.missing), _telling(found.extra)
        if missing or extra:
            yield Disagreement(one, missing, extra)


def _pairs(ours: tuple[Passage, ...], theirs: tuple[Passage, ...]) -> Iterator[tuple[str, str]]:
    if len(ours) != len(theirs):
        yield "\n".join(part.text for part in ours), "\n".join(part.text for part in theirs)
        return
    for one, other in zip(ours, theirs, strict=True):
        if one.is_cut or other.is_cut or len(one.blocks) != len(other.blocks):
            yield one.text, other.text
        else:
            yield from zip(one.blocks, other.blocks, strict=True)


def _stated(text: str, language: str) -> Stated:
    return Stated(read(text, language).facts)


def _telling(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(
        fact.text for fact in facts if fact.weight >= Weight.FIRM and fact.kind not in _ADDRESSES
    )
