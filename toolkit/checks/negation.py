"""Does one side deny what the other says? Advisory: languages deny in too many ways to be sure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from toolkit.checks.pair import Pair, Remark
from toolkit.language.lexicon.prose import get

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def check_negation(pair: Pair) -> Iterator[Remark]:
    """A denial ("not", "никогда", "däl") on one side, with nothing negative on the other."""
    source = _denials(pair.source.plain, pair.source.language)
    target = _denials(pair.target.plain, pair.target.language)
    if source and not target and not _hints(pair.target.plain, pair.target.language):
        message = f"the source says no ({_quoted(source)}), the translation does not seem to"
        yield Remark("check.negation", message, _HINT, source=source)
    elif target and not source and not _hints(pair.source.plain, pair.source.language):
        message = f"the translation says no ({_quoted(target)}), the source does not seem to"
        yield Remark("check.negation", message, _HINT, target=target)


_HINT = "see whether both sides mean the same"


@lru_cache(maxsize=16384)
def _denials(text: str, language: str) -> tuple[str, ...]:
    """The words by which a text denies something."""
    idioms = get(language).negation.idioms
    blanked = idioms.sub(lambda match: "_" * len(match.group()), text.lower())
    return tuple(word for word in _WORD.findall(blanked) if _denies(word, language))


@lru_cache(maxsize=65536)
def _denies(word: str, language: str) -> bool:
    negation = get(language).negation
    if word in negation.words:
        return True
    return negation.forms is not None and negation.forms.fullmatch(word) is not None


@lru_cache(maxsize=16384)
def _hints(text: str, language: str) -> bool:
    negation, lower = get(language).negation, text.lower()
    return bool(negation.hints.search(lower) or negation.idioms.search(lower))


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in dict.fromkeys(words))
