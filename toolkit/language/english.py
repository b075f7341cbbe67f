"""What English adds to CLDR."""

from __future__ import annotations

from toolkit.language import cldr

#: The endings of the ordinal categories that CLDR gives English.
_ENDINGS = {"one": "st", "two": "nd", "few": "rd", "other": "th"}


def ordinal(value: int, locale: str) -> str:
    """The number with its ending: 1st, 22nd, 113th."""
    return f"{cldr.whole_number(value, locale)}{_ENDINGS[cldr.ordinal_category(value, locale)]}"
