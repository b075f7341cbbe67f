"""What the codes of a PDF font stand for, by its ToUnicode map (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

import re

_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_CHARACTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f]+>|\[[^\]]*\])")
_CODES = 0x10000


def read_cmap(cmap: bytes) -> dict[int, str]:
    """The text of each code. A code whose text is damaged stands for U+FFFD."""
    texts: dict[int, str] = {}
    for section in _CHARACTERS.findall(cmap):
        cells = _HEX.findall(section)
        for code, text in zip(cells[::2], cells[1::2], strict=False):
            texts[int(code or b"0", 16)] = _utf16(text)
    for section in _RANGES.findall(cmap):
        for first, last, target in _RANGE.findall(section):
            low, high = int(first, 16), min(int(last, 16), _CODES)
            targets = [_utf16(item) for item in _HEX.findall(target)]
            for index, code in enumerate(range(low, high + 1)):
                if target.startswith(b"["):
                    texts[code] = targets[index] if index < len(targets) else "\ufffd"
                else:
                    texts[code] = _shifted(targets[0], index)
    return texts


def _utf16(digits: bytes) -> str:
    plain = b"".join(digits.split())
    raw = bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode())
    return raw.decode("utf-16-be", errors="replace")


def _shifted(text: str, by: int) -> str:
    return text[:-1] + chr((ord(text[-1]) + by) % 0x110000) if text else "\ufffd"
