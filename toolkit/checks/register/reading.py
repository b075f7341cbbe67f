"""What a text names, and which of its names are not written as agreed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from toolkit.checks.pair import Side
from toolkit.checks.register.lexicon import foreign_given, lexicon, tree
from toolkit.checks.register.matching import (
    INITIALS,
    Match,
    Role,
    Target,
    Token,
    Words,
    begins_sentence,
)
from toolkit.checks.register.nearness import Near, Neighbours, Phrases, is_near_given
from toolkit.language import LANGUAGES
from toolkit.language.inflection import WORD, fold, get, phrase
from toolkit.language.known import is_known
from toolkit.language.remembered import Remembered, pieces
from toolkit.source.register import Register

#: At the beginning of a sentence any word has a capital, so it must be longer to be surely a name.
_SURE_AT_THE_BEGINNING = 8
#: Characters before a surname in which its initials stand.
_LONGEST_INITIALS = 12
#: What a word may be, as bits: the first word of a name, a word that tells which name of several words
#: it belongs to, a name without its first letter, or almost a name.
_BEGINS, _TELLS, _HEADLESS, _NEAR = 1, 2, 4, 8
_NAMES = frozenset({Role.NAME, Role.SURNAME})
_WRONG = frozenset({Role.FORBIDDEN, Role.FOREIGN})


@dataclass(frozen=True, slots=True)
class Fault:
    """A piece of a text names an entry, but not as agreed. ``meant`` is the name in its own form."""

    entry: int
    language: str
    #: ``None`` if the piece is almost the name.
    role: Role | None
    piece: str
    meant: str


@dataclass(frozen=True, slots=True)
class NearWord:
    """A word that is almost the name ``meant``, but may be a word of its own."""

    entry: int
    piece: str
    meant: str


@dataclass(slots=True)
class Reading:
    """What one text names: the pieces that name each entry, and how many words are related to it."""

    named: dict[int, list[str]] = field(default_factory=dict)
    related: Counter[int] = field(default_factory=Counter)
    #: Surnames of an entry that follow the given name of another one.
    others: dict[int, list[str]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    near: list[NearWord] = field(default_factory=list)


_NOTHING = Reading()


class Reader:
    """Finds the names of one register in texts. What was read once is remembered."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._names: dict[str, _Names] = {}
        self.read = lru_cache(maxsize=2048)(self._read)

    def _read(self, side: Side) -> Reading:
        """What a side names, each span in another language by the names of that language."""
        found: Reading | None = None
        for part in side.readings:
            if part.language in LANGUAGES:
                names = self._names.get(part.language)
                if names is None:
                    names = self._names[part.language] = _Names(self.register, part.language)
                if names.may_name(part.own):
                    found = found or Reading()
                    names.read(part.own, found)
        return found or _NOTHING


class _Names:
    """The names of a register in one language."""

    def __init__(self, register: Register, language: str) -> None:
        self._register = register
        self._language = language
        forms = lexicon(register, language)
        self._tree = tree(forms)
        self._foreign_given = tree(foreign_given(register, language))
        self._given = {
            form.target.entry: form.spellings for form in forms if form.target.role is Role.GIVEN
        }
        self._singular: dict[int, set[tuple[str, frozenset[str] | None]]] = {}
        for form in forms:
            if form.target.role is Role.NAME:
                ends = {(spelling.words[-1], spelling.endings) for spelling in form.spellings}
                self._singular.setdefault(form.target.entry, set()).update(ends)
        neighbours = Neighbours(forms)
        self._near = lru_cache(maxsize=65536)(neighbours.near)
        self._headless = neighbours.headless
        self._phrases = Phrases(forms)
        self._hint = Remembered(self._look)
        self._hinted = Remembered(self._has_hint)

    def may_name(self, text: str) -> bool:
        """Whether any word of a text may be part of a name: most texts have none."""
        return any(map(self._hinted.__getitem__, pieces(text)))

    def _has_hint(self, piece: str) -> bool:
        """``may_name`` for what stands between two spaces, where no word goes on."""
        return any(map(self._hint.__getitem__, WORD.findall(piece)))

    def read(self, text: str, found: Reading) -> None:
        """Add to ``found`` what ``text`` names."""
        words = Words(text)
        hints = [self._hint[word] for word in words.texts]
        sight = _Sight(text, words, found)
        matches = self._tree.matches(words, _places(hints, _BEGINS))
        sight.cover(matches)
        for match in matches:
            self._take(match, sight)
        self._take_phrases(matches, hints, sight)
        for place in _places(hints, _NEAR | _HEADLESS):
            if place not in sight.covered:
                find = self._near if hints[place] & _NEAR else self._headless
                self._take_near(place, find(words[place].word), sight)

    def _take_phrases(self, known: Sequence[Match], hints: Sequence[int], sight: _Sight) -> None:
        for phrase_ in self._phrases.near(sight.words, _places(hints, _TELLS), known):
            sight.covered.update(range(phrase_.first, phrase_.last))
            piece = sight.piece(phrase_.first, phrase_.last)
            near = phrase_.near
            sight.found.faults.append(Fault(near.entry, self._language, None, piece, near.name))

    def _look(self, word: str) -> int:
        """What a word may be, so that most words are looked at no further."""
        folded = fold(word)
        hint = _BEGINS if self._tree.begins(folded) else 0
        if self._phrases.may_know(folded):
            hint |= _TELLS
        if word[0].isupper():
            return hint | (_NEAR if self._near(folded) else 0)
        return hint | (_HEADLESS if self._headless(folded) else 0)

    def _take(self, match: Match, sight: _Sight) -> None:
        best = match.targets[0]
        piece = sight.piece(match.first, match.last)
        any_of = [target for target in match.targets if target.role in _NAMES]
        names = {target.entry for target in any_of if self._is_meant(target, match, sight)}
        named: set[int] = set()
        strangers: set[int] = set()
        if best.role in _NAMES and not names:
            strangers = {target.entry for target in any_of}
        elif best.role in _NAMES and self._may_be_word(match, sight):
            # It answers for the name on the other side, and is not missed there.
            named = set()
        elif best.role in _NAMES and len(names) == 1:
            (entry,) = names
            if best.role is Role.SURNAME:
                self._check_given(entry, match, sight)
                self._note_other(entry, match, sight)
                self._check_agreement(entry, match, sight)
            named = names
        elif best.role in _WRONG:
            named = {best.entry}
            if not (best.role is Role.FOREIGN and sight.is_gloss(match.first)):
                meant = self._preferred(best.entry)
                fault = Fault(best.entry, self._language, best.role, piece, meant)
                sight.found.faults.append(fault)
        for entry in named:
            sight.found.named.setdefault(entry, []).append(piece)
        sight.found.related.update(self._others(match, sight) - named - strangers)

    def _others(self, match: Match, sight: _Sight) -> set[int]:
        """What else the words of a match may stand for, whole or in part."""
        others = {
            target.entry
            for target in match.targets
            if target.role is not Role.GIVEN
            or (
                sight.stands_alone(match)
                and not self._has_other_surname(target.entry, match, sight)
            )
        }
        for place in range(match.first, match.last):
            last = match.last - 1 if place == match.first else match.last
            inner = self._tree.longest(sight.words, place, last) if place < last else None
            if inner is not None:
                others |= {target.entry for target in inner.targets if target.role in _NAMES}
        return others

    def _has_other_surname(self, entry: int, match: Match, sight: _Sight) -> bool:
        """Whether right after a given name the surname of other people of the register stands."""
        after = match.last
        if after >= len(sight.words) or sight.words[after].gap:
            return False
        found = self._tree.longest(sight.words, after)
        owners = (
            {one.entry for one in found.targets if one.role is Role.SURNAME} if found else set()
        )
        return bool(owners) and entry not in owners

    def _is_meant(self, target: Target, match: Match, sight: _Sight) -> bool:
        """Whether the initials before a surname, if there are any, are those of the person."""
        if target.role is Role.NAME:
            return True
        end = sight.words[match.first].start
        initials = INITIALS.search(sight.text, max(0, end - _LONGEST_INITIALS), end)
        if initials is None:
            return True
        known = tuple(fold(word) for word in phrase(self._preferred(target.entry)).words)
        return any(
            word.startswith(fold(letters))
            for letters in initials.groups()
            if letters
            for word in known
        )

    def _may_be_word(self, match: Match, sight: _Sight) -> bool:
        """Whether a single word has its capital from the sentence, and is an ordinary word: «Того»."""
        return (
            match.last == match.first + 1
            and sight.words[match.first].word in get(self._language).homonyms
            and begins_sentence(sight.text, sight.words, match.first)
        )

    def _check_given(self, entry: int, match: Match, sight: _Sight) -> None:
        """See that the word beside a surname, if it is almost the given name, is the given name."""
        for place in sight.neighbours(match):
            token = sight.words[place]
            if token.is_capital:
                is_wrong = is_near_given(token.word, self._given.get(entry, ()))
            else:
                is_wrong = any(
                    token.word == spelling.words[0][1:] for spelling in self._given.get(entry, ())
                )
            foreign = self._foreign_given.longest((token,), 0)
            if is_wrong or (foreign and any(one.entry == entry for one in foreign.targets)):
                sight.covered.add(place)
                meant = self._preferred(entry)
                fault = Fault(entry, self._language, None, token.text, meant)
                sight.found.faults.append(fault)

    def _note_other(self, entry: int, match: Match, sight: _Sight) -> None:
        """Note a surname right after the given name of somebody else in the register."""
        start = match.first - 1
        if start < 0 or sight.words[match.first].gap:
            return
        given = self._tree.longest(sight.words, start, match.first)
        owners = {one.entry for one in given.targets if one.role is Role.GIVEN} if given else set()
        if owners and entry not in owners:
            sight.found.others.setdefault(entry, []).append(sight.piece(start, match.last))

    def _check_agreement(self, entry: int, match: Match, sight: _Sight) -> None:
        """See that a given name and the surname after it, if that is a singular, are in one case."""
        start, end = match.first - 1, match.last
        if start < 0 or sight.words[match.first].gap:
            return
        given = self._tree.longest(sight.words, start, match.first)
        if given is None or all(
            (target.entry, target.role) != (entry, Role.GIVEN) for target in given.targets
        ):
            return
        word = sight.words[end - 1].word
        if any(
            word.startswith(stem) and (endings is None or word[len(stem) :] in endings)
            for stem, endings in self._singular.get(entry, ())
        ):
            piece = sight.piece(start, end)
            fault = Fault(entry, self._language, None, piece, self._preferred(entry))
            sight.found.faults.append(fault)

    def _take_near(self, place: int, nearest: Sequence[Near], sight: _Sight) -> None:
        word = sight.words[place]
        if not nearest or (word.is_capital and is_known(word.text, self._language)):
            return
        is_beginning = begins_sentence(sight.text, sight.words, place)
        least = _SURE_AT_THE_BEGINNING if is_beginning else 0
        for near in nearest:
            if near.sure and len(word.word) >= least:
                fault = Fault(near.entry, self._language, None, word.text, near.name)
                sight.found.faults.append(fault)
                return
        for near in nearest:
            sight.found.near.append(NearWord(near.entry, word.text, near.name))

    def _preferred(self, entry: int) -> str:
        return self._register.entries[entry].names[self._language].name


def _places(hints: Sequence[int], hint: int) -> list[int]:
    return [place for place, hinted in enumerate(hints) if hinted & hint]


@dataclass(slots=True)
class _Sight:
    """A text while it is read: its words, and which of them are part of a name."""

    text: str
    words: Sequence[Token]
    found: Reading
    covered: set[int] = field(default_factory=set)

    def cover(self, matches: Iterable[Match]) -> None:
        """Note the words of all matches."""
        for match in matches:
            self.covered.update(range(match.first, match.last))

    def piece(self, first: int, last: int) -> str:
        """The text of some words."""
        return self.text[self.words[first].start : self.words[last - 1].end]

    def neighbours(self, match: Match) -> Iterator[int]:
        """The words right before and after a match that are part of no name."""
        before, after = match.first - 1, match.last
        if before >= 0 and before not in self.covered and not self.words[match.first].gap:
            yield before
        if after < len(self.words) and after not in self.covered and not self.words[after].gap:
            yield after

    def stands_alone(self, match: Match) -> bool:
        """Whether no unknown name stands beside a given name, which would be that of somebody else."""
        return not any(self.words[place].is_capital for place in self.neighbours(match))

    def is_gloss(self, place: int) -> bool:
        """Whether a word begins what is said in brackets."""
        return self.text[: self.words[place].start].endswith("(")
