"""What YAML's parser complains about, in words for those who wrote the text.

The parser speaks of tokens and block mappings. Nearly always the cause is one of a dozen slips, which
the words of the parser and the line together give away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from toolkit.diagnostics import Finding, Span, finding
from toolkit.source.wording import shown

_QUOTE_IT = "Put the whole text in quotes, or write `>-` after the colon and the text on new lines."
_INDENT_IT = "Begin fields that belong together in the same column, with spaces."
_NO_SPACE = re.compile(r"\s*(?:- +)?[A-Za-z_]+:(?=[^\s:/])")
_INNER_COLON = re.compile(r"\s*(?:- +)*[^\s\"'#][^\"']*?:\s")
_BEFORE_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s:\"'\[{]+:\s+)?")


@dataclass(frozen=True, slots=True)
class Trouble:
    """A complaint of the parser: where it gave up, and where what it was reading began."""

    problem: str
    context: str
    at: tuple[int, int]
    began: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Reading:
    """The same complaint, and what to say about it."""

    message: str
    hint: str
    at: tuple[int, int]


def explain(trouble: Trouble, lines: Sequence[str], path: str) -> Finding:
    """The finding for a complaint of the parser about ``lines``, placed where the slip is."""
    words = f"{trouble.context} {trouble.problem}".lower()
    reading = _fallback(trouble)
    for sign, read in _SIGNS:
        if sign in words:
            reading = read(trouble, lines)
            break
    return finding("yaml.syntax", _inside(reading.at, lines, path), reading.message, reading.hint)


def _inside(at: tuple[int, int], lines: Sequence[str], path: str) -> Span:
    """The place, or the end of the file where the parser stands one line after it."""
    line, column = at
    if line > 1 and (line > len(lines) or (line == len(lines) and not lines[-1])):
        line = max((n for n, text in enumerate(lines, start=1) if text.strip()), default=1)
        column = len(lines[line - 1]) + 1
    return Span(path, line, min(column, len(lines[line - 1]) + 1))


def _fallback(trouble: Trouble) -> _Reading:
    message = f"The YAML cannot be read here: {trouble.problem}."
    return _Reading(
        message, "Compare the indentation and the quotes with the lines above.", trouble.at
    )


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if 1 <= number <= len(lines) else ""


def _tab(trouble: Trouble, lines: Sequence[str]) -> _Reading:
    line, column = trouble.at
    if _line(lines, line)[column - 1 : column] == "\t":
        return _Reading(
            "A tab stands here; YAML indents with spaces only.",
            "Replace the tab by spaces, two for each step.",
            trouble.at,
        )
    return _special(trouble, lines)


def _special(trouble: Trouble, lines: Sequence[str]) -> _Reading:
    line, column = trouble.began
    character = _line(lines, line)[column - 1 : column]
    message = f"A text that begins with {shown(character)} means something else to YAML."
    return _Reading(message, _QUOTE_IT, trouble.began)


def _colon(trouble: Trouble, lines: Sequence[str]) -> _Reading:
    line, column = trouble.at
    if slip := _missing_space(lines, line):
        return slip
    before = _line(lines, line)[: column - 1]
    if _INNER_COLON.match(before):
        message = (
            "The text contains a colon and a space, which in YAML separates a name from a value."
        )
        return _Reading(message, _QUOTE_IT, trouble.at)
    message = "This line stands further right than the field above it, which has a value already."
    indent = len(before) - len(before.lstrip())
    return _Reading(message, _INDENT_IT, (line, indent + 1))


def _missing_space(lines: Sequence[str], near: int) -> _Reading | None:
    """A colon without a space after it, in the line or the one before."""
    for number in (near, near - 1):
        if slip := _NO_SPACE.match(_line(lines, number)):
            message = "A space is missing after the colon."
            name = slip.group().strip()
            return _Reading(message, f"Write {shown(name + ' …')}.", (number, slip.end()))
    return None


def _no_colon(trouble: Trouble, lines: Sequence[str]) -> _Reading:
    line, _ = trouble.began
    if slip := _missing_space(lines, line):
        return slip
    message = f"{shown(_line(lines, line))} is neither a field nor the continuation of a text."
    hint = "Write a field as `name: value`; indent the lines of a text that continues."
    return _Reading(message, hint, trouble.began)


def _open_quote(trouble: Trouble, lines: Sequence[str]) -> _Reading:
    line, column = trouble.began
    quote = _line(lines, line)[column - 1 : column]
    message = f"The quote {shown(quote)} that begins here is not closed."
    hint = f"Add {shown(quote)} at the end of the text; if the text itself holds it, double it."
    if quote == '"':
        hint = 'Add `"` at the end of the text; inside the text write `\\"`.'
    return _Reading(message, hint, trouble.began)


def _open_bracket(trouble: Trouble, lines: Sequence[str]) -> _Reading:
    line, column = trouble.began
    bracket = _line(lines, line)[column - 1 : column]
    message = f"What begins here with {shown(bracket)} is not closed, or lacks a comma."
    hint = (
        "Close the bracket; put items with special characters in quotes, or write one item a line."
    )
    return _Reading(message, hint, trouble.began)


def _escape(trouble: Trouble, _lines: Sequence[str]) -> _Reading:
    message = "In double quotes a backslash begins an escape, and this one does not exist."
    hint = "Write the backslash twice, or put the text in single quotes."
    return _Reading(message, hint, trouble.at)


def _block_header(trouble: Trouble, lines: Sequence[str]) -> _Reading:
    line, column = trouble.began
    sign = _line(lines, line)[column - 1 : column]
    message = f"After {shown(sign)} the text begins on a new line."
    return _Reading(message, "Put the text on the next line, indented.", trouble.at)


def _dash(trouble: Trouble, _lines: Sequence[str]) -> _Reading:
    message = "A list cannot begin on the line of its field."
    hint = "Put each `- ` on a line of its own; if a text begins with a dash, put it in quotes."
    return _Reading(message, hint, trouble.at)


def _misplaced(trouble: Trouble, lines: Sequence[str]) -> _Reading:
    """Something follows where the parser expects the next field or item."""
    line, column = trouble.at
    text = _line(lines, line)
    value = _BEFORE_VALUE.match(text)
    start = value.end() if value else 0
    if text[start : start + 1] in tuple("\"'[{") and start < column - 1:
        message = f"A text that begins with {shown(text[start])} goes on after the closing mark."
        return _Reading(message, _QUOTE_IT, (line, start + 1))
    if text[column - 1 : column] == ":":
        message = "Before the colon stands no name of a field."
        return _Reading(message, "Write a field as `name: value`.", trouble.at)
    if text[column - 2 : column - 1] in ("'", '"') and column > 1:
        message = "The text in quotes ends here, but the line goes on."
        hint = "If the quote begins further up, close it there; double a quote inside a text."
        return _Reading(message, hint, trouble.at)
    if not text[: column - 1].strip():
        message = "This line does not begin in the column of the fields or items above it."
        return _Reading(message, _INDENT_IT + " A list holds only items with `- `.", trouble.at)
    return _fallback(trouble)


def _not_a_beginning(trouble: Trouble, lines: Sequence[str]) -> _Reading:
    return _special(replace(trouble, began=trouble.at), lines)


def _after_the_end(trouble: Trouble, _lines: Sequence[str]) -> _Reading:
    message = "What stands here does not belong to the fields above."
    return _Reading(message, "Begin every field in the first column of its line.", trouble.at)


def _directive(trouble: Trouble, _lines: Sequence[str]) -> _Reading:
    message = "A line that begins with `%` is an instruction to YAML, which documents do without."
    return _Reading(message, "Put a text that begins with `%` in quotes.", trouble.began)


def _tag(trouble: Trouble, _lines: Sequence[str]) -> _Reading:
    message = "A text that begins with `!` is a YAML tag; documents do without."
    return _Reading(message, "Put a text that begins with `!` in quotes.", trouble.began)


#: Words of the parser (libyaml's and PyYAML's, lower case), the most telling first.
_SIGNS: tuple[tuple[str, Callable[[Trouble, Sequence[str]], _Reading]], ...] = (
    ("found a tab character", _tab),
    ("cannot start any token", _tab),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("escape", _escape),
    ("scanning a quoted scalar", _open_quote),
    ("scanning an alias", _special),
    ("scanning an anchor", _special),
    ("sequence entries are not allowed", _dash),
    ("scanning a block scalar", _block_header),
    ("node content", _not_a_beginning),
    ("parsing a flow", _open_bracket),
    ("parsing a block", _misplaced),
    ("document start", _after_the_end),
    ("directive", _directive),
    ("incompatible yaml", _directive),
    ("tag", _tag),
)
