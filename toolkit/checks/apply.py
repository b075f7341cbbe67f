"""Mends carried into files: only the characters of the affected strings change, nothing else.

No line is wrapped anew, no escape spelt anew; line ends, comments and the byte order mark stay. What
cannot be changed like that, as a space at which YAML breaks a line, is left and reported.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from toolkit.checks import waivers
from toolkit.checks.mend import Mend, mend
from toolkit.checks.pair import Side
from toolkit.diagnostics import Span
from toolkit.document.model import Document, Text
from toolkit.document.walk import texts
from toolkit.language import codes
from toolkit.source.reader import read_document
from toolkit.translation import pofile
from toolkit.translation.catalog import Entry
from toolkit.translation.message import is_message
from toolkit.translation.posyntax import unescape

_STRING = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"')
_SPELT = re.compile(r"\\.|[^\\]", re.DOTALL)
_CONTINUED = re.compile(r'[ \t]*"')
_WHITE = re.compile(r"[ \t\r\n]+")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
_SHORT_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "_": "\u00a0", " ": " "}
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Change:
    """A text that was mended: where it begins, it before and after, and the mends."""

    span: Span
    before: str
    after: str
    mends: tuple[Mend, ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """A file after mending; ``skipped`` are texts that a person has to mend."""

    raw: bytes
    changes: tuple[Change, ...] = ()
    skipped: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where one character of a value is typed; ``fixed`` if it is a line break of the file."""

    start: int
    end: int
    fixed: bool = False


_Edit = tuple[int, int, str]


def apply_to_po(raw: bytes, path: str, language: str, keep: Collection[str] = ()) -> Applied:
    """Mend the finished translations of a PO file.

    Codes in ``keep``, and in the waivers of a message, are not mended. A file with errors comes back as
    it is: they are found and told by reading it.
    """
    catalog = pofile.read(raw, path).value
    if catalog is None:
        return Applied(raw)
    text = raw.decode("utf-8")
    starts = _line_starts(text, "\n")
    edits: list[_Edit] = []
    changes: list[Change] = []
    skipped: list[Change] = []
    for entry in catalog.active:
        if not entry.translated:
            continue
        granted, _ = waivers.read(entry.translator_comments, Span(path, entry.line, 1))
        kept = {*keep, *(waiver.code for waiver in granted)}
        for form, value in enumerate(entry.msgstr):
            mended, mends = mend(Side(language, value), kept)
            if mended == value:
                continue
            change = Change(catalog.span(entry, form), value, mended, mends)
            found = _edits(value, mended, _po_stretches(text, starts, entry, form))
            if found is None:
                skipped.append(change)
            else:
                edits.extend(found)
                changes.append(change)
    return Applied(_replaced(text, edits).encode("utf-8"), tuple(changes), tuple(skipped))


def apply_to_yaml(raw: bytes, path: str, document: Document, keep: Collection[str] = ()) -> Applied:
    """Mend the texts of the document that was read from ``raw``.

    Codes in ``keep``, and those that a text waives, are not mended. The mended file is read again; if
    any other text or value came out changed, all is left as it was.
    """
    text = raw.decode("utf-8")
    starts = _line_starts(text)
    edits: list[_Edit] = []
    changes: list[Change] = []
    skipped: list[Change] = []
    for item in dict.fromkeys(item for item, _ in texts(document) if is_message(item)):
        kept = {*keep, *(waiver.code for waiver in item.waivers)}
        mended, mends = mend(Side(item.language, item.value), kept)
        if mended == item.value:
            continue
        change = Change(item.span, item.value, mended, mends)
        found = _edits(item.value, mended, _yaml_stretches(text, starts, item))
        if found is None:
            skipped.append(change)
        else:
            edits.extend(found)
            changes.append(change)
    written = _replaced(text, dict.fromkeys(edits)).encode("utf-8")
    if not _says(written, path, document, changes):
        return Applied(raw, (), (*changes, *skipped))
    return Applied(written, tuple(changes), tuple(skipped))


def _says(raw: bytes, path: str, document: Document, changes: Sequence[Change]) -> bool:
    """Whether the file now says what the document said, but for the changes."""
    reread = read_document(raw, path, languages=codes()).value
    if reread is None:
        return False
    wanted = {(change.before, change.span.line): change.after for change in changes}
    before = [wanted.get((item.value, item.span.line), item.value) for item, _ in texts(document)]
    return before == [item.value for item, _ in texts(reread)]


def _edits(before: str, after: str, stretches: Sequence[_Stretch] | None) -> list[_Edit] | None:
    """The changes of the file that turn one value into the other; ``None`` if there are none."""
    if stretches is None:
        return None
    found: list[_Edit] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            continue
        touched = stretches[first:last]
        if any(stretch.fixed for stretch in touched):
            return None
        new = after[start:end]
        if touched:
            # Character by character, so that none moves to another line of the file.
            ends = len(touched) - 1
            found.extend(
                (
                    stretch.start,
                    stretch.end,
                    new[index:] if index == ends else new[index : index + 1],
                )
                for index, stretch in enumerate(touched)
            )
        else:
            at = stretches[first - 1].end if first else stretches[0].start
            found.append((at, at, new))
    return found


def _replaced(text: str, edits: Collection[_Edit]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _line_starts(text: str, line_end: str | None = None) -> list[int]:
    """Where each line begins; lines end with ``line_end``, or with any that editors count."""
    if line_end is not None:
        return [0, *(found.end() for found in re.finditer(line_end, text))]
    return [found.start() for found in _LINE.finditer(text)]


def _po_stretches(
    text: str, starts: Sequence[int], entry: Entry, form: int
) -> tuple[_Stretch, ...] | None:
    found: list[_Stretch] = []
    spelt = ""
    for number in _string_lines(text, starts, entry.msgstr_lines[form]):
        end = text.find("\n", starts[number])
        for string in _STRING.finditer(text, starts[number], len(text) if end < 0 else end):
            for piece in _SPELT.finditer(text, string.start(1), string.end(1)):
                found.append(_Stretch(piece.start(), piece.end()))
                spelt += unescape(piece.group())
    return tuple(found) if spelt == entry.msgstr[form] else None


def _string_lines(text: str, starts: Sequence[int], line: int) -> Iterator[int]:
    """The indexes of the line with the keyword and of those that continue it."""
    yield line - 1
    for number in range(line, len(starts)):
        if not _CONTINUED.match(text, starts[number]):
            return
        yield number


def _yaml_stretches(text: str, starts: Sequence[int], item: Text) -> tuple[_Stretch, ...] | None:
    """Where each character of a text stands in the file, if the file holds it as it reads."""
    position = starts[item.span.line - 1] + item.span.column - 1
    if item.span.line == 1 and text.startswith(_BOM):
        position += 1
    quote = text[position : position + 1]
    quote = quote if quote in {'"', "'"} and not item.value.startswith(quote) else ""
    position += len(quote)
    found: list[_Stretch] = []
    for character in item.value:
        stretch = _typed(text, position, character, quote)
        if stretch is None:
            return None
        found.append(stretch)
        position = stretch.end
    return tuple(found)


def _typed(text: str, position: int, character: str, quote: str) -> _Stretch | None:
    if character == " ":
        white = _WHITE.match(text, position)
        return _Stretch(position, white.end(), white.group() != " ") if white else None
    if quote == '"' and (escape := _ESCAPE.match(text, position)):
        return _Stretch(position, escape.end()) if _meaning(escape.group()) == character else None
    if quote == "'" and character == "'" and text.startswith("''", position):
        return _Stretch(position, position + 2)
    return _Stretch(position, position + 1) if text.startswith(character, position) else None


def _meaning(escape: str) -> str:
    if escape[1] in "xuU":
        return chr(int(escape[2:], 16))
    return _SHORT_ESCAPES.get(escape[1], "")
