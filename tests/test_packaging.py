"""What is shipped: a wheel that is complete on its own, locks that name every file by its hash."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

import toolkit

LOCKS = ("requirements.txt", "requirements-sign.txt", "requirements-dev.txt")
PIN = re.compile(r"^([a-z0-9._-]+)==([^ ]+) \\$", re.MULTILINE)


def build(source: Path, kind: str, folder: Path) -> Path:
    """Make the ``wheel`` or ``sdist`` of the project in ``source``."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)]
    done = subprocess.run(command, cwd=source, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = folder.iterdir()
    return made


def pins(lock: Path) -> dict[str, str]:
    """The version of every package that a lock file names."""
    return dict(PIN.findall(lock.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(repository, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that has the wheel and its dependencies, not the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, symlinks=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    with ZipFile(wheel) as archive:
        archive.extractall(packages)
    # A line of a .pth file adds a folder, but does not follow the .pth files in it: the editable
    # installation of the checkout stays out.
    dependencies = sysconfig.get_path("purelib")
    (packages / "dependencies.pth").write_text(f"{dependencies}\n", encoding="utf-8")
    return folder / "bin/python"


def run_installed(python: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed toolkit in ``folder``."""
    return subprocess.run(
        [python, "-m", "toolkit", *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
    )


@pytest.mark.slow
def test_the_wheel_carries_all_that_an_installed_toolkit_needs(
    repository: Path, wheel: Path
) -> None:
    with ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}

    modules = {path for path in (repository / "toolkit").rglob("*") if path.is_file()}
    templates = {path for path in (repository / "templates").rglob("*") if path.is_file()}
    words = {
        repository / "translations/templates/toolkit.pot",
        *repository.glob("translations/*/LC_MESSAGES/toolkit.po"),
    }
    expected = {
        path.relative_to(repository).as_posix() for path in modules if path.suffix != ".pyc"
    } | {
        f"toolkit/_shipped/{path.relative_to(repository).as_posix()}" for path in templates | words
    }
    assert names == expected


@pytest.mark.slow
def test_the_wheel_names_its_licences_and_its_command(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        about = {Path(name).name: name for name in archive.namelist() if ".dist-info/" in name}
        metadata = archive.read(about["METADATA"]).decode()
        commands = archive.read(about["entry_points.txt"]).decode()
    assert {"LICENSE", "OFL-SourceSans3.md", "OFL-SourceSerif4.md"} <= set(about)
    assert f"Version: {toolkit.__version__}\n" in metadata
    assert "License-Expression: MIT AND OFL-1.1\n" in metadata
    assert "toolkit = toolkit.cli.app:main" in commands


@pytest.mark.slow
def test_the_same_sources_give_the_same_wheel_also_by_way_of_the_source_archive(
    repository: Path, wheel: Path, tmp_path: Path
) -> None:
    archive = build(repository, "sdist", tmp_path / "sdist")
    with tarfile.open(archive) as opened:
        # Debian 12 has a Python 3.11 that is older than the filters.
        opened.extraction_filter = getattr(tarfile, "data_filter", None)
        opened.extractall(tmp_path / "unpacked")
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    assert build(unpacked, "wheel", tmp_path / "again").read_bytes() == wheel.read_bytes()


@pytest.mark.slow
def test_an_installed_toolkit_makes_and_builds_a_project_in_an_empty_folder(
    installed: Path, tmp_path: Path
) -> None:
    where = [str(installed), "-c", "import toolkit; print(toolkit.__file__)"]
    assert "site-packages" in subprocess.check_output(where, cwd=tmp_path, encoding="utf-8")
    for command in ("init", "check", "build"):
        done = run_installed(installed, tmp_path, command)
        assert done.returncode == 0, f"toolkit {command}\n{done.stdout}{done.stderr}"
    assert {path.suffix for path in (tmp_path / "build").rglob("*")} >= {".html", ".pdf"}
    assert not (tmp_path / "templates" / "fonts").exists(), "the packaged fonts are used in place"


@pytest.mark.slow
def test_a_template_of_the_project_takes_the_place_of_the_packaged_one(
    installed: Path, tmp_path: Path
) -> None:
    assert run_installed(installed, tmp_path, "init").returncode == 0
    (shipped,) = installed.parents[1].rglob("_shipped/templates/html/layout.html")
    own = tmp_path / "templates/html/layout.html"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(
        shipped.read_text(encoding="utf-8").replace("</body>", "<p>Our own foot.</p></body>"),
        encoding="utf-8",
    )
    done = run_installed(installed, tmp_path, "build", "--format", "html")
    assert done.returncode == 0, done.stderr
    pages = list((tmp_path / "build").rglob("*.html"))
    assert pages
    assert all("Our own foot." in page.read_text(encoding="utf-8") for page in pages)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_package_by_its_hashes_and_names_no_place(
    repository: Path, lock: str
) -> None:
    lines = (repository / lock).read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if line and not line.lstrip().startswith("#")]
    hashes = [line for line in entries if line.startswith("    --hash=sha256:")]
    packages = [line for line in entries if PIN.match(line)]
    assert len(packages) + len(hashes) == len(entries)
    assert packages
    for number, line in enumerate(entries):
        if line in packages:
            assert entries[number + 1] in hashes, line
    assert not [line for line in lines if "://" in line or "--index" in line or "--find" in line]


def test_the_locks_agree_and_hold_every_dependency(repository: Path) -> None:
    runtime, signing, tests = (pins(repository / lock) for lock in LOCKS)
    assert runtime.items() <= signing.items() <= tests.items()
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[<>=~! ]", one)[0].lower() for one in project["dependencies"]}
    assert asked <= runtime.keys()
    extras = project["optional-dependencies"]
    assert {one.split(">")[0] for one in extras["sign"]} <= signing.keys() - runtime.keys()
    asked |= {one.split(">")[0] for one in extras["dev"]}
    assert asked <= tests.keys()


def test_the_node_packages_are_exact_and_name_no_place(repository: Path) -> None:
    folder = repository / "tests/support/node"
    lock = (folder / "package-lock.json").read_text(encoding="utf-8")
    assert "resolved" not in lock
    assert "://" not in lock
    assert lock.count('"integrity": "sha512-') == lock.count('"node_modules/') > 0


def test_every_target_of_the_makefile_is_explained(repository: Path) -> None:
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    told = subprocess.run(
        ["make", "help"], cwd=repository, check=True, capture_output=True, encoding="utf-8"
    ).stdout
    for target in ("build", "test", "lint", "types", "contract", "lock", "clean", "help"):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
        assert f"make {target} " in told
