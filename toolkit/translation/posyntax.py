"""The spelling of PO files: strings, comments, keywords; one line at a time.

The grammar is that of GNU gettext 0.21 ("The Format of PO Files"), in UTF-8.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

#: What a PO string writes with a backslash. GNU gettext escapes the same.
_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\a": "\\a",
    "\b": "\\b",
    "\f": "\\f",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\v": "\\v",
}
_UNESCAPES = {spelt[1]: character for character, spelt in _ESCAPES.items()}

_ESCAPABLE = re.compile(r'[\\"\a\b\f\n\r\t\v]')
_ESCAPED = re.compile(r"\\(.)")
_STRING = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"')
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[([0-9]{1,3})\])?)(?![a-z_\[])")


def escape(text: str) -> str:
    """The text as the inside of a PO string."""
    return _ESCAPABLE.sub(lambda found: _ESCAPES[found.group()], text)


def unescape(spelt: str) -> str:
    """The text that the inside of a PO string stands for; ``ValueError`` if it holds another escape."""
    if "\\" not in spelt:
        return spelt
    return _ESCAPED.sub(_unescape_one, spelt)


def _unescape_one(found: re.Match[str]) -> str:
    character = _UNESCAPES.get(found.group(1))
    if character is None:
        raise ValueError(f"`{found.group()}` is not an escape that the toolkit reads")
    return character


class Kind(Enum):
    """What a line of a PO file is."""

    BLANK = "blank"
    TRANSLATOR = "#"
    EXTRACTED = "#."
    REFERENCE = "#:"
    FLAG = "#,"
    STRINGS = "strings"


@dataclass(frozen=True, slots=True)
class Line:
    """One line, taken apart.

    A comment has its ``text``. A line of strings has its ``keyword`` (empty when it continues the line
    before), the joined ``text``, and whether it is ``obsolete`` (``#~``) or ``previous`` (``#|``).
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
    return Line(kind, text.removeprefix(" ") if text.strip() else "")


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
    if rest.startswith('"'):
        return "a text that begins with a quotation mark is not closed on its line"
    if after_string:
        return 'there is something after the closing quotation mark (inside a text, `"` is `\\"`)'
    if keyword:
        return f"`{keyword}` is not followed by a text in quotation marks"
    return "this line is neither a comment nor a part of a message"
