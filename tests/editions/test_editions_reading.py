"""What makes an HTML edition good to read: its letters, its lines, its notes, its contents, its keys."""

from __future__ import annotations

import re
from statistics import median

import pytest
from playwright.sync_api import Browser, expect

from tests.editions.publications import LANGUAGES, Publications, Rendition
from tests.support.browser import axe, faces, line_lengths, opened, overflow
from toolkit.document.walk import anchors

#: From 60 to 75 characters on a line (Bringhurst, The Elements of Typographic Style, 2.1.2).
MEASURE = range(60, 76)
OURS = re.compile(r"Edition (Sans|Serif) \w+")
#: In place of the clipboard, which a page from the disk may not always read.
CLIPBOARD = """window.copied = [];
Object.defineProperty(navigator, "clipboard", {
  value: {writeText: async text => { window.copied.push(text); }},
});"""


@pytest.fixture(scope="session")
def long(publications: Publications) -> dict[str, Rendition]:
    """The editions of the longest document: it has every sort of block."""
    name = max(publications, key=lambda name: len(anchors(publications[name]["en"].document)))
    return dict(publications[name])


def test_every_letter_is_drawn_with_the_faces_that_the_page_carries(
    rendition: Rendition, browser: Browser
) -> None:
    with opened(browser, rendition.html) as visit:
        found = faces(visit.page)
        assert {name for name in found if not OURS.fullmatch(name)} == set()
        assert {"Edition Sans Semibold", "Edition Serif Regular"} <= found


def test_a_letter_that_no_face_has_is_seen(long: dict[str, Rendition], browser: Browser) -> None:
    with opened(browser, long["en"].html) as visit:
        visit.page.evaluate("document.querySelector('#p1').append('Ω')")
        assert [name for name in faces(visit.page) if not OURS.fullmatch(name)] != []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [768, 1280, 1920])
def test_a_line_has_a_comfortable_length(
    long: dict[str, Rendition], browser: Browser, language: str, width: int
) -> None:
    with opened(browser, long[language].html, width=width) as visit:
        lengths = line_lengths(visit.page, ".body > p")
        assert len(lengths) > 100
        assert round(median(lengths)) in MEASURE
        visit.page.evaluate("document.body.style.setProperty('--measure', '60em')")
        if width > 1000:
            assert round(median(line_lengths(visit.page, ".body > p"))) not in MEASURE


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_letters_twice_as_large_fit(
    long: dict[str, Rendition], browser: Browser, width: int
) -> None:
    with opened(browser, long["tk"].html, width=width) as visit:
        visit.page.evaluate("document.documentElement.style.fontSize = '34px'")
        assert overflow(visit.page) == 0


def test_colours_of_the_readers_own_lose_nothing(
    long: dict[str, Rendition], browser: Browser
) -> None:
    with opened(browser, long["ru"].html, fragment="p7") as visit:
        visit.page.emulate_media(forced_colors="active")
        outline = "getComputedStyle(document.querySelector(':target')).outlineStyle"
        assert visit.page.evaluate(outline) == "solid"
        assert axe(visit.page) == []


def test_the_row_of_languages_takes_the_place_along(
    long: dict[str, Rendition], browser: Browser
) -> None:
    with opened(browser, long["ru"].html, width=320) as visit:
        visit.page.evaluate("document.querySelector('#p20').scrollIntoView()")
        # Playwright's own click would scroll to where the row stood first.
        box = visit.page.locator("nav.languages a[hreflang=tk]").bounding_box()
        assert box is not None
        visit.page.mouse.click(box["x"] + 5, box["y"] + 5)
        visit.page.wait_for_url(f"{long['tk'].html.resolve().as_uri()}#p20")
        expect(visit.page.locator("#p20")).to_be_in_viewport()


def test_at_the_top_the_row_of_languages_leads_to_the_top(
    long: dict[str, Rendition], browser: Browser
) -> None:
    with opened(browser, long["ru"].html) as visit:
        visit.page.locator("nav.languages a[hreflang=en]").click()
        visit.page.wait_for_url(long["en"].html.resolve().as_uri())


@pytest.mark.parametrize("scripts", [True, False])
def test_a_note_leads_back_to_each_place_that_calls_it(
    everything: list[Rendition], browser: Browser, scripts: bool
) -> None:
    edition = next(one for one in everything if one.document.notes)
    page = edition.page
    calls = [call.id for call in page.find("a") if call.attributes.get("role") == "doc-noteref"]
    backs = [
        link.attributes["href"].removeprefix("#")
        for link in page.find("a")
        if link.attributes.get("role") == "doc-backlink"
    ]
    assert sorted(calls) == sorted(backs)
    with opened(browser, edition.html, width=320, scripts=scripts) as visit:
        visit.page.locator(f"#{calls[0]}").click()
        note = visit.page.locator(".notes li:target")
        expect(note).to_be_in_viewport()
        note.locator(".back").first.click()
        expect(visit.page.locator(f"#{calls[0]}")).to_be_in_viewport()
        assert visit.page.url.endswith(f"#{calls[0]}")


def test_the_contents_stay_beside_the_text_and_show_where_the_reader_is(
    long: dict[str, Rendition], browser: Browser
) -> None:
    with opened(browser, long["en"].html) as visit:
        contents = visit.page.locator("nav.contents")
        visit.page.evaluate("document.querySelector('#s4').scrollIntoView()")
        current = contents.locator("[aria-current=location]")
        expect(current).to_have_count(1)
        expect(current).to_have_attribute("href", "#s4")
        expect(current).to_be_in_viewport()
        visit.page.evaluate("document.querySelector('#s9').scrollIntoView()")
        expect(current).to_have_attribute("href", "#s9")
        expect(current).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_contents_fold_on_a_telephone_and_not_beside_the_text(
    long: dict[str, Rendition], browser: Browser, scripts: bool
) -> None:
    for width, shown in ((320, False), (1280, True)):
        with opened(browser, long["en"].html, width=width, scripts=scripts) as visit:
            entry = visit.page.locator("nav.contents a").first
            expect(entry).to_be_visible(visible=shown)
            if not shown:
                visit.page.locator("nav.contents summary").press("Enter")
                expect(entry).to_be_visible()


def test_a_table_that_does_not_fit_is_scrolled_with_the_keyboard(
    long: dict[str, Rendition], browser: Browser
) -> None:
    with opened(browser, long["ru"].html, width=320) as visit:
        region = visit.page.get_by_role("region", name=re.compile("Таблица 1")).first
        region.focus()
        assert region.evaluate("element => element.scrollWidth > element.clientWidth")
        visit.page.keyboard.press("ArrowRight")
        expect(region).not_to_have_js_property("scrollLeft", 0)
        assert overflow(visit.page) == 0


def test_who_has_only_keys_sees_where_they_are(
    publications: Publications, browser: Browser
) -> None:
    shortest = min(publications, key=lambda name: len(publications[name]["en"].texts))
    edition = publications[shortest]["tk"]
    wanted = edition.page.find("a")
    with opened(browser, edition.html, width=320) as visit:
        reached = []
        # Links to other languages stand in nobody's way before their paragraph is chosen.
        shown = [link.attributes["href"] for link in wanted if "elsewhere" not in link.classes]
        for _ in shown:
            visit.page.keyboard.press("Tab")
            focused = visit.page.locator(":focus")
            expect(focused).to_be_in_viewport()
            style = focused.evaluate(
                "one => [getComputedStyle(one).outlineStyle, getComputedStyle(one).opacity]"
            )
            assert style == ["solid", "1"]
            assert focused.evaluate(
                """one => {
                    const box = one.getBoundingClientRect();
                    const bar = document.querySelector(".languages").getBoundingClientRect();
                    return one.closest(".languages, .skip") !== null || box.bottom > bar.bottom;
                }"""
            )
            reached.append(focused.get_attribute("href") or "")
        # The links of the row of languages have become whole addresses by then.
        assert len(reached) == len(shown)
        assert [
            href for href, end in zip(reached, shown, strict=True) if not href.endswith(end)
        ] == []


def test_a_link_to_a_paragraph_is_copied_with_the_address_on_the_web(
    long: dict[str, Rendition], browser: Browser
) -> None:
    edition = long["tk"]
    address = "https://example.org/report/lake.tk.html"
    html = edition.html.read_text(encoding="utf-8")
    link = f'<link rel="canonical" href="{address}"><style>'
    for text, copied in ((html.replace("<style>", link, 1), [f"{address}#p7"]), (html, [])):
        path = edition.folder.parent / "copied.html"
        path.write_text(text, encoding="utf-8")
        with opened(browser, path) as visit:
            visit.page.context.add_init_script(CLIPBOARD)
            visit.page.reload()
            visit.page.locator("#p7").hover()
            visit.page.locator("#p7 .permalink").click()
            assert visit.page.evaluate("window.copied") == copied
            said = edition.words.say("The link has been copied.") if copied else ""
            expect(visit.page.get_by_role("status")).to_have_text(said)
            assert visit.errors == []
        path.unlink()


def test_on_paper_the_browser_prints_the_text_alone(
    long: dict[str, Rendition], browser: Browser
) -> None:
    with opened(browser, long["ru"].html, fragment="p7") as visit:
        visit.page.emulate_media(media="print", color_scheme="dark")
        for selector in (".languages", ".contents", "#p7 .tools", ".skip", ".back"):
            expect(visit.page.locator(selector).first).to_be_hidden()
        style = "getComputedStyle(document.documentElement)"
        assert visit.page.evaluate(f"{style}.color") == "rgb(28, 31, 36)"
        assert visit.page.evaluate(f"{style}.backgroundColor") == "rgb(255, 255, 255)"
        number, text = visit.page.locator("#p7 .number"), visit.page.locator("#p7")
        box, around = number.bounding_box(), text.bounding_box()
        assert box is not None
        assert around is not None
        assert box["x"] >= around["x"]
