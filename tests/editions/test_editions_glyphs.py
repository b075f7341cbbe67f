"""Every letter of the three alphabets is printed as itself, in every bundled font.

A font can be cut up so that the text of a PDF reads right while other letters are seen on paper. So
this looks at the ink: a printed letter must look like the one that the font file draws, and not like
one without its mark, or like the sign for a missing letter.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from fontTools import subset
from fontTools.ttLib import TTFont
from PIL import Image

from tests.editions.glyphs import (
    MISSING,
    Face,
    cut,
    difference,
    draw,
    faces,
    heights,
    print_letters,
)
from tests.editions.publications import LANGUAGES, REPOSITORY, opened
from tests.support.pdf import pdf_picture, pdf_text
from toolkit.language import get
from toolkit.project.appearance import load_appearance
from toolkit.render.job import Job, PrintKit
from toolkit.render.pool import Pool

pytestmark = pytest.mark.slow

FACES = faces()
#: Small capitals and old-style figures are other glyphs of the same fonts.
DRESSED = [
    *(replace(face, features=("smcp",)) for face in FACES if face.style == "normal"),
    *(replace(face, features=("onum", "pnum")) for face in FACES),
    *(replace(face, features=("lnum", "tnum")) for face in FACES),
]
#: Two programs smooth one outline differently; the edges are up to so much of the ink.
EDGES = 0.16


def alphabet() -> str:
    small = {letter for language in LANGUAGES for letter in get(language).letters}
    return "".join(sorted(small | {letter.upper() for letter in small}))


LETTERS = alphabet()
#: What else is printed besides letters, and what prints nothing.
MARKS = "0123456789«»„“”‘’–—…№§•.,:;!?()[]/%&@#*+=−×€"
EMPTY = "\u00a0\u202f\u2009"
SIGNS = LETTERS + MARKS
Inks = dict[str, Image.Image]


@pytest.fixture(scope="module")
def kit() -> PrintKit:
    appearance = load_appearance(opened(REPOSITORY)).value
    assert appearance is not None
    return PrintKit(appearance.print_css, appearance.fonts)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory, kit: PrintKit) -> Path:
    """A PDF with all letters and marks, a font on each page; dressed ones after the plain."""
    pdf = tmp_path_factory.mktemp("glyphs") / "letters.pdf"
    print_letters(kit, [*FACES, *DRESSED], SIGNS, pdf)
    return pdf


def inks(sheet: Path, face: Face) -> Inks:
    return cut(sheet, [*FACES, *DRESSED].index(face) + 1, SIGNS)


def bare(letter: str) -> str:
    """The letter without its mark; itself if it has none."""
    return unicodedata.normalize("NFD", letter)[0]


def marks_of(language: str) -> set[str]:
    quotes = get(language).quotes
    return {quotes.outer_open, quotes.outer_close, quotes.inner_open, quotes.inner_close}


def test_the_marks_of_every_language_are_among_them() -> None:
    assert {mark for language in LANGUAGES for mark in marks_of(language)} <= set(MARKS)


def test_the_alphabets_are_whole() -> None:
    assert len(FACES) >= 6
    assert {"Ё", "й", "Ş", "ş", "Ž", "ň", "Ý", "W", "i", "I"} <= set(LETTERS)
    assert not {"İ", "ı"} & set(LETTERS)


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_every_letter_looks_as_its_font_draws_it(sheet: Path, face: Face) -> None:
    printed = inks(sheet, face)
    missing = draw(face, MISSING)
    for letter in SIGNS:
        # The smaller a mark, the more of it is edge.
        edges = EDGES if letter in LETTERS else 1.5 * EDGES
        assert difference(printed[letter], draw(face, letter)) < edges, letter
        assert difference(printed[letter], missing) > 1.5 * EDGES, letter


@pytest.mark.parametrize("face", DRESSED, ids=lambda face: "-".join((face.file, *face.features)))
def test_small_capitals_and_figures_are_those_of_the_font(sheet: Path, face: Face) -> None:
    printed = inks(sheet, face)
    plain = replace(face, features=())
    signs = [sign for sign in SIGNS if sign.isalpha() and sign.islower()]
    if face.features[0] != "smcp":
        signs = [sign for sign in SIGNS if sign.isdecimal()]
    for sign in signs:
        assert difference(printed[sign], draw(face, sign)) < EDGES, sign
    others = [sign for sign in signs if draw(face, sign).size != draw(plain, sign).size]
    if face.features[0] == "smcp":
        assert len(others) > len(signs) / 2


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_every_sign_stands_on_the_base_line(sheet: Path, face: Face) -> None:
    """„ and ” are one shape at two heights."""
    found = heights(sheet, FACES.index(face) + 1, face, SIGNS)
    lines = sorted(found.values())
    middle = lines[len(lines) // 2]
    assert {sign: at for sign, at in found.items() if abs(at - middle) > 2.5} == {}
    swapped = heights(
        sheet, FACES.index(face) + 1, face, SIGNS.translate({0x201E: "”", 0x201D: "„"})
    )
    wrong = {sign for sign, at in swapped.items() if abs(at - middle) > 2.5}
    assert wrong == {"„", "”"}


def test_spaces_print_nothing(tmp_path: Path, kit: PrintKit) -> None:
    pdf = tmp_path / "spaces.pdf"
    print_letters(kit, FACES[:1], EMPTY, pdf)
    assert pdf_picture(pdf).getextrema()[0] == 255


def test_a_font_whose_table_is_wrong_is_seen(tmp_path: Path, kit: PrintKit) -> None:
    """The text of such a file reads well: what it calls ş is an s on paper."""
    face = FACES[0]
    (address,) = [name for name in kit.resources if name.endswith(face.file)]
    with TTFont(BytesIO(kit.resources[address])) as font:
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord("ş")] = table.cmap[ord("s")]
        spoilt = BytesIO()
        font.save(spoilt)
    pdf = tmp_path / "wrong.pdf"
    print_letters(
        PrintKit(kit.stylesheet, {**kit.resources, address: spoilt.getvalue()}), [face], "ş", pdf
    )
    assert pdf_text(pdf).split() == ["ş"]
    assert difference(cut(pdf, 1, "ş")["ş"], draw(face, "ş")) > EDGES


def test_a_font_in_pieces_is_refused(kit: PrintKit) -> None:
    """Split web fonts print wrong letters under a text that reads right."""
    whole = (REPOSITORY / "templates/fonts" / FACES[0].file).read_bytes()
    rules, files = [], {}
    for name, letters in (("latin", "Agabt"), ("extended", "şŽž")):
        with TTFont(BytesIO(whole)) as font:
            subsetter = subset.Subsetter()
            subsetter.populate(text=letters)
            subsetter.subset(font)
            piece = BytesIO()
            font.save(piece)
        files[f"fonts/{name}.ttf"] = piece.getvalue()
        rules.append(f'@font-face {{ font-family: Split; src: url("fonts/{name}.ttf") }}')
    html = "<html lang=tk><head><title>x</title></head><body>Aşgabat Žž</body></html>"
    style = "\n".join([*rules, "html { font-family: Split; font-weight: 400 }"])
    with Pool(PrintKit(style, files), 1) as pool:
        (outcome,) = pool.render([Job(html, {})])
    assert {code for code, _ in outcome.complaints} == {"engine.glyph"}


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
