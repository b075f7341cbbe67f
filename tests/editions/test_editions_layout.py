"""The printed page as a designer measures it: the column, the grid, heads, contents, the window."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator

import pikepdf
import pytest

from tests.editions.lines import MM, Line, lines
from tests.editions.pdf_reading import bookmarks, destinations
from tests.editions.printed import squeeze
from tests.editions.publications import Rendition
from toolkit.document.inline import plain
from toolkit.document.model import Figure, Heading, Kind, LetterFront, Table
from toolkit.document.walk import blocks

#: The edges of the column of text.
LEFT, RIGHT = 52 * MM, (210 - 28) * MM
#: Half a line of text: every space on a page is a number of them.
HALF_LINE = 7.5
#: Where heads and feet stand.
HEAD, FOOT = 26 * MM, (297 - 31) * MM


def body_height(rendition: Rendition) -> float:
    """How high the box of a line of running text is: most lines of a document are such lines."""
    heights = Counter(
        round(line.height, 2)
        for page in lines(rendition.pdf)
        for line in page
        if abs(line.left - LEFT) < 1
    )
    return heights.most_common(1)[0][0]


def text_lines(rendition: Rendition) -> Iterator[tuple[int, Line]]:
    """The lines of running text with their pages."""
    height = body_height(rendition)
    for number, page in enumerate(lines(rendition.pdf), 1):
        for line in page:
            if abs(line.height - height) < 0.05 and HEAD < line.top < FOOT:
                yield number, line


def test_a_full_line_has_60_to_75_characters(rendition: Rendition) -> None:
    full = [
        len(line.text)
        for _, line in text_lines(rendition)
        if abs(line.left - LEFT) < 1 and line.right > RIGHT - 10 * MM
    ]
    assert len(full) > 10
    assert 60 <= statistics.mean(full) <= 75


def test_lines_stand_on_one_grid_from_page_to_page(rendition: Rendition) -> None:
    """Pages with tables and pictures are left out, and the first, which begins with the masthead."""
    with pikepdf.open(rendition.pdf) as pdf:
        places = destinations(pdf)
    uneven = {1} | {
        places[block.anchor][0] + after
        for block in blocks(rendition.document)
        if isinstance(block, Table | Figure)
        for after in (0, 1)
    }
    offsets = {
        round(line.top % HALF_LINE, 1) for page, line in text_lines(rendition) if page not in uneven
    }
    assert len(offsets) <= 1, offsets


def test_nothing_is_printed_outside_of_the_margins(rendition: Rendition) -> None:
    for page in lines(rendition.pdf):
        for line in page:
            if "draft" not in line.text:
                assert line.left > 24 * MM
                assert line.right < (210 - 27) * MM


def test_no_page_is_nearly_empty(rendition: Rendition) -> None:
    """A fifth of the lines of a page at least, or a picture."""
    with pikepdf.open(rendition.pdf) as pdf:
        places = destinations(pdf)
    pictures = {
        places[block.anchor][0] for block in blocks(rendition.document) if isinstance(block, Figure)
    }
    for number, page in enumerate(lines(rendition.pdf), 1):
        rows = {round(line.top) for line in page if HEAD < line.top < FOOT}
        assert len(rows) >= 9 or number in pictures, number


def test_a_page_of_contents_names_the_pages_that_headings_are_on(rendition: Rendition) -> None:
    """The number at the end of each line, against the page that the bookmark of the heading leads to."""
    if not rendition.covered:
        assert not rendition.page.find("nav", cls="contents")
        return
    with pikepdf.open(rendition.pdf) as pdf:
        found = [(squeeze(mark.title), mark.page) for mark in bookmarks(pdf)]
    contents = squeeze(rendition.sheets[1])
    headings = [
        squeeze(plain(block.text.value))
        for block in rendition.document.body
        if isinstance(block, Heading)
    ]
    annexes = [squeeze(plain(annex.title.value)) for annex in rendition.document.annexes]
    titles = [(title, page) for title, page in found if title.endswith((*headings, *annexes))]
    assert len(titles) >= len(headings) + len(annexes)
    for title, page in titles:
        if title in headings or any(title.endswith(annex) for annex in annexes):
            assert re.search(re.escape(title) + rf"\.+{page}(?!\d)", contents), (title, page)


def test_the_head_of_a_page_names_its_section(rendition: Rendition) -> None:
    if not rendition.covered:
        return
    with pikepdf.open(rendition.pdf) as pdf:
        chapters = [mark for mark in bookmarks(pdf) if mark.level == 2]
    named = {squeeze(annex.title.value) for annex in rendition.document.annexes}
    titles = {
        squeeze(block.text.value)
        for block in rendition.document.body
        if isinstance(block, Heading) and block.level == 1
    }
    for number, sheet in enumerate(rendition.sheets, 1):
        before = [mark for mark in chapters if mark.page < number]
        here = [mark for mark in chapters if mark.page == number]
        current = [squeeze(mark.title) for mark in (here[:1] or before[-1:])]
        if number > 2 and current and current[0] in titles:
            assert current[0] in squeeze(sheet)[: len(current[0]) + 20], number
        if number > 2 and current and not here:
            assert any(title in squeeze(sheet)[:200] for title in titles | named), number


def test_the_address_of_a_letter_stands_in_the_window(rendition: Rendition) -> None:
    """DIN 5008, form B: the field is 20 to 105 mm from the left, 45 to 90 mm from the top; the address
    begins 62.7 mm from the top, what stands above it in the field is the sender."""
    front = rendition.document.front
    if rendition.document.kind is not Kind.OPEN_LETTER:
        return
    assert isinstance(front, LetterFront)
    addressee = front.addressees[0]
    texts = (addressee.name, addressee.office, *addressee.address)
    wanted = squeeze("".join(plain(text.value) for text in texts if text))
    field = [
        line
        for line in lines(rendition.pdf)[0]
        if line.left < 105 * MM and line.bottom > 45 * MM and line.top < 90 * MM
    ]
    assert all(line.left >= 20 * MM and line.right <= 105 * MM for line in field)
    assert all(line.top >= 45 * MM and line.bottom <= 90 * MM for line in field)
    sender = [line for line in field if line.bottom <= 62.7 * MM]
    address = [line for line in field if line.top >= 62.0 * MM]
    assert [*sender, *address] == field
    assert squeeze("".join(line.text for line in address)) == wanted
    assert squeeze(rendition.organisation) in squeeze("".join(line.text for line in sender))


def test_a_letter_has_room_to_sign(rendition: Rendition) -> None:
    """Two lines of text at least between the closing words and the first name below them."""
    document = rendition.document
    if document.closing is None:
        return
    closing = squeeze(plain(document.closing.value))
    for page in lines(rendition.pdf):
        for place, line in enumerate(page):
            if squeeze(line.text) == closing:
                assert page[place + 1].top - line.bottom > 2 * 15
                return
    pytest.fail("the closing words are on no page")


def test_the_letters_of_a_list_are_letters(rendition: Rendition) -> None:
    printed = "\n".join(rendition.sheets)
    for letters in rendition.page.find("ol", cls="letters"):
        words = letters.find("li")[0].text("tools").split()[:2]
        assert re.search(r"a\)\s+" + r"\s+".join(map(re.escape, words)), printed)
