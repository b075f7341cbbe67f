"""What of the validity of a finished file is cheap to see: of a web page and of a PDF.

Whole validators say more, and say it of the toolkit's own templates in its tests. A project may have
templates and styles of its own; this finds what a slip in them breaks most easily.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from tinyhtml5.parser import HTMLParser

from toolkit.render.inspect.pdffile import open_pdf

#: Attributes that name other elements of their page by their identifiers.
_REFERENCES = (
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-labelledby",
    "for",
    "headers",
)
_PDFA, _PDFUA = "{http://www.aiim.org/pdfa/ns/id/}", "{http://www.aiim.org/pdfua/ns/id/}"
_SAID = {
    f"{_PDFA}part": ("3", "it does not say that it is PDF/A-3"),
    f"{_PDFA}conformance": ("A", "it does not say that it is PDF/A of level a"),
    f"{_PDFUA}part": ("1", "it does not say that it is PDF/UA-1"),
}

#: A sentence, and what it is about.
Flaw = tuple[str, str]


def flaws_of_page(source: str) -> Iterator[Flaw]:
    """Where a page is not as HTML is written, and what in it refers to nothing."""
    parser = HTMLParser(namespace_html_elements=False)
    root: Element = parser.parse(source)
    for _, code, values in parser.errors:
        about = " ".join(str(value) for value in values.values())
        yield f"the page is not valid HTML: {code}", about
    yield from _without_names(root)
    identifiers = Counter(item.get("id") for item in root.iter() if item.get("id") is not None)
    for identifier, times in identifiers.items():
        if times > 1:
            yield f"{times} elements have one identifier", f"{identifier}"
    for item in root.iter():
        for target in _targets(item):
            if target not in identifiers:
                yield "something refers to an element that is not there", target


def _without_names(root: Element) -> Iterator[Flaw]:
    if not root.get("lang"):
        yield "the page does not say its language", ""
    title = root.find("head/title")
    if title is None or not "".join(title.itertext()).strip():
        yield "the page has no title", ""


def _targets(item: Element) -> Iterator[str]:
    for name in _REFERENCES:
        yield from item.get(name, "").split()
    link = item.get("href", "")
    if item.tag == "a" and link.startswith("#") and link != "#":
        yield unquote(link[1:])


def flaws_of_pdf(data: bytes) -> tuple[str, ...]:
    """What a PDF lacks, or has, so that it cannot be PDF/A-3a and PDF/UA-1. Raises ``Unreadable``."""
    return open_pdf(data, lambda reader: tuple(_of_root(reader.root_object)))


def _of_root(root: Any) -> Iterator[str]:
    if not root.get("/Lang"):
        yield "it does not say its language"
    if not (_is_true(root, "/MarkInfo", "/Marked") and "/StructTreeRoot" in root):
        yield "it is not tagged, so that programs cannot read it aloud"
    if not _is_true(root, "/ViewerPreferences", "/DisplayDocTitle"):
        yield "programs are not told to show its title"
    if not root.get("/OutputIntents"):
        yield "it does not say which colours are meant"
    if "/OpenAction" in root or "/AA" in root or _entry(root, "/Names", "/JavaScript"):
        yield "it does something when it is opened"
    yield from _metadata(root)


def _entry(root: Any, name: str, key: str) -> object:
    inside = root.get(name)
    return inside.get_object().get(key) if inside is not None else None


def _is_true(root: Any, name: str, key: str) -> bool:
    """An object of a PDF is something, even if its value is that it is not so."""
    return getattr(_entry(root, name, key), "value", False) is True


def _metadata(root: Any) -> Iterator[str]:
    stream = root.get("/Metadata")
    try:
        packet = fromstring(stream.get_object().get_data()) if stream is not None else Element("x")
    except (ParseError, DefusedXmlException, ValueError):
        yield "its metadata cannot be read"
        return
    said = {item.tag: (item.text or "").strip() for item in packet.iter()}
    for item in packet.iter():
        said |= item.attrib
    for name, (value, sentence) in _SAID.items():
        if said.get(name) != value:
            yield sentence
