"""How a language writes sentences: abbreviations, words without which no sentence is, negation.

``get`` gives the table of a language. A fourth language is a module like ``english`` and one more
line in ``_TABLES``.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from toolkit.language.lexicon.prose.model import Abbreviations, Enumerating, Negation, Prose

__all__ = ["Abbreviations", "Enumerating", "Negation", "Prose", "get"]

_TABLES = {"ru": "russian", "tk": "turkmen", "en": "english"}


@cache
def get(code: str) -> Prose:
    """The table of the language that is called ``code``; ``KeyError`` if there is none."""
    module = import_module(f"toolkit.language.lexicon.prose.{_TABLES[code]}")
    table: Prose = module.PROSE
    return table
