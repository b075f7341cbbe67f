"""The values that carry a mistake from where it is seen to where it is printed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from toolkit.diagnostics.codes import CODES, Severity

__all__ = [
    "Finding",
    "Quotation",
    "Result",
    "Severity",
    "Span",
    "finding",
    "has_errors",
    "in_order",
]

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: path relative to the project with ``/``, line and column from 1.

    Line 0 means the file as a whole. Columns count Unicode code points.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if self.line == 0:
            return self.path
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A text that a finding is about: its language, its characters, and the pieces that matter."""

    language: str
    text: str
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: a stable code, where, what, and the cure (``hint``).

    A finding about a translation also says where its source text stands (``origin``), and quotes both.
    """

    code: str
    severity: Severity
    span: Span
    message: str
    hint: str = ""
    origin: Span | None = None
    quotations: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Result(Generic[T_co]):
    """A value, if one could be made, and everything found on the way."""

    value: T_co | None
    findings: tuple[Finding, ...] = ()


def finding(code: str, span: Span, message: str, hint: str = "") -> Finding:
    """Make a finding with the severity that its code is documented with.

    Raises ``KeyError`` for an undocumented code: that is a bug, not a finding.
    """
    return Finding(code, CODES[code].severity, span, message, hint)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding is an error (warnings and notes do not stop a command)."""
    return any(item.severity is Severity.ERROR for item in findings)


def filtered(
    findings: Iterable[Finding], select: Collection[str], ignore: Collection[str]
) -> tuple[Finding, ...]:
    """The findings whose code or group (before the dot) is selected (all if none) and not ignored."""
    return tuple(
        item
        for item in findings
        if (not select or _is_one_of(item.code, select)) and not _is_one_of(item.code, ignore)
    )


def _is_one_of(code: str, asked: Collection[str]) -> bool:
    return code in asked or code.partition(".")[0] in asked


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by file, line and column, each once."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda item: (item.span, item.code, item.message)))
