"""Which letters each language is written with, and which letters of another script pass for them.

Sources: Unicode Technical Standard 39 (confusable characters), reduced to the pairs that look alike
in text faces; for Turkmen the alphabet of 1999 and the one of 1993 before it, whose signs $ ¢ £ ¥ ñ
still turn up in old files.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from toolkit.language import russian_lookalikes, turkmen_spelling
from toolkit.language.rows import LANGUAGES

LATIN = "LATIN"
CYRILLIC = "CYRILLIC"
#: Letters that stand in any script: ª º and the modifiers.
NEUTRAL = ""

_CYRILLIC_TO_LATIN = dict(
    zip(
        "АВЕКМНОРСТУХІЈЅҮаеорсухкіјѕһԁԛԝүЁёӒӓӦӧҪҫ",
        "ABEKMHOPCTYXIJSYaeopcyxkijshdqwyËëÄäÖöÇç",
        strict=True,
    )
)
_GREEK_TO_LATIN = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοναικρ", "ABEZHIKMNOPTYXovaikp", strict=True))
_LATIN_TO_CYRILLIC = dict(zip("ABEKMHOPCTYXaeopcyxkËë", "АВЕКМНОРСТУХаеорсухкЁё", strict=True))

#: For each script, what letters of other scripts look like in it.
LOOKALIKES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        LATIN: MappingProxyType({**_CYRILLIC_TO_LATIN, **_GREEK_TO_LATIN}),
        CYRILLIC: MappingProxyType(
            {
                **_LATIN_TO_CYRILLIC,
                **{
                    greek: _LATIN_TO_CYRILLIC[latin]
                    for greek, latin in _GREEK_TO_LATIN.items()
                    if latin in _LATIN_TO_CYRILLIC
                },
            }
        ),
    }
)


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Spelling:
    """One language.

    ``letters`` is its alphabet in both cases. ``strict``: names are spelt with it too, so that other
    letters of its script are mistakes; ``guests`` are other scripts whose words may stand in a text as
    they are. ``doubtful`` letters are only in words of other languages. ``meant`` says what a wrong
    letter mostly stands for, ``mended`` which of them may be replaced without asking; ``signs`` are
    not letters, but stood for letters once. ``mistyped`` are words that exist, here written wholly
    with look-alikes; ``plausible`` are words of the other script that only look that way;
    ``designators`` are words after which a single letter is a name.
    ``restore`` gives a word back the marks that its letters have lost, or nothing if it lacks none;
    ``proper`` knows the frequent names among such words.
    ``brands`` are names that are printed in every language as they are.
    """

    script: str
    letters: frozenset[str]
    strict: bool = False
    guests: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    meant: Mapping[str, str] = field(default_factory=_nothing)
    mended: Mapping[str, str] = field(default_factory=_nothing)
    signs: Mapping[str, str] = field(default_factory=_nothing)
    mistyped: frozenset[str] = frozenset()
    plausible: frozenset[str] = frozenset()
    designators: frozenset[str] = frozenset()
    restore: Callable[[str], str | None] | None = None
    proper: Callable[[str], bool] | None = None
    brands: frozenset[str] = frozenset()


def _letters(code: str) -> frozenset[str]:
    lower = LANGUAGES[code].letters
    return lower | frozenset(letter.upper() for letter in lower)


_RUSSIAN = Spelling(
    script=CYRILLIC,
    letters=_letters("ru"),
    strict=True,
    guests=frozenset({LATIN}),
    meant=MappingProxyType({"і": "и", "І": "И", "ї": "и", "є": "е", "ґ": "г", "ў": "у"}),
    mistyped=russian_lookalikes.WORDS,
    plausible=russian_lookalikes.LATIN_WORDS,
    designators=russian_lookalikes.DESIGNATORS,
)

_TURKMEN = Spelling(
    script=LATIN,
    letters=_letters("tk"),
    strict=True,
    doubtful=frozenset("cqvxCQVX"),
    meant=MappingProxyType(
        {
            "ñ": "ň", "Ñ": "Ň", "õ": "ö", "Õ": "Ö", "ı": "y", "İ": "I", "ğ": "g", "Ğ": "G",
            "ș": "ş", "Ș": "Ş", "ÿ": "ý", "Ÿ": "Ý", "ſ": "ž", "å": "ä", "Å": "Ä", "é": "e",
            "â": "a", "î": "i", "û": "u", "ņ": "ň", "ń": "ň", "ò": "ö", "ó": "ö", "ú": "ü",
            "ù": "ü", "š": "ş", "č": "ç", "ŷ": "ý", "ỳ": "ý", "ē": "e", "ţ": "t",
            "ț": "t", "ŝ": "ş", "à": "ä", "á": "ä", "ã": "ä", "Š": "Ş", "Č": "Ç",
        }
    ),
    mended=MappingProxyType({"ș": "ş", "Ș": "Ş"}),
    signs=MappingProxyType({"$": "ş", "¢": "ş", "£": "ž", "¥": "ý"}),
    restore=turkmen_spelling.restore,
    proper=turkmen_spelling.is_proper,
    brands=turkmen_spelling.BRANDS,
)  # fmt: skip

_ENGLISH = Spelling(script=LATIN, letters=_letters("en"))

#: By the code of the language.
SPELLING: Mapping[str, Spelling] = MappingProxyType(
    {"ru": _RUSSIAN, "tk": _TURKMEN, "en": _ENGLISH}
)


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str:
    """The script of a letter by its Unicode name: ``LATIN``, ``CYRILLIC``, ``GREEK``, and so on."""
    if letter.isascii():
        return LATIN
    name = unicodedata.name(letter, "UNNAMED")
    first = name.partition(" ")[0]
    return NEUTRAL if first in {"MODIFIER", "FEMININE", "MASCULINE", "MICRO"} else first
