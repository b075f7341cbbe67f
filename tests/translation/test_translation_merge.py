"""Merging: golden cases (``merge/*.txt``), each old PO file, messages and expected PO file in one.

``ACCEPT=1 pytest tests/translation`` writes what comes out now as what is expected. The laws in
``test_translation_merge_laws.py`` hold whatever was accepted.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.catalogs import i18nspector_errors, msgcat_text, msgfmt_check
from tests.support.programs import run
from tests.translation.support import (
    HEADER,
    LATER,
    NOW,
    PATH,
    catalog,
    message_of,
    messages_of,
    shown,
    template,
    updated,
)
from toolkit.diagnostics import Span
from toolkit.language import get
from toolkit.translation.memory import Memory
from toolkit.translation.merge import update
from toolkit.translation.message import Message

CASES = sorted((Path(__file__).parent / "merge").glob("*.txt"))


def parts(case: Path) -> dict[str, str]:
    """The parts of a case: its title, then what stands under each ``=== name``."""
    title, *rest = case.read_text(encoding="utf-8").split("\n=== ")
    named = (part.partition("\n") for part in rest)
    return {"title": title.strip(), **{name: body.strip() for name, _, body in named}}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_merging(case: Path, tmp_path: Path) -> None:
    given = parts(case)
    memory = Memory([catalog(given["memory"], "elsewhere.po")] if "memory" in given else [])
    old = f"{HEADER}\n{given['old']}\n".encode()
    messages = messages_of(given["messages"])

    new = updated(old, messages, memory)

    body = new.decode().removeprefix(HEADER).strip()
    if os.environ.get("ACCEPT"):
        before = case.read_text(encoding="utf-8").partition("\n=== expected\n")[0]
        case.write_text(f"{before.rstrip()}\n\n=== expected\n{body}\n", encoding="utf-8")
    else:
        assert body == given["expected"]
    assert updated(new, messages, memory) == new, "running it twice changes no byte"
    po = tmp_path / "ru.po"
    po.write_bytes(new)
    assert msgfmt_check(po) == []
    assert i18nspector_errors(po) == []
    # msgcat drops obsolete entries without a translation, even if they have a comment.
    kept = tuple(e for e in catalog(new).entries if e.typed or not e.obsolete)
    assert catalog(msgcat_text(po)).entries == kept


def test_a_new_file_has_a_header_without_persons(tmp_path: Path) -> None:
    messages = (Message("Lake", references=("documents/statement/lake.yaml",)),)
    new = updated(None, messages)
    assert new.decode() == (
        f'{HEADER}\n#: documents/statement/lake.yaml\nmsgid "Lake"\nmsgstr ""\n'
    )
    po = tmp_path / "ru.po"
    po.write_bytes(new)
    assert msgfmt_check(po) == []
    assert i18nspector_errors(po) == []
    assert msgcat_text(po) == new.decode()


@pytest.mark.parametrize("code", ["ru", "tk", "en"])
def test_a_new_file_of_every_language_pleases_the_gettext_tools(code: str, tmp_path: Path) -> None:
    messages = (Message("{count} page", msgid_plural="{count} pages"), Message("Lake"))
    po = tmp_path / f"{code}.po"
    po.write_bytes(updated(None, messages, language=get(code)))
    assert msgfmt_check(po) == []
    assert i18nspector_errors(po) == []
    assert len(catalog(po.read_bytes()).entries[0].msgstr) == get(code).plural_count


def test_a_later_date_alone_changes_no_byte() -> None:
    messages = (Message("Lake"),)
    first = updated(None, messages, created=NOW)
    assert updated(first, messages, created=LATER) == first
    assert b"2026-12-24 18:30+0000" in updated(first, (Message("Sea"),), created=LATER)


def test_a_file_with_other_line_ends_and_wrapping_changes_no_byte_for_nothing() -> None:
    messages = (Message("Lake " * 30),)
    wrapped = HEADER + '\nmsgid ""\n' + '"Lake Lake Lake "\n' * 10 + 'msgstr "Озеро"\n'
    windows = wrapped.replace("\n", "\r\n").encode()
    assert updated(windows, messages) == windows
    marked = b"\xef\xbb\xbf" + wrapped.encode()
    assert updated(marked, messages) == marked


def test_an_entry_that_does_not_change_keeps_the_lines_of_the_editor() -> None:
    wrapped = '# typed   by hand\nmsgid ""\n"Lake and "\n"sea"\nmsgstr ""\n"Озеро "\n"и море"'
    old = f"{HEADER}\n{wrapped}\n".encode()
    new = updated(old, (Message("A title"), Message("Lake and sea")))
    assert new.decode() == f'{HEADER}\nmsgid "A title"\nmsgstr ""\n\n{wrapped}\n'


def test_a_comment_that_an_editor_wrapped_stays_wrapped_until_it_says_something_else() -> None:
    wrapped = '#. Statement ·\n#. paragraph 1\nmsgid "Lake"\nmsgstr "Озеро"'
    old = f"{HEADER}\n{wrapped}\n".encode()
    assert updated(old, (Message("Lake", comments=("Statement · paragraph 1",)),)) == old
    moved = updated(old, (Message("Lake", comments=("Statement · paragraph 2",)),))
    assert b"#. Statement \xc2\xb7 paragraph 2\nmsgid" in moved


def test_header_fields_of_the_translator_survive_and_ours_are_right() -> None:
    old = r"""# Перевод: А. Б.
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: our own name 3\n"
"Report-Msgid-Bugs-To: nobody@example.org\n"
"POT-Creation-Date: 2020-01-01 00:00+0000\n"
"PO-Revision-Date: 2021-02-03 04:05+0500\n"
"Last-Translator: A. B. <ab@example.org>\n"
"Language-Team: Our team\n"
"Language: ru_RU\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"X-Generator: Poedit 3.4.2\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n"
"%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\n"
"X-Poedit-Bookmarks: 1,-1\n"
"""
    new = updated(old.encode(), (Message("Lake"),))
    changed = dict(catalog(new).header)
    before = dict(catalog(old).header)
    assert changed.pop("Report-Msgid-Bugs-To") == "https://example.org/errors"
    assert changed.pop("POT-Creation-Date") == "2026-11-21 07:00+0000"
    assert list(changed) == [name for name in before if name in changed]
    assert all(before[name] == value for name, value in changed.items())
    assert catalog(new).header_comments == ("Перевод: А. Б.",)
    assert b"fuzzy" not in new


def test_placeholders_of_a_header_are_filled() -> None:
    messages = (Message("Lake"),)
    assert updated(template(messages), messages).decode().startswith(HEADER)


def test_a_header_marked_fuzzy_as_in_a_template_is_put_right() -> None:
    assert updated(f"#, fuzzy\n{HEADER}".encode(), ()).decode() == HEADER


def test_a_wrong_plural_rule_is_put_right() -> None:
    old = HEADER.replace("nplurals=3; plural=(n%10==1", "nplurals=3; plural=(n%10==2")
    assert updated(old.encode(), ()).decode() == HEADER


@pytest.mark.parametrize("rule", ["nplurals=999999999; plural=n;", "nplurals=3; plural=n%0;", "?"])
def test_a_plural_bomb_is_put_right(rule: str) -> None:
    old = HEADER.replace("Plural-Forms: ", f"Plural-Forms: {rule} ")
    assert updated(old.encode(), ()).decode() == HEADER


def test_a_file_of_another_language_is_refused() -> None:
    po = HEADER.replace("Language: ru", "Language: tk").encode()
    result = update(po, PATH, (), language=get("ru"), template=template(()), memory=Memory())
    assert result.value is None
    assert shown(result.findings) == [
        f"{PATH}:9:1 po.language: the file says that it is in `tk`, "
        "but its folder is for `ru` (Russian)"
    ]


def test_a_file_that_cannot_be_read_is_refused() -> None:
    result = update(
        b'msgid "Lake"\n',
        PATH,
        (),
        language=get("ru"),
        template=template(()),
        memory=Memory(),
    )
    assert result.value is None
    assert [item.span for item in result.findings] == [Span(PATH, 1, 1)]


def test_comments_at_the_end_of_the_file_survive() -> None:
    old = f'{HEADER}\nmsgid "Lake"\nmsgstr "Озеро"\n\n# the end\n'.encode()
    new = updated(old, (Message("Sea"),))
    assert new.endswith('#~ msgstr "Озеро"\n\n# the end\n'.encode())


def test_messages_can_be_read_back_from_a_template() -> None:
    messages = (Message("Lake", "where", comments=("Title",), references=("a.yaml",)),)
    assert tuple(message_of(entry) for entry in catalog(template(messages)).active) == messages


def test_msgmerge_finds_nothing_to_do_in_a_file_that_is_up_to_date(tmp_path: Path) -> None:
    """Poedit and Weblate may update a file from the template by themselves."""
    first = (
        Message("The lake has lost 27 square kilometres.", comments=("Title",)),
        Message("Chair", "office", references=("documents/statement/lake.yaml",)),
        Message("{n} page", msgid_plural="{n} pages", flags=("python-brace-format",)),
    )
    typed = updated(None, first).replace(
        b'kilometres."\nmsgstr ""', 'kilometres."\nmsgstr "Озеро обмелело."'.encode()
    )
    messages = (*first[1:], Message("The lake has lost 28 square kilometres."))
    po, pot = tmp_path / "ru.po", tmp_path / "lake.pot"
    po.write_bytes(updated(typed, messages))
    pot.write_bytes(template(messages))
    assert "Озеро обмелело." in po.read_text(encoding="utf-8")
    merged = run("msgmerge", "--quiet", "--no-wrap", "--previous", po, pot)
    assert merged.code == 0
    assert merged.output == po.read_text(encoding="utf-8")
