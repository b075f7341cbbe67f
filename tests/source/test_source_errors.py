"""What is wrong with a text, where, and in which words: golden cases (``errors/*.yaml``).

A case is a YAML file, a line of scissors, and the findings: place, code, what stands there, message,
hint. ``REWRITE_GOLDENS=1`` rewrites them; the laws below hold for them all the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source.support import HERE, PATH, at, is_inside, read
from toolkit.diagnostics import Finding, has_errors, in_order
from toolkit.diagnostics.codes import CODES

SCISSORS = "---8<---\n"
CASES = sorted((HERE / "errors").glob("*.yaml"))
#: A case whose file name begins with a kind is read as of that kind's folder.
FOLDERS = {"kind-missing": "report", "field-missing": "report"}
#: Findings that point at the very word that they name.
NAMING = {"field.unknown", "yaml.duplicate-key", "yaml.alias", "person.undefined", "note.unused"}


def text_of(case: Path) -> str:
    return case.read_text(encoding="utf-8").partition(SCISSORS)[0]


def findings_of(case: Path) -> tuple[Finding, ...]:
    text = text_of(case)
    first, _, rest = text.partition("\n")
    kind = first.removeprefix("kind: ") if first.startswith("kind: ") and rest else "statement"
    if kind not in ("statement", "open-letter", "report", "interview"):
        kind = "statement"
    return read(text, PATH.replace("statement", FOLDERS.get(case.stem, kind))).findings


def described(text: str, found: tuple[Finding, ...]) -> Iterator[str]:
    for item in found:
        there = at(text, item.span)[:40] if item.span.line else ""
        yield f"{item.span.line}:{item.span.column} {item.code} ‹{there}›\n"
        yield f"  {item.message}\n"
        if item.hint:
            yield f"  → {item.hint}\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_golden(case: Path) -> None:
    text = text_of(case)
    found = "".join(described(text, findings_of(case)))
    if os.environ.get("REWRITE_GOLDENS"):
        case.write_text(f"{text}{SCISSORS}{found}", encoding="utf-8")
    assert case.read_text(encoding="utf-8") == f"{text}{SCISSORS}{found}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_findings_are_in_the_file_in_its_order_and_each_once(case: Path) -> None:
    found = findings_of(case)
    assert found
    assert found == in_order(found)
    assert all(is_inside(text_of(case), item.span) for item in found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_finding_stands_at_the_word_that_it_names(case: Path) -> None:
    text = text_of(case)
    for item in findings_of(case):
        if item.code in NAMING:
            words = item.message.split("`")[1::2]
            there = at(text, item.span).lstrip("\"'")
            assert any(there.startswith(word.removesuffix("…")) for word in words), item


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_messages_are_plain_sentences(case: Path) -> None:
    for item in findings_of(case):
        assert item.message[0] == "`" or item.message[0] == "“" or item.message[0].isupper()
        assert item.message.endswith((".", "…`.")), item.message
        for jargon in ("expected", "token", "scalar", "NoneType", "Input should", "scanning"):
            assert jargon not in item.message


def test_every_code_of_a_source_has_a_case() -> None:
    """What is tested elsewhere: whole files, and names of files."""
    elsewhere = {"file.too-large", "file.encoding", "yaml.too-large"}
    families = (
        *("yaml.", "field.", "block.", "table.", "chart.", "text."),
        *("note.", "person.", "markup."),
    )
    wanted = {code for code in CODES if code.startswith((*families, "letter.", "interview."))}
    seen = {item.code for case in CASES for item in findings_of(case)}
    assert wanted - elsewhere <= seen


def test_only_errors_take_the_document_away() -> None:
    for case in CASES:
        result = read(text_of(case))
        assert (result.value is None) == has_errors(result.findings)
