"""The bundled fonts are the published ones, whole, and can write all three languages."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parents[1] / "templates/fonts"
FONTS = sorted(FOLDER.glob("*.ttf"))

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
TURKMEN = "abçdeäfghijžklmnňoöprsştuüwyýz"
ENGLISH = "abcdefghijklmnopqrstuvwxyz"
MARKS = "«»„“”‘’—–…№§•−×0123456789.,:;!?()[]/%&@#*+=<>'\"-_€$"
SPACES_AND_HYPHENS = "\u0020\u00a0\u202f\u2009\u2010\u2011"


def test_the_fonts_are_the_ones_that_the_readme_names() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    named = dict(re.findall(r"\| `([^`]+\.ttf)` \|.*\| `([0-9a-f]{64})` \|", readme))
    assert named == {font.name: sha256(font.read_bytes()).hexdigest() for font in FONTS}


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_a_font_has_every_letter_and_mark(font: Path) -> None:
    with TTFont(font, lazy=True) as opened:
        known = {chr(code) for code in opened.getBestCmap()}
    alphabets = RUSSIAN + TURKMEN + ENGLISH
    wanted = {*alphabets, *alphabets.upper(), *MARKS, *SPACES_AND_HYPHENS}
    assert sorted(wanted - known) == []


@pytest.mark.parametrize("family", ["SourceSerif4", "SourceSans3"])
def test_every_family_has_its_licence_beside_it(family: str) -> None:
    licence = (FOLDER / f"OFL-{family}.md").read_text(encoding="utf-8")
    assert "SIL Open Font License, Version 1.1" in licence
    assert "Reserved Font Name" in licence
    assert any(font.name.startswith(f"{family}-") for font in FONTS)


def _substituted(font: TTFont, feature: str) -> dict[str, str]:
    """Which glyph a feature puts in the place of which."""
    table = font["GSUB"].table
    found: dict[str, str] = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != feature:
            continue
        for index in record.Feature.LookupListIndex:
            for step in table.LookupList.Lookup[index].SubTable:
                found |= getattr(getattr(step, "ExtSubTable", step), "mapping", {})
    return found


@pytest.mark.parametrize(
    "name", ["SourceSerif4-Regular", "SourceSans3-Regular", "SourceSans3-Semibold"]
)
def test_small_capitals_are_real_in_every_alphabet(name: str) -> None:
    """A glyph of its own for each small letter: none is drawn smaller, none stands for two letters.

    Capitals keep their own glyphs (no ``c2sc``): "T" and "t" as the same glyph would be read as one
    letter by whoever copies a text out of a PDF.
    """
    with TTFont(FOLDER / f"{name}.ttf") as font:
        glyphs = font.getBestCmap()
        small = _substituted(font, "smcp")
        letters = sorted({*RUSSIAN, *TURKMEN, *ENGLISH})
        assert [letter for letter in letters if glyphs[ord(letter)] not in small] == []
        targets = [small[glyphs[ord(letter)]] for letter in letters]
        assert len(set(targets)) == len(letters)


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_every_face_has_old_style_and_tabular_lining_figures(font: Path) -> None:
    with TTFont(font) as opened:
        glyphs = opened.getBestCmap()
        figures = [glyphs[ord(figure)] for figure in "0123456789"]
        old = _substituted(opened, "onum")
        assert [figure for figure in figures if figure not in old] == []
        tabular = _substituted(opened, "tnum")
        widths = {opened["hmtx"][tabular.get(figure, figure)][0] for figure in figures}
        assert len(widths) == 1
