"""A project of many messages: the matched texts of ``matching`` again and again, no two of them equal.

Real documents bring new words with every page. So each message begins with a made-up surname that no
other one has, and no rule can remember what it saw in an equal text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count, cycle, islice
from pathlib import Path

from benchmarks.matching import material
from benchmarks.matching.mutate import REGISTERS
from toolkit.language import LANGUAGES, codes
from toolkit.source.reader import read_document
from toolkit.translation.catalog import Catalog
from toolkit.translation.memory import Memory
from toolkit.translation.merge import update
from toolkit.translation.message import collect
from toolkit.translation.pofile import read, write
from toolkit.translation.template import pot

REPOSITORY = Path(__file__).resolve().parents[1]
#: A long report has about so many.
MESSAGES_OF_A_DOCUMENT = 200
_PARAGRAPHS_OF_A_SECTION = 8

_NOTE = re.compile(r"\[\^([\w-]+)\]")
#: Links within a document lead to anchors that another document does not have.
_LINK_WITHIN = "](#"
_LATIN = "bdgklmnrstz", "aeiou"
_CYRILLIC = str.maketrans("bdgklmnrstzaeiou", "бдгклмнрстзаеиоу")


def many_messages(folder: Path, messages: int) -> Path:
    """A project with so many messages in every language of the toolkit, all of them translated."""
    (folder / "documents/statement").mkdir(parents=True)
    settings = (REPOSITORY / "toolkit.yaml").read_text(encoding="utf-8")
    (folder / "toolkit.yaml").write_text(
        settings.replace("  logo: documents/assets/logo.svg\n", "")
    )
    (folder / "documents/register.yaml").write_text(_register(), encoding="utf-8")
    supply, languages = _supply(), cycle(sorted(codes()))
    for number in range(messages // MESSAGES_OF_A_DOCUMENT):
        taken = tuple(islice(supply, MESSAGES_OF_A_DOCUMENT))
        _write_document(folder, f"2026-01-01-number-{number}", next(languages), taken)
    return folder


def _register() -> str:
    """The registers of the corpus and of this repository as one."""
    groups: dict[str, list[str]] = {}
    for path in REGISTERS:
        group: list[str] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if re.match(r"\w+:$", line):
                group = groups.setdefault(line, [])
            elif line.startswith(" "):
                group.append(line)
    return "".join("\n".join((name, *lines, "")) for name, lines in groups.items())


def _supply() -> Iterator[Mapping[str, str]]:
    """Messages without end, no two of them equal; texts by language."""
    texts = [
        message.texts
        for message in (*material.tuning(), *material.held_out(), *material.published())
        if set(message.texts) == codes() and _LINK_WITHIN not in message.texts["en"]
    ]
    for number, found in zip(count(), cycle(texts)):
        name = _surname(number)
        yield {language: f"{_spelt(name, language)}: {text}" for language, text in found.items()}


def _surname(number: int) -> str:
    """Another surname for each number: three syllables and an ending."""
    consonants, vowels = _LATIN
    syllables = []
    for _ in range(3):
        number, syllable = divmod(number, len(consonants) * len(vowels))
        syllables.append(
            consonants[syllable % len(consonants)] + vowels[syllable // len(consonants)]
        )
    return "".join((*syllables, "bek"))


def _spelt(name: str, language: str) -> str:
    return (name.translate(_CYRILLIC) if language == "ru" else name).capitalize()


def _write_document(
    folder: Path, name: str, language: str, texts: Sequence[Mapping[str, str]]
) -> None:
    path = f"documents/statement/{name}.yaml"
    raw = "\n".join(_lines(language, [text[language] for text in texts])).encode()
    (folder / path).write_bytes(raw)
    document = read_document(raw, path, languages=codes())
    assert document.value is not None, document.findings
    messages = collect(document.value)
    translations = {text[language]: text for text in texts}
    for other in sorted(codes() - {language}):
        template = pot(
            messages, project=name, previous=None, created=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
            bugs_to="office@example.org",
        )  # fmt: skip
        place = folder / f"translations/{other}/LC_MESSAGES/{name}.po"
        merged = update(
            None, place.name, messages, language=LANGUAGES[other], template=template,
            memory=Memory(()),
        )  # fmt: skip
        assert merged.value is not None
        catalog = read(merged.value, place.name).value
        assert catalog is not None
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(write(_translated(catalog, translations, other)))


def _lines(language: str, texts: Sequence[str]) -> Iterator[str]:
    """A statement: its title, its paragraphs in sections, and the notes that they call."""
    notes = tuple(dict.fromkeys(id for text in texts for id in _NOTE.findall(text)))
    plain = [text for text in texts if not _NOTE.search(text)]
    title, *told = plain[: len(notes) + 1]
    apart = {title, *told}
    yield from ("kind: statement", f"language: {language}", "date: 2026-01-01")
    yield from ("title: >-", f"  {title}", "body:")
    for number, text in enumerate(text for text in texts if text not in apart):
        is_heading = number % _PARAGRAPHS_OF_A_SECTION == 0 and not _NOTE.search(text)
        yield from ("  - heading: >-", f"      {text}") if is_heading else ("  - >-", f"    {text}")
    if notes:
        yield "notes:"
    for id, text in zip(notes, told, strict=True):
        yield from (f"  {id}: >-", f"    {text}")


def _translated(
    catalog: Catalog, translations: Mapping[str, Mapping[str, str]], language: str
) -> Catalog:
    entries = tuple(
        entry.changed(msgstr=(translations[entry.msgid][language],)) for entry in catalog.entries
    )
    return replace(catalog, entries=entries)
