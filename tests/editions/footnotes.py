"""Where the footnotes of a PDF edition stand, and where they are called."""

from __future__ import annotations

from dataclasses import replace

from tests.editions.printed import before_calls, squeeze, texts_of
from tests.editions.publications import Rendition
from tests.editions.tags import body, footnotes


def pages_of_first_calls(rendition: Rendition) -> dict[str, int]:
    """The page of the first call of each footnote, by its id."""
    read = body(rendition.tags)
    pages: dict[str, int] = {}
    for text in texts_of(replace(rendition.document, notes=())):
        for id, so_far in before_calls(text, rendition.document):
            if id not in pages:
                found = read.text.find(squeeze(so_far))
                assert found >= 0, so_far
                pages[id] = read.page(found + len(squeeze(so_far)) - 1)
    return pages


def pages_of_notes(rendition: Rendition) -> dict[str, int]:
    """The page on which each footnote begins, by its id. On the screen it reads the same."""
    below = footnotes(rendition.tags)
    pages: dict[str, int] = {}
    for note in rendition.document.notes:
        on_screen = rendition.page.by_id(note.anchor).text("back")
        found = below.text.find(squeeze(f"{note.number}.{on_screen}"))
        assert found >= 0, note.id
        pages[note.id] = below.page(found)
    return pages
