"""Every form of every name of a register in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.checks.register.matching import Capitals, Role, Target, Tree, capitals
from toolkit.language.inflection import (
    PARTICLES,
    Kind,
    Phrase,
    Spelling,
    fold,
    forms,
    get,
    phrase,
    surname_start,
)
from toolkit.source.register import Entry, Name, Register

#: Shorter names are words of another language too easily.
_LEAST_FOREIGN = 3


@dataclass(frozen=True, slots=True)
class Form:
    """The forms of one name, and what they stand for. ``name`` is the form of the dictionary."""

    name: str
    spellings: tuple[Spelling, ...]
    target: Target


def lexicon(register: Register, language: str) -> tuple[Form, ...]:
    """What the entries of a register are called in ``language``, rightly and wrongly."""
    found: list[Form] = []
    for number, entry in enumerate(register.entries):
        name = entry.names.get(language)
        if name is not None:
            found.extend(_own(number, entry, name, language))
            found.extend(_foreign(number, entry, language))
    return tuple(found)


def tree(lexicon: Iterable[Form]) -> Tree:
    """The forms as a tree to be matched with texts."""
    grown = Tree()
    for form in lexicon:
        grown.add(form.spellings, form.target)
    return grown


def _own(number: int, entry: Entry, name: Name, language: str) -> Iterator[Form]:
    for right in name.right:
        yield _form(number, right, Role.NAME, forms(right, language, entry.kind))
        if entry.kind is Kind.PERSON:
            yield from _parts(number, right, language)
        if entry.kind is Kind.PLACE:
            related = tuple(get(language).related(phrase(right)))
            yield Form(right, related, Target(number, Role.RELATED, Capitals.NONE))
    for stem in name.stems:
        words = phrase(stem)
        spelling = Spelling(tuple(_folded(stem)), words.gaps, None)
        yield _form(number, stem, Role.NAME, (spelling,))
    for word in name.related:
        target = Target(number, Role.RELATED, Capitals.NONE)
        yield Form(word, forms(word, language, Kind.TERM), target)
    for wrong in name.forbidden:
        yield _form(number, wrong, Role.FORBIDDEN, forms(wrong, language, entry.kind))


def _parts(number: int, name: str, language: str) -> Iterator[Form]:
    """The surname of a person, with and without its particles, and the given name."""
    words = phrase(name)
    inflection = get(language)
    surnames = list(inflection.surname(words))
    start = surname_start(words)
    if start is not None and fold(words.words[start]) in PARTICLES:
        last = len(words.words) - 1
        bare = Phrase((*words.words[:start], words.words[last]), (*words.gaps[:start], ""))
        surnames.extend(inflection.surname(bare))
    yield _form(number, name, Role.SURNAME, surnames)
    yield _form(number, name, Role.GIVEN, inflection.given(words))


def _form(number: int, name: str, role: Role, spellings: Iterable[Spelling]) -> Form:
    made = tuple(dict.fromkeys(spellings))
    needed = capitals(name)
    if role in (Role.SURNAME, Role.GIVEN):
        is_single = all(len(spelling.words) == 1 for spelling in made)
        needed = Capitals.FIRST if is_single else Capitals.SOME
    return Form(name, made, Target(number, role, needed, len(name)))


def _folded(text: str) -> Iterator[str]:
    return (fold(word) for word in phrase(text).words)


def _foreign(number: int, entry: Entry, language: str) -> Iterator[Form]:
    """The names of other languages, with the endings of theirs and of this one."""
    if entry.kind is Kind.TERM:
        return
    right = {word for name in (entry.names[language],) for word in name.right}
    for code, name in entry.names.items():
        if code == language:
            continue
        for word in name.right:
            if word in right or len(word) < _LEAST_FOREIGN:
                continue
            for tongue in (code, language):
                yield _form(number, word, Role.FOREIGN, forms(word, tongue, entry.kind))
                if entry.kind is Kind.PERSON:
                    surname = get(tongue).surname(phrase(word))
                    made = tuple(dict.fromkeys(surname))
                    yield Form(word, made, Target(number, Role.FOREIGN, Capitals.FIRST))


def foreign_given(register: Register, language: str) -> tuple[Form, ...]:
    """The given names of people as other languages spell them: parts of full names, not names."""
    found: list[Form] = []
    for number, entry in enumerate(register.entries):
        if entry.kind is not Kind.PERSON or language not in entry.names:
            continue
        for code, name in entry.names.items():
            if code != language:
                words = phrase(name.name)
                made = (
                    spelled for tongue in (code, language) for spelled in get(tongue).given(words)
                )
                found.append(_form(number, name.name, Role.FOREIGN, made))
    return tuple(found)
