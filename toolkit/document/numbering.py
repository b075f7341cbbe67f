"""Anchors and numbers, from the structure alone: so they are equal in every edition.

A paragraph is ``p7``, a heading ``s2`` or ``s2-1``, a table ``table3``, an item ``demands1-4``. Inside
an annex anchors begin with the annex (``annex1-p2``) and count anew; tables, figures and footnotes
count through the whole document. A chart is a figure. Footnotes are numbered by their first reference
in the source.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from toolkit.document.inline import note_references
from toolkit.document.model import (
    Annex,
    Block,
    Case,
    Chart,
    Demands,
    Document,
    Figure,
    Heading,
    InterviewTurn,
    Item,
    ItemList,
    Note,
    Paragraph,
    ParagraphNumbers,
    Quote,
    Recommendations,
    Table,
)
from toolkit.document.walk import texts

#: Blocks that are counted each for themselves, and have nothing inside that is.
_PLAIN: dict[type[Block], str] = {Case: "case", InterviewTurn: "turn", Quote: "quote"}


def number(document: Document) -> Document:
    """The document with every anchor and number set; what it held of them before is ignored."""
    whole = Counter[str]()
    body = _Numbering(document.paragraph_numbers, whole, prefix="").blocks(document.body)
    annexes = tuple(
        _number_annex(annex, index, document.paragraph_numbers, whole)
        for index, annex in enumerate(document.annexes, start=1)
    )
    corrections = tuple(
        replace(correction, anchor=f"correction{index}")
        for index, correction in enumerate(document.corrections, start=1)
    )
    numbered = replace(document, body=body, annexes=annexes, corrections=corrections)
    return replace(numbered, notes=_number_notes(numbered))


def _number_annex(annex: Annex, index: int, style: ParagraphNumbers, whole: Counter[str]) -> Annex:
    anchor = f"annex{index}"
    body = _Numbering(style, whole, prefix=f"{anchor}-").blocks(annex.body)
    return replace(annex, anchor=anchor, number=index, body=body)


def _number_notes(document: Document) -> tuple[Note, ...]:
    without_notes = replace(document, notes=())
    called = dict.fromkeys(
        id for text, _ in texts(without_notes) for id in note_references(text.value)
    )
    order = {id: place for place, id in enumerate(called)}
    ranked = sorted(document.notes, key=lambda note: order.get(note.id, len(order)))
    return tuple(
        replace(note, number=index, anchor=f"note{index}")
        for index, note in enumerate(ranked, start=1)
    )


class _Numbering:
    """Counts the blocks of one body; ``whole`` counts what runs through the document."""

    def __init__(self, style: ParagraphNumbers, whole: Counter[str], prefix: str) -> None:
        self._style = style
        self._whole = whole
        self._prefix = prefix
        self._count = Counter[str]()
        self._section = 0
        self._subsection = 0
        self._in_section = 0

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        match block:
            case Heading():
                return replace(block, anchor=self._heading(block.level))
            case Paragraph():
                return self._paragraph(block)
            case ItemList():
                return self._list(block)
            case Demands():
                anchor = self._next("demands")
                return replace(block, anchor=anchor, items=self._items(anchor, block.items))
            case Recommendations():
                return self._recommendations(block)
            case Table() | Figure() | Chart():
                word = "table" if isinstance(block, Table) else "figure"
                self._whole[word] += 1
                count = self._whole[word]
                return replace(block, anchor=f"{word}{count}", number=count)
            case _:
                return replace(block, anchor=self._next(_PLAIN[type(block)]))

    def _next(self, word: str) -> str:
        self._count[word] += 1
        return f"{self._prefix}{word}{self._count[word]}"

    def _heading(self, level: int) -> str:
        self._in_section = 0
        if level == 1:
            self._section += 1
            self._subsection = 0
            return f"{self._prefix}s{self._section}"
        self._subsection += 1
        return f"{self._prefix}s{self._section}-{self._subsection}"

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        if not paragraph.numbered:
            return replace(paragraph, anchor=self._next("u"), number=None)
        anchor = self._next("p")
        self._in_section += 1
        printed = {
            ParagraphNumbers.NONE: None,
            ParagraphNumbers.DOCUMENT: self._count["p"],
            ParagraphNumbers.SECTION: self._in_section,
        }
        return replace(paragraph, anchor=anchor, number=printed[self._style])

    def _list(self, block: ItemList) -> ItemList:
        anchor = self._next("list")
        return replace(block, anchor=anchor, items=self._items(anchor, block.items))

    def _items(self, anchor: str, items: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(
            replace(
                item,
                anchor=f"{anchor}-{index}",
                children=self._list(item.children) if item.children else None,
            )
            for index, item in enumerate(items, start=1)
        )

    def _recommendations(self, block: Recommendations) -> Recommendations:
        anchor = self._next("recommendations")
        groups = tuple(
            replace(
                group,
                anchor=f"{anchor}-{index}",
                items=self._items(f"{anchor}-{index}", group.items),
            )
            for index, group in enumerate(block.groups, start=1)
        )
        return replace(block, anchor=anchor, groups=groups)
