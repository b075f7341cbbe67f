"""The pictures in the documentation are those of the editions as they are built now.

`REWRITE_PICTURES=1` before the command makes them anew; look at them before you commit them.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from PIL import Image

from tests.editions.gallery import (
    PAGES,
    SPECIMEN,
    THEMED,
    block_name,
    block_pictures,
    pages,
    picture_file,
)
from tests.editions.publications import REPOSITORY, Publications, copy_project, publish
from tests.editions.test_editions_pictures import differences
from toolkit.document.model import Kind
from toolkit.document.walk import blocks

pytestmark = pytest.mark.slow

PICTURES = REPOSITORY / "docs/pictures"
_PICTURE = re.compile(r"!\[[^\]]+\]\(\S*pictures/([\w-]+)\.png")
#: All pictures together are a small part of a checkout, in bytes.
LARGEST_OF_ALL = 1_500_000


def shown() -> set[str]:
    """The pictures that the pages of the documentation show."""
    texts = [path.read_text(encoding="utf-8") for path in (REPOSITORY / "docs").glob("*.md")]
    texts.append((REPOSITORY / "README.md").read_text(encoding="utf-8"))
    return {
        name
        for text in texts
        for name in re.findall(r"!\[[^\]]+\]\(\S*pictures/([\w-]+)\.png", text)
    }


def compare(name: str, picture: Image.Image) -> None:
    path = picture_file(PICTURES, name)
    if os.environ.get("REWRITE_PICTURES"):
        picture.save(path, optimize=True)
    with Image.open(path) as kept:
        assert differences(picture.convert("L"), kept.convert("L")) == []


@pytest.mark.parametrize("name", PAGES)
def test_pages_look_as_they_are_shown(publications: Publications, name: str) -> None:
    compare(name, pages(publications, PAGES[name]))


def test_blocks_look_as_they_are_shown(publications: Publications) -> None:
    specimen = publications[SPECIMEN]["en"]
    pictures = block_pictures(specimen)
    assert pictures.keys() == {block_name(block) for block in blocks(specimen.document)}
    for name, picture in pictures.items():
        compare(name, picture)


@pytest.mark.parametrize("theme", THEMED)
def test_themes_look_as_they_are_shown(theme: str, tmp_path: Path) -> None:
    root = copy_project(REPOSITORY, tmp_path / "project")
    settings = (root / "toolkit.yaml").read_text(encoding="utf-8")
    (root / "toolkit.yaml").write_text(f"{settings}theme: {theme}\n", encoding="utf-8")
    compare(f"theme-{theme}", pages(publish(root), THEMED[theme]))


def test_every_kind_block_and_theme_is_shown(publications: Publications) -> None:
    wanted = {f"kind-{kind.value}" for kind in Kind}
    wanted |= {block_name(block) for block in blocks(publications[SPECIMEN]["en"].document)}
    wanted |= {f"theme-{path.stem}" for path in (REPOSITORY / "templates/themes").glob("*.css")}
    assert wanted <= shown()


def test_no_picture_is_kept_for_nothing_or_missing() -> None:
    kept = {path.stem for path in PICTURES.iterdir()}
    assert kept == shown()
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < LARGEST_OF_ALL
