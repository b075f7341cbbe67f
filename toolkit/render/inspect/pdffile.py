"""The only module that knows pypdf: a PDF file as pages, marks in reading order, and addresses."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, TypeVar

import pypdf
from pypdf.errors import DependencyError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from toolkit.render.inspect.cmaps import read_cmap
from toolkit.render.inspect.geometry import IDENTITY, Box
from toolkit.render.inspect.painting import Form, Glyphs, Painting, Resources, Unreadable
from toolkit.render.inspect.strokes import read_painting
from toolkit.render.inspect.tags import Leaf, read_tags

# What pypdf mends in a damaged file it says to a terminal, unless somebody listens.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

_Made = TypeVar("_Made")
#: Pieces of a page may hold others.
_DEEPEST_FORM = 12


@dataclass(frozen=True)
class PdfPage:
    """One page: what it paints, the part of it that is shown, and what is laid upon it.

    ``links`` are the addresses outside of the file, ``stickers`` the kinds and words of annotations that
    are none.
    """

    painting: Painting
    box: Box
    links: tuple[str, ...]
    stickers: tuple[str, ...]


@dataclass(frozen=True)
class PdfFile:
    """A PDF file: pages, tagged content in reading order, named addresses, titles of the outline."""

    pages: tuple[PdfPage, ...]
    leaves: tuple[Leaf, ...]
    destinations: tuple[str, ...]
    outline: tuple[str, ...]


def read_pdf(data: bytes) -> PdfFile:
    """Read a PDF file. Raises ``Unreadable``."""
    return open_pdf(data, _file)


def open_pdf(data: bytes, make: Callable[[pypdf.PdfReader], _Made]) -> _Made:
    """What ``make`` finds in a PDF file. Raises ``Unreadable``, whatever ``make`` stumbles over."""
    try:
        reader = pypdf.PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise Unreadable("it is encrypted")
        return make(reader)
    except Unreadable:
        raise
    except DependencyError as error:
        # The library that it would take to decrypt a file is not among those of the toolkit.
        raise Unreadable("it is encrypted") from error
    except Exception as error:
        # pypdf raises whatever a value of another shape than expected leads to.
        raise Unreadable(f"it is damaged, or no PDF ({error})") from error


def _file(reader: pypdf.PdfReader) -> PdfFile:
    root: Any = reader.root_object
    _check_tree(root.get("/Pages"))
    names: Any = root.get("/Names")
    _check_tree(names.get_object().get("/Dests") if names is not None else None)
    off = _layers_off(root)
    known: dict[int, Any] = {}
    numbers = {
        page.indirect_reference.idnum: index
        for index, page in enumerate(reader.pages)
        if page.indirect_reference is not None
    }
    tree = root.get("/StructTreeRoot")
    return PdfFile(
        pages=tuple(_page(page, off, known) for page in reader.pages),
        leaves=tuple(read_tags(tree.get_object(), numbers)) if tree is not None else (),
        destinations=tuple(reader.named_destinations),
        outline=tuple(_titles(reader.outline)),
    )


def _check_tree(top: Any) -> None:
    """Raise ``Unreadable`` for a tree (of pages, of names) in which a part stands twice.

    pypdf follows a ring until the memory is full.
    """
    waiting = [top] if top is not None else []
    seen: set[int] = set()
    while waiting:
        part: Any = waiting.pop()
        if isinstance(part, IndirectObject):
            if part.idnum in seen:
                raise Unreadable("a part of it stands in itself")
            seen.add(part.idnum)
        kids = part.get_object().get("/Kids")
        waiting.extend(kids.get_object() if kids is not None else ())


def _page(page: Any, off: frozenset[int], known: dict[int, Any]) -> PdfPage:
    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else ArrayObject()
    streams = contents if isinstance(contents, ArrayObject) else [contents]
    content = b"\n".join(stream.get_object().get_data() for stream in streams)
    whole, cut = page.mediabox, page.cropbox
    painting = read_painting(content, _resources(page.get("/Resources"), off, known, 0))
    return PdfPage(
        painting=painting,
        box=(
            max(float(whole.left), float(cut.left)),
            max(float(whole.bottom), float(cut.bottom)),
            min(float(whole.right), float(cut.right)),
            min(float(whole.top), float(cut.top)),
        ),
        links=tuple(_links(page)),
        stickers=tuple(_stickers(page)),
    )


def _annotations(page: Any) -> Iterator[Any]:
    yield from (item.get_object() for item in page.get("/Annots", ArrayObject()).get_object())


def _links(page: Any) -> Iterator[str]:
    for item in _annotations(page):
        action = item.get("/A", DictionaryObject()).get_object()
        if item.get("/Subtype") == "/Link" and "/URI" in action:
            yield str(action["/URI"])


def _stickers(page: Any) -> Iterator[str]:
    for item in _annotations(page):
        kind = str(item.get("/Subtype")).lstrip("/")
        if kind not in {"Link", "Popup"} and not _is_signature(item):
            yield " ".join(filter(None, (kind, str(item.get("/Contents", "")))))


def _is_signature(item: Any) -> bool:
    """Whether an annotation is a field for a signature of which nothing can be seen."""
    return (
        (item.get("/Subtype"), item.get("/FT")) == ("/Widget", "/Sig")
        and "/AP" not in item
        and len({*map(float, item.get("/Rect", ()))}) == 1
    )


def _resources(given: Any, off: frozenset[int], known: dict[int, Any], depth: int) -> Resources:
    if given is None or depth > _DEEPEST_FORM:
        return Resources()
    layers = dict(_entries(given, "/Properties"))
    forms = dict(_entries(given, "/XObject"))
    return Resources(
        fonts={name: _once(known, item, _glyphs) for name, item in _entries(given, "/Font")},
        alphas=dict(_alphas(given)),
        forms={
            name: _once(known, item, lambda form: _form(form, off, known, depth))
            for name, item in forms.items()
        },
        off=frozenset(
            [name for name, item in layers.items() if _switched_off(item, off)]
            + [name for name, item in forms.items() if _switched_off(_layer(item), off)]
        ),
    )


def _once(known: dict[int, Any], item: Any, make: Callable[[Any], Any]) -> Any:
    """What is made of an object of the file, which many pages share."""
    key = getattr(item, "idnum", None)
    if key is None:
        return make(item.get_object())
    if key not in known:
        known[key] = make(item.get_object())
    return known[key]


def _entries(resources: Any, kind: str) -> Iterator[tuple[str, Any]]:
    entries = resources.get_object().get(kind, DictionaryObject()).get_object()
    yield from ((str(name), entries.raw_get(name)) for name in entries)


def _alphas(resources: Any) -> Iterator[tuple[str, float]]:
    for name, item in _entries(resources, "/ExtGState"):
        state = item.get_object()
        if isinstance(state.get("/SMask"), DictionaryObject):
            # What a mask leaves of a text is not known.
            yield name, 0.0
        elif "/ca" in state:
            yield name, float(state["/ca"])


def _form(form: Any, off: frozenset[int], known: dict[int, Any], depth: int) -> Form:
    if form.get("/Subtype") != "/Form":
        return Form(None, Resources())
    matrix, box = form.get("/Matrix"), form.get("/BBox")
    a, b, c, d, e, f = map(float, matrix) if matrix is not None else IDENTITY
    return Form(
        content=form.get_data(),
        resources=_resources(form.get("/Resources"), off, known, depth + 1),
        matrix=(a, b, c, d, e, f),
        box=tuple(map(float, box)) if box is not None else None,  # type: ignore[arg-type]
        is_group="/Group" in form,
    )


def _layer(item: Any) -> Any:
    form = item.get_object()
    return form.raw_get("/OC") if "/OC" in form else None


def _switched_off(item: Any, off: frozenset[int]) -> bool:
    """Whether an optional content group is off, or all groups of a membership are (8.11.2)."""
    if item is None:
        return False
    if getattr(item, "idnum", None) in off:
        return True
    groups = item.get_object().get("/OCGs")
    if groups is None:
        return False
    inner = item.get_object().raw_get("/OCGs")
    members = groups if isinstance(groups, list) else [inner]
    return bool(members) and all(getattr(member, "idnum", None) in off for member in members)


def _layers_off(root: Any) -> frozenset[int]:
    """The optional content groups that are off when the file is opened (8.11.4.3)."""
    properties = root.get("/OCProperties", DictionaryObject()).get_object()
    start = properties.get("/D", DictionaryObject()).get_object()
    base = properties.get("/OCGs", []) if start.get("/BaseState") == "/OFF" else []
    on = {item.idnum for item in start.get("/ON", [])}
    return frozenset(
        [item.idnum for item in start.get("/OFF", [])]
        + [item.idnum for item in base if item.idnum not in on]
    )


def _glyphs(font: Any) -> Glyphs:
    composite = font["/Subtype"] == "/Type0"
    inner = font["/DescendantFonts"][0].get_object() if composite else font
    unicode = font.get("/ToUnicode")
    texts = read_cmap(unicode.get_object().get_data()) if unicode is not None else {}
    if not texts and not composite:
        texts = {code: chr(code) for code in range(32, 127)}
    return Glyphs(
        name=str(font.get("/BaseFont", "/Type3")).lstrip("/"),
        texts=texts,
        widths=dict(_widths(inner)) if composite else {},
        default_width=float(inner.get("/DW", 1000)) if composite else 500.0,
        size_of_code=2 if composite else 1,
        program=_program(inner) if font.get("/Encoding") == "/Identity-H" else b"",
    )


def _program(font: Any) -> bytes:
    """The embedded file of a CIDFont whose codes are the numbers of its glyphs (9.7.4.2, 9.9)."""
    descriptor = font.get("/FontDescriptor", DictionaryObject()).get_object()
    if font.get("/CIDToGIDMap", "/Identity") != "/Identity":
        return b""
    for key in ("/FontFile2", "/FontFile3"):
        if key in descriptor:
            return bytes(descriptor[key].get_object().get_data())
    return b""


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


def _titles(outline: Any) -> Iterator[str]:
    for item in outline:
        if isinstance(item, list):
            yield from _titles(item)
        else:
            yield str(item.title)
