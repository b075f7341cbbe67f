"""Registers for tests, and the remarks of their rules."""

from __future__ import annotations

from pathlib import Path

from toolkit.checks.pair import Pair, Remark, Side
from toolkit.checks.register.reading import Reader, Reading
from toolkit.checks.register.rules import register_rules
from toolkit.diagnostics import Span
from toolkit.language.inflection import Kind
from toolkit.source.reader import read_register
from toolkit.source.register import Entry, Name, Register

HERE = Path(__file__).parent
LANGUAGES = ("ru", "tk", "en")


def register(text: str) -> Register:
    """The register in a YAML text, in which nothing is wrong."""
    result = read_register(
        text.encode(), "documents/register.yaml", languages=frozenset(LANGUAGES), wanted=LANGUAGES
    )
    assert result.findings == ()
    assert result.value is not None
    return result.value


def of_one(kind: Kind, language: str, name: str) -> Register:
    """A register with one entry, in one language."""
    return Register((Entry("it", kind, {language: Name(name)}, True, Span("register.yaml")),))


def read(known: Register, language: str, text: str) -> Reading:
    return Reader(known).read(Side(language, text))


def names(known: Register, language: str, text: str) -> bool:
    """Whether a text names the only entry of a register."""
    return bool(read(known, language, text).named)


def pair(source: tuple[str, str], target: tuple[str, str]) -> Pair:
    return Pair(Side(*source), Side(*target), Span("t.po", 1, 1), Span("s.yaml", 1, 1))


def remarks(known: Register, source: tuple[str, str], target: tuple[str, str]) -> list[Remark]:
    """What the rules say of a message and its translation."""
    rules = register_rules(known)
    compared = pair(source, target)
    return [
        *(remark for rule in rules.pairs for remark in rule(compared)),
        *(remark for rule in rules.sides for remark in rule(compared.target)),
    ]


def codes(known: Register, source: tuple[str, str], target: tuple[str, str]) -> list[str]:
    return [remark.code for remark in remarks(known, source, target)]
