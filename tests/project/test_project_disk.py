"""Commands and the disk under them: full, read through links, shared with another build."""

from __future__ import annotations

import stat
import subprocess
import sys

import pytest

from tests.cli.workspace import HARVEST, WELCOME, Workspace, environment

FOLDER = f"build/statement/{WELCOME}"


def shell(workspace: Workspace, first: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a shell that has said something first."""
    command = [sys.executable, "-m", "toolkit", *arguments]
    return subprocess.run(
        ["sh", "-c", f'{first} && exec "$@"', "sh", *command],
        cwd=workspace.root,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )


def test_a_build_that_cannot_be_written_is_one_line_and_leaves_the_old_editions(
    built: Workspace,
) -> None:
    old = built.files()
    built.edit(f"documents/statement/{WELCOME}.yaml", "Write the first document.", "Write it.")
    # No file may be longer than 8 blocks of 512 bytes, which is less than a page.
    done = shell(built, "ulimit -f 8", "build", "--format", "html")
    assert done.returncode == 1
    assert f"{FOLDER}: error[file.write] " in done.stderr
    assert "File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert built.files("build").keys() == {path for path in old if path.startswith("build/")}
    assert all(data == old[path] for path, data in built.files("build").items())


def test_an_update_that_cannot_be_written_leaves_every_old_file(workspace: Workspace) -> None:
    workspace.statement(*(f"Village {number} is empty." for number in range(80)))
    old = workspace.files()
    done = shell(workspace, "ulimit -f 8", "update")
    assert done.returncode == 1
    assert done.stderr.count("error[file.write]") == 3
    assert done.stdout == ""
    assert "0 files written" in done.stderr
    assert workspace.files() == old


def test_a_private_umask_changes_neither_bytes_nor_permissions(built: Workspace) -> None:
    old = built.files("build")
    for path in sorted(built.path("build").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    built.path("build").rmdir()
    assert shell(built, "umask 077", "build", "--format", "html").returncode == 0
    assert built.files("build") == old
    modes = {stat.S_IMODE(built.path(name).stat().st_mode) for name in old}
    assert modes == {0o644}


@pytest.mark.parametrize("link", ["build", "build/statement", FOLDER])
def test_an_output_folder_that_is_a_symbolic_link_is_refused(
    workspace: Workspace, link: str
) -> None:
    elsewhere = workspace.path("../elsewhere")
    elsewhere.mkdir()
    workspace.path(link).parent.mkdir(parents=True, exist_ok=True)
    workspace.path(link).symlink_to(elsewhere)
    outcome = workspace.html()
    assert (outcome.code, outcome.codes) == (1, ["file.write"])
    assert f"`{link}` is a symbolic link" in outcome.err
    assert not list(elsewhere.iterdir())


@pytest.mark.parametrize("in_the_way", ["build", "build/statement", FOLDER])
def test_a_file_in_the_place_of_the_output_is_refused_and_stays(
    workspace: Workspace, in_the_way: str
) -> None:
    workspace.write(in_the_way, "mine")
    outcome = workspace.html()
    assert (outcome.code, outcome.codes) == (1, ["file.write"])
    assert workspace.path(in_the_way).read_text() == "mine"


def test_a_po_file_that_is_a_symbolic_link_out_of_the_project_is_neither_read_nor_written(
    workspace: Workspace,
) -> None:
    workspace.statement("Grain was burned.")
    workspace.run("update")
    elsewhere = workspace.po_path("ru").rename(workspace.path("../elsewhere.po"))
    workspace.po_path("ru").symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    workspace.statement("Grain was burned on Friday.")
    for command in ("update", "check", "status", "build"):
        outcome = workspace.run(command, *(("--format", "html") if command == "build" else ()))
        assert outcome.code == 1
        assert outcome.codes.count("file.outside") == 1, outcome.err
    assert elsewhere.read_bytes() == before
    assert workspace.po_path("ru").is_symlink()


def test_documents_that_are_links_out_of_the_project_are_refused(workspace: Workspace) -> None:
    path = workspace.statement("Grain was burned.")
    elsewhere = workspace.path(path).rename(workspace.path("../elsewhere.yaml"))
    workspace.path(path).symlink_to(elsewhere)
    outcome = workspace.run("check")
    assert (outcome.code, outcome.codes) == (1, ["file.outside"])
    assert outcome.err.startswith(f"{path}: ")


@pytest.mark.slow
def test_builds_at_the_same_time_all_finish_and_the_result_is_whole(workspace: Workspace) -> None:
    workspace.statement("Grain was burned.")
    workspace.run("update")
    workspace.translate_all()
    assert workspace.html().code == 0
    expected = workspace.files("build")
    for path in expected:
        workspace.path(path).write_text("old")
    command = [sys.executable, "-m", "toolkit", "build", "--format", "html"]
    running = [
        subprocess.Popen([*command, *more], cwd=workspace.root, env=environment())
        for more in ([], ["--lang", "ru"], [HARVEST])
    ]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0]
    assert workspace.files("build") == expected
