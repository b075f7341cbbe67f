"""Pages: whatever a document holds, the HTML is whole, and everything can be found in it."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given, settings

from tests.render.pages import Element, html, read
from tests.support.documents import BLOCKS, note, sample, statement, text
from tests.support.strategies import documents
from toolkit.document import model as m
from toolkit.document.inline import plain
from toolkit.document.numbering import number
from toolkit.document.walk import anchors, blocks, texts
from toolkit.edition import Translation, Words, assemble
from toolkit.render.inline import Medium
from toolkit.render.page import has_contents

LAWS = settings(max_examples=12)
MEDIA: list[Medium] = ["screen", "print"]
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def _ids(page: Element) -> list[str]:
    return [str(element.attributes["id"]) for element in page.all() if "id" in element.attributes]


def _words(value: str) -> str:
    # Which spaces are bound is another matter.
    return " ".join(re.split("[ \u00a0\t\r\n\f]+", value)).strip()


def _text(page: Element) -> str:
    """What a reader reads, alternative texts included, without the numbers that call footnotes."""
    if page.attributes.get("class") == "note-call":
        return ""
    parts = [part if isinstance(part, str) else _text(part) for part in page.content]
    return f"{page.attributes.get('alt') or ''}{''.join(parts)}"


def _printed(document: m.Document) -> list[m.Text]:
    """The texts that a page shows; of people, only those show who say something, and what is asked."""
    hidden = {id(text) for person in document.people for text in _of(person)}
    for block in blocks(document):
        # A role that stands with the quote stands for what else is known of the person.
        if isinstance(block, m.Quote) and isinstance(block.by, m.Person) and block.role:
            hidden |= {id(block.by.role), id(block.by.organisation)}
    return [text for text, _ in texts(document) if id(text) not in hidden]


def _of(person: m.Person) -> tuple[m.Text | None, ...]:
    return (person.name, person.role, person.organisation)


# Laws


@pytest.mark.parametrize("medium", MEDIA)
@given(document=documents())
@LAWS
def test_every_place_has_its_anchor_once_and_every_link_finds_one(
    medium: Medium, document: m.Document
) -> None:
    page = read(html(document, medium))
    ids = _ids(page)
    assert len(set(ids)) == len(ids)
    # On paper a footnote is where it is called, so one that nobody calls is nowhere.
    notes = {note.anchor for note in document.notes}
    assert set(anchors(document)) - set(ids) <= (notes if medium == "print" else set())
    inner = {str(link.attributes["href"]) for link in page.all("a")}
    assert {href[1:] for href in inner if href.startswith("#")} <= set(ids)


@given(documents())
@LAWS
def test_every_text_can_be_read_on_the_page(document: m.Document) -> None:
    shown = _words(_text(read(html(document))))
    for printed in _printed(document):
        assert _words(plain(printed.value)) in shown


@pytest.mark.parametrize("medium", MEDIA)
@given(document=documents())
@LAWS
def test_footnotes_are_called_in_the_order_of_their_numbers(
    medium: Medium, document: m.Document
) -> None:
    page = read(html(document, medium))
    if medium == "screen":
        calls = [int(sup.text) for sup in page.all("sup")]
    else:
        spans = [span for span in page.all("span") if span.attributes.get("class") == "footnote"]
        calls = [int(str(span.attributes["data-number"])) for span in spans]
    first = list(dict.fromkeys(calls))
    assert first == list(range(1, len(first) + 1))
    if medium == "print":
        assert calls == first


@given(documents())
@LAWS
def test_no_level_of_headings_is_skipped(document: m.Document) -> None:
    levels = [int(part.tag[1]) for part in read(html(document)).all() if part.tag in HEADINGS]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise([0, *levels]))


@pytest.mark.parametrize("medium", MEDIA)
def test_the_same_page_comes_out_every_time(medium: Medium) -> None:
    assert html(sample(), medium) == html(sample(), medium)


# The sample of each kind


@pytest.mark.parametrize("kind", m.Kind)
@pytest.mark.parametrize("medium", MEDIA)
def test_a_document_with_everything_in_it_is_printed(kind: m.Kind, medium: Medium) -> None:
    document = sample(kind)
    page = read(html(document, medium))
    assert set(anchors(document)) <= set(_ids(page))
    (root,) = page.all("html")
    assert root.attributes["lang"] == "en"
    (title,) = page.all("title")
    assert title.text == "The lake belongs to its villages"


def test_the_page_of_a_screen_asks_for_nothing_and_leads_to_its_other_editions() -> None:
    page = read(html(sample()))
    policy = [
        element.attributes["content"]
        for element in page.all("meta")
        if element.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    (data,) = page.all("script")
    assert data.attributes == {"type": "application/ld+json"}
    styles, scripts = (
        b64encode(sha256(text.encode()).digest()).decode()
        for text in ("p { margin: 0 }", data.text)
    )
    assert policy == [
        f"default-src 'none'; style-src 'sha256-{styles}'; script-src 'sha256-{scripts}'; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    ]
    alternates = [
        (link.attributes["hreflang"], link.attributes["href"]) for link in page.all("link")
    ]
    assert alternates == [
        *((code, f"lake.{code}.html") for code in ("ru", "tk", "en")),
        ("x-default", "lake.en.html"),
    ]
    paragraph = next(part for part in page.all("p") if part.attributes.get("id") == "p1")
    elsewhere = [link for link in paragraph.all("a") if link.attributes.get("class") == "elsewhere"]
    assert [link.attributes["href"] for link in elsewhere] == ["lake.ru.html#p1", "lake.tk.html#p1"]


def test_nothing_of_the_screen_is_on_paper() -> None:
    page = read(html(sample(), "print"))
    classes = {str(element.attributes.get("class")) for element in page.all()}
    assert not classes & {"tools", "languages", "skip", "permalink", "notes"}
    assert page.all("style") == []


# Numbers, tables, lists


@pytest.mark.parametrize(
    ("language", "cells"),
    [
        ("en", ["2024", "12,500", "12.5%", "later", "7", ""]),
        ("ru", ["2024", "12\u00a0500", "12,5\u00a0%", "later", "7", ""]),
    ],
)
def test_numbers_are_printed_as_the_language_of_the_edition_writes_them(
    language: str, cells: list[str]
) -> None:
    edition = assemble(sample(), language, {})
    table = read(html(edition.document, edition=edition)).all("table")[0]
    (body,) = table.all("tbody")
    assert [cell.text for cell in body.all() if cell.tag in ("td", "th")] == cells
    assert [cell.attributes.get("scope") for cell in body.all("th")] == ["row", "row"]


@pytest.mark.parametrize(
    ("cells", "numeric"),
    [
        (("1", "2"), True),
        (("1", None), True),
        (("1", "x"), False),
        ((None, None), False),
    ],
)
def test_a_column_of_numbers_has_its_header_above_them(
    cells: tuple[str | None, ...], numeric: bool
) -> None:
    rows = tuple(
        (None if cell is None else m.Number(Decimal(cell)) if cell.isdigit() else text(cell),)
        for cell in cells
    )
    table = m.Table(caption=text("T"), columns=(text("A"),), rows=rows)
    (header,) = read(html(statement(table))).all("thead")[0].all("th")
    assert (header.attributes.get("class") == "number") is numeric


def column(*cells: str | m.Cell, headers: bool = False, language: str = "en") -> list[Element]:
    """The header and the cells of a table with one column."""
    rows = tuple((cell if not isinstance(cell, str) else text(cell),) for cell in cells)
    table = m.Table(caption=text("T"), columns=(text("A"),), rows=rows, row_headers=headers)
    edition = assemble(statement(table), language, {})
    (found,) = read(html(edition.document, edition=edition)).all("table")
    return [cell for cell in found.all() if cell.tag in ("td", "th")]


def number_of(digits: str) -> m.Number:
    return m.Number(Decimal(digits))


@pytest.mark.parametrize(
    ("cells", "numeric"),
    [
        ((number_of("1"), "1.10"), True),
        ((number_of("1"), "—"), True),
        ((number_of("1"), "2021–2025"), True),
        ((number_of("1"), "later"), False),
        (("1.10", "1.20"), False),
    ],
)
def test_a_column_is_set_alike_from_its_header_to_its_last_cell(
    cells: tuple[str | m.Cell, ...], numeric: bool
) -> None:
    classes = {cell.attributes.get("class") for cell in column(*cells)}
    assert classes == ({"number"} if numeric else {None})


def test_headers_of_rows_are_no_figures() -> None:
    years = column(number_of("2024"), number_of("2025"), headers=True)
    assert {cell.attributes.get("class") for cell in years} == {None}


@pytest.mark.parametrize(
    ("numbers", "language", "printed"),
    [
        (["1320", "490", "3324"], "ru", ["1320", "490", "3324"]),
        (["1320", "12045"], "ru", ["1\u00a0320", "12\u00a0045"]),
        (["1320", "12045"], "en", ["1,320", "12,045"]),
        (["-1320.5", "12045"], "en", ["\u22121,320.5", "12,045"]),
        (["1320", "490", "3324"], "tk", ["1320", "490", "3324"]),
        (["1320", "490", "3324"], "en", ["1,320", "490", "3,324"]),
        (["9999.99", "320"], "en", ["9,999.99", "320"]),
        (["1917", "2024"], "en", ["1917", "2024"]),
    ],
)
def test_the_figures_of_a_column_are_grouped_as_the_language_wants_or_if_one_of_them_is(
    numbers: list[str], language: str, printed: list[str]
) -> None:
    cells = column(*map(number_of, numbers), language=language)
    assert [cell.text for cell in cells[1:]] == printed


def test_the_figures_of_a_table_are_grouped_alike_and_its_years_are_not() -> None:
    rows = [("2021", "12045", "3390"), ("2022", "9040", "2130")]
    table = m.Table(
        caption=text("T"),
        columns=(text("Year"), text("Issued"), text("Refused")),
        rows=tuple(tuple(map(number_of, row)) for row in rows),
    )
    printed = [cell.text for cell in read(html(statement(table))).all("td")]
    assert printed == ["2021", "12,045", "3,390", "2022", "9,040", "2,130"]


def test_a_year_over_a_column_of_large_numbers_is_a_year() -> None:
    table = m.Table(caption=text("T"), columns=(number_of("2024"),), rows=((number_of("12045"),),))
    (header,) = read(html(statement(table))).all("thead")[0].all("th")
    assert header.text == "2024"


def test_a_paragraph_has_its_number_before_it() -> None:
    document = number(
        replace(statement("One.", "Two."), paragraph_numbers=m.ParagraphNumbers.DOCUMENT)
    )
    numbers = [
        span.text
        for span in read(html(document)).all("span")
        if span.attributes.get("class") == "number"
    ]
    assert numbers == ["1.", "2."]


# Contents


@pytest.mark.parametrize(
    ("kind", "asked", "headings", "contents"),
    [
        (m.Kind.REPORT, None, 8, True),
        (m.Kind.REPORT, None, 7, False),
        (m.Kind.REPORT, True, 1, True),
        (m.Kind.REPORT, False, 20, False),
        (m.Kind.STATEMENT, None, 20, False),
        (m.Kind.STATEMENT, True, 1, True),
    ],
)
def test_a_long_report_gets_a_table_of_contents(
    kind: m.Kind, asked: bool | None, headings: int, contents: bool
) -> None:
    body = tuple(m.Heading(level=1, text=text("H")) for _ in range(headings))
    assert has_contents(replace(sample(kind), body=body, contents=asked)) is contents


def test_the_contents_lead_to_headings_and_annexes() -> None:
    (contents,) = (
        nav for nav in read(html(sample())).all("nav") if nav.attributes.get("class") == "contents"
    )
    assert [(link.attributes["href"], link.text) for link in contents.all("a")] == [
        ("#s1", "The promise"),
        ("#s1-1", "The shore"),
        ("#annex1", "Annex 1. The decree"),
        ("#annex2", "Annex 2. Figures"),
    ]


def test_a_heading_with_a_link_is_one_link_in_the_contents() -> None:
    heading = m.Heading(level=1, text=text("See [*it*](https://example.org)"))
    page = read(html(replace(statement(heading), contents=True)))
    assert all(link.all("a") == [] for link in page.all("a"))


# Editions


def test_a_draft_says_how_many_texts_stand_in_and_marks_each() -> None:
    document = statement("One.", "Two.", title="Lake")
    edition = assemble(document, "ru", {(None, "Lake"): Translation("Озеро")})
    words = Words(
        {
            "{count} text has no finished translation and stands in its source language.": (
                "{count} текст",
                "{count} текста",
                "{count} текстов",
            ),
        },
        lambda count: 1 if count == 2 else 0,
    )
    page = read(html(document, edition=edition, words=words))
    assert "2 текста" in page.text
    assert [span.text for span in page.all("span") if span.attributes.get("lang") == "en"][-2:] == [
        "One.",
        "Two.",
    ]
    (body,) = page.all("body")
    assert "draft" in str(body.attributes["class"]).split()
    assert _text(body).count("Озеро") == 1
    assert [title.text for title in page.all("title")] == ["Озеро"]
    robots = [meta for meta in page.all("meta") if meta.attributes.get("name") == "robots"]
    assert [meta.attributes["content"] for meta in robots] == ["noindex"]


def test_a_picture_described_in_another_language_says_which() -> None:
    figure = next(block for block in BLOCKS if isinstance(block, m.Figure))
    edition = assemble(statement(figure), "ru", {})
    image = next(
        image
        for image in read(html(edition.document, edition=edition)).all("img")
        if image.attributes["src"] == "lake.png"
    )
    assert (image.attributes["alt"], image.attributes["lang"]) == ("A lake & a boat", "en")


def test_a_finished_edition_is_no_draft() -> None:
    assert "draft" not in html(statement("One."))
    assert "draft-mark" not in html(statement("One."), "print")


# Texts that try


@pytest.mark.parametrize("medium", MEDIA)
def test_a_text_cannot_be_a_template_markup_or_a_format(medium: Medium) -> None:
    words = (
        '{{ 7 * 7 }} {% raw %} {0.__class__} %(n)999d </title></style><script>alert(1)</script>"'
    )
    document = statement(words, title=words, notes=[])
    page = read(html(document, medium))
    data = [json.loads(script.text) for script in page.all("script")]
    assert [work["headline"] for work in data] == ([words] if medium == "screen" else [])
    (title,) = page.all("title")
    assert title.text == words
    assert words in next(p for p in page.all("p") if p.attributes.get("id") == "p1").text


def test_a_translated_interface_word_cannot_be_one_either() -> None:
    words = Words({"Statement": ("<b>{doc.title} {{ doc }}</b>",)}, lambda _: 0)
    (kind,) = (
        p
        for p in read(html(statement("x"), words=words)).all("p")
        if p.attributes.get("class") == "kind"
    )
    assert kind.content == ["<b>{doc.title} {{ doc }}</b>"]


def test_a_note_says_its_source_as_it_stands_and_its_comment() -> None:
    page = read(html(sample()))
    item = next(li for li in page.all("li") if li.attributes.get("id") == "note1")
    assert _words(item.text).startswith(
        "Government, Указ об озере, 2021, https://example.org/decree, "
        "archived at https://archive.example.org/decree. In force since 2022."
    )
    (cite,) = item.all("cite")
    assert cite.attributes["lang"] == "ru"
    back = [
        link.attributes["href"] for link in item.all("a") if link.attributes.get("class") == "back"
    ]
    assert back == ["#note1-call1", "#note1-call2"]


def test_a_footnote_in_every_block_is_called_once() -> None:
    document = statement(
        m.Quote(paragraphs=(text("a[^a]"),), by=text("b")),
        m.Case(
            person=text("x"),
            consent=m.Consent.FICTIONAL,
            charges=text("c[^c]"),
            status=text("d[^d]"),
        ),
        m.Table(
            caption=text("e[^e]"),
            columns=(text("x"),),
            rows=((text("f[^f]"),),),
            source=text("g[^g]"),
        ),
        replace(
            next(block for block in BLOCKS if isinstance(block, m.Figure)), caption=text("h[^h]")
        ),
        notes=[note(id) for id in "acdefgh"],
    )
    page = read(html(document, "print"))
    footnotes = [span for span in page.all("span") if span.attributes.get("class") == "footnote"]
    assert len(footnotes) == 7
    assert [link for link in page.all("a") if link.attributes.get("class") == "note-again"] == []
