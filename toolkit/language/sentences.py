"""Where the sentences of a text begin and end.

The rule: a sentence ends at a full stop, a question or exclamation mark or an ellipsis, with the
quotation marks and brackets that close after it, if white space follows and then, perhaps after an
opening mark or a dash, a capital letter or a figure. A full stop after an abbreviation or an initial is
none, as ``toolkit.language.lexicon.prose`` tells, nor is one after a number that stands alone, as in
"1. The Government". In the end some full stops serve both: "23 января 2021 г. Анна" may be one sentence
or two. Such ends are counted as *unsure*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from toolkit.language.lexicon.prose import get
from toolkit.language.lexicon.prose.model import Abbreviations, Prose

_CLOSING = "»”“’\"')\\]›"
_END = re.compile(rf"[.!?…]+[{_CLOSING}]*\s+")
#: After these a sentence may go on with a name: “Where?” Anna asked. Well… Anna is late. It does not go
#: on with a small word that has a capital, nor with another speech: “Where?” She left. “Where?” “There.”
_UNSURE = re.compile(rf"…|\.\.|[?!]+[{_CLOSING}]")
#: What may stand before the first letter of a sentence.
_START = re.compile(r"(?P<opening>(?:[—–-]\s*)?[«“„‘\"'(\[¿¡‹*]*)(?P<first>[^\W_])")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SPEECH = re.compile("[«“„]")
_LAST_WORD = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*$")
#: Figures in Arabic or Roman numerals, before an abbreviation or after it.
_FIGURES_BEFORE = re.compile(r"(?:\d|\b[IVXLC]+)\s*$")
_FIGURES_AFTER = re.compile(r"[(\[]?(?:\d|[IVXLC]+\b)")
_ENUMERATOR = re.compile(r"[\W_]*(?:\d+(?:\.\d+)*|[IVXLC]+|[^\W\d_])[.)]*\s*")
_SPACES = re.compile(r"\s+")
#: The longest of ``Abbreviations.closing`` and the character before it.
_LOOK_BACK = 12


class Sentences(NamedTuple):
    """The sentences of a text, each with the white space after it: joined, they are the text.

    ``unsure`` says how many of their ends may be none.
    """

    pieces: tuple[str, ...]
    unsure: int = 0

    @property
    def least(self) -> int:
        """The number of sentences, if no unsure end is one."""
        return len(self.pieces) - self.unsure


@lru_cache(maxsize=2048)
def split(text: str, language: str) -> Sentences:
    """The sentences of a plain text; an empty text is one empty piece.

    ``KeyError`` if nothing is known of the language.
    """
    known = get(language).abbreviations
    if not _END.search(text):
        return Sentences((text,))
    pieces: list[str] = []
    start = unsure = 0
    for end, sure in _ends(text, language):
        if _ENUMERATOR.fullmatch(text, start, end):
            continue
        if (
            not sure
            and known.adjunct is not None
            and known.adjunct.fullmatch(text[start:end].lower())
        ):
            continue
        pieces.append(text[start:end])
        start = end
        unsure += not sure
    return Sentences((*pieces, text[start:]), unsure)


def _ends(text: str, language: str) -> Iterator[tuple[int, bool]]:
    """Where sentences end, and whether it is sure."""
    known = get(language)
    for match in _END.finditer(text):
        following = _START.match(text, match.end())
        # A letter without case could begin anything; no language of the toolkit has such.
        if following is None or following["first"].islower():
            continue
        mark = match.group().rstrip()
        if mark == ".":
            verdict = _after_word(text, match.start(), following, known.abbreviations)
            if verdict is not None:
                yield match.end(), verdict
        elif not (mark.startswith("…") and following["first"].isdigit()):
            yield match.end(), not _UNSURE.match(mark) or _is_beginning(text, following, known)


def _is_beginning(text: str, following: re.Match[str], known: Prose) -> bool:
    """Whether what stands there is no name, or another speech."""
    word = _FIRST_WORD.match(text, following.start("first"))
    is_small = word is not None and word.group().lower() in known.function_words
    return is_small or bool(_SPEECH.search(following["opening"]))


def _after_word(
    text: str, stop: int, following: re.Match[str], known: Abbreviations
) -> bool | None:
    """Whether the full stop at ``stop`` ends a sentence: surely, perhaps (``False``) or not at all."""
    found = _LAST_WORD.search(text, max(0, stop - 40), stop)
    if found is None:
        return True
    word = found.group().lower()
    is_word = following["first"].isalpha() and not following["opening"]
    if len(word) == 1 and found.group().isupper():
        # An initial, or "chapter V".
        return False if found.group() in "IVX" and is_word else None
    if word in known.initials and found.group().istitle() and is_word:
        return None
    if word in known.after_figures and _FIGURES_BEFORE.search(text, 0, found.start()):
        return False if is_word else None
    tail = _SPACES.sub(" ", text[max(0, stop - _LOOK_BACK) : stop]).lower()
    if known.closing is not None and known.closing.search(tail):
        return False if is_word else None
    if word in known.before_figures:
        return None if _FIGURES_AFTER.match(text, following.start("opening")) else True
    return None if word in known.binding or word in known.after_figures else True
