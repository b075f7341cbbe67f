"""What every attack must end in, whatever it was: said in a line, printed safely, and nothing lost."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

from tests.cli.workspace import HARVEST, RAW_CONTROLS, Outcome, Workspace

#: More than any of it takes on a slow and busy machine; without bounds, most of it would take hours.
SECONDS = 10.0

WRITING: Sequence[tuple[str, ...]] = (("build", "--format", "html"), ("update",))
READING: Sequence[tuple[str, ...]] = (
    ("status",),
    ("check", "--format", "human"),
    ("check", "--format", "json"),
    ("check", "--format", "github"),
)


def run(workspace: Workspace, *command: str) -> Outcome:
    """Run a command that must not take long, and must not hand a raw control byte to the terminal.

    An exception would end the test: a traceback is never an answer.
    """
    started = time.monotonic()
    outcome = workspace.run(*command)
    assert time.monotonic() - started < SECONDS
    assert not RAW_CONTROLS.search(outcome.out + outcome.err)
    return outcome


def refused(workspace: Workspace, path: str, code: str, line: int = 0) -> None:
    """Commands that write refuse the file at ``path`` for ``code``, at ``line``, and lose nothing."""
    place = re.escape(path) + (rf":{line}:[1-9]\d*" if line else "")
    editions, catalogs = workspace.files("build"), workspace.files("translations")
    for command in WRITING:
        outcome = run(workspace, *command, HARVEST)
        assert outcome.code == 1, (command, outcome)
        found = outcome.findings(code)
        assert any(re.match(rf"{place}: error", item) for item in found), outcome.err
    assert workspace.files("build") == editions
    assert workspace.files("translations") == catalogs
