"""What a drawn chart is made of. All measures are in units of the drawing; y grows downwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]
Role = Literal["tick", "category", "value", "series", "unit"]


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; (x, y) is on its base line, at its start, middle or end.

    ``language`` is that of a text which stands in for its translation.
    """

    x: float
    y: float
    text: str
    anchor: Anchor
    role: Role
    language: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the grid, or with ``base`` the one that marks zero."""

    x1: float
    y1: float
    x2: float
    y2: float
    base: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, or the sample of its filling in the legend."""

    x: float
    y: float
    width: float
    height: float
    series: int


@dataclass(frozen=True, slots=True)
class Line:
    """The points of a series that are known one after another."""

    points: tuple[tuple[float, float], ...]
    series: int


@dataclass(frozen=True, slots=True)
class Mark:
    """The sign of a series at one of its points."""

    x: float
    y: float
    series: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart of some width and height; ``size`` is that of its type, in the same units."""

    width: float
    height: float
    size: float
    rules: tuple[Rule, ...] = ()
    bars: tuple[Bar, ...] = ()
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    labels: tuple[Label, ...] = ()
