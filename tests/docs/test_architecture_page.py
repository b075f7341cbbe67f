"""The page of the architecture names what exists, and nothing that does not."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.docs.examples import REPOSITORY, page_text

PAGE = REPOSITORY / "ARCHITECTURE.md"
CODE = REPOSITORY / "toolkit"
PACKAGES = [path.parent.name for path in sorted(CODE.glob("*/__init__.py"))]


def section(package: str) -> str:
    found = re.search(rf"^### `{package}`\n(.*?)(?=^##)", page_text(PAGE), re.M | re.S)
    return found.group(1) if found else ""


def modules(package: str) -> set[str]:
    """The modules of a package, and the packages inside it."""
    folder = CODE / package
    inner = {path.parent.name for path in folder.glob("*/__init__.py")}
    return inner | {path.stem for path in folder.glob("*.py")} - {"__init__"}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_has_a_section_that_names_all_of_its_modules(package: str) -> None:
    named = set(re.findall(r"`([a-z_]+)`", section(package)))
    assert sorted(modules(package) - named) == []


@pytest.mark.parametrize("package", PACKAGES)
def test_every_module_that_a_table_names_exists(package: str) -> None:
    rows = re.findall(r"^\| ((?:`[a-z_]+`(?:, )?)+) \|", section(package), re.M)
    named = {name for row in rows for name in re.findall(r"`([a-z_]+)`", row)}
    assert sorted(named - modules(package)) == []


def test_the_order_of_imports_is_the_one_that_is_checked() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = project["tool"]["importlinter"]["contracts"]
    assert " < ".join(reversed(contract["layers"])) in page_text(PAGE)


def _names(lines: Iterable[str]) -> set[str]:
    return {re.split(r"[<>=~! ]", one)[0] for one in lines}


def test_every_dependency_is_explained_and_no_other() -> None:
    known = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = known["optional-dependencies"]
    node = json.loads((REPOSITORY / "tests/support/node/package.json").read_bytes())
    section = page_text(PAGE).partition("## Dependencies")[2]
    used, _, tested = section.partition("For building, checking and testing only:")
    row = re.compile(r"^\| `([a-z0-9-]+)` \|", re.M)
    assert row.findall(used) == sorted(_names([*known["dependencies"], *extras["sign"]]))
    assert row.findall(tested) == sorted(_names([*extras["dev"], *node["dependencies"]]))


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`([a-z_/]+\.py)`", page_text(PAGE)))))
def test_every_file_that_is_named_exists(path: str) -> None:
    assert (CODE / path).is_file() or Path(REPOSITORY / path).is_file()
