"""How Turkmen inflects names: endings that agree with the last vowel, one after another.

Sources: the orthography of literary Turkmen (vowel harmony; k, p, t, ç become g, b, d, j before a
vowel; final e becomes ä, final y and i become a and ä in the dative); Clark, "Turkmen Reference
Grammar", chapters on number, possession and case. Names from abroad often keep their last consonant,
so both ways are allowed, and final e may stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from toolkit.language.inflection import peoples
from toolkit.language.inflection.model import (
    Inflection,
    Kind,
    Phrase,
    Spelling,
    fold,
    joined,
    surname_start,
)

_BACK = "aouy"
_FRONT = "äeiöü"
_VOWELS = _BACK + _FRONT
_ROUNDED = "oöuü"
_VOICED = {"k": "g", "p": "b", "t": "d", "ç": "j"}


@dataclass(frozen=True, slots=True)
class _Harmony:
    """The vowels of endings: ``narrow`` as in -yň and -iň, ``wide`` as in -da and -de."""

    narrow: str
    wide: str
    #: In -daky and -däki.
    locative: str


_BACK_HARMONY = _Harmony("y", "a", "a")
_FRONT_HARMONY = _Harmony("i", "e", "ä")
_ROUND = {"y": "u", "i": "ü"}


def _harmonies(word: str) -> Iterator[_Harmony]:
    """How the endings of a word sound. Acronyms without a vowel are spelt out, so either may follow."""
    vowels = [letter for letter in word if letter in _VOWELS]
    if not vowels:
        yield from (_BACK_HARMONY, _FRONT_HARMONY)
        return
    own = _BACK_HARMONY if vowels[-1] in _BACK else _FRONT_HARMONY
    yield own
    if len(vowels) == 1 and vowels[0] in _ROUNDED:
        # Köl, kölüň: after one rounded syllable the narrow vowel is rounded as well.
        yield _Harmony(_ROUND[own.narrow], own.wide, own.locative)


def _inflected(words: Phrase) -> Iterator[Spelling]:
    """The last word takes the endings."""
    spelling = joined(words)
    last = spelling.words[-1]
    before = spelling.words[:-1]
    for harmony in _harmonies(last):
        for stem, endings in _stems(last, harmony):
            yield Spelling((*before, stem), words.gaps, endings)


def _stems(word: str, harmony: _Harmony) -> Iterator[tuple[str, frozenset[str]]]:
    final = word[-1]
    if final not in _VOWELS:
        endings = _after_consonant(harmony)
        yield word, endings
        if final in _VOICED:
            vowel_first = frozenset(item for item in endings if item[:1] in tuple(_VOWELS))
            yield word[:-1] + _VOICED[final], vowel_first
        return
    yield word, _after_vowel(harmony)
    if final == "e":
        yield word[:-1] + "ä", _after_vowel(harmony)
    elif final in "yi":
        yield word[:-1], frozenset({"a" if final == "y" else "ä"})
        if [letter in _ROUNDED for letter in word if letter in _VOWELS] == [True, False]:
            # Fondy, fonduna: a narrow vowel after one rounded syllable is rounded but at the end.
            yield word[:-1] + _ROUND[final], _after_vowel(harmony) - {""}


@lru_cache(maxsize=16)
def _after_consonant(harmony: _Harmony) -> frozenset[str]:
    narrow, wide = harmony.narrow, harmony.wide
    plain = _cases(harmony, {f"{narrow}ň", narrow, wide})
    owned = _owned(harmony, consonant=True)
    plural = f"l{wide}r"
    return frozenset(
        [
            *_with_particles(harmony, (*plain, *owned)),
            *(plural + item for item in _with_particles(harmony, (*plain, *owned))),
        ]
    )


@lru_cache(maxsize=16)
def _after_vowel(harmony: _Harmony) -> frozenset[str]:
    narrow, wide = harmony.narrow, harmony.wide
    plain = _cases(harmony, {f"n{narrow}ň", f"n{narrow}"})
    # The name of an institution may end in the ending of possession, which takes n before cases.
    plain = (*plain, *_pronominal(harmony))
    after_plural = (
        *_cases(harmony, {f"{narrow}ň", narrow, wide}),
        *_owned(harmony, consonant=True),
    )
    plural = f"l{wide}r"
    return frozenset(
        [
            *_with_particles(harmony, (*plain, *_owned(harmony, consonant=False))),
            *(plural + item for item in _with_particles(harmony, after_plural)),
        ]
    )


def _cases(harmony: _Harmony, own: Iterable[str]) -> tuple[str, ...]:
    """No ending, the endings ``own``, and the local ones."""
    wide, locative, narrow = harmony.wide, harmony.locative, harmony.narrow
    relative = f"d{locative}k{narrow}"
    return (
        "", *own, f"d{wide}", f"d{wide}n",
        relative, f"{relative}n{narrow}", f"{relative}n{narrow}ň", f"{relative}l{wide}r",
        f"{relative}l{wide}r{narrow}ň", f"{relative}l{wide}r{narrow}", f"{relative}l{wide}r{wide}",
    )  # fmt: skip


def _pronominal(harmony: _Harmony) -> tuple[str, ...]:
    """What follows the ending of possession: guramasy, guramasynda."""
    wide, locative, narrow = harmony.wide, harmony.locative, harmony.narrow
    return (
        "", f"n{narrow}ň", f"n{narrow}", f"n{wide}", f"nd{wide}", f"nd{wide}n",
        f"nd{locative}k{narrow}",
    )  # fmt: skip


def _owned(harmony: _Harmony, *, consonant: bool) -> tuple[str, ...]:
    """My, your, their: Türkmenistanymyz, Aşgabady."""
    narrow, wide = harmony.narrow, harmony.wide
    link = narrow if consonant else ""
    first = [f"{link}{person}{rest}" for person, rest in product(("m", "ň"), ("", f"{narrow}z"))]
    cases = _cases(harmony, {f"{narrow}ň", narrow, wide})
    third = narrow if consonant else f"s{narrow}"
    return (
        *(owner + case for owner in first for case in cases),
        *(third + case for case in _pronominal(harmony)),
    )


def _with_particles(harmony: _Harmony, items: Iterable[str]) -> Iterator[str]:
    """Also with the particles that mean "is" and ask a question."""
    narrow = harmony.narrow
    for item, particle in product(items, ("", f"d{narrow}r", f"m{narrow}")):
        yield item + particle


def _phrase(name: Phrase, _kind: Kind) -> Iterator[Spelling]:
    """Acronyms take their endings after a hyphen, which makes them words of their own: ÝHHG-niň."""
    if len(name.words) == 1 and len(name.words[0]) > 1 and name.words[0].isupper():
        yield joined(name)
    else:
        yield from _inflected(name)


#: What a woman's surname of Slavic making ends in, and what that of her family does.
_FAMILIES = (("owa", "ow"), ("ewa", "ew"), ("ýewa", "ýew"), ("ina", "in"), ("skaýa", "skiý"))


def _surname(name: Phrase) -> Iterator[Spelling]:
    """The surname; in the plural, a woman's family has that of a man: Orazowa, Orazowlar."""
    start = surname_start(name)
    if start is None:
        return
    yield from _inflected(name.part(start))
    *before, last = joined(name.part(start)).words
    for hers, theirs in _FAMILIES:
        if last.endswith(hers):
            family = last.removesuffix(hers) + theirs
            for harmony in _harmonies(family):
                plural = f"l{harmony.wide}r"
                endings = frozenset(
                    item for item in _after_consonant(harmony) if item.startswith(plural)
                )
                yield Spelling((*before, family), name.part(start).gaps, endings)


def _given(name: Phrase) -> Iterator[Spelling]:
    if surname_start(name) is not None:
        yield from _inflected(name.part(0, 1))


#: What falls off the name of a country: Türkmenistan, türkmen; Germaniýa, german.
_COUNTRIES = ("istan", "iýa", "ýa")
#: Aşgabatly, aşgabatlylar.
_PEOPLE = {"y": "ly", "i": "li", "u": "ly", "ü": "li"}


def _related(name: Phrase) -> Iterator[Spelling]:
    for people in peoples.turkmen(name):
        yield from _inflected(Phrase((people,), ("",)))
    if len(name.words) > 1:
        return
    word = fold(name.words[0])
    for harmony in _harmonies(word):
        people = _PEOPLE[harmony.narrow]
        yield Spelling(
            (word + people,), ("",), frozenset({"", *_after_vowel(harmony), "k", "klar"})
        )
        yield Spelling((word,), ("",), frozenset({"ça" if harmony.wide == "a" else "çe"}))
    for ending in _COUNTRIES:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            yield from _inflected(Phrase((stem,), ("",)))


_OPENERS = frozenset(
    {
        "we", "hem", "emma", "ýöne", "bu", "şu", "şol", "ol", "olar", "biz", "siz", "size", "men",
        "sen", "onuň", "olaryň", "biziň", "siziň", "eger", "haçan", "nirede", "soň", "soňra",
        "jenap", "hanym",
    }
)  # fmt: skip

_HOMONYMS = frozenset({"aman", "gözel", "bahar", "bagt", "ýaz", "ogul", "gün", "daýanç"})

INFLECTION = Inflection(
    _phrase, _inflected, _surname, _given, _related, openers=_OPENERS, homonyms=_HOMONYMS
)
