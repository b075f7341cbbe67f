"""The spelling of PO files: strings, comments, keywords; one line at a time.

The grammar is that of GNU gettext 0.21 ("The Format of PO Files"), in UTF-8. Escapes are polib's;
its parser is not used, because it loses what this project exists to keep: previous texts of
obsolete entries (``#~|``), lines with U+2028 in them, the end of a text whose closing quotation
mark is missing. The tests hold the two parsers against each other wherever polib can read.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

import polib

#: A backslash with what it may not stand before: polib would leave both in the text.
_UNKNOWN_ESCAPE = re.compile(r'\\(?:[\\"bfnrtv]|(.))')
_STRING = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"')
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[([0-9]{1,3})\])?)(?![a-z_\[])")


def escape(text: str) -> str:
    """The text as the inside of a PO string."""
    return polib.escape(text)


def unescape(spelt: str) -> str:
    """The text that the inside of a PO string stands for; ``ValueError`` for an unknown escape."""
    if "\\" not in spelt:
        return spelt
    for found in _UNKNOWN_ESCAPE.finditer(spelt):
        if found.group(1):
            raise ValueError(f"`{found.group()}` is not an escape that the toolkit reads")
    return polib.unescape(spelt)


class Kind(Enum):
    """What a line of a PO file is."""

    BLANK = "blank"
    TRANSLATOR = "#"
    EXTRACTED = "#."
    REFERENCE = "#:"
    FLAG = "#,"
    STRINGS = "strings"


class Line(NamedTuple):
    """One line, taken apart.

    A comment has its ``text``. A line of strings has its ``keyword`` (empty when it continues the
    line before), the joined ``text``, and whether it is ``obsolete`` (``#~``) or ``previous``
    (``#|``).
    """

    kind: Kind
    text: str = ""
    keyword: str = ""
    obsolete: bool = False
    previous: bool = False


class PoSyntaxError(ValueError):
    """A line that is not PO; ``column`` counts from 1."""

    def __init__(self, column: int, message: str) -> None:
        super().__init__(message)
        self.column = column
        self.message = message


_COMMENTS = {".": Kind.EXTRACTED, ":": Kind.REFERENCE, ",": Kind.FLAG}


def take_apart(line: str) -> Line:
    """Say what a line is. Raises ``PoSyntaxError``."""
    start = len(line) - len(line.lstrip(" \t"))
    end = len(line.rstrip(" \t"))
    if start >= end:
        return Line(Kind.BLANK)
    if line[start] != "#":
        return _strings(line, start, end)
    mark = line[start + 1 : start + 2]
    if mark == "|":
        return _strings(line, start + 2, end, previous=True)
    if mark == "~":
        previous = line[start + 2 : start + 3] == "|"
        return _strings(line, start + (3 if previous else 2), end, True, previous)
    kind = _COMMENTS.get(mark, Kind.TRANSLATOR)
    text = line[start + (1 if kind is Kind.TRANSLATOR else 2) :]
    return Line(kind, text.removeprefix(" ") if text.strip(" \t") else "")


def _strings(
    line: str, start: int, end: int, obsolete: bool = False, previous: bool = False
) -> Line:
    position = _skip_spaces(line, start, end)
    keyword = ""
    if found := _KEYWORD.match(line, position, end):
        keyword = found.group(1)
        position = _skip_spaces(line, found.end(), end)
    parts: list[str] = []
    while position < end:
        string = _STRING.match(line, position, end)
        if string is None:
            raise PoSyntaxError(position + 1, _complaint(line[position:end], keyword, bool(parts)))
        try:
            parts.append(unescape(string.group(1)))
        except ValueError as error:
            raise PoSyntaxError(position + 1, str(error)) from error
        position = _skip_spaces(line, string.end(), end)
    if not parts and not keyword and not (obsolete or previous):
        raise AssertionError("a line with neither keyword nor string is blank")
    return Line(Kind.STRINGS, "".join(parts), keyword, obsolete, previous)


def _skip_spaces(line: str, start: int, end: int) -> int:
    while start < end and line[start] in " \t":
        start += 1
    return start


def _complaint(rest: str, keyword: str, after_string: bool) -> str:
    if rest.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        return "a conflict between two versions of the file was left in it unsolved"
    if rest.startswith('"'):
        return "a text that begins with a quotation mark is not closed on its line"
    if after_string:
        return 'there is something after the closing quotation mark (inside a text, `"` is `\\"`)'
    if keyword:
        return f"`{keyword}` is not followed by a text in quotation marks"
    return "this line is neither a comment nor a part of a message"
