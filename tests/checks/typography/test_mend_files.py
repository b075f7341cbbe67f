"""Mends carried into PO and YAML files: the affected characters change, every other byte stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.checks.apply import apply_to_po, apply_to_yaml
from toolkit.language import codes
from toolkit.source.reader import read_document
from toolkit.translation import pofile

ROOT = Path(__file__).parents[3]
NAME = "documents/statement/2024-01-01-a.yaml"

PO_TYPED = r"""
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

# c "x" ...
#. Report - "title"
msgid "He said \"yes\" ..."
msgstr ""
"Он  сказал \"да\""
" - во"
"т..\\.."

  msgid   "Kept"
msgstr "Так \"так\""
" ." _

# waive check.quotes: the name is spelt so
msgid "Waived"
msgstr "Газета \"Азия\" , да"

#, fuzzy
msgid "Fuzzy"
msgstr "Это \"так\" ..."

msgid "One"
msgid_plural "Many"
msgstr[0] "Один \"день\""
msgstr[1] "Дни ..."

#~ msgid "Old..."
#~ msgstr "Так..."
"""

#: With spaces at the end of a line, which editors like to remove.
PO = PO_TYPED.replace(" _", "   ")

YAML = """
kind: statement
language: ru
date: 2024-01-01
title: "Он сказал \\"да\\" - и ушёл"   # comment "x"
summary: 'Это ''слово'' и "два"'
body:
  - >-
    Текст "раз" ... и
    "два", -
    три. В 2024 г. было 40
    000 человек.
  - Просто ННD "так" , [ссылка "x"](https://example.org/a...b). # "x"
  - |-
    Первый "абзац".

    Второй "абзац" - вот.
  - >-
    Свобода
    — это право.
"""


def mended_po(raw: bytes) -> bytes:
    return apply_to_po(raw, "a.po", "ru").raw


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_the_strings_of_a_po_file_change(line_end: str, mark: str) -> None:
    raw = (mark + PO.lstrip("\n").replace("\n", line_end)).encode("utf-8")
    wanted = (
        raw.decode("utf-8")
        .replace('"Он  сказал \\"да\\""', '"Он сказал «да»"')
        .replace('" - во"', '"\u00a0— во"')
        .replace('"Так \\"так\\""', '"Так «так»"')
        .replace('" ."   ', '"."   ')
        .replace('Азия\\" , да', 'Азия\\", да')
        .replace('"Один \\"день\\""', '"Один «день»"')
        .replace('"Дни ..."', '"Дни …"')
    )
    applied = apply_to_po(raw, "a.po", "ru")
    assert applied.raw.decode("utf-8") == wanted
    assert applied.skipped == ()
    assert len(applied.changes) == 5
    assert apply_to_po(applied.raw, "a.po", "ru").raw == applied.raw


def test_a_change_says_where_it_is_and_what() -> None:
    applied = apply_to_po(PO.lstrip("\n").encode("utf-8"), "a.po", "ru")
    first = applied.changes[0]
    assert (first.span.path, first.span.line) == ("a.po", 7)
    assert first.before.startswith("Он  сказал")
    assert {mend.code for mend in first.mends} == {
        "check.space", "check.quotes", "check.dash", "check.nbsp",
    }  # fmt: skip


def test_a_po_file_that_cannot_be_read_comes_back_as_it_is() -> None:
    raw = 'msgid "a"\nmsgstr "Так ...\n'.encode()
    assert mended_po(raw) == raw
    assert mended_po(b"\xff") == b"\xff"


def test_codes_that_are_switched_off_are_not_mended() -> None:
    raw = 'msgid "a"\nmsgstr "Так ... \\"вот\\""\n'.encode()
    applied = apply_to_po(raw, "a.po", "ru", keep=("check.ellipsis",))
    assert applied.raw == 'msgid "a"\nmsgstr "Так ... «вот»"\n'.encode()


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_the_texts_of_a_yaml_file_change(line_end: str, mark: str) -> None:
    raw = (mark + YAML.lstrip("\n").replace("\n", line_end)).encode("utf-8")
    document = read_document(raw, NAME, languages=codes()).value
    assert document is not None
    applied = apply_to_yaml(raw, NAME, document)
    wanted = (
        raw.decode("utf-8")
        .replace('"Он сказал \\"да\\" - и ушёл"', '"Он сказал «да»\u00a0— и ушёл"')
        .replace("''слово''", "«слово»")
        .replace('"два"\'', "«два»'")
        .replace('Просто ННD "так" , [ссылка "x"]', "Просто HHD «так», [ссылка «x»]")
        .replace('Первый "абзац"', "Первый «абзац»")
        .replace('Второй "абзац" -', "Второй «абзац»\u00a0—")
    )
    assert applied.raw.decode("utf-8") == wanted
    assert [change.span.line for change in applied.skipped] == [8, 18]
    assert len(applied.changes) == 5
    again = read_document(applied.raw, NAME, languages=codes()).value
    assert again is not None
    assert apply_to_yaml(applied.raw, NAME, again).raw == applied.raw


def test_the_files_of_the_project_are_read_and_come_back_byte_for_byte() -> None:
    """Of clean files nothing is changed; what is skipped would be a line break of YAML."""
    for path in sorted((ROOT / "translations").glob("*/LC_MESSAGES/*.po")):
        raw = path.read_bytes()
        applied = apply_to_po(raw, path.name, path.parts[-3])
        assert (applied.raw, applied.changes) == (raw, ())
        assert pofile.read(raw, path.name).value is not None
    for path in sorted((ROOT / "documents").glob("*/**/*.yaml")):
        raw, name = path.read_bytes(), path.relative_to(ROOT).as_posix()
        document = read_document(raw, name, languages=codes()).value
        assert document is not None
        assert apply_to_yaml(raw, name, document).raw == raw
