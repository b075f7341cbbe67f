"""What rules of script and typography find in a text, and how they say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.checks.pair import Remark
from toolkit.document.reading import Reading
from toolkit.language import LANGUAGES


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at ``text[start:end]``, and what would be right there, if that can be known.

    ``message`` is about the kind of fault, so that equal ones in a text make one remark.
    """

    code: str
    start: int
    end: int
    message: str
    hint: str
    instead: str | None = None


def known(readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings in languages that the toolkit has rules for."""
    return (reading for reading in readings if reading.language in LANGUAGES)


def remarks(faults: Iterable[Fault], text: str) -> Iterable[Remark]:
    """One remark for each kind of fault, with every place where it stands."""
    found = tuple(faults)
    return _grouped(found, text) if found else ()


def _grouped(faults: Sequence[Fault], text: str) -> Iterator[Remark]:
    groups: dict[tuple[str, str, str], list[Fault]] = {}
    for fault in faults:
        groups.setdefault((fault.code, fault.message, fault.hint), []).append(fault)
    for (code, message, hint), group in groups.items():
        pieces = tuple(around(text, fault.start, fault.end) for fault in group)
        yield Remark(code, message, hint, target=pieces)


def around(text: str, start: int, end: int) -> str:
    """The piece of the text, with its neighbours where it is no more than spaces and marks."""
    piece = text[start:end]
    if any(character.isalnum() for character in piece):
        return piece
    while start > 0 and not text[start - 1].isspace() and end - start < _AROUND:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - start < 2 * _AROUND:
        end += 1
    if text.find(text[start:end]) < start:
        # A dash that stands alone is not the hyphen of a word before it.
        start = text.rfind(" ", 0, max(0, start - 1)) + 1
    return text[start:end]


_AROUND = 12
