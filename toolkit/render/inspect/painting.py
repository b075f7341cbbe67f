"""What the pages of a PDF are made of: fonts and forms, and the texts and areas that they paint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.render.inspect.geometry import IDENTITY, Box, Matrix, Point, Region


class Unreadable(Exception):
    """The file is no PDF, or is damaged."""


@dataclass(frozen=True, eq=False)
class Glyphs:
    """A font as a page sees it: its name, text and width by code, and how many bytes a code has.

    ``program`` is the embedded file of the font, empty if there is none or if codes are no glyphs of it.
    """

    name: str
    texts: Mapping[int, str]
    widths: Mapping[int, float]
    default_width: float
    size_of_code: int
    program: bytes = b""


@dataclass(frozen=True, eq=False)
class Form:
    """A piece of a page with operators of its own, or a picture, which has none (``content``)."""

    content: bytes | None
    resources: Resources
    matrix: Matrix = IDENTITY
    box: Box | None = None
    is_group: bool = False


@dataclass(frozen=True, eq=False)
class Resources:
    """What operators may call by name: fonts, opacities, forms, and layers that are switched off."""

    fonts: Mapping[str, Glyphs] = field(default_factory=dict)
    alphas: Mapping[str, float] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    off: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs that one operator shows: their text, the box around them, and the mark they stand under.

    ``place`` counts what the page paints, from below. ``light`` is the luminance of the ink, none if it
    is not known; ``clips`` the regions outside of which nothing is painted. ``size`` is the height of
    the type and ``width`` the length of the run in points. ``missing`` counts glyphs that are none:
    code 0, or codes that stand for no character.
    """

    text: str
    box: Box
    middle: tuple[Point, Point]
    baseline: float
    upright: bool
    painted: bool
    place: int
    light: float | None
    alpha: float
    clips: tuple[Region, ...]
    size: float
    width: float
    missing: int
    mcid: int | None
    font: Glyphs
    codes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Patch:
    """An area that is painted: its luminance (none for pictures), opacity, and place from below."""

    region: Region
    clips: tuple[Region, ...]
    light: float | None
    alpha: float
    place: int


@dataclass(frozen=True)
class Painting:
    """All that a page paints, in the order of painting."""

    runs: tuple[Run, ...]
    patches: tuple[Patch, ...]
