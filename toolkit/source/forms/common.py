"""Parts that several kinds of document share: people, signatories, footnotes, corrections."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Discriminator, Field, Tag, model_validator

from toolkit.source.forms.base import Form, Shape, Written, refuse
from toolkit.source.forms.texts import Line, NoteProse, Prose
from toolkit.source.forms.values import AnyLanguage, Date, DateOrYear, HttpsAddress, PlainWord


class PersonForm(Form):
    """Somebody who speaks, is quoted or comments."""

    called: ClassVar = "a person"

    name: Line = Field(description="The name, as it is printed.", examples=["Aman Orazov"])
    role: Line | None = Field(
        default=None, description="What the person is or does.", examples=["Lawyer"]
    )
    organisation: Line | None = Field(
        default=None, description="The organisation the person belongs to.", examples=["Lake Watch"]
    )


class SignatoryForm(Form):
    """Who signs: a person, or an organisation without a person's name."""

    called: ClassVar = "a signatory"

    name: Line | None = Field(
        default=None, description="The name of the person.", examples=["Aman Orazov"]
    )
    role: Line | None = Field(
        default=None, description="As what the person signs.", examples=["Director"]
    )
    organisation: Line | None = Field(
        default=None, description="The organisation that signs.", examples=["Lake Watch"]
    )
    country: Line | None = Field(
        default=None, description="The country of who signs.", examples=["Lakeland"]
    )

    @model_validator(mode="after")
    def _somebody_signs(self) -> Self:
        if self.name is None and self.organisation is None:
            refuse("field.missing", "a signatory has neither `name` nor `organisation`.")
        return self


class CorrectionForm(Form):
    """What was corrected after publication."""

    called: ClassVar = "a correction"

    date: Date = Field(description="The day of the correction.", examples=["2024-11-01"])
    text: Prose = Field(
        description="What was corrected.",
        examples=["The number of people in paragraph 3 was 46, not 64."],
    )


class SourceForm(Form):
    """A published source. Publisher and title are printed as they stand, in every edition."""

    called: ClassVar = "a source"

    title: PlainWord = Field(
        description="The title of what was published, in its own language.",
        examples=["Letters from the lake"],
    )
    publisher: PlainWord | None = Field(
        default=None, description="Who published it.", examples=["The Lakeland Herald"]
    )
    language: AnyLanguage | None = Field(
        default=None,
        description="The language of the title, if it is not that of the document.",
        examples=["ru", "tk", "en"],
    )
    date: DateOrYear | None = Field(
        default=None, description="When it was published: a day or a year.", examples=["2024-03-01"]
    )
    url: HttpsAddress | None = Field(
        default=None, description="Where it can be read.", examples=["https://example.org/lake"]
    )
    archived: HttpsAddress | None = Field(
        default=None,
        description="Where an archive keeps a copy of it.",
        examples=["https://archive.example.org/lake"],
    )
    text: NoteProse | None = Field(
        default=None, description="A comment on the source; it is translated.", examples=["Page 4."]
    )


def _note(value: object) -> str:
    if not isinstance(value, dict) or "note" in value or "context" in value:
        return "<note text>"
    return "<note text>" if value.keys() == {"text"} else "<source>"


#: A footnote: a text, or a source.
NoteForm = Annotated[
    Written | SourceForm,
    Shape(
        Annotated[
            Annotated[NoteProse, Tag("<note text>")] | Annotated[SourceForm, Tag("<source>")],
            Discriminator(_note),
        ]
    ),
]
