"""What of the validity of a finished file is seen without a validator, and that good files have it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.docs.mistakes import Sandbox
from tests.support.damage import without_language, without_tags, without_title_shown
from toolkit.render.inspect.validity import flaws_of_page, flaws_of_pdf

PAGE = """<!doctype html>
<html lang="en"><head><title>The lake</title></head>
<body><h1 id="h">The lake</h1><p id="p1" aria-labelledby="h"><a href="#p1">1</a></p></body></html>
"""
#: What is made wrong in the page: what stands there, what takes its place, what is said of it.
SLIPS = {
    "an end without a beginning": ("</p>", "</b></p>", "not valid HTML: unexpected-end-tag"),
    "a beginning without an end": ("<h1", "<div><h1", "not valid HTML"),
    "an attribute twice": ('id="h"', 'id="h" id="i"', "not valid HTML"),
    "one identifier twice": ('<p id="p1"', '<i id="p1"></i><p id="p1"', "2 elements have one"),
    "a link to nothing": ('href="#p1"', 'href="#p2"', "refers to an element"),
    "a label that is nowhere": ('aria-labelledby="h"', 'aria-labelledby="h x"', "refers to"),
    "no language": (' lang="en"', "", "does not say its language"),
    "no title": ("The lake</title>", " </title>", "no title"),
}


def test_a_good_page_has_no_flaws() -> None:
    assert list(flaws_of_page(PAGE)) == []


@pytest.mark.parametrize(("before", "after", "words"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told(before: str, after: str, words: str) -> None:
    assert before in PAGE
    found = [sentence for sentence, _ in flaws_of_page(PAGE.replace(before, after, 1))]
    assert any(words in sentence for sentence in found), found


def without_colours(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def with_an_action(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("1"))


def without_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def with_metadata_that_are_none(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata = pdf.make_stream(b"<x>")


def of_another_level(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes().replace(b'conformance="A"', b'conformance="B"')
    pdf.Root.Metadata = pdf.make_stream(packet)


SPOILT: dict[Callable[[pikepdf.Pdf], None], str] = {
    without_language: "language",
    without_tags: "tagged",
    without_title_shown: "title",
    without_colours: "colours",
    with_an_action: "opened",
    without_metadata: "PDF/UA-1",
    with_metadata_that_are_none: "metadata",
    of_another_level: "level a",
}


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    box = Sandbox(tmp_path_factory.mktemp("valid"))
    box.build("pdf")
    return next((box.root / "build").rglob("*.ru.pdf"))


@pytest.mark.slow
def test_a_good_pdf_has_no_flaws(pdf: Path) -> None:
    assert flaws_of_pdf(pdf.read_bytes()) == ()


@pytest.mark.slow
@pytest.mark.parametrize(("spoil", "words"), SPOILT.items(), ids=[one.__name__ for one in SPOILT])
def test_what_a_pdf_lacks_is_told(
    pdf: Path, spoil: Callable[[pikepdf.Pdf], None], words: str
) -> None:
    with pikepdf.open(pdf) as opened:
        spoil(opened)
        opened.save(spoilt := BytesIO(), fix_metadata_version=False)
    found = flaws_of_pdf(spoilt.getvalue())
    assert any(words in sentence for sentence in found), found
