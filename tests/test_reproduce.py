"""`make reproduce`: two releases in different surroundings have the same bytes, and it would notice."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.mistakes import CATALOG, Sandbox
from toolkit.project.releasing import ReleaseOptions, release
from toolkit.release.sums import sha256, write_sums
from tools import reproduce

#: What a careless release would write down, each in a file of its own.
CARELESS = """

_write_folder = write_folder


def write_folder(root, folder, files):
    import datetime, getpass, locale, os, subprocess, sys, tempfile, time
    umask = os.umask(0)
    os.umask(umask)
    year = "import datetime; print(datetime.datetime.now().year, end='')"
    worker = [sys.executable, "-P", "-c", year]
    path = {"PATH": os.environ["PATH"]}
    seen = {
        "clock": datetime.datetime.now().year,
        "clock-of-workers": subprocess.run(worker, env=path, capture_output=True).stdout.decode(),
        "fonts": open(os.environ["FONTCONFIG_FILE"]).read(),
        "hash": hash("seed"),
        "home": os.path.expanduser("~"),
        "locale": os.environ["LC_ALL"],
        "order": [entry.name for entry in os.scandir(root)],
        "order-of-lists": os.listdir(root),
        "path": str(root),
        "path-of-code": __file__,
        "temporary": tempfile.gettempdir(),
        "umask": umask,
        "user": getpass.getuser(),
        "zone": time.strftime("%z"),
    }
    seen = {f"seen-{name}": repr(value).encode() for name, value in seen.items()}
    seen["year-2001" if datetime.datetime.now().year == 2001 else "another-year"] = b""
    return _write_folder(root, folder, {**files, **seen})
"""
SEEN = (
    "clock", "clock-of-workers", "fonts", "hash", "home", "locale", "order", "order-of-lists", "path",
    "path-of-code", "temporary", "umask", "user", "zone",
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Sandbox(tmp_path / "small").root


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two equal folders that look like releases."""
    first = tmp_path / "first"
    first.mkdir()
    for name, text in {"a.pdf": "pages", "SHA256SUMS": "sums", "SHA256SUMS.asc": "noon"}.items():
        (first / name).write_text(text, encoding="utf-8")
    return first, shutil.copytree(first, tmp_path / "second")


@pytest.mark.slow
def test_a_release_is_the_same_in_other_surroundings(project: Path) -> None:
    script = str(reproduce.CHECKOUT / "tools/reproduce.py")
    command = [sys.executable, script, "project", str(project)]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert not (project / "dist").exists()
    assert release(Sandbox(project).project, ReleaseOptions("2026.1", jobs=1)).manifest is not None
    files = [path for path in (project / "dist/2026.1").rglob("*") if path.is_file()]
    assert f"{len(files)} files, the same bytes" in done.stderr


@pytest.mark.slow
def test_a_release_that_writes_down_its_surroundings_is_noticed(
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    careless = tmp_path / "careless"
    for part in ("toolkit", "templates", "translations", "tools"):
        shutil.copytree(reproduce.CHECKOUT / part, careless / part)
    with (careless / "toolkit/project/releasing.py").open("a", encoding="utf-8") as module:
        module.write(CARELESS)
    monkeypatch.setattr(reproduce, "CHECKOUT", careless)
    assert reproduce.reproduce(project) == 1
    printed = capsys.readouterr().out.splitlines()
    names = [line.partition(": ")[0] for line in printed]
    assert names == ["another-year", *(f"seen-{name}" for name in SEEN), "year-2001"]
    assert "only in" in printed[0]
    assert "only in" in printed[-1]


@pytest.mark.slow
def test_a_release_that_is_refused_is_no_proof(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / CATALOG).unlink()
    assert reproduce.reproduce(project) == 1
    assert "Nothing was released" in capsys.readouterr().err


def test_equal_releases_have_no_differences(pair: tuple[Path, Path]) -> None:
    assert list(reproduce.differences(*pair)) == []
    assert reproduce.compare(*pair) == 0


def test_signatures_are_not_compared(pair: tuple[Path, Path]) -> None:
    (pair[1] / "SHA256SUMS.asc").write_text("one o'clock", encoding="utf-8")
    (pair[1] / "SHA256SUMS.minisig").write_text("another one", encoding="utf-8")
    assert reproduce.compare(*pair) == 0


def signed(folder: Path, before: bytes, signature: bytes) -> None:
    """Let a folder have a PDF that is signed inside, as a release has it."""
    said = {"certificate_sha256": "c", "unsigned_sha256": sha256(before), "unsigned_size": 5}
    whole = before + signature
    item = {"path": "a.pdf", "sha256": sha256(whole), "size": len(whole), "signature": said}
    manifest = json.dumps({"documents": [{"editions": [{"renditions": [item]}]}]}).encode()
    files = {"a.pdf": whole, "manifest.json": manifest, "b.html": b"page"}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    hashes = {name: sha256(data) for name, data in files.items()}
    (folder / "SHA256SUMS").write_bytes(write_sums(hashes))


def test_what_is_signed_inside_is_compared_as_it_was_before(pair: tuple[Path, Path]) -> None:
    signed(pair[0], b"pages", b"noon")
    signed(pair[1], b"pages", b"one o'clock")
    assert reproduce.compare(*pair) == 0
    signed(pair[1], b"paper", b"noon")
    names = [line.partition(": ")[0] for line in reproduce.differences(*pair)]
    assert names == ["a.pdf", "manifest.json"]


def test_every_file_that_differs_is_a_line(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = pair
    (second / "a.pdf").write_text("paper", encoding="utf-8")
    (second / "b.pdf").write_text("one more", encoding="utf-8")
    (second / "SHA256SUMS").write_text("sums and more", encoding="utf-8")
    assert reproduce.compare(*pair) == 1
    assert capsys.readouterr().out.splitlines() == [
        "SHA256SUMS: 4 and 13 bytes, different from byte 4 on",
        "a.pdf: 5 bytes in both, different from byte 2 on",
        f"b.pdf: only in {second}",
    ]
    assert reproduce.compare(first, first.parent) == 1


def test_without_the_program_that_sets_the_clock_nothing_is_proved(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", os.fspath(project))
    assert reproduce.reproduce(project) == 1
    assert "faketime is missing" in capsys.readouterr().err
