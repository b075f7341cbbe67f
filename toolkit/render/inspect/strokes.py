"""What the operators of a PDF page paint: glyphs, and areas that lie under or over them.

Section numbers are those of ISO 32000-1 (PDF 1.7).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from toolkit.render.inspect.geometry import (
    IDENTITY,
    Box,
    Matrix,
    Point,
    Region,
    bounds,
    corners,
    point,
    times,
)
from toolkit.render.inspect.operands import TOKEN, codes
from toolkit.render.inspect.painting import Glyphs, Painting, Patch, Resources, Run, Unreadable

_MCID = re.compile(rb"/MCID\s+(\d+)")
#: Rendering modes that paint nothing: invisible, and added to the clipping path (9.3.6).
_UNPAINTED = frozenset({3, 7})
#: Rendering modes that paint outlines alone.
_OUTLINED = frozenset({1, 5})
#: A picture may be made of others, but not without end.
_DEEPEST = 12
#: Operators of one page: the fullest page of a book has some thousands.
_MOST = 200_000
_UNIT: Box = (0.0, 0.0, 1.0, 1.0)


@dataclass(slots=True)
class State:
    """The graphics state (8.4), as far as it says where text goes and whether it is seen."""

    ctm: Matrix = IDENTITY
    clips: tuple[Region, ...] = ()
    font: str = ""
    size: float = 0.0
    mode: int = 0
    leading: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    rise: float = 0.0
    alpha: float = 1.0
    thickness: float = 1.0
    fill: float | None = 0.0
    stroke: float | None = 0.0


@dataclass(slots=True)
class Scanner:
    """Carries out the operators of a page; ``operators`` knows which of its methods each one is."""

    resources: Resources
    state: State = field(default_factory=State)
    stack: list[State] = field(default_factory=list)
    marks: list[int | None] = field(default_factory=list)
    layers: list[bool] = field(default_factory=list)
    text: Matrix = IDENTITY
    line: Matrix = IDENTITY
    path: list[list[Point]] = field(default_factory=list)
    clipping: bool | None = None
    runs: list[Run] = field(default_factory=list)
    patches: list[Patch] = field(default_factory=list)
    veil: float = 1.0
    depth: int = 0
    steps: int = 0

    @property
    def place(self) -> int:
        """How much has been painted so far."""
        return len(self.runs) + len(self.patches)

    def show(self, shown: Iterator[bytes | float]) -> None:
        """Show strings and shift between them (9.4.3)."""
        font = self.resources.fonts.get(self.state.font)
        if font is None:
            return
        state = self.state
        given: list[int] = []
        width = 0.0
        for piece in shown:
            if isinstance(piece, float):
                width -= piece / 1000 * state.size * state.scale
                continue
            for code in codes(piece, font.size_of_code):
                given.append(code)
                advance = font.widths.get(code, font.default_width) / 1000 * state.size
                gap = state.word_spacing if font.size_of_code == 1 and code == 32 else 0.0
                width += (advance + state.spacing + gap) * state.scale
        self._add(font, tuple(given), width)
        self.text = times((1, 0, 0, 1, width, 0), self.text)

    def _add(self, font: Glyphs, given: tuple[int, ...], width: float) -> None:
        state = self.state
        matrix = times(self.text, state.ctm)
        texts = [font.texts.get(code) for code in given]
        around = corners(
            matrix, (0.0, state.rise - 0.2 * state.size, width, state.rise + 0.7 * state.size)
        )
        height = state.rise + 0.25 * state.size
        self.runs.append(
            Run(
                text="".join("\ufffd" if text is None else text for text in texts),
                box=bounds(around),
                middle=(point(matrix, 0.0, height), point(matrix, width, height)),
                baseline=point(matrix, 0.0, state.rise)[1],
                upright=abs(matrix[1]) < 1e-6 and abs(matrix[2]) < 1e-6,
                painted=state.mode not in _UNPAINTED and not any(self.layers),
                place=self.place,
                light=state.stroke if state.mode in _OUTLINED else state.fill,
                alpha=state.alpha * self.veil,
                clips=state.clips,
                size=_length(matrix[2], matrix[3]) * abs(state.size),
                width=_length(matrix[0], matrix[1]) * abs(width),
                missing=sum(
                    code == 0 or text is None or "\ufffd" in text
                    for code, text in zip(given, texts, strict=True)
                ),
                mcid=next((mark for mark in reversed(self.marks) if mark is not None), None),
                font=font,
                codes=given,
            )
        )

    def next_line(self, x: float, y: float) -> None:
        """Go to the start of the next line (9.4.2)."""
        self.line = times((1, 0, 0, 1, x, y), self.line)
        self.text = self.line

    def paint(self, region: Region, light: float | None) -> None:
        """Paint an area."""
        if region.polygons and not any(self.layers):
            self.patches.append(
                Patch(region, self.state.clips, light, self.state.alpha * self.veil, self.place)
            )

    def picture(self) -> None:
        """Paint a picture, which fills the unit square (8.9.4)."""
        self.paint(Region.of([corners(self.state.ctm, _UNIT)]), None)

    def enter(self, name: str) -> None:
        """Carry out the operators of a form (8.10.1)."""
        form = self.resources.forms.get(name)
        if form is None:
            return
        if self.depth >= _DEEPEST:
            raise Unreadable("the pieces of a page stand in each other without end")
        opened = len(self.marks)
        outer = (self.resources, self.state, self.stack, self.layers, self.veil)
        self.resources, self.state, self.stack = form.resources, replace(self.state), []
        if form.is_group:
            # A group is painted as a whole; within it opacities begin anew (11.6.6).
            self.veil, self.state.alpha = self.veil * self.state.alpha, 1.0
        self.layers = [*self.layers, name in outer[0].off]
        self.state.ctm = times(form.matrix, self.state.ctm)
        if form.box is not None:
            self.state.clips += (Region.of([corners(self.state.ctm, form.box)]),)
        if form.content is None:
            self.picture()
        else:
            self.depth += 1
            self.run(form.content)
            self.depth -= 1
        del self.marks[opened:]
        self.resources, self.state, self.stack, self.layers, self.veil = outer

    def mark(self, tag: bytes, properties: bytes) -> None:
        """Begin marked content (14.6), which may belong to a layer (8.11.3)."""
        found = _MCID.search(properties)
        self.marks.append(int(found.group(1)) if found else None)
        self.layers.append(tag == b"/OC" and properties.decode("latin-1") in self.resources.off)

    def unmark(self) -> None:
        """End marked content."""
        if self.marks:
            self.marks.pop()
            self.layers.pop()

    def run(self, content: bytes) -> None:
        """Carry out all operators of a stream."""
        # Each of the modules needs the other; this one is read first.
        from toolkit.render.inspect.operators import OPERATORS

        operands: list[bytes] = []
        for found in TOKEN.finditer(content):
            kind = found.lastgroup
            if kind == "image":
                self.picture()
            elif kind == "broken":
                raise Unreadable("a string of a page has no end")
            elif kind != "operator":
                if kind is not None:
                    operands.append(found.group())
                continue
            elif (action := OPERATORS.get(found.group())) is not None:
                try:
                    action(self, operands)
                except (ValueError, IndexError, OverflowError) as error:
                    shown = found.group().decode("latin-1")
                    raise Unreadable(f"the operator `{shown}` of a page lacks a value") from error
            operands = []
            self.steps += 1
            if self.steps > _MOST:
                raise Unreadable("a page has too many operators")


def read_painting(content: bytes, resources: Resources) -> Painting:
    """All that the operators of a page paint.

    Raises ``Unreadable`` for an operator without what it needs, and for pages without end.
    """
    scanner = Scanner(resources)
    scanner.run(content)
    return Painting(tuple(scanner.runs), tuple(scanner.patches))


def _length(x: float, y: float) -> float:
    return float((x * x + y * y) ** 0.5)
