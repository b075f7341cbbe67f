"""Blocks that stand apart from the text: cases, tables, pictures."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from toolkit.document.model import Consent
from toolkit.source.forms.base import MAXIMUM_ITEMS, Form
from toolkit.source.forms.texts import CellProse, HeaderProse, Line, Paragraphs, Prose
from toolkit.source.forms.values import Date, PlainWord, YesNo, choice

_MANY = Field(min_length=1, max_length=MAXIMUM_ITEMS)


class CaseForm(Form):
    """A box about the case of one person."""

    called: ClassVar = "the block `case`"

    case: Line = Field(description="The name of the person.", examples=["Aman Orazov"])
    consent: Annotated[Consent, choice(Consent)] = Field(
        description=(
            "On what ground the person is named: `given` (the person agreed), `public-record` "
            "(the name is public already), `fictional`."
        )
    )
    charges: Prose | None = Field(
        default=None, description="What the person is charged with.", examples=["Hooliganism"]
    )
    sentence: Prose | None = Field(
        default=None, description="The sentence.", examples=["Four years"]
    )
    status: Prose | None = Field(
        default=None, description="How things stand.", examples=["In prison; an appeal is pending"]
    )
    as_of: Date | None = Field(
        default=None, description="On what day things stood so.", examples=["2026-05-01"]
    )
    text: Paragraphs | None = Field(
        default=None, description="What happened; a blank line begins another paragraph."
    )


_Row = Annotated[tuple[CellProse, ...], Field(min_length=1, max_length=MAXIMUM_ITEMS)]


class TableForm(Form):
    """A table with one row of column headers."""

    called: ClassVar = "the block `table`"

    table: Prose = Field(description="The caption.", examples=["People who left, by year"])
    columns: Annotated[tuple[HeaderProse, ...], _MANY] = Field(
        description="The headers of the columns.", examples=[["Country", "2023", "2024"]]
    )
    rows: Annotated[tuple[_Row, ...], _MANY] = Field(
        description=(
            "The rows, each a list of cells. A cell that is only a number (`1320`, `12.5`, `46%`) is "
            'printed in each language\'s own way; write `{text: "1.10"}` for one that is a text.'
        ),
        examples=[[["Lakeland", "1320", "46%"]]],
    )
    row_headers: YesNo = Field(
        default=False, description="`yes`: the first cell of every row is a header."
    )
    source: Prose | None = Field(
        default=None,
        description="A line under the table that says where the figures are from.",
        examples=["Source: border statistics of Lakeland."],
    )


class FigureForm(Form):
    """A picture."""

    called: ClassVar = "the block `figure`"

    figure: PlainWord = Field(
        description="The picture's file, beside the document or in documents/assets.",
        examples=["lake.png"],
    )
    alt: Line = Field(
        description="What the picture shows, for those who cannot see it.",
        examples=["An empty jetty on a dry lake bed"],
    )
    caption: Prose | None = Field(
        default=None, description="A line under the picture.", examples=["The jetty in 2024"]
    )
    credit: Line | None = Field(
        default=None, description="Who made the picture.", examples=["Photograph: Lake Watch"]
    )
