"""The words that the toolkit itself adds to a page, in the language of the edition.

They are a gettext domain of their own. A word is plain data: ``{page}`` in it is a place that the
template fills with a value, never a format specification.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_PLACE = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Words:
    """Interface words of one language.

    ``forms`` maps an English word to its translations: one, or one for each plural form. ``plural``
    gives the plural form for a number, as the Plural-Forms header of the catalog does.
    """

    forms: Mapping[str, tuple[str, ...]]
    plural: Callable[[int], int]

    def say(self, word: str) -> str:
        """The word in this language; in English where the catalog has none."""
        return self.forms.get(word, (word,))[0]

    def count(self, singular: str, plural: str, number: int) -> str:
        """The form of a word that goes with ``number``, with its places still to be filled."""
        forms = self.forms.get(singular)
        if forms is None:
            return singular if number == 1 else plural
        return forms[min(self.plural(number), len(forms) - 1)]


def pieces(text: str, names: frozenset[str]) -> tuple[tuple[bool, str], ...]:
    """Split a text at the ``{name}`` places whose names are given.

    Each piece is ``(True, name)`` or ``(False, characters)``; other braces stay characters.
    """
    found: list[tuple[bool, str]] = []
    end = 0
    for match in _PLACE.finditer(text):
        if match.group(1) not in names:
            continue
        found.append((False, text[end : match.start()]))
        found.append((True, match.group(1)))
        end = match.end()
    found.append((False, text[end:]))
    return tuple(piece for piece in found if piece[1])
