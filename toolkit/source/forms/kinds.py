"""The four kinds of document, field by field."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Discriminator, Field, Tag, WithJsonSchema

from toolkit.document.model import Delivery, Kind, ParagraphNumbers
from toolkit.source.forms.base import MAXIMUM_ITEMS, Form, Shape, Word
from toolkit.source.forms.blocks import Body
from toolkit.source.forms.common import CorrectionForm, NoteForm, PersonForm, SignatoryForm
from toolkit.source.forms.texts import Line, Paragraphs, Prose
from toolkit.source.forms.values import (
    AnyLanguage,
    Count,
    Date,
    Language,
    NoteId,
    PersonId,
    PersonReference,
    YesNo,
    choice,
)

_MANY = Field(max_length=MAXIMUM_ITEMS)
_SOME = Field(min_length=1, max_length=MAXIMUM_ITEMS)

_Signatories = Annotated[tuple[SignatoryForm, ...], _MANY]
_People = dict[PersonId, PersonForm]
_Lines = Annotated[tuple[Line, ...], _MANY]


def _kind(kind: Kind) -> Any:
    return Annotated[Kind, choice(Kind), WithJsonSchema({"const": kind.value})]


class AnnexForm(Form):
    """A part after the body."""

    called: ClassVar = "an annex"

    title: Line = Field(description="The title of the annex.", examples=["The decree of 2021"])
    body: Body = Field(description="The blocks of the annex, as in the body.")


class DocumentForm(Form):
    """The fields of every kind of document."""

    language: Language = Field(
        description="The language you write this document in.", examples=["ru", "tk", "en"]
    )
    date: Date = Field(description="The date of the document.", examples=["2024-10-04"])
    revision: Count = Field(
        default=1,
        description="Which revision of the text this is; raise it when a published text changes.",
        examples=[2],
    )
    title: Line = Field(description="The title.", examples=["The lake belongs to its villages"])
    subtitle: Line | None = Field(
        default=None, description="A second title below the first.", examples=["Three years later"]
    )
    summary: Line | None = Field(
        default=None,
        description="One or two sentences for the head of the page.",
        examples=["Since 2021 nobody may fish in the lake. We ask why."],
    )
    place: Line | None = Field(
        default=None, description="Where the document was issued.", examples=["Lakeside"]
    )
    specimen: YesNo = Field(
        default=False,
        description="`yes`: the page says that people and places in it are fictional.",
    )
    paragraph_numbers: Annotated[ParagraphNumbers, choice(ParagraphNumbers)] = Field(
        default=ParagraphNumbers.NONE,
        description=(
            "Numbers before the paragraphs: `document` (1, 2, 3 … to the end), `section` (from 1 "
            "under each heading) or `no`."
        ),
    )
    contents: YesNo | None = Field(
        default=None,
        description="`yes` or `no`: a table of contents. Without it, long reports have one.",
    )
    people: _People = Field(
        default={},
        description="People whom quotes and the like refer to, each under an id.",
        examples=[{"aman-orazov": {"name": "Aman Orazov", "role": "Fisherman"}}],
    )
    body: Body = Field(description="The blocks of the document. A plain text is a paragraph.")
    annexes: Annotated[tuple[AnnexForm, ...], _MANY] = Field(
        default=(), description="Parts after the body, each with a title and a body."
    )
    signatories: _Signatories = Field(default=(), description="Who signs.")
    copy_to: _Lines = Field(
        default=(), description="Who gets a copy.", examples=[["The Ombudsman of Lakeland"]]
    )
    corrections: Annotated[tuple[CorrectionForm, ...], _MANY] = Field(
        default=(), description="What was corrected after publication, and when."
    )
    contacts: Annotated[tuple[Prose, ...], _MANY] = Field(
        default=(), description="Whom to ask, a line each.", examples=[["press@example.org"]]
    )
    notes: dict[NoteId, NoteForm] = Field(
        default={},
        description="Footnotes, each under an id that a text refers to as `[^id]`.",
        examples=[{"decree": "Decree 14 of 2 May 2021."}],
    )


class StatementForm(DocumentForm):
    """A statement. With signatories it is a joint statement."""

    called: ClassVar = "a statement"

    kind: _kind(Kind.STATEMENT) = Field(description="What sort of document this is.")  # type: ignore[valid-type]
    issuer: Line | None = Field(
        default=None,
        description="Who issues it, if it is not the organisation of toolkit.yaml.",
        examples=["The Lake Coalition"],
    )
    occasion: Line | None = Field(
        default=None, description="What it is issued on.", examples=["World Water Day"]
    )
    open_until: Date | None = Field(
        default=None, description="Until when it may be signed.", examples=["2024-12-01"]
    )


class AddresseeForm(Form):
    """Whom an open letter is addressed to."""

    called: ClassVar = "an addressee"

    name: Line = Field(description="The name, or who is meant.", examples=["Aman Orazov"])
    office: Line | None = Field(
        default=None, description="The office held.", examples=["Minister of Water"]
    )
    address: _Lines = Field(
        default=(),
        description="The address, a line each.",
        examples=[["1 Quay Street", "Lakeside"]],
    )


class OpenLetterForm(DocumentForm):
    """An open letter. Its body holds at least one block `demands`."""

    called: ClassVar = "an open letter"

    kind: _kind(Kind.OPEN_LETTER) = Field(description="What sort of document this is.")  # type: ignore[valid-type]
    addressees: Annotated[tuple[AddresseeForm, ...], _SOME] = Field(
        description="Whom the letter is addressed to."
    )
    salutation: Line = Field(
        description="How the letter greets its reader.", examples=["Dear Minister,"]
    )
    closing: Line | None = Field(
        default=None, description="The words before the signatures.", examples=["Respectfully,"]
    )
    signatories: Annotated[tuple[SignatoryForm, ...], _SOME] = Field(description="Who signs.")
    reply_by: Date | None = Field(
        default=None, description="By when a reply is asked for.", examples=["2024-12-01"]
    )
    enclosures: _Lines = Field(
        default=(), description="What is enclosed.", examples=[["A list of the closed villages"]]
    )


class EventForm(Form):
    """The meeting that a report was made for."""

    called: ClassVar = "an event"

    name: Line = Field(description="The name of the meeting.", examples=["Lakes Conference"])
    session: Line = Field(
        description="The number and title of the session; quote it, since it holds a colon.",
        examples=["Plenary session IV: Fundamental freedoms II"],
    )
    place: Line = Field(description="Where it was held.", examples=["Warsaw"])


def _speaker(value: object) -> str:
    return "<person>" if isinstance(value, dict) else "<id>"


_Speaker = Annotated[
    Word | PersonForm,
    Shape(
        Annotated[
            Annotated[PersonReference, Tag("<id>")] | Annotated[PersonForm, Tag("<person>")],
            Discriminator(_speaker),
        ]
    ),
]


class ReportForm(DocumentForm):
    """A report to a conference."""

    called: ClassVar = "a report"

    kind: _kind(Kind.REPORT) = Field(description="What sort of document this is.")  # type: ignore[valid-type]
    event: EventForm = Field(description="The meeting that the report was made for.")
    organisation: Line | None = Field(
        default=None,
        description="Whose report it is, if not that of the organisation of toolkit.yaml.",
        examples=["The Lake Coalition"],
    )
    speaker: _Speaker | None = Field(
        default=None,
        description="Who delivers it: an id from `people`, or a person.",
        examples=["aman-orazov"],
    )
    delivered: Annotated[Delivery, choice(Delivery)] | None = Field(
        default=None, description="How it was delivered: `spoken` or `written`."
    )


class CommentaryForm(Form):
    """What somebody says after an interview."""

    called: ClassVar = "a commentary"

    by: PersonReference = Field(
        description="Who comments: an id from `people` or `speakers`.", examples=["aman-orazov"]
    )
    text: Paragraphs = Field(description="The commentary; a blank line begins another paragraph.")


class InterviewForm(DocumentForm):
    """An interview. Its body holds blocks `question` and `answer`."""

    called: ClassVar = "an interview"

    kind: _kind(Kind.INTERVIEW) = Field(description="What sort of document this is.")  # type: ignore[valid-type]
    introduction: Paragraphs = Field(
        description="What a reader should know first; a blank line begins another paragraph."
    )
    speakers: Annotated[_People, Field(min_length=1)] = Field(
        description="Who speaks, each under an id that `by` refers to.",
        examples=[{"interviewer": {"name": "Lake Watch"}}],
    )
    commentary: CommentaryForm | None = Field(
        default=None, description="What somebody says about the interview, after it."
    )
    original_language: AnyLanguage | None = Field(
        default=None,
        description="The language the interview was held in, if it is not that of this document.",
        examples=["tk"],
    )


#: The form of every kind.
KINDS: dict[Kind, type[DocumentForm]] = {
    Kind.STATEMENT: StatementForm,
    Kind.OPEN_LETTER: OpenLetterForm,
    Kind.REPORT: ReportForm,
    Kind.INTERVIEW: InterviewForm,
}
