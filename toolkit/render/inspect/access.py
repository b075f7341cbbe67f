"""What leaves readers out who do not see the page, although every validator passes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

import tinyhtml5

from toolkit.render.inspect.tags import Leaf

#: A word with the ending of a picture, perhaps in folders: nobody describes a picture so.
_FILE_NAME = re.compile(r"[^\s]*\.(?:jpe?g|png|gif|svg|webp|tiff?|bmp|pdf)", re.IGNORECASE)

#: A sentence, and the text that it is about.
Barrier = tuple[str, str]


def barriers_of_page(source: str) -> Iterator[Barrier]:
    """Pictures named after files, links without words and tables without header cells in HTML."""
    root: Element = tinyhtml5.parse(source, namespace_html_elements=False)
    for image in root.iter("img"):
        yield from _named_after_file(image.get("alt", ""))
    for link in root.iter("a"):
        if link.get("href") and not _says(link):
            yield "a link has no words that say where it leads", link.get("href", "")
    for table in root.iter("table"):
        if next(table.iter("th"), None) is None:
            yield _WITHOUT_HEADERS, " ".join("".join(table.itertext()).split())[:80]


def barriers_of_tags(leaves: Sequence[Leaf]) -> Iterator[Barrier]:
    """Pictures named after files and tables without header cells in the tags of a PDF."""
    for leaf in leaves:
        yield from _named_after_file(leaf.alt)
    for table in _tables(leaves):
        if not any("TH" in leaf.tags for leaf in table):
            yield _WITHOUT_HEADERS, f"page {table[0].page + 1}"


_WITHOUT_HEADERS = "a table has no header cells, so that nobody hears what its numbers are"


def _named_after_file(alt: str) -> Iterator[Barrier]:
    if _FILE_NAME.fullmatch(alt.strip()):
        yield "a picture is described by the name of a file", alt


def _says(link: Element) -> bool:
    inside = [image.get("alt", "") for image in link.iter("img")]
    words = ["".join(link.itertext()), link.get("aria-label", ""), link.get("title", ""), *inside]
    return any(text.strip() for text in words)


def _tables(leaves: Sequence[Leaf]) -> Iterator[list[Leaf]]:
    """The contents of each table: what follows each other, up to the next caption."""
    table: list[Leaf] = []
    for leaf in leaves:
        begins = "Caption" in leaf.tags and bool(table) and "Caption" not in table[-1].tags
        if table and ("Table" not in leaf.tags or begins):
            yield table
            table = []
        if "Table" in leaf.tags:
            table.append(leaf)
    if table:
        yield table
