"""The repository's documents, built once; every test spoils a copy of the files of one of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.finished.case import Case
from toolkit.diagnostics import Finding
from toolkit.project.building import build
from toolkit.project.finished import check_finished
from toolkit.project.place import open_project
from toolkit.project.printing import PrintOptions
from toolkit.project.selection import Selection

STATEMENT = "2021-01-25-navalny-demonstrations"
LETTER = "2023-11-20-freedom-of-movement"
REPORT = "2026-05-18-lakeland-freedom-of-movement"
FOLDER = f"build/statement/{STATEMENT}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A project with built editions."""

    root: Path

    def file(self, suffix: str, language: str = "ru") -> Path:
        """A finished file of the statement."""
        return self.root / FOLDER / f"{STATEMENT}.{language}.{suffix}"

    def check(self, languages: tuple[str, ...] = ()) -> tuple[Finding, ...]:
        """What is found in the finished files of the statement."""
        project = open_project(self.root).value
        assert project is not None
        return check_finished(project, Selection(paths=(Path(STATEMENT),)), languages)

    def edit(self, change: Callable[[str], str], language: str = "ru") -> None:
        """Change the HTML of an edition; a change that changes nothing is a mistake of the test."""
        path = self.file("html", language)
        before = path.read_text(encoding="utf-8")
        after = change(before)
        assert after != before
        path.write_text(after, encoding="utf-8")


def copy_project(repository: Path, root: Path) -> None:
    """The repository's documents and translations as a project of their own."""
    for name in ("documents", "translations"):
        shutil.copytree(repository / name, root / name)
    shutil.copy(repository / "toolkit.yaml", root)


@pytest.fixture(scope="session")
def built_once(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("finished")
    copy_project(repository, root)
    project = open_project(root).value
    assert project is not None
    report = build(project, PrintOptions(strict=True))
    assert [item for item in report.findings if item.severity == "error"] == []
    assert len(report.built) >= 5
    return root


@pytest.fixture
def finished(built_once: Path, tmp_path: Path) -> Shelf:
    root = tmp_path / "project"
    shutil.copytree(built_once, root)
    return Shelf(root)


@pytest.fixture(scope="session")
def case(built_once: Path) -> Case:
    """The Russian edition of the statement, read but never written."""
    return Case.load(built_once, STATEMENT, "ru")


@pytest.fixture(scope="session")
def report(built_once: Path) -> Case:
    """An edition with tables, pictures and recommendations."""
    return Case.load(built_once, REPORT, "tk")
