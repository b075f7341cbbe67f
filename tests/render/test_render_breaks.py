"""Pages that end inside of what is set apart: no rule that closes nothing, no half empty page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from tests.render.pages import html, kit
from tests.support.documents import statement, text
from tests.support.pdf import pdf_pages, pdf_picture
from toolkit.document.model import Block, Case, Consent, Demands, Item
from toolkit.render.job import Job
from toolkit.render.pool import Pool

pytestmark = pytest.mark.slow

WORDS = "The lake belongs to the villages on its shore, and to nobody who lives elsewhere. "
DOTS = 144
#: Half points: nearly as wide as the column of text.
WIDE = 700


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(kit(), jobs=1) as opened:
        yield opened


def laid(pool: Pool, folder: Path, *body: Block | str) -> list[Image.Image]:
    """The pages of a statement with the shipped styles, as pictures."""
    source = re.sub('<img class="logo"[^>]*>', "", html(statement(*body), "print"))
    (outcome,) = pool.render([Job(source, {})])
    assert outcome.complaints == ()
    path = folder / "page.pdf"
    path.write_bytes(outcome.pdf)
    return [
        pdf_picture(path, number, dots_per_inch=DOTS)
        for number in range(1, len(pdf_pages(path)) + 1)
    ]


def rules(picture: Image.Image) -> int:
    """How many lines go across a page, each counted once however thick."""
    marks = ImageOps.invert(picture).point(lambda shade: 255 if shade > 12 else 0)
    across = [
        any(run >= WIDE for run in map(len, _row(marks, y).split(b"\0")))
        for y in range(picture.height)
    ]
    return sum(here and not above for above, here in zip([False, *across], across, strict=False))


def _row(picture: Image.Image, y: int) -> bytes:
    return picture.crop((0, y, picture.width, y + 1)).tobytes()


def empty(picture: Image.Image) -> int:
    """Points from the last line of a page to the foot."""
    column = ImageOps.invert(picture).crop((280, 0, 1040, 1500))
    box = column.getbbox()
    return (1500 - (box[3] if box else 0)) // 2


def demands(*lengths: int) -> Demands:
    return Demands(items=tuple(Item(text=text(WORDS * length)) for length in lengths))


@pytest.mark.parametrize("before", range(1, 9))
def test_demands_have_a_rule_above_and_one_below_wherever_pages_end(
    pool: Pool, tmp_path: Path, before: int
) -> None:
    """The others belong to the head of the first page and to the colophon."""
    pages = laid(pool, tmp_path, *[WORDS * 3] * before, demands(3, 3, 3, 3))
    assert sum(map(rules, pages)) == 4


@pytest.mark.parametrize("before", range(4, 10))
def test_a_box_goes_on_over_the_page_rather_than_leave_it_empty(
    pool: Pool, tmp_path: Path, before: int
) -> None:
    case = Case(
        person=text("Lina Saltmarsh"),
        consent=Consent.GIVEN,
        status=text("in prison"),
        paragraphs=tuple(text(WORDS * 6) for _ in range(5)),
    )
    first, *_ = laid(pool, tmp_path, *[WORDS * 3] * before, case, *[WORDS * 3] * 12)
    assert empty(first) < 8 * 15
