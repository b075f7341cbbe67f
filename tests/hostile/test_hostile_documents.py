"""Documents that were written to do harm, or that a broken program wrote."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.cli.workspace import HARVEST, HARVEST_PATH, Workspace
from tests.hostile.attack import READING, refused, run

HEAD = "kind: statement\nlanguage: en\ndate: 2026-03-01\ntitle: On the harvest\n"
BODY = "body: [Grain.]\n"
LETTERS = "abcdefghij"


def alias_bomb() -> str:
    """Ten lists, each of nine times the one before: three billion values, if one is so kind."""
    lists = [f"  - &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in pairwise(LETTERS)]
    return f"{HEAD}body:\n  - &a [x, x, x]\n" + "".join(lists)


def merge_key_bomb() -> str:
    """The same with merge keys, which some readers follow while they read."""
    return "a: &a {x: 1}\n" + "".join(
        f"{new}: &{new} {{<<: [{', '.join([f'*{old}'] * 9)}]}}\n" for old, new in pairwise(LETTERS)
    )


ATTACKS: dict[str, tuple[str | bytes, str, int]] = {
    "alias bomb": (alias_bomb(), "yaml.alias", 6),
    "merge key bomb": (merge_key_bomb(), "yaml.alias", 1),
    "recursion": (f"{HEAD}body: &a [*a]\n", "yaml.alias", 5),
    "100,000 brackets": (f"{HEAD}body: {'[' * 100_000}", "yaml.too-deep", 5),
    "100,000 braces": (f"{HEAD}body: {'{a: ' * 100_000}", "yaml.too-deep", 5),
    "100,000 dashes": (f"{HEAD}body:\n{'- ' * 100_000}x", "yaml.too-deep", 6),
    "deep steps": ("".join(f"{' ' * n}a:\n" for n in range(1500)), "yaml.too-deep", 21),
    "a field given twice": (f"{HEAD}title: Another\n{BODY}", "yaml.duplicate-key", 5),
    "a python object": (
        f"{HEAD}body:\n  - !!python/object/apply:os.system [id]\n",
        "yaml.tag",
        6,
    ),
    "a python name": (f"!!python/name:os.system\n{HEAD}{BODY}", "yaml.tag", 1),
    "a tag of its own": (f"{HEAD}body: !secret [x]\n", "yaml.tag", 5),
    "a list as a name": (f"{HEAD}{BODY}? [a]\n: b\n", "yaml.syntax", 6),
    "two documents": (f"{HEAD}{BODY}---\n{HEAD}{BODY}", "yaml.several-documents", 6),
    "NUL": (f"{HEAD}body: [a\0b]\n", "file.control-character", 5),
    "escape": (f"{HEAD}body: [a\x1b[31mb]\n", "file.control-character", 5),
    "escaped escape": (f'{HEAD}body: ["a\\e[31mb"]\n', "file.control-character", 5),
    "escape in a name": (f'{HEAD}{BODY}"\\e[31m": x\n', "file.control-character", 6),
    "C1 control": (f"{HEAD}body: [a\u009b31mb]\n", "file.control-character", 5),
    "next line": (f"{HEAD}body: [a\u0085b]\n", "file.control-character", 5),
    "line separator": (f"{HEAD}body: [a\u2028b]\n", "file.control-character", 5),
    "turned direction": (f"{HEAD}body: [a\u202eb]\n", "file.control-character", 5),
    "entity of an escape": (f"{HEAD}body: ['a&#27;[31mb']\n{HEAD}", "yaml.duplicate-key", 6),
    "lone surrogate": (f'{HEAD}body: ["\\ud800"]\n', "yaml.syntax", 5),
    "surrogate in UTF-8": (HEAD.encode() + b"body: [a\xed\xa0\x80b]\n", "file.encoding", 5),
    "UTF-16": ((HEAD + BODY).encode("utf-16"), "file.encoding", 0),
    "UTF-16 without a mark": ((HEAD + BODY).encode("utf-16-le"), "file.encoding", 0),
    "UTF-32": ((HEAD + BODY).encode("utf-32"), "file.encoding", 0),
    "Windows-1251": (f"{HEAD}body: [Урожай]\n".encode("cp1251"), "file.encoding", 5),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "file.encoding", 1),
    "nothing": ("", "field.missing", 0),
    "only a comment": ("# nothing\n", "field.missing", 0),
    "a list": ("- kind: statement\n", "field.type", 1),
    "5 MB": (f"{HEAD}body: [{'x' * 5_000_000}]\n", "file.too-large", 0),
    "a text without end": (f"{HEAD}body: [{'word ' * 50_000}]\n", "field.value", 5),
    "a year without end": (HEAD.replace("2026", "9" * 5000) + BODY, "field.date", 3),
    "a note that leads out": (
        f"{HEAD}body: ['x[^../../x]']\nnotes: {{'../../x': y}}\n",
        "field.value",
        6,
    ),
    "a note of 300 bytes": (
        f"{HEAD}body: ['x[^{'a' * 300}]']\nnotes: {{{'a' * 300}: y}}\n",
        "field.value",
        6,
    ),
    "a person that leads out": (
        f"{HEAD}people: {{'../../x': {{name: A}}}}\n{BODY}",
        "field.value",
        5,
    ),
    "a person of another form": (
        f"{HEAD}people: {{'e\u0301': {{name: A}}}}\n{BODY}",
        "field.value",
        5,
    ),
}

LINKS = {
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java%73cript:alert(1))",
    "<javascript:alert(1)>",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:alert)",
    "[x](file:///etc/passwd)",
    "[x](smb://example.org/share)",
    "[x](https://user:password@example.org/)",
    "[x](https://example.org@evil.example.net/)",
    "[x](//example.org/path)",
    r"[x](https:\\example.org)",
    "[x](/etc/passwd)",
    "[x](../../etc/passwd)",
    "[x](https://exa\u0430mple.org/\u202egpj)",
    "[x](about:blank)",
}


@pytest.mark.parametrize("name", ATTACKS)
def test_a_hostile_document_is_refused_in_a_line_and_nothing_is_lost(
    target: Workspace, name: str
) -> None:
    content, code, line = ATTACKS[name]
    target.write(HARVEST_PATH, content)
    refused(target, HARVEST_PATH, code, line)


@pytest.mark.parametrize("link", sorted(LINKS))
def test_a_link_that_acts_reads_or_misleads_is_refused(target: Workspace, link: str) -> None:
    target.statement("Grain.", f"'See {link} here.'")
    code = "file.control-character" if "\u202e" in link else "markup.link"
    refused(target, HARVEST_PATH, code, 7)


def test_a_mark_at_the_beginning_of_a_file_is_no_attack(target: Workspace) -> None:
    target.write(HARVEST_PATH, f"\ufeff{HEAD}{BODY}")
    assert target.html(HARVEST).code == 0


@pytest.mark.parametrize("name", ["alias bomb", "escape in a name", "turned direction", "NUL"])
@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_commands_that_only_read_refuse_it_too_in_every_format(
    target: Workspace, command: tuple[str, ...], name: str
) -> None:
    content, code, _ = ATTACKS[name]
    target.write(HARVEST_PATH, content)
    before = target.files()
    outcome = run(target, *command)
    assert outcome.code == 1
    assert code in outcome.out + outcome.err
    assert target.files() == before
