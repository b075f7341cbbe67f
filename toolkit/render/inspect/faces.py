"""The names of fonts, as files of fonts have them and as a PDF has them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO

from fontTools.ttLib import TTFont

_SUBSET = re.compile(r"^[A-Z]{6}\+")
#: Family, style, full name, PostScript name, typographic family and style (OpenType, "name" table).
_FAMILY, _STYLE, _FULL, _POSTSCRIPT, _WIDE_FAMILY, _WIDE_STYLE = 1, 2, 4, 6, 16, 17


def bundled_names(fonts: Iterable[bytes]) -> frozenset[str]:
    """The names that the given fonts may have in a PDF, as ``face_name`` writes them."""
    names: set[str] = set()
    for data in fonts:
        with TTFont(BytesIO(data), lazy=True) as font:
            table = font["name"]
            names.update(table.getDebugName(number) or "" for number in (_FULL, _POSTSCRIPT))
            for family, style in ((_FAMILY, _STYLE), (_WIDE_FAMILY, _WIDE_STYLE)):
                words = (table.getDebugName(family) or "", table.getDebugName(style) or "")
                names.add("".join(words) if words[0] else "")
    return frozenset(face_name(name) for name in names if name)


def face_name(name: str) -> str:
    """A font's name without the mark of a subset, signs and what regular faces leave out."""
    plain = "".join(sign for sign in _SUBSET.sub("", name).lower() if sign.isalnum())
    return plain.replace("regular", "") or plain
