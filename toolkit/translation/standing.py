"""Which texts changed where they stood: between neighbours that are the same as before.

A title, a name or a short demand that is rewritten may share no word with what it was. Its place still
says what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from toolkit.translation.catalog import Entry, Key
from toolkit.translation.message import Message
from toolkit.translation.similarity import normal

#: How alike (0 to 100) texts must be to be the same text, given that they stand in the same place. Two
#: sentences of one language that say different things are about 50 alike by their letters alone.
_ALIKE = 60.0

#: The keys of the unchanged neighbours before and after a run; None at an end of the document.
_Gap = tuple[Key | None, Key | None]


@dataclass(frozen=True, slots=True)
class Standing:
    """The entry that stood where a message stands now; ``alike``: and reads much like it."""

    entry: Entry
    alike: bool


def standing(
    old: Sequence[Entry], messages: Sequence[Message], wanting: Mapping[int, Message]
) -> dict[int, Standing]:
    """For each of ``wanting``, by its place, the entry with a translation that stood there.

    ``old`` are the active entries in the order of the file. A run of changed texts between unchanged
    neighbours is paired in order, if it is as long as it was. Where several in a row have changed, only
    those that are alike are paired.
    """
    present = {message.key for message in messages}
    kept = present & {entry.key for entry in old}
    were = dict(_runs([entry.key for entry in old], kept))
    found: dict[int, Standing] = {}
    for gap, places in _runs([message.key for message in messages], kept):
        before = were.get(gap, ())
        if gap == (None, None) or len(before) != len(places):
            continue
        for place, was in zip(places, before, strict=True):
            entry = old[was]
            if place not in wanting or not entry.typed:
                continue
            alike = _likeness(entry.msgid, wanting[place].msgid) >= _ALIKE
            if alike or len(places) == 1:
                found[place] = Standing(entry, alike)
    return found


def _runs(keys: Sequence[Key], kept: set[Key]) -> Iterator[tuple[_Gap, tuple[int, ...]]]:
    """Where texts in a row are not among the ``kept``: their neighbours, and their places."""
    before: Key | None = None
    run: list[int] = []
    for place, key in enumerate(keys):
        if key not in kept:
            run.append(place)
            continue
        if run:
            yield (before, key), tuple(run)
        before, run = key, []
    if run:
        yield (before, None), tuple(run)


def _likeness(one: str, other: str) -> float:
    return fuzz.ratio(normal(one), normal(other))
