"""An edition becomes HTML: the values that the templates see, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from markupsafe import Markup, escape

from toolkit.document.inline import plain
from toolkit.document.model import (
    Block,
    Case,
    Cell,
    Chart,
    Demands,
    Document,
    Figure,
    Heading,
    InterviewFront,
    InterviewTurn,
    ItemList,
    Kind,
    Number,
    Paragraph,
    Quote,
    Recommendations,
    Table,
    Text,
)
from toolkit.document.walk import blocks
from toolkit.edition import Edition, Words
from toolkit.edition.words import pieces
from toolkit.language import get as language_row
from toolkit.language.dates import long_date
from toolkit.language.lists import join
from toolkit.language.numbers import number
from toolkit.language.spacing import bound
from toolkit.language.tags import autonym
from toolkit.render.carried import policy
from toolkit.render.charts.draw import draw
from toolkit.render.charts.plot import plotted
from toolkit.render.charts.style import LOOKS, ChartStyle
from toolkit.render.columns import Column, as_table, columns
from toolkit.render.inline import STAND_INS, Medium, Typesetter, fill
from toolkit.render.metadata import Publisher, describe
from toolkit.render.templates import Templates

#: Reports with so many headings get a table of contents unless they say otherwise.
HEADINGS_FOR_CONTENTS = 8

_BLOCK_NAMES: Mapping[type[Block], str] = MappingProxyType(
    {
        Case: "case",
        Chart: "chart",
        Demands: "demands",
        Figure: "figure",
        Heading: "heading",
        InterviewTurn: "turn",
        ItemList: "list",
        Paragraph: "paragraph",
        Quote: "quote",
        Recommendations: "recommendations",
        Table: "table",
    }
)

_PAGE_NUMBER = Markup('<span class="page-number"></span>')
_PAGE_COUNT = Markup('<span class="page-count"></span>')


@dataclass(frozen=True)
class OrganisationView:
    """The organisation in the language of one edition; ``logo`` is an address the page may load."""

    name: str
    short_name: str = ""
    lines: tuple[str, ...] = ()
    logo: str = ""
    website: str = ""


@dataclass(frozen=True)
class Alternate:
    """One of the editions of a document, as the others link to it: ``href`` from the same folder."""

    code: str
    autonym: str
    href: str


@dataclass(frozen=True)
class Picture:
    """A picture ready to be shown; ``src`` is an address the page may load, sizes are CSS pixels."""

    src: str
    width: int
    height: int


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents; ``annex`` is the number of the annex that it leads to."""

    anchor: str
    title: Text
    annex: int | None = None
    children: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Page:
    """All that goes into the HTML of one edition for one medium.

    ``title`` is the title of the document in its own language. ``site`` is the address on the web of the
    folder with its editions, if they will be there. The style sheet and the script are for a screen.
    """

    edition: Edition
    fingerprint: str
    medium: Medium
    organisation: OrganisationView
    alternates: Sequence[Alternate]
    words: Words
    pictures: Mapping[str, Picture]
    stylesheet: str = ""
    charts: ChartStyle = field(default_factory=ChartStyle)
    script: str = ""
    title: str = ""
    site: str = ""


def render(page: Page, templates: Templates) -> str:
    """The HTML of a page. Raises ``TemplateProblem`` for a mistake in a template."""
    name = f"{page.edition.document.kind.value}.html"
    return templates.render(name, fill_values(page, templates))


def fill_values(page: Page, templates: Templates, *, column: str = "") -> dict[str, Any]:
    """What the templates see of a page, footnotes filled. Raises ``TemplateProblem``.

    ``column`` is the language of a column, if the page is one column among others: then its footnotes
    stand at the end on paper too.
    """
    values = _values(page)
    notes: dict[str, Markup] = {}
    names: dict[str, Markup] = {}
    typesetter = Typesetter(
        language=page.edition.language,
        medium=page.medium,
        notes={note.id: note for note in page.edition.document.notes},
        note_bodies=notes,
        note_names=names,
        column=column,
    )
    values |= {
        "address": typesetter.address,
        "t": typesetter.text,
        "draw": lambda chart: draw(
            plotted(chart, page.edition.language),
            page.charts.sheet(page.medium, column=bool(column)),
        ),
        "date": lambda date: typesetter.words(long_date(date, page.edition.language)),
        "headline": typesetter.headline,
        "label": typesetter.label,
        "calls": typesetter.calls,
        "note_bodies": notes,
    }
    values["header_cell"] = _header_cell(typesetter, page.edition.language)
    values["cells"] = _cells(typesetter, page.edition.language)
    for note in page.edition.document.notes:
        name_of_note = templates.render("note-name.html", {**values, "note": note})
        names[note.id] = Markup(name_of_note.strip())  # noqa: S704 - a template escaped it
        body = templates.render("note.html", {**values, "note": note})
        notes[note.id] = Markup(body.strip())  # noqa: S704 - a template escaped it
    return values


def has_contents(document: Document) -> bool:
    """Whether a document gets a table of contents."""
    if document.contents is not None:
        return document.contents
    headings = sum(isinstance(block, Heading) for block in document.body)
    return document.kind is Kind.REPORT and headings >= HEADINGS_FOR_CONTENTS


def _values(page: Page) -> dict[str, Any]:
    document = page.edition.document
    language = language_row(page.edition.language)
    return {
        "doc": document,
        "edition": page.edition,
        "fingerprint": page.fingerprint,
        "medium": page.medium,
        "organisation": page.organisation,
        "alternates": page.alternates,
        "stylesheet": Markup(page.stylesheet),  # noqa: S704 - no text of a document
        "script": Markup(page.script),  # noqa: S704 - no text of a document
        **(_carried(page) if page.medium == "screen" else {}),
        "outline": _outline(document) if has_contents(document) else (),
        "language_list": join([other.autonym for other in page.alternates], language.code),
        "page_number": _PAGE_NUMBER,
        "page_count": _PAGE_COUNT,
        "_": lambda word: bound(page.words.say(word), language.code),
        "ngettext": lambda *asked: bound(page.words.count(*asked), language.code),
        "fill": _fill,
        "plain": lambda text: plain(text.value),
        "language_attribute": _language_attribute,
        "heading_level": _heading_levels(document),
        "introductions": _introductions(document),
        "autonym": autonym,
        "block_name": lambda block: _BLOCK_NAMES[type(block)],
        "columns": columns,
        "image": lambda figure: page.pictures[figure.image],
        "as_table": as_table,
        "looks": LOOKS,
        "token": page.charts.token,
        "chart_face": lambda: page.charts.family,
        "units": _units,
    }


def _carried(page: Page) -> dict[str, Any]:
    """What only a page for a screen says: what it is, and that it may load nothing from elsewhere."""
    metadata = describe(
        page.edition,
        publisher=Publisher(page.organisation.name, page.organisation.website),
        title=page.title,
        files={other.code: other.href for other in page.alternates},
        site=page.site,
    )
    # Linked data is never run, but some checkers take it for a script.
    scripts = [str(metadata.linked_data), *([page.script] if page.script else [])]
    allowed = Markup(policy(page.stylesheet, scripts))  # noqa: S704 - hashes
    return {"metadata": metadata, "policy": allowed}


def _fill(text: str, **values: object) -> Markup:
    return fill(pieces(text, frozenset(values)), values)


def _language_attribute(text: Text) -> Markup:
    return Markup(' lang="{}"').format(text.language) if text.state in STAND_INS else Markup("")


def _header_cell(typesetter: Typesetter, language: str) -> Callable[[Cell], Markup]:
    """What stands over a column: a text, or a number as it is written alone, such as a year."""

    def header_cell(cell: Cell) -> Markup:
        if isinstance(cell, Number):
            return escape(number(cell.value, language, percent=cell.percent))
        return typesetter.text(cell) if isinstance(cell, Text) else Markup("")

    return header_cell


def _cells(
    typesetter: Typesetter, language: str
) -> Callable[[Sequence[Cell], Sequence[Column]], Iterator[tuple[Column, Markup]]]:
    """The cells of a row as they are printed, each with its column."""

    def cells(row: Sequence[Cell], columns: Sequence[Column]) -> Iterator[tuple[Column, Markup]]:
        for column, cell in zip(columns, row, strict=True):
            if isinstance(cell, Number):
                yield column, escape(column.write(cell, language))
            else:
                yield column, typesetter.text(cell) if cell is not None else Markup("")

    return cells


def _units(measure: float) -> str:
    """A measure of a drawing, to a hundredth of its unit."""
    return format(round(measure, 2) + 0.0, "g") if abs(measure) < 1000 else f"{measure:.0f}"


def _heading_levels(document: Document) -> dict[str, int]:
    """The level of each heading on the page by anchor: below the title or its annex, none skipped."""
    levels: dict[str, int] = {}
    for body, first in ((document.body, 2), *((annex.body, 3) for annex in document.annexes)):
        below = first
        for block in body:
            if isinstance(block, Heading):
                levels[block.anchor] = first if block.level == 1 else below
                below = first + 1 if block.level == 1 else below
    return levels


def _introductions(document: Document) -> frozenset[str]:
    """The anchors of the turns that say who speaks: the first of each, unless the front did so."""
    known = set(document.front.speakers if isinstance(document.front, InterviewFront) else ())
    anchors: set[str] = set()
    for block in blocks(document):
        if isinstance(block, InterviewTurn) and block.speaker not in known:
            known.add(block.speaker)
            anchors.add(block.anchor)
    return frozenset(anchors)


def _outline(document: Document) -> tuple[Entry, ...]:
    levels = _heading_levels(document)
    entries: list[Entry] = []
    for block in document.body:
        if not isinstance(block, Heading):
            continue
        entry = Entry(block.anchor, block.text)
        if levels[block.anchor] == 2:
            entries.append(entry)
        else:
            last = entries[-1]
            entries[-1] = replace(last, children=(*last.children, entry))
    entries.extend(
        Entry(annex.anchor, annex.title, annex=annex.number) for annex in document.annexes
    )
    return tuple(entries)
