"""Drawings taken apart and checked: only shapes, text and paint, nothing that acts, links or loads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"

_SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan")
_GROUPS = ("svg", "g", "defs", "symbol", "use", "title", "desc")
_PAINT = ("linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker")
_ELEMENTS = frozenset((*_SHAPES, *_GROUPS, *_PAINT))
_MAX_BYTES = 4 * 1024 * 1024
_MAX_ELEMENTS = 20_000
_MAX_DEPTH = 50
#: The size of a drawing that does not say how large it is, and the largest, in CSS pixels.
_DEFAULT_WIDTH = 640
_FOREIGN_PAINT = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression|javascript:", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(px|mm|cm|in|pt)?\s*\Z")
_UNITS = {None: 1.0, "px": 1.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "pt": 96 / 72}


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

    Raises ``UnsafeDrawing`` for what is not drawing, for sizes without measure, and for nested reuse,
    which can expand to more shapes than any machine can draw.
    """
    if len(raw) > _MAX_BYTES:
        raise _too_large(f"the drawing is larger than {_MAX_BYTES // 1024 // 1024} MB")
    root = _parse(raw)
    _strip(root, depth=1)
    elements = list(root.iter())
    if len(elements) > _MAX_ELEMENTS:
        raise _too_large(f"the drawing has more than {_MAX_ELEMENTS} parts")
    for element in elements:
        _check(element)
    _check_reuse(elements)
    width, height = _size(root)
    root.set("width", str(width))
    root.set("height", str(height))
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", _XLINK)
    return Drawing(ElementTree.tostring(root, encoding="utf-8"), width, height)


def _parse(raw: bytes) -> ElementTree.Element:
    hint = "open it in a drawing program and save it as plain SVG"
    try:
        root = fromstring(raw, forbid_dtd=False)
    except DefusedXmlException:
        message = "the drawing defines XML entities, which can grow without measure"
        raise UnsafeDrawing("image.unsafe", message, hint) from None
    except (ElementTree.ParseError, ValueError, LookupError, RecursionError) as error:
        raise UnsafeDrawing("image.broken", f"the drawing cannot be read: {error}", hint) from None
    if root.tag != f"{{{_SVG}}}svg":
        raise UnsafeDrawing("image.format", "the file is XML, but not a drawing in SVG", hint)
    return root


def _strip(element: ElementTree.Element, depth: int) -> None:
    """Take out what other programs keep in a drawing for themselves: it is never drawn."""
    if depth > _MAX_DEPTH:
        raise _too_large(f"the drawing is nested more than {_MAX_DEPTH} deep")
    for name in list(element.attrib):
        if name.startswith("{") and not name.startswith(f"{{{_XLINK}}}"):
            del element.attrib[name]
    for child in list(element):
        if not child.tag.startswith(f"{{{_SVG}}}") or child.tag == f"{{{_SVG}}}metadata":
            element.remove(child)
        else:
            _strip(child, depth + 1)


def _check(element: ElementTree.Element) -> None:
    name = element.tag.removeprefix(f"{{{_SVG}}}")
    if name not in _ELEMENTS:
        raise _unsafe(f"`<{name}>` is not drawing")
    for attribute, value in element.attrib.items():
        local = attribute.rpartition("}")[2]
        if local.lower().startswith("on"):
            raise _unsafe(f"`{local}` is a script")
        if local == "href" and not value.startswith("#"):
            raise _unsafe("the drawing refers to another file")
        if _FOREIGN_PAINT.search(value):
            raise _unsafe(f"`{local}` refers to another file or holds a script")


def _check_reuse(elements: list[ElementTree.Element]) -> None:
    by_id = {element.get("id"): element for element in elements if element.get("id")}
    drawn = len(elements)
    for element in elements:
        if not element.tag.endswith("}use"):
            continue
        href = element.get("href") or element.get(f"{{{_XLINK}}}href") or ""
        target = by_id.get(href.removeprefix("#"))
        if target is None:
            raise UnsafeDrawing(
                "image.broken", f"the drawing reuses `{href}`, which it does not have", "redraw it"
            )
        parts = list(target.iter())
        if any(part.tag.endswith("}use") for part in parts):
            raise _too_large("the drawing reuses parts that reuse parts")
        drawn += len(parts)
    if drawn > _MAX_ELEMENTS:
        raise _too_large(f"the drawing expands to more than {_MAX_ELEMENTS} parts")


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
        width, height = float(_DEFAULT_WIDTH), _DEFAULT_WIDTH * box[1] / box[0]
    scale = min(1.0, _DEFAULT_WIDTH / width)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _view_box(root: ElementTree.Element) -> tuple[float, float] | None:
    try:
        numbers = [float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())]
    except ValueError:
        return None
    if len(numbers) != 4 or not (0 < numbers[2] < 1e6 and 0 < numbers[3] < 1e6):
        return None
    return numbers[2], numbers[3]


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
