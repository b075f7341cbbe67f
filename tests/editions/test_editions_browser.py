"""Every HTML edition in a reader's browser: on a telephone, in the dark, without scripts, offline."""

from __future__ import annotations

from itertools import permutations
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect

from tests.editions.publications import LANGUAGES, Publications, Rendition
from tests.support.browser import axe, opened, overflow
from toolkit.document.walk import anchors

Scheme = Literal["light", "dark"]


def longest(publications: Publications) -> str:
    return max(publications, key=lambda name: len(anchors(publications[name]["en"].document)))


def taking_turns(publications: Publications, turn: int) -> list[Rendition]:
    """One edition of every document; with each turn in another language."""
    return [
        editions[LANGUAGES[(place + turn) % len(LANGUAGES)]]
        for place, editions in enumerate(publications.values())
    ]


@pytest.fixture(scope="session")
def samples(publications: Publications) -> list[Rendition]:
    """One edition of every document."""
    return taking_turns(publications, 0)


WINDOWS: list[tuple[int, Scheme]] = [
    (320, "light"),
    (1280, "dark"),
    (320, "dark"),
    (1280, "light"),
]


# After three turns every edition has been seen.
@pytest.mark.parametrize(("turn", "width", "scheme"), [(n, *one) for n, one in enumerate(WINDOWS)])
def test_everybody_can_use_the_page(
    publications: Publications, browser: Browser, turn: int, width: int, scheme: Scheme
) -> None:
    for rendition in taking_turns(publications, turn):
        with opened(browser, rendition.html, width=width) as visit:
            visit.page.emulate_media(color_scheme=scheme)
            assert axe(visit.page) == [], rendition.html.name


def test_the_page_fits_asks_for_nothing_and_says_nothing(
    rendition: Rendition, browser: Browser
) -> None:
    with opened(browser, rendition.html, width=320) as visit:
        assert overflow(visit.page) == 0
        assert visit.requests == []
        assert visit.errors == []


def test_the_dark_page_is_dark(samples: list[Rendition], browser: Browser) -> None:
    colours = set()
    for scheme in ("light", "dark"):
        with opened(browser, samples[0].html) as visit:
            visit.page.emulate_media(color_scheme=scheme)
            colours.add(
                visit.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
            )
    assert len(colours) == 2


def test_without_scripts_the_page_reads_the_same(
    samples: list[Rendition], browser: Browser
) -> None:
    for rendition in samples:
        texts = []
        for scripts in (True, False):
            with opened(browser, rendition.html, scripts=scripts) as visit:
                texts.append(visit.page.locator("body").inner_text())
        assert texts[0] == texts[1]


@pytest.mark.parametrize(("here", "there"), list(permutations(LANGUAGES, 2)))
@pytest.mark.parametrize("scripts", [True, False])
def test_a_place_leads_to_the_same_place_in_another_language(
    publications: Publications, browser: Browser, here: str, there: str, scripts: bool
) -> None:
    editions = publications[longest(publications)]
    anchor = "p7"
    with opened(browser, editions[here].html, fragment=anchor, scripts=scripts) as visit:
        page = visit.page
        page.locator(f"#{anchor} .tools a[hreflang={there}]").click()
        page.wait_for_url(f"{editions[there].html.resolve().as_uri()}#{anchor}")
        expect(page.locator("html")).to_have_attribute("lang", there)
        expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_the_row_of_languages_leads_to_the_other_editions(
    renditions: dict[str, Rendition], browser: Browser
) -> None:
    with opened(browser, renditions["ru"].html) as visit:
        for language in ("tk", "en", "ru"):
            visit.page.locator(f"nav.languages a[hreflang={language}]").click()
            visit.page.wait_for_url(renditions[language].html.resolve().as_uri())
            expect(visit.page.locator("html")).to_have_attribute("lang", language)


def test_the_links_of_a_place_show_when_it_is_the_target(
    publications: Publications, browser: Browser
) -> None:
    edition = publications[longest(publications)]["ru"]
    inside = {anchor.rstrip("0123456789-"): anchor for anchor in anchors(edition.document)}
    linked = [
        anchor for anchor in inside.values() if edition.page.by_id(anchor).find("span", cls="tools")
    ]
    assert len(linked) > 8
    with opened(browser, edition.html) as visit:
        for anchor in linked:
            links = visit.page.locator(f'a.elsewhere[href$="#{anchor}"]')
            expect(links).to_have_count(2)
            for link in links.all():
                expect(link).to_be_hidden()
            visit.page.goto(f"{edition.html.resolve().as_uri()}#{anchor}")
            for link in links.all():
                expect(link).to_be_visible()


def test_the_keyboard_reaches_the_text_first(samples: list[Rendition], browser: Browser) -> None:
    with opened(browser, samples[0].html) as visit:
        visit.page.keyboard.press("Tab")
        skip = visit.page.locator("a.skip")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        visit.page.keyboard.press("Enter")
        assert visit.page.url.endswith("#content")


#: Words of drawings that cover others or stand out of their drawing, by their boxes without the
#: room above and below the letters.
_COVERED = """() => [...document.querySelectorAll("svg.drawing")].flatMap(drawing => {
  const sheet = drawing.getBoundingClientRect();
  const words = [...drawing.querySelectorAll("text")].map(word => {
    const box = word.getBoundingClientRect(), cut = box.height / 5;
    return {text: word.textContent, left: box.left, right: box.right,
            top: box.top + cut, bottom: box.bottom - cut};
  });
  const beyond = words.filter(one => one.left < sheet.left - 1 || one.right > sheet.right + 1
    || one.top < sheet.top - 1 || one.bottom > sheet.bottom + 1);
  const covered = words.filter((one, index) => words.slice(index + 1).some(other =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1));
  return [...beyond, ...covered].map(one => one.text);
})"""


@pytest.mark.parametrize("width", [320, 600, 1280])
def test_every_word_of_a_chart_can_be_read(
    publications: Publications, browser: Browser, width: int
) -> None:
    for rendition in publications["2026-05-18-lakeland-freedom-of-movement"].values():
        with opened(browser, rendition.html, width=width) as visit:
            assert visit.page.locator("svg.drawing text").count() > 20
            assert visit.page.evaluate(_COVERED) == []
            smallest = visit.page.evaluate(
                """() => Math.min(...[...document.querySelectorAll("svg.drawing text")].map(
                  word => word.getBoundingClientRect().height))"""
            )
            assert smallest >= 9
