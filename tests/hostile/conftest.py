"""A project with something to lose: a document with its catalogs and editions."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.workspace import Workspace, built, new_project, workspace

__all__ = ["built", "new_project", "target", "valuable", "workspace"]

SOURCE = "Grain was burned; see [the decree](https://example.org/decree)."


@pytest.fixture(scope="session")
def valuable(new_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, to be copied, not changed."""
    root = shutil.copytree(new_project, tmp_path_factory.mktemp("valuable") / "project")
    project = Workspace(root)
    project.statement(f"'{SOURCE}'")
    assert project.run("update").code == 0
    project.translate_all()
    outcome = project.html("--strict")
    assert (outcome.code, outcome.codes) == (0, [])
    return root


@pytest.fixture
def target(valuable: Path, tmp_path: Path) -> Workspace:
    """A copy of the project, to be attacked."""
    return Workspace(shutil.copytree(valuable, tmp_path / "project"))
