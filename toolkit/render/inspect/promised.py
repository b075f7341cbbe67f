"""What an edition promises of its files, from the document alone: no template has a say in it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.document.inline import plain
from toolkit.document.model import (
    Chart,
    Document,
    Figure,
    Heading,
    InterviewTurn,
    Number,
    Person,
    Source,
    Table,
    Text,
)
from toolkit.document.walk import anchors, blocks
from toolkit.edition import Edition
from toolkit.render.columns import as_table, written
from toolkit.render.inspect.block import tidy


@dataclass(frozen=True)
class Promise:
    """The texts of an edition: under each anchor in order, and those that stand under none."""

    anchored: tuple[tuple[str, tuple[str, ...]], ...]
    loose: tuple[str, ...]
    anchors: tuple[str, ...]
    headings: int
    tables: int
    figures: int
    notes: int


def promise(edition: Edition) -> Promise:
    """What the files of an edition are to hold."""
    document = edition.document
    found = list(blocks(document))
    return Promise(
        anchored=tuple(_anchored(document, document, edition.language)),
        loose=tuple(text for text in _loose(document) if text),
        anchors=anchors(document),
        headings=sum(isinstance(block, Heading) for block in found) + len(document.annexes),
        tables=sum(isinstance(block, Table | Chart) for block in found),
        figures=sum(isinstance(block, Figure | Chart) for block in found),
        notes=len(document.notes),
    )


def _anchored(
    value: object, document: Document, language: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(value, tuple):
        for item in value:
            yield from _anchored(item, document, language)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Text | Person):
        if anchor := getattr(value, "anchor", ""):
            yield anchor, tuple(item for item in _own(value, document, language) if item)
        for field in dataclasses.fields(value):
            yield from _anchored(getattr(value, field.name), document, language)


def _own(value: object, document: Document, language: str) -> Iterator[str]:
    """The texts of a block, without those of blocks inside of it that have anchors of their own."""
    if isinstance(value, InterviewTurn):
        yield tidy(plain(document.person(value.speaker).name.value))
    if not dataclasses.is_dataclass(value):
        return
    table = as_table(value) if isinstance(value, Chart) else value
    numbers = written(table, language) if isinstance(table, Table) else iter(())
    for field in dataclasses.fields(value):
        yield from _texts(getattr(value, field.name), document, numbers, whole=False)


def _texts(
    value: object, document: Document, numbers: Iterator[str], *, whole: bool
) -> Iterator[str]:
    """The texts of a value in order; ``numbers`` says how those in it are written."""
    if isinstance(value, Text):
        yield tidy(plain(value.value))
    elif isinstance(value, Number):
        yield tidy(next(numbers))
    elif isinstance(value, Source):
        yield from (
            tidy(item) for item in (value.publisher, value.title, value.url, value.archived)
        )
    elif isinstance(value, Person) and not whole:
        # A quote may give a person another role than the one that the document knows.
        yield tidy(plain(value.name.value))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, document, numbers, whole=whole)
    elif dataclasses.is_dataclass(value) and not getattr(value, "anchor", ""):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name), document, numbers, whole=whole)


def _loose(document: Document) -> Iterator[str]:
    """The texts before and after the body; people are named where they speak or are quoted."""
    for field in dataclasses.fields(document):
        if field.name not in {"people", "body", "annexes", "corrections", "notes"}:
            yield from _texts(getattr(document, field.name), document, iter(()), whole=True)
