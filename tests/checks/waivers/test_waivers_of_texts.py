"""An author answers for a text: what is waived beside it in the YAML is not found, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.checks.apply import apply_to_yaml
from toolkit.checks.examine import Examination, Policy, Source, examine_source
from toolkit.checks.rules import RULES
from toolkit.diagnostics import Finding, Severity
from toolkit.language import codes
from toolkit.source.reader import read_document

PATH = "documents/statement/2024-10-04-the-lake.yaml"
HEAD = "kind: statement\nlanguage: en\ndate: 2024-10-04\ntitle: The lake\nbody:\n"
SIGN = "  - text: 'On the gate stood \"Closed\".'\n"
WAIVED = f"{SIGN}    waive:\n      check.quotes: The sign is quoted as it was painted.\n"


def examined(body: str, policy: Policy | None = None) -> Examination:
    read = read_document(f"{HEAD}{body}".encode(), PATH, languages=codes())
    assert read.value is not None, read.findings
    return examine_source(Source(read.value), RULES, policy or Policy())


def told(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{item.span.line}:{item.span.column} {item.code}" for item in findings]


def test_a_text_is_found_fault_with_until_its_author_answers_for_it() -> None:
    assert told(examined(SIGN).findings) == ["6:11 check.quotes"]
    waived = examined(WAIVED)
    assert told(waived.findings) == []
    assert [(one.code, one.reason, one.span.line) for one in waived.waivers] == [
        ("check.quotes", "The sign is quoted as it was painted.", 8)
    ]


def test_it_stands_for_its_own_text_and_its_own_rule_alone() -> None:
    other = "  - 'They left \"soon\".'\n"
    assert told(examined(WAIVED + other).findings) == ["9:5 check.quotes"]
    assert told(examined(WAIVED.replace("gate", "gate ,")).findings) == ["6:11 check.space"]


def test_one_that_waives_nothing_is_found() -> None:
    calm = WAIVED.replace('"Closed"', "“Closed”")
    (found,) = examined(calm).findings
    assert (found.code, found.span.line, found.span.column) == ("waiver.unused", 8, 21)
    off = Policy({"check.quotes": None})
    assert [item.code for item in examined(WAIVED, off).findings] == ["waiver.unused"]


def test_the_paragraphs_of_one_text_share_it() -> None:
    long = (
        '  - paragraph:\n      text: |\n        One is fine.\n\n        One "is" not.\n'
        "      waive: {check.quotes: as it was written}\n"
    )
    assert told(examined(long).findings) == []


def test_a_waiver_needs_a_reason_and_the_code_of_a_rule() -> None:
    for line, code in (("check.quotes:", "field.missing"), ("check.nubmer: x", "field.value")):
        raw = f"{HEAD}{SIGN}    waive:\n      {line}\n".encode()
        found = read_document(raw, PATH, languages=codes()).findings
        assert [(item.code, item.severity) for item in found] == [(code, Severity.ERROR)]
        assert found[0].hint


def test_what_is_waived_is_not_mended() -> None:
    raw = f"{HEAD}{WAIVED}".encode()
    document = read_document(raw, PATH, languages=codes()).value
    assert document is not None
    assert apply_to_yaml(raw, PATH, document).raw == raw


RULED = ("check.quotes", "check.space", "check.ellipsis", "check.markup")


@given(st.sets(st.sampled_from(RULED)))
def test_whatever_is_waived_nothing_is_lost(waived: set[str]) -> None:
    text = "  - text: 'They *left , in \"spring\"...'\n"
    lines = "".join(f"      {code}: known\n" for code in sorted(waived))
    without = {item.code for item in examined(text).findings}
    assert without == set(RULED)
    examination = examined(f"{text}    waive:\n{lines}" if waived else text)
    assert {item.code for item in examination.findings} == without - waived
    assert {one.code for one in examination.waivers} == waived
