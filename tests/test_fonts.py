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
