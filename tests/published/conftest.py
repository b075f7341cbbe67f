"""All documents of this repository, built as staff build them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class Published:
    """A built project, and the files of its editions."""

    root: Path

    @property
    def pages(self) -> list[Path]:
        return sorted((self.root / "build").rglob("*.html"))

    @property
    def pdfs(self) -> list[Path]:
        return sorted((self.root / "build").rglob("*.pdf"))


def publish(repository: Path, root: Path, **environment: str) -> Published:
    """Copy the project to ``root`` and build it there, refusing anything that is not translated."""
    for name in ("documents", "translations"):
        shutil.copytree(repository / name, root / name)
    shutil.copy(repository / "toolkit.yaml", root)
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", "build", "--strict"],
        cwd=root,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(repository), **environment},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return Published(root)


@pytest.fixture(scope="session")
def published(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Published:
    return publish(repository, tmp_path_factory.mktemp("published"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever reads a built edition waits for the build."""
    for item in items:
        if "published" in getattr(item, "fixturenames", ()):
            item.add_marker("slow")
