"""HTML read back with the parser of the standard: texts in order, anchors, headings, what is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal
from xml.etree.ElementTree import Element

import tinyhtml5

from toolkit.render.inspect.block import CALL_MARKS, LEADER, Block, tidy
from toolkit.render.inspect.hiding import read_styles

Flow = Literal["screen", "print"]

_SILENT = frozenset({"script", "style", "template", "noscript"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "em", "i", "mark", "q", "s"}
    | {"small", "span", "strong", "sub", "sup", "time", "u"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Links that help on a screen and say nothing: to this place, to the other editions, back.
_TOOLS = re.compile(r"#?([a-z]{2,3})*")
_ARROW = "↩"


@dataclass(frozen=True)
class Marked:
    """What an HTML page says. ``notes`` are footnotes of paper, which stand at the foot of its pages.

    ``running`` is what stands at the head and foot of every page, ``watermarks`` across it; ``hidden``
    are those of the ``blocks`` that cannot be seen, ``contents`` the places of those that only list
    headings.
    """

    blocks: tuple[Block, ...]
    notes: tuple[Block, ...]
    running: tuple[str, ...]
    watermarks: frozenset[str]
    ids: tuple[str, ...]
    headings: int
    tables: int
    figures: int
    hidden: tuple[Block, ...]
    contents: frozenset[int]


def read_html(source: str, flow: Flow = "screen") -> Marked:
    """Read an HTML page. With ``print``, as the engine prints it: notes apart, generated signs added."""
    root: Element = tinyhtml5.parse(source, namespace_html_elements=False)
    sheets = ["".join(item.itertext()) for item in root.iter("style")]
    concealed = read_styles(sheets).hidden(root) if flow == "screen" else frozenset()
    reader = _Reader(flow, concealed)
    title = root.find("head/title")
    if title is not None and flow == "screen":
        reader.blocks.append(Block(tidy("".join(title.itertext()))))
    body = root.find("body")
    if body is not None:
        reader.visit(body)
        reader.close()
    elements = list(root.iter())
    names = [element.tag for element in elements]
    return Marked(
        blocks=tuple(reader.blocks),
        notes=tuple(reader.notes),
        running=tuple(reader.running),
        watermarks=frozenset(reader.watermarks),
        ids=tuple(element.attrib["id"] for element in elements if "id" in element.attrib),
        headings=sum(name in _HEADINGS for name in names),
        tables=names.count("table"),
        figures=sum(
            element.tag == "figure" and "picture" in _classes(element) for element in elements
        ),
        hidden=tuple(reader.hidden),
        contents=frozenset(reader.contents),
    )


def _classes(element: Element) -> list[str]:
    return element.get("class", "").split()


@dataclass
class _Reader:
    """Walks the elements of one page; ``blocks`` grows as it goes."""

    flow: Flow
    concealed: frozenset[Element]
    blocks: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    running: list[str] = field(default_factory=list)
    watermarks: list[str] = field(default_factory=list)
    hidden: list[Block] = field(default_factory=list)
    contents: list[int] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _anchors: list[str] = field(default_factory=lambda: [""])
    _hiding: int = 0
    _listing: int = 0
    _quoting: int = 0

    def visit(self, element: Element) -> None:
        # Comments have a function for a name.
        if element.tag in _SILENT or callable(element.tag):
            return
        classes = _classes(element)
        if self._apart(element, classes):
            return
        inline = element.tag in _INLINE
        if not inline:
            self.close()
        anchored = not inline and "id" in element.attrib
        if anchored:
            self._anchors.append(element.attrib["id"])
        concealed = element in self.concealed
        if concealed:
            self.close()
        self._hiding += concealed
        self._listing += "contents" in classes
        self._inside(element, classes)
        if not inline or concealed:
            self.close()
        self._listing -= "contents" in classes
        self._hiding -= concealed
        if anchored:
            self._anchors.pop()

    def close(self, *, alt: bool = False) -> None:
        """End the block that is being read."""
        text = tidy("".join(self._pieces))
        self._pieces = []
        if not text:
            return
        block = Block(text, self._anchors[-1], alt)
        if self._hiding:
            self.hidden.append(block)
        if self._listing:
            self.contents.append(len(self.blocks))
        self.blocks.append(block)

    def _apart(self, element: Element, classes: list[str]) -> bool:
        """Deal with what is no part of the text it stands in."""
        words = "".join(element.itertext())
        if "tools" in classes or {"skip", "back"} & set(classes):
            # Only what such links may say: nobody reads on past any other words.
            silent = "".join(words.split())
            return "skip" in classes or _TOOLS.fullmatch(silent) is not None or _ARROW in silent
        if self.flow == "screen":
            return False
        if "draft-mark" in classes:
            self.watermarks.append(tidy(words))
            return True
        if {"running-head", "running-title", "folio"} & set(classes):
            self.running.append(tidy(_folio(element) if "folio" in classes else words))
            return True
        if "footnote" in classes:
            number = element.get("data-number", "")
            self._pieces.append(f"{CALL_MARKS[0]}{number}{CALL_MARKS[1]}")
            # What a note says may hold the mark of a passage that has no translation.
            inner = _Reader(self.flow, self.concealed)
            inner._pieces.append(f"{CALL_MARKS[0]}{number}. {CALL_MARKS[1]}")
            inner._inside(element, [])
            inner.close()
            self.notes.extend(Block(block.text, element.get("id", "")) for block in inner.blocks)
            return True
        return False

    def _inside(self, element: Element, classes: list[str]) -> None:
        call = "note-call" in classes or "note-again" in classes
        if call:
            self._pieces.append(CALL_MARKS[0])
        if element.tag == "img" and element.get("alt"):
            self.close()
            self._pieces.append(element.attrib["alt"])
            self.close(alt=True)
        start = len(self._pieces)
        if self.flow == "print":
            self._pieces.extend(_before(element, classes, quoting=self._quoting > 0))
        self._quoting += "quote" in classes
        self._pieces.append(element.text or "")
        for child in element:
            self.visit(child)
            self._pieces.append(child.tail or "")
        self._quoting -= "quote" in classes
        if self.flow == "print" and "kind" in classes:
            # The style sheet prints the kind of a document in capitals.
            self._pieces[start:] = [piece.upper() for piece in self._pieces[start:]]
        if self.flow == "print" and self._listing and element.tag == "a":
            self._pieces.append(LEADER)
        if element.tag == "br":
            self._pieces.append(" ")
        if call:
            self._pieces.append(CALL_MARKS[1])


def _before(element: Element, classes: list[str], *, quoting: bool) -> Iterator[str]:
    """What the style sheets print before an element."""
    if element.tag == "figcaption" and quoting:
        yield f"{CALL_MARKS[0]}— {CALL_MARKS[1]}"
    if "stand-in" in classes:
        yield f"{CALL_MARKS[0]}[{element.get('lang', '')}] {CALL_MARKS[1]}"


def _folio(element: Element) -> str:
    """The words at the foot of a page, with ``{page}`` and ``{pages}`` where the engine counts."""
    pieces = [element.text or ""]
    for child in element:
        pieces.append("{pages}" if "page-count" in _classes(child) else "{page}")
        pieces.append(child.tail or "")
    return "".join(pieces)
