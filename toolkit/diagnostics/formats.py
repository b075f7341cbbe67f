"""Findings as text for people, as JSON for programs, as annotations for GitHub."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from enum import StrEnum

from toolkit.diagnostics.finding import Finding, Severity, in_order

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


class Format(StrEnum):
    """How findings are printed."""

    HUMAN = "human"
    JSON = "json"
    GITHUB = "github"


def visible(text: str) -> str:
    r"""The text with control characters spelt out (``\x1b``): none reaches a terminal raw."""
    return _CONTROL.sub(lambda found: found.group().encode("unicode_escape").decode(), text)


def human(findings: Sequence[Finding], *, colour: bool) -> str:
    """One line for each finding, ``path:line:col: error[code] message``, and its cure below it."""
    lines: list[str] = []
    for item in in_order(findings):
        label = f"{item.severity}[{item.code}]"
        if colour:
            label = f"\x1b[1;{_COLOURS[item.severity]}m{label}\x1b[0m"
        lines.append(f"{visible(str(item.span))}: {label} {visible(item.message)}")
        if item.hint:
            lines.append(f"    {visible(item.hint)}")
    return "".join(f"{line}\n" for line in lines)


def as_json(findings: Sequence[Finding]) -> str:
    """A JSON object with the findings in order and their count by severity."""
    ordered = in_order(findings)
    counts = {
        f"{severity}s": sum(item.severity is severity for item in ordered) for severity in Severity
    }
    rows = [
        {
            "code": item.code,
            "severity": item.severity.value,
            "path": item.span.path,
            "line": item.span.line,
            "column": item.span.column,
            "message": item.message,
            "hint": item.hint,
        }
        for item in ordered
    ]
    return json.dumps({"findings": rows, **counts}, ensure_ascii=False, indent=2) + "\n"


def github(findings: Sequence[Finding]) -> str:
    """Workflow commands that GitHub shows beside the lines of a pull request."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    lines = []
    for item in in_order(findings):
        place = f"file={_property(item.span.path)}"
        if item.span.line:
            place += f",line={item.span.line},col={max(item.span.column, 1)}"
        text = item.message + (f" — {item.hint}" if item.hint else "")
        title = _property(f"{item.severity}[{item.code}]")
        lines.append(f"::{levels[item.severity]} {place},title={title}::{_data(text)}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return visible(text.replace("%", "%25"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
