"""The pictures of the documentation: what is shown, and how it is cut out of the finished editions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pikepdf
from PIL import Image

from tests.editions.pdf_reading import destinations
from tests.editions.publications import Publications, Rendition
from tests.support.pdf import pdf_picture
from toolkit.document.model import Block, Document
from toolkit.document.walk import blocks

STATEMENT = "2021-01-25-navalny-demonstrations"
INTERVIEW = "2023-05-10-hak-hukuga-dayanc-istanbul"
LETTER = "2023-11-20-freedom-of-movement"
REPORT = "2024-10-04-civic-activism-warsaw"
SPECIMEN = "2026-05-18-lakeland-freedom-of-movement"

#: Pages side by side, by the name of their picture: document, language, number of the page.
PAGES = {
    "editions": [(LETTER, language, 1) for language in ("ru", "tk", "en")],
    "kind-statement": [(STATEMENT, language, 1) for language in ("ru", "tk", "en")],
    "kind-open-letter": [(LETTER, "tk", 1), (LETTER, "tk", 3)],
    "kind-report": [(SPECIMEN, "en", 1), (SPECIMEN, "en", 2), (SPECIMEN, "en", 3)],
    "kind-report-short": [(REPORT, "ru", 1), (REPORT, "ru", 2)],
    "kind-interview": [(INTERVIEW, "tk", 1), (INTERVIEW, "tk", 2)],
}
#: Pages of the same documents in another theme than the toolkit's own, by the theme.
THEMED = {"quarto": [(SPECIMEN, "en", 1), (SPECIMEN, "en", 3), (STATEMENT, "ru", 1)]}

_PAGE_DOTS, _BLOCK_DOTS = 42, 84
_POINTS = 72
#: What a cut leaves above a block and below it, and where the foot of a page begins, in points.
_ABOVE, _BELOW, _FOOT = 5.0, 4.0, 785.0
_COLOURS = 64


def block_name(block: Block) -> str:
    """The name of the picture of a sort of block: ``block-interview-turn``."""
    name = type(block).__name__
    return "block-" + "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")


def pages(publications: Publications, places: Sequence[tuple[str, str, int]]) -> Image.Image:
    """Whole pages side by side, on grey."""
    cut = [
        pdf_picture(publications[name][language].pdf, page, dots_per_inch=_PAGE_DOTS, colour=True)
        for name, language, page in places
    ]
    gap = 8
    width = sum(picture.width + gap for picture in cut) + gap
    whole = Image.new("RGB", (width, max(picture.height for picture in cut) + 2 * gap), "#d5d8dc")
    left = gap
    for picture in cut:
        whole.paste(picture, (left, gap))
        left += picture.width + gap
    return reduced(whole)


def block_pictures(rendition: Rendition) -> dict[str, Image.Image]:
    """A picture of each sort of block: the first that stands whole on a page, else its beginning."""
    with pikepdf.open(rendition.pdf) as pdf:
        places = destinations(pdf)
    whole: dict[str, tuple[int, float, float]] = {}
    parts: dict[str, tuple[int, float, float]] = {}
    for block, after in _neighbours(rendition.document):
        page, top = places[block.anchor]
        next_page, below = places[after.anchor] if after else (page, _FOOT)
        fits = next_page == page and below > top
        (whole if fits else parts).setdefault(
            block_name(block), (page, top, below if fits else _FOOT)
        )
    return {name: _cut(rendition.pdf, *place) for name, place in {**parts, **whole}.items()}


def _cut(pdf: Path, page: int, top: float, below: float) -> Image.Image:
    """What stands on a page between two heights, in points from its upper edge."""
    picture = pdf_picture(pdf, page, dots_per_inch=_BLOCK_DOTS, colour=True)
    scale = _BLOCK_DOTS / _POINTS
    return reduced(
        picture.crop((0, int((top - _ABOVE) * scale), picture.width, int((below - _BELOW) * scale)))
    )


def _neighbours(document: Document) -> list[tuple[Block, Block | None]]:
    """Each block with the one after it."""
    row = list(blocks(document))
    return list(zip(row, [*row[1:], None], strict=True))


def reduced(picture: Image.Image) -> Image.Image:
    """The picture in few colours: a small file, and the same one from the same page."""
    return picture.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def picture_file(folder: Path, name: str) -> Path:
    """Where a picture is kept."""
    return folder / f"{name}.png"
