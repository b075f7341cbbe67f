"""The tag tree of a PDF file: what a screen reader reads out, in the order in which it does.

The text of a tag is found the way a reader finds it: by the marks in the pages' content and the
table that each font has for turning its glyphs into characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import pikepdf

from tests.editions.printed import squeeze

_TO_CHARACTERS = re.compile(r"beginbfchar(.*?)endbfchar", re.DOTALL)
_PAIR = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


@dataclass(frozen=True)
class Words:
    """Text under one mark, and the page on which it is printed (from 1)."""

    page: int
    text: str


@dataclass(frozen=True)
class Tag:
    """One tag: its name as in the file, its alternative text, and what is inside, in order.

    ``language`` is its own, empty if it is that of the tag around it; ``links`` are the words of the
    annotations that belong to it; ``attributes`` are as in the file.
    """

    name: str
    alt: str
    content: tuple[Words | Tag, ...]
    language: str = ""
    links: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)

    def words(self) -> Iterator[Words]:
        """All text inside."""
        for part in self.content:
            if isinstance(part, Words):
                yield part
            else:
                yield from part.words()

    def text(self) -> str:
        """All text inside, in one piece."""
        return "".join(words.text for words in self.words())

    def walk(self) -> Iterator[Tag]:
        """The tag and all tags inside, in order."""
        yield self
        for part in self.content:
            if isinstance(part, Tag):
                yield from part.walk()


class Reading:
    """The text of some tags without white space and hyphens, and the page of every character."""

    def __init__(self, words: Iterable[Words]) -> None:
        pieces = [(part.page, squeeze(part.text)) for part in words]
        self.text = "".join(text for _, text in pieces)
        self._pages = [page for page, text in pieces for _ in text]

    def page(self, position: int) -> int:
        """The page on which the character at ``position`` stands."""
        return self._pages[position]


def body(document: Tag) -> Reading:
    """The document's own text, without its footnotes."""
    return Reading(words for part in _parts(document) for words in _without_notes(part))


def footnotes(document: Tag) -> Reading:
    """The footnotes, in the order in which they are called."""
    notes = (tag for tag in document.walk() if tag.name == "Note")
    return Reading(words for note in notes for words in note.words())


def _parts(document: Tag) -> Iterator[Tag]:
    return (tag for tag in document.content if isinstance(tag, Tag) and tag.name == "Part")


def _without_notes(tag: Tag) -> Iterator[Words]:
    for part in tag.content:
        if isinstance(part, Words):
            yield part
        elif part.name != "Note":
            yield from _without_notes(part)


def tag_tree(pdf: pikepdf.Pdf) -> Tag:
    """The tag of the whole document."""
    marked = {
        page.objgen: {mark: Words(number, text) for mark, text in _marked_text(page).items()}
        for number, page in enumerate(pdf.pages, start=1)
    }
    (root,) = pdf.Root.StructTreeRoot.K
    return _tag(root, marked)


Marked = Mapping[tuple[int, int], Mapping[int, Words]]


def _tag(element: pikepdf.Object, marked: Marked) -> Tag:
    parts: list[Words | Tag | None] = []
    children = element.get("/K", pikepdf.Array())
    kids: list[Any] = list(children) if isinstance(children, pikepdf.Array) else [children]
    for child in kids:
        if isinstance(child, int):
            parts.append(marked[element.Pg.objgen].get(child))
        elif "/S" in child:
            parts.append(_tag(child, marked))
        elif child.Type == pikepdf.Name.MCR:
            parts.append(marked[child.Pg.objgen].get(int(child.MCID)))
    return Tag(
        name=str(element.S).removeprefix("/"),
        alt=str(element.get("/Alt", "")),
        content=tuple(part for part in parts if part is not None),
        language=str(element.get("/Lang", "")),
        links=tuple(
            str(kid.Obj.Contents)
            for kid in kids
            if not isinstance(kid, int) and kid.get("/Type") == pikepdf.Name.OBJR
        ),
        attributes={
            key.removeprefix("/"): str(value) for key, value in element.get("/A", {}).items()
        },
    )


def _marked_text(page: pikepdf.Page) -> dict[int, str]:
    """The text of a page by its marks."""
    found: dict[int, str] = {}
    open_marks: list[int | None] = []
    fonts = page.resources.get("/Font", pikepdf.Dictionary())
    characters: Mapping[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                mark = operands[1].get("/MCID") if len(operands) > 1 else None
                open_marks.append(None if mark is None else int(mark))
            case "EMC":
                open_marks.pop()
            case "Tf":
                characters = _characters(fonts[str(operands[0])].ToUnicode.read_bytes())
            case "Tj" | "TJ":
                marks = [mark for mark in open_marks if mark is not None]
                if marks:
                    text = "".join(_decode(operand, characters) for operand in operands)
                    found[marks[-1]] = found.get(marks[-1], "") + text
    return found


def _decode(operand: object, characters: Mapping[int, str]) -> str:
    if isinstance(operand, pikepdf.Array):
        return "".join(_decode(part, characters) for part in operand)
    if not isinstance(operand, pikepdf.String):
        return ""
    glyphs = bytes(operand)
    return "".join(
        characters[int.from_bytes(glyphs[place : place + 2], "big")]
        for place in range(0, len(glyphs), 2)
    )


@lru_cache(maxsize=64)
def _characters(table: bytes) -> Mapping[int, str]:
    return {
        int(glyph, 16): bytes.fromhex(text).decode("utf-16-be")
        for section in _TO_CHARACTERS.findall(table.decode("ascii"))
        for glyph, text in _PAIR.findall(section)
    }
