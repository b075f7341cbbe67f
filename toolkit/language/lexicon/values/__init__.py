"""The words that stand for values, and how each language joins them with figures.

``get`` gives the table of a language. A fourth language is a module like ``english`` and one more
line in ``_TABLES``; no reader of values asks which language it has before it.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from toolkit.language.lexicon.values.model import Joins, Marks, Role, ValueWords, Weight, Word

__all__ = ["Joins", "Marks", "Role", "ValueWords", "Weight", "Word", "codes", "get"]

#: The modules are loaded when they are asked for: most commands read no values.
_TABLES = {"ru": "russian", "tk": "turkmen", "en": "english"}


@cache
def get(code: str) -> ValueWords:
    """The table of the language that is called ``code``; ``KeyError`` if there is none."""
    module = import_module(f"toolkit.language.lexicon.values.{_TABLES[code]}")
    table: ValueWords = module.WORDS
    return table


def codes() -> tuple[str, ...]:
    """The languages that have a table."""
    return tuple(_TABLES)
