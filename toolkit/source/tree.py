"""The located tree: what a YAML file says, every value a text as typed, with where it stands.

There are no numbers, dates or booleans here: ``no``, ``12:30``, ``1.10`` and ``2024-10-04`` are the
characters that were typed. What a value means is decided by the field that it fills.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import dataclass
from typing import TypeAlias

from toolkit.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph of a text: as typed, with where it begins."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. ``pieces`` are its paragraphs: none if it is blank."""

    value: str
    span: Span
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A field: its name, where the name stands, its value."""

    key: str
    key_span: Span
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Fields by their names, in the order of the file; ``span`` is where the first one begins."""

    entries: MappingABC[str, Entry]
    span: Span


Node = Scalar | Sequence | Mapping

#: The same values without the places of lists and fields: what the forms are filled with.
Data: TypeAlias = "Scalar | list[Data] | dict[str, Data]"


def fields(root: Mapping) -> dict[str, Data]:
    """The fields of a mapping as lists and dictionaries whose leaves are ``Scalar`` values."""
    return {key: _data(entry.value) for key, entry in root.entries.items()}


def _data(node: Node) -> Data:
    match node:
        case Scalar():
            return node
        case Sequence():
            return [_data(item) for item in node.items]
        case Mapping():
            return dict(fields(node))


def key_span(node: Node, *keys: str) -> Span:
    """Where the last of ``keys`` stands below ``node``, or as much of the way as there is."""
    span = node.span
    for key in keys:
        if not isinstance(node, Mapping) or key not in node.entries:
            break
        entry = node.entries[key]
        node, span = entry.value, entry.key_span
    return span
