"""The rows are complete, frozen and consistent; a language is a row and nothing else."""

from __future__ import annotations

import ast
import dataclasses
import subprocess
import sys
import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

import toolkit
from toolkit.language import (
    LANGUAGES,
    Language,
    Quotes,
    cldr,
    codes,
    dates,
    get,
    lists,
    numbers,
    plural,
    rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERY_ROW = pytest.mark.parametrize("row", LANGUAGES.values(), ids=LANGUAGES)


def test_the_languages_are_russian_turkmen_and_english_in_this_order() -> None:
    assert [(row.code, row.autonym, row.adjective) for row in LANGUAGES.values()] == [
        ("ru", "Русский", "Russian"),
        ("tk", "Türkmençe", "Turkmen"),
        ("en", "English", "English"),
    ]
    assert codes() == {"ru", "tk", "en"}


@EVERY_ROW
def test_a_row_is_found_by_its_code(row: Language) -> None:
    assert get(row.code) is row
    assert LANGUAGES[row.code] is row


def test_an_unknown_code_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="de"):
        get("de")


def test_the_rows_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        LANGUAGES["de"] = get("en")  # type: ignore[index]
    with pytest.raises(dataclasses.FrozenInstanceError):
        get("en").locale = "en_GB"  # type: ignore[misc]


def test_quotes() -> None:
    assert get("ru").quotes == Quotes("«", "»", "„", "“")
    assert get("tk").quotes == Quotes("«", "»", "“", "”")
    assert get("en").quotes == Quotes("\u201c", "\u201d", "\u2018", "\u2019")


@pytest.mark.parametrize(
    ("code", "count", "own", "foreign"),
    [
        ("ru", 33, "ёйъыэ", "iіў"),
        ("tk", 30, "äçňöşüýž", "cqvxñõış\u0327șé"),
        ("en", 26, "cqvx", "éç"),
    ],
)
def test_alphabet(code: str, count: int, own: str, foreign: str) -> None:
    letters = get(code).letters
    assert len(letters) == count
    assert set(own) <= letters
    assert not (set(foreign) - {"s", "ş"}) & letters


@EVERY_ROW
def test_letters_are_single_lower_case_characters_in_nfc(row: Language) -> None:
    for letter in row.letters:
        assert len(letter) == 1
        assert letter.isalpha()
        assert letter == letter.lower() == unicodedata.normalize("NFC", letter)
        assert letter.upper().lower() == letter


def test_turkmen_s_has_a_cedilla_and_not_a_comma() -> None:
    assert "\u015f" in get("tk").letters
    assert "\u0219" not in get("tk").letters


@EVERY_ROW
def test_the_months_are_written_with_the_letters_of_the_alphabet(row: Language) -> None:
    assert set("".join(cldr.month_names(row.locale)).lower()) <= row.letters
    assert set(row.autonym.lower()) <= row.letters


@EVERY_ROW
def test_words_break_with_a_hyphen_that_every_font_has(row: Language) -> None:
    assert row.hyphenate_character == "\u002d"


def test_importing_the_package_loads_nothing_beyond_the_standard_library() -> None:
    program = (
        "import sys, toolkit.language\n"
        "from toolkit.language import dates, lists, numbers, plural\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('babel', 'gettext')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(toolkit.__file__).parents[1],
    )
    assert done.stdout.strip() == "[]"


def test_a_fourth_language_is_a_new_row(monkeypatch: pytest.MonkeyPatch) -> None:
    german = dataclasses.replace(
        get("en"),
        code="de",
        autonym="Deutsch",
        adjective="German",
        locale="de",
        quotes=Quotes("„", "“", "‚", "\u2018"),
        ordinal=lambda value, locale: f"{cldr.whole_number(value, locale)}.",
    )
    monkeypatch.setattr(rows, "LANGUAGES", MappingProxyType({**LANGUAGES, "de": german}))
    assert "de" in codes()
    assert dates.long_date(date(2021, 1, 23), "de") == "23. Januar 2021"
    assert dates.date_range(date(2025, 3, 5), date(2025, 3, 20), "de") == "5.–20. März 2025"
    assert dates.month_year(date(2025, 3, 5), "de") == "März 2025"
    assert dates.year(2025, "de") == "2025"
    assert dates.ordinal(23, "de") == "23."
    assert numbers.number(Decimal("12345.60"), "de", percent=True) == "12.345,60\u00a0%"
    assert lists.join(["A", "B", "C"], "de") == "A, B und C"
    assert plural.index(1, "de") == 0


def _questions(tree: ast.AST) -> Iterator[ast.AST]:
    """Every place that compares something with the code of a language."""
    for node in ast.walk(tree):
        compared: list[ast.expr] = []
        if isinstance(node, ast.Compare):
            compared = [node.left, *node.comparators]
        elif isinstance(node, ast.MatchValue):
            compared = [node.value]
        constants = (part for side in compared for part in ast.walk(side))
        if any(isinstance(part, ast.Constant) and part.value in codes() for part in constants):
            yield node


@pytest.mark.parametrize(
    "question",
    [
        "if language == 'ru': pass",
        "x = 'tk' != code",
        "y = code in ('ru', 'en')",
        "match code:\n    case 'tk': pass",
    ],
)
def test_a_question_about_the_language_is_recognised(question: str) -> None:
    assert list(_questions(ast.parse(question)))


def test_no_other_package_asks_which_language_it_has() -> None:
    package = Path(toolkit.__file__).parent
    asking = [
        f"{path.relative_to(package)}:{getattr(node, 'lineno', 0)}"
        for path in sorted(package.rglob("*.py"))
        if path.relative_to(package).parts[0] != "language"
        for node in _questions(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert asking == []
