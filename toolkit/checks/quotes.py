"""Quotation marks: which belong together, and whether they are those of the language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from toolkit.checks.reading import Fault
from toolkit.document.reading import Reading
from toolkit.language import LANGUAGES
from toolkit.language.typography import TYPOGRAPHY

QUOTES = frozenset("«»„“”‟\"‹›‚‘’‛'`´")
_MARK = re.compile(f"[{''.join(sorted(QUOTES))}]")
_OPENING = frozenset("«„‟‹‚‛‘")
_CLOSING = frozenset("»›")
#: Marks that also are an apostrophe, or what people type for one.
_SINGLE = frozenset("‘’‛'`´")
#: What people type for an apostrophe, other than its own mark.
TYPED_APOSTROPHES = frozenset("'`´‘‛")
#: Marks for which a partner in the same text may be looked for, but need not be found.
_LOOSE = frozenset("’'`´")
_BEFORE_OPENING = re.compile(r"(?:^|[\s\u00a0(\[{«„“‘\"'—–/=-])$")
_YEARS = re.compile(r"\d0s\b|\d\d\b|(?:em|tis|twas|til|cause)\b")

#: Of two single marks that are no apostrophes, one opens and one closes.
_PAIR = 2
_UNBALANCED = "add the partner, or take the mark out"


@dataclass(frozen=True, slots=True)
class Quotation:
    """An opening and a closing mark, and in how many other quotations they stand.

    ``clear``: neither mark can be an apostrophe instead.
    """

    start: int
    end: int
    depth: int
    clear: bool


@dataclass(slots=True)
class _Open:
    index: int
    mark: str


def quotations(reading: Reading) -> tuple[tuple[Quotation, ...], tuple[int, ...]]:
    """The pairs of marks in a reading, and the offsets of marks without a partner."""
    return ((), ()) if QUOTES.isdisjoint(reading.characters) else _quotations(reading.own)


@lru_cache(maxsize=2048)
def _quotations(own: str) -> tuple[tuple[Quotation, ...], tuple[int, ...]]:
    found: list[Quotation] = []
    alone: list[int] = []
    opened: list[_Open] = []
    singles = 0
    for place in _MARK.finditer(own):
        index, mark = place.start(), place.group()
        if _is_apostrophe(own, index, mark):
            continue
        singles += mark in _SINGLE
        if _opens(own, index, mark, opened):
            opened.append(_Open(index, mark))
        else:
            _close(index, mark, opened, found, alone)
    alone.extend(item.index for item in opened if not _excused(own, item))
    if singles == _PAIR:
        found = [replace(pair, clear=True) for pair in found]
    return tuple(sorted(found, key=lambda pair: pair.start)), tuple(sorted(alone))


def _close(
    index: int, mark: str, opened: list[_Open], found: list[Quotation], alone: list[int]
) -> None:
    """Close the innermost quotation; single marks close only single ones, or are apostrophes."""
    if mark in _SINGLE:
        if not opened or opened[-1].mark not in _SINGLE | {"‚"}:
            return
    else:
        while opened and opened[-1].mark in _LOOSE | {"‘"}:
            # An apostrophe that looked like an opening mark.
            loose = opened.pop()
            if loose.mark == "‘":
                alone.append(loose.index)
    if not opened:
        alone.append(index)
        return
    opening = opened.pop()
    found.append(Quotation(opening.index, index, len(opened), opening.mark not in _SINGLE))


def _opens(own: str, index: int, mark: str, opened: list[_Open]) -> bool:
    if mark in _OPENING:
        return True
    if mark in _CLOSING:
        return False
    after = own[index + 1 : index + 2]
    at_start = _BEFORE_OPENING.search(own[max(0, index - 1) : index]) is not None
    if mark == "“":
        at_end = bool(opened) and not at_start and not after.isalnum()
        return not (at_end or (opened and opened[-1].mark == "„"))
    if mark == "”":
        return at_start and after.isalnum() and not (opened and opened[-1].mark == mark)
    if mark == "’":
        return False
    closes = bool(opened) and opened[-1].mark == mark
    if not after or after.isspace():
        return mark == '"' and at_start and not closes
    return at_start and not (closes and after in ",.;:!?…)")


def _is_apostrophe(own: str, index: int, mark: str) -> bool:
    """Whether a single mark stands inside a word, or a straight one after a figure (5′, 6″)."""
    before, after = own[index - 1 : index] if index else "", own[index + 1 : index + 2]
    if mark in _SINGLE:
        return before.isalpha() and after.isalpha()
    return False


def _excused(own: str, item: _Open) -> bool:
    if item.mark in _LOOSE:
        return True
    return item.mark == "‘" and _YEARS.match(own, item.index + 1) is not None


def quote_faults(reading: Reading) -> Iterator[Fault]:
    """check.quotes and check.unbalanced-quotes for one reading."""
    quotes = LANGUAGES[reading.language].quotes
    pairs, alone = quotations(reading)
    for index in alone:
        mark = reading.text[index]
        message = f"the quotation mark `{mark}` has no partner"
        yield Fault("check.unbalanced-quotes", index, index + 1, message, _UNBALANCED)
    outer, inner = (quotes.outer_open, quotes.outer_close), (quotes.inner_open, quotes.inner_close)
    for pair in pairs:
        wanted = (outer, inner)[min(pair.depth, 1)]
        typed = (reading.text[pair.start], reading.text[pair.end])
        if typed == wanted or (pair.depth > 1 and typed in (outer, inner)):
            continue
        instead = wanted if not alone and pair.clear else (None, None)
        where = "inside another quotation " if pair.depth else ""
        message = (
            f"`{typed[0]}…{typed[1]}` are not the quotation marks that "
            f"{LANGUAGES[reading.language].adjective} has {where}"
        ).rstrip()
        hint = f"write `{wanted[0]}…{wanted[1]}`"
        for index, right, mark in (
            (pair.start, instead[0], wanted[0]), (pair.end, instead[1], wanted[1]),
        ):  # fmt: skip
            if reading.text[index] != mark:
                yield Fault("check.quotes", index, index + 1, message, hint, right)


def apostrophe_faults(reading: Reading) -> Iterator[Fault]:
    """check.apostrophe for one reading."""
    if TYPED_APOSTROPHES.isdisjoint(reading.characters):
        return
    wanted = TYPOGRAPHY[reading.language].apostrophe
    paired = {index for pair in quotations(reading)[0] for index in (pair.start, pair.end)}
    for place in _MARK.finditer(reading.own):
        mark, index = place.group(), place.start()
        if mark not in TYPED_APOSTROPHES or index in paired:
            continue
        if not _in_word(reading.own, index):
            continue
        wrong = mark != "'" or wanted
        if mark == "‘" and not _is_apostrophe(reading.own, index, mark):
            continue
        if wrong:
            message = f"`{mark}` stands for an apostrophe"
            hint = f"write `{wanted or '’'}`"
            yield Fault("check.apostrophe", index, index + 1, message, hint, wanted or "’")


def _in_word(own: str, index: int) -> bool:
    """Whether a letter stands before the mark, or a figure after it (’90s)."""
    before, after = own[index - 1 : index] if index else "", own[index + 1 : index + 2]
    if before.isdigit() and not after.isalpha():
        return False
    return before.isalpha() or (before.isdigit() and after == "s") or after.isdigit()
