"""Which documents a command is about: by file, folder, name or kind; and which project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.workspace import HARVEST, HARVEST_PATH, WELCOME, Workspace, toolkit

LETTER = "2026-05-31-letter"
COMMANDS = ("check", "extract", "update", "status", "build", "schema")


@pytest.fixture
def three(workspace: Workspace) -> Workspace:
    """A project with two statements and an open letter."""
    workspace.statement("Grain.")
    workspace.run("new", "open-letter", "letter", "--lang", "en", "--date", "2026-05-31")
    return workspace


def chosen(workspace: Workspace, *selection: str | Path) -> set[str]:
    """The names of the documents that a selection means."""
    outcome = workspace.run("status", "--format", "json", *selection)
    assert outcome.code == 0, outcome.err
    return {row["document"] for row in json.loads(outcome.out)["editions"]}


@pytest.mark.parametrize(
    ("selection", "names"),
    [
        ((), {WELCOME, HARVEST, LETTER}),
        ((HARVEST,), {HARVEST}),
        ((HARVEST_PATH,), {HARVEST}),
        ((HARVEST_PATH, LETTER), {HARVEST, LETTER}),
        ((HARVEST, HARVEST_PATH), {HARVEST}),
        (("documents/statement",), {WELCOME, HARVEST}),
        (("documents/statement/",), {WELCOME, HARVEST}),
        (("./documents/../documents/open-letter",), {LETTER}),
        (("documents",), {WELCOME, HARVEST, LETTER}),
        (("--kind", "open-letter"), {LETTER}),
        (("--kind", "open-letter", "--kind", "statement"), {WELCOME, HARVEST, LETTER}),
        (("documents", "--kind", "statement"), {WELCOME, HARVEST}),
    ],
)
@pytest.mark.parametrize("inside", [True, False], ids=["inside", "elsewhere"])
def test_a_selection_means_the_same_inside_the_project_and_with_the_option_project(
    three: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    selection: tuple[str, ...],
    names: set[str],
    inside: bool,
) -> None:
    monkeypatch.chdir(three.root if inside else tmp_path)
    assert chosen(three, *selection) == names


def test_a_path_counts_from_the_current_folder_first(
    three: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(three.path("documents/statement"))
    assert chosen(three, f"{HARVEST}.yaml") == {HARVEST}
    assert chosen(three, ".") == {WELCOME, HARVEST}
    assert chosen(three, "../open-letter") == {LETTER}
    assert chosen(three, three.path(HARVEST_PATH)) == {HARVEST}


def test_a_document_in_a_folder_of_its_own_has_the_name_of_the_folder(three: Workspace) -> None:
    text = three.path(HARVEST_PATH).read_bytes()
    three.write("documents/statement/2026-03-01-lake/document.yaml", text)
    name = "2026-03-01-lake"
    for selection in (name, f"documents/statement/{name}/document.yaml"):
        assert chosen(three, three.path(selection) if "/" in selection else selection) == {name}


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("2026-03-01-harvets", f"did you mean `{HARVEST_PATH}`?"),
        ("documents/statment", "toolkit status"),
        ("documents/assets", "toolkit status"),
        ("/etc/passwd", "toolkit status"),
        ("\x1b[31mred", "toolkit status"),
    ],
)
def test_a_path_that_is_no_document_is_a_usage_error(
    three: Workspace, asked: str, hint: str
) -> None:
    outcome = three.run("check", asked)
    assert outcome.code == 2
    assert outcome.codes == ["selection.empty"]
    assert hint in outcome.err
    assert "\x1b" not in outcome.err


def test_symbolic_links_that_go_in_a_circle_match_nothing(three: Workspace) -> None:
    three.path("circle").symlink_to("circle")
    outcome = three.run("check", three.path("circle"))
    assert (outcome.code, outcome.codes) == (2, ["selection.empty"])


def test_a_build_is_of_what_was_chosen(three: Workspace) -> None:
    outcome = three.html(HARVEST, "--kind", "statement")
    assert outcome.out.startswith(f"build/statement/{HARVEST}/")
    assert {path.split("/")[2] for path in three.files("build")} == {HARVEST}


def test_every_path_that_matches_nothing_is_named(three: Workspace) -> None:
    outcome = three.run("build", "--format", "html", "one", HARVEST, "two")
    assert outcome.codes == ["selection.empty", "selection.empty"]
    assert not three.path("build").exists()


def test_hidden_files_and_folders_hold_no_documents(three: Workspace) -> None:
    three.write("documents/statement/.#draft.yaml", "no: [ document")
    three.write("documents/.trash/old.yaml", "no: [ document")
    assert three.run("check").code == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_outside_of_a_project_every_command_says_so_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = toolkit(command)
    assert outcome.code == 2
    assert outcome.codes == ["project.none"]
    assert len(outcome.err.splitlines()) == 2
    assert "toolkit init" in outcome.err


def test_new_too_says_that_there_is_no_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = toolkit("new", "statement", "one")
    assert (outcome.code, outcome.codes) == (2, ["project.none"])


def test_any_folder_of_the_project_stands_for_it(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace.path("documents/statement"))
    assert toolkit("check").code == 0
    assert toolkit("check", "--project", workspace.path("translations/ru")).code == 0


def test_a_project_folder_that_does_not_exist_is_not_searched_for_above(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Otherwise a slip of the pen would build another project than the one that was meant.
    monkeypatch.chdir(workspace.root)
    outcome = toolkit("build", "-C", "no-such-folder")
    assert (outcome.code, outcome.codes) == (2, ["project.none"])
    assert "no-such-folder" in outcome.err
    assert not workspace.path("build").exists()


def test_a_current_folder_that_is_gone_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    outcome = toolkit("check")
    assert (outcome.code, outcome.codes) == (2, ["project.none"])
