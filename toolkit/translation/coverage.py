"""Coverage: how much of a document is translated, and how many words are left."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.document.inline import plain
from toolkit.translation.catalog import Catalog, Entry, lookup
from toolkit.translation.message import Message
from toolkit.translation.validity import problems

#: A word is a run of letters and digits, with the hyphens and apostrophes inside it.
_WORD = re.compile(r"\w+(?:[-'’\u2011]\w+)*")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Messages by state; ``words_left`` are those of the source texts still to be translated."""

    total: int = 0
    translated: int = 0
    fuzzy: int = 0
    untranslated: int = 0
    words_left: int = 0

    def __add__(self, other: Coverage) -> Coverage:
        return Coverage(
            self.total + other.total,
            self.translated + other.translated,
            self.fuzzy + other.fuzzy,
            self.untranslated + other.untranslated,
            self.words_left + other.words_left,
        )

    @property
    def percent(self) -> int:
        """How much is translated, rounded down: 100 means all of it."""
        return self.translated * 100 // self.total if self.total else 100


def coverage(messages: Iterable[Message], catalog: Catalog | None) -> Coverage:
    """The coverage of some messages by a catalog; without one, nothing is translated.

    A fuzzy translation does not count as one, nor does a plural that lacks a form. A translation that
    no edition would show, because its markup is not that of its source, counts as fuzzy: it needs work.
    """
    entries = lookup(catalog) if catalog is not None else {}
    total = translated = fuzzy = words_left = 0
    for message in messages:
        total += 1
        entry = entries.get(message.key)
        if entry is not None and entry.translated and not _invalid(entry):
            translated += 1
            continue
        fuzzy += entry is not None and entry.typed and (entry.fuzzy or entry.translated)
        words_left += words(message.msgid)
    return Coverage(total, translated, fuzzy, total - translated - fuzzy, words_left)


def _invalid(entry: Entry) -> bool:
    return not entry.msgid_plural and bool(problems(entry.msgid, entry.msgstr[0]))


def words(text: str) -> int:
    """How many words a reader sees in a text: no markup, no addresses, no footnote references."""
    return len(_WORD.findall(plain(text)))
