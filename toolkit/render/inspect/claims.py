"""What a finished file says of itself, read without the project that it was made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import tinyhtml5

from toolkit.render.inspect.block import tidy
from toolkit.render.inspect.labels import read_labels
from toolkit.render.inspect.markup import Marked, read_html
from toolkit.render.inspect.painting import Run, Unreadable
from toolkit.render.inspect.pdffile import PdfFile, read_pdf
from toolkit.render.inspect.shape import Shape, html_shape, pdf_shape
from toolkit.render.inspect.tags import Leaf

__all__ = ["SUFFIXES", "Claims", "Passage", "Unreadable", "read_claims"]

#: The files that are editions, by what their names end with.
SUFFIXES = ("html", "pdf")
_HEADINGS = frozenset(f"H{level}" for level in range(1, 7))
#: What stands in a text and is none of it: pictures, page numbers, calls of notes, signs of items.
_ASIDE = frozenset({"Figure", "TOC", "Reference", "Lbl"})
#: The text of a link that is an address, which may be cut anywhere at the end of a line.
_ADDRESS = re.compile(r"[a-z]+:\S+|\S+@\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
#: Elements without an end (HTML, 13.1.2), and those of drawings, which end where they begin.
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track"}
    | {"wbr", "circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "use"}
)
_DEEPEST = 500
#: White space between runs of one line, in heights of the type; kerning is less.
_SPACE = 0.12


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a file: from one heading to the next, or what stands under one address of a page.

    ``blocks`` are its paragraphs, cells and items without calls of notes. ``is_cut`` says that a page
    may end within, so that a paragraph may be two blocks.
    """

    blocks: tuple[str, ...]
    is_cut: bool = False

    @property
    def text(self) -> str:
        """The passage as one text, a line for each block."""
        return "\n".join(self.blocks)


@dataclass(frozen=True, slots=True)
class Claims:
    """What a file says it is. Language and fingerprint are empty where it does not say.

    ``links`` are the addresses that it leads to outside of itself.
    """

    suffix: str
    language: str
    title: str
    fingerprint: str
    shape: Shape
    passages: tuple[Passage, ...]
    links: frozenset[str]


def read_claims(data: bytes, suffix: str) -> Claims:
    """What an edition (``html`` or ``pdf``) says of itself. Raises ``Unreadable`` for what is none."""
    if suffix == "pdf":
        return _of_pdf(data)
    try:
        return _of_page(data.decode())
    except UnicodeDecodeError as error:
        raise Unreadable("it is not UTF-8 text") from error
    except (RecursionError, ValueError) as error:
        raise Unreadable("it is no web page of this kind") from error


def _of_pdf(data: bytes) -> Claims:
    labels = read_labels(data)
    file = read_pdf(data)
    return Claims(
        suffix="pdf",
        language=labels.language,
        title=labels.title,
        fingerprint=labels.fingerprint,
        shape=pdf_shape(file),
        passages=tuple(_sections(file)),
        links=_outward(link for page in file.pages for link in page.links),
    )


def _of_page(source: str) -> Claims:
    if _depth(source) > _DEEPEST:
        raise Unreadable("its elements are nested too deeply")
    root = tinyhtml5.parse(source, namespace_html_elements=False)
    names = {item.get("name"): item.get("content", "") for item in root.iter("meta")}
    title = root.find("head/title")
    page = read_html(source)
    return Claims(
        suffix="html",
        language=root.get("lang", ""),
        title=tidy("".join(title.itertext())) if title is not None else "",
        fingerprint=names.get("fingerprint", ""),
        shape=html_shape(page),
        passages=tuple(_anchored(page)),
        links=_outward(page.links),
    )


def _depth(source: str) -> int:
    """How deep elements are nested at least: the parser takes the square of it."""
    inside: Counter[str] = Counter()
    now = deepest = 0
    for tag in _TAG.finditer(source):
        name = tag[2].lower()
        if not tag[1] and name not in _VOID:
            inside[name] += 1
            now += 1
            deepest = max(deepest, now)
        elif tag[1] and inside[name]:
            inside[name] -= 1
            now -= 1
    return deepest


def _outward(links: Iterable[str]) -> frozenset[str]:
    return frozenset(link for link in links if re.match("https?:|mailto:", link, re.IGNORECASE))


def _anchored(page: Marked) -> Iterator[Passage]:
    texts = [block for place, block in enumerate(page.blocks) if place not in page.contents]
    for _, blocks in groupby(texts, key=lambda block: block.anchor):
        yield Passage(tuple(block.own for block in blocks))


def _sections(file: PdfFile) -> Iterator[Passage]:
    """The text of a PDF from heading to heading, in reading order."""
    marked: dict[tuple[int, int], list[Run]] = {}
    for number, page in enumerate(file.pages):
        for run in page.painting.runs:
            if run.mcid is not None and run.upright:
                marked.setdefault((number, run.mcid), []).append(run)
    elements: dict[int, list[Leaf]] = {}
    for leaf in file.leaves:
        if not leaf.alt and not _ASIDE.intersection(leaf.tags):
            elements.setdefault(leaf.element, []).append(leaf)
    blocks: list[str] = []
    pages: set[int] = set()
    for leaves in elements.values():
        if _HEADINGS.intersection(leaves[0].tags):
            yield Passage(tuple(blocks), len(pages) > 1)
            blocks, pages = [], set()
        if text := _text(leaves, marked):
            blocks.append(text)
            pages.update(leaf.page for leaf in leaves)
    yield Passage(tuple(blocks), len(pages) > 1)


def _text(leaves: Iterable[Leaf], marked: dict[tuple[int, int], list[Run]]) -> str:
    """The text of a block. Links that show their address are left out: ``links`` has it whole."""
    lines = _Lines()
    for is_link, group in groupby(leaves, key=lambda leaf: "Link" in leaf.tags):
        runs = [
            (leaf.page, run) for leaf in group for run in marked.get((leaf.page, leaf.mcid), ())
        ]
        shown = "".join(run.text for _, run in runs)
        if not (is_link and _ADDRESS.fullmatch("".join(shown.split()))):
            lines.add(runs)
    return tidy("".join(lines.pieces))


class _Lines:
    """Joins runs to a text: a space where there is one to be seen, no hyphen where a word is divided."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._before: tuple[int, Run] | None = None

    def add(self, runs: Iterable[tuple[int, Run]]) -> None:
        for page, run in runs:
            if self._before is not None:
                self._between(*self._before, page, run)
            self.pieces.append(run.text)
            self._before = page, run

    def _between(self, page: int, before: Run, after_page: int, after: Run) -> None:
        apart = after.box[0] - before.box[2]
        same_line = page == after_page and abs(before.baseline - after.baseline) <= 1.0
        if same_line and -after.size < apart < 2 * after.size:
            if apart > _SPACE * after.size:
                self.pieces.append(" ")
        elif not self.pieces[-1].endswith(("-", "\u2010")):
            self.pieces.append(" ")
        elif not self.pieces[-1][-2:-1].isdigit():
            self.pieces[-1] = self.pieces[-1][:-1]
