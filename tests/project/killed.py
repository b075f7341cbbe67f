"""A program that does something again and again, and is killed a few steps later each time.

``python -m tests.project.killed NEW_PROJECT CASES STRIDE COMMAND…``: for every ``STRIDE``th step the
project is copied to ``CASES/<step>``, and a process that runs the command there is killed just before
that step. It ends with the case that nobody had to kill. ``replace FOLDER`` is a command besides those
of the toolkit: it replaces each file of a folder, all together, by ``NEW``. The processes are forked,
so that nothing is imported twice.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from itertools import count
from pathlib import Path

from tests.project.faults import before_step
from toolkit.cli.app import app
from toolkit.project.write import write_folder

NEW = b"new"


def main(project: Path, cases: Path, stride: int, command: list[str]) -> None:
    """Make all cases."""
    run(shutil.copytree(project, cases / "0"), command)
    for number in count(1, stride):
        folder = shutil.copytree(project, cases / str(number))
        if not killed_before(number, folder, command):
            return


def killed_before(number: int, folder: Path, command: list[str]) -> bool:
    """Run the command in a process of its own; whether it had to be killed."""
    child = os.fork()
    if child == 0:
        with before_step(number, lambda: os.kill(os.getpid(), signal.SIGKILL)):
            os._exit(run(folder, command))
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"the command failed in {folder}")
    return False


def run(folder: Path, command: list[str]) -> int:
    """Run the command here; its exit code."""
    if command[0] == "replace":
        names = [path.name for path in (folder / command[1]).iterdir() if path.is_file()]
        write_folder(folder, command[1], dict.fromkeys(names, NEW))
        return 0
    try:
        app([*command, "-C", str(folder)], prog_name="toolkit")
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else 1
    return 0


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
