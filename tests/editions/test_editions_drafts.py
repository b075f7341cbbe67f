"""What is not translated is seen at once: on the screen, on paper, and by programs that read aloud."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser

from tests.editions.pdf_reading import type_sizes
from tests.editions.printed import printed, squeeze
from tests.editions.publications import (
    REPOSITORY,
    Rendition,
    copy_project,
    opened,
    publish,
)
from tests.editions.tags import body
from tests.editions.tree import Element, parse
from tests.support.browser import axe
from tests.support.browser import opened as visited
from tests.support.html import nu
from tests.support.pdf import pdf_conformance, qpdf_check
from toolkit.document.model import State
from toolkit.project.place import po_path
from toolkit.project.selection import document_paths, name_of

pytestmark = pytest.mark.slow

#: The source of the draft, and what becomes of its translations.
SOURCE, WITHOUT, HALF = "en", "tk", "ru"


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Rendition]:
    """A document with no Turkmen translation at all, and one fuzzy message in Russian."""
    root = copy_project(REPOSITORY, tmp_path_factory.mktemp("drafts") / "project")
    name = english_report(root)
    for path in document_paths(opened(root)):
        if name_of(path) != name:
            (root / path).unlink()
    (root / po_path(name, WITHOUT)).unlink()
    catalog = root / po_path(name, HALF)
    entries = catalog.read_text(encoding="utf-8").split("\n\n")
    entries[2] = "\n".join(
        ["#, fuzzy", *(line for line in entries[2].split("\n") if line[0] != "#")]
    )
    catalog.write_text("\n\n".join(entries), encoding="utf-8")
    return publish(root)[name]


def english_report(root: Path) -> str:
    """The name of a short document that is written in English."""
    paths = document_paths(opened(root))
    found = [path for path in paths if f"language: {SOURCE}\n" in (root / path).read_text("utf-8")]
    return name_of(min(found, key=lambda path: (root / path).stat().st_size))


def stand_ins(page: Element) -> list[Element]:
    return page.find("span", cls="stand-in")


def test_the_whole_edition_without_translations_stands_in_its_source_language(
    drafts: Mapping[str, Rendition],
) -> None:
    draft = drafts[WITHOUT]
    messages = {(text.context, text.value) for text in draft.texts}
    assert len(draft.texts) >= draft.edition.unfinished == len(messages) > 10
    assert {text.state for text in draft.texts} == {State.UNTRANSLATED}
    marked = stand_ins(draft.page)
    assert {mark.attributes["lang"] for mark in marked} == {SOURCE}
    read = [squeeze(mark.text("stand-in-mark")) for mark in marked]
    assert {squeeze(printed(text, draft.document)) for text in draft.texts} <= set(read)


def test_one_fuzzy_text_stands_in_its_source_language(drafts: Mapping[str, Rendition]) -> None:
    draft = drafts[HALF]
    (fuzzy,) = [text for text in draft.texts if text.state is not State.TRANSLATED]
    assert fuzzy.state is State.FUZZY
    marked = stand_ins(draft.page)
    assert marked
    for mark in marked:
        assert mark.classes == {"stand-in", "fuzzy"}
        assert mark.attributes["lang"] == SOURCE
        assert squeeze(mark.text()) == squeeze(printed(fuzzy, draft.document))


@pytest.mark.parametrize("language", [WITHOUT, HALF])
def test_a_draft_says_so_on_top_and_on_every_printed_page(
    drafts: Mapping[str, Rendition], language: str
) -> None:
    draft = drafts[language]
    word = draft.words.say("Draft")
    notice = draft.page.one(cls="draft-notice")
    assert notice.attributes["role"] == "note"
    assert notice.text().startswith(f"{word}. {draft.edition.unfinished} ")
    assert "draft" in draft.page.one("body").classes
    on_paper = parse(draft.print_html)
    assert on_paper.one(cls="draft-notice").text() == notice.text()
    assert body(draft.tags).text.startswith(squeeze(notice.text()))
    assert on_paper.one(cls="draft-mark").text() == word
    assert on_paper.one(cls="draft-mark").attributes["aria-hidden"] == "true"


@pytest.mark.parametrize("language", [WITHOUT, HALF])
def test_a_draft_does_not_claim_to_be_published(
    drafts: Mapping[str, Rendition], language: str
) -> None:
    draft = drafts[language]
    claim, denial = (
        draft.words.say(words).partition("{languages}")[0]
        for words in (
            "This document is published in {languages}, with the same paragraphs, numbers and notes "
            "in each.",
            "This draft is not published. The document is to appear in {languages}, with the same "
            "paragraphs, numbers and notes in each.",
        )
    )
    for page in (draft.page, parse(draft.print_html)):
        colophon = page.one("footer", cls="colophon").text()
        assert denial in colophon
        assert claim not in colophon


def test_the_marks_are_seen_on_paper(drafts: Mapping[str, Rendition]) -> None:
    draft, finished = drafts[WITHOUT], drafts[SOURCE]
    assert f"[{SOURCE}]" in body(draft.tags).text
    assert f"[{SOURCE}]" not in body(finished.tags).text
    with pikepdf.open(finished.pdf) as pdf:
        largest = max(max(type_sizes(page)) for page in pdf.pages)
    with pikepdf.open(draft.pdf) as pdf:
        for page in pdf.pages:
            assert max(type_sizes(page)) > 2 * largest


def test_a_draft_is_valid_and_accessible_too(
    drafts: Mapping[str, Rendition], browser: Browser
) -> None:
    assert nu([draft.html for draft in drafts.values()]) == []
    for draft in drafts.values():
        assert qpdf_check(draft.pdf) == []
        assert pdf_conformance(draft.pdf, "ua1") == []
        with visited(browser, draft.html, width=320) as visit:
            assert axe(visit.page) == []


def test_the_source_edition_of_a_draft_is_no_draft(drafts: Mapping[str, Rendition]) -> None:
    assert is_clean(drafts[SOURCE])


def test_a_complete_edition_has_no_mark_at_all(rendition: Rendition) -> None:
    assert rendition.edition.unfinished == 0
    assert is_clean(rendition)


def is_clean(rendition: Rendition) -> bool:
    return not any(
        page.find(cls=mark)
        for page in (rendition.page, parse(rendition.print_html))
        for mark in ("draft", "draft-notice", "draft-mark", "stand-in")
    )
