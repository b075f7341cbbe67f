"""Editions side by side: what stands at one place of a document, in each of its languages.

A document is taken apart into pieces, each as short as it may be and still make sense beside its
translation: a paragraph, an item of a list, a row of a table, a signatory. All editions of a document
have one skeleton, so their pieces are the same in number and kind; a row holds the pieces of one place.

The parts are taken by the types of the values and in the order of their fields, as the traversal in
``document.walk`` does: a text of a block that nothing is said of here is a piece of its own.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any

from toolkit.document import model as m
from toolkit.document.model import Text
from toolkit.edition.piece import Listed, Piece, Role


@dataclass(frozen=True, slots=True)
class Row:
    """The pieces that stand side by side, one for each edition, in the order of the editions."""

    pieces: tuple[Piece, ...]

    @property
    def role(self) -> Role:
        """What every piece of the row is."""
        return self.pieces[0].role

    @property
    def anchors(self) -> tuple[str, ...]:
        """The anchors that begin at this row, the same in every edition."""
        return self.pieces[0].anchors


def align(documents: Sequence[m.Document]) -> tuple[Row, ...]:
    """The rows of a parallel edition of ``documents``, which are editions of one document.

    Every text of every edition is in exactly one piece, in reading order, and every anchor in one row.
    Raises ``ValueError`` if they are not editions of one document.
    """
    rows = tuple(Row(pieces) for pieces in zip(*map(pieces, documents), strict=True))
    for row in rows:
        if len({(piece.role, piece.name, piece.anchors) for piece in row.pieces}) != 1:
            raise ValueError(f"the editions differ at {row.pieces[0]}")
    return rows


def pieces(document: m.Document) -> tuple[Piece, ...]:
    """An edition in pieces, in reading order."""
    return tuple(_Division().pieces(document))


#: Fields that are facts, with a name before them.
_FACTS = frozenset({"issuer", "occasion", "open_until", "organisation", "delivered", "reply_by"})
_FIELDS: Mapping[str, Role] = MappingProxyType(
    {
        "title": Role.TITLE,
        "subtitle": Role.SUBTITLE,
        "summary": Role.SUMMARY,
        "salutation": Role.SALUTATION,
        "closing": Role.CLOSING,
        "enclosures": Role.ENTRY,
        "copy_to": Role.ENTRY,
        "contacts": Role.ENTRY,
        **dict.fromkeys(_FACTS, Role.FACT),
    }
)
#: Fields that have a heading of their own in every edition.
_SECTIONS = frozenset(
    {
        "commentary",
        "signatories",
        "enclosures",
        "copy_to",
        "corrections",
        "contacts",
        "notes",
    }
)
#: Parts that stay whole: they are short.
_WHOLE: Mapping[type, Role] = MappingProxyType(
    {
        m.Addressee: Role.ADDRESSEE,
        m.Person: Role.PERSON,
        m.Heading: Role.HEADING,
        m.Paragraph: Role.PARAGRAPH,
        m.Signatory: Role.SIGNATORY,
        m.Correction: Role.CORRECTION,
        m.Note: Role.NOTE,
    }
)


class _Division:
    """Takes one document apart; anchors wait for the first piece of the part that they name."""

    def __init__(self) -> None:
        self._anchors: list[str] = []
        self._parts: Mapping[type, Callable[[Any], Iterator[Piece]]] = {
            m.Event: self._event,
            m.ReportFront: self._report,
            m.InterviewFront: self._interview,
            m.Quote: self._quote,
            m.InterviewTurn: self._turn,
            m.ItemList: self._list,
            m.Demands: partial(self._demanded, within="demands"),
            m.Recommendation: self._recommendation,
            m.Case: self._case,
            m.Table: self._table,
            m.Chart: self._chart,
            m.Figure: self._figure,
            m.Annex: self._annex,
            m.Commentary: self._commentary,
        }

    def pieces(self, document: m.Document) -> Iterator[Piece]:
        for field in dataclasses.fields(document):
            value = getattr(document, field.name)
            if field.name == "place":
                yield self._piece(Role.DATELINE, value, about=document.date)
            elif field.name != "date":
                if field.name in _SECTIONS and value:
                    yield self._piece(Role.SECTION, None, name=field.name)
                yield from self._part(value, field.name)

    def _part(self, value: object, name: str) -> Iterator[Piece]:
        if isinstance(value, tuple):
            for place, item in enumerate(value, start=1):
                yield from self._item(item, name, place)
        elif isinstance(value, Text):
            yield self._piece(_FIELDS.get(name, Role.TEXT), value, name=name)
        elif isinstance(value, dt.date | m.Delivery) and name in _FACTS:
            yield self._piece(Role.FACT, value, name=name)
        elif dataclasses.is_dataclass(value) and not isinstance(value, type):
            self._begin(value)
            if type(value) in _WHOLE:
                yield self._piece(_WHOLE[type(value)], value)
            elif type(value) in self._parts:
                yield from self._parts[type(value)](value)
            else:
                yield from self._fields(value)

    def _item(self, item: object, name: str, place: int) -> Iterator[Piece]:
        if isinstance(item, Text) and name in _FIELDS:
            yield self._piece(_FIELDS[name], item, about=place, name=name)
        else:
            yield from self._part(item, name)

    def _fields(self, value: Any) -> Iterator[Piece]:
        for field in dataclasses.fields(value):
            yield from self._part(getattr(value, field.name), field.name)

    def _begin(self, value: object) -> None:
        if anchor := getattr(value, "anchor", ""):
            self._anchors.append(anchor)

    def _piece(self, role: Role, own: object, about: object = None, name: str = "") -> Piece:
        anchors = tuple(self._anchors)
        self._anchors.clear()
        return Piece(role, own, about, name, anchors)

    def _event(self, event: m.Event) -> Iterator[Piece]:
        yield self._piece(Role.FACT, event.name, name="event")
        yield self._piece(Role.FACT, event.session, name="session")
        yield self._piece(Role.FACT, event.place, name="place")

    def _report(self, front: m.ReportFront) -> Iterator[Piece]:
        yield from self._part(front.event, "event")
        yield from self._part(front.organisation, "organisation")
        if front.speaker:
            yield self._piece(Role.FACT, front.speaker, name="speaker")
        yield from self._part(front.delivered, "delivered")

    def _interview(self, front: m.InterviewFront) -> Iterator[Piece]:
        yield from self._part(front.introduction, "introduction")
        if front.original_language:
            own = front.original_language
            yield self._piece(Role.FACT, own, name="original_language")

    def _quote(self, quote: m.Quote) -> Iterator[Piece]:
        for paragraph in quote.paragraphs:
            yield self._piece(Role.QUOTE, paragraph)
        if quote.by or quote.role:
            yield self._piece(Role.ATTRIBUTION, (quote.by, quote.role), about=quote)

    def _turn(self, turn: m.InterviewTurn) -> Iterator[Piece]:
        for place, paragraph in enumerate(turn.paragraphs):
            speaker = turn if place == 0 else None
            yield self._piece(Role.TURN, paragraph, about=speaker, name=turn.turn.value)

    def _list(self, block: m.ItemList, depth: int = 0, within: str = "") -> Iterator[Piece]:
        for place, item in enumerate(block.items, start=1):
            self._begin(item)
            listed = Listed(block.style, place, depth, within)
            yield self._piece(Role.ITEM, item.text, about=listed)
            if item.children:
                self._begin(item.children)
                yield from self._list(item.children, depth + 1, within)

    def _demanded(self, part: m.Demands | m.Recommendation, within: str) -> Iterator[Piece]:
        numbered = m.ItemList(style=m.ListStyle.NUMBERS, items=part.items)
        yield from self._list(numbered, within=within)

    def _recommendation(self, part: m.Recommendation) -> Iterator[Piece]:
        yield self._piece(Role.TO, part.to)
        yield from self._demanded(part, within="recommendation")

    def _case(self, case: m.Case) -> Iterator[Piece]:
        yield self._piece(Role.CASE_PERSON, case.person)
        for name in ("charges", "sentence", "status", "as_of"):
            if (fact := getattr(case, name)) is not None:
                yield self._piece(Role.CASE_FACT, fact, name=name)
        for paragraph in case.paragraphs:
            yield self._piece(Role.CASE, paragraph)

    def _table(self, table: m.Table) -> Iterator[Piece]:
        yield self._piece(Role.CAPTION, table.caption, about=table)
        yield from self._grid(table)
        if table.source:
            yield self._piece(Role.TABLE_SOURCE, table.source)

    def _grid(self, table: m.Table) -> Iterator[Piece]:
        yield self._piece(Role.COLUMNS, table.columns, about=table)
        for row in table.rows:
            yield self._piece(Role.CELLS, row, about=table)

    def _figure(self, figure: m.Figure) -> Iterator[Piece]:
        yield self._piece(Role.PICTURE, None, about=figure)
        yield self._piece(Role.DESCRIPTION, figure.alt)
        yield self._piece(Role.FIGURE_CAPTION, (figure.caption, figure.credit), about=figure)

    def _chart(self, chart: m.Chart) -> Iterator[Piece]:
        yield self._piece(Role.CHART, None, about=chart)
        yield self._piece(Role.DESCRIPTION, chart.alt)
        yield self._piece(Role.FIGURE_CAPTION, (chart.caption, chart.unit), about=chart)
        columns = (chart.categories, *chart.series)
        rows = tuple((row.category, *row.values) for row in chart.rows)
        table = m.Table(caption=chart.caption, columns=columns, rows=rows)
        yield from self._grid(table)
        if chart.source:
            yield self._piece(Role.TABLE_SOURCE, chart.source)

    def _annex(self, annex: m.Annex) -> Iterator[Piece]:
        yield self._piece(Role.ANNEX, annex.title, about=annex)
        yield from self._part(annex.body, "body")

    def _commentary(self, commentary: m.Commentary) -> Iterator[Piece]:
        yield self._piece(Role.SPEAKER, None, about=commentary)
        yield from self._part(commentary.paragraphs, "paragraphs")
