"""The paragraphs of one YAML scalar, each with the line and column where it begins.

After ``|`` a blank line ends a paragraph. In every other style YAML has joined the lines of a
paragraph already, and a line break that is left stands for a blank line of the file.
"""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.diagnostics import Span
from toolkit.source.tree import Piece


def paragraphs(
    value: str, style: str, start: Span, end_line: int, lines: Sequence[str]
) -> tuple[Piece, ...]:
    r"""The paragraphs of ``value``, which YAML read from ``start`` to ``end_line`` of ``lines``.

    ``style`` is YAML's: ``|``, ``>``, a quote, or empty. A blank value has no paragraphs. Where the
    paragraphs cannot be told apart in the file (as with ``\n`` in quotes), all begin at ``start``.
    """
    literal = style == "|"
    values = _literal(value) if literal else [part for part in value.split("\n") if part.strip()]
    if not values:
        return ()
    first = start.line + 1 if style in ("|", ">") else start.line
    places = _places(lines, first, end_line, start)
    if len(places) != len(values):
        return tuple(Piece(part, start) for part in values)
    return tuple(Piece(part, place) for part, place in zip(values, places, strict=True))


def _literal(value: str) -> list[str]:
    found: list[list[str]] = [[]]
    for line in value.split("\n"):
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return ["\n".join(part) for part in found if part]


def _places(lines: Sequence[str], first: int, last: int, start: Span) -> list[Span]:
    """Where each run of lines that are not blank begins; the first line may begin with a key."""
    found = []
    after_blank = True
    for number in range(first, min(last, len(lines)) + 1):
        line = lines[number - 1]
        if number == start.line:
            found.append(start)
            after_blank = False
        elif not line.strip():
            after_blank = True
        elif after_blank:
            indent = len(line) - len(line.lstrip())
            found.append(Span(start.path, number, indent + 1))
            after_blank = False
    return found
