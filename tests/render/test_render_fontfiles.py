"""Which files are fonts that editions can use."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from tests.cli.workspace import REPOSITORY
from toolkit.render.fontfiles import font_problem

FOLDER = REPOSITORY / "templates/fonts"
FONTS = sorted(path.name for path in FOLDER.iterdir() if path.suffix in (".ttf", ".woff2"))
TTF, WOFF2 = "SourceSans3-It.ttf", "EditionSans-Regular.woff2"


def data(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def without(table: str) -> bytes:
    target = BytesIO()
    with TTFont(BytesIO(data(TTF))) as font:
        del font[table]
        font.save(target)
    return target.getvalue()


@pytest.mark.parametrize("name", FONTS)
def test_bundled_fonts_can_be_used(name: str) -> None:
    assert font_problem(name, data(name)) == ""


@pytest.mark.parametrize("name", [TTF, WOFF2])
@pytest.mark.parametrize("share", [0, 0.001, 0.5, 0.99])
def test_a_font_that_was_cut_off_cannot(name: str, share: float) -> None:
    whole = data(name)
    problem = font_problem(name, whole[: int(len(whole) * share)])
    assert problem.startswith("it cannot be read: ")
    assert "\n" not in problem


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.ttf", b"<!DOCTYPE html>" * 9, "it cannot be read: "),
        ("a.ttf", data(WOFF2), "it is no font in TrueType"),
        ("a.woff2", data(TTF), "it is no font in WOFF2"),
        ("a.ttf", without("hmtx"), "it lacks the table `hmtx`"),
        ("a.ttf", without("cmap"), "it has no characters"),
    ],
    ids=["no-font", "woff2-as-ttf", "ttf-as-woff2", "no-widths", "no-characters"],
)
def test_what_is_no_font_of_its_kind(name: str, content: bytes, said: str) -> None:
    assert font_problem(name, content).startswith(said)
