"""`toolkit status`: a line for each document and language, for people and for programs."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.workspace import HARVEST, WELCOME, Workspace, message
from toolkit.cli.markdown import escaped
from toolkit.diagnostics.formats import visible


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


def test_a_file_that_cannot_be_read_leaves_the_other_languages_to_be_counted(
    begun: Workspace,
) -> None:
    begun.write(f"translations/ru/LC_MESSAGES/{HARVEST}.po", "<<<<<<< HEAD\n")
    outcome = begun.run("status", HARVEST)
    assert (outcome.code, outcome.codes) == (1, ["po.syntax"])
    assert [line.split()[3] for line in outcome.out.splitlines()[1:]] == ["tk"]


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


def cells(markdown: str) -> list[list[str]]:
    """The rows of all tables without their rules, as a reader of the page sees them."""
    lines = [line for line in markdown.splitlines() if line.startswith("|") and "---" not in line]
    rows = [re.split(r" ?\| ?", line)[1:-1] for line in lines]
    return [[unescape(re.sub(r"<!--.*?-->", "", cell)) for cell in row] for row in rows]


def test_a_comment_gets_the_same_as_markdown(begun: Workspace) -> None:
    outcome = begun.run("status", HARVEST, "--format", "markdown")
    assert outcome.code == 0
    header, *rows = cells(outcome.out)
    assert header == ["Document", "Language", "Translated", "Fuzzy", "Missing", "Words left"]
    assert rows == [
        [HARVEST, "en → ru", "1/3", "1", "1", "7"],
        [HARVEST, "en → tk", "0/3", "0", "3", "10"],
    ]
    assert outcome.out.endswith("## Waived findings\n\nNo finding is waived.\n")


def test_a_waiver_stands_in_the_summary_with_its_place_and_reason(workspace: Workspace) -> None:
    workspace.statement("There were 12 people.")
    workspace.run("update")
    workspace.translate({"There were 12 people.": "Было 13 человек."}, "ru")
    reason = "a | b, `c` @d <b>e</b> #7"
    po = workspace.po("ru")
    message(po, "There were 12 people.").tcomment = f"waive check.number: {reason}"
    po.save()
    out = workspace.run("status", HARVEST, "--lang", "ru", "--format", "markdown").out
    code, where, why = cells(out)[-1]
    assert (code, why) == ("`check.number`", reason)
    path, line = where.split(":")[:2]
    assert workspace.path(path) == workspace.po_path("ru")
    said = workspace.po_path("ru").read_text("utf-8").splitlines()[int(line) - 1]
    assert said == 'msgid "There were 12 people."'


@given(text=st.text(st.characters(exclude_categories=("C", "Z")), max_size=30))
def test_a_text_in_the_summary_is_its_letters_and_nothing_else(text: str) -> None:
    made = escaped(text)
    assert "\n" not in made
    assert unescape(made.replace("<!-- -->", "")) == visible(text)
    bare = re.sub(r"&#\d+;|<!-- -->", "", made)
    assert not set(bare) & set("\\`*_~|<>&[](){}!#^$:")
    assert not re.search(r"@\w", made)


def test_a_summary_of_nothing_says_so(workspace: Workspace) -> None:
    workspace.path(f"documents/statement/{WELCOME}.yaml").unlink()
    out = workspace.run("status", "--format", "markdown").out
    assert "There are no documents." in out


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
