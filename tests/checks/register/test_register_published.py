"""The register of this repository against its own editions: silent on them, awake to damage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from toolkit.checks.pair import Pair, Side
from toolkit.checks.register.reading import Reader
from toolkit.checks.register.rules import NameRules, register_rules
from toolkit.diagnostics import Span
from toolkit.language import LANGUAGES
from toolkit.source.reader import read_document, read_register
from toolkit.source.register import Entry, Register
from toolkit.translation.pofile import read

ROOT = Path(__file__).parents[3]
#: The letters that a slip of the finger puts into a text of the language.
_LETTERS = {code: sorted(row.letters) for code, row in LANGUAGES.items()}


@cache
def own() -> Register:
    path = ROOT / "documents/register.yaml"
    result = read_register(
        path.read_bytes(), path.name, languages=frozenset(LANGUAGES), wanted=tuple(LANGUAGES)
    )
    assert result.findings == ()
    assert result.value is not None
    return result.value


@cache
def rules() -> NameRules:
    return register_rules(own())


@cache
def published() -> tuple[Pair, ...]:
    """Every message in every pair of its languages."""
    return tuple(_published())


def _published() -> Iterator[Pair]:
    for path in sorted((ROOT / "documents").glob("*/**/*.yaml")):
        document = read_document(path.read_bytes(), "d.yaml", languages=frozenset(LANGUAGES)).value
        if document is None:
            continue
        name = path.parent.name if path.stem == "document" else path.stem
        texts: dict[str, dict[str, str]] = {}
        for code in LANGUAGES.keys() - {document.language}:
            po = ROOT / "translations" / code / "LC_MESSAGES" / f"{name}.po"
            catalog = read(po.read_bytes(), po.name).value
            assert catalog is not None
            for entry in catalog.entries:
                if entry.translated and not entry.obsolete:
                    sides = texts.setdefault(entry.msgid, {document.language: entry.msgid})
                    sides[code] = entry.msgstr[0]
        for sides in texts.values():
            for of, to in permutations(sorted(sides), 2):
                yield Pair(Side(of, sides[of]), Side(to, sides[to]), Span("t.po"), Span("s.yaml"))


def remarks(pair: Pair) -> list[str]:
    return [
        *(remark.code for rule in rules().pairs for remark in rule(pair)),
        *(remark.code for rule in rules().sides for remark in rule(pair.target)),
    ]


def test_the_editions_name_the_same_and_spell_it_alike() -> None:
    assert len(published()) > 2000
    wrong = [(pair.source.plain, pair.target.plain) for pair in published() if remarks(pair)]
    assert wrong == []


Damage = Callable[[str, Entry, str, Random], str | None]


def misspelt(piece: str, _entry: Entry, language: str, random: Random) -> str | None:
    """One letter inside the name is another one, or is lost, or stands twice."""
    place = random.randrange(1, max(2, len(piece) - 3))
    letter = random.choice(_LETTERS[language])
    if not piece[place : place + 1].isalpha() or letter == piece[place].lower():
        return None
    return piece[:place] + random.choice((letter, "", piece[place] * 2)) + piece[place + 1 :]


def swapped(_piece: str, entry: Entry, language: str, random: Random) -> str | None:
    others = [other for other in own().entries if other.kind is entry.kind and other is not entry]
    return random.choice(others).names[language].name


def dropped(_piece: str, _entry: Entry, _language: str, _random: Random) -> str | None:
    return ""


def foreign(piece: str, entry: Entry, language: str, random: Random) -> str | None:
    names = {name.name for name in entry.names.values()} - {entry.names[language].name}
    return random.choice(sorted(names)) if names else None


def forbidden(_piece: str, entry: Entry, language: str, random: Random) -> str | None:
    wrong = entry.names[language].forbidden
    return random.choice(wrong) if wrong else None


@pytest.mark.parametrize("damage", [misspelt, swapped, dropped, foreign, forbidden])
def test_damage_is_seen(damage: Damage) -> None:
    """Each name that stands once in a text is damaged; so are, by chance, its forms in the middle."""
    random, reader, count = Random(7), Reader(own()), Counter[bool]()
    missed = []
    for pair in published():
        for number, pieces in reader.read(pair.target).named.items():
            entry = own().entries[number]
            text, piece = pair.target.markup, pieces[0]
            is_plain = len(pieces) == 1 and text.count(piece) == 1
            if not (is_plain and entry.required and number in reader.read(pair.source).named):
                continue
            instead = damage(piece, entry, pair.target.language, random)
            if instead is None or instead == piece:
                continue
            target = Side(pair.target.language, text.replace(piece, instead))
            is_seen = bool(remarks(Pair(pair.source, target, pair.span, pair.origin)))
            count[is_seen] += 1
            if not is_seen:
                missed.append((piece, instead))
    assert count[True] > 0
    assert count[True] / count.total() >= 0.99, missed
