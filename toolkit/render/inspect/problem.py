"""What is wrong with a finished file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a file: its code, a sentence, and the texts that it is about."""

    code: str
    message: str
    expected: str = ""
    actual: str = ""
