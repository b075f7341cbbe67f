"""A command that is killed at any step leaves the old files or the new ones, and the next one mends all.

The system takes care of what a dying process cannot: locks end with it, and every step that others can
see is one call that is done or is not.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.workspace import HARVEST, REPOSITORY, Workspace, environment
from tests.project.killed import NEW
from toolkit.project.write import write_file, write_folder

FOLDER = f"build/statement/{HARVEST}"


@pytest.fixture
def changed(workspace: Workspace) -> Workspace:
    """A project with an old set of editions and catalogs, whose document was changed since."""
    workspace.statement("Grain was burned by night.", "The villages are empty.")
    workspace.run("update")
    workspace.translate_all()
    assert workspace.html(HARVEST).code == 0
    workspace.write(f"{FOLDER}/notes/mine.txt", "what somebody else keeps here")
    workspace.statement("Grain was burned by day.", "The towns are empty.")
    return workspace


def kill(project: Path, cases: Path, *command: str, stride: int = 1) -> list[Workspace]:
    """The project as each kill left it, and at the end as the command leaves it when it is let be."""
    cases.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.project.killed", project, cases, str(stride), *command],
        cwd=REPOSITORY,
        env=environment(SOURCE_DATE_EPOCH="2000000000"),
        capture_output=True,
        check=False,
        timeout=120,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    numbers = sorted(int(path.name) for path in cases.iterdir())
    return [Workspace(cases / str(number)) for number in numbers[1:]]


def visible(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if "/.toolkit-" not in path}


@pytest.mark.slow
def test_a_folder_whose_replacement_is_killed_at_any_step_is_the_old_or_the_new_one(
    tmp_path: Path,
) -> None:
    root = tmp_path / "project"
    for name in ("lake.ru.html", "lake.en.html", "lake.en.pdf"):
        write_file(root, f"{FOLDER}/{name}", b"old")
    *killed, whole = kill(root, tmp_path / "cases", "replace", FOLDER)
    old, new = Workspace(root).files(), whole.files()
    assert set(old.values()) == {b"old"}
    assert set(new.values()) == {NEW}
    assert len(killed) > 20
    # The exchange is one step: all states before it are the old one, all after it the new one.
    seen = [visible(case.files()) for case in killed]
    turn = seen.index(new)
    assert seen == [old] * turn + [new] * (len(seen) - turn)
    assert any(case.files() != visible(case.files()) for case in killed)
    for case in killed:
        write_folder(case.root, FOLDER, {"lake.en.pdf": b"newest"})
        assert case.files().keys() == new.keys()


@pytest.mark.slow
def test_a_killed_build(changed: Workspace, tmp_path: Path) -> None:
    build = ("build", "--format", "html", HARVEST)
    *killed, whole = kill(changed.root, tmp_path / "cases", *build, stride=4)
    old, new = changed.files("build"), whole.files("build")
    assert old.keys() == new.keys()
    assert all(old[path] != new[path] for path in new if path.endswith(".html"))
    assert len(killed) > 5
    for case in killed:
        assert visible(case.files("build")) in (old, new)
        assert case.html(HARVEST).code == 0
        assert case.files("build") == new


@pytest.mark.slow
def test_a_killed_first_build(changed: Workspace, tmp_path: Path) -> None:
    shutil.rmtree(changed.path("build"))
    build = ("build", "--format", "html", HARVEST)
    *killed, whole = kill(changed.root, tmp_path / "cases", *build, stride=4)
    new = whole.files("build")
    for case in killed:
        assert visible(case.files("build")) in ({}, new)
        assert case.html(HARVEST).code == 0
        assert case.files("build") == new


@pytest.mark.slow
def test_a_killed_update(
    changed: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")
    *killed, whole = kill(changed.root, tmp_path / "cases", "update", HARVEST, stride=2)
    old, new = changed.files("translations"), whole.files("translations")
    assert sum(old[path] != new[path] for path in new) == 3
    for case in killed:
        for path, data in visible(case.files("translations")).items():
            assert data in (old[path], new[path])
        case.run("update", HARVEST)
        assert case.files("translations") == new
