"""Documents made without any file: small ones, and for each kind one with everything in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from toolkit.diagnostics import Span
from toolkit.document import model as m
from toolkit.document.numbering import number

DATE = dt.date(2026, 5, 18)
_FOLDERS = {kind: f"documents/{kind.value}" for kind in m.Kind}


def text(value: str, language: str = "en", line: int = 1) -> m.Text:
    """A text that somebody wrote in a file."""
    return m.Text(value, language, Span("documents/report/lake.yaml", line, 1))


def statement(
    *body: m.Block | str, notes: Sequence[m.Note] = (), title: str = "Lake"
) -> m.Document:
    """A short statement, numbered; strings are paragraphs."""
    blocks = [m.Paragraph(text=text(item)) if isinstance(item, str) else item for item in body]
    return number(
        m.Document(
            name="lake",
            path="documents/statement/lake.yaml",
            kind=m.Kind.STATEMENT,
            language="en",
            date=DATE,
            title=text(title),
            front=m.StatementFront(),
            body=tuple(blocks),
            notes=tuple(notes),
        )
    )


def note(id: str, words: str = "Said to the committee.") -> m.Note:
    """A footnote that comments."""
    return m.Note(id=id, span=Span("documents/statement/lake.yaml", 9, 3), text=text(words))


def sample(kind: m.Kind = m.Kind.REPORT) -> m.Document:
    """One document of a kind with every part and every block, numbered through the document."""
    return number(
        m.Document(
            name="lake",
            path=f"{_FOLDERS[kind]}/lake.yaml",
            kind=kind,
            language="en",
            date=DATE,
            title=text("The lake belongs to its villages"),
            subtitle=text("What was promised and what was done"),
            summary=text("Eleven villages lost their shore in *one* summer."),
            place=text("Lakeside"),
            specimen=True,
            paragraph_numbers=m.ParagraphNumbers.DOCUMENT,
            contents=True,
            front=_FRONTS[kind],
            people=(_ANNA, _BORIS),
            body=(*_TURNS, *BLOCKS) if kind is m.Kind.INTERVIEW else BLOCKS,
            commentary=m.Commentary(by="boris", paragraphs=(text("It was a cold day."),))
            if kind is m.Kind.INTERVIEW
            else None,
            closing=text("Respectfully,") if kind is m.Kind.OPEN_LETTER else None,
            signatories=(
                m.Signatory(name=text("Anna Lind"), role=text("chair"), country=text("Lakeland")),
                m.Signatory(organisation=text("Lake Committee")),
            ),
            enclosures=(text("The decree"),) if kind is m.Kind.OPEN_LETTER else (),
            copy_to=(text("The Ombudsman"),),
            annexes=(
                m.Annex(title=text("The decree"), body=(m.Heading(level=1, text=text("Text")), _P)),
                m.Annex(title=text("Figures"), body=(_TABLE, _FIGURE, _LIST)),
            ),
            corrections=(m.Correction(date=DATE, text=text("The year was wrong.")),),
            contacts=(text("<committee@example.org>"),),
            notes=(_SOURCE, note("talk")),
        )
    )


_ANNA = m.Person(
    id="anna", name=text("Anna Lind"), role=text("journalist"), organisation=text("Lake News")
)
_BORIS = m.Person(id="boris", name=text("Boris Lind"), role=text("teacher"))
_P = m.Paragraph(text=text("Words of the decree."))
_ITEM = m.Item(text=text("The shore"))
_LIST = m.ItemList(
    style=m.ListStyle.BULLETS,
    items=(
        _ITEM,
        m.Item(
            text=text("The boats"),
            children=m.ItemList(style=m.ListStyle.LETTERS, items=(_ITEM, _ITEM)),
        ),
    ),
)
_TABLE = m.Table(
    caption=text("People who left"),
    columns=(text("Year"), text("People"), text("Share")),
    rows=(
        (m.Number(Decimal(2024)), m.Number(Decimal("12500")), m.Number(Decimal("12.5"), True)),
        (text("later"), m.Number(Decimal(7)), None),
    ),
    row_headers=True,
    source=text("The register of the committee."),
)
_FIGURE = m.Figure(
    image="lake.png",
    image_span=Span("documents/report/lake.yaml", 30, 11),
    alt=text("A lake & a boat"),
    caption=text("The lake in May"),
    credit=text("Lake News"),
)
_TURNS = (
    m.InterviewTurn(turn=m.Turn.QUESTION, speaker="anna", paragraphs=(text("What happened?"),)),
    m.InterviewTurn(
        turn=m.Turn.ANSWER, speaker="boris", paragraphs=(text("Much."), text("And then more."))
    ),
)
_SOURCE = m.Note(
    id="decree",
    span=Span("documents/report/lake.yaml", 50, 3),
    source=m.Source(
        title="Указ об озере",
        language="ru",
        publisher="Government",
        date=2021,
        url="https://example.org/decree",
        archived="https://archive.example.org/decree",
    ),
    text=text("In force since 2022."),
)
#: Every block that a body may hold (turns belong to interviews).
BLOCKS: tuple[m.Block, ...] = (
    m.Heading(level=1, text=text("The promise")),
    m.Paragraph(
        text=text("It was **promised** in [the decree](https://example.org/decree).[^decree]")
    ),
    m.Paragraph(text=text("This one has no number."), numbered=False),
    m.Heading(level=2, text=text("The shore")),
    m.Quote(paragraphs=(text("We saw it."), text("All of us.")), by=_ANNA),
    m.Quote(paragraphs=(text("So did I."),), by=text("A fisherman"), role=text("of the village")),
    _LIST,
    m.ItemList(style=m.ListStyle.NUMBERS, items=(_ITEM, _ITEM)),
    m.Demands(
        items=(m.Item(text=text("Open the shore.[^talk]")), m.Item(text=text("Return the boats.")))
    ),
    m.Recommendations(
        groups=(
            m.Recommendation(to=text("The Government"), items=(_ITEM,)),
            m.Recommendation(to=text("The Council"), items=(_ITEM, _ITEM)),
        )
    ),
    m.Case(
        person=text("Aman Orazov"),
        consent=m.Consent.FICTIONAL,
        charges=text("fishing"),
        sentence=text("two years"),
        status=text("in custody"),
        as_of=DATE,
        paragraphs=(text("He fished.[^decree]"),),
    ),
    _TABLE,
    _FIGURE,
    m.Paragraph(text=text("Words in [türkmen dili]{lang=tk}, and a place: [above](#p1).")),
)
_FRONTS: dict[m.Kind, m.Front] = {
    m.Kind.STATEMENT: m.StatementFront(
        issuer=text("Lake Committee"), occasion=text("Day of the lake"), open_until=DATE
    ),
    m.Kind.OPEN_LETTER: m.LetterFront(
        addressees=(
            m.Addressee(
                name=text("Ms Berg"), office=text("Minister"), address=(text("1 Shore Road"),)
            ),
        ),
        salutation=text("Dear Minister,"),
        reply_by=DATE,
    ),
    m.Kind.REPORT: m.ReportFront(
        event=m.Event(
            name=text("Lakes Conference"), session=text("Session 4"), place=text("Warsaw")
        ),
        organisation=text("Lake Committee"),
        speaker=_ANNA,
        delivered=m.Delivery.SPOKEN,
    ),
    m.Kind.INTERVIEW: m.InterviewFront(
        introduction=(text("We met at the lake.[^talk]"),),
        speakers=("anna", "boris"),
        original_language="ru",
    ),
}
