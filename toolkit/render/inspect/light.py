"""How light colours are, and whether one can be told from another (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from collections.abc import Sequence

#: The least contrast of what can be seen at all; what is to be read with ease has 4.5.
_LEAST = 1.3
_LINEAR = 0.04045


def luminance(parts: Sequence[float]) -> float | None:
    """How light a colour of grey, RGB or CMYK is, from 0 to 1; none for other colours."""
    if len(parts) == 4:
        key = 1 - parts[3]
        parts = [(1 - part) * key for part in parts[:3]]
    if len(parts) == 1:
        parts = [parts[0]] * 3
    if len(parts) != 3:
        return None
    red, green, blue = (
        part / 12.92 if part <= _LINEAR else ((part + 0.055) / 1.055) ** 2.4
        for part in (min(max(part, 0.0), 1.0) for part in parts)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: float, other: float) -> bool:
    """Whether a text of one luminance can be seen on a ground of the other."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05) >= _LEAST
