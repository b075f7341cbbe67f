"""For messages without a translation of their own: which old translation would help most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.translation.catalog import Entry
from toolkit.translation.memory import Memory
from toolkit.translation.message import Message
from toolkit.translation.similarity import Index


@dataclass(frozen=True, slots=True)
class Offer:
    """An old entry that is offered for a message; ``own``: it is of the same PO file."""

    entry: Entry
    own: bool


def equal_texts(
    wanting: Mapping[int, Message], own: Sequence[Entry], memory: Memory
) -> dict[int, Offer]:
    """Offers whose source text is just that of the message: under another context, or elsewhere.

    In the file itself, finished translations come before fuzzy ones.
    """
    by_text: dict[str, Entry] = {}
    for entry in sorted(own, key=lambda entry: entry.fuzzy):
        by_text.setdefault(entry.msgid, entry)
    offers: dict[int, Offer] = {}
    for place, message in wanting.items():
        if message.msgid in by_text:
            offers[place] = Offer(by_text[message.msgid], own=True)
        elif elsewhere := memory.exact(message.msgid):
            offers[place] = Offer(_best_context(message, elsewhere), own=False)
    return offers


def similar_texts(
    wanting: Mapping[int, Message], own: Sequence[Entry], memory: Memory
) -> dict[int, Offer]:
    """Offers whose source text is like that of the message.

    The best pairs are made first, over all messages; an old entry of the file goes to one message
    as long as there is another for the rest, and after that to any that it is like.
    """
    pairs = sorted(_pairs(wanting, own, memory), key=lambda pair: pair.rank)
    offers: dict[int, Offer] = {}
    taken: set[int] = set()
    for pair in pairs:
        if pair.message in offers or pair.place in taken:
            continue
        offers[pair.message] = pair.offer
        if pair.offer.own:
            taken.add(pair.place)
    for pair in pairs:
        offers.setdefault(pair.message, pair.offer)
    return offers


@dataclass(frozen=True, slots=True)
class _Pair:
    """A message and an offer for it. ``place`` is where the offer stands in the file, or -1."""

    score: float
    message: int
    place: int
    offer: Offer

    @property
    def rank(self) -> tuple[float, bool, int, int]:
        """The better first; then the file's own; then in the order of messages and entries."""
        return (-self.score, not self.offer.own, self.message, self.place)


def _pairs(wanting: Mapping[int, Message], own: Sequence[Entry], memory: Memory) -> Iterator[_Pair]:
    index = Index([entry.msgid for entry in own])
    for number, message in wanting.items():
        for score, place in index.matches(message.msgid):
            yield _Pair(score, number, place, Offer(own[place], own=True))
        for score, entry in memory.similar(message.msgid)[:1]:
            yield _Pair(score, number, -1, Offer(entry, own=False))


def _best_context(message: Message, entries: Sequence[Entry]) -> Entry:
    same = (entry for entry in entries if entry.msgctxt == message.msgctxt)
    return next(same, entries[0])
