"""Every PDF file that the repository publishes is sound, accessible, and tells nothing private."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pikepdf

from tests.published.conftest import Published
from tests.support.pdf import pdf_conformance, pdf_fonts, pdf_info, qpdf_check

BUNDLED = re.compile(r"[A-Z]{6}\+Source[- ](Serif|Sans)")


def test_every_file_is_sound(published: Published) -> None:
    found = {path.name: qpdf_check(path) for path in published.pdfs}
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_every_file_is_accessible(published: Published) -> None:
    found = {path.name: pdf_conformance(path, "ua1") for path in published.pdfs}
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_every_font_is_a_bundled_one_and_lies_in_the_file(published: Published) -> None:
    for path in published.pdfs:
        for font in pdf_fonts(path):
            assert (font.embedded, font.subset, font.unicode) == (True, True, True), path.name
            assert BUNDLED.match(font.name), (path.name, font.name)


def test_every_file_says_its_language_and_title_and_is_a4(published: Published) -> None:
    for path in published.pdfs:
        facts = pdf_info(path)
        assert facts["Title"], path.name
        assert "(A4)" in facts["Page size"], path.name
        assert facts["JavaScript"] == "no", path.name
        with pikepdf.open(path) as pdf:
            assert f".{pdf.Root.Lang}.pdf" in path.name


def test_no_file_knows_where_it_was_made(published: Published) -> None:
    private = [str(published.root).encode(), b"file:///", os.fsencode(Path.home())]
    for path in published.pdfs:
        with pikepdf.open(path) as pdf:
            streams = [
                thing.read_bytes()
                for thing in pdf.objects
                if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") != "/Image"
            ]
        for secret in private:
            assert not any(secret in part for part in [path.read_bytes(), *streams]), path.name
