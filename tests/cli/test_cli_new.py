"""`toolkit new`: a commented form of each kind, which is right and builds as it is."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
import yaml

from tests.cli.workspace import HARVEST_PATH, REPOSITORY, Workspace

KINDS = ("statement", "open-letter", "report", "interview")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["ru", "tk", "en"])
def test_a_new_document_of_each_kind_passes_the_check_and_builds(
    workspace: Workspace, kind: str, language: str
) -> None:
    outcome = workspace.run("new", kind, "first-one", "--lang", language, "--date", "2026-05-31")
    assert outcome.code == 0
    name = "2026-05-31-first-one"
    assert outcome.out == f"documents/{kind}/{name}.yaml\n"
    checked = workspace.run("check", name)
    assert checked.code == 0
    # Not even the rules about letters and typography: a form is in the language that is asked for.
    assert set(re.findall(r"\[([a-z]+\.[a-z-]+)\]", checked.err)) == {"po.missing"}, checked.err
    built = workspace.html(name)
    assert built.code == 0, built.err
    assert f'<html lang="{language}"' in workspace.edition(language, name, kind)
    assert "draft" not in workspace.edition(language, name, kind).partition("<body")[2][:60]


def shape(value: Any) -> Any:
    """A form without its texts: fields, blocks and ids, and how many items each list has."""
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    return [shape(item) for item in value] if isinstance(value, list) else None


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["ru", "tk"])
def test_the_forms_of_all_languages_ask_for_the_same(kind: str, language: str) -> None:
    folder = REPOSITORY / "templates/new"
    english = (folder / f"{kind}.yaml").read_text("utf-8")
    other = (folder / language / f"{kind}.yaml").read_text("utf-8")
    assert shape(yaml.safe_load(other)) == shape(yaml.safe_load(english))
    optional = re.compile(r"^# *(?:- )?([a-z_]+):", re.M)
    assert optional.findall(other) == optional.findall(english)


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_document_can_be_translated_and_then_built_strictly(
    workspace: Workspace, kind: str
) -> None:
    workspace.run("new", kind, "one", "--lang", "en", "--date", "2026-05-31")
    name = "2026-05-31-one"
    assert workspace.run("update", name).code == 0
    assert not workspace.po_path("en", name).exists()
    workspace.translate_all(name)
    assert workspace.run("check", name).codes == []
    built = workspace.html(name, "--strict")
    assert built.code == 0, built.err


def test_the_language_is_the_first_of_the_project_and_the_day_is_today(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = dt.datetime(2026, 2, 28, 12, tzinfo=dt.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(day.timestamp())))
    workspace.edit("toolkit.yaml", "languages: [ru, tk, en]", "languages: [tk, ru, en]")
    outcome = workspace.run("new", "statement", "today")
    assert outcome.out == "documents/statement/2026-02-28-today.yaml\n"
    text = workspace.path(outcome.out.strip()).read_text("utf-8")
    assert "\nlanguage: tk " in text
    assert "\ndate: 2026-02-28 " in text


def test_the_form_names_the_schema_and_the_schema_is_there(workspace: Workspace) -> None:
    workspace.path("documents/schema/document.json").unlink()
    path = workspace.run("new", "report", "one", "--date", "2026-05-31").out.strip()
    first = workspace.path(path).read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schema/document.json"
    assert workspace.path("documents/schema/document.json").is_file()


@pytest.mark.parametrize(
    "slug", ["", "Big", "two words", "ünïcode", "ýaz", "a--b", "-a", "a-", "../up", "a/b", "x" * 61]
)
def test_a_slug_that_cannot_be_in_a_file_name_is_one_clear_line(
    workspace: Workspace, slug: str
) -> None:
    before = workspace.files()
    outcome = workspace.run("new", "--date", "2026-05-31", "statement", "--", slug)
    assert outcome.code == 2
    assert outcome.codes == ["document.name"]
    assert workspace.files() == before


@pytest.mark.parametrize(
    "date",
    [
        "20260531",
        "2026-W22-7",
        "2026-W22",
        "2026-5-31",
        "31.05.2026",
        "2026-02-30",
        "2026-13-01",
        "0000-01-01",
        "２０２６-05-31",
        "2026-05-31 ",
        "2026-05-31T12:00",
        "tomorrow",
    ],
)
def test_a_date_is_year_month_day_and_nothing_else(workspace: Workspace, date: str) -> None:
    before = workspace.files()
    outcome = workspace.run("new", "statement", "one", "--date", date)
    assert outcome.code == 2
    assert outcome.codes == ["field.date"]
    assert "2026-05-31" in outcome.err
    assert workspace.files() == before


@pytest.mark.parametrize("language", ["fr", "RU", "ru-RU", "english"])
def test_a_language_is_one_of_the_project(workspace: Workspace, language: str) -> None:
    outcome = workspace.run("new", "statement", "one", "--lang", language)
    assert outcome.code == 2
    assert outcome.codes == ["text.language"]
    assert "ru, tk, en" in outcome.err


def test_a_known_language_that_the_project_does_not_have_is_refused(workspace: Workspace) -> None:
    workspace.edit("toolkit.yaml", "languages: [ru, tk, en]", "languages: [ru, tk]")
    assert workspace.run("new", "statement", "one", "--lang", "en").code == 2
    # The sample document is in English: its own edition would be missing without a word.
    assert workspace.run("check").codes == ["settings.language"]


def test_all_that_is_wrong_is_said_at_once(workspace: Workspace) -> None:
    outcome = workspace.run("new", "statement", "Big", "--lang", "fr", "--date", "never")
    assert outcome.codes == ["document.name", "field.date", "text.language"]


def test_an_unknown_kind_is_a_usage_error_that_names_the_kinds(workspace: Workspace) -> None:
    outcome = workspace.run("new", "essay", "one")
    assert outcome.code == 2
    assert all(kind in outcome.err for kind in KINDS)


def test_an_existing_document_is_never_written_over(workspace: Workspace) -> None:
    workspace.write(HARVEST_PATH, "mine")
    outcome = workspace.run("new", "statement", "harvest", "--date", "2026-03-01")
    assert outcome.code == 1
    assert outcome.codes == ["file.exists"]
    assert outcome.err.startswith(f"{HARVEST_PATH}: ")
    assert workspace.path(HARVEST_PATH).read_text() == "mine"


def test_a_name_that_another_kind_has_is_refused(workspace: Workspace) -> None:
    workspace.statement("Grain.")
    outcome = workspace.run("new", "report", "harvest", "--date", "2026-03-01")
    assert outcome.code == 1
    assert outcome.codes == ["document.duplicate"]
    assert not workspace.path("documents/report").exists()
