"""Whether a text has letters that its language does not have: only then its words are looked at."""

from __future__ import annotations

import unicodedata
from functools import cache

from toolkit.document.reading import BLANK, Reading
from toolkit.language.script import SPELLING

_COMMON = frozenset(" \u00a0.,:;!?-–—«»„“”‘’\"'()[]…%№§/0123456789" + BLANK)


def has_strangers(reading: Reading) -> bool:
    """Whether a letter is outside of the alphabet; any may be in a language that is not known."""
    if reading.language not in SPELLING:
        return True
    usual = _usual(reading.language)
    if reading.characters <= usual:
        return False
    rest = reading.characters - usual
    return any(letter.isalpha() or unicodedata.combining(letter) for letter in rest)


@cache
def _usual(language: str) -> frozenset[str]:
    return SPELLING[language].letters | _COMMON
