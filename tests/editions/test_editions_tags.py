"""The tags of every PDF edition: what a blind reader is told, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pikepdf

from tests.editions.printed import squeeze
from tests.editions.publications import Rendition
from tests.editions.tags import Tag, body
from tests.editions.tree import Element, parse

#: What may stand in what (ISO 32000-1, 14.8.4.3; ISO 14289-1, 7): everything else may stand anywhere.
INSIDE = {
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "THead", "TBody", "TFoot", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOCI", "TOC", "Caption"},
}
LINES = {"P", "H1", "H2", "H3", "H4", "Lbl"}
IN_LINES = {"Span", "Link", "Reference", "Quote", "Code"}


def texts_of_page(element: Element) -> Iterator[str]:
    """The texts of the page that is printed, in its order, without footnotes.

    In small letters, since styles print some in capitals.
    """
    for part in element.content:
        if isinstance(part, str):
            yield squeeze(part).casefold()
        # What a drawing says is its description, not text.
        elif (
            part.tag != "svg"
            and "footnote" not in part.classes
            and part.attributes.get("aria-hidden") != "true"
        ):
            yield from texts_of_page(part)


def kids(tag: Tag) -> list[Tag]:
    return [part for part in tag.content if isinstance(part, Tag)]


def named(rendition: Rendition, name: str) -> list[Tag]:
    return [tag for tag in rendition.tags.walk() if tag.name == name]


def out_of_order(texts: Iterator[str], whole: str) -> list[str]:
    place, lost = 0, []
    for text in texts:
        found = whole.find(text, place)
        if found < 0:
            lost.append(text)
        else:
            place = found + len(text)
    return lost


def test_reading_order_is_that_of_the_page(rendition: Rendition) -> None:
    page = parse(rendition.print_html)
    whole = body(rendition.tags).text.casefold()
    assert out_of_order(texts_of_page(page.one("main")), whole) == []
    texts = [text for text in texts_of_page(page.one("main")) if len(text) > 20]
    first, second = whole.index(texts[0]), whole.index(texts[1])
    # The same pieces in another order are noticed.
    assert first < second
    assert out_of_order(iter([texts[1], texts[0]]), whole[: second + len(texts[1])]) == [texts[0]]


def test_tags_stand_where_they_may(rendition: Rendition) -> None:
    assert rendition.tags.name == "Document"
    for tag in rendition.tags.walk():
        names = {kid.name for kid in kids(tag)}
        assert names <= INSIDE.get(tag.name, names), tag.name
        if tag.name in LINES:
            assert names <= IN_LINES, tag.text()


def test_headings_do_not_skip_a_level(rendition: Rendition) -> None:
    levels = [int(tag.name[1]) for tag in rendition.tags.walk() if re.fullmatch(r"H\d", tag.name)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_passages_in_another_language_are_marked(rendition: Rendition) -> None:
    page = parse(rendition.print_html)
    foreign = {
        (element.attributes["lang"], squeeze(element.text()))
        for element in page.one("body").find()
        if element.attributes.get("lang", rendition.language) != rendition.language
        and element.tag != "img"
    }
    marked = {(tag.language, squeeze(tag.text())) for tag in rendition.tags.walk() if tag.language}
    assert marked == foreign


def test_every_note_follows_the_block_that_calls_it(rendition: Rendition) -> None:
    notes = named(rendition, "Note")
    numbers = [str(note.number) for note in rendition.document.notes]
    assert [kids(note)[0].name for note in notes] == ["Lbl"] * len(notes)
    assert [kids(note)[0].text().strip(" .\u00a0") for note in notes] == numbers
    for parent in rendition.tags.walk():
        before: Tag | None = None
        for kid in kids(parent):
            if kid.name != "Note":
                before = kid
                continue
            calling = before if before is not None else parent
            calls = {tag.text().strip() for tag in calling.walk() if tag.name == "Reference"}
            assert kids(kid)[0].text().strip(" .\u00a0") in calls


def test_every_link_says_where_it_leads(rendition: Rendition) -> None:
    known = {anchor.id for anchor in parse(rendition.print_html).walk() if anchor.id}
    for link in named(rendition, "Link"):
        assert link.links
        assert link.text().strip()
        assert not known & set(link.links)
    said = rendition.words.say("Note {number}")
    for call in named(rendition, "Reference"):
        (link,) = kids(call)
        assert set(link.links) == {said.replace("{number}", link.text().strip())}


def test_every_table_is_one_with_header_cells(rendition: Rendition) -> None:
    tables = named(rendition, "Table")
    printed = parse(rendition.print_html).find("table")
    assert len(tables) == len(printed)
    for tag, table in zip(tables, printed, strict=True):
        rows = [row for row in tag.walk() if row.name == "TR"]
        assert [len(kids(row)) for row in rows] == [len(row.elements) for row in table.find("tr")]
        scopes = [cell.attributes.get("Scope") for cell in kids(rows[0])]
        assert scopes == ["/Column"] * len(scopes)
        for row, printed_row in zip(rows, table.find("tr"), strict=True):
            names = [cell.name for cell in kids(row)]
            assert names == [cell.tag.upper() for cell in printed_row.elements]


def test_every_list_says_how_it_is_numbered(rendition: Rendition) -> None:
    for tag in named(rendition, "L"):
        labelled = any(kid.name == "Lbl" for item in kids(tag) for kid in kids(item))
        assert ("ListNumbering" in tag.attributes) is labelled


def test_pages_are_labelled(rendition: Rendition) -> None:
    said = rendition.words.say("Page {page} of {pages}")
    with pikepdf.open(rendition.pdf) as pdf:
        labels = [str(page.label) for page in pdf.pages]
    for sheet, label in zip(rendition.sheets, labels, strict=True):
        folio = said.replace("{page}", label).replace("{pages}", str(len(labels)))
        assert squeeze(folio) in squeeze(sheet) if label else True
    assert len(set(labels)) >= len(labels) - 1


def test_the_text_is_not_said_by_the_page_around_it(rendition: Rendition) -> None:
    """Running heads and feet are artifacts: nobody hears them on every page."""
    said = rendition.words.say("Page {page} of {pages}")
    folio = squeeze(said.replace("{page}", "1").replace("{pages}", str(len(rendition.sheets))))
    assert folio not in squeeze(rendition.tags.text())
