"""How much is caught, and how often an alarm is false, measured on the texts of the project.

Every mutation changes one thing in a clean text. The seed is fixed, so that the figures are the same in
every run; they are thresholds, not goldens: better is allowed.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from toolkit.checks import script, typography
from toolkit.checks.pair import Pair, Remark, Side
from toolkit.checks.projection import project
from toolkit.diagnostics import Severity, Span
from toolkit.diagnostics.codes import CODES
from toolkit.document.inline import plain
from toolkit.document.walk import texts
from toolkit.language import codes
from toolkit.source.reader import read_document
from toolkit.translation import pofile

ROOT = Path(__file__).parents[3]
SPAN = Span("a.po", 1, 1)
#: Mutants of one kind: enough for the shares, and no more time than a few seconds.
MOST = 300
_TO_LATIN = dict(zip("АВЕКМНОРСТУХаеорсух", "ABEKMHOPCTYXaeopcyx", strict=True))
_TO_CYRILLIC = {latin: cyrillic for cyrillic, latin in _TO_LATIN.items()}
_BARE = str.maketrans("äçňöşüýžÄÇŇÖŞÜÝŽ", "acnosuyzACNOSUYZ")

Edit = tuple[int, int, str]
Mutation = Callable[[str, str, random.Random], Edit | None]


@lru_cache(maxsize=1)
def clean() -> tuple[tuple[Side | None, Side], ...]:
    found: list[tuple[Side | None, Side]] = []
    for path in sorted((ROOT / "documents").glob("*/**/*.yaml")):
        name = path.relative_to(ROOT).as_posix()
        document = read_document(path.read_bytes(), name, languages=codes()).value
        assert document is not None
        typed = dict.fromkeys(item.value for item, _ in texts(document) if item.value.strip())
        found.extend((None, Side(document.language, text)) for text in typed)
        for catalog_path in sorted(
            (ROOT / "translations").glob(f"*/LC_MESSAGES/{document.name}.po")
        ):
            catalog = pofile.read(catalog_path.read_bytes(), catalog_path.name).value
            assert catalog is not None
            found.extend(
                (
                    Side(document.language, entry.msgid),
                    Side(catalog_path.parts[-3], entry.msgstr[0]),
                )
                for entry in catalog.active
                if entry.translated
            )
    return tuple(found)


def remarks(source: Side | None, target: Side) -> list[Remark]:
    rules = (*script.SIDE_RULES, *typography.SIDE_RULES)
    found = [remark for rule in rules for remark in rule(target)]
    if source is not None:
        pair = Pair(source, target, SPAN, SPAN)
        pairs = (*script.PAIR_RULES, *typography.PAIR_RULES)
        found.extend(remark for rule in pairs for remark in rule(pair))
    return found


def replacing(wanted: str, new: Callable[[str, str], str | None]) -> Mutation:
    """Replace one character that the pattern finds."""

    def mutate(language: str, text: str, rng: random.Random) -> Edit | None:
        spots = [
            found
            for found in re.finditer(wanted, text)
            if new(language, found.group()) not in (None, found.group())
        ]
        if not spots:
            return None
        spot = rng.choice(spots)
        return spot.start(), spot.end(), new(language, spot.group()) or ""

    return mutate


def only(code: str, change: Callable[[str], str]) -> Callable[[str, str], str | None]:
    return lambda language, found: change(found) if language == code else None


def _alike(language: str, letter: str) -> str | None:
    return (_TO_LATIN if language == "ru" else _TO_CYRILLIC).get(letter)


def _decomposed(language: str, letter: str) -> str:
    return unicodedata.normalize("NFD", letter)


MUTATIONS: dict[str, tuple[Mutation, set[str], float]] = {
    "look-alike letter": (replacing(r"\w", _alike), {"lookalike"}, 0.99),
    "ş with comma": (replacing("ş", only("tk", lambda _: "ș")), {"alphabet"}, 0.99),
    "ñ for ň": (replacing("ň", only("tk", lambda _: "ñ")), {"alphabet"}, 0.99),
    "õ for ö": (replacing("ö", only("tk", lambda _: "õ")), {"alphabet"}, 0.99),
    "ı for y": (replacing("y", only("tk", lambda _: "ı")), {"alphabet"}, 0.99),
    "İ for i": (replacing("i", only("tk", lambda _: "İ")), {"alphabet"}, 0.98),
    "$ for ş": (replacing("ş", only("tk", lambda _: "$")), {"alphabet"}, 0.97),
    "v for w": (replacing("w", only("tk", lambda _: "v")), {"foreign-letter"}, 0.95),
    "lost mark": (
        replacing("[äçňöşüýž]", only("tk", lambda letter: letter.translate(_BARE))),
        {"lost-diacritic", "foreign-letter"},
        0.88,
    ),
    "word without marks": (
        replacing(
            r"\w*[äçňöşüýž]\w*", only("tk", lambda word: word.translate(_BARE))
        ),
        {"lost-diacritic", "foreign-letter"},
        0.93,
    ),
    "decomposed letter": (replacing("[й-ёäçňöşüýžé]", _decomposed), {"normalisation"}, 0.99),
    "soft hyphen": (replacing(r"\w", lambda _, letter: letter + "\u00ad"), {"invisible"}, 0.99),
    "another quotation mark": (
        replacing("[«»„“”]", lambda _, mark: "\"" if mark in "«“" else "“"),
        {"quotes", "unbalanced-quotes"},
        0.99,
    ),
    "dropped quotation mark": (
        replacing("[«»„“”]", lambda _, mark: ""), {"unbalanced-quotes"}, 0.99,
    ),
    "straight apostrophe": (replacing("(?<=[a-z])’(?=[a-z])", lambda *_: "'"), {"apostrophe"}, 0.99),
    "double space": (replacing(r"(?<=\w) (?=\w)", lambda *_: "  "), {"space"}, 0.99),
    "space before a mark": (replacing(r"(?<=\w)[,;:?!](?= )", lambda _, m: f" {m}"), {"space"}, 0.97),
    "no space after a comma": (replacing(r", (?=\w)", lambda *_: ","), {"space"}, 0.97),
    "hyphen for a dash": (replacing(r"(?<=[ \u00a0])[—–](?= )", lambda *_: "-"), {"dash"}, 0.99),
    "line may break at a dash": (replacing(r"\u00a0(?=— )", lambda *_: " "), {"nbsp"}, 0.99),
    "line may break in a number": (
        replacing(r"(?<=\d)\u00a0(?=\d{3}(?!\d))", lambda *_: " "), {"nbsp"}, 0.95,
    ),
    "dropped final mark": (replacing(r"[?!….](?=$)", lambda *_: ""), {"final-punctuation"}, 0.97),
}  # fmt: skip


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_mutation_is_caught(name: str) -> None:
    mutate, expected, share = MUTATIONS[name]
    rng = random.Random(20)
    caught, made, missed = 0, 0, []
    for source, target in rng.sample(clean(), len(clean())):
        projection, edit = project(target.markup), mutate(target.language, target.plain, rng)
        if edit is None or projection is None or (source is None and "final" in name):
            continue
        if made == MOST:
            break
        mutant = projection.replaced(*edit)
        wanted = target.plain[: edit[0]] + edit[2] + target.plain[edit[1] :]
        if plain(mutant) != wanted:
            continue
        made += 1
        found = {
            item.code.removeprefix("check.")
            for item in remarks(source, Side(target.language, mutant))
        }
        if found & expected:
            caught += 1
        else:
            missed.append(wanted[max(0, edit[0] - 20) : edit[1] + 20])
    assert made >= 5
    assert caught / made >= share, (caught, made, missed[:20])


@pytest.mark.parametrize(
    ("severity", "allowed"), [(Severity.ERROR, 3), (Severity.WARNING, 20), (Severity.NOTE, 20)]
)
def test_clean_texts_get_few_remarks(severity: Severity, allowed: int) -> None:
    found = [
        (remark.code, remark.message, remark.target, target.language)
        for source, target in clean()
        for remark in remarks(source, target)
        if CODES[remark.code].severity is severity
    ]
    assert len(found) * 1000 <= allowed * len(clean()), found
