"""Draw ``editions.png``: the first pages of one document's editions, side by side.

``make build`` first; then ``.venv/bin/python docs/pictures/editions.py``. Poppler's ``pdftoppm`` paints
the pages, so the picture shows what the PDF files really look like.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageOps

REPOSITORY = Path(__file__).resolve().parents[2]
DOCUMENT = "open-letter/2023-11-20-freedom-of-movement"
LANGUAGES = ("ru", "tk", "en")
PICTURE = Path(__file__).with_name("editions.png")

_PAGE_WIDTH = 640
_GAP = 20
_TABLE = (228, 232, 235)
_EDGE = (197, 204, 211)
#: Few colours are enough for black text and one accent, and make a small file.
_COLOURS = 64


def draw(editions: Path) -> Image.Image:
    """The first pages of the PDF editions in the folder ``editions``, from left to right.

    Raises ``FileNotFoundError`` if an edition or ``pdftoppm`` is missing.
    """
    pages = [_first_page(editions / f"{editions.name}.{language}.pdf") for language in LANGUAGES]
    height = max(page.height for page in pages)
    width = sum(page.width for page in pages) + _GAP * (len(pages) + 1)
    picture = Image.new("RGB", (width, height + 2 * _GAP), _TABLE)
    left = _GAP
    for page in pages:
        picture.paste(page, (left, _GAP))
        left += page.width + _GAP
    return picture.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def _first_page(pdf: Path) -> Image.Image:
    painter = shutil.which("pdftoppm")
    if painter is None:
        raise FileNotFoundError("pdftoppm is missing: install poppler-utils")
    if not pdf.is_file():
        raise FileNotFoundError(f"{pdf} is missing: run `make build` first")
    with TemporaryDirectory() as folder:
        stem = Path(folder) / "page"
        size = ["-singlefile", "-scale-to-x", str(_PAGE_WIDTH), "-scale-to-y", "-1"]
        subprocess.run([painter, *size, str(pdf), str(stem)], check=True)  # noqa: S603 - our own words
        with Image.open(stem.with_suffix(".ppm")) as page:
            return ImageOps.expand(page.convert("RGB"), border=1, fill=_EDGE)


if __name__ == "__main__":
    build = Path(sys.argv[1]) if len(sys.argv) > 1 else REPOSITORY / "build"
    draw(build / DOCUMENT).save(PICTURE, optimize=True)
