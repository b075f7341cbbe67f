"""Whether a file is a font that editions can use."""

from __future__ import annotations

from io import BytesIO

from fontTools.ttLib import TTFont

#: What fontTools calls the packing of a file, by the suffix of its name.
_PACKING = {"ttf": None, "woff2": "woff2"}
_NAMES = {"ttf": "TrueType", "woff2": "WOFF2"}
#: What the engine and the charts read of a font; ``cmap`` is read besides.
_NEEDED = ("head", "hhea", "hmtx", "maxp")


def font_problem(name: str, data: bytes) -> str:
    """What is wrong with the font file of that name; nothing if it can be used."""
    suffix = name.rpartition(".")[2]
    try:
        with TTFont(BytesIO(data), lazy=True) as font:
            if font.flavor != _PACKING[suffix]:
                return f"it is no font in {_NAMES[suffix]}"
            for table in font.keys():  # noqa: SIM118 - a font is no mapping
                if table != "GlyphOrder":
                    font.getTableData(table)
            missing = [table for table in _NEEDED if table not in font]
            if missing:
                return f"it lacks the table `{missing[0]}`"
            for table in _NEEDED:
                _ = font[table]
            return "" if font.getBestCmap() else "it has no characters"
    except Exception as error:
        # A damaged font fails wherever the damage is, with whatever exception that place has.
        reason = " ".join(str(error).split()) or type(error).__name__
        return f"it cannot be read: {reason}"
