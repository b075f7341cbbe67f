"""Every letter of the three alphabets is printed as itself, in every bundled font.

A font can be cut up so that the text of a PDF reads right while other letters are seen on paper. So
this looks at the ink: a printed letter must look like the one that the font file draws, and not like
one without its mark, or like the sign for a missing letter.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from PIL import Image

from tests.editions.glyphs import MISSING, Face, cut, difference, draw, faces, print_letters
from tests.editions.publications import LANGUAGES, REPOSITORY, opened
from toolkit.language import get
from toolkit.project.appearance import load_appearance
from toolkit.render.job import PrintKit

pytestmark = pytest.mark.slow

FACES = faces()
#: Two programs smooth one outline differently; the edges are up to so much of the ink.
EDGES = 0.16


def alphabet() -> str:
    small = {letter for language in LANGUAGES for letter in get(language).letters}
    return "".join(sorted(small | {letter.upper() for letter in small}))


LETTERS = alphabet()
Inks = dict[str, Image.Image]


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF with all letters, a font on each page."""
    appearance = load_appearance(opened(REPOSITORY)).value
    assert appearance is not None
    pdf = tmp_path_factory.mktemp("glyphs") / "letters.pdf"
    print_letters(PrintKit(appearance.print_css, appearance.fonts), FACES, LETTERS, pdf)
    return pdf


def inks(sheet: Path, face: Face) -> Inks:
    return cut(sheet, FACES.index(face) + 1, LETTERS)


def bare(letter: str) -> str:
    """The letter without its mark; itself if it has none."""
    return unicodedata.normalize("NFD", letter)[0]


def test_the_alphabets_are_whole() -> None:
    assert len(FACES) >= 6
    assert {"Ё", "й", "Ş", "ş", "Ž", "ň", "Ý", "W", "i", "I"} <= set(LETTERS)
    assert not {"İ", "ı"} & set(LETTERS)


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_every_letter_looks_as_its_font_draws_it(sheet: Path, face: Face) -> None:
    printed = inks(sheet, face)
    missing = draw(face, MISSING)
    for letter in LETTERS:
        assert difference(printed[letter], draw(face, letter)) < EDGES, letter
        assert difference(printed[letter], missing) > 1.5 * EDGES, letter


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_every_mark_is_seen(sheet: Path, face: Face) -> None:
    printed = inks(sheet, face)
    marked = [letter for letter in LETTERS if bare(letter) != letter]
    assert len(marked) >= 20
    for letter in marked:
        plain = difference(printed[letter], draw(face, bare(letter)))
        assert plain > 1.25 * difference(printed[letter], draw(face, letter)), letter


def test_a_wrong_letter_is_seen(sheet: Path) -> None:
    face = FACES[0]
    printed = inks(sheet, face)
    for right, wrong in (("ş", "ș"), ("ň", "ñ"), ("ž", "z"), ("ö", "õ"), ("й", "и"), ("I", "l")):
        assert difference(printed[right], draw(face, wrong)) > difference(
            printed[right], draw(face, right)
        )
