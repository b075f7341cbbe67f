"""`toolkit extract` and `toolkit update`: POT and PO files follow the documents; twice is once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.workspace import HARVEST, HARVEST_PATH, WELCOME, Workspace, message
from toolkit.translation.merge import update

POT = f"translations/templates/{HARVEST}.pot"
POS = [f"translations/{language}/LC_MESSAGES/{HARVEST}.po" for language in ("ru", "tk")]


@pytest.fixture
def fresh(workspace: Workspace) -> Workspace:
    """A project with a document that has no catalogs yet."""
    workspace.statement("Grain was *burned*.[^one]", more="notes:\n  one: Seen by many.\n")
    return workspace


def test_extract_writes_the_pot_and_no_po(fresh: Workspace) -> None:
    outcome = fresh.run("extract")
    assert (outcome.code, outcome.out) == (0, f"{POT}\n")
    assert outcome.err == "1 file written, 1 unchanged\n"
    assert not any(fresh.path(path).exists() for path in POS)


def test_update_writes_the_pot_and_every_po_but_that_of_the_source_language(
    fresh: Workspace,
) -> None:
    outcome = fresh.run("update")
    assert (outcome.code, outcome.out.splitlines()) == (0, [POT, *POS])
    assert not fresh.path("translations/en").exists()


def test_a_message_says_where_it_stands_and_what_its_markup_means(fresh: Workspace) -> None:
    fresh.run("update")
    entry = next(entry for entry in fresh.po("ru") if entry.msgid.startswith("Grain"))
    assert entry.comment.splitlines()[0] == "Statement · paragraph 1"
    assert "[^one] is footnote 1" in entry.comment
    assert "*…* is emphasis" in entry.comment
    assert entry.occurrences == [(HARVEST_PATH, "")]


@pytest.mark.parametrize("command", ["extract", "update"])
def test_a_dry_run_names_what_would_change_writes_nothing_and_exits_with_1(
    fresh: Workspace, command: str
) -> None:
    before = fresh.files()
    outcome = fresh.run(command, "--check")
    assert outcome.code == 1
    assert POT in outcome.out.splitlines()
    assert "would change" in outcome.err
    assert fresh.files() == before


@pytest.mark.parametrize("command", ["extract", "update"])
def test_the_second_run_changes_no_byte_even_at_another_time(
    fresh: Workspace, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    fresh.run(command)
    before = fresh.files()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")
    assert fresh.run(command, "--check").code == 0
    outcome = fresh.run(command)
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err.startswith("0 files written")
    assert fresh.files() == before


def test_update_can_be_asked_for_one_language_and_one_document(fresh: Workspace) -> None:
    outcome = fresh.run("update", HARVEST, "--lang", "tk")
    assert outcome.out.splitlines() == [POT, POS[1]]
    assert not fresh.path(POS[0]).exists()


def test_a_po_file_saved_by_an_editor_stays_as_it_was_saved(fresh: Workspace) -> None:
    fresh.run("update")
    fresh.translate_all()
    before = fresh.files()
    assert "X-Generator" in fresh.path(POS[0]).read_text("utf-8")
    assert fresh.run("update").out == ""
    assert fresh.files() == before


@pytest.mark.parametrize("epoch", ["yesterday", "²", "1e9", "99999999999999999999", "-"])
def test_a_source_date_that_is_no_number_of_seconds_is_a_usage_error(
    fresh: Workspace, epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    outcome = fresh.run("update")
    assert outcome.code == 2
    assert "SOURCE_DATE_EPOCH" in outcome.err
    assert not fresh.path(POT).exists()


def test_a_po_file_that_cannot_be_read_stays_and_the_others_are_updated(
    fresh: Workspace,
) -> None:
    fresh.write(POS[0], "msgid without quotes\n")
    outcome = fresh.run("update")
    assert outcome.code == 1
    assert outcome.err.startswith(f"{POS[0]}:1:")
    assert fresh.path(POS[0]).read_text() == "msgid without quotes\n"
    assert fresh.path(POS[1]).is_file()


def test_a_document_with_an_error_keeps_its_catalogs_and_the_others_are_updated(
    fresh: Workspace,
) -> None:
    fresh.run("update")
    before = fresh.files("translations")
    fresh.statement("One[^nobody].")
    fresh.edit(f"documents/statement/{WELCOME}.yaml", "Write the first document.", "Write it.")
    outcome = fresh.run("update")
    assert outcome.code == 1
    assert outcome.codes == ["note.undefined"]
    changed = {path for path, data in fresh.files("translations").items() if before[path] != data}
    assert {path.rpartition("/")[2].rpartition(".")[0] for path in changed} == {WELCOME}


def test_a_pot_that_is_no_ordinary_file_is_reported_and_stays(fresh: Workspace) -> None:
    fresh.path(POT).mkdir()
    outcome = fresh.run("extract")
    assert (outcome.code, outcome.codes) == (1, ["file.unreadable"])
    assert fresh.path(POT).is_dir()


def test_what_a_translator_saves_while_update_runs_is_not_lost(
    fresh: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh.run("update")
    fresh.edit(HARVEST_PATH, "Grain was", "Grain is")

    def saved_meanwhile(po: bytes, path: str, *arguments: Any, **named: Any) -> Any:
        if path == POS[0]:
            fresh.translate({"On the harvest": "Об урожае"}, "ru")
        return update(po, path, *arguments, **named)

    monkeypatch.setattr("toolkit.project.catalogs.update", saved_meanwhile)
    outcome = fresh.run("update")
    assert (outcome.code, outcome.codes) == (1, ["file.write"])
    assert outcome.err.startswith(f"{POS[0]}: ")
    assert outcome.out.splitlines() == [POT, POS[1]]
    monkeypatch.undo()
    assert fresh.run("update").out.splitlines() == [POS[0]]
    assert message(fresh.po("ru"), "On the harvest").msgstr == "Об урожае"
