"""The editions of a document are the same document: part for part, number for number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pikepdf
import pytest

from tests.editions.pdf_reading import bookmarks, destinations, external_links
from tests.editions.publications import LANGUAGES, Rendition
from tests.editions.tree import Element, parse

Renditions = Mapping[str, Rendition]


def skeleton(page: Element) -> list[tuple[str, str, tuple[str, ...]]]:
    """Every block of a page with its anchor and classes; lines are the translators' own."""
    return [
        (element.tag, element.id, tuple(sorted(element.classes)))
        for element in page.one("body").walk()
        if not element.inline and element.tag != "text"
    ]


def shapes(page: Element) -> list[tuple[int, ...]]:
    """The number of cells in each row of each table."""
    return [
        tuple(len(row.find("th", "td")) for row in table.find("tr")) for table in page.find("table")
    ]


def numbers(page: Element) -> list[tuple[str, str]]:
    """What stands before numbered paragraphs, and what is called in notes, with the anchors."""
    paragraphs = [
        (element.id, element.one("span", cls="number").text())
        for element in page.find("p", cls="numbered")
    ]
    notes = [
        (link.attributes["href"], link.text())
        for link in page.find("a")
        if link.attributes.get("role") == "doc-noteref"
    ]
    return paragraphs + sorted(notes)


def test_all_languages_are_there(renditions: Renditions) -> None:
    assert tuple(renditions) == LANGUAGES
    for rendition in renditions.values():
        assert rendition.html.is_file()
        assert rendition.pdf.is_file()


def test_the_pages_have_one_skeleton(renditions: Renditions) -> None:
    first, *others = [skeleton(rendition.page) for rendition in renditions.values()]
    assert len(first) > 20
    for other in others:
        assert other == first


def test_the_printed_pages_have_one_skeleton(renditions: Renditions) -> None:
    first, *others = [skeleton(parse(rendition.print_html)) for rendition in renditions.values()]
    for other in others:
        assert other == first


@pytest.mark.parametrize("tag", ["h1", "h2", "h3", "p", "ul", "ol", "li", "table", "figure", "img"])
def test_they_have_as_many_of_each_part(renditions: Renditions, tag: str) -> None:
    counts = {language: len(one.page.find(tag)) for language, one in renditions.items()}
    assert len(set(counts.values())) == 1, counts


def test_their_tables_have_one_shape(renditions: Renditions) -> None:
    first, *others = [shapes(rendition.page) for rendition in renditions.values()]
    assert others == [first, first]


def test_paragraphs_and_notes_have_the_same_numbers(renditions: Renditions) -> None:
    first, *others = [numbers(rendition.page) for rendition in renditions.values()]
    assert others == [first, first]


def test_links_lead_to_the_same_addresses(renditions: Renditions) -> None:
    first, *others = [
        Counter(
            link.attributes["href"]
            for link in rendition.page.find("a")
            if link.attributes["href"].startswith("http")
        )
        for rendition in renditions.values()
    ]
    assert others == [first, first]


def test_on_paper_anchors_bookmarks_and_links_are_the_same(renditions: Renditions) -> None:
    facts = []
    for rendition in renditions.values():
        with pikepdf.open(rendition.pdf) as pdf:
            levels = [line.level for line in bookmarks(pdf)]
            facts.append((set(destinations(pdf)), levels, external_links(pdf)))
    first, *others = facts
    assert others == [first, first]


def test_only_the_words_differ(renditions: Renditions) -> None:
    words = {rendition.page.one("main").text("tools") for rendition in renditions.values()}
    assert len(words) == len(LANGUAGES)


def test_a_missing_part_is_seen() -> None:
    whole = parse("<html><body><p>one</p><ul><li>two</li></ul></body></html>")
    less = parse("<html><body><p>eins</p><p>zwei</p></body></html>")
    other_words = parse("<html><body><p><em>un</em></p><ul><li>deux</li></ul></body></html>")
    assert skeleton(less) != skeleton(whole)
    assert skeleton(other_words) == skeleton(whole)
