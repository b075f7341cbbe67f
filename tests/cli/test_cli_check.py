"""`toolkit check`: all that can be known without printing, in three formats, with three exit codes."""

from __future__ import annotations

import json

import pytest

from tests.cli.workspace import HARVEST, HARVEST_PATH, WELCOME, Workspace

WELCOME_PATH = f"documents/statement/{WELCOME}.yaml"


def test_a_clean_project_exits_with_0_and_says_so(workspace: Workspace) -> None:
    outcome = workspace.run("check")
    assert outcome.code == 0
    assert outcome.out == ""
    assert outcome.codes == []
    assert outcome.err.endswith("Nothing wrong was found.\n")


def test_warnings_are_printed_and_exit_with_0(workspace: Workspace) -> None:
    workspace.statement("Grain.")
    outcome = workspace.run("check")
    assert outcome.code == 0
    assert set(outcome.codes) == {"po.missing"}
    assert outcome.err.endswith("0 errors, 2 warnings\n")


def test_errors_exit_with_1_and_name_file_line_and_column(workspace: Workspace) -> None:
    workspace.edit(WELCOME_PATH, "title:", "titel:")
    outcome = workspace.run("check")
    assert outcome.code == 1
    line = (
        workspace.path(WELCOME_PATH)
        .read_text()
        .splitlines()
        .index("titel: One text, three editions")
    )
    assert outcome.findings("field.unknown")[0].startswith(
        f"{WELCOME_PATH}:{line + 1}:1: error[field.unknown] "
    )
    assert "did you mean `title`?" in outcome.err.lower()


def test_all_errors_of_all_documents_come_in_one_run_in_the_order_of_the_files(
    workspace: Workspace,
) -> None:
    workspace.edit(WELCOME_PATH, "title:", "titel:")
    workspace.statement("One[^nobody].", "Two[^nowhere].")
    outcome = workspace.run("check")
    assert len(outcome.findings("note.undefined")) == 2
    assert len(outcome.findings("field.unknown")) == 1
    places = [line.partition(": error")[0] for line in outcome.err.splitlines() if "error[" in line]
    paths = [place.split(":")[0] for place in places]
    assert paths == sorted(paths)


def test_json_for_programs_has_every_finding_with_its_place(workspace: Workspace) -> None:
    workspace.statement("One[^nobody].")
    outcome = workspace.run("check", HARVEST, "--format", "json")
    assert outcome.code == 1
    assert outcome.err == ""
    report = json.loads(outcome.out)
    assert (report["errors"], report["warnings"]) == (1, 0)
    found = report["findings"][0]
    assert found["code"] == "note.undefined"
    assert found["severity"] == "error"
    assert (found["path"], found["line"], found["column"]) == (HARVEST_PATH, 6, 5)
    assert found["message"]
    assert found["hint"]


def test_github_annotations_stand_at_their_lines(workspace: Workspace) -> None:
    workspace.statement("One[^nobody].")
    workspace.statement("Grain.", name="2026-03-02-more")
    outcome = workspace.run("check", "--format", "github")
    assert outcome.code == 1
    lines = outcome.out.splitlines()
    assert any(
        line.startswith(f"::error file={HARVEST_PATH},line=6,col=5,title=error[note.undefined]::")
        for line in lines
    )
    assert any(line.startswith("::warning file=translations/") for line in lines)
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)


def test_programs_read_of_a_clean_project_that_nothing_is_wrong(workspace: Workspace) -> None:
    outcome = workspace.run("check", "--format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    report = json.loads(outcome.out)
    assert (report["errors"], report["warnings"]) == (0, 0)
    outcome = workspace.run("check", "--format", "github")
    assert (outcome.code, outcome.err) == (0, "")
    assert all(line.startswith("::notice ") for line in outcome.out.splitlines())


def test_broken_settings_are_reported_in_the_format_that_was_asked_for(
    workspace: Workspace,
) -> None:
    workspace.edit("toolkit.yaml", "languages:", "langages:")
    outcome = workspace.run("check", "--format", "json")
    assert outcome.code == 1
    assert outcome.err == ""
    assert {found["path"] for found in json.loads(outcome.out)["findings"]} == {"toolkit.yaml"}


def test_warnings_about_the_settings_are_in_every_format_once(workspace: Workspace) -> None:
    workspace.edit("toolkit.yaml", "    en: Your Organisation", "    en: Your #Organisation")
    assert workspace.run("check").codes == ["yaml.comment"]
    report = json.loads(workspace.run("check", "--format", "json").out)
    assert [found["code"] for found in report["findings"]].count("yaml.comment") == 1


def test_a_file_that_cannot_be_read_leaves_the_other_languages_to_be_checked(
    workspace: Workspace,
) -> None:
    workspace.statement("Grain.")
    workspace.run("update")
    workspace.po_path("ru").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    outcome = workspace.run("check", HARVEST)
    assert (outcome.code, outcome.codes) == (1, ["po.syntax", "message.untranslated"])


def test_only_the_asked_language_is_checked(workspace: Workspace) -> None:
    workspace.statement("Grain.")
    outcome = workspace.run("check", "--lang", "tk")
    assert outcome.codes == ["po.missing"]
    assert f"\ntranslations/tk/LC_MESSAGES/{HARVEST}.po: warning[po.missing] " in f"\n{outcome.err}"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--format", "xml"),
        ("--lang", "fr"),
        ("--kind", "essay"),
        ("no-such-document",),
        ("--no-such-option",),
        ("--kind", "report"),
    ],
)
def test_a_wrong_call_exits_with_2(workspace: Workspace, arguments: tuple[str, ...]) -> None:
    outcome = workspace.run("check", *arguments)
    assert outcome.code == 2
    assert outcome.err
    assert "Traceback" not in outcome.err


def test_a_po_file_of_no_document_is_pointed_out(workspace: Workspace) -> None:
    workspace.statement("Grain.")
    workspace.run("update")
    workspace.path(HARVEST_PATH).unlink()
    outcome = workspace.run("check")
    assert outcome.code == 0
    assert outcome.codes == ["po.orphan", "po.orphan"]


def test_checking_writes_nothing(workspace: Workspace) -> None:
    workspace.statement("Grain.")
    before = workspace.files()
    workspace.run("check")
    assert workspace.files() == before
