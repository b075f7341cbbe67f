"""Names that everybody knows: of countries and months. Whoever writes one means just that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from toolkit.language import LANGUAGES, cldr
from toolkit.language.inflection import Kind, fold, forms


@lru_cache(maxsize=8192)
def is_known(word: str, language: str) -> bool:
    """Whether a word, in any form, is the name of a country or month, or a part of one."""
    folded = fold(word)
    stems = _stems(language)
    return any(
        endings is None or folded[size:] in endings
        for size in range(1, len(folded) + 1)
        for endings in stems.get(folded[:size], ())
    )


@lru_cache(maxsize=8192)
def is_calendar(word: str, language: str) -> bool:
    """Whether a word is the name of a month or of a day of the week, or of several such days."""
    return fold(word).removesuffix("s") in _calendar(language) or fold(word) in _calendar(language)


@cache
def _calendar(language: str) -> frozenset[str]:
    locale = LANGUAGES[language].locale
    return frozenset(fold(name) for name in (*cldr.month_names(locale), *cldr.day_names(locale)))


@cache
def _stems(language: str) -> Mapping[str, tuple[frozenset[str] | None, ...]]:
    locale = LANGUAGES[language].locale
    names = (*cldr.territory_names(locale), *cldr.month_names(locale))
    stems: dict[str, set[frozenset[str] | None]] = defaultdict(set)
    for name in names:
        for spelling in forms(name, language, Kind.PLACE):
            for word in spelling.words[:-1]:
                stems[word].add(frozenset({""}))
            stems[spelling.words[-1]].add(spelling.endings)
    return {stem: tuple(endings) for stem, endings in stems.items()}
