"""What a translator sees of a document."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.support.catalogs import msgfmt_check
from tests.translation.support import PATH, catalog, message_of, statement, template, text, updated
from toolkit.diagnostics import Span
from toolkit.document.model import (
    Demands,
    Document,
    Item,
    ItemList,
    Kind,
    ListStyle,
    Note,
    Number,
    Paragraph,
    Quote,
    StatementFront,
    Table,
    Text,
)
from toolkit.document.numbering import number
from toolkit.document.walk import texts
from toolkit.translation.message import Message, collect, is_message


def comments(document: Document, msgid: str) -> tuple[str, ...]:
    (found,) = (message for message in collect(document) if message.msgid == msgid)
    return found.comments


def test_messages_come_in_reading_order_with_their_places() -> None:
    assert collect(statement("First.", "Second.", heading="Part", title="Lake")) == (
        Message("Lake", comments=("Statement · title",), references=(PATH_OF_DOCUMENT,)),
        Message(
            "Part", comments=("Statement · section 1 · heading",), references=(PATH_OF_DOCUMENT,)
        ),
        Message(
            "First.",
            comments=("Statement · section 1 · paragraph 1",),
            references=(PATH_OF_DOCUMENT,),
        ),
        Message(
            "Second.",
            comments=("Statement · section 1 · paragraph 2",),
            references=(PATH_OF_DOCUMENT,),
        ),
    )


PATH_OF_DOCUMENT = "documents/statement/lake.yaml"


def test_equal_texts_are_one_message_with_all_its_places_and_notes() -> None:
    document = statement(text("Yes.", "an answer"), "No.", text("Yes.", "another"), title="Lake")
    assert [message.msgid for message in collect(document)] == ["Lake", "Yes.", "No."]
    assert comments(document, "Yes.") == (
        "Statement · paragraph 1",
        "Statement · paragraph 3",
        "Note: an answer",
        "Note: another",
    )


def test_a_context_tells_equal_texts_apart() -> None:
    document = statement(text("Chair", context="office"), text("Chair", context=""), "Chair")
    assert [message.key for message in collect(document)[1:]] == [
        ("office", "Chair"),
        ("", "Chair"),
        (None, "Chair"),
    ]


def test_many_places_are_counted() -> None:
    assert comments(statement(*["Yes."] * 8), "Yes.") == (
        *(f"Statement · paragraph {place}" for place in range(1, 6)),
        "… and 3 more places",
    )
    assert comments(statement(*["Yes."] * 6), "Yes.")[-1] == "… and 1 more place"


def test_empty_texts_are_no_messages() -> None:
    assert [message.msgid for message in collect(statement("", " ", "\u00a0", "Yes."))] == [
        "Lake",
        "Yes.",
    ]


def test_markup_is_explained() -> None:
    note = Note(id="letters", span=Span("lake.yaml", 9, 3), text=text("Kept by the foundation."))
    value = (
        "*All* **27** letters[^letters] of [Hak Hukuga]{lang=tk}, kept [here](https://example.org)"
        " and at <https://example.com/a>, say {x} on 5\u00a0May.[^lost]"
    )
    assert comments(statement(value, notes=[note]), value)[1:] == (
        "[^letters] is footnote 1: keep it; it may move inside the sentence",
        "[^lost] is a footnote: keep it; it may move inside the sentence",
        "{lang=tk} marks words in Turkmen: keep the brackets and the braces",
        "(https://example.org) is the address of a link: keep it unchanged",
        "<https://example.com/a> is the address of a link: keep it unchanged",
        "*…* is emphasis: keep the asterisks around the words they belong to",
        "**…** is emphasis: keep the asterisks around the words they belong to",
        "U+00A0 is a non-breaking space: it keeps what is beside it on one line",
    )
    assert comments(statement("5&nbsp;May"), "5&nbsp;May")[1:] == (
        "&nbsp; is a non-breaking space (U+00A0): it keeps what is beside it on one line",
    )
    assert comments(statement("[x]{lang=xx}"), "[x]{lang=xx}")[1:] == (
        "{lang=xx} marks words in another language: keep the brackets and the braces",
    )


def test_a_note_cannot_break_the_file(tmp_path: Path) -> None:
    document = statement(text("Yes.", note='two\nlines "#~" and a backslash \\'))
    assert comments(document, "Yes.")[1] == 'Note: two lines "#~" and a backslash'
    po = tmp_path / "ru.po"
    po.write_bytes(updated(None, collect(document)))
    assert msgfmt_check(po) == []


VALUES = st.one_of(
    st.sampled_from(["", " ", "Yes.", "No.[^a]", "*Lake*", "27", "\\", '"', "a\u2028b"]),
    st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc")), max_size=20),
)
TEXTS = st.builds(text, VALUES, st.sampled_from(["", "a note"]), st.sampled_from([None, "x", ""]))
SOME = st.lists(TEXTS, min_size=1, max_size=3).map(tuple)
ITEMS = st.lists(st.builds(lambda value: Item(text=value), TEXTS), min_size=1, max_size=3).map(
    tuple
)
BLOCKS = st.one_of(
    st.builds(lambda value: Paragraph(text=value), TEXTS),
    st.builds(lambda values, by: Quote(paragraphs=values, by=by), SOME, TEXTS),
    st.builds(lambda items: ItemList(style=ListStyle.BULLETS, items=items), ITEMS),
    st.builds(lambda items: Demands(items=items), ITEMS),
    st.builds(
        lambda caption, cells: Table(caption=caption, columns=cells, rows=(cells,)), TEXTS, SOME
    ),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any document: the traversal is what is tried here, not the forms of the kinds."""
    document = Document(
        name="lake",
        path=PATH_OF_DOCUMENT,
        kind=Kind.STATEMENT,
        language="en",
        date=dt.date(2026, 5, 1),
        title=draw(TEXTS),
        summary=draw(st.one_of(st.none(), TEXTS)),
        front=StatementFront(occasion=draw(st.one_of(st.none(), TEXTS))),
        body=tuple(draw(st.lists(BLOCKS, max_size=5))),
        contacts=draw(SOME),
    )
    return number(document)


@given(documents())
def test_the_messages_are_just_the_texts_of_the_traversal(document: Document) -> None:
    walked = [(item.context, item.value) for item, _ in texts(document) if is_message(item)]
    assert [message.key for message in collect(document)] == list(dict.fromkeys(walked))


@given(documents())
def test_the_messages_are_read_back_from_the_template(document: Document) -> None:
    messages = collect(document)
    po = catalog(template(messages), PATH)
    assert tuple(message_of(entry) for entry in po.active) == messages


def test_numbers_are_no_messages() -> None:
    table = Table(
        caption=text("Letters"),
        columns=(text("Year"), text("Sent")),
        rows=((Number(Decimal(2024)), Number(Decimal(27))),),
    )
    document = number(
        Document(
            name="lake",
            path=PATH_OF_DOCUMENT,
            kind=Kind.STATEMENT,
            language="en",
            date=dt.date(2026, 5, 1),
            title=text("Lake"),
            front=StatementFront(),
            body=(table,),
        )
    )
    assert [message.msgid for message in collect(document)] == ["Lake", "Letters", "Year", "Sent"]


def test_the_source_language_does_not_matter() -> None:
    russian = Text("Озеро", "ru", Span(PATH_OF_DOCUMENT, 1, 1))
    assert collect(statement(russian))[1].msgid == "Озеро"
