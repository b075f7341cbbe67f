"""What the command is like to live with: pipes, terminals, encodings, colours, interruptions."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.workspace import HARVEST, RAW_CONTROLS, Workspace, environment, process
from toolkit.cli import output


# An ASCII terminal is a setting that was forgotten; it gets UTF-8.
@pytest.mark.parametrize(("encoding", "rows"), [("ascii", 0), ("cp1251", 2)])
def test_a_terminal_that_cannot_show_a_character_gets_it_spelt_out(
    workspace: Workspace, encoding: str, rows: int
) -> None:
    workspace.statement("Grain “burned” ў[^nobody].")
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", "status"],
        cwd=workspace.root,
        env={**environment(), "PYTHONUTF8": "0", "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert done.stdout.decode(encoding, errors="replace").count("\\u2192") == rows


@pytest.mark.slow
def test_a_file_name_that_is_no_text_is_reported_in_text(workspace: Workspace) -> None:
    name = os.fsdecode(b"2026-01-01-\xff\x1b[31m.yaml")
    workspace.write(f"documents/statement/{name}", "kind: statement\n")
    for format in ("human", "json"):
        outcome = process("check", "--format", format, cwd=workspace.root)
        assert outcome.code == 1
        assert "Traceback" not in outcome.err
        assert "document.name" in outcome.out + outcome.err
        assert not RAW_CONTROLS.search(outcome.out + outcome.err)


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("variables", "on_a_terminal", "in_a_file"),
    [
        ({}, True, False),
        ({"CLICOLOR_FORCE": "1"}, True, True),
        ({"CLICOLOR_FORCE": "0"}, True, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False, False),
    ],
)
def test_colours_are_for_terminals_unless_asked_for(
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    on_a_terminal: bool,
    in_a_file: bool,
) -> None:
    for name in ("NO_COLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert output.colour(Terminal()) == on_a_terminal
    assert output.colour(StringIO()) == in_a_file


def test_a_finding_is_coloured_and_nothing_else_is(workspace: Workspace) -> None:
    workspace.statement("Grain[^nobody].")
    forced = {"NO_COLOR": "", "CLICOLOR_FORCE": "1"}
    outcome = process("check", HARVEST, cwd=workspace.root, variables=forced)
    assert "\x1b[1;31merror[note.undefined]\x1b[0m" in outcome.err
    assert outcome.err.count("\x1b") == 2


def test_a_reader_that_goes_away_is_no_error_worth_a_traceback(workspace: Workspace) -> None:
    for number in range(40):
        workspace.statement("Grain.", name=f"2026-03-01-{number}-{'x' * 60}")
    command = [sys.executable, "-m", "toolkit", "status", "--format", "json"]
    running = subprocess.Popen(
        command,
        cwd=workspace.root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout
    assert running.stderr
    running.stdout.close()
    errors = running.stderr.read().decode()
    running.stderr.close()
    assert running.wait() == 1
    assert "Traceback" not in errors


def children(process_id: int) -> set[int]:
    """The processes that a process has started."""
    found = set()
    for task in Path(f"/proc/{process_id}/task").iterdir():
        found |= {int(number) for number in (task / "children").read_text().split()}
    return found


def is_running(process_id: int) -> bool:
    try:
        state = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@pytest.fixture
def long(workspace: Workspace) -> Workspace:
    """A project whose PDFs take a while, with old editions that must stay."""
    workspace.statement("Grain.")
    assert workspace.html(HARVEST).code == 0
    workspace.statement(*(f"Village {number} is empty. " * 60 for number in range(150)))
    return workspace


@pytest.mark.slow
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_build_that_is_stopped_leaves_old_editions_whole_and_no_process(
    long: Workspace, tmp_path: Path, sent: signal.Signals
) -> None:
    old = long.files("build")
    # A job in the background of a shell, as in CI, inherits that SIGINT is ignored.
    interruptible = ["env", "--default-signal=INT"]
    running = subprocess.Popen(
        [*interruptible, sys.executable, "-m", "toolkit", "build", HARVEST, "-j", "2"],
        cwd=long.root,
        env=environment(TMPDIR=str(tmp_path)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 30
    while len(workers := children(running.pid)) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    assert len(workers) == 2
    time.sleep(0.7)
    running.send_signal(sent)
    out, errors = (stream.decode() for stream in running.communicate(timeout=20))
    if sent is signal.SIGKILL:
        assert running.returncode == -sent
    else:
        assert running.returncode == 128 + sent
        # What was made for the workers is gone with them.
        assert not [path for path in tmp_path.iterdir() if path.name.startswith("toolkit-")]
    assert out == ""
    assert "Traceback" not in errors
    while any(map(is_running, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_running, workers))
    assert long.files("build") == old
