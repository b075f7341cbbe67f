"""Running the programs of the system, in one locale and without their user's settings."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass


class ProgramError(RuntimeError):
    """A program is missing or could not do its work, so nothing is known about the file."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a program left: its exit code and the lines of its two streams."""

    code: int
    output: str
    errors: str

    @property
    def lines(self) -> list[str]:
        """The lines that are not empty, of both streams."""
        return [line for line in (self.output + self.errors).splitlines() if line.strip()]


def run(program: str, *arguments: str | os.PathLike[str], timeout: float = 120) -> Outcome:
    """Run ``program`` to its end in the C.UTF-8 locale; ``ProgramError`` if it is missing."""
    path = shutil.which(program)
    if path is None:
        raise ProgramError(f"{program} is not installed: run `make test`, which installs it")
    done = subprocess.run(
        [path, *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", "TZ": "UTC"},
        stdin=subprocess.DEVNULL,
        timeout=timeout,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
