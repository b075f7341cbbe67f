"""How wide words are, by the advances of the font they are printed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

#: The width of a character that the font does not have: no letter is wider than an em by much.
_UNKNOWN = 1.0


@dataclass(frozen=True)
class Face:
    """The advance of each character in ems. ``slack`` is how much wider another font may be."""

    advances: Mapping[str, float]
    slack: float = 1.0

    def width(self, text: str, size: float) -> float:
        """The width of a line of text, without kerning: the engine sets drawn text without it too."""
        ems = sum(self.advances.get(character, _UNKNOWN) for character in text)
        return ems * size * self.slack


@lru_cache(maxsize=8)
def read_advances(font: bytes) -> Mapping[str, float]:
    """The advance of every character of a TrueType font."""
    # A page without a chart needs no font to be opened.
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(font), lazy=True) as opened:
        units = opened["head"].unitsPerEm
        widths = opened["hmtx"].metrics
        return {
            chr(code): widths[name][0] / units
            for code, name in (opened.getBestCmap() or {}).items()
        }


def wrap(text: str, width: float, size: float, face: Face) -> tuple[str, ...]:
    """The text in lines of at most ``width``; a word that is too wide alone is divided."""
    lines: list[str] = []
    for word in _pieces(text, width, size, face):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _pieces(text: str, width: float, size: float, face: Face) -> list[str]:
    pieces: list[str] = []
    for word in text.split(" "):
        rest = word
        while face.width(rest, size) > width and len(rest) > 1:
            fitting = (
                end
                for end in range(len(rest) - 1, 1, -1)
                if face.width(f"{rest[:end]}-", size) <= width
            )
            end = next(fitting, 1)
            pieces.append(f"{rest[:end]}-")
            rest = rest[end:]
        if rest:
            pieces.append(rest)
    return pieces
