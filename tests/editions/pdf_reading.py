"""PDF editions as viewers get them: bookmarks, links and where they lead, and every byte inside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pikepdf

#: The object and generation number of a page.
PageId = tuple[int, int]


@dataclass(frozen=True)
class Bookmark:
    """A line of the outline: ``level`` 1 is the outermost, ``page`` counts from 1."""

    level: int
    title: str
    page: int


def bookmarks(pdf: pikepdf.Pdf) -> list[Bookmark]:
    """The outline, in its order."""
    with pdf.open_outline() as outline:
        return list(_bookmarks(outline.root, 1, _page_numbers(pdf)))


def _bookmarks(
    items: Iterable[pikepdf.OutlineItem], level: int, numbers: Mapping[PageId, int]
) -> Iterator[Bookmark]:
    for item in items:
        assert isinstance(item.destination, pikepdf.Array), item.title
        yield Bookmark(level, item.title, numbers[item.destination[0].objgen])
        yield from _bookmarks(item.children, level + 1, numbers)


def destinations(pdf: pikepdf.Pdf) -> dict[str, tuple[int, float]]:
    """Where each anchor is: its page, and how far below the upper edge of the page."""
    numbers = _page_numbers(pdf)
    height = float(pdf.pages[0].mediabox[3])
    return {
        name: (numbers[target[0].objgen], height - float(target[3]))
        for name, target in pikepdf.NameTree(pdf.Root.Names.Dests).items()
    }


def _page_numbers(pdf: pikepdf.Pdf) -> dict[PageId, int]:
    return {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}


def internal_links(pdf: pikepdf.Pdf) -> set[str]:
    """The anchors that links of the file lead to."""
    return {str(link.Dest) for link in _links(pdf) if "/Dest" in link}


def external_links(pdf: pikepdf.Pdf) -> set[str]:
    """The addresses that links of the file lead to."""
    return {str(link.A.URI) for link in _links(pdf) if "/A" in link}


def _links(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for page in pdf.pages:
        for annotation in page.get("/Annots", pikepdf.Array()):
            assert annotation.Subtype == pikepdf.Name.Link
            yield annotation


def type_sizes(page: pikepdf.Page) -> set[float]:
    """The sizes of type on a page, in its own units."""
    return {
        float(operands[1])
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) == "Tf"
    }


def everything_in(path: Path) -> bytes:
    """All that a file holds besides the pixels of pictures, uncompressed."""
    with pikepdf.open(path) as pdf:
        streams = [
            thing.read_bytes()
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") != "/Image"
        ]
    return b"\n".join([path.read_bytes(), *streams])
