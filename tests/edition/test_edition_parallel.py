"""Editions side by side: every text in one row, in order, beside its translations."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.support.documents import note, sample, statement, text
from tests.support.strategies import documents
from toolkit.document import model as m
from toolkit.document.walk import anchors, rewrite, texts
from toolkit.edition.parallel import Row, align

LAWS = settings(max_examples=25)


def translated(document: m.Document, language: str) -> m.Document:
    """The document with every text said again in another language."""
    return rewrite(
        document, lambda text, _: replace(text, value=f"{language} {text.value}", language=language)
    )


def column(rows: tuple[Row, ...], index: int) -> list[m.Text]:
    return [text for row in rows for text in row.pieces[index].texts]


# What always holds


@LAWS
@given(documents())
def test_every_text_of_every_edition_stands_in_one_row_in_reading_order(
    document: m.Document,
) -> None:
    editions = [document, translated(document, "ru"), translated(document, "tk")]
    rows = align(editions)
    for index, edition in enumerate(editions):
        assert column(rows, index) == [text for text, _ in texts(edition)]


@LAWS
@given(documents())
def test_what_stands_beside_a_text_is_its_translation(document: m.Document) -> None:
    for row in align([translated(document, "ru"), document]):
        left, right = row.pieces
        assert [text.value for text in left.texts] == [f"ru {text.value}" for text in right.texts]


@LAWS
@given(documents())
def test_every_anchor_begins_at_one_row_in_reading_order(document: m.Document) -> None:
    rows = align([document, translated(document, "ru")])
    assert [anchor for row in rows for anchor in row.anchors] == list(anchors(document))


@pytest.mark.parametrize("kind", m.Kind)
def test_so_it_is_with_a_document_that_has_everything(kind: m.Kind) -> None:
    document = sample(kind)
    rows = align([document, translated(document, "ru")])
    assert column(rows, 0) == [text for text, _ in texts(document)]
    assert [anchor for row in rows for anchor in row.anchors] == list(anchors(document))


def test_documents_that_are_no_editions_of_one_another_have_no_rows() -> None:
    with pytest.raises(ValueError, match=r".+"):
        align([statement("One."), statement("One.", "Two.")])
    quote = m.Quote(paragraphs=(text("One."),))
    with pytest.raises(ValueError, match="differ"):
        align([statement("One."), statement(quote)])


# What is a row


def rows_of(*body: m.Block | str, notes: tuple[m.Note, ...] = ()) -> list[str]:
    """The rows of a statement below its head: what they are, their anchors, their texts."""
    document = statement(*body, notes=notes)
    return [
        " | ".join(
            (
                row.role.value,
                " ".join(row.anchors),
                " / ".join(text.value for text in row.pieces[0].texts),
            )
        )
        for row in align([document])
        if row.role not in ("title", "dateline")
    ]


def test_a_row_is_a_paragraph_a_heading_or_a_footnote() -> None:
    heading = m.Heading(level=1, text=text("The shore"))
    assert rows_of("One.[^a]", heading, "Two.", notes=(note("a", "Said."),)) == [
        "paragraph | p1 | One.[^a]",
        "heading | s1 | The shore",
        "paragraph | p2 | Two.",
        "section |  | ",
        "note | note1 | Said.",
    ]


def test_a_quotation_is_a_row_for_each_paragraph_and_one_for_who_said_it() -> None:
    quote = m.Quote(paragraphs=(text("One."), text("Two.")), by=text("Anna"), role=text("nurse"))
    assert rows_of(quote) == [
        "quote | quote1 | One.",
        "quote |  | Two.",
        "attribution |  | Anna / nurse",
    ]


def test_a_list_is_a_row_for_each_item_at_any_depth() -> None:
    inner = m.ItemList(style=m.ListStyle.LETTERS, items=(m.Item(text=text("In")),))
    outer = m.ItemList(
        style=m.ListStyle.NUMBERS,
        items=(m.Item(text=text("One"), children=inner), m.Item(text=text("Two"))),
    )
    document = statement(outer)
    rows = [row for row in align([document]) if row.role == "item"]
    assert [row.anchors for row in rows] == [
        ("list1", "list1-1"),
        ("list2", "list2-1"),
        ("list1-2",),
    ]
    places = [row.pieces[0].about for row in rows]
    assert [(place.style.value, place.number, place.depth) for place in places] == [
        ("numbered", 1, 0),
        ("letters", 1, 1),
        ("numbered", 2, 0),
    ]


def test_a_table_is_a_row_for_its_caption_its_head_each_of_its_rows_and_its_source() -> None:
    table = m.Table(
        caption=text("Boats"),
        columns=(text("Year"), text("Kind")),
        rows=((text("Old"), text("Rowed")), (text("New"), None)),
        source=text("Harbour"),
    )
    assert rows_of(table) == [
        "caption | table1 | Boats",
        "columns |  | Year / Kind",
        "cells |  | Old / Rowed",
        "cells |  | New",
        "table-source |  | Harbour",
    ]
