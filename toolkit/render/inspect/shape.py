"""Headings, tables, figures, notes, addresses and links: what files of all languages have alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from toolkit.render.inspect.markup import Marked
from toolkit.render.inspect.pdffile import PdfFile
from toolkit.render.inspect.problem import Problem

_COUNTED = ("headings", "tables", "figures", "notes")
_LEVELS = {f"H{level}": level for level in range(1, 7)}
#: Links that leave the file; on paper the others lead to its own addresses.
_OUTWARD = ("http:", "https:", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Shape:
    """What all editions of a document have alike."""

    headings: int
    tables: int
    figures: int
    notes: int
    anchors: frozenset[str]


def html_shape(page: Marked) -> Shape:
    """The shape of a web page."""
    notes = _numbered(page.ids, "note")
    return Shape(len(page.levels), page.tables, page.figures, notes, frozenset(page.ids))


def print_shape(page: Marked) -> Shape:
    """The shape that the PDF of a page should have."""
    return Shape(
        headings=len(page.levels),
        tables=_numbered(page.ids, "table"),
        figures=sum(block.alt for block in page.blocks),
        notes=_numbered(page.ids, "note"),
        anchors=frozenset(page.ids),
    )


def pdf_shape(file: PdfFile) -> Shape:
    """The shape by tags and addresses: a table that goes over pages is tagged on each of them."""
    return Shape(
        headings=len(file.outline),
        tables=_numbered(file.destinations, "table"),
        figures=sum(bool(leaf.alt) for leaf in file.leaves),
        notes=_numbered(file.destinations, "note"),
        anchors=frozenset(file.destinations),
    )


def unlike(given: Shape, wanted: Shape) -> Iterator[tuple[str, int, int]]:
    """What two shapes have different numbers of: its name, and both numbers."""
    for name in _COUNTED:
        have, need = getattr(given, name), getattr(wanted, name)
        if have != need:
            yield name, have, need


def counted(given: Shape, wanted: Shape) -> Iterator[Problem]:
    """What a file has more or less of than its edition."""
    for name, have, need in unlike(given, wanted):
        message = f"the file has {have} {name}, the edition has {need}"
        yield Problem("finished.structure", message)


def addresses(wanted: Sequence[str], given: Sequence[str]) -> Iterator[Problem]:
    """Addresses that a file lacks, gives twice, or has beyond those of the edition."""
    names = Counter(given)
    known = dict.fromkeys(wanted)
    for anchor in known:
        if not names[anchor]:
            yield Problem("finished.structure", f"the address `#{anchor}` is missing")
        elif names[anchor] > 1:
            yield Problem("finished.structure", f"the address `#{anchor}` is given twice")
    for anchor in names:
        if anchor not in known:
            yield Problem("finished.structure", f"the edition has no address `#{anchor}`")


def tagged(file: PdfFile) -> tuple[int, ...]:
    """The levels of the tagged headings: readers who hear a PDF go from one to the next."""
    found: dict[int, int] = {}
    for leaf in file.leaves:
        for tag in leaf.tags:
            if tag in _LEVELS:
                found[leaf.element] = _LEVELS[tag]
    return tuple(found.values())


def levels(given: Sequence[int], wanted: Sequence[int]) -> Iterator[Problem]:
    """Headings that are of another level than those of the edition."""
    if len(given) < len(wanted):
        message = f"the file has {len(given)} tagged headings, the edition has {len(wanted)}"
        yield Problem("finished.structure", message)
    elif len(given) == len(wanted):
        for number, (have, need) in enumerate(zip(given, wanted, strict=True), 1):
            if have != need:
                message = f"heading {number} of the file is of level {have}, not of level {need}"
                yield Problem("finished.structure", message)


def swapped_links(given: Sequence[str], wanted: Sequence[str]) -> Iterator[Problem]:
    """Links of a web page, else as it should be, that do not lead to the place they should."""
    for have, need in zip(given, wanted, strict=False):
        if have != need:
            yield Problem("finished.link", f"a link leads to `{have}` and not to `{need}`")


def outward_links(given: Sequence[str], wanted: Sequence[str]) -> Iterator[Problem]:
    """Links out of a file that lead elsewhere, or are gone: one in two lines is there twice."""
    have, need = (
        dict.fromkeys(_spelt(item) for item in items if item.lower().startswith(_OUTWARD))
        for items in (given, wanted)
    )
    for target in have:
        if target not in need:
            message = f"a link leads to `{target}`, as no link of the edition does"
            yield Problem("finished.link", message)
    for target in need:
        if target not in have:
            yield Problem("finished.link", f"a link to `{target}` is missing")


def _spelt(target: str) -> str:
    return quote(target, safe="%/:?#[]@!$&'()*+,;=~")


def _numbered(names: Sequence[str], word: str) -> int:
    return sum(name.removeprefix(word).isdecimal() for name in names if name.startswith(word))
