"""The only module that knows pypdf: a PDF file as pages, marks in reading order, and addresses."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pypdf
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject

from toolkit.render.inspect.strokes import Glyphs, Unreadable

# What pypdf mends in a damaged file it says to a terminal, unless somebody listens.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_CHARACTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f]+>|\[[^\]]*\])")
#: Deeper than the tags of any document; a ring of tags would have no end.
_DEEPEST = 200


@dataclass(frozen=True, slots=True)
class Leaf:
    """Marked content of a page in reading order, or the description of a picture (``alt``).

    ``tags`` are the names of the elements around it, ``element`` tells the innermost block apart.
    """

    tags: tuple[str, ...]
    element: int
    page: int = 0
    mcid: int = -1
    alt: str = ""


@dataclass(frozen=True)
class PdfPage:
    """One page: its operators, its fonts and opacities by name, and its size."""

    content: bytes
    fonts: Mapping[str, Glyphs]
    alphas: Mapping[str, float]
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class PdfFile:
    """A PDF file: pages, tagged content in reading order, named addresses, titles of the outline."""

    pages: tuple[PdfPage, ...]
    leaves: tuple[Leaf, ...]
    destinations: tuple[str, ...]
    outline: tuple[str, ...]
    fonts: tuple[str, ...]


def read_pdf(data: bytes) -> PdfFile:
    """Read a PDF file. Raises ``Unreadable``."""
    try:
        reader = pypdf.PdfReader(BytesIO(data), strict=False)
        fonts: dict[int, Glyphs] = {}
        pages = tuple(_page(page, fonts) for page in reader.pages)
        numbers = {
            page.indirect_reference.idnum: index
            for index, page in enumerate(reader.pages)
            if page.indirect_reference is not None
        }
        root: Any = reader.root_object
        tree = root.get("/StructTreeRoot")
        leaves = _leaves(tree.get_object(), numbers) if tree is not None else ()
        return PdfFile(
            pages=pages,
            leaves=tuple(leaves),
            destinations=tuple(reader.named_destinations),
            outline=tuple(_titles(reader.outline)),
            fonts=tuple(sorted({glyphs.name for page in pages for glyphs in page.fonts.values()})),
        )
    except (
        PyPdfError,
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        # pypdf raises whatever a value of another shape than expected leads to.
        raise Unreadable(f"{type(error).__name__}: {error}") from error


def _page(page: Any, known: dict[int, Glyphs]) -> PdfPage:
    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else ArrayObject()
    streams = contents if isinstance(contents, ArrayObject) else [contents]
    resources = page.get("/Resources", DictionaryObject()).get_object()
    box = page.mediabox
    return PdfPage(
        content=b"\n".join(stream.get_object().get_data() for stream in streams),
        fonts=_fonts(resources, known),
        alphas={
            name: float(state.get_object()["/ca"])
            for name, state in _entries(resources, "/ExtGState")
            if "/ca" in state.get_object()
        },
        box=(float(box.left), float(box.bottom), float(box.right), float(box.top)),
    )


def _entries(resources: Any, kind: str) -> Iterator[tuple[str, Any]]:
    yield from resources.get(kind, DictionaryObject()).get_object().items()


def _fonts(resources: Any, known: dict[int, Glyphs]) -> dict[str, Glyphs]:
    fonts: dict[str, Glyphs] = {}
    for name, reference in _entries(resources, "/Font"):
        key = getattr(reference, "idnum", id(reference))
        if key not in known:
            known[key] = _glyphs(reference.get_object())
        fonts[name] = known[key]
    # Pictures may bring fonts of their own.
    for name, picture in _entries(resources, "/XObject"):
        inner = picture.get_object().get("/Resources")
        if inner is not None:
            for other, glyphs in _fonts(inner.get_object(), known).items():
                fonts[f"{name}{other}"] = glyphs
    return fonts


def _glyphs(font: Any) -> Glyphs:
    composite = font["/Subtype"] == "/Type0"
    inner = font["/DescendantFonts"][0].get_object() if composite else font
    unicode = font.get("/ToUnicode")
    texts = _texts(unicode.get_object().get_data()) if unicode is not None else {}
    if not texts and not composite:
        texts = {code: chr(code) for code in range(32, 127)}
    return Glyphs(
        name=str(font.get("/BaseFont", "/Type3")).lstrip("/"),
        texts=texts,
        widths=dict(_widths(inner)) if composite else {},
        default_width=float(inner.get("/DW", 1000)) if composite else 500.0,
        size_of_code=2 if composite else 1,
    )


def _widths(font: Any) -> Iterator[tuple[int, float]]:
    """The widths of a CIDFont (ISO 32000-1, 9.7.4.3): ``first [w …]`` or ``first last w``."""
    items = [item.get_object() for item in font.get("/W", ArrayObject()).get_object()]
    place = 0
    while place + 1 < len(items):
        first, second = int(items[place]), items[place + 1]
        if isinstance(second, list):
            yield from ((first + index, float(width)) for index, width in enumerate(second))
            place += 2
        else:
            yield from ((code, float(items[place + 2])) for code in range(first, int(second) + 1))
            place += 3


def _texts(cmap: bytes) -> dict[int, str]:
    """What the codes of a font stand for, by its ToUnicode map (ISO 32000-1, 9.10.3)."""
    texts: dict[int, str] = {}
    for section in _CHARACTERS.findall(cmap):
        cells = _HEX.findall(section)
        for code, text in zip(cells[::2], cells[1::2], strict=False):
            texts[int(code, 16)] = _utf16(text)
    for section in _RANGES.findall(cmap):
        for first, last, target in _RANGE.findall(section):
            low, high = int(first, 16), int(last, 16)
            targets = _HEX.findall(target)
            for index, code in enumerate(range(low, min(high, low + 0xFFFF) + 1)):
                if target.startswith(b"["):
                    texts[code] = _utf16(targets[index]) if index < len(targets) else "\ufffd"
                else:
                    texts[code] = _shifted(_utf16(targets[0]), index)
    return texts


def _utf16(digits: bytes) -> str:
    raw = bytes.fromhex(b"".join(digits.split()).decode())
    return raw.decode("utf-16-be", errors="replace")


def _shifted(text: str, by: int) -> str:
    return text[:-1] + chr(ord(text[-1]) + by) if text else "\ufffd"


def _titles(outline: Any) -> Iterator[str]:
    for item in outline:
        if isinstance(item, list):
            yield from _titles(item)
        else:
            yield str(item.title)


def _leaves(tree: Any, numbers: Mapping[int, int]) -> Iterator[Leaf]:
    counter = iter(range(10**9))

    def visit(kid: Any, tags: tuple[str, ...], block: int, page: int) -> Iterator[Leaf]:
        kid = kid.get_object() if hasattr(kid, "get_object") else kid
        if len(tags) > _DEEPEST:
            raise Unreadable("the tags are nested too deeply")
        if isinstance(kid, list):
            for item in kid:
                yield from visit(item, tags, block, page)
        elif isinstance(kid, int):
            yield Leaf(tags, block, page, int(kid))
        elif isinstance(kid, DictionaryObject):
            if "/Pg" in kid:
                page = numbers.get(getattr(kid.raw_get("/Pg"), "idnum", -1), page)
            if kid.get("/Type") == "/MCR":
                yield Leaf(tags, block, page, int(str(kid["/MCID"])))
            elif "/S" in kid:
                inner = (*tags, str(kid["/S"]).lstrip("/"))
                if inner[-1] not in {"Span", "Link", "Em", "Strong", "Quote"}:
                    block = next(counter)
                if inner[-1] == "Figure" and kid.get("/Alt"):
                    yield Leaf(inner, block, page, alt=str(kid["/Alt"]))
                yield from visit(kid.get("/K", ArrayObject()), inner, block, page)

    yield from visit(tree.get("/K", ArrayObject()), (), 0, 0)
