"""``tools/system-packages`` installs what is missing, or says in one line what to type."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "tools/system-packages"


class Machine:
    """A machine that has only the programs that are put on it."""

    def __init__(self, folder: Path) -> None:
        self.programs = folder / "bin"
        self.programs.mkdir()
        for name in ("sh", "grep", "cat"):
            (self.programs / name).symlink_to(str(shutil.which(name)))

    def has(self, name: str, script: str = "exit 0") -> None:
        path = self.programs / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def check(self, *purposes: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [SCRIPT, *purposes],
            capture_output=True,
            check=False,
            encoding="utf-8",
            env={**os.environ, "PATH": str(self.programs)},
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path)
    made.has("ldconfig", "echo 'libatomic.so.1 (libc6,x86-64) => /lib/libatomic.so.1'")
    for name in (
        "faketime",
        "i18nspector",
        "pdftotext",
        "qpdf",
        "javac",
        "minisign",
        "ssh-keygen",
        "gpg",
        "openssl",
        "node",
        "npm",
    ):
        made.has(name)
    return made


def test_nothing_is_said_when_nothing_is_missing(machine: Machine) -> None:
    machine.has("msgfmt")
    machine.has("chromium")
    done = machine.check("test")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_user_is_told_what_to_type(machine: Machine) -> None:
    machine.has("apt-get", "exit 99")
    machine.has("id", "echo 1000")
    done = machine.check("test")
    assert done.returncode == 1
    assert done.stderr == "Please run: sudo apt-get install gettext chromium\n"


def test_another_system_is_told_what_is_missing(machine: Machine) -> None:
    done = machine.check("test")
    assert done.returncode == 1
    assert done.stderr.startswith("Missing on this system")
    assert "gettext chromium" in done.stderr


def test_the_administrator_gets_it_installed(machine: Machine) -> None:
    machine.has("id", "echo 0")
    machine.has(
        "apt-get",
        f'echo "$@" >> {machine.programs}/log\n'
        f'case $1 in install) cp="/bin/cp"; for p in msgfmt chromium; do '
        f"$cp {machine.programs}/qpdf {machine.programs}/$p; done ;; esac",
    )
    done = machine.check("test")
    assert done.returncode == 0, done.stderr
    calls = (machine.programs / "log").read_text(encoding="utf-8").splitlines()
    assert calls[0].startswith("update")
    assert calls[1].endswith("gettext chromium")


def test_an_installation_that_changes_nothing_is_a_failure(machine: Machine) -> None:
    machine.has("id", "echo 0")
    machine.has("apt-get")
    done = machine.check("test")
    assert done.returncode == 1
    assert "still not found: gettext chromium" in done.stderr


def test_a_purpose_that_does_not_exist_is_refused(machine: Machine) -> None:
    assert machine.check("everything").returncode == 2
