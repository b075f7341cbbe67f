"""The list of things that have a word in every language, and what is found by it."""

from __future__ import annotations

import unicodedata

import pytest

from toolkit.language import codes
from toolkit.language.lexicon.concepts import TABLE, mentions

HEAD, *LINES = (
    [cell.split() for cell in line.split("|")]
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
)


def test_every_language_has_a_column() -> None:
    assert {name for cell in HEAD for name in cell} == codes()


@pytest.mark.parametrize("line", LINES, ids=lambda line: " ".join(line[0][:1] or line[-1][:1]))
def test_a_line_is_well_written(line: list[list[str]]) -> None:
    assert len(line) == len(HEAD)
    for (language,), cell in zip(HEAD, line, strict=True):
        assert len(set(cell)) == len(cell)
        for form in cell:
            assert form == unicodedata.normalize("NFC", form).lower()
            is_cyrillic = "CYRILLIC" in unicodedata.name(form[0])
            assert is_cyrillic == (language == "ru"), form


@pytest.mark.parametrize(
    ("english", "russian", "turkmen"),
    [
        ("The lawyers were silent.", "Адвокаты молчали.", "Aklawçylar dymdylar."),
        ("a hospital in the town", "больница в городе", "şäherdäki hassahana"),
        ("Her children wait.", "Её дети ждут.", "Çagalary garaşýar."),
    ],
)
def test_words_for_the_same_things_mean_the_same(english: str, russian: str, turkmen: str) -> None:
    found = [
        mentions(text, code) for text, code in ((english, "en"), (russian, "ru"), (turkmen, "tk"))
    ]
    assert len({len(things) for things in found}) == 1
    for others in found[1:]:
        for thing in found[0]:
            assert any(thing & other for other in others)


def test_the_longest_beginning_decides_and_a_lonely_word_says_nothing() -> None:
    assert mentions("Лагерь стоит у воды.", "ru") == mentions("воды стоит", "ru")[::-1]
    assert mentions("üçin bilen", "tk") == ()
    assert mentions("zzz", "en") == ()
