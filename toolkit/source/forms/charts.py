"""The block `chart`: numbers in a small table, which are drawn."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from toolkit.document.model import ChartKind
from toolkit.source.forms.base import MAXIMUM_ITEMS, Form
from toolkit.source.forms.texts import HeaderProse, Line, Prose
from toolkit.source.forms.values import choice

_MANY = Field(min_length=1, max_length=MAXIMUM_ITEMS)
_Row = Annotated[tuple[HeaderProse, ...], Field(min_length=1, max_length=MAXIMUM_ITEMS)]


class ChartForm(Form):
    """A chart, drawn from a small table: the first column names what the numbers of a row are of."""

    called: ClassVar = "the block `chart`"

    chart: Prose = Field(description="The caption.", examples=["People who left, by year"])
    type: Annotated[ChartKind, choice(ChartKind)] = Field(
        description=(
            "`bar` compares, `line` follows numbers through time, `stacked` shows parts of a whole."
        ),
    )
    alt: Line = Field(
        description="What the chart shows, in one sentence, for those who cannot see it.",
        examples=["The number of people who left doubles within three years"],
    )
    unit: Line | None = Field(
        default=None, description="What the numbers count.", examples=["people"]
    )
    columns: Annotated[tuple[HeaderProse, ...], _MANY] = Field(
        description=(
            "The headers of the columns: over the first one a word or nothing, over each of the "
            "others the name of a series of numbers."
        ),
        examples=[["Year", "Women", "Men"]],
    )
    rows: Annotated[tuple[_Row, ...], _MANY] = Field(
        description=(
            "The rows: first a year or a word, then a number for every series (`1320`, `12.5`, "
            '`46%`), or `""` where it is not known.'
        ),
        examples=[[["2023", "1320", "990"]]],
    )
    source: Prose | None = Field(
        default=None,
        description="A line under the chart that says where the numbers are from.",
        examples=["Source: border statistics of Lakeland."],
    )
