"""Findings in the formats of code hosting and CI services: SARIF and JUnit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from urllib.parse import quote
from xml.etree import ElementTree

from toolkit.diagnostics.codes import CODES
from toolkit.diagnostics.finding import Finding, Severity, Span, in_order
from toolkit.diagnostics.formats import dumps, quoted, visible

_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def sarif(findings: Sequence[Finding], version: str) -> str:
    """A SARIF 2.1.0 log with one run (OASIS, "Static Analysis Results Interchange Format")."""
    ordered = in_order(findings)
    rules = [
        {"id": code, "shortDescription": {"text": CODES[code].meaning}}
        for code in sorted({item.code for item in ordered})
    ]
    driver = {"name": "toolkit", "version": version, "rules": rules}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_sarif_result(item) for item in ordered],
            }
        ],
    }
    return dumps(log)


def _sarif_result(item: Finding) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": item.code,
        "level": _SARIF_LEVELS[item.severity],
        "message": {"text": _text(item)},
        "locations": [_sarif_location(item.span)],
    }
    if item.origin is not None:
        result["relatedLocations"] = [
            {**_sarif_location(item.origin), "message": {"text": "the source text"}}
        ]
    return result


def _sarif_location(span: Span) -> dict[str, object]:
    # A name of a file is no address: spaces and letters beyond ASCII are escaped (RFC 3986).
    address = quote(span.path, errors="surrogatepass")
    place: dict[str, object] = {"artifactLocation": {"uri": address, "uriBaseId": "%SRCROOT%"}}
    if span.line:
        place["region"] = {"startLine": span.line, "startColumn": max(span.column, 1)}
    return {"physicalLocation": place}


def junit(findings: Sequence[Finding]) -> str:
    """JUnit XML: a suite for each file, a case for each finding; only errors fail.

    A run without findings is one suite with one case that passes, so that services show a result.
    """
    root = ElementTree.Element("testsuites", name="toolkit check")
    ordered = in_order(findings)
    if not ordered:
        suite = ElementTree.SubElement(root, "testsuite", name="toolkit", tests="1", failures="0")
        ElementTree.SubElement(suite, "testcase", classname="toolkit", name="nothing wrong")
    for path, group in groupby(ordered, key=lambda item: item.span.path):
        _junit_suite(root, path, tuple(group))
    ElementTree.indent(root)
    # Not "unicode": the declaration would then name the encoding of the locale.
    raw: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return raw.decode() + "\n"


def _junit_suite(root: ElementTree.Element, path: str, items: Sequence[Finding]) -> None:
    failing = [item for item in items if item.severity is Severity.ERROR]
    counts = {"tests": str(len(items)), "failures": str(len(failing))}
    suite = ElementTree.SubElement(root, "testsuite", {"name": visible(path), **counts})
    for item in items:
        name = visible(f"{item.span.line}:{item.span.column} {item.code}")
        case = ElementTree.SubElement(suite, "testcase", classname=visible(path), name=name)
        if item.severity is not Severity.ERROR:
            ElementTree.SubElement(case, "system-out").text = _text(item)
        else:
            kind = {"type": item.severity.value, "message": visible(item.message)}
            ElementTree.SubElement(case, "failure", kind).text = _text(item)


def _text(item: Finding) -> str:
    return "\n".join(_lines(item))


def _lines(item: Finding) -> Iterable[str]:
    yield visible(item.message)
    yield from quoted(item)
    if item.hint:
        yield visible(item.hint)
