"""Whole ways of a text: written, translated in a PO editor, changed, taken out, brought back."""

from __future__ import annotations

import re

import polib
import pytest

from tests.cli.workspace import HARVEST, HARVEST_PATH, WELCOME, Workspace, message, translation
from tests.support.catalogs import i18nspector_errors, msgcat_text, msgfmt_check

FIRST = "The authorities burned 120 hectares of wheat near the village of Garly."
CHANGED = "The authorities burned 140 hectares of wheat near the town of Garly."
SECOND = "All still wait for their pay, and the courts keep silent on the letters of the farmers."
THIRD = "We ask the Ministry of Agriculture to say who gave the order."


@pytest.fixture
def translated(workspace: Workspace) -> Workspace:
    """A document that is written, updated, translated in Poedit, and built strictly."""
    workspace.statement(FIRST, SECOND, THIRD)
    assert workspace.run("update").code == 0
    workspace.translate_all()
    assert workspace.run("check").codes == []
    outcome = workspace.html("--strict")
    assert (outcome.code, outcome.codes) == (0, [])
    return workspace


def stand_ins(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<span class="stand-in (\w+)" lang="en">([^<]*)</span>', html)


def test_what_a_po_editor_saved_is_printed_and_its_header_kept(translated: Workspace) -> None:
    assert translation(SECOND, "tk") in translated.edition("tk")
    text = translated.po_path("tk").read_text("utf-8")
    assert '"X-Generator: Poedit 3.4.2\\n"' in text
    assert '"Last-Translator: A. Translator <translator@example.org>\\n"' in text
    assert "translator@example.org" not in translated.edition("tk")
    # Poedit wraps at column 79; nothing is lost by it.
    assert f'msgstr "{translation(SECOND, "tk")}"' not in text


def test_a_changed_word_and_number_keep_the_translation_fuzzy_until_it_is_approved(
    translated: Workspace,
) -> None:
    translated.edit(HARVEST_PATH, FIRST, CHANGED)
    assert translated.run("update").code == 0
    entry = message(translated.po("ru"), CHANGED)
    assert entry.msgstr == translation(FIRST, "ru")
    assert entry.fuzzy
    assert entry.previous_msgid == FIRST

    strict = translated.html("--strict")
    assert (strict.code, strict.codes) == (1, ["strict.incomplete", "strict.incomplete"])
    assert FIRST in translated.edition("en")
    assert translated.html().code == 0
    assert stand_ins(translated.edition("ru")) == [("fuzzy", CHANGED)]
    assert translation(SECOND, "ru") in translated.edition("ru")

    for language in ("ru", "tk"):
        translated.translate({CHANGED: translation(CHANGED, language)}, language)
    assert translated.html("--strict").code == 0
    assert translation(CHANGED, "ru") in translated.edition("ru")
    assert message(translated.po("ru"), CHANGED).previous_msgid is None
    assert translated.run("update", "--check").code == 0


def test_a_changed_text_that_changes_back_needs_no_new_translation(translated: Workspace) -> None:
    before = {path: translated.po_path(path).read_bytes() for path in ("ru", "tk")}
    translated.edit(HARVEST_PATH, FIRST, CHANGED)
    translated.run("update")
    translated.edit(HARVEST_PATH, CHANGED, FIRST)
    translated.run("update")
    po = translated.po("ru")
    assert message(po, FIRST).msgstr == translation(FIRST, "ru")
    assert {entry.msgid for entry in po if not entry.obsolete} == {
        entry.msgid for entry in polib.pofile(before["ru"].decode())
    }


def test_a_text_that_is_removed_and_returns_finds_its_translation(translated: Workspace) -> None:
    translated.edit(HARVEST_PATH, f"  - {SECOND}\n", "")
    translated.run("update")
    gone = [entry for entry in translated.po("ru") if entry.obsolete]
    assert [(entry.msgid, entry.msgstr) for entry in gone] == [(SECOND, translation(SECOND, "ru"))]
    assert translated.html("--strict").code == 0
    assert SECOND not in translated.edition("ru")

    translated.edit(HARVEST_PATH, f"  - {THIRD}\n", f"  - {THIRD}\n  - {SECOND}\n")
    translated.run("update")
    po = translated.po("ru")
    assert message(po, SECOND).msgstr == translation(SECOND, "ru")
    assert not message(po, SECOND).fuzzy
    assert not [entry for entry in po if entry.obsolete]
    assert translated.html("--strict").code == 0


def test_a_paragraph_that_moves_inside_its_document_keeps_its_translation(
    translated: Workspace,
) -> None:
    translated.statement(THIRD, FIRST, SECOND)
    translated.run("update")
    assert [entry.msgid for entry in translated.po("tk")][1:] == [THIRD, FIRST, SECOND]
    assert not [entry for entry in translated.po("tk") if entry.fuzzy]
    assert translated.html("--strict").code == 0


def test_a_paragraph_that_is_copied_into_another_document_is_offered_there(
    translated: Workspace,
) -> None:
    other = "2026-04-01-spring"
    translated.statement(THIRD, "Spring has come.", name=other)
    translated.run("update", other)
    po = translated.po("ru", other)
    offer = message(po, THIRD)
    assert (offer.msgstr, offer.fuzzy) == (translation(THIRD, "ru"), True)
    assert message(po, "Spring has come.").msgstr == ""
    # An offer is not a translation: a person decides.
    assert translated.html(other, "--strict").code == 1


def test_a_renamed_document_gets_its_translations_offered_again(translated: Workspace) -> None:
    other = "2026-03-01-wheat"
    translated.path(HARVEST_PATH).rename(translated.path(f"documents/statement/{other}.yaml"))
    assert translated.run("check").codes.count("po.orphan") == 2
    translated.run("update")
    assert message(translated.po("tk", other), SECOND).msgstr == translation(SECOND, "tk")


def test_what_translators_wrote_beside_the_texts_survives(translated: Workspace) -> None:
    po = translated.po("ru")
    message(po, SECOND).tcomment = "The word for court: see the glossary."
    po.header = "Translations of the harvest.\nA. Translator, 2026."
    po.metadata["X-Team"] = "evening shift"
    po.save()
    translated.edit(HARVEST_PATH, FIRST, CHANGED)
    translated.run("update")
    text = translated.po_path("ru").read_text("utf-8")
    assert "# The word for court: see the glossary." in text
    assert text.startswith("# Translations of the harvest.\n# A. Translator, 2026.\n")
    assert '"X-Team: evening shift\\n"' in text


def test_gettext_tools_have_nothing_to_say_about_any_file_on_the_way(
    translated: Workspace,
) -> None:
    translated.edit(HARVEST_PATH, FIRST, CHANGED)
    translated.edit(HARVEST_PATH, f"  - {SECOND}\n", "")
    translated.run("update")
    for language in ("ru", "tk"):
        path = translated.po_path(language)
        assert msgfmt_check(path) == []
        assert i18nspector_errors(path) == []
    template = translated.path(f"translations/templates/{HARVEST}.pot")
    assert i18nspector_errors(template) == []
    assert msgcat_text(template) == template.read_text("utf-8")


def test_each_language_of_a_project_may_be_the_source_of_a_document(workspace: Workspace) -> None:
    path = workspace.statement("Bugdaý ýakyldy.")
    workspace.edit(path, "language: en", "language: tk")
    workspace.run("update", HARVEST)
    assert not workspace.po_path("tk").exists()
    assert message(workspace.po("en"), "Bugdaý ýakyldy.").msgstr == ""
    assert workspace.html(HARVEST).codes == ["message.untranslated", "message.untranslated"]
    assert 'lang="tk">Bugdaý ýakyldy.</span>' in workspace.edition("ru")
    assert "stand-in" not in workspace.edition("tk").partition("</style>")[2]


def test_a_language_may_be_added_to_a_project_later(workspace: Workspace) -> None:
    workspace.edit("toolkit.yaml", "languages: [ru, tk, en]", "languages: [ru, en]")
    workspace.path(f"translations/tk/LC_MESSAGES/{WELCOME}.po").unlink()
    assert workspace.html("--strict").code == 0
    workspace.edit("toolkit.yaml", "languages: [ru, en]", "languages: [ru, tk, en]")
    assert workspace.run("check").codes == ["po.missing"]
    workspace.run("update")
    workspace.translate_all(WELCOME)
    assert workspace.html("--strict").code == 0
