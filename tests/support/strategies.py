"""Documents of any shape that the model allows, with texts of any characters, for laws."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st

from tests.support.documents import text
from toolkit.diagnostics import Span
from toolkit.document import model as m
from toolkit.document.inline import note_references
from toolkit.document.numbering import number

T = TypeVar("T")

#: Marks of Markdown, HTML, Jinja, gettext and printf among the letters of the three languages.
CHARACTERS = st.one_of(
    st.sampled_from("abАя ňş*_[](){}<>&\"'`\\!^#%$~|:/.,;-=@0"),
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")),
)
PHRASES = (
    "The lake",
    "*слово*",
    "**Ýurt**",
    "[site](https://example.org/?a=1&b=2)",
    "[söz]{lang=tk}",
    "<b>x</b>",
    "{0.__class__}",
    "{{ doc }}",
    "100 % готово",
    "%(n)999d",
    "A\u00a0B",
    "&amp;",
)
NOTE_IDS = ("first", "second", "third")
PEOPLE = ("anna", "boris")


def lines() -> st.SearchStrategy[str]:
    """What may stand in a title: any characters, no footnotes."""
    piece = st.sampled_from(PHRASES) | st.text(CHARACTERS, max_size=8)
    values = st.lists(piece, min_size=1, max_size=3).map(" ".join)
    return values.filter(lambda value: value.strip() != "" and not note_references(value))


def prose() -> st.SearchStrategy[str]:
    """What may stand in a paragraph: any characters, and calls of ``NOTE_IDS``."""
    calls = st.lists(st.sampled_from(NOTE_IDS).map("[^{}]".format), max_size=2).map("".join)
    return st.builds("{} {}".format, lines(), calls)


_LINES = st.builds(text, lines())
_PROSE = st.builds(text, prose())
_MAYBE_LINE = st.none() | _LINES
_MAYBE_PROSE = st.none() | _PROSE
_MAYBE_DATE = st.none() | st.dates()


def _some(strategy: st.SearchStrategy[T], least: int = 1) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, min_size=least, max_size=2).map(tuple)


def people(*ids: str) -> st.SearchStrategy[m.Person]:
    """A person, called by one of the ids."""
    return st.builds(
        m.Person,
        id=st.sampled_from(ids or PEOPLE),
        name=_LINES,
        role=_MAYBE_LINE,
        organisation=_MAYBE_LINE,
    )


_STYLES = st.sampled_from(m.ListStyle)
_FLAT_ITEMS = st.builds(m.Item, text=_PROSE)
_ITEMS = st.builds(
    m.Item,
    text=_PROSE,
    children=st.none() | st.builds(m.ItemList, style=_STYLES, items=_some(_FLAT_ITEMS)),
)
_NUMBERS = st.builds(
    m.Number,
    value=st.decimals(-(10**6), 10**6, allow_nan=False, allow_infinity=False, places=1),
    percent=st.booleans(),
)


@st.composite
def tables(draw: st.DrawFn) -> m.Table:
    """A table whose rows are as long as its head."""
    width = draw(st.integers(1, 3))
    cells: st.SearchStrategy[m.Cell] = st.none() | _NUMBERS | _PROSE
    heads: st.SearchStrategy[m.Cell] = st.none() | _LINES
    return m.Table(
        caption=draw(_PROSE),
        columns=tuple(draw(st.lists(heads, min_size=width, max_size=width))),
        rows=draw(_some(st.lists(cells, min_size=width, max_size=width).map(tuple))),
        row_headers=draw(st.booleans()),
        source=draw(_MAYBE_PROSE),
    )


@st.composite
def charts(draw: st.DrawFn) -> m.Chart:
    """A chart that can be drawn, with as many values in every row as it has series."""
    kind = draw(st.sampled_from(m.ChartKind))
    percent = draw(st.booleans())
    least = 0 if kind is m.ChartKind.STACKED else -(10**6)
    values = st.builds(
        m.Number,
        value=st.decimals(least, 10**6, allow_nan=False, allow_infinity=False, places=1)
        | st.integers(least, 10**6).map(Decimal),
        percent=st.just(percent),
    )
    cells = values if kind is m.ChartKind.STACKED else st.none() | values
    names = _NUMBERS | _LINES
    width = draw(st.integers(1, 6))
    rows = st.builds(
        m.ChartRow,
        category=names,
        values=st.lists(cells, min_size=width, max_size=width).map(tuple),
    )
    return m.Chart(
        kind=kind,
        alt=draw(_LINES),
        caption=draw(_PROSE),
        unit=draw(_MAYBE_LINE),
        categories=draw(st.none() | names),
        series=tuple(draw(st.lists(names, min_size=width, max_size=width))),
        rows=tuple(draw(st.lists(rows, min_size=2, max_size=5))),
        source=draw(_MAYBE_PROSE),
    )


def blocks() -> st.SearchStrategy[m.Block]:
    """A block of any sort."""
    return st.one_of(
        st.builds(m.Heading, level=st.sampled_from([1, 2]), text=_LINES),
        st.builds(m.Paragraph, text=_PROSE, numbered=st.booleans()),
        st.builds(
            m.Quote,
            paragraphs=_some(_PROSE),
            by=st.none() | _LINES | people(),
            role=_MAYBE_LINE,
        ),
        st.builds(
            m.InterviewTurn,
            turn=st.sampled_from(m.Turn),
            speaker=st.sampled_from(PEOPLE),
            paragraphs=_some(_PROSE),
        ),
        st.builds(m.ItemList, style=_STYLES, items=_some(_ITEMS)),
        st.builds(m.Demands, items=_some(_ITEMS)),
        st.builds(
            m.Recommendations,
            groups=_some(st.builds(m.Recommendation, to=_LINES, items=_some(_ITEMS))),
        ),
        st.builds(
            m.Case,
            person=_LINES,
            consent=st.sampled_from(m.Consent),
            charges=_MAYBE_PROSE,
            sentence=_MAYBE_PROSE,
            status=_MAYBE_PROSE,
            as_of=_MAYBE_DATE,
            paragraphs=_some(_PROSE, least=0),
        ),
        tables(),
        charts(),
        st.builds(
            m.Figure,
            image=st.just("lake.png"),
            image_span=st.just(Span("documents/report/lake.yaml", 30, 11)),
            alt=_LINES,
            caption=_MAYBE_PROSE,
            credit=_MAYBE_LINE,
        ),
    )


_FRONTS: dict[m.Kind, st.SearchStrategy[m.Front]] = {
    m.Kind.STATEMENT: st.builds(
        m.StatementFront, issuer=_MAYBE_LINE, occasion=_MAYBE_LINE, open_until=_MAYBE_DATE
    ),
    m.Kind.OPEN_LETTER: st.builds(
        m.LetterFront,
        addressees=_some(
            st.builds(m.Addressee, name=_LINES, office=_MAYBE_LINE, address=_some(_LINES, least=0))
        ),
        salutation=_LINES,
        reply_by=_MAYBE_DATE,
    ),
    m.Kind.REPORT: st.builds(
        m.ReportFront,
        event=st.builds(m.Event, name=_LINES, session=_LINES, place=_LINES),
        organisation=_MAYBE_LINE,
        speaker=st.none() | people(),
        delivered=st.none() | st.sampled_from(m.Delivery),
    ),
    m.Kind.INTERVIEW: st.builds(
        m.InterviewFront,
        introduction=_some(_PROSE),
        speakers=st.just(PEOPLE),
        original_language=st.sampled_from(["", "ru", "fr"]),
    ),
}


def _note(id: str) -> st.SearchStrategy[m.Note]:
    source = st.builds(
        m.Source,
        title=lines(),
        language=st.sampled_from(["ru", "tk", "en"]),
        publisher=st.just("") | lines(),
        date=st.none() | st.integers(1, 9999) | st.dates(),
        url=st.sampled_from(["", "https://example.org/?a=1&b=2"]),
    )
    span = st.just(Span("documents/report/lake.yaml", 50, 3))
    return st.one_of(
        st.builds(m.Note, id=st.just(id), span=span, text=_LINES),
        st.builds(m.Note, id=st.just(id), span=span, source=source, text=_MAYBE_LINE),
    )


def _signatories() -> st.SearchStrategy[m.Signatory]:
    return st.builds(
        m.Signatory,
        name=_LINES,
        role=_MAYBE_LINE,
        organisation=_MAYBE_LINE,
        country=_MAYBE_LINE,
    )


@st.composite
def documents(draw: st.DrawFn) -> m.Document:
    """A numbered document, in English, of any kind, with any blocks in any order."""
    kind = draw(st.sampled_from(m.Kind))
    bodies = st.lists(blocks(), min_size=1, max_size=5).map(tuple)
    return number(
        m.Document(
            name="lake",
            path=f"documents/{kind.value}/lake.yaml",
            kind=kind,
            language="en",
            date=draw(st.dates()),
            title=draw(_LINES),
            subtitle=draw(_MAYBE_LINE),
            summary=draw(_MAYBE_LINE),
            place=draw(_MAYBE_LINE),
            specimen=draw(st.booleans()),
            paragraph_numbers=draw(st.sampled_from(m.ParagraphNumbers)),
            contents=draw(st.sampled_from([None, True, False])),
            front=draw(_FRONTS[kind]),
            people=tuple(draw(people(id)) for id in PEOPLE),
            body=draw(bodies),
            commentary=draw(
                st.none() | st.builds(m.Commentary, by=st.just("anna"), paragraphs=_some(_PROSE))
            )
            if kind is m.Kind.INTERVIEW
            else None,
            closing=draw(_MAYBE_LINE) if kind is m.Kind.OPEN_LETTER else None,
            signatories=draw(_some(_signatories(), least=0)),
            enclosures=draw(_some(_PROSE, least=0)) if kind is m.Kind.OPEN_LETTER else (),
            copy_to=draw(_some(_PROSE, least=0)),
            annexes=draw(_some(st.builds(m.Annex, title=_LINES, body=bodies), least=0)),
            corrections=draw(_some(st.builds(m.Correction, date=st.dates(), text=_PROSE), least=0)),
            contacts=draw(_some(_PROSE, least=0)),
            notes=tuple(draw(_note(id)) for id in draw(st.permutations(NOTE_IDS))),
        )
    )
