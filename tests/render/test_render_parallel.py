"""The HTML of parallel editions: a row for each place, a cell for each language."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.render.pages import (
    ALTERNATES,
    ENGLISH,
    ORGANISATION,
    Element,
    read,
    shipped_templates,
)
from tests.support.documents import note, sample, statement, text
from toolkit.document import model as m
from toolkit.document.inline import plain
from toolkit.document.walk import anchors, rewrite, texts
from toolkit.edition import Edition
from toolkit.edition.piece import Listed
from toolkit.render.inline import Medium
from toolkit.render.page import Page, Picture
from toolkit.render.parallel import address, marker, render_parallel

NAMES = {"en": "English", "ru": "Русский", "tk": "Türkmençe"}


def said(document: m.Document, language: str) -> m.Document:
    """The document in another language: its own words, with the name of the language before them."""

    def translate(text: m.Text, _: object) -> m.Text:
        state = m.State.TRANSLATED
        return replace(text, value=f"{language} {text.value}", language=language, state=state)

    return rewrite(document, translate)


def page(document: m.Document, language: str, medium: Medium, unfinished: int = 0) -> Page:
    return Page(
        edition=Edition(document, language, unfinished),
        fingerprint="K7QD-93MX-2V4T-8HPA",
        medium=medium,
        organisation=ORGANISATION,
        alternates=ALTERNATES,
        words=ENGLISH,
        pictures={"lake.png": Picture("lake.png", 40, 30)},
        stylesheet="p { margin: 0 }",
    )


def parallel(document: m.Document, *others: str, medium: Medium = "screen") -> str:
    """The document in English beside its editions in other languages."""
    pages = [page(document, "en", medium)]
    pages.extend(page(said(document, code), code, medium) for code in others)
    return render_parallel(pages, shipped_templates())


def cells(html: str) -> list[list[Element]]:
    """The cells of each row of the table, without the first one."""
    (body,) = read(html).all("tbody")
    return [
        [part for part in row.content if isinstance(part, Element)][1:] for row in body.all("tr")
    ]


def squeezed(text: str) -> str:
    """Characters without spaces of any sort or invisible marks: those are bound when a page is made."""
    return "".join(c for c in text if not c.isspace() and c not in "\u2060\u00ad\u200b")


@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize("kind", m.Kind)
def test_every_text_stands_in_the_column_of_its_language(kind: m.Kind, medium: Medium) -> None:
    document = sample(kind)
    rows = cells(parallel(document, "ru", "tk", medium=medium))
    editions = {"en": document, "ru": said(document, "ru"), "tk": said(document, "tk")}
    for language, edition in editions.items():
        column = "".join(
            squeezed(cell.text)
            for row in rows
            for cell in row
            if cell.attributes["lang"] == language
        )
        for said_so, _ in texts(edition):
            assert squeezed(plain(said_so.value)) in column, said_so.value


@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize("kind", m.Kind)
def test_every_anchor_of_the_editions_is_an_id_once(kind: m.Kind, medium: Medium) -> None:
    document = sample(kind)
    elements = read(parallel(document, "ru", "tk", medium=medium)).all()
    ids = Counter(e.attributes["id"] for e in elements if "id" in e.attributes)
    assert [id for id, count in ids.items() if count > 1] == []
    assert set(anchors(document)) <= set(ids)


def test_a_cell_says_its_language_and_its_direction() -> None:
    rows = cells(parallel(statement("One.", "Two."), "ru", "tk"))
    assert rows
    for row in rows:
        assert [cell.attributes["lang"] for cell in row] == ["en", "ru", "tk"]
        assert {cell.attributes["dir"] for cell in row} == {"ltr"}
        assert [cell.attributes["data-language"] for cell in row] == [
            NAMES[code] for code in ("en", "ru", "tk")
        ]


def test_the_columns_are_named_above_them_in_their_own_languages() -> None:
    html = read(parallel(statement("One."), "tk"))
    (head,) = html.all("thead")
    assert [cell.text for cell in head.all("th")] == ["¶", "English", "Türkmençe"]
    assert {cell.attributes["scope"] for cell in head.all("th")} == {"col"}
    assert [html.all("html")[0].attributes["lang"]] == ["en"]


def test_a_picture_stands_once_for_all_columns_and_its_description_in_each() -> None:
    figure = m.Figure(image="lake.png", image_span=text("").span, alt=text("A lake"))
    rows = cells(parallel(statement(figure), "ru", "tk"))
    (pictures,) = [row for row in rows if any(cell.all("img") for cell in row)]
    assert [cell.attributes.get("colspan") for cell in pictures] == ["3"]
    assert ["A lake", "ru A lake", "tk A lake"] in [
        [cell.text.strip() for cell in row] for row in rows
    ]


def test_a_call_leads_to_the_one_row_of_its_note_and_back_to_its_own_column() -> None:
    html = read(parallel(statement("One.[^a] Two.[^a]", notes=[note("a")]), "ru"))
    calls = [a for a in html.all("a") if a.attributes.get("role") == "doc-noteref"]
    assert [call.attributes["id"] for call in calls] == [
        "note1-call1-en",
        "note1-call2-en",
        "note1-call1-ru",
        "note1-call2-ru",
    ]
    assert {call.attributes["href"] for call in calls} == {"#note1"}
    (row,) = [row for row in html.all("tr") if row.attributes.get("id") == "note1"]
    back = [
        a.attributes["href"] for a in row.all("a") if "back" in (a.attributes.get("class") or "")
    ]
    assert back == [f"#{call.attributes['id']}" for call in calls]


def test_on_paper_too_notes_are_rows_at_the_end() -> None:
    html = parallel(statement("One.[^a]", notes=[note("a")]), "ru", medium="print")
    assert 'class="footnote"' not in html
    assert html.count('href="#note1"') == 3  # a call in each column, and the row itself
    assert html.count("Said to the committee.") == 2
    # The number stays on the line of the word before it.
    assert '<span class="whole">One.<a class="note-again" href="#note1"' in html


def test_cells_of_a_wide_table_stand_below_one_another_with_the_names_of_their_columns() -> None:
    columns = tuple(text(name) for name in ("Year", "Boats", "Nets", "Fish"))
    table = m.Table(caption=text("C"), columns=columns, rows=(tuple(map(text, "abcd")),))
    rows = cells(parallel(statement(table), "ru"))
    said_so = [[p.text for p in cell.all("p")] for cell in rows[-2]]
    assert said_so == [
        ["a", "Boats: b", "Nets: c", "Fish: d"],
        ["ru a", "ru Boats: ru b", "ru Nets: ru c", "ru Fish: ru d"],
    ]


def test_what_is_not_translated_is_marked_and_the_whole_is_a_draft() -> None:
    document = statement("One.")
    left = rewrite(document, lambda text, _: replace(text, state=m.State.UNTRANSLATED))
    pages = [page(document, "en", "print"), page(left, "ru", "print", unfinished=2)]
    html = render_parallel(pages, shipped_templates())
    assert '<span class="stand-in untranslated" lang="en">One.</span>' in html
    assert 'class="draft-mark"' in html
    notices = [row for row in cells(html) if any("draft-notice" in str(c) for c in row)]
    assert [bool(cell.text.strip()) for row in notices for cell in row] == [False, True]


def test_two_columns_stand_on_upright_pages_and_three_on_wide_ones() -> None:
    assert 'class="parallel upright columns-2"' in parallel(statement("One."), "ru")
    assert 'class="parallel landscape columns-3"' in parallel(statement("One."), "ru", "tk")


def test_a_web_page_runs_nothing_and_loads_nothing() -> None:
    html = read(parallel(statement("One."), "ru"))
    assert html.all("script") == []
    (policy,) = [e for e in html.all("meta") if "http-equiv" in e.attributes]
    content = policy.attributes["content"] or ""
    assert "default-src 'none'" in content
    assert "script-src 'none'" in content


@pytest.mark.parametrize(
    ("anchor", "shown"),
    [
        ("", ()),
        ("p7", ("¶\u00a07",)),
        ("s2", ("§\u00a02",)),
        ("s2-1", ("§\u00a02.1",)),
        ("table3", ("table3",)),
        ("annex1", ("annex1",)),
        ("annex1-p2", ("annex1", "¶\u00a02")),
        ("annex1-s2-1", ("annex1", "§\u00a02.1")),
        ("demands1-4", ("demands1-4",)),
    ],
)
def test_an_anchor_is_shown_as_people_cite_it(anchor: str, shown: tuple[str, ...]) -> None:
    assert address(anchor) == shown


@pytest.mark.parametrize(
    ("style", "number", "shown"),
    [
        ("list", 3, "•"),
        ("numbered", 12, "12."),
        ("letters", 1, "a)"),
        ("letters", 26, "z)"),
        ("letters", 27, "aa)"),
        ("letters", 53, "ba)"),
    ],
)
def test_an_item_has_the_mark_that_it_has_in_its_list(style: str, number: int, shown: str) -> None:
    assert marker(Listed(m.ListStyle(style), number, depth=0)) == shown


def test_on_paper_a_chart_is_drawn_for_the_width_of_its_column() -> None:
    """Made smaller from the width of a page, its words could not be read."""
    chart = m.Chart(
        kind=m.ChartKind.BAR,
        alt=text("More at the quay"),
        caption=text("Refusals"),
        categories=text("Place"),
        series=(text("Women"),),
        rows=(m.ChartRow(category=text("Quay"), values=(m.Number(Decimal(5)),)),),
    )
    drawings = read(parallel(statement(chart), "ru", medium="print")).all("svg")
    assert len(drawings) == 2
    for drawing in drawings:
        assert (drawing.attributes["viewbox"] or "").startswith("0 0 226.5 ")
