"""How Russian declines names.

Sources: Zaliznyak, "Grammatical Dictionary of Russian" (types of declension, and its appendix on
names); Rosenthal, "Handbook of Spelling and Style", paragraphs 149 and following (which surnames are
indeclinable). Where the dictionary form does not tell how a name is declined (Айгуль, a surname in a
consonant whose bearer's sex is unknown), every possibility is allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from toolkit.language.inflection import peoples
from toolkit.language.inflection.declensions import (
    ADJECTIVES,
    COMING,
    CONSONANT,
    FLEETING,
    NOUNS,
    PLURALS,
    RELATED,
    SURNAMES,
    THIRD,
    Row,
)
from toolkit.language.inflection.model import (
    PARTICLES,
    Inflection,
    Kind,
    Phrase,
    Spelling,
    fold,
    surname_start,
)

#: The forms of one word in the six cases of one number; each case may have several.
Cases = tuple[tuple[str, ...], ...]
_CASES = 6


_FEMININE = re.compile(r"(?:[ое]ва|[иы]на|ая|яя|[вч]на|кызы)$")
_MASCULINE = re.compile(r"(?:[ое]в|[иы]н|[сц]кий|[оы]й|ич|оглы)$")
_CYRILLIC = re.compile(r"[а-я]+")
#: Foreign names that end in one of these may be indeclinable: Осло, Сочи, Баку.
_STILL = "оеиуюэы"
_PREPOSITIONS = frozenset(
    {
        "без", "в", "во", "для", "за", "из", "к", "на", "над", "о", "об", "от", "по", "под", "при",
        "против", "с", "со", "у",
    }
)  # fmt: skip


def _phrase(name: Phrase, kind: Kind) -> Iterator[Spelling]:
    """Adjectives agree with the noun after them; what follows the noun stands still."""
    words = tuple(fold(word) for word in name.words)
    if len(words) == 1 and name.words[0].isupper():
        yield from (Spelling((words[0] + ending,), ("",)) for ending in _acronym_endings(words[0]))
        return
    head = _head(words, name.gaps)
    tail = _compound_end(words, name.gaps, head)
    leading = [_adjective(word) for word in words[:head]]
    is_plural = head > 0 and re.search("[ыи]е$", words[head - 1]) is not None
    for heads in _heads(words[head:tail], is_plural=is_plural):
        numbers = min(len(options) for options in (*leading, heads))
        for number in range(1 if kind is Kind.PLACE else numbers):
            columns = [options[number] for options in (*leading, heads)]
            yield from _agreeing(columns, words[tail:], name.gaps)


def _acronym_endings(word: str) -> tuple[str, ...]:
    """Acronyms that are read as a word and end in a consonant may be declined: МИД, МИДа."""
    is_word = re.search(f"[аеиоуыэюя]{CONSONANT}$", word) is not None
    return ("", "а", "у", "ом", "е") if is_word else ("",)


def _head(words: Sequence[str], gaps: Sequence[str]) -> int:
    """The place of the noun that the whole name is."""
    for place, word in enumerate(words[:-1]):
        follows = words[place + 1]
        if not _is_adjective(word) or follows in _PREPOSITIONS or gaps[place + 1]:
            return place
    return len(words) - 1


def _compound_end(words: Sequence[str], gaps: Sequence[str], head: int) -> int:
    """Where a compound with hyphens ends: Санкт-Петербург, Ростов-на-Дону."""
    end = head + 1
    while end < len(words) and gaps[end] == "-" and words[end] not in _PREPOSITIONS:
        end += 1
    return end


def _heads(words: Sequence[str], *, is_plural: bool) -> Iterator[list[Cases]]:
    """The paradigms of the noun: in its own number, and in the plural if that is another."""
    for numbers in _nouns(words[-1], is_plural=is_plural):
        yield [_after(words[:-1], cases) for cases in numbers]
    if len(words) > 1:
        for parts in product(*(tuple(_nouns(word, is_plural=is_plural)) for word in words)):
            yield [_merged([part[0] for part in parts])]


def _after(words: Sequence[str], cases: Cases) -> Cases:
    start = "".join(f"{word}-" for word in words)
    return tuple(tuple(start + form for form in forms) for forms in cases)


def _merged(parts: Sequence[Cases]) -> Cases:
    return tuple(
        tuple("-".join(forms) for forms in product(*(part[case] for part in parts)))
        for case in range(_CASES)
    )


def _agreeing(
    columns: Sequence[Cases], rest: Sequence[str], gaps: Sequence[str]
) -> Iterator[Spelling]:
    for case in range(_CASES):
        for forms in product(*(column[case] for column in columns)):
            words = [part for form in forms for part in form.split("-")]
            yield Spelling((*words, *rest), tuple(gaps))


def _is_adjective(word: str) -> bool:
    return len(word) > 3 and any(row.ends.search(word) for row in ADJECTIVES)


@lru_cache(maxsize=4096)
def _adjective(word: str) -> list[Cases]:
    return _decline(word, next(row for row in ADJECTIVES if row.ends.search(word)))


def _nouns(word: str, *, is_plural: bool = False) -> Iterator[list[Cases]]:
    """Every way in which a noun may be declined, or an adjective that is used as one."""
    if not _CYRILLIC.fullmatch(word) or word[-1] in _STILL:
        yield [_indeclinable(word)]
    if not _CYRILLIC.fullmatch(word):
        return
    if _is_adjective(word):
        yield _adjective(word)
    for row in PLURALS:
        if row.ends.search(word) and (is_plural or word[-1] in "ыи"):
            yield _decline(word, row)
            break
    for row in NOUNS:
        if row.ends.search(word) and not is_plural:
            yield from _declined_noun(word, row)
            break
    if word.endswith("ь") and not is_plural:
        yield _decline(word, THIRD)


def _declined_noun(word: str, row: Row) -> Iterator[list[Cases]]:
    yield _decline(word, row)
    for pattern, instead in FLEETING:
        shorter = pattern.sub(instead, word)
        if shorter != word:
            paradigms = _decline(shorter, row)
            # The vowel goes where an ending comes, so the dictionary form keeps it.
            singular = tuple(
                tuple(form if form != shorter else word for form in forms) for forms in paradigms[0]
            )
            yield [singular, *paradigms[1:]]


def _decline(word: str, row: Row) -> list[Cases]:
    stem = word[: len(word) - row.cut]
    found = [_cases(stem, row.singular)]
    if row.plural:
        found.append(_cases(stem, row.plural))
    return found


@lru_cache(maxsize=8192)
def _cases(stem: str, endings: str) -> Cases:
    return tuple(
        tuple(form for ending in case.split("/") for form in _with(stem, ending))
        for case in endings.split()
    )


def _with(stem: str, ending: str) -> Iterator[str]:
    yield stem + (ending if ending not in "_0" else "")
    if ending != "0":
        return
    pattern, insteads = COMING
    for instead in insteads:
        longer = pattern.sub(instead, stem)
        if longer != stem:
            yield longer


def _indeclinable(word: str) -> Cases:
    return tuple((word,) for _ in range(_CASES))


def _person(name: Phrase) -> Iterator[Spelling]:
    """Every word of the name in the same case."""
    start = surname_start(name)
    if start is None:
        yield from _mononym(name)
        return
    words = tuple(fold(word) for word in name.words)
    sex = _sex(words)
    given = [_given_options(word, sex) for word in words[:start]]
    family = [_surname_options(word, sex) for word in words[start:]]
    for options in product(*given, *family):
        yield from _agreeing([numbers[0] for numbers in options], (), name.gaps)


def _mononym(name: Phrase) -> Iterator[Spelling]:
    options = [[*_nouns(fold(word))] for word in name.words]
    for chosen in product(*options):
        yield from _agreeing([numbers[0] for numbers in chosen], (), name.gaps)


def _surname(name: Phrase) -> Iterator[Spelling]:
    start = surname_start(name)
    if start is None:
        return
    words = tuple(fold(word) for word in name.words)
    sex = _sex(words)
    family = name.part(start)
    for options in product(*(_surname_options(word, sex) for word in words[start:])):
        for number in range(min(len(numbers) for numbers in options)):
            yield from _agreeing([numbers[number] for numbers in options], (), family.gaps)


def _given(name: Phrase) -> Iterator[Spelling]:
    start = surname_start(name)
    if start is None:
        return
    words = tuple(fold(word) for word in name.words)
    for numbers in _given_options(words[0], _sex(words)):
        yield from _agreeing([numbers[0]], (), ("",))


def _sex(words: Sequence[str]) -> str:
    """``f``, ``m``, or nothing where the name does not say it."""
    if any(_FEMININE.search(word) for word in words[1:]):
        return "f"
    return "m" if any(_MASCULINE.search(word) for word in words[1:]) else ""


def _given_options(word: str, sex: str) -> list[list[Cases]]:
    """Women's names that end in a consonant are indeclinable; those in ь may be."""
    if word[-1] in "ая" or not _CYRILLIC.fullmatch(word):
        return [*_nouns(word)] or [[_indeclinable(word)]]
    still = [_indeclinable(word)]
    if sex == "f":
        return [still, _decline(word, THIRD)] if word[-1] == "ь" else [still]
    moving = [*_nouns(word)]
    return moving if sex == "m" and moving else [still, *moving]


def _surname_options(word: str, sex: str) -> list[list[Cases]]:
    still = [_indeclinable(word)]
    if word in PARTICLES or not _CYRILLIC.fullmatch(word) or re.search("[иы]х$|[оеиуюэы]$", word):
        return [still]
    for row in (*SURNAMES, *ADJECTIVES):
        if row.ends.search(word):
            return [_decline(word, row)]
    if word[-1] in "ая":
        return [*_nouns(word)]
    if sex == "f":
        return [still]
    return [still, *_nouns(word)]


def _related(name: Phrase) -> Iterator[Spelling]:
    """Российский of Россия, ашхабадец of Ашхабад, туркмен of Туркменистан."""
    yield from peoples.russian(name)
    if len(name.words) > 1:
        return
    word = fold(name.words[0])
    if not _CYRILLIC.fullmatch(word):
        return
    for stem in dict.fromkeys(_bare_stems(word)):
        if len(stem) > 2:
            yield Spelling((stem,), ("",), RELATED)
    country = re.fullmatch("(.{3,})истан", word)
    if country:
        for numbers in _nouns(country[1]):
            for cases in numbers:
                yield from _agreeing([cases], (), ("",))
        yield Spelling((country[1],), ("",), frozenset({"ка", "ки", "ке", "ку", "кой", "ок"}))


def _bare_stems(word: str) -> Iterable[str]:
    yield re.sub("[аоуыэяеиюьй]$", "", word)
    yield re.sub("[аоуыэяеиюьй]{1,2}$", "", word)
    yield re.sub("(?:в|ист|истан|лянд)?[аяоеий]*$", "", word)
    yield re.sub("истан$", "", word)


_OPENERS = frozenset(
    {
        "и", "а", "но", "не", "как", "что", "если", "когда", "где", "это", "этот", "эта", "эти",
        "он", "она", "они", "мы", "вы", "вас", "вам", "наш", "ваш", "его", "ее", "их", "после",
        "до", "г", "госпожа", "господин",
    }
)  # fmt: skip

_HOMONYMS = frozenset(
    {
        "того", "чад", "чада", "чаду", "чадом", "чаде", "куба", "кубу", "кубе", "кубы", "перу", "катар",
        "катара", "вера", "веры", "вере", "веру", "верой", "надежда", "надежды", "надежде", "надежду",
        "надеждой", "любовь", "любви", "любовью", "слава", "славы", "славе", "славу", "роман", "романа",
        "мира", "мире", "лев", "роза", "розы", "марта", "марте",
    }
)  # fmt: skip

INFLECTION = Inflection(
    _phrase,
    _person,
    _surname,
    _given,
    _related,
    openers=_OPENERS | {fold(word) for word in _PREPOSITIONS},
    homonyms=_HOMONYMS,
)
