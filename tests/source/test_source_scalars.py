"""What is typed is what is printed: no value turns into something else on its way."""

from __future__ import annotations

import pytest

from tests.source.support import HEAD, good, read, read_body
from toolkit.document.model import Paragraph, Text

SURPRISING = [
    "no",
    "Yes",
    "on",
    "null",
    "~",
    "true",
    "12:30",
    "12:30:00",
    "1.10",
    "1e3",
    "0123",
    "0x1F",
    "1_000",
    ".inf",
    ".nan",
    "+7",
    "2024-10-04",
    "2024-10-04T12:00:00Z",
    "=",
    "<<",
    "№ 5",
    "a:b",
    "C:\\lake",
    "https://example.org/#lake",
    "100 % sure",
    "{{ title }}",
    "%(name)s {0.__class__}",
]


@pytest.mark.parametrize("typed", SURPRISING)
def test_a_text_is_the_characters_that_were_typed(typed: str) -> None:
    quote = "'" if typed[0] in "{%" else ""
    document = good(
        read(f"{HEAD}subtitle: {quote}{typed}{quote}\nbody:\n  - {quote}{typed}{quote}\n")
    )
    paragraph = document.body[0]
    assert isinstance(document.subtitle, Text)
    assert isinstance(paragraph, Paragraph)
    assert (document.subtitle.value, paragraph.text.value) == (typed, typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("yes", True),
        ("no", False),
        ("true", True),
        ("False", False),
        ("YES", True),
        ('"no"', False),
    ],
)
def test_yes_and_no_are_words(typed: str, meant: bool) -> None:
    assert good(read(f"{HEAD}specimen: {typed}\nbody: [The lake was closed.]\n")).specimen is meant


@pytest.mark.parametrize("typed", ["2024-10-04", '"2024-10-04"', "'2024-10-04'"])
def test_a_date_may_be_in_quotes(typed: str) -> None:
    text = f"{HEAD}body: [The lake was closed.]\n".replace("2024-10-04", typed)
    assert good(read(text)).date.isoformat() == "2024-10-04"


@pytest.mark.parametrize("typed", ["2024-02-29", "0001-01-01", "9999-12-31"])
def test_every_day_of_the_calendar_is_a_date(typed: str) -> None:
    path = "documents/statement/the-lake.yaml"
    text = f"{HEAD}body: [The lake was closed.]\n".replace("2024-10-04", typed)
    assert good(read(text, path)).date.isoformat() == typed


@pytest.mark.parametrize(
    "typed", ["2023-02-29", "2024-00-01", "2024-1-1", "٢٠٢٤-١٠-٠٤", "20241004"]
)
def test_no_other_characters_are_a_date(typed: str) -> None:
    result = read(f"{HEAD}body: [The lake was closed.]\n".replace("2024-10-04", typed))
    assert [item.code for item in result.findings] == ["field.date"]


def test_white_space_within_a_text_is_one_space_but_a_non_breaking_one_stays() -> None:
    document = good(read_body('  - "The  lake\\twas   \u00a0closed.  "\n'))
    paragraph = document.body[0]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.value == "The lake was \u00a0closed."
