"""Every page that the repository publishes is valid, usable by anybody, and asks for nothing."""

from __future__ import annotations

import re

from playwright.sync_api import Browser

from tests.published.conftest import Published
from tests.support.browser import axe, opened, overflow
from tests.support.html import nu


def test_every_page_is_valid(published: Published) -> None:
    assert nu(published.pages) == []


def test_every_page_can_be_used_by_anybody(published: Published, browser: Browser) -> None:
    barriers = {}
    for path in published.pages:
        with opened(browser, path) as visit:
            barriers[path.name] = axe(visit.page)
    assert {name: found for name, found in barriers.items() if found} == {}


def test_every_page_fits_a_small_telephone(published: Published, browser: Browser) -> None:
    too_wide = {}
    for path in published.pages:
        with opened(browser, path, width=320) as visit:
            too_wide[path.name] = overflow(visit.page)
    assert {name: pixels for name, pixels in too_wide.items() if pixels} == {}


def test_no_page_asks_for_anything_or_complains(published: Published, browser: Browser) -> None:
    for path in published.pages:
        with opened(browser, path) as visit:
            assert (visit.requests, visit.errors) == ([], []), path.name


def test_no_page_has_a_script(published: Published) -> None:
    for path in published.pages:
        assert not re.search(r"<script|\son\w+=", path.read_text(encoding="utf-8")), path.name


def test_the_editions_of_a_document_have_the_same_anchors(published: Published) -> None:
    anchors: dict[str, set[tuple[str, ...]]] = {}
    for path in published.pages:
        ids = re.findall(r'\sid="([^"]+)"', path.read_text(encoding="utf-8"))
        anchors.setdefault(path.parent.name, set()).add(tuple(ids))
    assert anchors
    assert {name for name, variants in anchors.items() if len(variants) > 1} == set()


def test_a_page_leads_to_the_same_paragraph_of_the_other_editions(
    published: Published, browser: Browser
) -> None:
    for path in published.pages:
        language = path.suffixes[-2].removeprefix(".")
        text = path.read_text(encoding="utf-8")
        for other in {"ru", "tk", "en"} - {language}:
            target = path.name.replace(f".{language}.html", f".{other}.html")
            assert f'href="{target}' in text, (path.name, other)
            assert f'hreflang="{other}"' in text, (path.name, other)
