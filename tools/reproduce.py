"""Whether a release is reproducible: make it twice in different surroundings, and compare every file.

``tools/reproduce.py project [FOLDER]`` does both, for the project in a folder or in this checkout.
``tools/reproduce.py compare FIRST SECOND`` compares two releases that are there. Every difference is a
line on standard output; the exit code is 1 if there is one, or if a release could not be made.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import venv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[1]
#: What a copy leaves out: what was made, and what belongs to the machine.
LEFT_OUT = (".*", "build", "dist", "node_modules", "__pycache__")
#: Signatures may contain the time at which they were made.
SIGNATURES = frozenset({"SHA256SUMS.minisig", "SHA256SUMS.sig", "SHA256SUMS.asc"})
VERSION = "reproduced"
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{folder}</dir>
  <cachedir>{folder}</cachedir>
  <match target="pattern">
    <edit name="family" mode="prepend_first"><string>{family}</string></edit>
  </match>
</fontconfig>
"""


@dataclass(frozen=True)
class Surroundings:
    """Where, when and by whom a release is made. ``font`` is put under the name of another one."""

    folder: str
    clock: str
    umask: int
    backwards: bool
    jobs: int
    font: tuple[str, str]
    variables: dict[str, str]


FIRST = Surroundings(
    folder="a",
    clock="2001-02-28 23:59:30",
    umask=0o022,
    backwards=False,
    jobs=1,
    font=("SourceSans3-Bold.ttf", "SourceSerif4-Regular.ttf"),
    variables={
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "LANG": "C",
        "PYTHONHASHSEED": "1",
        "USER": "first",
        "LOGNAME": "first",
        "HOSTNAME": "here",
    },
)
SECOND = Surroundings(
    folder="проект with a long name/and one more folder",
    clock="2037-12-31 12:00:00",
    umask=0o077,
    backwards=True,
    jobs=2,
    font=("SourceSerif4-Semibold.ttf", "SourceSans3-Regular.ttf"),
    variables={
        "TZ": "America/St_Johns",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "4711",
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": "1",
        "USER": "second",
        "LOGNAME": "second",
        "HOSTNAME": "elsewhere",
        "COLUMNS": "40",
    },
)


class ReleaseError(Exception):
    """A release that could not be made; the text is what the command said."""


def make(project: Path, place: Path, surroundings: Surroundings) -> Path:
    """Release a copy of the project by a copy of the toolkit in ``place``; the folder of the release.

    Raises ``ReleaseError``.
    """
    home = place / surroundings.folder
    code = _copy(CHECKOUT, home / "toolkit", backwards=surroundings.backwards)
    own = code if project == CHECKOUT else None
    root = own or _copy(project, home / "project", backwards=surroundings.backwards)
    command = [
        str(_environment(home / "environment", code, surroundings)),
        *("-m", "toolkit", "release", VERSION, "--project", str(root)),
        *("--jobs", str(surroundings.jobs)),
    ]
    done = subprocess.run(  # noqa: S603
        command,
        cwd="/",
        env={**_variables(), **surroundings.variables, **_home(home, code, surroundings)},
        umask=surroundings.umask,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        raise ReleaseError(done.stdout.decode(errors="replace"))
    return root / "dist" / VERSION


def _copy(source: Path, target: Path, *, backwards: bool) -> Path:
    """Copy a folder, its files in one order or in the other."""
    target.mkdir(parents=True)
    entries = sorted(
        path for path in source.iterdir() if not any(path.match(pattern) for pattern in LEFT_OUT)
    )
    for path in reversed(entries) if backwards else entries:
        if path.is_dir() and not path.is_symlink():
            _copy(path, target / path.name, backwards=backwards)
        else:
            shutil.copy(path, target / path.name, follow_symlinks=False)
    return target


def _environment(folder: Path, code: Path, surroundings: Surroundings) -> Path:
    """The Python of an environment with the packages of this one, and the toolkit of the copy."""
    venv.create(folder, symlinks=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    # A folder that such a file adds comes without the .pth files in it: an editable installation of
    # this checkout stays out. The way to the copy is relative, for Python reads the file in the encoding
    # of the locale.
    copy = os.path.relpath(code, packages)
    paths = f"{copy}\n{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n"
    (packages / "copies.pth").write_text(paths, encoding="utf-8")
    shutil.copy(CHECKOUT / "tools/elsewhere/sitecustomize.py", packages)
    variation = {"clock": surroundings.clock, "backwards": surroundings.backwards}
    (packages / "variation.json").write_text(json.dumps(variation), encoding="utf-8")
    return folder / "bin/python"


def _variables() -> dict[str, str]:
    """What is handed on: where programs are, and the key that releases are signed with."""
    return {
        name: value
        for name, value in os.environ.items()
        if name in ("PATH", "LD_LIBRARY_PATH") or name.startswith("TOOLKIT_SIGNING_")
    }


def _home(home: Path, code: Path, surroundings: Surroundings) -> dict[str, str]:
    """A home of its own, and fonts of the system that have the names of others."""
    fonts = home / "fonts"
    fonts.mkdir()
    font, name = surroundings.font
    shutil.copy(code / "templates/fonts" / font, fonts / name)
    configuration = home / "fonts.conf"
    text = _FONTS.format(folder=fonts, family=font.partition("-")[0])
    configuration.write_text(text, encoding="utf-8")
    temporary = home / "temporary"
    temporary.mkdir()
    return {
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home),
        "TMPDIR": str(temporary),
        "FONTCONFIG_FILE": str(configuration),
    }


def differences(first: Path, second: Path) -> Iterator[str]:
    """A line for each file that is not the same in both folders, sorted by name.

    PDFs that are signed inside are compared as they were before.
    """
    here, there = _files(first), _files(second)
    ours, theirs = _signed(first), _signed(second)
    for name in sorted({*here, *there}):
        if name not in there:
            yield f"{name}: only in {first}"
        elif name not in here:
            yield f"{name}: only in {second}"
        elif (one := _unsigned(here[name], name, ours)) != (
            other := _unsigned(there[name], name, theirs)
        ):
            yield f"{name}: {_first_difference(one, other)}"


def _files(folder: Path) -> dict[str, Path]:
    return {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.is_file() and path.name not in SIGNATURES
    }


def _signed(folder: Path) -> dict[str, dict[str, Any]]:
    """What the manifest says of files that are signed inside, by their names."""
    manifest = folder / "manifest.json"
    said = json.loads(manifest.read_bytes()) if manifest.is_file() else {}
    return {item["path"]: item for item in _renditions(said) if "signature" in item}


def _renditions(manifest: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for document in manifest.get("documents", ()):
        for edition in document["editions"]:
            yield from edition["renditions"]


def _unsigned(path: Path, name: str, signed: dict[str, dict[str, Any]]) -> bytes:
    """A file as it would be if nothing were signed inside."""
    data = path.read_bytes()
    if name in signed:
        return data[: signed[name]["signature"]["unsigned_size"]]
    if signed and name == "SHA256SUMS":
        lines = data.decode().splitlines(keepends=True)
        changed = {"manifest.json", *signed}
        return "".join(one for one in lines if one.split()[-1] not in changed).encode()
    if signed and name == "manifest.json":
        said = json.loads(data)
        for item in filter(lambda item: "signature" in item, _renditions(said)):
            before = item.pop("signature")
            item |= {"sha256": before["unsigned_sha256"], "size": before["unsigned_size"]}
        return json.dumps(said).encode()
    return data


def _first_difference(one: bytes, other: bytes) -> str:
    if len(one) != len(other):
        lengths = f"{len(one)} and {len(other)} bytes"
    else:
        lengths = f"{len(one)} bytes in both"
    pairs = zip(one, other, strict=False)
    at = next((index for index, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    return f"{lengths}, different from byte {at} on"


def reproduce(project: Path, surroundings: Sequence[Surroundings] = (FIRST, SECOND)) -> int:
    """Make two releases and compare them; the exit code."""
    if shutil.which("faketime") is None:
        print("The program faketime is missing (Debian: faketime).", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="reproduce-") as folder:
        made = []
        for one in surroundings:
            print(f"Releasing in {one.folder}, {one.clock}", file=sys.stderr)
            try:
                made.append(make(project, Path(folder), one))
            except ReleaseError as error:
                print(error, file=sys.stderr)
                return 1
        return compare(*made)


def compare(first: Path, second: Path) -> int:
    """Print what differs between two releases; the exit code."""
    for folder in (first, second):
        if not (folder / "SHA256SUMS").is_file():
            print(f"{folder} is not the folder of a release", file=sys.stderr)
            return 1
    number = 0
    for number, line in enumerate(differences(first, second), 1):  # noqa: B007
        print(line)
    count = len(_files(first))
    print(
        f"{number} of the files differ" if number else f"{count} files, the same bytes",
        file=sys.stderr,
    )
    return 1 if number else 0


def main() -> int:
    """Do what the command line says; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    project = commands.add_parser("project", help="release a project twice, and compare")
    project.add_argument("folder", nargs="?", type=Path, default=CHECKOUT)
    two = commands.add_parser("compare", help="compare two releases")
    two.add_argument("first", type=Path)
    two.add_argument("second", type=Path)
    given = parser.parse_args()
    if given.command == "project":
        return reproduce(given.folder.resolve())
    return compare(given.first, given.second)


if __name__ == "__main__":
    sys.exit(main())
