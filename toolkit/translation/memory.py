"""Translation memory: what the project has translated before, in whatever document."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from toolkit.translation.catalog import Catalog, Entry
from toolkit.translation.similarity import Index


class Memory:
    """The finished translations of several catalogs of one pair of languages.

    Obsolete entries count too: a paragraph that moves to another document is offered there,
    whichever of the two files is updated first. Fuzzy ones do not: nobody has said that they are
    right.
    """

    def __init__(self, catalogs: Iterable[Catalog] = ()) -> None:
        entries = [
            entry
            for catalog in sorted(catalogs, key=lambda catalog: catalog.path)
            for entry in (*catalog.active, *catalog.obsolete)
            if entry.translated
        ]
        self._exact: dict[str, list[Entry]] = {}
        for entry in entries:
            self._exact.setdefault(entry.msgid, []).append(entry)
        self._texts = tuple(self._exact)

    def exact(self, msgid: str) -> tuple[Entry, ...]:
        """The translations of just this text, in the order of the catalogs' paths."""
        return tuple(self._exact.get(msgid, ()))

    def similar(self, msgid: str) -> list[tuple[float, Entry]]:
        """Translations of texts like this one, as (score from 0 to 100, entry), the best first."""
        return [
            (score, self._exact[self._texts[place]][0])
            for score, place in self._index.matches(msgid)
        ]

    @cached_property
    def _index(self) -> Index:
        return Index(self._texts)
