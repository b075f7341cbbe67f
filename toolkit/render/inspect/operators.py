"""The operators of a PDF page that say where text stands and what can be seen of it.

Section numbers are those of ISO 32000-1 (PDF 1.7); the names of operators are listed in its Annex A.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from toolkit.render.inspect.geometry import IDENTITY, Point, Region, point, times
from toolkit.render.inspect.light import luminance
from toolkit.render.inspect.operands import numbers, pieces, to_bytes
from toolkit.render.inspect.painting import Unreadable
from toolkit.render.inspect.strokes import Scanner

Action = Callable[[Scanner, list[bytes]], None]

#: Thinner lines go through a text and leave it legible.
_THICK = 2.0
#: Saved graphics states, one in another. Annex C asks readers for 28; no page comes near this many.
_DEEPEST = 5_000


def _colour(name: str) -> Action:
    def set_colour(scanner: Scanner, operands: list[bytes]) -> None:
        setattr(scanner.state, name, luminance(numbers(operands)))

    return set_colour


def _colour_space(name: str) -> Action:
    """A colour of another space than those of devices is not known until it is asked for."""

    def set_space(scanner: Scanner, operands: list[bytes]) -> None:
        device = operands[0] in {b"/DeviceRGB", b"/DeviceGray", b"/DeviceCMYK"}
        setattr(scanner.state, name, 0.0 if device else None)

    return set_space


def _special_colour(name: str) -> Action:
    def set_colour(scanner: Scanner, operands: list[bytes]) -> None:
        known = getattr(scanner.state, name) is not None
        setattr(scanner.state, name, luminance(numbers(operands)) if known else None)

    return set_colour


def _push(scanner: Scanner, _: list[bytes]) -> None:
    if len(scanner.stack) >= _DEEPEST:
        raise Unreadable("the graphics states of a page are nested too deeply")
    scanner.stack.append(replace(scanner.state))


def _pop(scanner: Scanner, _: list[bytes]) -> None:
    if scanner.stack:
        scanner.state = scanner.stack.pop()


def _concat(scanner: Scanner, operands: list[bytes]) -> None:
    a, b, c, d, e, f = numbers(operands)
    scanner.state.ctm = times((a, b, c, d, e, f), scanner.state.ctm)


def _begin(scanner: Scanner, _: list[bytes]) -> None:
    scanner.text = scanner.line = IDENTITY


def _place(scanner: Scanner, operands: list[bytes]) -> None:
    a, b, c, d, e, f = numbers(operands)
    scanner.text = scanner.line = (a, b, c, d, e, f)


def _move(scanner: Scanner, operands: list[bytes]) -> None:
    x, y = numbers(operands)
    scanner.next_line(x, y)


def _move_leading(scanner: Scanner, operands: list[bytes]) -> None:
    scanner.state.leading = -numbers(operands)[1]
    _move(scanner, operands)


def _font(scanner: Scanner, operands: list[bytes]) -> None:
    scanner.state.font = operands[0].decode("latin-1")
    scanner.state.size = float(operands[1])


def _setting(name: str, divisor: float = 1.0) -> Action:
    def set_value(scanner: Scanner, operands: list[bytes]) -> None:
        setattr(scanner.state, name, float(operands[0]) / divisor)

    return set_value


def _graphics(scanner: Scanner, operands: list[bytes]) -> None:
    name = operands[0].decode("latin-1")
    scanner.state.alpha = scanner.resources.alphas.get(name, scanner.state.alpha)


def _mark(scanner: Scanner, operands: list[bytes]) -> None:
    scanner.mark(operands[0] if operands else b"", operands[-1] if operands else b"")


def _show(scanner: Scanner, operands: list[bytes]) -> None:
    scanner.show(iter([to_bytes(operands[-1])]))


def _show_array(scanner: Scanner, operands: list[bytes]) -> None:
    scanner.show(pieces(operands[-1]))


def _down(scanner: Scanner, _: list[bytes]) -> None:
    scanner.next_line(0.0, -scanner.state.leading)


def _down_and_show(scanner: Scanner, operands: list[bytes]) -> None:
    _down(scanner, operands)
    _show(scanner, operands)


def _spaced_and_shown(scanner: Scanner, operands: list[bytes]) -> None:
    scanner.state.word_spacing, scanner.state.spacing = float(operands[0]), float(operands[1])
    _down_and_show(scanner, operands)


def _start(scanner: Scanner, operands: list[bytes]) -> None:
    x, y = numbers(operands)
    scanner.path.append([point(scanner.state.ctm, x, y)])


def _line(scanner: Scanner, operands: list[bytes]) -> None:
    """A line, or a curve, which is taken for the polygon of its points."""
    values = numbers(operands)
    if not scanner.path or len(values) < 2:
        raise ValueError
    for x, y in zip(values[::2], values[1::2], strict=True):
        scanner.path[-1].append(point(scanner.state.ctm, x, y))


def _rectangle(scanner: Scanner, operands: list[bytes]) -> None:
    x, y, width, height = numbers(operands)
    ends = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    scanner.path.append([point(scanner.state.ctm, *end) for end in ends])


def _clip(*, even_odd: bool) -> Action:
    def set_clip(scanner: Scanner, _: list[bytes]) -> None:
        scanner.clipping = even_odd

    return set_clip


def _paint(*, fill: bool = False, stroke: bool = False, even_odd: bool = False) -> Action:
    """End a path: fill it, draw it, and let it limit what is painted from now on (8.5.3, 8.5.4)."""

    def end_path(scanner: Scanner, _: list[bytes]) -> None:
        if fill:
            scanner.paint(Region.of(scanner.path, even_odd=even_odd), scanner.state.fill)
        if stroke:
            scanner.paint(Region.of(list(_drawn(scanner))), scanner.state.stroke)
        if scanner.clipping is not None:
            scanner.state.clips += (Region.of(scanner.path, even_odd=scanner.clipping),)
        scanner.path, scanner.clipping = [], None

    return end_path


def _drawn(scanner: Scanner) -> Iterator[tuple[Point, ...]]:
    """Thick lines of the path, each as the rectangle that it covers."""
    a, b, c, d, _, _ = scanner.state.ctm
    half = scanner.state.thickness * abs(a * d - b * c) ** 0.5 / 2
    if 2 * half < _THICK:
        return
    for polygon in scanner.path:
        for (x, y), (u, v) in pairwise(polygon):
            length = ((u - x) ** 2 + (v - y) ** 2) ** 0.5
            if length:
                p, q = (v - y) / length * half, (u - x) / length * half
                yield (x + p, y - q), (u + p, v - q), (u - p, v + q), (x - p, y + q)


def _shade(scanner: Scanner, _: list[bytes]) -> None:
    """A gradient fills all that may be painted (8.7.4.2)."""
    if scanner.state.clips:
        scanner.paint(scanner.state.clips[-1], None)


OPERATORS: Mapping[bytes, Action] = {
    b"q": _push,
    b"Q": _pop,
    b"cm": _concat,
    b"gs": _graphics,
    b"w": _setting("thickness"),
    b"BT": _begin,
    b"Tm": _place,
    b"Td": _move,
    b"TD": _move_leading,
    b"T*": _down,
    b"Tf": _font,
    b"Tr": _setting("mode"),
    b"TL": _setting("leading"),
    b"Tc": _setting("spacing"),
    b"Tw": _setting("word_spacing"),
    b"Tz": _setting("scale", 100.0),
    b"Ts": _setting("rise"),
    b"BDC": _mark,
    b"BMC": _mark,
    b"EMC": lambda scanner, _: scanner.unmark(),
    b"Tj": _show,
    b"TJ": _show_array,
    b"'": _down_and_show,
    b'"': _spaced_and_shown,
    b"Do": lambda scanner, operands: scanner.enter(operands[0].decode("latin-1")),
    b"g": _colour("fill"),
    b"rg": _colour("fill"),
    b"k": _colour("fill"),
    b"cs": _colour_space("fill"),
    b"sc": _special_colour("fill"),
    b"scn": _special_colour("fill"),
    b"G": _colour("stroke"),
    b"RG": _colour("stroke"),
    b"K": _colour("stroke"),
    b"CS": _colour_space("stroke"),
    b"SC": _special_colour("stroke"),
    b"SCN": _special_colour("stroke"),
    b"m": _start,
    b"l": _line,
    b"c": _line,
    b"v": _line,
    b"y": _line,
    b"re": _rectangle,
    b"W": _clip(even_odd=False),
    b"W*": _clip(even_odd=True),
    b"n": _paint(),
    b"f": _paint(fill=True),
    b"F": _paint(fill=True),
    b"f*": _paint(fill=True, even_odd=True),
    b"B": _paint(fill=True, stroke=True),
    b"B*": _paint(fill=True, stroke=True, even_odd=True),
    b"b": _paint(fill=True, stroke=True),
    b"b*": _paint(fill=True, stroke=True, even_odd=True),
    b"S": _paint(stroke=True),
    b"s": _paint(stroke=True),
    b"sh": _shade,
}
