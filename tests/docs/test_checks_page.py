"""docs/checks.md: every rule has its section, and every example does what the page says of it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from pathlib import Path

import pytest

from toolkit.checks.examine import Rules
from toolkit.checks.pair import Pair, Remark, Side
from toolkit.checks.register.rules import register_rules
from toolkit.checks.rules import RULES
from toolkit.diagnostics import Severity, Span
from toolkit.diagnostics.codes import CODES
from toolkit.language import codes
from toolkit.source.reader import read_register, read_settings

PAGE = (Path(__file__).parents[2] / "docs" / "checks.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(?P<verdict>wrong|right) (?P<code>\S+)\n(?P<lines>.*?)^```", re.M | re.S)
MESSAGES = re.compile(
    r"^```(?P<verdict>wrong|right)-document (?P<code>\S+)\n(?P<lines>.*?)\n```", re.M | re.S
)
DOCUMENTS = [
    pytest.param(found["verdict"], found["code"], found["lines"], id=f"{found['code']}-{number}")
    for number, found in enumerate(MESSAGES.finditer(PAGE))
]
EXAMPLES = [
    pytest.param(found["verdict"], found["code"], found["lines"], id=f"{found['code']}-{number}")
    for number, found in enumerate(BLOCK.finditer(PAGE))
]


def _yaml(name: str) -> str:
    found = re.search(rf"^```yaml {name}\n(.*?)^```", PAGE, re.M | re.S)
    assert found, name
    return found[1]


@lru_cache(maxsize=1)
def _rules() -> Rules:
    register = read_register(_yaml("register").encode(), "register.yaml", languages=codes())
    assert not register.findings
    assert register.value
    names = register_rules(register.value)
    return Rules((*RULES.pairs, *names.pairs), (*RULES.sides, *names.sides), RULES.documents)


def _remarks(source: Side, target: Side) -> list[Remark]:
    target = Side(target.language, target.markup, beside=source.markup)
    pair = Pair(source, target, Span("x.po", 1, 1), Span("x.yaml", 1, 1))
    of_pair = chain.from_iterable(rule(pair) for rule in _rules().pairs)
    of_side = chain.from_iterable(rule(target) for rule in _rules().sides)
    return [*of_pair, *of_side]


def _sides(lines: str) -> list[Side]:
    return [Side(line[:2], line[4:]) for line in lines.splitlines()]


@pytest.mark.parametrize(("verdict", "code", "lines"), EXAMPLES)
def test_an_example_is_judged_as_the_page_says(verdict: str, code: str, lines: str) -> None:
    source, *targets = _sides(lines)
    assert targets
    for target in targets:
        remarks = _remarks(source, target)
        if verdict == "wrong":
            assert code in {remark.code for remark in remarks}, (target, remarks)
        else:
            weighty = [r for r in remarks if CODES[r.code].severity is not Severity.NOTE]
            assert not weighty, (target, weighty)


@pytest.mark.parametrize(("verdict", "code", "messages"), DOCUMENTS)
def test_an_example_of_several_messages_is_judged_as_the_page_says(
    verdict: str, code: str, messages: str
) -> None:
    sides = [_sides(message) for message in messages.split("\n\n")]
    for language in range(1, len(sides[0])):
        pairs = [
            Pair(each[0], each[language], Span("x.po", 1, 1), Span("x.yaml", 1, 1))
            for each in sides
        ]
        said = chain.from_iterable(rule(pairs) for rule in _rules().documents)
        places = [place for place, remark in said if remark.code == code]
        assert places == ([len(pairs) - 1] if verdict == "wrong" else [])


def test_every_rule_has_a_section_and_every_section_a_rule() -> None:
    sections = set(re.findall(r"^### (check\.\S+)$", PAGE, re.M))
    assert sections == {code for code in CODES if code.startswith("check.")}


def test_a_section_says_how_much_its_rule_weighs() -> None:
    words = {Severity.ERROR: "error", Severity.WARNING: "warning"}
    for section in re.split(r"^### ", PAGE, flags=re.M)[1:]:
        code, _, text = section.partition("\n")
        if code.startswith("check.") and CODES[code].severity in words:
            assert words[CODES[code].severity] in text.lower(), code


def test_the_settings_of_the_example_are_read() -> None:
    settings = _yaml("settings").encode()
    assert not read_settings(settings, "toolkit.yaml", languages=codes()).findings
