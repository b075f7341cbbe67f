"""How Russian declines names.

Sources: Zaliznyak, "Grammatical Dictionary of Russian" (types of declension, and its appendix on
names); Rosenthal, "Handbook of Spelling and Style", paragraphs 149 and following (which surnames are
indeclinable). Where the dictionary form does not tell how a name is declined (Айгуль, a surname in a
consonant whose bearer's sex is unknown), every possibility is allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

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


@dataclass(frozen=True, slots=True)
class _Row:
    """A type of declension: what the dictionary form ends in, how much of it goes, what comes.

    Endings stand in the order nominative, genitive, dative, accusative, instrumental, prepositional;
    ``/`` divides those that are both possible, ``_`` is no ending, ``0`` is none either, but a vowel may
    come before the last consonant.
    """

    ends: re.Pattern[str]
    cut: int
    singular: str
    plural: str = ""


def _row(ends: str, cut: int, singular: str, plural: str = "") -> _Row:
    return _Row(re.compile(f"(?:{ends})$"), cut, singular, plural)


#: The first that fits counts. Where the accusative is that of living beings or of things, the first is
#: given: the other is the nominative, which is a row of its own. ``0`` is no ending with a vowel that
#: may come before the last consonant.
_NOUNS = (
    _row("ия", 1, "я и и ю ей/ею и", "и й ям й ями ях"),
    _row("ья", 1, "я и е ю ей/ею е", "и ей ям ей ями ях"),
    _row("я", 1, "я и е ю ей/ею е", "и ь/й/0/ей ям ь/й/0/ей ями ях"),
    _row("[гкх]а", 1, "а и е у ой/ою е", "и 0 ам 0 ами ах"),
    _row("[жшчщ]а", 1, "а и е у ей/ею/ой/ою е", "и 0/ей ам 0/ей ами ах"),
    _row("ца", 1, "а ы е у ей/ею/ой/ою е", "ы 0 ам 0 ами ах"),
    _row("а", 1, "а ы е у ой/ою е", "ы 0 ам 0 ами ах"),
    _row("ие", 1, "е я ю е ем и", "я й ям я ями ях"),
    _row("[жшчщц]е", 1, "е а у е ем е", "а 0 ам а ами ах"),
    _row("е", 1, "е я ю е ем е", "я ей/й/ев ям я ями ях"),
    _row("о", 1, "о а у о ом е", "а 0 ам а ами ах"),
    _row("ий", 1, "й я ю я ем и", "и ев ям ев ями ях"),
    _row("й", 1, "й я ю я ем е", "и ев ям ев ями ях"),
    _row("ь", 1, "ь я ю я ем е", "и ей ям ей ями ях"),
    _row("[гкх]", 0, "_ а у а ом е", "и ов ам ов ами ах"),
    _row("[жшчщ]", 0, "_ а у а ем/ом е", "и ей ам ей ами ах"),
    _row("ц", 0, "_ а у а ем/ом е", "ы ев/ов ам ев/ов ами ах"),
    _row("[бвдзлмнпрстф]", 0, "_ а у а ом е", "ы ов ам ов ами ах"),
)
_THIRD = _row("ь", 1, "ь и и ь ью и", "и ей ям ей ями ях")
#: Dictionary forms that are plurals.
_PLURALS = (
    _row("[гкхжшчщ]и", 1, "и ов/ей/0 ам ов/ей/0 ами ах"),
    _row("ии", 1, "и й ям й ями ях"),
    _row("и", 1, "и ей/ев/ь ям ей/ев/ь ями ях"),
    _row("ы", 1, "ы ов/ев/0 ам ов/ев/0 ами ах"),
    _row("а", 1, "а ов/0 ам ов/0 ами ах"),
    _row("ья", 1, "я ев ям ев ями ях"),
    _row("я", 1, "я ей/ев ям ей/ев ями ях"),
)
_ADJECTIVES = (
    _row("[жшчщ]ий|ний", 2, "ий его ему его им ем", "ие их им их ими их"),
    _row("[гкх]ий", 2, "ий ого ому ого им ом", "ие их им их ими их"),
    _row("[гкхжшчщ]ой", 2, "ой ого ому ого им ом", "ие их им их ими их"),
    _row("ый", 2, "ый ого ому ого ым ом", "ые ых ым ых ыми ых"),
    _row("ой", 2, "ой ого ому ого ым ом", "ые ых ым ых ыми ых"),
    _row("[гкхжшчщ]ая", 2, "ая ой/ей ой/ей ую ой/ою/ей/ею ой/ей", "ие их им их ими их"),
    _row("ая", 2, "ая ой ой ую ой/ою ой", "ые ых ым ых ыми ых"),
    _row("яя", 2, "яя ей ей юю ей/ею ей", "ие их им их ими их"),
    _row("[гкх]ое", 2, "ое ого ому ое им ом", "ие их им их ими их"),
    _row("ое", 2, "ое ого ому ое ым ом", "ые ых ым ых ыми ых"),
    _row("[жшчщ]ее|нее", 2, "ее его ему ее им ем", "ие их им их ими их"),
    _row("ые", 2, "ые ых ым ых ыми ых"),
    _row("[гкхжшчщ]ие", 2, "ие их им их ими их"),
)
_SURNAMES = (
    _row("[ое]ва|[иы]на", 1, "а ой ой у ой/ою ой", "ы ых ым ых ыми ых"),
    _row("[ое]в|[иы]н", 0, "_ а у а ым/ом е", "ы ых ым ых ыми ых"),
)
_FEMININE = re.compile(r"(?:[ое]ва|[иы]на|ая|яя|[вч]на|кызы)$")
_MASCULINE = re.compile(r"(?:[ое]в|[иы]н|[сц]кий|[оы]й|ич|оглы)$")
_CYRILLIC = re.compile(r"[а-я]+")
#: Foreign names that end in one of these may be indeclinable: Осло, Сочи, Баку.
_STILL = "оеиуюэы"
_CONSONANT = "[бвгджзклмнпрстфхцчшщ]"
_PREPOSITIONS = frozenset(
    {
        "без", "в", "во", "для", "за", "из", "к", "на", "над", "о", "об", "от", "по", "под", "при",
        "против", "с", "со", "у",
    }
)  # fmt: skip

#: Vowels that go when an ending comes: Городец, Городца; Орёл, Орла; Камень, Камня.
_FLEETING = (
    (re.compile(f"({_CONSONANT})ец$"), r"\1ц"),
    (re.compile("лец$"), "льц"),
    (re.compile("([аеиоуыэюя])ец$"), r"\1йц"),
    (re.compile(f"({_CONSONANT})[ео]к$"), r"\1к"),
    (re.compile("([лнр])ек$"), r"\1ьк"),
    (re.compile("аяц$"), "айц"),
    (re.compile(f"({_CONSONANT})ел$"), r"\1л"),
    (re.compile("^лев$"), "льв"),
    (re.compile(f"({_CONSONANT})ень$"), r"\1нь"),
    (re.compile("оть$"), "ть"),
)
#: And vowels that come before no ending: Горка, Горок; Церква, Церков.
_COMING = (
    re.compile(f"({_CONSONANT})([{'бвгджзклмнпрстфхцч'}])$"),
    (r"\1о\2", r"\1е\2"),
)


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
    is_word = re.search(f"[аеиоуыэюя]{_CONSONANT}$", word) is not None
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
    return len(word) > 3 and any(row.ends.search(word) for row in _ADJECTIVES)


@lru_cache(maxsize=4096)
def _adjective(word: str) -> list[Cases]:
    return _decline(word, next(row for row in _ADJECTIVES if row.ends.search(word)))


def _nouns(word: str, *, is_plural: bool = False) -> Iterator[list[Cases]]:
    """Every way in which a noun may be declined, or an adjective that is used as one."""
    if not _CYRILLIC.fullmatch(word) or word[-1] in _STILL:
        yield [_indeclinable(word)]
    if not _CYRILLIC.fullmatch(word):
        return
    if _is_adjective(word):
        yield _adjective(word)
    for row in _PLURALS:
        if row.ends.search(word) and (is_plural or word[-1] in "ыи"):
            yield _decline(word, row)
            break
    for row in _NOUNS:
        if row.ends.search(word) and not is_plural:
            yield from _declined_noun(word, row)
            break
    if word.endswith("ь") and not is_plural:
        yield _decline(word, _THIRD)


def _declined_noun(word: str, row: _Row) -> Iterator[list[Cases]]:
    yield _decline(word, row)
    for pattern, instead in _FLEETING:
        shorter = pattern.sub(instead, word)
        if shorter != word:
            paradigms = _decline(shorter, row)
            # The vowel goes where an ending comes, so the dictionary form keeps it.
            singular = tuple(
                tuple(form if form != shorter else word for form in forms) for forms in paradigms[0]
            )
            yield [singular, *paradigms[1:]]


def _decline(word: str, row: _Row) -> list[Cases]:
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
    pattern, insteads = _COMING
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
        return [still, _decline(word, _THIRD)] if word[-1] == "ь" else [still]
    moving = [*_nouns(word)]
    return moving if sex == "m" and moving else [still, *moving]


def _surname_options(word: str, sex: str) -> list[list[Cases]]:
    still = [_indeclinable(word)]
    if word in PARTICLES or not _CYRILLIC.fullmatch(word) or re.search("[иы]х$|[оеиуюэы]$", word):
        return [still]
    for row in (*_SURNAMES, *_ADJECTIVES):
        if row.ends.search(word):
            return [_decline(word, row)]
    if word[-1] in "ая":
        return [*_nouns(word)]
    if sex == "f":
        return [still]
    return [still, *_nouns(word)]


#: What makes adjectives (-ский in all its forms), and nouns for people: ашхабадский, ашхабадец.
_ADJECTIVE_SUFFIXES = (
    "ск", "йск", "овск", "евск", "инск", "анск", "янск", "енск", "ическ", "цк",
)  # fmt: skip
_ADJECTIVE_ENDINGS = (
    "ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ою", "ое", "ие", "их", "ими",
)  # fmt: skip
_LINKS = ("", "ан", "ян", "ин", "й")
_PEOPLE = (
    "ец", "ца", "цу", "цем", "це", "цы", "цев", "цам", "цами", "цах",
    "ка", "ки", "ке", "ку", "кой", "ок", "кам", "ками", "ках",
    "янин", "янина", "янину", "янином", "янине", "яне", "ян", "янам", "янами", "янах",
    "чанин", "чанина", "чанину", "чанином", "чане", "чан", "чанам", "чанами", "чанах",
)  # fmt: skip
_RELATED = frozenset(
    [
        *(f"{made}{ending}" for made in _ADJECTIVE_SUFFIXES for ending in _ADJECTIVE_ENDINGS),
        *(f"{link}{ending}" for link in _LINKS for ending in _PEOPLE),
    ]
)


def _related(name: Phrase) -> Iterator[Spelling]:
    """Российский of Россия, ашхабадец of Ашхабад, туркмен of Туркменистан."""
    if len(name.words) > 1:
        return
    word = fold(name.words[0])
    if not _CYRILLIC.fullmatch(word):
        return
    for stem in dict.fromkeys(_bare_stems(word)):
        if len(stem) > 2:
            yield Spelling((stem,), ("",), _RELATED)
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

INFLECTION = Inflection(
    _phrase,
    _person,
    _surname,
    _given,
    _related,
    openers=_OPENERS | {fold(word) for word in _PREPOSITIONS},
)
