"""The bill of materials of the environment that the tests run in."""

from __future__ import annotations

import platform
import tomllib
from importlib.metadata import PackageNotFoundError, PathDistribution, version
from pathlib import Path

import pytest

import toolkit
from tests.release.bills import complaints
from toolkit.project import toolbox
from toolkit.project.toolbox import PACKAGES, bill
from toolkit.release.sbom import Component, Sort, normal_name, write_sbom
from toolkit.release.sums import sha256

FONTS = {"fonts/B.ttf": b"b", "fonts/A.ttf": b"a"}


def package(folder: Path, name: str, *lines: str) -> None:
    """Install a package that says some lines of itself."""
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    text = "".join(f"{line}\n" for line in ("Metadata-Version: 2.4", f"Name: {name}", *lines))
    (info / "METADATA").write_text(f"{text}Version: 1.0\n", encoding="utf-8")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which all installed packages lie, and there are no others."""

    def distribution(name: str) -> PathDistribution:
        path = tmp_path / f"{name}-1.0.dist-info"
        if not path.is_dir():
            raise PackageNotFoundError(name)
        return PathDistribution(path)

    monkeypatch.setattr(toolbox, "distribution", distribution)
    monkeypatch.setattr(toolbox, "version", lambda name: distribution(name).version)
    return tmp_path


def libraries(bill_components: tuple[Component, ...]) -> dict[str, Component]:
    return {part.name: part for part in bill_components if part.purl.startswith("pkg:pypi/")}


def test_the_bill_of_this_environment_is_valid_and_true() -> None:
    made = bill(FONTS)
    raw = write_sbom(made)
    assert list(complaints(raw)) == []
    assert raw == write_sbom(bill(dict(reversed(FONTS.items()))))
    parts = libraries(made.components)
    for name in PACKAGES:
        assert parts[name].version == version(name)
    assert {"pango", "harfbuzz"} <= {part.name for part in made.components}
    (python,) = (part for part in made.components if part.sort is Sort.PLATFORM)
    assert python.version == platform.python_version()
    files = {part.name: part.sha256 for part in made.components if part.sort is Sort.FILE}
    assert files == {name: sha256(data) for name, data in FONTS.items()}


def test_the_bill_names_no_place_person_or_moment() -> None:
    raw = write_sbom(bill({})).decode()
    assert str(Path.home()) not in raw
    assert str(Path(toolkit.__file__).parents[1]) not in raw
    assert "timestamp" not in raw
    assert "serialNumber" not in raw


def test_packages_are_followed_to_those_that_they_need(installed: Path) -> None:
    package(
        installed,
        "matched-editions",
        "Requires-Dist: Printer[colour]>=1",
        'Requires-Dist: tests; extra == "dev"',
        'Requires-Dist: windows-only; sys_platform == "win32"',
    )
    package(
        installed,
        "printer",
        "License-Expression: MIT",
        "Requires-Dist: paper <2",
        "Requires-Dist: ink>=1 ; platform_python_implementation == 'CPython' and extra == 'colour'",
        "Requires-Dist: manual ; extra == 'doc'",
    )
    package(installed, "paper", "Classifier: License :: OSI Approved :: BSD License")
    package(installed, "ink", "License: BSD", "Requires-Dist: printer")
    for unwanted in ("tests", "manual", "stranger"):
        package(installed, unwanted)
    made = bill({})
    parts = libraries(made.components)
    assert sorted(parts) == ["ink", "paper", "printer"]
    assert made.program.requires == ("pkg:pypi/printer@1.0",)
    assert parts["printer"].requires == ("pkg:pypi/paper@1.0", "pkg:pypi/ink@1.0")
    assert parts["printer"].expression == "MIT"
    assert (parts["paper"].licences, parts["ink"].licences) == (("BSD License",), ("BSD",))
    assert list(complaints(write_sbom(made))) == []


def test_a_licence_that_is_printed_in_full_is_not_the_name_of_one(installed: Path) -> None:
    package(installed, "matched-editions", "Requires-Dist: paper")
    package(installed, "paper", f"License: {'Permission is hereby granted. ' * 9}")
    assert libraries(bill({}).components)["paper"].licences == ()


def test_the_toolkit_is_called_and_licensed_as_its_project_says(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]
    program = bill({}).program
    assert (program.name, program.expression) == (project["name"], project["license"])
    assert program.version == toolkit.__version__
    assert {normal_name(name) for name in PACKAGES} == set(PACKAGES)
