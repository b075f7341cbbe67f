"""From the characters that a reader sees back to those that were typed.

The parser of inline Markdown says what a text means, not where in the text each character stood. The
projection finds that out on its own and is then held against the parser: where the two disagree, the
markup is unclear, and there is no projection, so nothing is changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from toolkit.document.inline import plain

_TOKEN = re.compile(
    r"""
      (?P<escape>\\[!-/:-@\[-`{-~])
    | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);)
    | (?P<note>\[\^[A-Za-z0-9][A-Za-z0-9_-]*\])
    | <(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!\#$%&'*+/=?^`{|}~-]+@[\w.-]+)>
    | (?P<close>\](?:
          \((?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)
        | \{\s*lang\s*=\s*["']?[^\s{}"'=]+["']?\s*\}))
    | (?P<open>\[)
    | (?P<stars>\*+)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Projection:
    """For each character of the plain text, the stretch of markup that it was typed as."""

    markup: str
    stretches: tuple[tuple[int, int], ...]

    def replaced(self, start: int, end: int, instead: str) -> str:
        """The markup with ``plain[start:end]`` replaced; markup in between stays."""
        edits = [(*self.stretches[index], "") for index in range(start, end)]
        if edits:
            edits[0] = (*edits[0][:2], instead)
        else:
            at = self.stretches[start - 1][1] if start else 0
            edits = [(at, at, instead)]
        markup = self.markup
        for first, last, new in reversed(edits):
            markup = markup[:first] + new + markup[last:]
        return markup


def project(markup: str) -> Projection | None:
    """The projection of a text, or ``None`` where it is not certain."""
    characters: list[str] = []
    stretches: list[tuple[int, int]] = []
    brackets: list[int] = []
    position = 0

    def show(text: str, start: int, end: int) -> None:
        characters.append(text)
        stretches.append((start, end))

    def show_each(start: int, end: int) -> None:
        for index in range(start, end):
            show(markup[index], index, index + 1)

    for found in _TOKEN.finditer(markup):
        start, end = found.span()
        show_each(position, start)
        position = end
        match found.lastgroup:
            case "escape":
                show(found.group()[1], start, end)
            case "entity":
                if len(meant := unescape(found.group())) != 1:
                    return None
                show(meant, start, end)
            case "address":
                show_each(start + 1, end - 1)
            case "open":
                brackets.append(len(characters))
                show("[", start, end)
            case "close":
                if not brackets:
                    return None
                index = brackets.pop()
                characters[index] = ""
    show_each(position, len(markup))
    shown = [(text, where) for text, where in zip(characters, stretches, strict=True) if text]
    if "".join(text for text, _ in shown) != plain(markup):
        return None
    return Projection(markup, tuple(where for _, where in shown))
