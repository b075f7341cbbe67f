"""Findings as text for people, as JSON for programs, as annotations for GitHub."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from toolkit.diagnostics.finding import Finding, Quotation, Severity, Span, in_order

#: What acts on a terminal, turns the direction of a line, or is no character at all: half of a pair
#: (from a file name that is not UTF-8) and the noncharacters that XML refuses.
_CONTROL = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
#: What has no width: a reader of a finding is to see what it is about, and where it stands.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0]"
)
#: What stands around the pieces that matter in a quotation.
MARKS = ("⟦", "⟧")
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


class Format(StrEnum):
    """How findings are printed."""

    HUMAN = "human"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


def visible(text: str) -> str:
    r"""The text with control characters spelt out (``\x1b``): none reaches a terminal raw.

    Characters without width are shown as ``⟨U+200B⟩``.
    """
    seen = _UNSEEN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text)
    return _CONTROL.sub(lambda found: found.group().encode("unicode_escape").decode(), seen)


def human(findings: Sequence[Finding], *, colour: bool) -> str:
    """One line for each finding, ``path:line:col: error[code] message``, and its cure below it."""
    lines: list[str] = []
    for item in in_order(findings):
        label = f"{item.severity}[{item.code}]"
        if colour:
            label = f"\x1b[1;{_COLOURS[item.severity]}m{label}\x1b[0m"
        lines.append(f"{visible(str(item.span))}: {label} {visible(item.message)}")
        lines.extend(f"    {line}" for line in quoted(item, colour=colour))
        if item.hint:
            lines.append(f"    {visible(item.hint)}")
    return "".join(f"{line}\n" for line in lines)


def quoted(item: Finding, *, colour: bool = False) -> Iterator[str]:
    """Lines that name the place of the source and quote both texts, with the difference marked."""
    if item.origin is not None:
        yield f"the source stands at {visible(str(item.origin))}"
    for quotation in item.quotations:
        text = visible(excerpt(quotation))
        if colour:
            text = text.replace(MARKS[0], "\x1b[1;35m").replace(MARKS[1], "\x1b[0m")
        yield f"{quotation.language}: {text}"


def excerpt(quotation: Quotation, width: int = 96) -> str:
    """A quotation with its pieces between ``MARKS``, cut to the part in which they stand."""
    text = quotation.text
    spots = sorted(_spots(quotation))
    first = max(0, spots[0][0] - width // 2) if spots else 0
    last = max(spots[-1][1] if spots else 0, first + width)
    shown, end = "", first
    for start, stop in spots:
        if start >= end:
            shown += f"{text[end:start]}{MARKS[0]}{text[start:stop]}{MARKS[1]}"
            end = stop
    shown += text[end : max(end, last)]
    return ("…" if first else "") + shown + ("…" if max(end, last) < len(text) else "")


def _spots(quotation: Quotation) -> Iterator[tuple[int, int]]:
    """Where the pieces stand, each occurrence of a piece for one of its repetitions."""
    after: dict[str, int] = {}
    for piece in quotation.pieces:
        start = _find(quotation.text, piece, after.get(piece, 0)) if piece else -1
        if start >= 0:
            after[piece] = start + len(piece)
            yield start, start + len(piece)


def _find(text: str, piece: str, begin: int) -> int:
    """Where a piece stands as a whole word or number; else where it stands at all, or -1."""
    whole = re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)").search(text, begin)
    return whole.start() if whole else text.find(piece, begin)


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
            "origin": _place(item.origin) if item.origin else None,
            "quotations": [
                {"language": part.language, "text": part.text, "pieces": list(part.pieces)}
                for part in item.quotations
            ],
        }
        for item in ordered
    ]
    return dumps({"findings": rows, **counts})


def dumps(value: object) -> str:
    """JSON to be read by people too: letters as they are, control characters spelt out."""
    lines = json.dumps(value, ensure_ascii=False, indent=2).split("\n")
    return "".join(
        _CONTROL.sub(lambda found: f"\\u{ord(found.group()):04x}", line) + "\n" for line in lines
    )


def _place(span: Span) -> dict[str, object]:
    return {"path": span.path, "line": span.line, "column": span.column}


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
        # %0A is how a command writes the end of a line.
        shown = "%0A".join(map(_data, (text, *quoted(item))))
        lines.append(f"::{levels[item.severity]} {place},title={title}::{shown}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return visible(text.replace("%", "%25"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
