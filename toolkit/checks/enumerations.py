"""Do both sides enumerate as many things? "A, B и C", "A, B we C", "A, B, and C"; parts with semicolons.

An enumeration is told by its last conjunction and the commas before it. Its parts are short, and none
begins like a clause of its own. What stands before the first comma may be the first of the things or an
aside ("In May, …"): then one thing less is reckoned with, in favour of the translation.
Only a loss is reported, and only if the translation as a whole is not longer than expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from toolkit.checks.pair import Pair, Remark
from toolkit.checks.proportion import portions, surprise
from toolkit.language.lexicon.prose import Enumerating, get

#: A part of so many words is a clause rather than a thing; an aside is no longer than that.
_LONGEST_PART = 7
_LONGEST_ASIDE = 5
#: Things of one enumeration stand in one case: with equal endings of so many letters both are things.
_ENDING = 2
_HARMONY = str.maketrans("eäiöü", "aayou")
#: Two things need no comma, so three are the fewest that can be told.
_FEWEST = 3
#: What a lost thing may do to the length of a text, in standard deviations: it does not make it longer.
_NOT_LONGER = 0.5
#: Where the translation has no enumeration any more, it must be shorter, but not as if it was cut off.
_SHORTER = -0.3
_CUT_OFF = -2.6

#: What no enumeration of words goes beyond.
_BOUND = re.compile(r"[.!?]+(?=\s|$)|[;:()«»“”]+|\s[—–-]\s|\n")
#: "There are: a; b; c", up to the end of the sentence.
_OUTLINE = re.compile(r":\s+([^:.!?]*;[^:.!?]*;[^:.!?]*)")
_MAY_ENUMERATE = re.compile(r",[ \u00a0].*[ \u00a0]|;.*;", re.DOTALL)
_SHORT_OUTLINE = re.compile(r":\s+([^:.!?;]*;[^:.!?;]*)(?:[.!?]|$)")


class Enumeration(NamedTuple):
    """How many things there are, at least and at most, and the words in which they stand."""

    least: int
    most: int
    words: str


def check_enumerations(pair: Pair) -> Iterator[Remark]:
    """A thing of an enumeration that the translation leaves out."""
    if not _MAY_ENUMERATE.search(pair.source.plain):
        return
    found = next(filter(None, map(_shorter, _passages(pair))), None)
    if found is not None:
        source, target = found
        message = f"the source enumerates {source.most} things, the translation {target.most}"
        hint = "see whether one was left out; if they were put otherwise, say so in a waiver"
        pieces = (target.words,) if target.words else ()
        yield Remark("check.enumeration", message, hint, (source.words,), pieces)


class _Passage(NamedTuple):
    """A sentence and its translation, or whole texts where it is not known which sentence is which."""

    source: str
    target: str
    of: str
    to: str

    @property
    def growth(self) -> float:
        """By how many standard deviations the translation is longer than expected."""
        (ours,), (theirs,) = portions((self.source,), self.of), portions((self.target,), self.to)
        return surprise(ours.length, theirs.length)


def _passages(pair: Pair) -> Iterator[_Passage]:
    ours, theirs = pair.source.sentences.pieces, pair.target.sentences.pieces
    if len(ours) != len(theirs):
        ours, theirs = (pair.source.plain,), (pair.target.plain,)
    for source, target in zip(ours, theirs, strict=True):
        yield _Passage(source, target, pair.source.language, pair.target.language)


def _shorter(passage: _Passage) -> tuple[Enumeration, Enumeration] | None:
    """An enumeration, and the shorter one of the translation."""
    return _outlines(passage) or (_listed(passage) if ", " in passage.source else None)


def _listed(passage: _Passage) -> tuple[Enumeration, Enumeration] | None:
    ours = enumerations(passage.source, passage.of)
    if not ours or passage.target.count(";") > passage.source.count(";"):
        # Where a semicolon took the place of a comma the things are still there.
        return None
    theirs = enumerations(passage.target, passage.to)
    if len(ours) == len(theirs):
        shorter = (both for both in zip(ours, theirs, strict=True) if both[1].most < both[0].least)
        found = next(shorter, None)
        return found if found is not None and passage.growth < _NOT_LONGER else None
    if len(ours) == 1 and not theirs and ours[0].least == ours[0].most:
        left = _left(ours[0].most, passage)
        if left is not None and _CUT_OFF < passage.growth < _SHORTER:
            return ours[0], left
    return None


def _left(count: int, passage: _Passage) -> Enumeration | None:
    """What is left of so many things where nothing looks like an enumeration any more.

    Two of three are joined by the conjunction alone; without the last of them there are only commas.
    """
    text = passage.target.replace("\u00a0", " ")
    joined = len(get(passage.to).enumerating.closing.findall(text))
    commas = text.count(", ")
    if joined > 1:
        return None
    expected = 0 if joined else count - 2
    if commas == expected and (count == _FEWEST or not joined):
        return Enumeration(count - 1, count - 1, "")
    return None


def _outlines(passage: _Passage) -> tuple[Enumeration, Enumeration] | None:
    """Parts with semicolons after a colon, as both sides have them once."""
    if passage.source.count(";") < _FEWEST - 1 or ";" not in passage.target:
        return None
    ours = _OUTLINE.findall(passage.source)
    theirs = _OUTLINE.findall(passage.target) or _SHORT_OUTLINE.findall(passage.target)
    if len(ours) == len(theirs) == 1:
        source, target = (_counted(found[0]) for found in (ours, theirs))
        if target.most < source.least and passage.growth < _NOT_LONGER:
            return source, target
    return None


def _counted(words: str) -> Enumeration:
    count = words.rstrip(" ;").count(";") + 1
    return Enumeration(count, count, words.strip())


@lru_cache(maxsize=2048)
def enumerations(text: str, language: str) -> tuple[Enumeration, ...]:
    """The enumerations of three things or more in a text, in their order."""
    known = get(language).enumerating
    spaced = text.replace("\u00a0", " ")
    found: list[Enumeration] = []
    start = 0
    for bound in (*_BOUND.finditer(spaced), None):
        end = bound.start() if bound else len(spaced)
        if ", " in spaced[start:end]:
            found.extend(_within(spaced[start:end], known))
        start = bound.end() if bound else end
    return tuple(
        Enumeration(least, most, text[at : at + len(words)])
        for least, most, words in found
        if (at := spaced.find(words)) >= 0
    )


def _within(segment: str, known: Enumerating) -> Iterator[Enumeration]:
    parts = segment.split(", ")
    begin = 0
    for index in range(1, len(parts)):
        last = _last(parts, index, known) if index > begin else 0
        if last:
            first, is_aside = _first(parts, index, begin, known)
            count = index - first + last
            if count >= _FEWEST:
                words = ", ".join(parts[first : index + 1]).strip()
                yield Enumeration(count - is_aside, count, words)
            begin = index + 1


def _last(parts: list[str], index: int, known: Enumerating) -> int:
    """How many things stand in the part with the conjunction: two, one if that begins it, or none."""
    part = parts[index].strip()
    conjunction = known.closing.search(part)
    if conjunction is None:
        return 0
    if conjunction.start() == 0:
        return 1 if known.after_comma.match(part) else 0
    if _joins_numbers(part, conjunction) and not parts[index - 1][-1:].isdigit():
        # "The instruction, with the changes of 2019 and 2023."
        return 0
    is_clause = known.breaking.match(part) or _words(part[: conjunction.start()]) > _LONGEST_PART
    return 0 if is_clause else 2


def _joins_numbers(part: str, conjunction: re.Match[str]) -> bool:
    before, after = part[: conjunction.start()].split(), part[conjunction.end() :]
    return bool(before) and before[-1][:1].isdigit() and after[:1].isdigit()


def _first(parts: list[str], last: int, begin: int, known: Enumerating) -> tuple[int, bool]:
    """In which part the first thing stands, and whether that part may be none."""
    first = last - 1
    while first > begin and _is_thing(parts, first, known):
        first -= 1
    part = parts[first].strip()
    is_alike = _ending(part) == _ending(parts[first + 1])
    if first > 0:
        return (first if is_alike or not _is_aside(part, known) else first + 1), True
    if is_alike:
        return first, False
    if known.aside.search(part):
        return first + 1, False
    return first, bool(_words(part) <= _LONGEST_ASIDE and known.opening.search(part))


def _ending(part: str) -> str:
    """Its last letters, as if all vowels were those of Turkmen back words: -de is -da."""
    return part.strip()[-_ENDING:].translate(_HARMONY)


def _is_aside(part: str, known: Enumerating) -> bool:
    """Whether it is a condition or the like, or a conjunction alone: "and, for many, a daughter"."""
    return bool(known.aside.search(part) or known.after_comma.fullmatch(f"{part} "))


def _is_thing(parts: list[str], index: int, known: Enumerating) -> bool:
    part = parts[index].strip()
    is_clause = known.breaking.match(part) or known.closing.search(f"{part} .")
    if is_clause or _words(part) > _LONGEST_PART:
        return False
    return _ending(part) == _ending(parts[index + 1]) or not _is_aside(part, known)


def _words(text: str) -> int:
    return text.count(" ") + 1
