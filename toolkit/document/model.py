"""Documents, blocks and texts as frozen dataclasses.

The order of the fields is the order in which a reader meets them; the traversal in ``walk`` follows
it, so it is also the order of the messages that a translator sees. A field that holds ``Text`` is
translated; a field of any other type is the same in every edition.

``label`` in a field's metadata is how that place is called to a translator.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from toolkit.diagnostics import Span


class State(StrEnum):
    """Whether a text of an edition is the author's own, translated, or stands in for a translation."""

    SOURCE = "source"
    TRANSLATED = "translated"
    UNTRANSLATED = "untranslated"
    FUZZY = "fuzzy"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class TextWaiver:
    """The code of a rule that is not to speak up about a text, and why. ``span`` is the code's place."""

    code: str
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Text:
    """One translatable text: inline Markdown in one language, one paragraph, no line breaks.

    ``span`` is where the author wrote it. ``note`` is the author's word to the translator, ``context``
    the gettext msgctxt that tells equal texts apart. ``state`` is set when an edition is assembled.
    ``waivers`` are the findings of rules that the author answers for.
    """

    value: str
    language: str
    span: Span
    note: str = ""
    context: str | None = None
    state: State = State.SOURCE
    waivers: tuple[TextWaiver, ...] = ()


def labelled(label: str, **keywords: Any) -> Any:
    """A dataclass field that is called ``label`` when a translator is told where a text stands."""
    return field(metadata={"label": label}, **keywords)


class Kind(StrEnum):
    """What sort of document it is: each has its mandatory fields and its template."""

    STATEMENT = "statement"
    OPEN_LETTER = "open-letter"
    REPORT = "report"
    INTERVIEW = "interview"


class ParagraphNumbers(StrEnum):
    """How paragraphs are numbered: through the document, anew under each heading, or not."""

    NONE = "no"
    DOCUMENT = "document"
    SECTION = "section"


# ---------------------------------------------------------------------------- people and places


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who speaks, is quoted or comments. ``id`` is what the YAML calls them, if anything."""

    id: str = ""
    name: Text = labelled("name")
    role: Text | None = labelled("role", default=None)
    organisation: Text | None = labelled("organisation", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Who signs: a person, or an organisation without a person's name."""

    name: Text | None = labelled("name", default=None)
    role: Text | None = labelled("role", default=None)
    organisation: Text | None = labelled("organisation", default=None)
    country: Text | None = labelled("country", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Whom an open letter is addressed to."""

    name: Text = labelled("addressee")
    office: Text | None = labelled("office", default=None)
    address: tuple[Text, ...] = labelled("address", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The meeting a report was made for; ``session`` holds its number and title."""

    name: Text = labelled("event")
    session: Text = labelled("session")
    place: Text = labelled("place")


# --------------------------------------------------------------------------------------- blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One item of a body. ``anchor`` is its address, the same in every edition and in the PDF."""

    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Block):
    """A heading; ``level`` 1 stands right below the title, 2 below level 1."""

    level: int
    text: Text = labelled("heading")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    """A paragraph; ``number`` is printed before it where the document numbers its paragraphs."""

    text: Text
    numbered: bool = True
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Block):
    """The words of another, with who said them (``by``) and as what (``role``)."""

    paragraphs: tuple[Text, ...]
    by: Person | Text | None = labelled("attribution", default=None)
    role: Text | None = labelled("role", default=None)


class Turn(StrEnum):
    """Whether a turn of an interview asks or answers."""

    QUESTION = "question"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewTurn(Block):
    """What one speaker says until another one speaks; ``speaker`` is an id of the document's people."""

    turn: Turn
    speaker: str
    paragraphs: tuple[Text, ...]


class ListStyle(StrEnum):
    """How the items of a list are marked; letters are a, b, c in every edition."""

    BULLETS = "list"
    NUMBERS = "numbered"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of a list, demand or recommendation, perhaps with a list below it."""

    anchor: str = ""
    text: Text
    children: ItemList | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList(Block):
    """A bulleted, numbered or lettered list."""

    style: ListStyle
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands(Block):
    """What is demanded, item by item."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What is recommended to one addressee."""

    anchor: str = ""
    to: Text = labelled("addressee")
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendations(Block):
    """Recommendations grouped by addressee."""

    groups: tuple[Recommendation, ...]


class Consent(StrEnum):
    """On what ground a case names a person."""

    GIVEN = "given"
    PUBLIC_RECORD = "public-record"
    FICTIONAL = "fictional"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Block):
    """A box about one person's case, as it stood on ``as_of``."""

    person: Text = labelled("person")
    consent: Consent
    charges: Text | None = labelled("charges", default=None)
    sentence: Text | None = labelled("sentence", default=None)
    status: Text | None = labelled("status", default=None)
    as_of: dt.date | None = None
    paragraphs: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a table cell, printed in each edition's own way, with the decimals it came with."""

    value: Decimal
    percent: bool = False


#: None is an empty cell: nothing to print, nothing to translate.
Cell = Text | Number | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """A table with one row of column headers; every row has as many cells."""

    number: int = 0
    caption: Text = labelled("caption")
    columns: tuple[Cell, ...] = labelled("column header")
    rows: tuple[tuple[Cell, ...], ...] = labelled("cell")
    row_headers: bool = False
    source: Text | None = labelled("source line", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Block):
    """A picture. ``image`` is the name that the author gave, with where it was written."""

    number: int = 0
    image: str
    image_span: Span
    alt: Text = labelled("description of the picture")
    caption: Text | None = labelled("caption", default=None)
    credit: Text | None = labelled("credit", default=None)


class ChartKind(StrEnum):
    """How a chart draws its numbers: bars side by side, lines, or bars on top of each other."""

    BAR = "bar"
    LINE = "line"
    STACKED = "stacked"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """The values of all series in one category; ``None`` is a value that is not known."""

    category: Text | Number = labelled("category")
    values: tuple[Number | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Block):
    """Numbers that are drawn; it counts as a figure, and its numbers are printed as a table too.

    ``categories`` is the header over the categories of its rows, ``series`` those over their values.
    """

    number: int = 0
    kind: ChartKind
    alt: Text = labelled("description of the chart")
    caption: Text = labelled("caption")
    unit: Text | None = labelled("unit", default=None)
    categories: Cell = labelled("header of the categories", default=None)
    series: tuple[Text | Number, ...] = labelled("series")
    rows: tuple[ChartRow, ...]
    source: Text | None = labelled("source line", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex(Block):
    """A part after the body, with a title and blocks of its own."""

    number: int = 0
    title: Text = labelled("title")
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Block):
    """What was corrected after publication, and when."""

    date: dt.date
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A published source. It is a citation, so it reads the same in every edition."""

    title: str
    language: str
    publisher: str = ""
    date: dt.date | int | None = None
    url: str = ""
    archived: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Block):
    """A footnote: a comment, a source, or a source with a comment. Numbered by first reference."""

    id: str
    span: Span
    number: int = 0
    source: Source | None = None
    text: Text | None = None


# ------------------------------------------------------------------------------------- documents


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFront:
    """What a statement says before its body. Without an issuer, the organisation issues it."""

    issuer: Text | None = labelled("issuer", default=None)
    occasion: Text | None = labelled("occasion", default=None)
    open_until: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFront:
    """What an open letter says before its body."""

    addressees: tuple[Addressee, ...]
    salutation: Text = labelled("salutation")
    reply_by: dt.date | None = None


class Delivery(StrEnum):
    """How a report reached the meeting."""

    SPOKEN = "spoken"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFront:
    """What a conference report says before its body."""

    event: Event
    organisation: Text | None = labelled("organisation", default=None)
    speaker: Person | None = None
    delivered: Delivery | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commentary:
    """What somebody (``by``, an id of the document's people) says after an interview."""

    by: str
    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewFront:
    """What an interview says before its turns; ``speakers`` are ids of the document's people."""

    introduction: tuple[Text, ...] = labelled("introduction")
    speakers: tuple[str, ...]
    original_language: str = ""


Front = StatementFront | LetterFront | ReportFront | InterviewFront


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document. ``name`` is the file's stem: the name of its PO files and editions.

    ``revision`` counts from 1 and is raised by the author when a published text is changed.
    """

    name: str
    path: str
    kind: Kind
    language: str
    date: dt.date
    revision: int = 1
    title: Text = labelled("title")
    subtitle: Text | None = labelled("subtitle", default=None)
    summary: Text | None = labelled("summary", default=None)
    place: Text | None = labelled("place", default=None)
    specimen: bool = False
    paragraph_numbers: ParagraphNumbers = ParagraphNumbers.NONE
    contents: bool | None = None
    front: Front
    people: tuple[Person, ...] = labelled("person", default=())
    body: tuple[Block, ...]
    commentary: Commentary | None = labelled("commentary", default=None)
    closing: Text | None = labelled("closing", default=None)
    signatories: tuple[Signatory, ...] = labelled("signatory", default=())
    enclosures: tuple[Text, ...] = labelled("enclosure", default=())
    copy_to: tuple[Text, ...] = labelled("copy to", default=())
    annexes: tuple[Annex, ...] = ()
    corrections: tuple[Correction, ...] = ()
    contacts: tuple[Text, ...] = labelled("contact", default=())
    notes: tuple[Note, ...] = ()

    def person(self, id: str) -> Person:
        """The person whom the document calls ``id``; ``KeyError`` if there is none."""
        for person in self.people:
            if person.id == id:
                return person
        raise KeyError(id)
