"""Do a translation and its source end with the same mark?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from toolkit.checks.pair import Pair, Remark, Side
from toolkit.language.typography import TYPOGRAPHY

#: What may stand after the mark: white space, and what closes.
_CLOSING = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "»”“’\")]›'*"
_FINAL = ".?!…:;,"
_LAST_WORD = re.compile(r"[^\s\u00a0(«„“]+$")
#: The kind of a full stop that belongs to a word, so that a sentence may end there or not.
_ABBREVIATION = "abbreviation"
#: What letters begin with ends with an exclamation mark here and with a comma there.
_SALUTATION_MARKS = frozenset("!,:")
_LONGEST_SALUTATION = 120
_FIGURE_BEFORE = re.compile(r"\d[\s\u00a0\u202f]*$")
#: Marks of what is said, which stay with it when the sentence goes on.
_SPOKEN = frozenset("?!…")
#: A text ends with words in quotation marks, which have the mark; or the mark is followed by some.
_SAID = re.compile(r"[?!…]+[»”“’\"]+\W*$")
_QUOTED_END = re.compile(r"[?!….]+[»”“’\"]")


def final_punctuation(pair: Pair) -> Iterable[Remark]:
    """check.final-punctuation: the translation ends with another mark than its source."""
    source, target = _final(pair.source), _final(pair.target)
    if source is None or target is None:
        return
    kinds = {source[0], target[0]}
    if len(kinds) == 1 or (_ABBREVIATION in kinds and kinds <= {_ABBREVIATION, "."}):
        return
    if kinds == {_ABBREVIATION, ""} and not _lost_stop(pair, source[0]):
        return
    if _is_said_inside(pair, source[0], target[0]):
        return
    if kinds <= _SALUTATION_MARKS and _is_salutation(pair):
        return
    told = [f"with `{mark}`" if mark else "without a mark" for _, mark in (source, target)]
    message = f"the source ends {told[0]}, the translation {told[1]}"
    hint = "end both in the same way, unless the languages differ here"
    yield Remark(
        "check.final-punctuation", message, hint, _tail(pair.source.plain), _tail(pair.target.plain)
    )


def _final(side: Side) -> tuple[str, str] | None:
    """The kind of the mark at the end, and the mark as it stands; ``None`` for no words at all."""
    text = side.plain.rstrip(_CLOSING)
    if not any(character.isalpha() for character in text):
        return None
    bare = text.rstrip(_FINAL)
    mark = text[len(bare) :]
    if not mark:
        return "", ""
    for kind in "?!":
        if kind in mark:
            return kind, mark
    if "…" in mark or "..." in mark:
        return "…", mark
    if mark == "." and _is_abbreviation(bare, side.language):
        return _ABBREVIATION, mark
    return mark[-1], mark


def _lost_stop(pair: Pair, source: str) -> bool:
    """Whether the side without a mark lacks one, though that of the other may be an abbreviation's.

    It does if it ends with an abbreviation itself ("2021 г"), or if the other side is a sentence: it has
    another one before it, or a verb.
    """
    with_stop, without = pair.source, pair.target
    if source != _ABBREVIATION:
        with_stop, without = without, with_stop
    bare = without.plain.rstrip(_CLOSING)
    style = TYPOGRAPHY.get(without.language)
    found = _LAST_WORD.search(bare)
    if found and style is not None and found.group() in style.abbreviations and found.start():
        return bool(_FIGURE_BEFORE.search(bare[: found.start()]))
    return _is_sentence(with_stop) or _is_sentence(without)


def _is_sentence(side: Side) -> bool:
    if not side.plain[:1].isupper():
        return False
    style = TYPOGRAPHY.get(side.language)
    return style is not None and style.predicate.search(side.plain.lower()) is not None


def _is_said_inside(pair: Pair, source: str, target: str) -> bool:
    """Whether one side ends with what is said, and the other with who says it: “…?”, «…?» diýdi."""
    for said, told, mark in (
        (pair.source, pair.target, source),
        (pair.target, pair.source, target),
    ):
        if mark in _SPOKEN and _SAID.search(said.plain) and _quotes_with(told.plain, mark):
            return True
    return False


def _quotes_with(text: str, mark: str) -> bool:
    return any(mark in found.group() for found in _QUOTED_END.finditer(text))


def _is_abbreviation(text: str, language: str) -> bool:
    found = _LAST_WORD.search(text, text.rfind(" ") + 1)
    word = found.group().lower() if found else ""
    style = TYPOGRAPHY.get(language)
    if style is not None and word in style.units and _FIGURE_BEFORE.search(text[: -len(word)]):
        return False
    return (len(word) == 1 and word.isalpha()) or (
        style is not None and word in style.abbreviations
    )


def _is_salutation(pair: Pair) -> bool:
    return any(
        side.language in TYPOGRAPHY
        and len(side.plain) < _LONGEST_SALUTATION
        and TYPOGRAPHY[side.language].salutation.match(side.plain)
        for side in (pair.source, pair.target)
    )


def _tail(text: str) -> tuple[str, ...]:
    last = text.rstrip().rpartition(" ")[2]
    return (last[-24:],) if last else ()
