"""Where the sentences of a text begin and end.

The rule: a sentence ends at a full stop, a question or exclamation mark or an ellipsis, with the
quotation marks and brackets that close after it, if white space follows and then, perhaps after an
opening mark or a dash, a capital letter or a figure. A full stop after an abbreviation or an initial is
none, as ``toolkit.language.lexicon.prose`` tells, nor is one after a number that stands alone, as in
"1. The Government".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from toolkit.language.lexicon.prose import get
from toolkit.language.lexicon.prose.model import Abbreviations

_CLOSING = "»”“’\"')\\]›"
_END = re.compile(rf"[.!?…]+[{_CLOSING}]*\s+")
#: What may stand before the first letter of a sentence.
_START = re.compile(r"(?:[—–-]\s*)?[«“„‘\"'(\[¿¡‹*]*(?P<first>[^\W_])")
_LAST_WORD = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*$")
_FIGURE = re.compile(r"[(\[]?(?:\d|[IVXLC]+\b)")
_ENUMERATOR = re.compile(r"[\W_]*(?:\d+(?:\.\d+)*|[IVXLC]+|[^\W\d_])[.)]*\s*")


@lru_cache(maxsize=32768)
def split(text: str, language: str) -> tuple[str, ...]:
    """The sentences of a plain text, each with the white space after it: joined, they are the text.

    A text without sentences, as an empty one or one of white space, is one piece. ``KeyError`` if
    nothing is known of the language.
    """
    known = get(language).abbreviations
    pieces: list[str] = []
    start = 0
    for end in _ends(text, known):
        if _ENUMERATOR.fullmatch(text, start, end):
            continue
        pieces.append(text[start:end])
        start = end
    return (*pieces, text[start:])


def _ends(text: str, known: Abbreviations) -> Iterator[int]:
    for match in _END.finditer(text):
        following = _START.match(text, match.end())
        if following is None:
            continue
        first = following["first"]
        # A script without capitals would have no sentences at all.
        if first.islower() or (first.isdigit() and match.group().startswith("…")):
            continue
        if match.group().startswith(".") and match.group().rstrip() == ".":
            before = text[: match.start()]
            if _is_abbreviation(before, text[match.end() :], known):
                continue
        yield match.end()


def _is_abbreviation(before: str, after: str, known: Abbreviations) -> bool:
    """Whether the full stop between the two belongs to the word before it."""
    found = _LAST_WORD.search(before)
    if found is None:
        return False
    word = found.group()
    lower = word.lower()
    if len(word) == 1 and word.isupper() and word.isalpha():
        return True
    if lower in known.after_figures and before[: found.start()].rstrip()[-1:].isalnum():
        preceding = before[: found.start()].rstrip()
        if preceding[-1].isdigit() or re.search(r"\b[IVXLC]+$", preceding):
            return False
    if lower in known.closing:
        return False
    if lower in known.before_figures:
        return _FIGURE.match(after) is not None
    return lower in known.binding or lower in known.after_figures
