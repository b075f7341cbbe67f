"""Matched messages: those written for the tests, and those of the project's own catalogs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import permutations
from pathlib import Path

from toolkit.checks.pair import Pair, Side
from toolkit.checks.values.rules import RULES
from toolkit.diagnostics import Span
from toolkit.language import LANGUAGES
from toolkit.source.reader import read_document
from toolkit.translation.pofile import read

HERE = Path(__file__).parent
ROOT = HERE.parents[2]


def pair_of(of: str, source: str, to: str, target: str) -> Pair:
    return Pair(Side(of, source), Side(to, target), Span("a.po", 1, 1), Span("a.yaml", 1, 1))


def codes(pair: Pair) -> set[str]:
    """The codes of everything that the rules of values have to say."""
    return {remark.code for rule in RULES for remark in rule(pair)}


@cache
def written() -> tuple[Pair, ...]:
    """``messages.txt``, every language against every other."""
    return tuple(_written())


def _written() -> Iterator[Pair]:
    text = (HERE / "messages.txt").read_text(encoding="utf-8")
    for block in text.split("\n\n"):
        lines = [line.split(": ", 1) for line in block.splitlines() if not line.startswith("#")]
        for (of, source), (to, target) in permutations(lines, 2):
            yield pair_of(of, source, to, target)


@cache
def published() -> tuple[Pair, ...]:
    """The finished messages of the documents of this repository."""
    return tuple(_published())


def _published() -> Iterator[Pair]:
    for path in sorted((ROOT / "documents").rglob("*.yaml")):
        if path.parent.name in ("documents", "schema"):
            continue
        document = read_document(path.read_bytes(), path.name, languages=frozenset(LANGUAGES)).value
        assert document is not None, path
        name = path.parent.name if path.name == "document.yaml" else path.stem
        for po in sorted((ROOT / "translations").glob(f"*/LC_MESSAGES/{name}.po")):
            catalog = read(po.read_bytes(), po.name).value
            assert catalog is not None, po
            for entry in catalog.active:
                if entry.translated and not entry.msgid_plural:
                    language = po.parents[1].name
                    yield pair_of(document.language, entry.msgid, language, entry.msgstr[0])
