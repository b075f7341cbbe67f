"""Findings: stable codes, places, and their order."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.diagnostics import Finding, Severity, Span, finding, has_errors, in_order
from toolkit.diagnostics.codes import CODES

PACKAGE = Path(__file__).resolve().parents[2] / "toolkit"
LAKE = "documents/lake.yaml"

SPANS = st.builds(Span, st.sampled_from(["a.yaml", "b.po"]), st.integers(0, 3), st.integers(0, 3))
FINDINGS = st.lists(
    st.builds(finding, st.sampled_from(sorted(CODES)), SPANS, st.sampled_from(["x", "y"])),
    max_size=8,
)


# Codes


@pytest.mark.parametrize("code", CODES)
def test_a_code_has_a_place_in_a_family_and_a_meaning_in_one_sentence(code: str) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z]+(-[a-z]+)*", code)
    assert re.fullmatch(r"[A-Z].*[^.]\.", CODES[code].meaning)
    assert CODES[code].severity in Severity


def test_no_two_codes_mean_the_same() -> None:
    assert len({code.meaning for code in CODES.values()}) == len(CODES)


def test_every_code_is_used_and_every_code_that_is_used_has_a_meaning() -> None:
    words = {
        node.value
        for module in PACKAGE.rglob("*.py")
        if module.name != "codes.py"
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(CODES) - words == set()
    families = {code.partition(".")[0] for code in CODES}
    like_codes = {
        word
        for word in words
        if re.fullmatch(rf"({'|'.join(families)})\.[a-z]+(-[a-z]+)*", word)
        and not word.endswith((".html", ".py", ".yaml", ".css", ".po", ".pot"))
    }
    assert like_codes - set(CODES) == set()


def test_the_severity_of_a_finding_is_that_of_its_code() -> None:
    assert finding("field.missing", Span(LAKE), "x").severity is Severity.ERROR
    assert finding("message.fuzzy", Span(LAKE), "x").severity is Severity.WARNING


def test_a_code_without_a_meaning_is_a_mistake_in_the_program() -> None:
    with pytest.raises(KeyError):
        finding("field.unheard-of", Span(LAKE), "x")


# Places


@pytest.mark.parametrize(
    ("span", "shown"),
    [(Span(LAKE), LAKE), (Span(LAKE, 3, 7), f"{LAKE}:3:7"), (Span(LAKE, 0, 7), LAKE)],
)
def test_a_place_is_written_as_editors_read_it(span: Span, shown: str) -> None:
    assert str(span) == shown


# Order


def test_findings_stand_in_the_order_of_the_file_each_once() -> None:
    late = finding("field.type", Span("a.yaml", 10, 1), "late")
    early = finding("field.value", Span("a.yaml", 9, 5), "early")
    whole = finding("file.missing", Span("a.yaml"), "whole")
    other = finding("field.type", Span("b.yaml", 1, 1), "other")
    assert in_order([other, late, early, whole, late, early]) == (whole, early, late, other)


@given(FINDINGS)
def test_nothing_is_lost_or_repeated_and_any_order_comes_to_the_same(found: list[Finding]) -> None:
    ordered = in_order(found)
    assert set(ordered) == set(found)
    assert len(ordered) == len(set(found))
    assert in_order(reversed(found)) == ordered
    assert [item.span for item in ordered] == sorted(item.span for item in ordered)


@pytest.mark.parametrize(
    ("codes", "stops"),
    [([], False), (["message.fuzzy"], False), (["message.fuzzy", "field.type"], True)],
)
def test_only_errors_stop_a_command(codes: list[str], stops: bool) -> None:
    assert has_errors(finding(code, Span(LAKE), "x") for code in codes) is stops
