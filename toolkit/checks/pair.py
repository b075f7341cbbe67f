"""What rules look at, and what they say about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from toolkit.diagnostics import Span
from toolkit.document.inline import plain


@dataclass(frozen=True)
class Side:
    """One text in one language: inline Markdown as it was typed, and the characters a reader sees.

    ``beside`` is the markup of the source if the text is a translation: what an author typed too, a
    translator did not mistype. It says nothing about the text itself, so sides are equal without it.
    """

    language: str
    markup: str
    beside: str = field(default="", compare=False)

    @cached_property
    def plain(self) -> str:
        """The text without markup and footnote references."""
        return plain(self.markup)


@dataclass(frozen=True)
class Pair:
    """A message and its translation. ``span`` is the translation's place, ``origin`` the source's."""

    source: Side
    target: Side
    span: Span
    origin: Span


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
