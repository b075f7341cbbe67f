"""The one traversal: extraction, assembly and every check see the same texts in the same order.

``rewrite`` visits each ``Text`` of a document once, in reading order, and puts what the visitor
returns in its place. A recorder that returns its argument collects the messages; a catalog that
returns translations makes an edition. The walk goes by the types of the values, so a text that a new
block holds is visited without a line of code here; what holds no changed text stays the same object.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, cast

from toolkit.document.model import Block, Document, Heading, Text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands, from the whole to the part: Report, section 2, paragraph 7."""

    trail: tuple[str, ...]

    def __str__(self) -> str:
        return " · ".join(self.trail)


Visitor = Callable[[Text, Place], Text]

#: What the first part of an anchor stands for.
_ANCHOR_WORDS = {
    "annex": "annex",
    "case": "case",
    "correction": "correction",
    "demands": "demands",
    "figure": "figure",
    "list": "list",
    "note": "footnote",
    "p": "paragraph",
    "quote": "quote",
    "recommendations": "recommendations",
    "s": "section",
    "table": "table",
    "turn": "turn",
    "u": "unnumbered paragraph",
}


def rewrite(document: Document, visit: Visitor) -> Document:
    """The document with ``visit(text, place)`` in the place of every text, in reading order."""
    trail = (document.kind.value.replace("-", " ").capitalize(),)
    return cast(Document, _rewrite_fields(document, trail, visit))


def texts(document: Document) -> tuple[tuple[Text, Place], ...]:
    """Every text of the document with its place, in reading order."""
    seen: list[tuple[Text, Place]] = []

    def record(text: Text, place: Place) -> Text:
        seen.append((text, place))
        return text

    rewrite(document, record)
    return tuple(seen)


def inside(part: object) -> Iterator[Text]:
    """Every text of one part of a document (a block, a person, a tuple of cells), in reading order."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from inside(item)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from inside(getattr(part, field.name))


def blocks(document: Document) -> Iterator[Block]:
    """Every block of the body and the annexes, in reading order."""
    yield from document.body
    for annex in document.annexes:
        yield annex
        yield from annex.body


def anchors(document: Document) -> tuple[str, ...]:
    """Every anchor of the document, in reading order: its skeleton, the same in all editions."""
    return tuple(_anchors(document))


def _anchors(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            yield from _anchors(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Text):
        if anchor := getattr(value, "anchor", ""):
            yield anchor
        for field in dataclasses.fields(value):
            yield from _anchors(getattr(value, field.name))


def _rewrite(value: T, trail: tuple[str, ...], visit: Visitor) -> T:
    if isinstance(value, Text):
        return cast(T, visit(value, Place(trail)))
    if isinstance(value, tuple):
        items = tuple(_rewrite_items(value, trail, visit))
        return cast(T, items) if any(map(operator.is_not, items, value)) else value
    if _fields_of(value):
        return cast(T, _rewrite_fields(value, trail, visit))
    return value


def _fields_of(value: object) -> tuple[tuple[str, str], ...]:
    """The name of each field of a dataclass, and how the trail calls it; nothing for other values."""
    return _fields(cast(Hashable, type(value)))


@cache
def _fields(kind: type) -> tuple[tuple[str, str], ...]:
    if not dataclasses.is_dataclass(kind):
        return ()
    return tuple(
        (field.name, field.metadata.get("label", "")) for field in dataclasses.fields(kind)
    )


def _rewrite_items(
    items: tuple[object, ...], trail: tuple[str, ...], visit: Visitor
) -> Iterator[object]:
    section: tuple[str, ...] = ()
    for item in items:
        if isinstance(item, Heading):
            section = ()
        here = trail + section
        if anchor := getattr(item, "anchor", ""):
            here += (_describe(anchor),)
        if isinstance(item, Heading):
            section = (_describe(item.anchor),) if item.anchor else ()
        yield _rewrite(item, here, visit)


def _rewrite_fields(value: Any, trail: tuple[str, ...], visit: Visitor) -> object:
    changed: dict[str, object] = {}
    for name, label in _fields_of(value):
        old = getattr(value, name)
        new = _rewrite(old, (*trail, label) if label else trail, visit)
        if new is not old:
            changed[name] = new
    return dataclasses.replace(value, **changed) if changed else value


def _describe(anchor: str) -> str:
    """``annex1-s2-1`` is "section 2.1": the annex itself is on the trail already."""
    own = anchor.partition("-")[2] if anchor.startswith("annex") and "-" in anchor else anchor
    word = own.rstrip("0123456789-")
    number = own[len(word) :].replace("-", ".")
    return f"{_ANCHOR_WORDS[word]} {number}"
