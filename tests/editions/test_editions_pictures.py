"""Chosen pages look as they did: small grey pictures of them, compared with some tolerance.

`REWRITE_PICTURES=1` before the command writes the pictures anew; look at them before you commit them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from tests.editions.publications import Publications
from tests.support.pdf import pdf_picture

pytestmark = pytest.mark.slow

REFERENCES = Path(__file__).parent / "references"
DOTS = 40
#: Shades of 255: how much a page may differ on average, and how much in any spot of some points.
MEAN, SPOT = 3.0, 28
#: A picture of a page is small, so that it costs nothing to keep.
LARGEST = 20_000

#: The first page of each kind; and a page with a table, with footnotes, with pictures.
PAGES = [
    ("2021-01-25-navalny-demonstrations", "ru", 1),
    ("2023-05-10-hak-hukuga-dayanc-istanbul", "tk", 1),
    ("2023-11-20-freedom-of-movement", "en", 1),
    ("2024-10-04-civic-activism-warsaw", "tk", 1),
    ("2026-05-18-lakeland-freedom-of-movement", "en", 1),
    ("2026-05-18-lakeland-freedom-of-movement", "ru", 3),
    ("2026-05-18-lakeland-freedom-of-movement", "tk", 6),
    ("2026-05-18-lakeland-freedom-of-movement", "en", 8),
]


def darkest(picture: Image.Image) -> int:
    """The darkest shade of a grey picture."""
    return next(shade for shade, count in enumerate(picture.histogram()) if count)


def differences(first: Image.Image, second: Image.Image) -> list[str]:
    """What is not alike in two pictures of a page."""
    if first.size != second.size:
        return [f"{first.size} is not {second.size}"]
    apart = ImageChops.difference(first, second)
    found = []
    mean = ImageStat.Stat(apart).mean[0]
    if mean > MEAN:
        found.append(f"{mean:.2f} on average")
    # What only lies a little otherwise between two pixels is gone when both are blurred.
    blurred = [picture.filter(ImageFilter.GaussianBlur(1)) for picture in (first, second)]
    spot = darkest(ImageChops.invert(ImageChops.difference(*blurred)))
    if 255 - spot > SPOT:
        found.append(f"{255 - spot} in one spot")
    return found


def reference(name: str, language: str, page: int) -> Path:
    return REFERENCES / f"{name}.{language}.{page}.png"


def shades(picture: Image.Image) -> Image.Image:
    """The picture in sixteen shades, which are enough for an eye and make small files."""
    grey = picture.point(lambda value: round(value / 17))
    grey.putpalette([17 * shade for shade in range(16) for _ in "rgb"])
    return grey


@pytest.mark.parametrize(("name", "language", "page"), PAGES)
def test_a_page_looks_as_it_did(
    publications: Publications, name: str, language: str, page: int
) -> None:
    path = reference(name, language, page)
    picture = shades(pdf_picture(publications[name][language].pdf, page, dots_per_inch=DOTS))
    if os.environ.get("REWRITE_PICTURES"):
        picture.save(path, optimize=True, bits=4)
    with Image.open(path) as kept:
        assert differences(picture.convert("L"), kept.convert("L")) == []


def test_no_picture_is_kept_for_nothing() -> None:
    assert sorted(REFERENCES.iterdir()) == sorted(reference(*page) for page in PAGES)
    assert max(path.stat().st_size for path in REFERENCES.iterdir()) < LARGEST


@pytest.fixture(scope="module")
def kept() -> Image.Image:
    with Image.open(reference(*PAGES[0])) as picture:
        return picture.convert("L")


def test_a_line_that_moved_is_seen(kept: Image.Image) -> None:
    width, height = kept.size
    # A line of type is eight pixels high.
    for top in range(height // 4, height // 2, 8):
        moved = kept.copy()
        line = kept.crop((0, top, width, top + 8))
        moved.paste(255, (0, top, width, top + 8))
        moved.paste(line, (0, top + 3))
        if darkest(line) < 200:
            assert differences(kept, moved), top


def test_a_missing_logo_is_seen(kept: Image.Image) -> None:
    without = kept.copy()
    ink = kept.crop((0, 0, kept.width // 4, kept.height // 6)).point(lambda value: 255 - value)
    box = ink.getbbox()
    assert box is not None
    without.paste(255, box)
    assert differences(kept, without)


def test_other_smoothing_is_not(kept: Image.Image) -> None:
    smoother = kept.filter(ImageFilter.GaussianBlur(0.4))
    assert differences(kept, smoother) == []


def test_a_page_in_another_language_is_another(publications: Publications) -> None:
    name, language, page = PAGES[0]
    other = publications[name]["en" if language != "en" else "ru"]
    picture = pdf_picture(other.pdf, page, dots_per_inch=DOTS)
    with Image.open(reference(name, language, page)) as kept:
        assert differences(picture, kept.convert("L"))
