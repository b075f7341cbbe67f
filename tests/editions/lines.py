"""The lines of a PDF and where they stand on the sheet, as poppler finds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.support.programs import run

#: PDF units in a millimetre.
MM = 72 / 25.4
_XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Line:
    """A line of text: its edges in points from the left upper corner of the sheet, and its words."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def height(self) -> float:
        """How high the box is: by the size of the type and its face."""
        return self.bottom - self.top


@lru_cache(maxsize=64)
def lines(pdf: Path) -> tuple[tuple[Line, ...], ...]:
    """The lines of each page."""
    outcome = run("pdftotext", "-bbox-layout", pdf, "-")
    assert outcome.code == 0, outcome.errors
    pages = ET.fromstring(outcome.output).iter(f"{_XHTML}page")
    return tuple(tuple(_lines(page)) for page in pages)


def _lines(page: ET.Element) -> Iterator[Line]:
    for line in page.iter(f"{_XHTML}line"):
        words = [word.text or "" for word in line.iter(f"{_XHTML}word")]
        left, top, right, bottom = (float(line.attrib[f]) for f in ("xMin", "yMin", "xMax", "yMax"))
        yield Line(left, top, right, bottom, " ".join(words))
