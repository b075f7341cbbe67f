"""Words that are almost a name: one letter wrong, missing, too many, or two exchanged."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from toolkit.checks.register.lexicon import Form
from toolkit.checks.register.matching import HEAD, Capitals, Match, Role, Token
from toolkit.language.inflection import Spelling
from toolkit.language.remembered import Remembered

#: Names of fewer letters have too many neighbours.
_SHORTEST = 4
#: From this length on a word of the text is surely meant to be the name.
_SURE = 6
#: Letters at the end that tell forms and names apart rather than being wrong: Begmedow, Begmedowa.
_END = 2
#: So many letters tell most words apart from all names.
_LONG_HEAD = 5
#: The longest words that are looked at: the index holds each of them with each letter left out.
_LONGEST = 40
#: So many words of a name are looked for in a text; each of them may be the one that is wrong.
_ANCHORS = 3

_NAMES = frozenset({Role.NAME, Role.SURNAME})


@dataclass(frozen=True, slots=True)
class Near:
    """A word of a text is almost a name of the entry, which in the dictionary is ``name``.

    It is ``sure`` if the name is one word, long enough, and its end is right.
    """

    entry: int
    name: str
    sure: bool


@dataclass(frozen=True, slots=True)
class NearPhrase:
    """The words of a text from ``first`` to before ``last`` are a name but for one of them."""

    near: Near
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Stem:
    text: str
    endings: frozenset[str] | None
    entry: int
    name: str
    #: The letters of the shortest form of the name: cases and plurals make it no surer.
    least: int


class Neighbours:
    """Finds the names of one word that are near to a word, by the letters that each may lose."""

    def __init__(self, lexicon: Iterable[Form]) -> None:
        self._index: dict[str, list[_Stem]] = {}
        self._headless: dict[str, list[_Stem]] = {}
        self._is_inflected = False
        stems = {stem: None for form in lexicon for stem in _stems(form)}
        for stem in stems:
            self._is_inflected |= stem.endings != frozenset({""})
            self._headless.setdefault(stem.text[1:], []).append(stem)
            for shorter in (stem.text, *_shorter(stem.text)):
                self._index.setdefault(shorter, []).append(stem)
        self._heads = {shorter[:HEAD] for shorter in self._index}
        self._long_heads = {shorter[:_LONG_HEAD] for shorter in self._index}
        self._headless_heads = {shorter[:HEAD] for shorter in self._headless}

    def near(self, word: str) -> tuple[Near, ...]:
        """The entries whose names the folded ``word`` almost is, the surest first."""
        if not _SHORTEST - 1 <= len(word) <= _LONGEST or self._heads.isdisjoint(_heads(word)):
            return ()
        found: dict[int, Near] = {}
        sizes = self._sizes(word)
        if self._long_heads.isdisjoint(_heads(word, _LONG_HEAD)):
            # What is longer in the index begins otherwise than any beginning of the word.
            sizes = [size for size in sizes if size <= _LONG_HEAD]
        for size in sizes:
            for stem, is_right in self._close(word, size):
                near = Near(stem.entry, stem.name, is_right and _is_sure(word, stem))
                known = found.get(stem.entry)
                if known is None or near.sure > known.sure:
                    found[stem.entry] = near
        return tuple(sorted(found.values(), key=lambda near: (not near.sure, near.entry)))

    def headless(self, word: str) -> tuple[Near, ...]:
        """The entries whose names the folded ``word`` is without its first letter, a capital."""
        if word[:HEAD] not in self._headless_heads or len(word) > _LONGEST:
            return ()
        found: dict[int, Near] = {}
        for size in self._sizes(word):
            for stem in self._headless.get(word[:size], ()):
                if stem.endings is None or word[size:] in stem.endings:
                    found.setdefault(stem.entry, Near(stem.entry, stem.name, sure=False))
        return tuple(found.values())

    def _sizes(self, word: str) -> Iterable[int]:
        return range(_SHORTEST - 1 if self._is_inflected else len(word), len(word) + 1)

    def _close(self, word: str, size: int) -> Iterator[tuple[_Stem, bool]]:
        """The stems near to the beginning of a word, and whether its ending is a right one."""
        start, rest = word[:size], word[size:]
        for shorter in dict.fromkeys((start, *_shorter(start))):
            for stem in self._index.get(shorter, ()):
                if stem.endings is None or rest in stem.endings:
                    if OSA.distance(start, stem.text, score_cutoff=1) == 1:
                        yield stem, True
                elif _is_near_to_form(word, stem):
                    yield stem, False


def _is_near_to_form(word: str, stem: _Stem) -> bool:
    """Whether a word is near to the stem with one of its endings: the two run into one another."""
    wanted = len(word) - len(stem.text)
    return any(
        OSA.distance(word, stem.text + ending, score_cutoff=1) == 1
        for ending in stem.endings or ()
        if abs(len(ending) - wanted) <= 1
    )


def _stems(form: Form) -> Iterator[_Stem]:
    target = form.target
    if target.role not in _NAMES or target.capitals not in (Capitals.FIRST, Capitals.ALL):
        return
    least = min((len(spelling.words[0]) for spelling in form.spellings), default=0)
    for spelling in form.spellings:
        word = spelling.words[0]
        if len(spelling.words) == 1 and _SHORTEST - 1 < len(word) <= _LONGEST:
            yield _Stem(word, spelling.endings, target.entry, form.name, least)


def _heads(word: str, size: int = HEAD) -> tuple[str, ...]:
    """How a beginning of the word may begin, whole or with one of its letters left out."""
    return word[:size], *(head[:size] for head in _shorter(word[: size + 1]))


def _shorter(word: str) -> Iterator[str]:
    """The word with each of its letters left out."""
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _is_sure(word: str, stem: _Stem) -> bool:
    if stem.least < _SURE:
        return False
    letters = zip(word, stem.text, strict=False)
    same = next((place for place, (one, other) in enumerate(letters) if one != other), len(word))
    return same < len(stem.text) - _END


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A word of a name that tells which name it is: where it stands in which spelling."""

    place: int
    spelling: Spelling
    entry: int
    name: str


class Phrases:
    """Finds the names of several words that stand in a text but for one wrong word."""

    def __init__(self, lexicon: Iterable[Form]) -> None:
        self._anchors: dict[str, list[_Anchor]] = {}
        self._heads: set[str] = set()
        self._known = Remembered(self._find)
        for form in lexicon:
            if form.target.role is Role.NAME:
                for spelling in form.spellings:
                    self._add(form, spelling)

    def _add(self, form: Form, spelling: Spelling) -> None:
        words = spelling.words
        if len(words) < 2:
            return
        longest = sorted(range(len(words)), key=lambda place: -len(words[place]))
        for place in longest[:_ANCHORS]:
            anchor = _Anchor(place, spelling, form.target.entry, form.name)
            self._anchors.setdefault(words[place], []).append(anchor)
            self._heads.add(words[place][:HEAD])

    def may_know(self, word: str) -> bool:
        """Whether a folded word may be one that tells which name it is."""
        return word[:HEAD] in self._heads and bool(self._known[word])

    def _find(self, word: str) -> tuple[_Anchor, ...]:
        """What a folded word, with or without an ending, tells."""
        sizes = range(HEAD, len(word) + 1)
        return tuple(anchor for size in sizes for anchor in self._anchors.get(word[:size], ()))

    def near(
        self, words: Sequence[Token], places: Iterable[int], known: Collection[Match]
    ) -> tuple[NearPhrase, ...]:
        """The names but for one word of which another stands at one of ``places``.

        Those that overlap with a ``known`` name of the same entry are left out.
        """
        named = {
            (place, target.entry)
            for match in known
            for place in range(match.first, match.last)
            for target in match.targets
        }
        found: dict[tuple[int, int], NearPhrase] = {}
        for place in places:
            for anchor in self._known[words[place].word]:
                if (place, anchor.entry) in named:
                    continue
                near = _aligned(words, place - anchor.place, anchor)
                if near is not None and not any(
                    (other, anchor.entry) in named for other in range(near.first, near.last)
                ):
                    found.setdefault((near.first, near.last), near)
        return tuple(found.values())


def _aligned(words: Sequence[Token], first: int, anchor: _Anchor) -> NearPhrase | None:
    spelling = anchor.spelling
    last = first + len(spelling.words)
    if first < 0 or last > len(words):
        return None
    wrong = (at for at in range(first, last) if not _is_word(words[at], spelling, at - first))
    place = next(wrong, last) - first
    if next(wrong, last) != last or place == last - first:
        return None
    text = words[first:last]
    if not any(token.is_capital for token in text):
        return None
    is_joined = all(
        token.gap == between for token, between in zip(text[1:], spelling.gaps[1:], strict=True)
    )
    if not is_joined or not _is_near_word(text[place], spelling, place):
        return None
    return NearPhrase(Near(anchor.entry, anchor.name, sure=True), first, last)


def _is_word(token: Token, spelling: Spelling, place: int) -> bool:
    word = spelling.words[place]
    if place < len(spelling.words) - 1:
        return token.word == word
    if not token.word.startswith(word):
        return False
    return spelling.endings is None or token.word[len(word) :] in spelling.endings


def _is_near_word(token: Token, spelling: Spelling, place: int) -> bool:
    text, endings = spelling.words[place], frozenset({""})
    stem = _Stem(text, endings if place < len(spelling.words) - 1 else spelling.endings, 0, "", 0)
    return _is_near_to_form(token.word, stem)


def is_near_given(word: str, given: Iterable[Spelling]) -> bool:
    """Whether a word beside a surname is almost the given name; a capital may be lost with it."""
    return any(OSA.distance(word, spelling.words[0], score_cutoff=1) == 1 for spelling in given)
