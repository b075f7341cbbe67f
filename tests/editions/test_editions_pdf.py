"""Every PDF edition: sound, accessible, its own language throughout, and its numbers right."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest

from tests.editions.footnotes import pages_of_first_calls, pages_of_notes
from tests.editions.pdf_reading import (
    bookmarks,
    destinations,
    everything_in,
    external_links,
    internal_links,
)
from tests.editions.printed import squeeze
from tests.editions.publications import REPOSITORY, Rendition
from tests.editions.tags import body
from tests.support.pdf import pdf_conformance, pdf_fonts, pdf_info, qpdf_check
from toolkit.document.inline import links, plain
from toolkit.document.walk import anchors

#: What a PDF file says of itself.
FACTS = {"/Author", "/CreationDate", "/Creator", "/ModDate", "/Producer", "/Title"}
FAMILY = re.compile(r'@font-face \{ font-family: "([^"]+)"')


def test_the_file_is_sound(rendition: Rendition) -> None:
    assert qpdf_check(rendition.pdf) == []


def test_the_file_is_accessible(rendition: Rendition) -> None:
    assert pdf_conformance(rendition.pdf, "ua1") == []


def test_a_file_without_title_is_not_accessible(
    everything: list[Rendition], tmp_path: Path
) -> None:
    bad = tmp_path / "bad.pdf"
    with pikepdf.open(everything[0].pdf) as pdf:
        del pdf.Root.ViewerPreferences
        del pdf.Root.Lang
        pdf.save(bad)
    assert pdf_conformance(bad, "ua1")


def test_only_bundled_fonts_are_used_and_lie_in_the_file(rendition: Rendition) -> None:
    css = (REPOSITORY / "templates/css/fonts.css").read_text(encoding="utf-8")
    families = {name.replace(" ", "-") for name in FAMILY.findall(css)}
    assert families
    fonts = pdf_fonts(rendition.pdf)
    assert {(font.embedded, font.subset, font.unicode) for font in fonts} == {(True, True, True)}
    for font in fonts:
        assert any(font.name.partition("+")[2].startswith(family) for family in families), font


def test_the_file_says_language_title_and_date_and_nothing_private(rendition: Rendition) -> None:
    document = rendition.document
    with pikepdf.open(rendition.pdf) as pdf:
        facts = {str(key): str(value) for key, value in pdf.docinfo.items()}
        assert pdf.Root.Lang == rendition.language
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
    assert facts.keys() - {"/Subject"} == FACTS
    assert facts["/Title"] == plain(document.title.value)
    assert facts["/Author"] == rendition.organisation
    assert facts.get("/Subject") == (plain(document.summary.value) if document.summary else None)
    day = f"D:{document.date:%Y%m%d}"
    assert (facts["/CreationDate"], facts["/ModDate"]) == (day, day)


def test_the_file_knows_nothing_of_where_it_was_made(rendition: Rendition) -> None:
    content = everything_in(rendition.pdf)
    for secret in (rendition.folder, REPOSITORY, Path.home()):
        assert str(secret).encode() not in content
    for trace in (b"file:", b"edition.invalid", b"uuid:"):
        assert trace not in content


def test_pages_are_a4_and_tagged(rendition: Rendition) -> None:
    facts = pdf_info(rendition.pdf)
    assert facts["Page size"].endswith("(A4)")
    assert facts["Tagged"] == "yes"
    assert facts["JavaScript"] == "no"
    assert facts["Encrypted"] == "no"
    assert int(facts["Pages"]) == len(rendition.sheets)


def test_every_page_says_which_it_is_of_how_many(rendition: Rendition) -> None:
    said = rendition.words.say("Page {page} of {pages}")
    for number, sheet in enumerate(rendition.sheets, start=1):
        if rendition.covered and number == 1:
            assert said.format(page=1, pages=len(rendition.sheets)) not in sheet
            continue
        folio = said.format(page=number, pages=len(rendition.sheets))
        # Below a table that goes on overleaf, the program that extracts the text reads columns first.
        assert sheet.count(folio) == 1, number


def test_every_page_but_the_first_has_the_running_head(rendition: Rendition) -> None:
    title = squeeze(plain(rendition.document.title.value))
    first, *others = [squeeze(sheet) for sheet in rendition.sheets]
    assert first.count(title) == 1
    for sheet in others:
        # A report with a cover has the titles of its sections there instead.
        assert rendition.covered or title in sheet[: len(title) + 100]


def test_the_outline_holds_every_heading(rendition: Rendition) -> None:
    headings = [
        (int(heading.tag[1]), heading.text("tools"))
        for heading in rendition.page.find("h1", "h2", "h3", "h4")
        # On paper the notes stand below the pages, without a heading.
        if heading
        not in [
            h for notes in rendition.page.find("section", cls="notes") for h in notes.find("h2")
        ]
    ]
    with pikepdf.open(rendition.pdf) as pdf:
        outline = bookmarks(pdf)
    assert [(line.level, line.title) for line in outline] == headings
    pages = [line.page for line in outline]
    assert pages == sorted(pages)
    tagged = [
        (int(tag.name[1]), squeeze(tag.text()))
        for tag in rendition.tags.walk()
        if re.fullmatch(r"H\d", tag.name)
    ]
    assert tagged == [(level, squeeze(title)) for level, title in headings]


def test_every_anchor_is_an_address_and_they_follow_each_other(rendition: Rendition) -> None:
    expected = anchors(rendition.document)
    with pikepdf.open(rendition.pdf) as pdf:
        places = destinations(pdf)
    assert set(expected) <= set(places)
    blocks = [places[anchor] for anchor in expected if not anchor.startswith("note")]
    assert blocks == sorted(blocks)
    notes = [places[anchor] for anchor in expected if anchor.startswith("note")]
    assert [page for page, _ in notes] == sorted(page for page, _ in notes)


def test_every_link_is_live(rendition: Rendition) -> None:
    sources = [note.source for note in rendition.document.notes if note.source]
    expected = {href for text in rendition.texts for href in links(text.value)}
    outside = {href for href in expected if not href.startswith("#")}
    outside |= {href for source in sources for href in (source.url, source.archived) if href}
    with pikepdf.open(rendition.pdf) as pdf:
        assert external_links(pdf) == outside
        inside = internal_links(pdf)
        assert inside <= set(destinations(pdf))
    contents = {
        link.attributes["href"]
        for nav in rendition.page.find("nav", cls="contents")
        for link in nav.find("a")
    }
    assert {f"#{anchor}" for anchor in inside} >= contents | (expected - outside)


def test_the_table_of_contents_names_the_right_pages(rendition: Rendition) -> None:
    with pikepdf.open(rendition.pdf) as pdf:
        places = destinations(pdf)
    entries = [
        (squeeze(link.text()), places[link.attributes["href"].removeprefix("#")][0])
        for nav in rendition.page.find("nav", cls="contents")
        for link in nav.find("a")
    ]
    lines = "".join(rf"{re.escape(title)}\.{{2,}}{page}" for title, page in entries)
    assert re.search(lines, body(rendition.tags).text)


def test_every_footnote_stands_on_the_page_that_calls_it_first(rendition: Rendition) -> None:
    assert pages_of_notes(rendition) == pages_of_first_calls(rendition)
    for note in rendition.document.notes:
        assert rendition.page.by_id(note.anchor).attributes["value"] == str(note.number)


@pytest.mark.parametrize("language", ["ru", "tk", "en"])
def test_long_documents_have_a_table_of_contents(
    everything: list[Rendition], language: str
) -> None:
    longest = max(
        (rendition for rendition in everything if rendition.language == language),
        key=lambda rendition: len(rendition.sheets),
    )
    assert len(longest.sheets) >= 20
    assert longest.page.find("nav", cls="contents")
