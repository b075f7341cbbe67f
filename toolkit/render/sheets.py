"""Style sheets that apply together, and in which file and line each place of them was written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from toolkit.diagnostics import Span

#: What ends a line in CSS (CSS Syntax Level 3, 3.3).
_LINE_END = re.compile(r"\r\n|[\r\n\f]")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
#: What the PDF engine says of a value that tokens stand for, when it meets the value.
_IGNORED = re.compile(r"Ignored `([\w-]+): .*` at (\d+):(\d+), ", re.DOTALL)
#: What a style sheet sets of tokens, and what it uses of them.
_SETTING = r"(?<![\w-])%s\s*:\s*([^;}]*)"
_USE = re.compile(r"var\(\s*(--[\w-]+)")
_MARK = re.compile(r"[^\r\n\f]")


@dataclass(frozen=True)
class Sheet:
    """A style sheet: its path and text, and whether it is the project's ``own``."""

    path: str
    text: str
    own: bool = False

    @property
    def plain(self) -> str:
        """The text with its comments blank, so that each place is where it was."""
        return _COMMENT.sub(lambda found: _MARK.sub(" ", found[0]), self.text)

    def span(self, offset: int) -> Span:
        """The place of a character of the text."""
        return Span(self.path, *_place(self.text, offset))


@dataclass(frozen=True)
class Stack:
    """Style sheets in the order in which they are applied."""

    sheets: tuple[Sheet, ...]

    @cached_property
    def text(self) -> str:
        """All of them as one."""
        return "\n".join(sheet.text.strip() for sheet in self.sheets)

    def blamed(self, offset: int) -> Span:
        """The place to mend for what is wrong at an offset: there, or where a token in it is set.

        A style sheet of the toolkit is right as long as the project gives its tokens right values.
        """
        sheet, start = self._at(offset)
        rest = [] if sheet.own else _USE.findall(_declaration(sheet.plain, start))
        seen: set[str] = set()
        while rest:
            name = rest.pop()
            setting = None if name in seen else self._setting(name)
            if setting is None:
                continue
            setter, found = setting
            if setter.own:
                return setter.span(found.start())
            seen.add(name)
            rest.extend(_USE.findall(found[1]))
        return sheet.span(start)

    def _setting(self, name: str) -> tuple[Sheet, re.Match[str]] | None:
        """Which sheet has the last word on a token, and where."""
        for sheet in reversed(self.sheets):
            settings = list(re.finditer(_SETTING % re.escape(name), sheet.plain))
            if settings:
                return sheet, settings[-1]
        return None

    def span(self, offset: int) -> Span:
        """In which file, and where in it, a character of the whole text was written."""
        sheet, start = self._at(offset)
        return sheet.span(start)

    def _at(self, offset: int) -> tuple[Sheet, int]:
        rest = offset
        for sheet in self.sheets[:-1]:
            length = len(sheet.text.strip())
            if rest <= length:
                break
            rest -= length + 1
        else:
            sheet = self.sheets[-1]
        return sheet, rest + len(sheet.text) - len(sheet.text.lstrip())


def offset_of(text: str, line: int, column: int) -> int:
    """Where in a text a line and column are, both from 1."""
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
    return starts[min(line, len(starts)) - 1] + column - 1


def is_about(message: str, text: str) -> bool:
    """Whether the PDF engine complains of a value that stands in this text.

    A ``style`` of a page has lines and columns of its own: they are told apart by the property.
    """
    ignored = _IGNORED.match(message)
    if ignored is None:
        return False
    before = text[: offset_of(text, int(ignored[2]), int(ignored[3]))].rstrip()
    return before.removesuffix(":").rstrip().lower().endswith(ignored[1])


def _declaration(text: str, start: int) -> str:
    """The rest of the declaration that a place is in."""
    return re.split("[;}]", text[start:], maxsplit=1)[0]


def _place(text: str, offset: int) -> tuple[int, int]:
    ends = [found.end() for found in _LINE_END.finditer(text, 0, offset)]
    return len(ends) + 1, offset - (ends[-1] if ends else 0) + 1
