"""Whether a page keeps what its edition promises: every text in its place, and once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from toolkit.render.inspect.block import squeeze
from toolkit.render.inspect.compare import Difference, Kind
from toolkit.render.inspect.markup import Marked
from toolkit.render.inspect.promised import Promise

#: Shorter texts, as cells and names, may well occur inside of others.
_SENTENCE = 40


def broken(promised: Promise, page: Marked) -> Iterator[Difference]:
    """Texts of the edition that a page lacks or says twice, whatever its template is."""
    under: dict[str, list[str]] = {}
    blocks = [
        block for index, block in enumerate(page.blocks) if index not in page.contents
    ] + list(page.notes)
    for block in blocks:
        under.setdefault(block.anchor, []).append(squeeze(block.own))
    joined = {anchor: "\n".join(texts) for anchor, texts in under.items()}
    whole = "\n".join(text for texts in under.values() for text in texts)
    for anchor, texts in promised.anchored:
        yield from _in_order(anchor, texts, joined.get(anchor, ""))
    for text in promised.loose:
        if squeeze(text) not in whole:
            yield Difference(Kind.MISSING, text, "")
    yield from _repeated(promised, whole)


def _in_order(anchor: str, texts: tuple[str, ...], place: str) -> Iterator[Difference]:
    start = 0
    for text in texts:
        words = squeeze(text)
        found = place.find(words, start)
        if found >= 0:
            start = found + len(words)
        else:
            kind = Kind.MOVED if words in place else Kind.MISSING
            yield Difference(kind, text, "", anchor)


def _repeated(promised: Promise, whole: str) -> Iterator[Difference]:
    texts = [(anchor, text) for anchor, own in promised.anchored for text in own]
    everything = "\n".join(
        squeeze(text) for text in (*(text for _, text in texts), *promised.loose)
    )
    counts = Counter(squeeze(text) for _, text in texts)
    for anchor, text in texts:
        words = squeeze(text)
        if len(words) >= _SENTENCE and whole.count(words) > everything.count(words):
            if counts[words]:
                yield Difference(Kind.DOUBLED, text, text, anchor)
            counts[words] = 0
