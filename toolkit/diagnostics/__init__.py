"""Findings: what is wrong, where, and what to do about it.

A mistake of an author or a translator is a value, never an exception: functions return it beside
their result, callers collect them all, and one renderer prints them. Exceptions are for bugs.
"""

from toolkit.diagnostics.finding import (
    Finding,
    Quotation,
    Result,
    Severity,
    Span,
    finding,
    has_errors,
    in_order,
)

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
