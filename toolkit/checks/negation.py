"""Does one side deny what the other says? Advisory: languages deny in too many ways to be sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from toolkit.checks.pair import Pair, Remark
from toolkit.language.lexicon.prose import get
from toolkit.language.remembered import Remembered, pieces

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def check_negation(pair: Pair) -> Iterator[Remark]:
    """A denial ("not", "никогда", "däl") on one side, with nothing negative on the other.

    Sentences are compared one by one where both sides have as many.
    """
    ours, theirs = pair.source.language, pair.target.language
    if pair.source.plain == pair.target.plain:
        return
    if not _may_deny(pair.source.plain, ours) and not _may_deny(pair.target.plain, theirs):
        return
    lost: list[str] = []
    added: list[str] = []
    for one, other in _sentences(pair):
        source, target = _denials(one, ours), _denials(other, theirs)
        if source and not target and not _hints(other, theirs):
            lost.extend(source)
        elif target and not source and not _hints(one, ours):
            added.extend(target)
    if lost:
        message = f"the source says no ({_quoted(lost)}), the translation does not seem to"
        yield Remark("check.negation", message, _HINT, source=tuple(lost))
    elif added:
        message = f"the translation says no ({_quoted(added)}), the source does not seem to"
        yield Remark("check.negation", message, _HINT, target=tuple(added))


_HINT = "see whether both sides mean the same"


def _sentences(pair: Pair) -> Iterable[tuple[str, str]]:
    source, target = pair.source.sentences.pieces, pair.target.sentences.pieces
    if len(source) == len(target):
        return zip(source, target, strict=True)
    return ((pair.source.plain, pair.target.plain),)


@lru_cache(maxsize=2048)
def _denials(text: str, language: str) -> tuple[str, ...]:
    """The words by which a text denies something."""
    if not _may_deny(text, language):
        return ()
    lower = _lower(text)
    idioms = get(language).negation.idioms
    blanked = idioms.sub(lambda match: "_" * len(match.group()), lower)
    return tuple(
        text[match.start() : match.end()]
        for match in _WORD.finditer(blanked)
        if _denying(language)[match.group()]
    )


@lru_cache(maxsize=2048)
def _may_deny(text: str, language: str) -> bool:
    """Whether any word of a text denies something, if it is not part of an idiom: most have none."""
    return any(map(_has_denying(language).__getitem__, pieces(text)))


def _lower(text: str) -> str:
    """The text in lower case with plain spaces, at the same length: U+0130 would become two."""
    text = text.replace("\u0130", "I").replace("\u00a0", " ").replace("\u202f", " ")
    return text.lower()


@cache
def _denying(language: str) -> Remembered[bool]:
    """Whether a word in lower case denies something."""
    words, forms = get(language).negation.words, get(language).negation.forms

    def denies(word: str) -> bool:
        return word in words or (forms is not None and forms.fullmatch(word) is not None)

    return Remembered(denies)


@lru_cache(maxsize=2048)
def _hints(text: str, language: str) -> bool:
    negation, lower = get(language).negation, _lower(text)
    return bool(negation.hints.search(lower) or negation.idioms.search(lower))


@cache
def _has_denying(language: str) -> Remembered[bool]:
    """Whether a word denies something in what stands between two spaces, where no word goes on."""
    denying = _denying(language)
    return Remembered(lambda piece: any(map(denying.__getitem__, _WORD.findall(_lower(piece)))))


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in dict.fromkeys(words))
