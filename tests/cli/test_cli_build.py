"""`toolkit build`: all editions of a document together, drafts marked, strict ones refused."""

from __future__ import annotations

import re

import pytest

from tests.cli.workspace import HARVEST, WELCOME, Workspace, message

FOLDER = f"build/statement/{HARVEST}"


def stand_ins(html: str) -> list[tuple[str, str, str]]:
    """The texts that stand in for a translation: why, in what language, and their characters."""
    return re.findall(r'<span class="stand-in (\w+)" lang="(\w+)">([^<]*)</span>', html)


@pytest.fixture
def begun(workspace: Workspace) -> Workspace:
    """A project with a document that is translated into Turkmen but only half into Russian."""
    workspace.statement("Grain was burned.", "The villages are empty.", "The press is silent.")
    workspace.run("update")
    workspace.translate_all()
    po = workspace.po("ru")
    message(po, "Grain was burned.").msgstr = ""
    message(po, "The villages are empty.").flags.append("fuzzy")
    message(po, "The press is silent.").msgstr = "Пресса [молчит](https://elsewhere.example.org)."
    po.save()
    return workspace


def test_html_alone_is_written_without_starting_the_pdf_engine(begun: Workspace) -> None:
    outcome = begun.html(HARVEST)
    assert outcome.code == 0
    assert sorted(begun.files(FOLDER)) == [
        f"{FOLDER}/{HARVEST}.{c}.html" for c in ("en", "ru", "tk")
    ]
    assert outcome.out == f"{FOLDER}/  ru draft (3), tk, en\n"


def test_a_text_without_a_good_translation_stands_there_in_its_own_language_and_marked(
    begun: Workspace,
) -> None:
    outcome = begun.html(HARVEST)
    assert stand_ins(begun.edition("ru")) == [
        ("untranslated", "en", "Grain was burned."),
        ("fuzzy", "en", "The villages are empty."),
        ("invalid", "en", "The press is silent."),
    ]
    assert 'class="draft-notice"' in begun.edition("ru")
    assert 'class="kind-statement draft"' in begun.edition("ru")
    # A link that the source does not have never gets into an edition.
    assert "elsewhere.example.org" not in begun.edition("ru")
    assert outcome.codes == ["message.untranslated"]
    assert "1 missing, 1 fuzzy, 1 invalid" in outcome.err


@pytest.mark.parametrize("language", ["tk", "en"])
def test_a_complete_edition_has_no_mark(begun: Workspace, language: str) -> None:
    begun.html(HARVEST)
    html = begun.edition(language)
    assert "draft" not in html.partition("</style>")[2]
    assert stand_ins(html) == []
    assert f'<html lang="{language}"' in html


def test_all_editions_have_the_same_anchors(begun: Workspace) -> None:
    begun.html(HARVEST)
    anchors = [re.findall(r'id="([^"]+)"', begun.edition(code)) for code in ("ru", "tk", "en")]
    assert anchors[0] == anchors[1] == anchors[2]
    assert {"p1", "p2", "p3"} <= set(anchors[0])


@pytest.mark.parametrize("flaw", ["missing", "fuzzy", "invalid", "no file"])
def test_a_strict_build_refuses_each_flaw_and_leaves_the_old_editions(
    begun: Workspace, flaw: str
) -> None:
    begun.translate_all()
    assert begun.html(HARVEST, "--strict").code == 0
    old = begun.files("build")
    po = begun.po("tk")
    entry = message(po, "Grain was burned.")
    if flaw == "missing":
        entry.msgstr = ""
    elif flaw == "fuzzy":
        entry.flags.append("fuzzy")
    elif flaw == "invalid":
        entry.msgstr = "Galla [^nobody]"
    po.save()
    if flaw == "no file":
        begun.po_path("tk").unlink()
    begun.edit(f"documents/statement/{HARVEST}.yaml", "On the harvest", "On this harvest")
    outcome = begun.html(HARVEST, "--strict")
    assert outcome.code == 1
    assert outcome.findings("strict.incomplete")[-1].startswith(
        f"translations/tk/LC_MESSAGES/{HARVEST}.po: "
    )
    assert outcome.out == ""
    assert begun.files("build") == old


def test_a_strict_build_of_the_complete_languages_is_possible(begun: Workspace) -> None:
    outcome = begun.html(HARVEST, "--strict", "--lang", "tk", "--lang", "en")
    assert outcome.code == 0
    assert outcome.out == f"{FOLDER}/  tk, en\n"
    assert f"{FOLDER}/{HARVEST}.ru.html" not in begun.files("build")


def test_one_language_is_built_and_the_others_stay_as_they_were(begun: Workspace) -> None:
    begun.html(HARVEST)
    old = begun.files(FOLDER)
    begun.edit("toolkit.yaml", "en: Your Organisation", "en: Harvest Watch")
    begun.edit("toolkit.yaml", "tk: Siziň guramaňyz", "tk: Hasyl garawuly")
    assert begun.html(HARVEST, "--lang", "en").out == f"{FOLDER}/  en\n"
    new = begun.files(FOLDER)
    assert {name for name in new if new[name] != old[name]} == {f"{FOLDER}/{HARVEST}.en.html"}


def test_a_document_with_an_error_keeps_its_editions_and_the_others_are_built(
    begun: Workspace,
) -> None:
    begun.html()
    old = begun.files(FOLDER)
    begun.statement("Grain[^nobody].")
    begun.edit(f"documents/statement/{WELCOME}.yaml", "Write the first document.", "Write it.")
    outcome = begun.html()
    assert outcome.code == 1
    assert "note.undefined" in outcome.codes
    assert outcome.out.startswith(f"build/statement/{WELCOME}/")
    assert begun.files(FOLDER) == old
    assert "Write it." in begun.edition("en", WELCOME)


def test_building_twice_changes_no_byte(begun: Workspace) -> None:
    begun.html()
    old = begun.files()
    assert begun.html().code == 0
    assert begun.files() == old


def test_the_output_folder_is_a_setting(begun: Workspace) -> None:
    begun.edit("toolkit.yaml", "organisation:", "output: ./public/editions/\n\norganisation:")
    assert begun.html(HARVEST).out.startswith(f"public/editions/statement/{HARVEST}/")
    assert begun.path(f"public/editions/statement/{HARVEST}/{HARVEST}.en.html").is_file()


@pytest.mark.parametrize(
    ("output", "code"),
    [
        ("../elsewhere", "file.outside"),
        ("build/../../elsewhere", "file.outside"),
        ("/srv/elsewhere", "file.outside"),
        ("documents", "field.value"),
        ("documents/statement", "field.value"),
        ("translations/editions", "field.value"),
        ("templates", "field.value"),
        (".", "field.value"),
        (".git", "field.value"),
        ("public/.well-known", "field.value"),
    ],
)
def test_editions_go_into_a_folder_of_their_own_inside_the_project(
    begun: Workspace, output: str, code: str
) -> None:
    begun.edit("toolkit.yaml", "organisation:", f"output: {output}\n\norganisation:")
    before = begun.files("..")
    outcome = begun.html()
    assert (outcome.code, outcome.codes) == (1, [code])
    assert re.match(r"toolkit\.yaml:\d+:9: ", outcome.err)
    assert begun.files("..") == before


def test_a_language_that_the_project_does_not_have_is_a_usage_error(begun: Workspace) -> None:
    outcome = begun.html("--lang", "fr")
    assert outcome.code == 2
    assert "ru, tk, en" in outcome.err


@pytest.mark.parametrize("jobs", ["0", "-1", "65", "many"])
def test_a_number_of_jobs_that_makes_no_sense_is_a_usage_error(begun: Workspace, jobs: str) -> None:
    assert begun.run("build", "--jobs", jobs).code == 2


@pytest.mark.slow
def test_html_and_pdf_are_written_together_and_a_second_build_changes_no_byte(
    begun: Workspace,
) -> None:
    outcome = begun.run("build", HARVEST)
    assert outcome.code == 0
    assert outcome.out == f"{FOLDER}/  ru 1 p. draft (3), tk 1 p., en 1 p.\n"
    old = begun.files("build")
    assert len(old) == 6
    assert all(data.startswith((b"%PDF-", b"<!doctype html>")) for data in old.values())
    assert begun.run("build", HARVEST, "--format", "pdf", "-j", "1").code == 0
    assert begun.files("build") == old
