"""Where a Turkmen word may be divided at the end of a line, and the same as patterns for Pyphen.

Sources: the rules for carrying a word over of the orthography of literary Turkmen ("Täze setire
geçirmek düzgüni", enedilim.com): words are divided between syllables (pa-ra-hat-çy-lyk), and a
syllable of a single vowel neither stays behind nor is carried over; its chapter on the syllable
("Bogun"): inside a word no syllable begins with a vowel after a consonant, and of two consonants at
the end of a stem the second goes to the vowel of the suffix (hal-ky-myz). For loanwords, the TeX
patterns of Nazar Annagurban (hyph-utf8, MIT), from which the treatment of clusters (kon-gres,
mi-nis-tri), of vowels that meet (poe-ma) and of single words (gal-stuk) was learnt; none of their
patterns is copied.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

VOWELS = "aäeioöuüy"
CONSONANTS = "bçdfghjklmnňprsştwýzž"

#: Letters that must be left on each side of a break.
LEAST = 2

#: What begins a syllable together with a following r, in clusters of three consonants and more:
#: kon-gres, mi-nis-tri, elek-tron.
_BEFORE_R = "bdfgkpt"
#: An adjective compared, whose suffix is a syllable of its own: berk-räk, not ber-kräk.
_COMPARED = ("rak", "räk")

#: Beginnings of words that are divided otherwise than by the rule. What follows the last break of one
#: is divided by the rule.
EXCEPTIONS = (
    "as-sam-ble",
    "aw-to-sta",
    "eks-plua",
    "ent-re",
    "gal-stu",
    "in-klýu",
    "ki-no-stu",
    "kom-ple",
    "kom-pli",
    # The rules name it as a word that stays whole.
    "paşy",
    "ra-dio-sta",
    "trans-pla",
)

_LAYOUT = "UTF-8"
_HEAD = """\
% Hyphenation patterns for Turkmen, in the format of libhyphen and Pyphen.
% Made from toolkit/language/turkmen_hyphenation.py by `make hyphenation`: change that, not this.
% Part of the toolkit, under its licence."""


def breaks(word: str) -> tuple[int, ...]:
    """The offsets in a word before which it may be divided, in order.

    Defined for the letters of the Turkmen alphabet, in either case; a word with any other character
    has none.
    """
    letters = word.lower()
    if len(letters) != len(word) or not letters or set(letters) - set(VOWELS + CONSONANTS):
        return ()
    fixed, known = _exceptional(letters)
    places = {place for place in _syllables(letters) if place > known} | set(fixed)
    return tuple(sorted(place for place in places if LEAST <= place <= len(letters) - LEAST))


def divided(word: str) -> str:
    """The word with a hyphen at each of its breaks."""
    places = (0, *breaks(word), len(word))
    return "-".join(word[start:end] for start, end in pairwise(places))


def _syllables(letters: str) -> Iterator[int]:
    """Where syllables begin that may stand at the beginning of a line."""
    places = [place for place, letter in enumerate(letters) if letter in VOWELS]
    for before, vowel in pairwise(places):
        cluster = letters[before + 1 : vowel]
        if cluster:
            yield vowel - _onset(cluster, letters[vowel:])
        elif _closed(letters[vowel + 1 :]):
            yield vowel


def _onset(cluster: str, rest: str) -> int:
    """How many of the consonants between two vowels go to the second, which begins ``rest``."""
    if len(cluster) < 3:
        return 1
    first, last = cluster[-2], cluster[-1]
    if last == "r" and first in _BEFORE_R and f"r{rest}" not in _COMPARED:
        return 2
    return 2 if first + last == "fl" else 1


def _closed(rest: str) -> bool:
    """Whether a vowel followed by ``rest`` shares its syllable with a consonant."""
    return bool(rest) and rest[0] in CONSONANTS and (len(rest) == 1 or rest[1] in CONSONANTS)


def _exceptional(letters: str) -> tuple[tuple[int, ...], int]:
    """The breaks of the exception that a word begins with, and up to where it decides."""
    for exception in EXCEPTIONS:
        stem = exception.replace("-", "")
        if letters.startswith(stem):
            return _marked(exception), len(stem) - 1
    return (), 0


def _marked(exception: str) -> tuple[int, ...]:
    """The offsets of the hyphens of an exception in the word without them."""
    pieces = exception.split("-")
    return tuple(sum(map(len, pieces[: count + 1])) for count in range(len(pieces) - 1))


def dictionary() -> str:
    """The rule and its exceptions as the text of a Pyphen dictionary.

    An odd figure allows a break and an even one forbids it; the highest at a place decides. It agrees
    with ``breaks`` for every word that does not begin with more than three consonants.
    """
    head = (_LAYOUT, _HEAD, f"LEFTHYPHENMIN {LEAST}", f"RIGHTHYPHENMIN {LEAST}")
    return "\n".join((*head, *_patterns())) + "\n"


def _patterns() -> Iterator[str]:
    for consonant in CONSONANTS:
        yield from (f"1{consonant}{vowel}" for vowel in VOWELS)
    # A cluster at the beginning of a word is never divided.
    for first in CONSONANTS:
        yield from (f".{first}{second}2" for second in CONSONANTS)
    # Vowels that meet, unless the second stands alone in its syllable.
    for first in VOWELS:
        yield from (f"2{first}1{second}" for second in VOWELS)
        for consonant in CONSONANTS:
            yield from (f"2{first}{consonant}{vowel}" for vowel in VOWELS)
    for pair in (*(f"{first}r" for first in _BEFORE_R), "fl"):
        for before in CONSONANTS:
            yield from (f"{before}1{pair[0]}2{pair[1]}{vowel}" for vowel in VOWELS)
    for suffix in _COMPARED:
        yield from (f"2{before}3{suffix}." for before in _BEFORE_R)
    yield from map(_pattern, EXCEPTIONS)


def _pattern(exception: str) -> str:
    """An exception as a pattern that no other one overrules."""
    stem = exception.replace("-", "")
    allowed = _marked(exception)
    between = (f"{9 if place in allowed else 8}{stem[place]}" for place in range(1, len(stem)))
    return f".{stem[0]}{''.join(between)}"
