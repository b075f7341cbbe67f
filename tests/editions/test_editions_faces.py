"""The faces of web pages: parts of the bundled fonts with every letter, sign and figure, renamed."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

import polib
import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from tests.editions.publications import REPOSITORY
from toolkit.language import LANGUAGES

FONTS = REPOSITORY / "templates/fonts"
README = (FONTS / "README.md").read_text(encoding="utf-8")
#: What a web font is made of, as the page about fonts says it.
SOURCES = dict(re.findall(r"^\| `(\w+-\w+\.woff2)` \| `([\w-]+\.ttf)` \|", README, re.M))
#: What texts hold besides letters: spaces, dashes, signs, and the arrow back from a note.
SIGNS = "0123456789 \u00a0\u202f\u2009.,:;!?…()[]/%№§°€₽$«»„“”‘’'\"–—‑-−·•×©@#&+=*↑\u0301"


@cache
def font(name: str) -> TTFont:
    return TTFont(FONTS / name)


def outline(name: str, character: int) -> tuple[list[object], int]:
    """How a character is drawn, and how wide it is."""
    opened = font(name)
    glyph = opened.getBestCmap()[character]
    pen = DecomposingRecordingPen(opened.getGlyphSet())
    opened.getGlyphSet()[glyph].draw(pen)
    return pen.value, opened["hmtx"][glyph][0]


def test_the_style_sheet_names_each_of_them_and_no_other() -> None:
    css = (REPOSITORY / "templates/css/faces.css").read_text(encoding="utf-8")
    there = {path.name for path in FONTS.glob("*.woff2")}
    assert set(re.findall(r'url\("fonts/([^"]+)"\)', css)) == there == set(SOURCES)


@pytest.mark.parametrize("name", SOURCES)
def test_it_has_what_three_languages_and_their_interface_need(name: str) -> None:
    wanted = set(SIGNS)
    for row in LANGUAGES.values():
        marks = row.quotes
        wanted |= {*row.letters, *(letter.upper() for letter in row.letters), *row.autonym}
        wanted |= {marks.outer_open, marks.outer_close, marks.inner_open, marks.inner_close}
    for path in REPOSITORY.glob("translations/*/LC_MESSAGES/toolkit.po"):
        wanted |= {letter for entry in polib.pofile(str(path)) for letter in entry.msgstr}
    assert {one for one in wanted if ord(one) not in font(name).getBestCmap()} == set()


@pytest.mark.parametrize(("name", "source"), SOURCES.items())
def test_its_letters_are_those_of_the_bundled_font(name: str, source: str) -> None:
    characters = font(name).getBestCmap()
    for character in characters:
        assert outline(name, character) == outline(source, character), chr(character)
    assert font(name)["head"].unitsPerEm == font(source)["head"].unitsPerEm
    for metric in ("ascent", "descent", "lineGap"):
        assert getattr(font(name)["hhea"], metric) == getattr(font(source)["hhea"], metric)


def features(name: str) -> set[str]:
    """The features of type that a font offers."""
    return {
        record.FeatureTag
        for table in ("GSUB", "GPOS")
        for record in font(name)[table].table.FeatureList.FeatureRecord
    }


@pytest.mark.parametrize(("name", "source"), SOURCES.items())
def test_it_has_kerning_and_figures_of_every_sort(name: str, source: str) -> None:
    assert {"kern", "liga", "mark", "onum", "pnum"} <= features(name)
    # The figures of Source Sans are of equal width and height from the start.
    assert {"lnum", "tnum"} & features(source) <= features(name)


@pytest.mark.parametrize("name", SOURCES)
def test_it_has_not_the_reserved_name_but_the_licence(name: str) -> None:
    names = {record.nameID: str(record) for record in font(name)["name"].names}
    called = {names[entry] for entry in (1, 2, 3, 4, 6)}
    assert [one for one in called if "source" in one.lower()] == []
    assert "Reserved Font Name ‘Source’" in names[0]
    assert "SIL Open Font License" in names[13]
    digest = sha256((FONTS / name).read_bytes()).hexdigest()
    assert f"| `{digest}` |" in README


@pytest.mark.slow
def test_they_can_be_made_again(tmp_path: Path) -> None:
    program = REPOSITORY / "tools/web_fonts.py"
    subprocess.run([sys.executable, str(program), str(tmp_path)], check=True)
    for path in tmp_path.iterdir():
        made, kept = TTFont(path), font(path.name)
        assert made.getBestCmap() == kept.getBestCmap()
        for table in ("glyf", "GPOS", "GSUB", "hmtx", "name"):
            assert made.getTableData(table) == kept.getTableData(table), (path.name, table)
