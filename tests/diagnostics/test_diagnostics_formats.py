"""How findings are printed: for people, for programs, for GitHub, SARIF and JUnit."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from toolkit.diagnostics import Finding, Quotation, Severity, Span, finding
from toolkit.diagnostics.formats import as_json, excerpt, github, human, visible
from toolkit.diagnostics.reports import junit, sarif

LAKE = "documents/lake.yaml"
MISSING = finding("field.missing", Span(LAKE, 3, 1), "A report needs `event`.", "Add `event:`.")
FUZZY = finding("message.fuzzy", Span("lake.po", 7, 1), "Look at it again.")
WHOLE = finding("file.encoding", Span(LAKE), "The file is not UTF-8.")

#: A message that would move the cursor, ring, reverse the line, and end it.
HOSTILE = "a\x1b[2J\x07\x9b31m\u202eb\u2028c\nd\r\x00%0A::error::e\ud800"
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")

FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "human": lambda found: human(found, colour=False),
    "json": as_json,
    "github": github,
    "sarif": lambda found: sarif(found, "1.0"),
    "junit": junit,
}
FINDINGS = st.lists(
    st.builds(
        Finding,
        code=st.sampled_from(["field.type", "message.fuzzy"]),
        severity=st.sampled_from(Severity),
        span=st.builds(Span, st.text(max_size=5), st.integers(0, 9), st.integers(0, 9)),
        message=st.text(max_size=9) | st.just(HOSTILE),
        hint=st.text(max_size=9) | st.just(HOSTILE),
        origin=st.none() | st.just(Span(HOSTILE, 1, 1)),
        quotations=st.sampled_from([(), (Quotation("en", HOSTILE, ("b",)),)]),
    ),
    max_size=4,
)


# For people


def test_people_read_where_what_and_the_cure() -> None:
    assert human([FUZZY, MISSING, WHOLE], colour=False) == (
        "documents/lake.yaml: error[file.encoding] The file is not UTF-8.\n"
        "documents/lake.yaml:3:1: error[field.missing] A report needs `event`.\n"
        "    Add `event:`.\n"
        "lake.po:7:1: warning[message.fuzzy] Look at it again.\n"
    )


def test_colour_is_added_to_the_label_and_nothing_else() -> None:
    coloured = human([MISSING, FUZZY], colour=True)
    assert "\x1b[1;31merror[field.missing]\x1b[0m" in coloured
    assert "\x1b[1;33mwarning[message.fuzzy]\x1b[0m" in coloured
    plain = human([MISSING, FUZZY], colour=False)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


DIFFERENT = Finding(
    "message.note",
    Severity.ERROR,
    Span("lake.po", 7, 1),
    "A number differs.",
    "Compare them.",
    origin=Span(LAKE, 3, 5),
    quotations=(Quotation("en", "27 people", ("27",)), Quotation("ru", "72 человека", ("72",))),
)


def test_a_finding_about_a_translation_quotes_both_texts() -> None:
    assert human([DIFFERENT], colour=False) == (
        "lake.po:7:1: error[message.note] A number differs.\n"
        "    the source stands at documents/lake.yaml:3:5\n"
        "    en: ⟦27⟧ people\n"
        "    ru: ⟦72⟧ человека\n"
        "    Compare them.\n"
    )


@pytest.mark.parametrize(
    ("quotation", "shown"),
    [
        (Quotation("en", "one two", ("two",)), "one ⟦two⟧"),
        (Quotation("en", "5 and 5 and 5", ("5", "5")), "⟦5⟧ and ⟦5⟧ and 5"),
        (Quotation("en", "127 of 270 and 27", ("27",)), "127 of 270 and ⟦27⟧"),
        (
            Quotation("ru", "В столице, Ридхейвене, не ждут.", ("не",)),
            "В столице, Ридхейвене, ⟦не⟧ ждут.",
        ),
        (Quotation("ru", "Озеpо", ("p",)), "Озе⟦p⟧о"),
        (Quotation("en", "one", ("two", "")), "one"),
        (Quotation("en", "a" * 300, ()), "a" * 96 + "…"),
        (Quotation("en", "a" * 200 + "7" + "b" * 200, ("7",)), f"…{'a' * 48}⟦7⟧{'b' * 47}…"),
        (Quotation("en", "", ()), ""),
    ],
)
def test_a_quotation_shows_the_pieces_that_matter(quotation: Quotation, shown: str) -> None:
    assert excerpt(quotation) == shown


def test_no_findings_are_no_lines() -> None:
    assert human([], colour=True) == ""
    assert github([]) == ""


# Nothing raw reaches a terminal


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31m", "\\x1b[31m"),
        ("a\nb\tc\x00", "a\\nb\\tc\\x00"),
        ("\x9b1m\x7f", "\\x9b1m\\x7f"),
        ("\u202eabc\u2066", "\\u202eabc\\u2066"),
        ("\u2028", "\\u2028"),
        ("\udc80", "\\udc80"),
        ("Şagyň №\u00a0«ё»", "Şagyň №\u00a0«ё»"),
    ],
)
def test_what_would_act_on_a_terminal_is_spelt_out(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@pytest.mark.parametrize("name", FORMATS)
@given(found=FINDINGS)
def test_any_finding_can_be_printed_without_a_control_character(
    name: str, found: list[Finding]
) -> None:
    printed = FORMATS[name](found)
    assert not RAW.search(printed)
    printed.encode("utf-8")


def test_one_finding_is_one_line_whatever_it_says() -> None:
    found = Finding("field.type", Severity.ERROR, Span(HOSTILE, 1, 1), HOSTILE)
    assert human([found], colour=False).count("\n") == 1
    assert github([found]).count("\n") == 1


# For programs


def test_json_holds_everything_and_the_counts() -> None:
    report = json.loads(as_json([FUZZY, MISSING]))
    assert report["errors"] == 1
    assert report["warnings"] == 1
    assert report["notes"] == 0
    assert report["findings"][0] == {
        "code": "field.missing",
        "severity": "error",
        "path": LAKE,
        "line": 3,
        "column": 1,
        "message": "A report needs `event`.",
        "hint": "Add `event:`.",
        "origin": None,
        "quotations": [],
    }


@given(FINDINGS)
def test_json_gives_every_character_back(found: list[Finding]) -> None:
    rows = json.loads(as_json(found))["findings"]
    assert {(row["path"], row["message"], row["hint"]) for row in rows} == {
        (item.span.path, item.message, item.hint) for item in found
    }


# For code hosting


def test_github_shows_a_finding_beside_its_line() -> None:
    assert github([MISSING, WHOLE]) == (
        "::error file=documents/lake.yaml,title=error[file.encoding]::The file is not UTF-8.\n"
        "::error file=documents/lake.yaml,line=3,col=1,title=error[field.missing]::"
        "A report needs `event`. — Add `event:`.\n"
    )


def test_reports_name_the_source_and_quote_both_texts_too() -> None:
    lines = ("the source stands at documents/lake.yaml:3:5", "en: ⟦27⟧ people", "ru: ⟦72⟧ человека")
    assert "%0A".join(lines) in github([DIFFERENT])
    for report in (junit([DIFFERENT]), sarif([DIFFERENT], "1.0").replace("\\n", "\n")):
        assert "\n".join(lines) in report


def test_nothing_in_a_finding_ends_a_command_of_github_or_begins_another() -> None:
    found = Finding("field.type", Severity.NOTE, Span("a,line=1:b%.yaml", 2, 0), "50 %\n::error::x")
    assert github([found]) == (
        "::notice file=a%2Cline=1%3Ab%25.yaml,line=2,col=1,title=note[field.type]::"
        "50 %25\\n::error::x\n"
    )


SARIF = Draft4Validator(
    json.loads((Path(__file__).parent / "sarif/sarif-2.1.0-rtm.5.json").read_bytes())
)


@given(FINDINGS)
def test_sarif_is_what_its_schema_wants(found: list[Finding]) -> None:
    log = json.loads(sarif([*found, DIFFERENT], "1.0"))
    SARIF.validate(log)
    for result in log["runs"][0]["results"]:
        for location in [*result["locations"], *result.get("relatedLocations", ())]:
            address = location["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})*", address)


def test_the_schema_of_sarif_refuses_what_is_none() -> None:
    log = json.loads(sarif([MISSING], "1.0"))
    log["runs"][0]["results"][0]["level"] = "fatal"
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert len(list(SARIF.iter_errors(log))) == 2


def test_sarif_names_rule_level_and_region() -> None:
    (run,) = json.loads(sarif([MISSING, FUZZY, WHOLE], "1.0"))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "field.missing",
        "file.encoding",
        "message.fuzzy",
    ]
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning"]
    regions = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert "region" not in regions[0]
    assert regions[1]["region"] == {"startLine": 3, "startColumn": 1}


def test_junit_has_a_case_for_each_finding_and_one_that_passes_for_none() -> None:
    suites = ElementTree.fromstring(junit([MISSING, FUZZY, WHOLE]))
    assert [(suite.get("name"), suite.get("tests")) for suite in suites] == [
        (LAKE, "2"),
        ("lake.po", "1"),
    ]
    (passing,) = ElementTree.fromstring(junit([]))
    assert (passing.get("tests"), passing.get("failures")) == ("1", "0")


@given(FINDINGS)
def test_junit_is_xml_whatever_a_finding_says(found: list[Finding]) -> None:
    ElementTree.fromstring(junit(found))
