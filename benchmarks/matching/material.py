"""Clean matched texts: what the editions of this repository say, and the corpus beside this file.

A corpus file holds blocks with empty lines between them: one message in each language, a language a
line (``ru: …``); lines that begin with ``#`` are remarks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from toolkit.document.walk import Place, texts
from toolkit.language import codes
from toolkit.source.reader import read_document
from toolkit.translation.catalog import Key, lookup
from toolkit.translation.message import is_message
from toolkit.translation.pofile import read

FOLDER = Path(__file__).parent
PROJECT = FOLDER.parent.parent
CORPUS = FOLDER / "corpus"
HELD_OUT = (CORPUS / "held-out.txt", CORPUS / "held-out-2.txt")


@dataclass(frozen=True, slots=True)
class Message:
    """One message in each language that it is in; ``origin`` says where it stands."""

    origin: str
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Matched:
    """A message in two languages, both of them right."""

    origin: str
    source: str
    target: str
    source_language: str
    target_language: str

    @property
    def direction(self) -> str:
        """The pair of languages, as ``ru→tk``."""
        return f"{self.source_language}→{self.target_language}"


def corpus(path: Path) -> tuple[Message, ...]:
    """The messages of one corpus file; ``ValueError`` for a block that is not in order."""
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    return tuple(_messages(blocks, path.stem))


def tuning() -> tuple[Message, ...]:
    """The messages that authors of rules may look at: all of the corpus but what is held out."""
    files = sorted(path for path in CORPUS.glob("*.txt") if path not in HELD_OUT)
    return tuple(message for path in files for message in corpus(path))


def held_out() -> tuple[Message, ...]:
    """The messages that no rule was written for."""
    return tuple(message for path in HELD_OUT for message in corpus(path))


def published() -> tuple[Message, ...]:
    """The messages of the documents of this repository, with their translations."""
    return tuple(
        message
        for path in sorted((PROJECT / "documents").glob("*/**/*.yaml"))
        for message in _document(path)
    )


def pairs(messages: Iterable[Message]) -> Iterator[Matched]:
    """Each message in each pair of its languages, in both directions."""
    for message in messages:
        for source, target in permutations(sorted(message.texts), 2):
            yield Matched(
                message.origin, message.texts[source], message.texts[target], source, target
            )


def _messages(blocks: Iterable[str], name: str) -> Iterator[Message]:
    for block in blocks:
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if not lines:
            continue
        found = dict(line.split(": ", 1) for line in lines)
        if set(found) != codes() or len(found) != len(lines):
            raise ValueError(f"{name}: a block has other lines than one a language: {lines[0]}")
        yield Message(f"{name}: {found['en'][:40]}", found)


def _document(path: Path) -> Iterator[Message]:
    name = path.relative_to(PROJECT).as_posix()
    document = read_document(path.read_bytes(), name, languages=codes()).value
    if document is None:
        raise ValueError(f"{name} cannot be read")
    catalogs = {}
    for language in codes() - {document.language}:
        place = PROJECT / "translations" / language / "LC_MESSAGES" / f"{document.name}.po"
        catalog = read(place.read_bytes(), place.name).value if place.exists() else None
        if catalog is not None:
            catalogs[language] = lookup(catalog)
    seen: dict[Key, Place] = {}
    for text, where in texts(document):
        if is_message(text):
            seen.setdefault((text.context, text.value), where)
    for key, where in seen.items():
        found = {document.language: key[1]}
        for language, entries in catalogs.items():
            if (entry := entries.get(key)) is not None and entry.translated:
                found[language] = entry.msgstr[0]
        if len(found) > 1:
            yield Message(f"{document.name}: {where}", found)
