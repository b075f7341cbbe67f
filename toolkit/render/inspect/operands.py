"""The words of a PDF page: operators, and what stands before them: numbers, strings, arrays of both.

Section numbers are those of ISO 32000-1 (PDF 1.7).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: A string in parentheses, which may hold others in pairs, as a pattern.
STRING = rb"\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)"
#: One word of a page; the name of its group says what it is. Comments have none, and what is begun and
#: never ended is ``broken`` to the end of the page.
TOKEN = re.compile(
    rb"%[^\r\n]*"
    rb"|(?P<array>\[(?:[^\[\]()<>%]|<[0-9A-Fa-f\s]*>|" + STRING + rb")*\])"
    rb"|(?P<dict><<(?:[^<>()]|<[0-9A-Fa-f\s]*>|" + STRING + rb"|<<[^<>]*>>)*>>)"
    rb"|(?P<hex><[0-9A-Fa-f\s]*>)"
    rb"|(?P<string>" + STRING + rb")"
    rb"|(?P<name>/[^\s()<>\[\]{}/%]*)"
    rb"|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))"
    rb"|(?P<image>\bBI\b.*?\bEI\b)"
    rb"|(?P<broken>[(<\[].*|\bBI\b.*)"
    rb"|(?P<operator>[A-Za-z'\"*][A-Za-z0-9*]*)",
    re.DOTALL,
)
_PART = re.compile(
    rb"<(?P<hex>[0-9A-Fa-f\s]*)>|(?P<string>" + STRING + rb")|(?P<number>[+-]?[\d.]+)"
)
_ESCAPE = re.compile(rb"\\([nrtbf()\\]|[0-7]{1,3}|\r?\n)")
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def codes(raw: bytes, size: int) -> Iterator[int]:
    """The codes of a string, each of ``size`` bytes."""
    for start in range(0, len(raw), size):
        yield int.from_bytes(raw[start : start + size], "big")


def to_bytes(token: bytes) -> bytes:
    """The bytes of a string, in parentheses or in hexadecimal digits (7.3.4)."""
    if token.startswith(b"<"):
        digits = b"".join(token.strip(b"<>").split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return _ESCAPE.sub(_unescape, token[1:-1])


def _unescape(found: re.Match[bytes]) -> bytes:
    escaped = found.group(1)
    if escaped.isdigit():
        return bytes([int(escaped, 8) & 255])
    return b"" if escaped.endswith(b"\n") else _ESCAPES.get(escaped, escaped)


def pieces(token: bytes) -> Iterator[bytes | float]:
    """The strings and shifts of an array, in order."""
    for found in _PART.finditer(token):
        if found.lastgroup == "number":
            yield float(found.group())
        else:
            yield to_bytes(found.group())


def numbers(operands: list[bytes]) -> list[float]:
    """The operands that are numbers."""
    return [float(item) for item in operands if item[:1] in b"+-.0123456789"]
