"""From the bytes of a file to text that can be read safely, with a finding for what cannot.

Lines end with LF, CRLF or CR, as editors count them. YAML also counts U+0085, U+2028 and U+2029;
since those are invisible and no author types them, they are refused like control characters, so that
the line numbers of a finding are always those of the editor.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from toolkit.diagnostics import Finding, Span, finding

#: The largest file that is read, in bytes: about ten times the longest report.
MAXIMUM_BYTES = 4 * 1024 * 1024

#: Characters that no page can print: controls, line separators, bidirectional controls (they make a
#: text read otherwise than it is stored), a byte order mark inside the text, noncharacters,
#: surrogates. White space that YAML knows (tab, line feed, carriage return) is not among them.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)

#: Of more forbidden characters than these in one file nobody wants to be told one by one.
MAXIMUM_CHARACTERS = 100

_LINE_END = re.compile("\r\n?")
_REPLACEMENT = "\ufffd"
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SAVE_AS = "In the editor choose “Save with encoding” and UTF-8."


def decode(raw: bytes, path: str) -> tuple[str | None, tuple[Finding, ...]]:
    """The text of a file, with LF line ends and without a byte order mark, and what is wrong with it.

    Forbidden characters are each a finding (the first hundred of them) and are replaced one for one,
    so that everything after them keeps its place. The text is ``None`` if the file is too large or not
    UTF-8.
    """
    if len(raw) > MAXIMUM_BYTES:
        limit = MAXIMUM_BYTES // (1024 * 1024)
        message = f"The file is larger than {limit} MiB, which is more than any document needs."
        return None, (finding("file.too-large", Span(path), message, "Is it the right file?"),)
    if other := _other_encoding(raw):
        message = f"The file is in {other}; the toolkit reads UTF-8."
        return None, (finding("file.encoding", Span(path), message, _SAVE_AS),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(error, path),)
    text = _LINE_END.sub("\n", text)
    return FORBIDDEN.sub(_REPLACEMENT, text), tuple(_forbidden(text, path))


def describe(character: str) -> str:
    """A character by its number and, if it has one, its name: ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".strip()


def _other_encoding(raw: bytes) -> str:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    start = raw[:64]
    if len(start) >= 4 and (not any(start[0::2]) or not any(start[1::2])):
        return "UTF-16"
    return ""


def _not_utf8(error: UnicodeDecodeError, path: str) -> Finding:
    before = _LINE_END.sub("\n", error.object[: error.start].decode("utf-8-sig"))
    span = _span(before, len(before), path)
    byte = error.object[error.start]
    message = f"The file is not UTF-8 text: byte 0x{byte:02X} stands here."
    return finding("file.encoding", span, message, _SAVE_AS)


def _forbidden(text: str, path: str) -> Iterator[Finding]:
    line, line_start, after = 1, 0, 0
    for match in islice(FORBIDDEN.finditer(text), MAXIMUM_CHARACTERS):
        newlines = text.count("\n", after, match.start())
        if newlines:
            line += newlines
            line_start = text.rindex("\n", after, match.start()) + 1
        after = match.start()
        yield forbidden(match.group(), Span(path, line, after - line_start + 1))


def forbidden(character: str, span: Span) -> Finding:
    """The finding for one forbidden character."""
    message = f"An invisible character stands here, which no page can print: {describe(character)}."
    return finding("file.control-character", span, message, "Delete it, and type the text anew.")


def _span(text: str, offset: int, path: str) -> Span:
    start = text.rfind("\n", 0, offset) + 1
    return Span(path, text.count("\n", 0, start) + 1, offset - start + 1)
