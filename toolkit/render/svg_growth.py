"""How large a drawing grows when its parts are reused, counted without drawing it.

A part can be drawn again by ``use``, and where a shape is filled with a pattern, cut out by a mask, or
marked at each of its points. A few lines of nested reuse are enough to ask for more shapes than any
machine can draw, and a part inside of itself asks for endlessly many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

_PAINT = re.compile(r"url\(\s*['\"]?\s*#([^'\")\s]*)")
_NUMBER = re.compile(r"[0-9.]+")
#: Properties that what is inside a group takes from the group.
_INHERITED = ("fill", "stroke", "marker", "style")


class TooMuch(Exception):
    """The drawing grows beyond measure."""


class BrokenReference(Exception):
    """The drawing uses a part that it does not have."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A part that an element draws, and how often."""

    id: str
    times: int


@dataclass(frozen=True, slots=True)
class Size:
    """The shapes that an element comes to, and how deep they are nested."""

    parts: int
    depth: int


def check_growth(root: Element, *, most: int, deepest: int) -> frozenset[str]:
    """The ids of the parts that are used.

    Raises ``TooMuch`` if the drawing comes to more than ``most`` parts or is nested deeper than
    ``deepest`` when every use is counted, and ``BrokenReference`` for a part that it does not have.
    """
    growth = _Growth(most, deepest)
    for element in root.iter():
        if name := element.get("id"):
            # Programs differ in which of two namesakes they draw, so both are counted.
            growth.named.setdefault(name, []).append(element)
    growth.size(root)
    return frozenset(growth.used)


@dataclass
class _Growth:
    most: int
    deepest: int
    named: dict[str, list[Element]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    _known: dict[Element, Size] = field(default_factory=dict)
    _open: dict[Element, None] = field(default_factory=dict)

    def size(self, element: Element) -> Size:
        """What an element comes to, with all that it uses."""
        if element in self._known:
            return self._known[element]
        if element in self._open:
            raise TooMuch("the drawing reuses a part inside of itself")
        self._open[element] = None
        if len(self._open) > self.deepest:
            raise self._too_deep()
        parts, depth = 1, 0
        for inner, times in self._inside(element):
            size = self.size(inner)
            parts += times * size.parts
            depth = max(depth, size.depth)
        if parts > self.most:
            raise TooMuch(f"the drawing comes to more than {self.most} parts")
        if depth >= self.deepest:
            raise self._too_deep()
        del self._open[element]
        self._known[element] = Size(parts, depth + 1)
        return self._known[element]

    def _inside(self, element: Element) -> Iterator[tuple[Element, int]]:
        for child in element:
            yield child, 1
        for reference in _references(element):
            if reference.id not in self.named:
                message = f"the drawing uses `#{reference.id}`, which it does not have"
                raise BrokenReference(message)
            self.used.add(reference.id)
            for target in self.named[reference.id]:
                yield target, 1 if target.tag.endswith("Gradient") else reference.times

    def _too_deep(self) -> TooMuch:
        return TooMuch(f"the drawing is nested more than {self.deepest} deep")


def _references(element: Element) -> Iterator[Reference]:
    if element.tag.endswith("}use") and not _href(element):
        raise BrokenReference("the drawing reuses a part without saying which")
    if href := _href(element):
        yield Reference(href.strip().removeprefix("#"), 1)
    for name, value in element.attrib.items():
        for id in _PAINT.findall(value):
            yield Reference(id, _times(element, name, value))


def _href(element: Element) -> str:
    """The reference by ``href``, with or without the old namespace."""
    names = (name for name in element.attrib if name.rpartition("}")[2] == "href")
    return next((element.attrib[name] for name in names), "")


def _times(element: Element, name: str, value: str) -> int:
    """How often a paint is used: once, once for each shape of a group, or at each of their points."""
    if not name.startswith(_INHERITED):
        return 1
    shapes = list(element.iter())
    if "marker" not in name and "marker" not in value:
        return len(shapes)
    lines = (shape.get("d", "") + shape.get("points", "") for shape in shapes)
    return len(shapes) + sum(len(_NUMBER.findall(line)) for line in lines)
