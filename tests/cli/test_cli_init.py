"""`toolkit init`: a folder becomes a project that checks, updates and builds at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.workspace import WELCOME, Workspace, toolkit


def test_a_new_project_has_settings_a_document_its_translations_and_the_schemas(
    tmp_path: Path,
) -> None:
    outcome = toolkit("init", tmp_path / "project")
    assert outcome.code == 0
    made = set(outcome.out.splitlines())
    assert made == set(Workspace(tmp_path / "project").files())
    assert {
        "toolkit.yaml",
        ".gitignore",
        f"documents/statement/{WELCOME}.yaml",
        "documents/schema/document.json",
        "documents/schema/settings.json",
        f"translations/templates/{WELCOME}.pot",
        f"translations/ru/LC_MESSAGES/{WELCOME}.po",
        f"translations/tk/LC_MESSAGES/{WELCOME}.po",
    } <= made
    assert "toolkit build" in outcome.err


def test_a_new_project_is_clean_up_to_date_and_complete(workspace: Workspace) -> None:
    before = workspace.files()
    checked = workspace.run("check")
    assert (checked.code, checked.codes) == (0, []), checked.err
    assert workspace.run("update", "--check").code == 0
    assert workspace.run("schema").code == 0
    assert workspace.files() == before
    built = workspace.html("--strict")
    assert (built.code, built.codes) == (0, [])


def test_an_existing_empty_folder_will_do(tmp_path: Path) -> None:
    assert toolkit("init", tmp_path).code == 0
    assert (tmp_path / "toolkit.yaml").is_file()


def test_without_an_argument_the_current_folder_becomes_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert toolkit("init").code == 0
    assert (tmp_path / "toolkit.yaml").is_file()
    assert toolkit("check").code == 0


def test_a_folder_with_anything_in_it_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("mine")
    outcome = toolkit("init", tmp_path)
    assert outcome.code == 1
    assert outcome.codes == ["file.exists"]
    assert [path.name for path in tmp_path.iterdir()] == [".hidden"]


@pytest.mark.parametrize("name", ["file", "file/below"])
def test_a_file_in_the_way_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("mine")
    outcome = toolkit("init", tmp_path / name)
    assert outcome.code == 1
    assert len(outcome.codes) == 1
    assert "Traceback" not in outcome.err
    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_named_itself() -> None:
    outcome = toolkit("init", "/proc/project")
    assert (outcome.code, outcome.codes) == (1, ["file.write"])
    assert outcome.err.startswith("/proc/project: error[file.write] ")
    assert "or name another folder" in outcome.err


@pytest.mark.parametrize("existing", [True, False])
def test_a_project_that_cannot_be_written_whole_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, existing: bool
) -> None:
    folder = tmp_path / "project"
    if existing:
        folder.mkdir()
    written: list[int] = []

    def full_disk(descriptor: int) -> None:
        written.append(descriptor)
        if len(written) > 10:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    outcome = toolkit("init", folder)
    assert outcome.code == 1
    assert outcome.codes == ["file.write"]
    assert outcome.err.startswith(f"{folder}: error[file.write] the folder could not be written: ")
    assert "No space left on device" in outcome.err
    assert folder.exists() == existing
    assert not existing or not list(folder.iterdir())
