"""The nodes of inline Markdown: all that a text can hold, and nothing that acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chars:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """``*emphasis*``."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """``**strong emphasis**``."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """``[text](address)``; the address is absolute, or ``#anchor`` within the document."""

    href: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """``[text]{lang=tk}``: words in another language than the text around them."""

    language: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class NoteReference:
    """``[^id]``: a footnote is called here."""

    id: str


Inline = Chars | Emphasis | Strong | Link | Foreign | NoteReference


def walk(nodes: Sequence[Inline]) -> Iterator[Inline]:
    """Every node, parents before their children."""
    for node in nodes:
        yield node
        if not isinstance(node, Chars | NoteReference):
            yield from walk(node.children)
