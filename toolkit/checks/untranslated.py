"""Is the translation in its language? Texts and clauses that stayed as they were in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from toolkit.checks.pair import Pair, Remark
from toolkit.document.reading import BLANK, read
from toolkit.language.lexicon.prose import Prose, get

#: Fewer words in a row may be a name or a title.
_FEWEST_WORDS = 3
#: Of these, so many must begin with a small letter and be no single letter.
_FEWEST_SMALL = 2
#: Unless one of them is a small word of the source language, so many may be a phrase in a third one.
_LONGEST_PHRASE = 5
#: So many different small words of the source language, and none of the translation's own.
_FEWEST_FUNCTION_WORDS = 3
_SHORTEST_WORD = 4

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ-][^\W\d_]+)*")
#: Letters by script; the names are those of ``Prose.script``.
_SCRIPTS = {
    "CYRILLIC": re.compile("[\u0400-\u052f]"),
    "LATIN": re.compile("[A-Za-z\u00c0-\u024f]"),
}
#: Names of sites and organisations stay in Latin letters in any language.
_SCRIPTS_OF_NAMES = frozenset({"LATIN"})
_HINT = "translate it, or mark a quotation as `[words]{lang=…}`"


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place; ``joined`` if no address or foreign span parts it from the one before."""

    text: str
    start: int
    end: int
    joined: bool


def check_untranslated(pair: Pair) -> Iterator[Remark]:
    """A translation that equals its source, or keeps several words of it in a row."""
    if pair.source.language == pair.target.language:
        return
    if pair.source.markup.strip() == pair.target.markup.strip():
        yield from _same_text(pair)
    elif _is_suspect(pair):
        text = pair.target.plain
        runs = tuple(text[run[0].start : run[-1].end] for run in _runs(pair))
        if pieces := runs or tuple(_same_sentences(pair)):
            quoted = ", ".join(f"`{piece}`" for piece in pieces)
            message = f"words were left in the language of the source: {quoted}"
            yield Remark("check.untranslated", message, _HINT, target=pieces)


def _is_suspect(pair: Pair) -> bool:
    """Whether a closer look is needed: most translations share no words with their sources."""
    language, other = get(pair.target.language), get(pair.source.language)
    if language.script != other.script:
        return _SCRIPTS[other.script].search(pair.target.plain) is not None
    words = _vocabulary(pair.target.plain)
    if len(words & _vocabulary(pair.source.plain)) >= _FEWEST_SMALL:
        return True
    telling = other.function_words - language.function_words
    return len(words & telling) >= _FEWEST_FUNCTION_WORDS


def _same_text(pair: Pair) -> Iterator[Remark]:
    """Names, addresses and acronyms may be the same in both languages; sentences may not."""
    language, other = get(pair.target.language), get(pair.source.language)
    words = [word.text for word in _words(pair.target.language, pair.target.markup)]
    if language.script != other.script:
        words = [word for word in words if _script(word) == other.script]
        is_sure = any(_is_small(word) for word in words) or other.script not in _SCRIPTS_OF_NAMES
        is_suspect = any(map(_is_word, words)) and not _has_address(pair)
    else:
        telling = other.function_words - language.function_words
        is_sure = not telling.isdisjoint(word.lower() for word in words)
        is_sure = is_sure or sum(map(_is_small, words)) >= _FEWEST_SMALL
        is_suspect = False
    if words and (is_sure or is_suspect):
        code = "check.untranslated" if is_sure else "check.same-as-source"
        hint = "translate it; if it is the same in both languages, say so in a waiver"
        yield Remark(code, "the translation is the same as the source", hint)


def _same_sentences(pair: Pair) -> Iterator[str]:
    """Sentences of the source, too short to be told by their words, that stand in the translation."""
    theirs = {piece.strip() for piece in pair.source.sentences.pieces}
    pieces = pair.target.sentences.pieces
    if len(pieces) == 1 or theirs.isdisjoint(piece.strip() for piece in pieces):
        return
    own = pair.target.readings[0].own
    for sentence in theirs.intersection(piece.strip() for piece in pieces):
        is_ours = sentence in own and BLANK not in sentence
        if is_ours and any(map(_is_small, _WORD.findall(sentence))):
            yield sentence


def _is_small(word: str) -> bool:
    """Whether it is an ordinary word, which no name begins with."""
    return word[0].islower() and len(word) > 1


def _is_word(word: str) -> bool:
    """Whether it is written as words are: not as an acronym, nor as a trade name (YouTube)."""
    return len(word) >= _SHORTEST_WORD and word[1:].islower()


def _has_address(pair: Pair) -> bool:
    """Whether there is an address or handle, beside which only the name of its network stands."""
    return BLANK in pair.target.readings[0].own


def _runs(pair: Pair) -> Iterator[Sequence[Word]]:
    words = _words(pair.target.language, pair.target.markup)
    language, other = get(pair.target.language), get(pair.source.language)
    if language.script != other.script:
        foreign = [_script(word.text) not in ("", language.script) for word in words]
        yield from (run for run in _consecutive(words, foreign) if _is_clause(run, other))
        return
    shared = _shared(words, _words(pair.source.language, pair.source.markup))
    found = [run for run in _consecutive(words, shared) if _is_clause(run, other)]
    yield from found
    if not found:
        yield from _by_function_words(words, language, other)


def _shared(words: Sequence[Word], source: Sequence[Word]) -> list[bool]:
    """Which words stand beside the same neighbour as in the source."""
    neighbours = {(one.text, other.text) for one, other in pairwise(source) if other.joined}
    shared = [False] * len(words)
    for index, (one, other) in enumerate(pairwise(words)):
        if other.joined and (one.text, other.text) in neighbours:
            shared[index] = shared[index + 1] = True
    return shared


def _by_function_words(
    words: Sequence[Word], language: Prose, other: Prose
) -> Iterator[Sequence[Word]]:
    """Passages with small words of the source language and none of the translation's own."""
    theirs = other.function_words - language.function_words
    ours = language.function_words - other.function_words
    for run in _consecutive(words, [word.text.lower() not in ours for word in words]):
        hits = [index for index, word in enumerate(run) if word.text.lower() in theirs]
        if len({run[index].text.lower() for index in hits}) >= _FEWEST_FUNCTION_WORDS:
            yield run[hits[0] : hits[-1] + 1]


def _consecutive(words: Sequence[Word], wanted: Sequence[bool]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word, is_wanted in zip(words, wanted, strict=True):
        if not (is_wanted and word.joined) and run:
            yield run
            run = []
        if is_wanted:
            run.append(word)
    if run:
        yield run


def _is_clause(run: Sequence[Word], other: Prose) -> bool:
    """Whether the words are no name, no title and no phrase in a third language ("in dubio pro reo").

    Letters that only the language of the source has tell that a phrase is its own.

    A name or title in the source language has a capital in all words but its small ones ("Committee
    to Protect Journalists"). A phrase is short, and has none of the small words. In a script that names
    do not keep two words are enough.
    """
    small = [word.text for word in run if _is_small(word.text)]
    if other.script not in _SCRIPTS_OF_NAMES:
        return len(run) > 1 and bool(small)
    content = [word for word in small if word not in other.function_words]
    is_phrase = len(content) == len(small) and len(run) < _LONGEST_PHRASE
    is_phrase = is_phrase and other.letters.isdisjoint("".join(small))
    return (
        len(run) >= _FEWEST_WORDS
        and len(small) >= _FEWEST_SMALL
        and bool(content)
        and not is_phrase
    )


@lru_cache(maxsize=2048)
def _words(language: str, markup: str) -> tuple[Word, ...]:
    """The words that are the text's own: no addresses, no spans in another language."""
    own = read(language, markup)[0].own
    found: list[Word] = []
    before = 0
    for match in _WORD.finditer(own):
        gap = own[before : match.start()]
        joined = bool(found) and BLANK not in gap
        found.append(Word(match.group(), match.start(), match.end(), joined))
        before = match.end()
    return tuple(found)


@lru_cache(maxsize=2048)
def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


@lru_cache(maxsize=32768)
def _script(word: str) -> str:
    """The script of a word by its first letter; empty if no language of the toolkit has it."""
    return next((name for name, letters in _SCRIPTS.items() if letters.match(word)), "")
