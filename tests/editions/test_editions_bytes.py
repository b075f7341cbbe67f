"""The same project gives the same bytes: wherever, whenever and by whomever it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.editions.publications import REPOSITORY, Publications, copy_project

#: Somebody else's machine: another place, clock, language, user, and fonts of the same names.
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "tr_TR.UTF-8",
    "LANG": "tr_TR.UTF-8",
    "PYTHONHASHSEED": "4711",
    "SOURCE_DATE_EPOCH": "1",
    "USER": "somebody",
    "LOGNAME": "somebody",
    "HOSTNAME": "elsewhere",
    "COLUMNS": "40",
}
OTHER_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{fonts}</cachedir>
  <match target="pattern">
    <edit name="family" mode="prepend_first"><string>Source Sans 3</string></edit>
  </match>
</fontconfig>
"""


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def build_elsewhere(root: Path, home: Path, jobs: int) -> None:
    """Build the project in ``root`` by the command, as another user in another environment."""
    fonts = home / "fonts"
    fonts.mkdir(parents=True)
    shutil.copy(
        REPOSITORY / "templates/fonts/SourceSans3-Bold.ttf", fonts / "SourceSerif4-Regular.ttf"
    )
    configuration = home / "fonts.conf"
    configuration.write_text(OTHER_FONTS.format(fonts=fonts), encoding="utf-8")
    script = 'umask 077 && exec "$@"'
    command = [sys.executable, "-m", "toolkit", "build", "-C", str(root), "-j", str(jobs)]
    done = subprocess.run(
        ["/bin/sh", "-c", script, "sh", *command],
        cwd="/",
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={
            **os.environ,
            **ELSEWHERE,
            "HOME": str(home),
            "XDG_CACHE_HOME": str(home),
            "FONTCONFIG_FILE": str(configuration),
            "PYTHONPATH": str(REPOSITORY),
        },
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_around_the_project_changes_a_byte(
    publications: Publications, tmp_path: Path
) -> None:
    first = next(iter(publications.values()))["en"].folder.parents[1]
    root = copy_project(REPOSITORY, tmp_path / "проект with a long name" / "b")
    build_elsewhere(root, tmp_path / "home", jobs=1)
    here, there = files(first), files(root / first.name)
    assert here.keys() == there.keys()
    assert len(here) == 2 * sum(len(editions) for editions in publications.values())
    assert [name for name in here if here[name] != there[name]] == []
    assert {path.stat().st_mode & 0o777 for path in (root / first.name).rglob("*.*")} == {0o644}


def test_everybody_may_read_what_is_published(publications: Publications) -> None:
    for editions in publications.values():
        for rendition in editions.values():
            for path in (rendition.html, rendition.pdf):
                assert path.stat().st_mode & 0o777 == 0o644
            assert rendition.folder.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("change", ["documents", "templates"])
def test_another_text_or_another_style_gives_other_bytes(
    publications: Publications, tmp_path: Path, change: str
) -> None:
    name, editions = min(publications.items(), key=lambda item: item[1]["en"].pdf.stat().st_size)
    edition = editions["en"]
    root = copy_project(REPOSITORY, tmp_path / "project")
    if change == "documents":
        path = root / edition.document.path
        path.write_text(path.read_text("utf-8").replace("title: ", "title: A", 1), encoding="utf-8")
    else:
        style = root / "templates/css/tokens.css"
        style.parent.mkdir(parents=True)
        css = (REPOSITORY / "templates/css/tokens.css").read_text("utf-8")
        style.write_text(css.replace("--accent: #17495c", "--accent: #17495d"), encoding="utf-8")
    command = [sys.executable, "-m", "toolkit", "build", name, "--lang", "en", "-C", str(root)]
    done = subprocess.run(
        command, capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(REPOSITORY)}
    )
    assert done.returncode == 0, done.stderr
    other = root / edition.pdf.relative_to(edition.folder.parents[2])
    assert other.read_bytes() != edition.pdf.read_bytes()
