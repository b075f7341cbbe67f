"""`toolkit status`: a line for each document and language, for people and for programs."""

from __future__ import annotations

import json

import pytest

from tests.cli.workspace import HARVEST, WELCOME, Workspace, message


@pytest.fixture
def begun(workspace: Workspace) -> Workspace:
    """A project with one document half translated into Russian: done, fuzzy and missing texts."""
    workspace.statement("Grain was burned.", "Two villages are empty.")
    workspace.run("update")
    workspace.translate({"On the harvest": "Об урожае", "Grain was burned.": "Зерно"}, "ru")
    po = workspace.po("ru")
    message(po, "Grain was burned.").flags.append("fuzzy")
    po.save()
    workspace.po_path("tk").unlink()
    return workspace


def test_the_table_counts_messages_and_words(begun: Workspace) -> None:
    outcome = begun.run("status")
    assert outcome.code == 0
    header, *rows = [line.split() for line in outcome.out.splitlines()]
    assert header == ["Document", "Language", "Translated", "Fuzzy", "Missing", "Words", "left"]
    assert rows == [
        [WELCOME, "en", "→", "ru", "16/16", "0", "0", "0"],
        [WELCOME, "en", "→", "tk", "16/16", "0", "0", "0"],
        [HARVEST, "en", "→", "ru", "1/3", "1", "1", "7"],
        [HARVEST, "en", "→", "tk", "0/3", "0", "3", "10"],
    ]


def test_columns_stand_below_one_another(begun: Workspace) -> None:
    lines = begun.run("status").out.splitlines()
    assert len({line.index("ru") for line in lines if "ru" in line}) == 1
    assert len({len(line) for line in lines}) == 1


def test_programs_get_the_same_as_json(begun: Workspace) -> None:
    outcome = begun.run("status", HARVEST, "--format", "json")
    assert outcome.code == 0
    assert json.loads(outcome.out)["editions"] == [
        {
            "document": HARVEST,
            "kind": "statement",
            "source_language": "en",
            "language": "ru",
            "has_file": True,
            "messages": 3,
            "translated": 1,
            "fuzzy": 1,
            "missing": 1,
            "words_left": 7,
        },
        {
            "document": HARVEST,
            "kind": "statement",
            "source_language": "en",
            "language": "tk",
            "has_file": False,
            "messages": 3,
            "translated": 0,
            "fuzzy": 0,
            "missing": 3,
            "words_left": 10,
        },
    ]


def test_a_language_can_be_asked_for(begun: Workspace) -> None:
    outcome = begun.run("status", "--lang", "tk", "--format", "json")
    assert {row["language"] for row in json.loads(outcome.out)["editions"]} == {"tk"}


def test_what_cannot_be_read_is_an_error_and_the_rest_is_counted(begun: Workspace) -> None:
    begun.statement("One[^nobody].")
    outcome = begun.run("status", "--format", "json")
    assert outcome.code == 1
    assert outcome.codes == ["note.undefined"]
    assert {row["document"] for row in json.loads(outcome.out)["editions"]} == {WELCOME}


def test_a_project_without_documents_has_an_empty_table(workspace: Workspace) -> None:
    workspace.path(f"documents/statement/{WELCOME}.yaml").unlink()
    assert workspace.run("status").code == 0
    assert json.loads(workspace.run("status", "--format", "json").out)["editions"] == []
