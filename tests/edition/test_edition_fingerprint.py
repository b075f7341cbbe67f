"""The fingerprint: the same in all editions, another for any other text."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.documents import note, sample, statement
from tests.support.strategies import documents
from toolkit.diagnostics import Span
from toolkit.document import model as m
from toolkit.document.walk import Place, rewrite, texts
from toolkit.edition import fingerprint
from toolkit.edition.fingerprint import ALPHABET, canonical, same
from toolkit.source.reader import read_document

LAWS = settings(max_examples=40, deadline=None)
LANGUAGES = frozenset({"ru", "tk", "en"})


def read(yaml: str, path: str = "documents/statement/2024-10-04-the-lake.yaml") -> m.Document:
    document = read_document(yaml.encode(), path, languages=LANGUAGES).value
    assert document is not None
    return document


def test_it_is_written_in_four_groups_that_nobody_misreads() -> None:
    code = fingerprint(sample())
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}", code)
    assert len(ALPHABET) == len(set(ALPHABET)) == 32
    assert not set("ILOU") & set(ALPHABET)


def test_it_is_the_beginning_of_the_sha_256_of_the_canonical_text() -> None:
    """Computed here in another way: the base 32 digits as one number, beside the digest as one."""
    document = sample()
    number = 0
    for character in fingerprint(document).replace("-", ""):
        number = number * 32 + ALPHABET.index(character)
    whole = hashlib.sha256(b"toolkit fingerprint 1\n" + canonical(document).encode()).hexdigest()
    assert f"{number:020x}" == whole[:20]


def test_the_canonical_text_of_a_small_document_can_be_read() -> None:
    assert canonical(statement("One.", notes=[note("a", "Said.")])) == (
        '{"":"Document","body":[{"":"Paragraph","anchor":"p1","text":'
        '{"":"Text","language":"en","value":"One."}}],"date":{"":"date","value":"2026-05-18"},'
        '"front":{"":"StatementFront"},"kind":"statement","language":"en",'
        '"notes":[{"":"Note","anchor":"note1","id":"a","number":1,'
        '"text":{"":"Text","language":"en","value":"Said."}}],'
        '"title":{"":"Text","language":"en","value":"Lake"}}'
    )


@given(documents())
@LAWS
def test_places_in_files_and_words_to_translators_leave_it_alone(document: m.Document) -> None:
    def elsewhere(text: m.Text, _: Place) -> m.Text:
        return replace(text, span=Span("other.yaml", 77, 7), note="To translators.", context="x")

    moved = replace(rewrite(document, elsewhere), name="other", path="documents/other.yaml")
    assert fingerprint(moved) == fingerprint(document)


@given(documents(), st.data())
@LAWS
def test_any_other_text_changes_it(document: m.Document, data: st.DataObject) -> None:
    everything = [text for text, _ in texts(document)]
    changed = data.draw(st.integers(0, len(everything) - 1))
    seen = iter(range(len(everything)))

    def change(text: m.Text, _: Place) -> m.Text:
        return replace(text, value=text.value + "x") if next(seen) == changed else text

    assert fingerprint(rewrite(document, change)) != fingerprint(document)


@given(documents())
@LAWS
def test_any_other_structure_date_or_revision_changes_it(document: m.Document) -> None:
    first = document.body[0]
    others = (
        replace(document, body=(*document.body, first)),
        replace(document, body=document.body[1:]),
        replace(document, body=(replace(first, anchor=f"{first.anchor}x"), *document.body[1:])),
        replace(document, revision=document.revision + 1),
        replace(document, date=document.date.replace(year=document.date.year % 9000 + 1)),
        replace(document, language="tk"),
        replace(document, specimen=not document.specimen),
        replace(document, corrections=(*document.corrections, _CORRECTION)),
    )
    codes = {fingerprint(other) for other in (document, *others)}
    assert len(codes) == len(others) + 1


_CORRECTION = m.Correction(
    date=sample().date, text=m.Text("The year was wrong.", "en", Span("a.yaml"))
)

PLAIN = """\
kind: statement
language: en
date: 2024-10-04
title: The lake
body:
  - One, and two.
  - table: People
    columns: [Year, Share]
    rows:
      - [2024, 7.50%]
"""
SPELT_OTHERWISE = """\
# The editors' notes to themselves.
date: "2024-10-04"
title: 'The lake'
kind:   statement
language: en    # English

body:
- >-
    One,
    and two.
- {rows: [[2024,  7.50%]], columns: ["Year", 'Share'], table: "People"}
"""


def test_another_spelling_of_the_same_yaml_leaves_it_alone() -> None:
    moved = read(SPELT_OTHERWISE, "documents/statement/2024-10-04-another-place.yaml")
    assert fingerprint(moved) == fingerprint(read(PLAIN))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("7.50%", "7.5%"),
        ("7.50%", "7.50"),
        ("[2024,", "[2025,"),
        ("One, and", "One and"),
        ("2024-10-04", "2024-10-05"),
        ("title: The lake", "title: The lake\nrevision: 2"),
        ("[Year, Share]", "[Share, Year]"),
    ],
)
def test_a_digit_is_enough_to_change_it(old: str, new: str) -> None:
    assert fingerprint(read(PLAIN.replace(old, new, 1))) != fingerprint(read(PLAIN))


def test_the_first_revision_need_not_be_written() -> None:
    written = PLAIN.replace("title:", "revision: 1\ntitle:")
    assert fingerprint(read(written)) == fingerprint(read(PLAIN))


def test_a_letter_typed_as_two_characters_is_the_same_letter() -> None:
    composed, decomposed = (PLAIN.replace("One", word) for word in ("Ö\u00e9", "O\u0308e\u0301"))
    assert fingerprint(read(composed)) == fingerprint(read(decomposed))


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("K7QD-93MX-2V4T-8HPA", "k7qd 93mx 2v4t 8hpa", True),
        ("K7QD-93MX-2V4T-8H01", "K7QD93MX2V4T8HOL", True),
        ("K7QD-93MX-2V4T-8HPA", "K7QD-93MX-2V4T-8HPB", False),
    ],
)
def test_codes_are_compared_as_people_type_them(one: str, other: str, equal: bool) -> None:
    assert same(one, other) is equal
