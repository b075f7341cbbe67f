"""What rules look at, and what they say about it.

What several rules want to know of a text is found out once, when the first of them asks: its readings,
its sentences, the values that it states.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from toolkit.checks.alphabets import has_strangers
from toolkit.checks.values import extract
from toolkit.checks.values.compare import Difference, difference
from toolkit.checks.values.stated import NOTHING_STATED, Stated
from toolkit.diagnostics import Span
from toolkit.document.reading import Reading, read
from toolkit.language.remembered import once
from toolkit.language.sentences import Sentences, split


@dataclass(frozen=True)
class Side:
    """One text in one language: inline Markdown as it was typed, and the characters a reader sees.

    ``beside`` is the markup of the source if the text is a translation: what an author typed too, a
    translator did not mistype. It says nothing about the text itself, so sides are equal without it.
    """

    language: str
    markup: str
    beside: str = field(default="", compare=False)

    @once
    def plain(self) -> str:
        """The text without markup and footnote references."""
        return self.readings[0].text

    @once
    def readings(self) -> tuple[Reading, ...]:
        """The text as such, then for each other language the spans that are in it."""
        return read(self.language, self.markup)

    @once
    def has_strangers(self) -> bool:
        """Whether any reading has a letter that its language, if known, does not have."""
        return any(map(has_strangers, self.readings))

    @once
    def sentences(self) -> Sentences:
        """The sentences of the plain text; ``KeyError`` if nothing is known of the language."""
        return split(self.plain, self.language)

    @once
    def values(self) -> extract.Reading:
        """The values of the plain text; ``KeyError`` if nothing is known of the language."""
        return extract.read(self.plain, self.language)

    @once
    def stated(self) -> Stated:
        """The values as they are compared with those of another text."""
        facts = self.values.facts
        return Stated(facts) if facts else NOTHING_STATED


@dataclass(frozen=True)
class Pair:
    """A message and its translation. ``span`` is the translation's place, ``origin`` the source's."""

    source: Side
    target: Side
    span: Span
    origin: Span

    @once
    def difference(self) -> Difference:
        """What values only one of the two sides states."""
        return difference(self.source.stated, self.target.stated)


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule has to say: a code, a sentence, a cure.

    ``source`` and ``target`` are the pieces of the plain texts that differ, to be marked when both
    sides are quoted; either may be empty.
    """

    code: str
    message: str
    hint: str = ""
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()


PairRule = Callable[[Pair], Iterable[Remark]]
SideRule = Callable[[Side], Iterable[Remark]]
#: Given the messages of a document in its order, each remark comes with the place of its message.
DocumentRule = Callable[[Sequence[Pair]], Iterable[tuple[int, Remark]]]
