"""What a command does not need is not loaded: it would make every call of it slower."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.workspace import Workspace, environment

#: The PDF engine with what it stands on, and what reads finished PDF files.
ENGINE = frozenset({"weasyprint", "pydyf", "tinycss2", "fontTools", "cffi", "pypdf"})

PROGRAM = """
import sys
from toolkit.cli.app import main

try:
    main()
finally:
    print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def loaded(workspace: Workspace, *arguments: str) -> frozenset[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=workspace.root,
        env=environment(),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return frozenset(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("command", ["check", "status", "update"])
def test_a_command_that_lays_out_no_page_does_not_load_the_pdf_engine(
    workspace: Workspace, command: str
) -> None:
    modules = loaded(workspace, command)
    assert "toolkit" in modules
    assert not modules & ENGINE


def test_finished_files_are_read_with_what_reads_pdf(built: Workspace) -> None:
    assert "pypdf" in loaded(built, "check", "--finished")
