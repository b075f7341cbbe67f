"""How names take endings: every form of a name, from the form that stands in a dictionary.

``forms`` gives them for the name of a place, an organisation or a thing, ``person``, ``surname`` and
``given`` for people, ``related`` the words made from the name of a place. What is made is a superset:
where the dictionary form does not tell which of two forms is right, both are given.

A fourth language is a module like ``english`` and one more line in ``_MODULES``.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from toolkit.language.inflection.model import (
    PARTICLES,
    WORD,
    Inflection,
    Kind,
    Phrase,
    Spelling,
    fold,
    gap,
    phrase,
    surname_start,
)

__all__ = [
    "PARTICLES",
    "WORD",
    "Inflection",
    "Kind",
    "Phrase",
    "Spelling",
    "fold",
    "forms",
    "gap",
    "get",
    "phrase",
    "surname_start",
]

#: The modules are loaded when they are asked for: most commands inflect nothing.
_MODULES = {"ru": "russian", "tk": "turkmen", "en": "english"}


@cache
def get(language: str) -> Inflection:
    """How the language called ``language`` inflects names; ``KeyError`` if that is not known."""
    module = import_module(f"toolkit.language.inflection.{_MODULES[language]}")
    inflection: Inflection = module.INFLECTION
    return inflection


def forms(name: str, language: str, kind: Kind) -> tuple[Spelling, ...]:
    """Every way to write ``name`` in running text, each once; nothing if it has no word."""
    words = phrase(name)
    if not words.words:
        return ()
    inflection = get(language)
    made = inflection.person(words) if kind is Kind.PERSON else inflection.phrase(words, kind)
    return tuple(dict.fromkeys(made))
