"""Words in rough Latin letters, so that names in different alphabets can be seen to be alike.

This is no transliteration to print: letters that systems of transliteration write differently become
the same (в and w are v; й, ы, и, y and i are i), and so do the Turkmen letters and their neighbours.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
        "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
        "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh",
        "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    }
)  # fmt: skip
_TURKMEN = str.maketrans({"ž": "zh", "ş": "sh", "ç": "ch", "ý": "i", "ä": "a"})
_ALIKE = (("kh", "h"), ("yu", "iu"), ("ya", "ia"), ("j", "zh"), ("w", "v"), ("y", "i"), ("x", "ks"))


@lru_cache(maxsize=8192)
def romanised(text: str) -> str:
    """The letters of a text, small and Latin, without marks."""
    latin = text.casefold().translate(_TURKMEN).translate(_CYRILLIC)
    bare = without_marks(latin)
    for written, alike in _ALIKE:
        bare = bare.replace(written, alike)
    return bare


def without_marks(text: str) -> str:
    """The letters of a text without the marks above and below them."""
    letters = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
