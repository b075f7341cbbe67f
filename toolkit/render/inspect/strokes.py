"""The operators of a PDF page: which glyphs are shown where, how, and under which mark.

Section numbers are those of ISO 32000-1 (PDF 1.7).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from toolkit.render.inspect.operands import STRING, codes, numbers, pieces, to_bytes

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_TOKEN = re.compile(
    rb"%[^\r\n]*"
    rb"|(?P<array>\[(?:[^\[\]()<>%]|<[0-9A-Fa-f\s]*>|" + STRING + rb")*\])"
    rb"|(?P<dict><<(?:[^<>()]|<[0-9A-Fa-f\s]*>|" + STRING + rb"|<<[^<>]*>>)*>>)"
    rb"|(?P<hex><[0-9A-Fa-f\s]*>)"
    rb"|(?P<string>" + STRING + rb")"
    rb"|(?P<name>/[^\s()<>\[\]{}/%]*)"
    rb"|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))"
    rb"|(?P<image>\bBI\b.*?\bEI\b)"
    rb"|(?P<operator>[A-Za-z'\"*][A-Za-z0-9*]*)",
    re.DOTALL,
)
_MCID = re.compile(rb"/MCID\s+(\d+)")
#: Rendering modes that paint nothing: invisible, and added to the clipping path (9.3.6).
UNPAINTED = frozenset({3, 7})


class Unreadable(Exception):
    """The file is no PDF, or is damaged."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A font as a page sees it: its name, text and width by code, and how many bytes a code has."""

    name: str
    texts: Mapping[int, str]
    widths: Mapping[int, float]
    default_width: float
    size_of_code: int


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs that one operator shows: their text, the box around them, and the mark they stand under.

    ``missing`` counts glyphs that are none: code 0, or codes that stand for no character.
    """

    text: str
    box: tuple[float, float, float, float]
    baseline: float
    upright: bool
    painted: bool
    faint: bool
    missing: int
    mcid: int | None


@dataclass(slots=True)
class _State:
    ctm: Matrix = IDENTITY
    font: str = ""
    size: float = 0.0
    mode: int = 0
    leading: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    rise: float = 0.0
    alpha: float = 1.0


@dataclass(slots=True)
class _Scanner:
    fonts: Mapping[str, Glyphs]
    alphas: Mapping[str, float]
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    marks: list[int | None] = field(default_factory=list)
    text: Matrix = IDENTITY
    line: Matrix = IDENTITY
    runs: list[Run] = field(default_factory=list)

    def do(self, operator: bytes, operands: list[bytes]) -> None:
        """Carry out one operator; those that show no text and move none are passed over."""
        action = _ACTIONS.get(operator)
        if action is not None:
            action(self, operands)

    def show(self, shown: Iterator[bytes | float]) -> None:
        """Show strings and shift between them (9.4.3)."""
        glyphs = self.fonts.get(self.state.font)
        if glyphs is None:
            return
        state = self.state
        text: list[str] = []
        missing = 0
        width = 0.0
        for piece in shown:
            if isinstance(piece, float):
                width -= piece / 1000 * state.size * state.scale
                continue
            for code in codes(piece, glyphs.size_of_code):
                letter = glyphs.texts.get(code)
                text.append("\ufffd" if letter is None else letter)
                missing += code == 0 or letter is None or "\ufffd" in letter
                advance = glyphs.widths.get(code, glyphs.default_width) / 1000 * state.size
                gap = state.word_spacing if glyphs.size_of_code == 1 and code == 32 else 0.0
                width += (advance + state.spacing + gap) * state.scale
        self._add("".join(text), width, missing)
        self.text = times((1, 0, 0, 1, width, 0), self.text)

    def _add(self, text: str, width: float, missing: int) -> None:
        state = self.state
        matrix = times(self.text, state.ctm)
        low, high = state.rise - 0.2 * state.size, state.rise + 0.7 * state.size
        corners = [point(matrix, x, y) for x in (0.0, width) for y in (low, high)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        self.runs.append(
            Run(
                text=text,
                box=(min(xs), min(ys), max(xs), max(ys)),
                baseline=point(matrix, 0.0, state.rise)[1],
                upright=abs(matrix[1]) < 1e-6 and abs(matrix[2]) < 1e-6,
                painted=state.mode not in UNPAINTED and state.size != 0,
                faint=state.alpha < 0.5,
                missing=missing,
                mcid=next((mark for mark in reversed(self.marks) if mark is not None), None),
            )
        )

    def next_line(self, x: float, y: float) -> None:
        """Go to the start of the next line (9.4.2)."""
        self.line = times((1, 0, 0, 1, x, y), self.line)
        self.text = self.line


def read_runs(
    content: bytes, fonts: Mapping[str, Glyphs], alphas: Mapping[str, float]
) -> tuple[Run, ...]:
    """The runs of text of a page in the order in which they are painted.

    ``fonts`` and ``alphas`` are the fonts and the opacities of the page's resources, by name. Raises
    ``Unreadable`` for an operator without what it needs.
    """
    scanner = _Scanner(fonts, alphas)
    operands: list[bytes] = []
    for found in _TOKEN.finditer(content):
        kind = found.lastgroup
        if kind == "operator":
            try:
                scanner.do(found.group(), operands)
            except (ValueError, IndexError) as error:
                shown = found.group().decode("latin-1")
                raise Unreadable(f"the operator `{shown}` of a page lacks a value") from error
            operands = []
        elif kind is not None and kind != "image":
            operands.append(found.group())
    return tuple(scanner.runs)


def times(first: Matrix, second: Matrix) -> Matrix:
    """The product of two matrices: ``first`` is applied before ``second`` (8.3.4)."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point goes."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _push(scanner: _Scanner, _: list[bytes]) -> None:
    scanner.stack.append(replace(scanner.state))


def _pop(scanner: _Scanner, _: list[bytes]) -> None:
    if scanner.stack:
        scanner.state = scanner.stack.pop()


def _concat(scanner: _Scanner, operands: list[bytes]) -> None:
    a, b, c, d, e, f = numbers(operands)
    scanner.state.ctm = times((a, b, c, d, e, f), scanner.state.ctm)


def _begin(scanner: _Scanner, _: list[bytes]) -> None:
    scanner.text = scanner.line = IDENTITY


def _place(scanner: _Scanner, operands: list[bytes]) -> None:
    a, b, c, d, e, f = numbers(operands)
    scanner.text = scanner.line = (a, b, c, d, e, f)


def _move(scanner: _Scanner, operands: list[bytes]) -> None:
    x, y = numbers(operands)
    scanner.next_line(x, y)


def _move_leading(scanner: _Scanner, operands: list[bytes]) -> None:
    x, y = numbers(operands)
    scanner.state.leading = -y
    scanner.next_line(x, y)


def _font(scanner: _Scanner, operands: list[bytes]) -> None:
    scanner.state.font = operands[0].decode("latin-1")
    scanner.state.size = float(operands[1])


def _setting(name: str, divisor: float = 1.0) -> Callable[[_Scanner, list[bytes]], None]:
    def set_value(scanner: _Scanner, operands: list[bytes]) -> None:
        setattr(scanner.state, name, float(operands[0]) / divisor)

    return set_value


def _graphics(scanner: _Scanner, operands: list[bytes]) -> None:
    name = operands[0].decode("latin-1")
    scanner.state.alpha = scanner.alphas.get(name, scanner.state.alpha)


def _mark(scanner: _Scanner, operands: list[bytes]) -> None:
    found = _MCID.search(operands[-1]) if operands else None
    scanner.marks.append(int(found.group(1)) if found else None)


def _unmark(scanner: _Scanner, _: list[bytes]) -> None:
    if scanner.marks:
        scanner.marks.pop()


def _show(scanner: _Scanner, operands: list[bytes]) -> None:
    scanner.show(iter([to_bytes(operands[-1])]))


def _show_array(scanner: _Scanner, operands: list[bytes]) -> None:
    scanner.show(pieces(operands[-1]))


def _down(scanner: _Scanner, _: list[bytes]) -> None:
    scanner.next_line(0.0, -scanner.state.leading)


def _down_and_show(scanner: _Scanner, operands: list[bytes]) -> None:
    _down(scanner, operands)
    _show(scanner, operands)


_ACTIONS: Mapping[bytes, Callable[[_Scanner, list[bytes]], None]] = {
    b"q": _push,
    b"Q": _pop,
    b"cm": _concat,
    b"gs": _graphics,
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
    b"EMC": _unmark,
    b"Tj": _show,
    b"TJ": _show_array,
    b"'": _down_and_show,
    b'"': _down_and_show,
}
