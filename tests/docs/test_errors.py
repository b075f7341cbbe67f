"""The page of errors: every code, what it means, and a line just as it is printed.

``ACCEPT=1 pytest tests/docs`` writes the lines that are printed now into the page.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.docs import reachable
from tests.docs.examples import REPOSITORY, Example, examples, findings, page_text
from tests.docs.mistakes import MISTAKES, SLOW, UNTRIED, Sandbox
from toolkit.diagnostics import Finding
from toolkit.diagnostics.codes import CODES
from toolkit.diagnostics.formats import human

PAGE = REPOSITORY / "docs/errors.md"
EXPLAINED = reachable.codes()

_SECTION = re.compile(r"^### `([a-z.-]+)`\n(.*?)(?=^##|\Z)", re.M | re.S)
_PRINTED = re.compile(r"(?<=^```text\n).*?(?=^```$)", re.M | re.S)


def sections() -> dict[str, str]:
    return dict(_SECTION.findall(PAGE.read_text(encoding="utf-8")))


def shown_mistakes() -> dict[str, Example]:
    """The examples of mistakes on the page by the codes of their sections."""
    text = page_text(PAGE)
    starts = {text.count("\n", 0, found.start()) + 1: found[1] for found in _SECTION.finditer(text)}
    return {
        starts[max(line for line in starts if line < example.line)]: example
        for example in examples("yaml", pages=(PAGE,))
    }


def test_every_code_that_can_come_up_is_explained_and_no_other() -> None:
    assert sorted(sections()) == sorted(EXPLAINED)


def test_only_codes_of_rules_are_waiting_to_be_applied() -> None:
    waiting = set(CODES) - set(EXPLAINED)
    assert (
        sorted(code for code in waiting if code.partition(".")[0] not in ("check", "register"))
        == []
    )


@pytest.mark.parametrize("code", EXPLAINED)
def test_a_code_is_explained_with_its_meaning_an_example_and_a_cure(code: str) -> None:
    section = sections()[code]
    assert section.startswith(f"\n{CODES[code].meaning}\n")
    assert len(_PRINTED.findall(section)) == 1
    assert "\n**Cure.** " in section


@pytest.mark.parametrize("code", EXPLAINED)
def test_an_example_has_the_form_of_a_finding(code: str) -> None:
    lines = printed(code).splitlines()
    assert f": {CODES[code].severity}[{code}] " in lines[0]
    assert len(lines) > 1
    assert all(re.match(r"    \S", line) for line in lines[1:])


@pytest.mark.parametrize(
    "code",
    [pytest.param(code, marks=[pytest.mark.slow] if code in SLOW else []) for code in EXPLAINED],
)
def test_an_example_is_what_the_toolkit_prints(code: str, tmp_path: Path) -> None:
    if code in UNTRIED:
        return
    found = [item for item in made(code, tmp_path) if item.code == code]
    now = human(found[:1], colour=False).replace(str(tmp_path), ".")
    if os.environ.get("ACCEPT"):
        accept(code, now)
    assert printed(code) == now


def test_every_code_is_tried_or_said_not_to_be() -> None:
    assert sorted([*MISTAKES, *shown_mistakes(), *UNTRIED]) == sorted(EXPLAINED)


def printed(code: str) -> str:
    """The example of a code on the page."""
    (example,) = _PRINTED.findall(sections()[code])
    return str(example)


def made(code: str, folder: Path) -> Sequence[Finding]:
    """What is found when the mistake of a code is made."""
    if code in MISTAKES:
        return MISTAKES[code](Sandbox(folder))
    return findings(shown_mistakes()[code])


def accept(code: str, lines: str) -> None:
    """Write what is printed now into the page."""
    text = PAGE.read_text(encoding="utf-8")
    found = next(found for found in _SECTION.finditer(text) if found[1] == code)
    section = _PRINTED.sub(lambda _: lines, found[2])
    PAGE.write_text(text[: found.start(2)] + section + text[found.end(2) :], encoding="utf-8")
