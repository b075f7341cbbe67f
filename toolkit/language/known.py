"""Names that everybody knows: of countries and months. Whoever writes one means just that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from toolkit.language import LANGUAGES, cldr
from toolkit.language.inflection import Kind, fold, forms

Stems = Mapping[str, tuple[frozenset[str] | None, ...]]


@lru_cache(maxsize=8192)
def is_known(word: str, language: str) -> bool:
    """Whether a word, in any form, is the name of a country or month, or a part of one."""
    return _is_form(fold(word), _countries(language)) or is_calendar(word, language)


@lru_cache(maxsize=8192)
def is_calendar(word: str, language: str) -> bool:
    """Whether a word, in any form, is the name of a month or of a day of the week."""
    return _is_form(fold(word), _calendar(language))


def _is_form(word: str, stems: Stems) -> bool:
    return any(
        endings is None or word[size:] in endings
        for size in range(1, len(word) + 1)
        for endings in stems.get(word[:size], ())
    )


@cache
def _countries(language: str) -> Stems:
    return _stems(cldr.territory_names(LANGUAGES[language].locale), language)


@cache
def _calendar(language: str) -> Stems:
    locale = LANGUAGES[language].locale
    return _stems((*cldr.month_names(locale), *cldr.day_names(locale)), language)


def _stems(names: Iterable[str], language: str) -> Stems:
    stems: dict[str, set[frozenset[str] | None]] = defaultdict(set)
    for name in names:
        for spelling in forms(name, language, Kind.PLACE):
            for word in spelling.words[:-1]:
                stems[word].add(frozenset({""}))
            stems[spelling.words[-1]].add(spelling.endings)
    return {stem: tuple(endings) for stem, endings in stems.items()}
