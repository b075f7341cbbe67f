"""Every HTML edition: what stands in it, where, and in which language."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from itertools import pairwise

import pytest

from tests.editions.publications import LANGUAGES, Rendition
from tests.editions.tree import Element
from tests.support.html import nu
from toolkit.document.inline import Foreign, links, parse, plain, walk
from toolkit.document.model import Kind
from toolkit.document.walk import anchors
from toolkit.edition.words import pieces
from toolkit.language import LANGUAGES as ROWS

#: A page is read on slow lines; its pictures come on top.
MAX_BYTES = 400_000


def meta(page: Element) -> dict[str, str]:
    names = ("name", "property", "http-equiv")
    return {
        next((element.attributes[name] for name in names if name in element.attributes), ""): (
            element.attributes.get("content", "")
        )
        for element in page.find("meta")
    }


def hashes(html: str, tag: str) -> str:
    """What allows the elements of a sort, by the bytes that stand in the page."""
    contents = re.findall(f"<{tag}[^>]*>(.*?)</{tag}>", html, re.S)
    digests = [b64encode(sha256(content.encode()).digest()).decode() for content in contents]
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def test_the_html_checker_finds_nothing(everything: list[Rendition]) -> None:
    assert nu([rendition.html for rendition in everything]) == []


def test_the_page_says_its_language_title_and_summary(rendition: Rendition) -> None:
    page, document = rendition.page, rendition.document
    assert page.attributes["lang"] == rendition.language
    assert page.one("head").one("title").text() == plain(document.title.value)
    description = meta(page)["description"]
    if document.summary:
        assert description == plain(document.summary.value)
    else:
        beginnings = [plain(text.value)[:60] for text in rendition.texts]
        assert description[:60] in beginnings
    assert meta(page)["author"] == rendition.organisation


def test_the_page_says_to_programs_what_it_is(rendition: Rendition) -> None:
    page, document = rendition.page, rendition.document
    title = plain(document.title.value)
    said = meta(page)
    assert (said["og:title"], said["og:type"]) == (title, "article")
    assert said["og:site_name"] == rendition.organisation
    assert said["og:locale"].partition("_")[0] == rendition.language
    assert said["article:published_time"] == document.date.isoformat()
    # Nobody knows yet where the pages will be on the web.
    assert "og:url" not in said
    assert "canonical" not in {link.attributes["rel"] for link in page.find("link")}
    html = rendition.html.read_text(encoding="utf-8")
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    work = json.loads(data)
    assert work["@type"] == ("Report" if document.kind is Kind.REPORT else "Article")
    assert (work["headline"], work["inLanguage"]) == (title, rendition.language)
    assert work["datePublished"] == document.date.isoformat()
    assert work["publisher"]["name"] == rendition.organisation
    if rendition.language == document.language:
        others = {code for code in LANGUAGES if code != document.language}
        assert {one["inLanguage"] for one in work["workTranslation"]} == others
        assert "translationOfWork" not in work
    else:
        assert work["translationOfWork"]["inLanguage"] == document.language
        assert "workTranslation" not in work


def test_the_page_may_load_nothing_and_tells_nobody_who_reads_it(rendition: Rendition) -> None:
    html = rendition.html.read_text(encoding="utf-8")
    assert meta(rendition.page)["Content-Security-Policy"] == (
        f"default-src 'none'; style-src {hashes(html, 'style')}; "
        f"script-src {hashes(html, 'script')}; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert meta(rendition.page)["referrer"] == "no-referrer"
    loading = {"src", "srcset", "data", "poster", "background", "action", "ping", "style"}
    for element in rendition.page.walk():
        assert element.tag not in {"iframe", "object", "embed", "form", "base"}
        assert not [name for name in element.attributes if name.startswith("on")]
        for name in loading & set(element.attributes):
            assert element.attributes[name].startswith("data:image/")
    style = rendition.page.one("style").text()
    addresses = re.findall(r"url\(\"?([^,)]*)", style)
    assert set(addresses) == {"data:font/woff2;base64"}
    assert "@import" not in style


def test_the_page_is_small(rendition: Rendition) -> None:
    html = rendition.html.read_text(encoding="utf-8")
    without_pictures = re.sub(r'"data:image/[^"]*"', '""', html)
    assert len(without_pictures.encode()) < MAX_BYTES
    # Most of what a short text weighs are its faces.
    without_faces = re.sub(r'"data:font/[^"]*"', '""', without_pictures)
    assert len(without_faces.encode()) < MAX_BYTES / 2


def test_nothing_moves_on_the_page(rendition: Rendition) -> None:
    style = rendition.page.one("style").text()
    assert not re.search(r"transition|animation|scroll-behavior|@keyframes", style)


def test_the_page_holds_every_anchor_once_and_in_order(rendition: Rendition) -> None:
    expected = anchors(rendition.document)
    assert len(expected) == len(set(expected))
    found = [element.id for element in rendition.page.walk() if element.id in set(expected)]
    assert found == list(expected)


def test_no_anchor_stands_twice_and_every_link_inside_leads_to_one(rendition: Rendition) -> None:
    ids = Counter(element.id for element in rendition.page.walk() if element.id)
    assert set(ids.values()) == {1}
    inside = {
        element.attributes["href"].removeprefix("#")
        for element in rendition.page.find("a")
        if element.attributes["href"].startswith("#")
    }
    assert inside <= set(ids)


def test_the_page_names_the_other_editions(rendition: Rendition) -> None:
    name = rendition.document.name
    alternates = {
        link.attributes["hreflang"]: link.attributes["href"]
        for link in rendition.page.find("link")
        if link.attributes["rel"] == "alternate"
    }
    source = rendition.document.language
    assert alternates == {code: f"{name}.{code}.html" for code in LANGUAGES} | {
        "x-default": f"{name}.{source}.html"
    }
    row = rendition.page.one("nav", cls="languages")
    links = {link.attributes["lang"]: link.text() for link in row.find("a")}
    others = [code for code in LANGUAGES if code != rendition.language]
    assert links == {code: ROWS[code].autonym for code in others}


def test_every_place_leads_to_itself_in_the_other_editions(rendition: Rendition) -> None:
    name = rendition.document.name
    places = rendition.page.find("span", cls="tools")
    assert places
    for tools in places:
        links = {
            link.attributes.get("hreflang", ""): link.attributes["href"] for link in tools.find("a")
        }
        anchor = links[""].removeprefix("#")
        assert anchor in anchors(rendition.document)
        others = [code for code in LANGUAGES if code != rendition.language]
        assert links == {"": f"#{anchor}"} | {
            code: f"{name}.{code}.html#{anchor}" for code in others
        }


def test_every_paragraph_and_heading_can_be_linked_to(rendition: Rendition) -> None:
    linked = {
        tools.one("a", cls="permalink").attributes["href"].removeprefix("#")
        for tools in rendition.page.find("span", cls="tools")
    }
    # Items are reached through their list, notes through their calls.
    blocks = {
        anchor
        for anchor in anchors(rendition.document)
        if re.fullmatch(r"(annex\d+-)?(p|s|u|turn|quote|case|table|figure)\d+(-\d+)?", anchor)
    }
    assert blocks <= linked


def test_headings_do_not_skip_levels(rendition: Rendition) -> None:
    levels = [int(heading.tag[1]) for heading in rendition.page.find("h1", "h2", "h3", "h4", "h5")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    for before, after in pairwise(levels):
        assert after <= before + 1


def test_every_text_in_another_language_says_so(rendition: Rendition) -> None:
    expected = Counter(
        (node.language, plain_nodes(node))
        for text in rendition.texts
        for node in walk(parse(text.value))
        if isinstance(node, Foreign)
    )
    # A heading stands in the table of contents too.
    main = rendition.page.one("main")
    contents = {id(element) for nav in main.find("nav") for element in nav.walk()}
    found = Counter(
        (element.attributes["lang"], plain_text(element.text()))
        for element in main.find("span")
        if "lang" in element.attributes and id(element) not in contents
    )
    assert found == expected


def plain_nodes(node: Foreign) -> str:
    return plain_text("".join(part.text for part in walk(node.children) if hasattr(part, "text")))


def plain_text(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_every_citation_is_in_the_language_of_its_source(rendition: Rendition) -> None:
    expected = [
        (note.source.language, note.source.title)
        for note in rendition.document.notes
        if note.source
    ]
    notes = rendition.page.find("section", cls="notes")
    found = [(cite.attributes["lang"], cite.text()) for part in notes for cite in part.find("cite")]
    assert found == expected


def test_every_link_of_the_text_is_a_link(rendition: Rendition) -> None:
    sources = [note.source for note in rendition.document.notes if note.source]
    expected = {href for text in rendition.texts for href in links(text.value)}
    expected |= {href for source in sources for href in (source.url, source.archived) if href}
    found = {
        link.attributes["href"]
        for link in rendition.page.find("a")
        if re.match(r"[a-z]+:", link.attributes["href"])
    }
    assert found == {href for href in expected if not href.startswith("#")}


def test_notes_are_called_in_the_order_of_their_numbers_in_the_source(
    rendition: Rendition,
) -> None:
    page = rendition.page
    numbers = {note.anchor: note.number for note in rendition.document.notes}
    calls = [link for link in page.find("a") if link.attributes.get("role") == "doc-noteref"]
    assert [int(call.text()) for call in calls] == [
        numbers[call.attributes["href"].removeprefix("#")] for call in calls
    ]
    items = {item.id: item.attributes["value"] for item in page.find("li") if item.id in numbers}
    assert items == {anchor: str(number) for anchor, number in numbers.items()}
    if rendition.language == rendition.document.title.language and calls:
        first = list(dict.fromkeys(int(call.text()) for call in calls))
        assert first == sorted(first)


def test_every_picture_is_described(rendition: Rendition) -> None:
    pictures = rendition.page.find("img")
    assert [picture for picture in pictures if "alt" not in picture.attributes] == []
    for figure in rendition.page.find("figure", cls="picture"):
        shown = figure.one("img", "svg")
        assert shown.attributes.get("alt") or shown.one("title").text()
        assert figure.one("figcaption").text()


def test_every_table_has_header_cells_that_say_what_they_head(rendition: Rendition) -> None:
    for table in rendition.page.find("table"):
        assert table.one("caption").text()
        assert {cell.attributes["scope"] for cell in table.one("thead").find("th")} == {"col"}
        assert {cell.attributes["scope"] for cell in table.one("tbody").find("th")} <= {"row"}
        assert {len(row.find("th", "td")) for row in table.find("tr")} == {
            len(table.one("thead").find("th"))
        }


def test_interface_words_are_in_the_language_of_the_edition(rendition: Rendition) -> None:
    words = rendition.words
    skip = plain_text(rendition.page.one("a", cls="skip").text())
    assert skip == words.say("Skip to the text")
    if rendition.language != "en":
        assert skip != "Skip to the text"
        assert words.say("Page {page} of {pages}") != "Page {page} of {pages}"
    names = frozenset({"page", "pages"})
    places = [
        place for is_place, place in pieces(words.say("Page {page} of {pages}"), names) if is_place
    ]
    assert sorted(places) == ["page", "pages"]


@pytest.mark.parametrize(
    "broken",
    ["<p>one<p>two</p>", "<ul><li>one</ul>", '<p id="a" id="b">one</p>'],
)
def test_a_page_that_closes_nothing_is_not_read(broken: str) -> None:
    from tests.editions.tree import parse as parse_page

    with pytest.raises(AssertionError):
        parse_page(f"<html>{broken}</html>")
