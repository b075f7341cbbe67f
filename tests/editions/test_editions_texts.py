"""No text of an edition is lost on its way to screen and paper, and all stand in their order."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.editions.printed import printed, squeeze, texts_of
from tests.editions.publications import Rendition
from tests.editions.tags import body, footnotes
from tests.editions.tree import Element
from toolkit.document.model import Chart, Figure, Heading, Item, Note, Paragraph
from toolkit.document.walk import blocks

#: What a reader does not read but the page does: numbers, links to places, arrows.
BESIDES = ("tools", "number", "back")


def not_in_order(parts: Sequence[str], whole: str) -> list[str]:
    """The parts that ``whole`` does not hold one after the other."""
    missed = []
    position = 0
    for part in parts:
        found = whole.find(squeeze(part), position)
        if found < 0:
            missed.append(part)
        else:
            position = found + len(squeeze(part))
    return missed


def running_texts(rendition: Rendition) -> list[str]:
    """The texts of the blocks as they follow each other, without attributions and descriptions."""
    document = rendition.document
    parts = (document.body, document.annexes, document.corrections, document.contacts)
    figures = [block for block in blocks(document) if isinstance(block, Figure | Chart)]
    alts = {id(figure.alt) for figure in figures}
    return [
        printed(text, document)
        for part in parts
        for text in texts_of(part, persons=False)
        if id(text) not in alts
    ]


def descriptions(rendition: Rendition) -> list[str]:
    document = rendition.document
    return [
        printed(block.alt, document)
        for block in blocks(document)
        if isinstance(block, Figure | Chart)
    ]


def lost(rendition: Rendition, whole: str) -> list[str]:
    """The texts of the edition that stand nowhere."""
    document = rendition.document
    described = descriptions(rendition)
    printed_texts = [printed(text, document) for text in rendition.texts]
    return [text for text in printed_texts if squeeze(text) not in whole and text not in described]


def test_every_text_is_on_the_page(rendition: Rendition) -> None:
    whole = squeeze(rendition.page.one("main").text("tools", "back"))
    assert lost(rendition, whole) == []
    assert not_in_order(running_texts(rendition), whole) == []


def test_every_text_is_on_paper(rendition: Rendition) -> None:
    read, notes = body(rendition.tags), footnotes(rendition.tags)
    assert lost(rendition, f"{read.text}\n{notes.text}") == []
    assert not_in_order(running_texts(rendition), read.text) == []


def test_every_picture_is_described_on_both(rendition: Rendition) -> None:
    described = descriptions(rendition)
    on_screen = [
        picture.attributes.get("alt") or picture.one("title").text()
        for figure in rendition.page.find("figure")
        for picture in figure.find("img", "svg")
    ]
    assert on_screen == described
    on_paper = [tag.alt for tag in rendition.tags.walk() if tag.name == "Figure"]
    # What is read out has spaces of one kind.
    read_out = [" ".join(text.split()) for text in (rendition.organisation, *described)]
    assert [" ".join((alt or "").split()) for alt in on_paper] == read_out


def items(value: object) -> list[Item]:
    """The items of a block, with those of the lists inside them."""
    if isinstance(value, Item):
        return [value, *items(value.children)]
    if isinstance(value, tuple):
        return [item for part in value for item in items(part)]
    return [item for name in ("items", "groups") for item in items(getattr(value, name, ()))]


def without_blocks(element: Element) -> str:
    """The text of an element, without what stands in paragraphs and lists of its own inside it."""
    lines = [part for part in element.content if isinstance(part, str) or part.inline]
    return squeeze(Element(element.tag, content=lines).text(*BESIDES))


def test_at_each_anchor_stands_its_own_text_and_no_other(rendition: Rendition) -> None:
    page, document = rendition.page, rendition.document
    for block in blocks(document):
        if isinstance(block, Paragraph | Heading):
            expected = squeeze(printed(block.text, document))
            assert without_blocks(page.by_id(block.anchor)) == expected, block.anchor
        for item in items(block):
            expected = squeeze(printed(item.text, document))
            assert without_blocks(page.by_id(item.anchor)) == expected, item.anchor


def test_each_block_holds_its_own_texts(rendition: Rendition) -> None:
    document = rendition.document
    for block in blocks(document):
        whole = squeeze(rendition.page.by_id(block.anchor).text("tools"))
        alts = [block.alt] if isinstance(block, Figure | Chart) else []
        texts = [text for text in texts_of(block, persons=False) if text not in alts]
        assert texts
        assert not_in_order([printed(text, document) for text in texts], whole) == []


def test_every_note_says_the_same_on_screen_and_on_paper(rendition: Rendition) -> None:
    around = footnotes(rendition.tags).text
    for note in rendition.document.notes:
        on_screen = squeeze(rendition.page.by_id(note.anchor).text("back"))
        assert on_screen
        assert squeeze(f"{note.number}.") + on_screen in around, note.id
        assert squeeze(text_of(note, rendition)) in on_screen


def text_of(note: Note, rendition: Rendition) -> str:
    return printed(note.text, rendition.document) if note.text else ""


@pytest.mark.parametrize(
    ("whole", "missed"),
    [("one-two three", []), ("three two one", ["two", "three"]), ("one three", ["two"])],
)
def test_a_lost_or_misplaced_text_is_seen(whole: str, missed: list[str]) -> None:
    assert not_in_order(["one", "two", "three"], squeeze(whole)) == missed
