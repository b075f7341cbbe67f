"""Letters as pictures: printed by the whole way to PDF, and drawn from the font file itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

from tests.editions.publications import REPOSITORY
from tests.support.pdf import pdf_picture
from toolkit.render.job import Job, PrintKit
from toolkit.render.pool import Pool

#: The size of type and of the cell around each letter in points, and how fine the picture is.
TYPE, CELL, COLUMNS, DOTS = 24, 40, 14, 300
SCALE = DOTS / 72
#: No font has it: it is drawn as any missing character is.
MISSING = "\U0010fffd"

_FACE = re.compile(
    r'@font-face \{ font-family: "(?P<family>[^"]+)"; font-weight: (?P<weight>\d+); '
    r'font-style: (?P<style>\w+); src: url\("fonts/(?P<file>[^"]+)"\); \}'
)
_STYLE = f"""
@page {{ size: A4; margin: 0; }}
@page :first {{ margin: 0; }}
html {{ font-size: {TYPE}pt; line-height: {CELL}pt; font-feature-settings: normal; }}
section {{ break-before: page; position: relative; height: 800pt; }}
i {{ position: absolute; font-style: inherit; }}
"""


@dataclass(frozen=True)
class Face:
    """One bundled font as the style sheet names it, and the OpenType features to print it with."""

    family: str
    weight: str
    style: str
    file: str
    features: tuple[str, ...] = ()

    @property
    def path(self) -> Path:
        """The file of the font."""
        return REPOSITORY / "templates/fonts" / self.file


def faces() -> list[Face]:
    """The fonts of the print style sheet."""
    css = (REPOSITORY / "templates/css/fonts.css").read_text(encoding="utf-8")
    return [
        Face(match["family"], match["weight"], match["style"], match["file"])
        for match in _FACE.finditer(css)
    ]


def print_letters(kit: PrintKit, fonts: Sequence[Face], letters: str, pdf: Path) -> None:
    """Print all letters in all fonts to the file ``pdf``: each font on a page of its own."""
    sections = "".join(_section(face, letters) for face in fonts)
    title = "<meta charset=utf-8><title>Letters</title>"
    html = f'<!doctype html><html lang="en"><head>{title}</head><body>{sections}</body></html>'
    with Pool(PrintKit(kit.stylesheet + _STYLE, kit.resources), jobs=1) as pool:
        (outcome,) = pool.render([Job(html, {})])
    assert outcome.complaints == (), outcome.complaints
    pdf.write_bytes(outcome.pdf)


def _section(face: Face, letters: str) -> str:
    cells = "".join(
        f'<i style="left: {left}pt; top: {top}pt">{letter}</i>'
        for letter, left, top in _places(letters)
    )
    font = f"font-family: '{face.family}'; font-weight: {face.weight}; font-style: {face.style}"
    if face.features:
        asked = ", ".join(f"'{feature}'" for feature in face.features)
        font += f"; font-feature-settings: {asked}"
    return f'<section style="{font}">{cells}</section>'


def _places(letters: str) -> Iterator[tuple[str, int, int]]:
    for place, letter in enumerate(letters):
        yield letter, CELL * (place % COLUMNS) + CELL // 4, CELL * (place // COLUMNS)


def cut(pdf: Path, page: int, letters: str) -> dict[str, Image.Image]:
    """The ink of each letter on a page that ``print_letters`` made."""
    picture = ImageChops.invert(pdf_picture(pdf, page, dots_per_inch=DOTS))
    found = {}
    for letter, left, top in _places(letters):
        sides = (left - CELL // 4, top, left + CELL * 3 // 4, top + CELL)
        x0, y0, x1, y1 = (round(side * SCALE) for side in sides)
        found[letter] = _trim(picture.crop((x0, y0, x1, y1)))
    return found


def heights(pdf: Path, page: int, face: Face, letters: str) -> dict[str, float]:
    """Where the base line of each letter is, in pixels below the upper edge of its cell.

    It is where the ink begins, less how far above the base line the font file has it begin.
    """
    picture = ImageChops.invert(pdf_picture(pdf, page, dots_per_inch=DOTS))
    font = ImageFont.truetype(face.path, TYPE * SCALE)
    found = {}
    for letter, left, top in _places(letters):
        sides = (left - CELL // 4, top, left + CELL * 3 // 4, top + CELL)
        x0, y0, x1, y1 = (round(side * SCALE) for side in sides)
        box = picture.crop((x0, y0, x1, y1)).point(lambda value: 255 if value > 96 else 0).getbbox()
        assert box is not None, letter
        drawn = font.getbbox(letter, anchor="ls", features=list(face.features) or None)
        found[letter] = y0 + box[1] - drawn[1] - top * SCALE
    return found


def draw(face: Face, letter: str) -> Image.Image:
    """The ink of a letter as the font file has it, in the same size."""
    font = ImageFont.truetype(face.path, TYPE * SCALE)
    side = round(CELL * SCALE)
    picture = Image.new("L", (2 * side, 2 * side))
    ImageDraw.Draw(picture).text(
        (side // 2, side // 2), letter, fill=255, font=font, features=list(face.features) or None
    )
    return _trim(picture)


def _trim(picture: Image.Image) -> Image.Image:
    # What is paler is the soft edge of a line; where it ends differs from program to program.
    box = picture.point(lambda value: 255 if value > 96 else 0).getbbox()
    assert box is not None, "a letter without ink"
    return picture.crop(box)


def difference(first: Image.Image, second: Image.Image) -> float:
    """How much of the ink of two letters does not lie on each other: 0 is none, 1 is all."""
    width = max(first.width, second.width) + 2
    height = max(first.height, second.height) + 2
    fixed = _on_canvas(first, width, height, 1, 1)
    shifts = [(x, y) for x in (0, 1, 2) for y in (0, 1, 2)]
    apart = min(
        _ink(ImageChops.difference(fixed, _on_canvas(second, width, height, *shift)))
        for shift in shifts
    )
    return apart / (_ink(first) + _ink(second))


def _on_canvas(picture: Image.Image, width: int, height: int, x: int, y: int) -> Image.Image:
    canvas = Image.new("L", (width, height))
    canvas.paste(picture, (x, y))
    return canvas


def _ink(picture: Image.Image) -> int:
    return sum(value * count for value, count in enumerate(picture.histogram()))
