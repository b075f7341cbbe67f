"""Reading PO files as editors save them, and the findings on files that are not right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.catalogs import msgfmt_check
from tests.translation.support import HEADER, PATH, catalog, shown
from toolkit.diagnostics import Span
from toolkit.translation.catalog import Catalog, Entry, Previous, lookup
from toolkit.translation.pofile import LIMIT, read, write

POEDIT = Path(__file__).parent / "files" / "poedit.po"


def test_a_file_saved_by_poedit_is_read_whole() -> None:
    po = catalog(POEDIT.read_bytes())
    title, paragraph, page, path, replaced, word = po.entries
    assert po.header_comments == ("Перевод заявления.", "Переводчица, 2026.")
    assert po.field("x-generator") == "Poedit 3.4.2"
    assert (title.msgid, title.msgstr, title.line) == ("The lake is dry", ("Озеро высохло",), 22)
    assert paragraph.fuzzy
    assert paragraph.msgctxt == "context"
    assert paragraph.translator_comments == (
        "Проверить число у автора.",
        "",
        "Второй абзац замечания.",
    )
    assert paragraph.references == (
        "documents/statement/lake.yaml",
        "documents/statement/a-much-longer-name.yaml",
        "documents/statement/another.yaml",
    )
    assert paragraph.previous == Previous(
        "old context",
        "Since 2019 the lake has lost 27 square kilometres of water, and nobody has "
        "answered the letters of the people who live there.[^letter]",
    )
    assert paragraph.msgstr_lines == (41,)
    assert page.flags == ("python-brace-format",)
    assert page.msgstr == ("{count} страница", "{count} страницы", "{count} страниц")
    assert page.msgstr_lines == (49, 50, 51)
    assert path.msgid == 'A path C:\\new, a "quotation" and a\ttab'
    assert replaced.obsolete
    assert replaced.fuzzy
    assert replaced.previous == Previous(
        "old context",
        "A text that was replaced twice, and that is long enough to be wrapped by the editor.",
    )
    assert word.obsolete
    assert word.msgid_plural == "{count} words"
    assert list(lookup(po).values()) == [title, paragraph, page, path]


def test_a_file_saved_by_poedit_is_written_as_it_was() -> None:
    assert write(catalog(POEDIT.read_bytes())) == POEDIT.read_bytes()
    assert write(catalog(POEDIT.read_bytes().replace(b"\n", b"\r\n"))) == POEDIT.read_bytes()


def test_one_changed_entry_changes_its_own_lines_alone() -> None:
    po = catalog(POEDIT.read_bytes())
    entries = list(po.entries)
    entries[1] = entries[1].changed(fuzzy=False, previous=None, msgstr=("Новый перевод",))
    before = POEDIT.read_text(encoding="utf-8").split("\n\n")
    after = write(replace(po, entries=tuple(entries))).decode().split("\n\n")
    assert [place for place, block in enumerate(before) if after[place] != block] == [2]
    assert len(before) == len(after)


@pytest.mark.parametrize(
    "text",
    [
        'msgid "a" "b"\nmsgstr "c"',
        'msgid\n"ab"\n  msgstr\t"c"',
        'msgid""\n"ab"\n\nmsgstr "c"',
        '# one\n\n# two\n#,\n#:\n#.\nmsgid "ab"\nmsgstr "c"',
    ],
    ids=["two texts on a line", "keyword alone", "blank line inside", "empty comments"],
)
def test_what_gettext_allows_is_read(text: str) -> None:
    (entry,) = catalog(f"{HEADER}\n{text}\n").entries
    assert (entry.msgid, entry.msgstr) == ("ab", ("c",))


def test_a_byte_order_mark_is_accepted() -> None:
    assert catalog(b"\xef\xbb\xbf" + HEADER.encode()).field("Language") == "ru"


def test_an_empty_file_and_one_without_header_are_catalogs() -> None:
    assert write(catalog("")) == b""
    assert catalog('msgid "a"\nmsgstr "b"\n').header == ()


GOOD = 'msgid "a"\nmsgstr "b"\n\n'

#: Each: what stands after an entry of three lines, and what is found.
WRONG = {
    "truncated in a text": ('msgid "c"\nmsgstr "d', ["5:8", "not closed on its line"]),
    "truncated after msgid": ('msgid "c"\n', ["4:1", "has no msgstr"]),
    "truncated after msgctxt": ('msgctxt "c"\n', ["4:1", "has no msgstr"]),
    "no msgstr between": ('msgid "c"\nmsgid "d"\nmsgstr ""', ["5:1", "`msgid` stands twice"]),
    "two translations": ('msgid "c"\nmsgstr "d"\nmsgstr "e"', ["6:1", "`msgstr` stands twice"]),
    "bare quotation mark": ('msgid "c"\nmsgstr "say "no""', ["5:14", "after the closing"]),
    "no quotation marks": ("msgid c\nmsgstr d", ["4:7", "`msgid` is not followed by a text"]),
    "no keyword": ("hello", ["4:1", "neither a comment nor a part of a message"]),
    "misspelt keyword": ('msgids "c"\nmsgstr "d"', ["4:1", "neither a comment"]),
    "conflict marks": ("<<<<<<< HEAD\n" + GOOD, ["4:1", "a conflict between two versions"]),
    "text without keyword": ('# x\n"c"', ["5:1", "before any of msgid and msgstr"]),
    "unknown escape": (r'msgid "\q"', ["4:7", "`\\q` is not an escape"]),
    "comment inside": ('msgid "c"\n# x\nmsgstr "d"', ["5:1", "a comment stands inside"]),
    "previous inside": ('msgid "c"\n#| msgid "x"\nmsgstr "d"', ["5:1", "a previous text"]),
    "previous translation": ('#| msgstr "c"\n' + GOOD, ["4:1", "a previous text is one of"]),
    "half obsolete": ('#~ msgid "c"\nmsgstr "d"', ["5:1", "is obsolete (`#~`), another is not"]),
    "context late": ('msgid "c"\nmsgctxt "d"\nmsgstr ""', ["5:1", "`msgctxt` stands after"]),
    "no msgid": ('msgctxt "c"\nmsgstr "d"', ["5:1", "before any msgid"]),
    "form without plural": ('msgid "c"\nmsgstr[0] "d"', ["5:1", "where `msgstr` is expected"]),
    "more forms without plural": (
        'msgid "c"\nmsgstr "d"\nmsgstr[1] "e"',
        ["6:1", "without msgid_plural has one msgstr"],
    ),
    "plural without form": (
        'msgid "c"\nmsgid_plural "d"\nmsgstr "e"',
        ["6:1", "`msgstr` stands where `msgstr[0]` is expected"],
    ),
    "form left out": (
        'msgid "c"\nmsgid_plural "d"\nmsgstr[0] ""\nmsgstr[2] ""',
        ["7:1", "where `msgstr[1]` is expected"],
    ),
    "form bomb": (
        'msgid "c"\nmsgid_plural "d"\nmsgstr[999999999] ""',
        ["6:1", "neither a comment nor a part"],
    ),
}


@pytest.mark.parametrize(("text", "found"), WRONG.values(), ids=WRONG)
def test_a_mistake_is_found_in_its_line(text: str, found: list[str]) -> None:
    result = read((GOOD + text).encode(), "ru.po")
    assert result.value is None
    (only,) = result.findings
    assert only.code == "po.syntax"
    assert str(only.span) == f"ru.po:{found[0]}"
    assert found[1] in only.message
    assert only.hint


@pytest.mark.parametrize("case", WRONG)
def test_gettext_refuses_what_is_refused_here(case: str, tmp_path: Path) -> None:
    po = tmp_path / "ru.po"
    po.write_text(f"{HEADER}\n{WRONG[case][0]}\n", encoding="utf-8")
    assert msgfmt_check(po)


def test_all_mistakes_are_found_at_once() -> None:
    text = 'msgid "a\nmsgstr "b"\n\nmsgid "c"\nmsgstr d\n\nmsgid "e"\nmsgstr "f"\n\nmsgid "g"\n'
    assert [item.span.line for item in read(text.encode(), "ru.po").findings] == [1, 5, 10]


def test_a_file_of_something_else_is_not_listed_line_by_line() -> None:
    assert len(read(b"not a catalog\n\n" * 10_000, "ru.po").findings) == 20


def test_a_message_that_stands_twice_names_both_lines() -> None:
    text = GOOD + '#~ msgid "a"\n#~ msgstr "old"\n\nmsgctxt ""\nmsgid "a"\nmsgstr ""\n\n' + GOOD
    assert shown(read(text.encode(), "ru.po").findings) == [
        "ru.po:11:1 po.duplicate: the message stands twice in the file: in line 1 and in line 11"
    ]


def test_a_header_that_stands_twice() -> None:
    assert shown(read(f"{HEADER}\n{HEADER}".encode(), "ru.po").findings) == [
        "ru.po:15:1 po.duplicate: the header stands twice in the file: in line 1 and in line 15"
    ]


@pytest.mark.parametrize("charset", ["UTF-7", "windows-1251", "ISO-8859-9", "KLINGON"])
def test_another_character_set_is_refused(charset: str) -> None:
    text = HEADER.replace("UTF-8", charset) + '\nmsgid "a"\nmsgstr "+ADw-script+AD4-"\n'
    assert shown(read(text.encode(), "ru.po").findings) == [
        "ru.po:11:1 po.charset: "
        f"the file declares the character set `{charset}`; PO files are in UTF-8"
    ]


def test_bytes_that_are_not_utf8_are_found_where_they_stand() -> None:
    raw = HEADER.encode() + "\nmsgid «a»\n".encode() + "msgstr «озеро".encode("cp1251")
    (only,) = read(raw, "ru.po").findings
    assert (only.code, only.span) == ("po.charset", Span("ru.po", 16, 8))


@pytest.mark.parametrize("codec", ["utf-16", "utf-32"])
def test_wide_encodings_are_refused(codec: str) -> None:
    assert {item.code for item in read(HEADER.encode(codec), "ru.po").findings} == {"po.charset"}


@pytest.mark.parametrize("character", ["\0", "\x1b", "\x7f", "\x85", "\x9b", "\r", "\v"])
@pytest.mark.parametrize("text", ['# {}x\nmsgid "a"\nmsgstr "b"', 'msgid "a"\nmsgstr "b{}"'])
def test_control_characters_are_found_where_they_stand(text: str, character: str) -> None:
    line, column = (1, 3) if text.startswith("#") else (2, 10)
    assert shown(read(text.format(character).encode(), "ru.po").findings) == [
        f"ru.po:{line}:{column} file.control-character: "
        f"the line holds the control character U+{ord(character):04X}"
    ]


@pytest.mark.parametrize("escape", [r"\b", r"\f", r"\v"])
def test_control_characters_are_found_when_they_are_escaped(escape: str) -> None:
    (only,) = read(f'msgid "a"\nmsgstr "{escape}"\n'.encode(), "ru.po").findings
    assert (only.code, only.span.line) == ("file.control-character", 2)


@pytest.mark.parametrize("escape", [r"\a", r"\033", r"\x1b"])
def test_escapes_that_no_editor_writes_are_refused(escape: str) -> None:
    (only,) = read(f'msgid "a"\nmsgstr "{escape}"\n'.encode(), "ru.po").findings
    assert (only.code, only.span) == ("po.syntax", Span("ru.po", 2, 8))


def test_a_file_of_many_control_characters_is_not_listed_line_by_line() -> None:
    assert len(read(b"\0\n" * 10_000, "ru.po").findings) == 10


def test_a_file_that_is_too_large_is_not_read() -> None:
    raw = b"# " + b"a" * LIMIT
    assert shown(read(raw, "ru.po").findings) == [
        "ru.po file.too-large: the file is larger than 8 MiB, the most that is read of a PO file"
    ]


HOSTILE = [
    "<script>alert(1)</script>",
    "%(n)999999999d",
    "100 % готово",
    "{{ config }} {% raw %}",
    "{0.__class__}",
    "\u202egnp.exe",
    "U+2028 \u2028 is no end of a line",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_translations_are_data(text: str) -> None:
    po = Catalog("ru.po", catalog(HEADER).head, (Entry(msgid="a", msgstr=(text,)),))
    assert catalog(write(po)).entries[0].msgstr == (text,)


def test_a_field_is_found_in_its_line() -> None:
    po = catalog(HEADER)
    assert po.field_span("Language") == Span(PATH, 9, 1)
    assert po.field_span("X-Generator") == Span(PATH, 1, 1)
    assert catalog('msgid "a"\nmsgstr "b"').field_span("Language") == Span(PATH)
