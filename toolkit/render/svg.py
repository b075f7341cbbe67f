"""Drawings taken apart and checked: only shapes, text and paint, nothing that acts, links or loads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from xml.etree import ElementTree

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from toolkit.render.svg_growth import BrokenReference, TooMuch, check_growth
from toolkit.render.svg_style import UnusableStyle, inline_styles

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_HREF = f"{{{_XLINK}}}href"

_SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan")
_GROUPS = ("svg", "g", "defs", "symbol", "use")
_PAINT = ("linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker")
_ELEMENTS = frozenset((*_SHAPES, *_GROUPS, *_PAINT))
#: Never drawn, and often about whoever made the drawing.
_REMARKS = frozenset({"metadata", "title", "desc"})
_REMARK = re.compile(r"class|role|lang|tabindex|(?:data|aria)-.*")
_MAX_BYTES = 4 * 1024 * 1024
_MAX_ELEMENTS = 20_000
_MAX_DEPTH = 50
#: The width of a drawing that does not say how large it is; larger ones are shown in this size.
_MAX_WIDTH = 640
_MAX_HEIGHT = 4 * _MAX_WIDTH
#: Whatever may lead out of the drawing: an address that is no `#part`, or a spelling that hides one.
_FOREIGN = re.compile(
    r"url\((?!\s*['\"]?\s*#)|//|\\|@|image-set|expression\(|javascript:", re.IGNORECASE
)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(px|mm|cm|in|pt)?\s*\Z")
_UNITS = {None: 1.0, "px": 1.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "pt": 96 / 72}
_SAVE_PLAIN = "open it in a drawing program and save it as plain SVG"


class UnsafeDrawing(Exception):
    """A drawing cannot be used; ``code`` and ``hint`` go into the finding."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Drawing:
    """A checked SVG, encoded in UTF-8, with its size in CSS pixels."""

    data: bytes
    width: int
    height: int


def clean(raw: bytes) -> Drawing:
    """Check a drawing and write it anew, without comments, metadata and editors' private parts.

    Raises ``UnsafeDrawing`` for what is not drawing, for sizes without measure, and for parts that are
    reused so often, or inside of themselves, that no machine can draw them.
    """
    if len(raw) > _MAX_BYTES:
        raise _too_large(f"the drawing is larger than {_MAX_BYTES // 1024 // 1024} MB")
    root = _parse(raw)
    try:
        inline_styles(root)
    except UnusableStyle as error:
        hint = "save it with presentation attributes instead of a style sheet"
        raise UnsafeDrawing("image.unsafe", str(error), hint) from None
    _strip(root, depth=1)
    elements = list(root.iter())
    if len(elements) > _MAX_ELEMENTS:
        raise _too_large(f"the drawing has more than {_MAX_ELEMENTS} parts")
    for element in elements:
        _check(element)
    _check_reuse(root)
    width, height = _size(root)
    root.set("width", str(width))
    root.set("height", str(height))
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", _XLINK)
    return Drawing(ElementTree.tostring(root, encoding="utf-8"), width, height)


def _parse(raw: bytes) -> ElementTree.Element:
    try:
        root = fromstring(raw, forbid_dtd=False)
    except DefusedXmlException:
        message = "the drawing defines XML entities, which can grow without measure"
        raise UnsafeDrawing("image.unsafe", message, _SAVE_PLAIN) from None
    except (ElementTree.ParseError, ValueError, LookupError, RecursionError) as error:
        message = f"the drawing cannot be read: {error}"
        raise UnsafeDrawing("image.broken", message, _SAVE_PLAIN) from None
    if root.tag != f"{{{_SVG}}}svg":
        message = "the file is XML, but not a drawing in SVG"
        raise UnsafeDrawing("image.format", message, _SAVE_PLAIN)
    return root


def _strip(element: ElementTree.Element, depth: int) -> None:
    """Take out what is never drawn: remarks, and what other programs keep for themselves."""
    if depth > _MAX_DEPTH:
        raise _too_large(f"the drawing is nested more than {_MAX_DEPTH} deep")
    for name in list(element.attrib):
        if (name.startswith("{") and name != _HREF) or _REMARK.fullmatch(name):
            del element.attrib[name]
    kept: list[ElementTree.Element] = []
    for child in list(element):
        space, _, name = child.tag.rpartition("}")
        if space == f"{{{_SVG}" and name not in _REMARKS:
            _strip(child, depth + 1)
            kept.append(child)
            continue
        element.remove(child)
        # What stands behind a child that goes belongs to the text around it.
        if kept:
            kept[-1].tail = (kept[-1].tail or "") + (child.tail or "")
        else:
            element.text = (element.text or "") + (child.tail or "")


def _check(element: ElementTree.Element) -> None:
    name = element.tag.rpartition("}")[2]
    if name not in _ELEMENTS:
        raise _unsafe(f"`<{name}>` is not drawing")
    for attribute, value in element.attrib.items():
        local = attribute.rpartition("}")[2]
        if local.lower().startswith("on"):
            raise _unsafe(f"`{local}` is a script")
        if local == "href" and not value.strip().startswith("#"):
            raise _unsafe("the drawing refers to another file")
        if _FOREIGN.search(value):
            raise _unsafe(f"`{local}` refers to another file or holds a script")


def _check_reuse(root: ElementTree.Element) -> None:
    try:
        used = check_growth(root, most=_MAX_ELEMENTS, deepest=_MAX_DEPTH)
    except BrokenReference as error:
        raise UnsafeDrawing("image.broken", str(error), "redraw it") from None
    except TooMuch as error:
        raise _too_large(str(error)) from None
    for element in _named(root):
        if element.get("id") not in used:
            del element.attrib["id"]


def _named(root: ElementTree.Element) -> Iterator[ElementTree.Element]:
    return (element for element in root.iter() if "id" in element.attrib)


def _size(root: ElementTree.Element) -> tuple[int, int]:
    """Width and height in CSS pixels, by the drawing's own size or the shape of its view box."""
    width, height = _length(root.get("width")), _length(root.get("height"))
    box = _view_box(root)
    if box is None:
        if width is None or height is None:
            message = "the drawing says neither its size nor its `viewBox`"
            raise UnsafeDrawing("image.broken", message, "save it as plain SVG with a `viewBox`")
        root.set("viewBox", f"0 0 {width:g} {height:g}")
        box = (width, height)
    if width is None or height is None:
        width, height = float(_MAX_WIDTH), _MAX_WIDTH * box[1] / box[0]
    scale = min(1.0, _MAX_WIDTH / width, _MAX_HEIGHT / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _view_box(root: ElementTree.Element) -> tuple[float, float] | None:
    try:
        numbers = [float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())]
    except ValueError:
        return None
    if len(numbers) != 4 or not all(map(isfinite, numbers)):
        return None
    width, height = numbers[2:]
    return (width, height) if 0 < width < 1e6 and 0 < height < 1e6 else None


def _length(value: str | None) -> float | None:
    match = _LENGTH.match(value or "")
    if match is None:
        return None
    pixels = float(match.group(1)) * _UNITS[match.group(2)]
    return pixels if 0 < pixels < 1e6 else None


def _unsafe(message: str) -> UnsafeDrawing:
    return UnsafeDrawing("image.unsafe", message, "save the drawing as plain SVG, shapes only")


def _too_large(message: str) -> UnsafeDrawing:
    return UnsafeDrawing("image.too-large", message, "simplify it, or export it as a PNG picture")
