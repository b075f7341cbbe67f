"""The mutation operators: what can silently go wrong with a translation, done to one on purpose.

Each is a pure function of a right pair of texts and a source of chance, and gives the damaged
translation, or ``None`` where there is nothing of its kind to damage. ``caught_by`` are the codes (or
beginnings of codes) that a finding about this damage may have: any other finding does not count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.matching import figures, marks, wording
from benchmarks.matching.material import FOLDER, PROJECT, Matched
from toolkit.diagnostics import Severity
from toolkit.language import codes
from toolkit.language.inflection import Kind
from toolkit.source.reader import read_register
from toolkit.source.register import Entry, Register

Mutation = Callable[[Matched, Random], str | None]

_NUMBERS = (
    "check.number",
    "check.unit",
    "check.date",
    "check.reference",
    "check.address",
)
_LOSS = ("check.sentence", "check.length", "check.enumeration")
_NAMES = ("check.name",)

REGISTERS = (FOLDER / "register.yaml", PROJECT / "documents/register.yaml")
#: Endings of Russian surnames in the nominative, which other cases replace.
_ENDING = re.compile("(?:ая|[аеоуя])$")


@dataclass(frozen=True, slots=True)
class Operator:
    """One kind of damage. ``goal`` is the share to be caught; 0 for what is only watched.

    ``least`` is what a finding must weigh to count.
    """

    name: str
    mutate: Mutation
    caught_by: tuple[str, ...]
    goal: float = 0.99
    least: Severity = Severity.WARNING


def _with_names(change: Callable[[Matched, Random, wording.Names], str | None]) -> Mutation:
    def mutate(message: Matched, rng: Random) -> str | None:
        return change(message, rng, {language: _stems(language) for language in sorted(codes())})

    return mutate


@cache
def register() -> Register:
    """The names of the corpus and of this repository's documents; ``ValueError`` for a bad file."""
    return Register(tuple(entry for path in REGISTERS for entry in _entries(path)))


def _entries(path: Path) -> tuple[Entry, ...]:
    found = read_register(path.read_bytes(), path.name, languages=codes())
    if found.value is None:
        raise ValueError(f"{path.name}: {found.findings}")
    return found.value.entries


@cache
def _stems(language: str) -> Mapping[str, str]:
    """The surnames and places of the register, without the ending that changes."""
    return {
        entry.id: _ENDING.sub("", entry.names[language].name.split(" ")[-1])
        for entry in register().entries
        if entry.kind in (Kind.PERSON, Kind.PLACE) and language in entry.names
    }


OPERATORS: tuple[Operator, ...] = (
    Operator("digit changed", figures.change_digit, _NUMBERS),
    Operator("digits swapped", figures.swap_digits, _NUMBERS),
    Operator("decimal mark moved", figures.move_decimal_mark, _NUMBERS),
    Operator("number dropped", figures.drop_number, _NUMBERS),
    Operator("number added", figures.add_number, _NUMBERS),
    Operator("thousands lost", figures.lose_thousands, _NUMBERS),
    Operator("percent sign lost", figures.lose_percent, _NUMBERS),
    Operator("section dropped", figures.lose_section, _NUMBERS),
    Operator("Roman numeral changed", figures.change_roman, _NUMBERS),
    Operator("month changed", figures.change_month, _NUMBERS),
    Operator("year changed", figures.change_year, _NUMBERS),
    Operator("day changed", figures.change_day, _NUMBERS),
    Operator("time changed", figures.change_time, _NUMBERS),
    Operator("name misspelt", _with_names(wording.misspell_name), _NAMES),
    Operator("name swapped", _with_names(wording.swap_name), _NAMES),
    Operator("footnote dropped", marks.drop_note, ("message.note",)),
    Operator("footnote doubled", marks.double_note, ("message.note",)),
    Operator("link host changed", marks.change_host, ("message.link", "check.address")),
    Operator("address changed", marks.change_plain_address, ("check.address", "message.link")),
    Operator("e-mail changed", marks.change_email, ("check.address", "message.link")),
    Operator("sentence dropped", wording.drop_sentence, _LOSS, 0.9),
    Operator("sentence doubled", wording.double_sentence, _LOSS, 0.9),
    Operator("paragraph truncated", wording.truncate, (*_LOSS, "check.final-punctuation"), 0.9),
    Operator("truncated tidily", wording.truncate_tidily, _LOSS, 0.9),
    Operator("clause dropped", wording.drop_clause, (*_LOSS, *_NUMBERS), 0.0),
    Operator("aside dropped", wording.drop_item, _LOSS, 0.0),
    Operator("item dropped", wording.drop_thing, _LOSS, 0.0),
    Operator("clause untranslated", wording.leave_clause, ("check.untranslated",), 0.9),
    Operator(
        "all untranslated", wording.leave_all, ("check.untranslated", "check.same-as-source"), 0.9
    ),
    Operator("emphasis lost", marks.lose_emphasis, ("check.emphasis",)),
    Operator("language span lost", marks.lose_span, ("check.span",)),
    Operator("language span changed", marks.change_span, ("check.span",)),
    Operator("look-alike letter", marks.mix_scripts, ("check.lookalike", "check.alphabet")),
    Operator("wrong letter", marks.wrong_letter, ("check.alphabet", "check.normalisation")),
    Operator("diacritics lost", marks.lose_diacritics, ("check.lost-diacritic",), 0.0),
    Operator("wrong quotes", marks.wrong_quotes, ("check.quotes", "check.unbalanced-quotes")),
    Operator("quote lost", marks.lose_quote, ("check.unbalanced-quotes", "check.quotes")),
    Operator("final mark lost", marks.lose_final_mark, ("check.final-punctuation",)),
    Operator("space doubled", marks.double_space, ("check.space",)),
    Operator(
        "negation dropped, notes", wording.drop_negation, ("check.negation",), 0.0, Severity.NOTE
    ),
)

#: What translators rightly do. Nothing should be found, above all no error.
HARMLESS: tuple[Operator, ...] = (
    Operator("sentences joined", wording.join_sentences, ("check.sentence", "check.length"), 0.0),
    Operator("footnote moved", marks.move_note, ("message.note",), 0.0),
)
