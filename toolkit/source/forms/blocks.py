"""The items of a body. A plain text is a paragraph; any other block is known by its first field."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, Discriminator, Field, Tag, ValidationInfo, model_validator

from toolkit.document.model import Consent, ListStyle
from toolkit.source.forms.base import (
    MAXIMUM_ITEMS,
    Form,
    Mention,
    Shape,
    Word,
    Written,
    refuse,
    seen,
)
from toolkit.source.forms.texts import (
    CellProse,
    Line,
    LongText,
    Paragraphs,
    Prose,
    is_long_form,
)
from toolkit.source.forms.values import Choice, Date, PersonReference, PlainWord, YesNo
from toolkit.source.tree import Scalar

_LIST_FIELDS = {style.value for style in ListStyle}
_MANY = Field(min_length=1, max_length=MAXIMUM_ITEMS)


class ParagraphForm(Form):
    """A paragraph. A plain text is one too; this form is for one without a number."""

    called: ClassVar = "the block `paragraph`"

    paragraph: Paragraphs = Field(
        description="The text of the paragraph; a blank line begins another one.",
        examples=["The lake was closed to fishing in 2021."],
    )
    unnumbered: YesNo = Field(
        default=False,
        description="`yes`: no number, though the paragraphs of this document are numbered.",
    )


class HeadingForm(Form):
    """A heading, first level below the title."""

    called: ClassVar = "the block `heading`"

    heading: Line = Field(description="The heading.", examples=["What happened"])


class SubheadingForm(Form):
    """A heading of the second level."""

    called: ClassVar = "the block `subheading`"

    subheading: Line = Field(description="The heading.", examples=["The first summer"])


def _attribution(by: Written, info: ValidationInfo) -> Written:
    if by.plain:
        id = Word(by.pieces[0].value, by.span)
        seen(info).mentions.append(Mention(id, may_be_name=True))
    return by


class QuoteForm(Form):
    """The words of another."""

    called: ClassVar = "the block `quote`"

    quote: Paragraphs = Field(
        description="What was said; a blank line begins another paragraph.",
        examples=["Nobody asked us."],
    )
    by: Annotated[Written, Shape(Annotated[Line, AfterValidator(_attribution)])] | None = Field(
        default=None,
        description="Who said it: an id from `people`, or a name.",
        examples=["aman-orazov", "A fisherman"],
    )
    role: Line | None = Field(
        default=None, description="As what the person said it.", examples=["Fisherman"]
    )


class QuestionForm(Form):
    """A question of an interview."""

    called: ClassVar = "the block `question`"

    question: Paragraphs = Field(
        description="What is asked; a blank line begins another paragraph.",
        examples=["When did you leave?"],
    )
    by: PersonReference = Field(
        description="Who asks: an id from `speakers`.", examples=["interviewer"]
    )


class AnswerForm(Form):
    """An answer of an interview."""

    called: ClassVar = "the block `answer`"

    answer: Paragraphs = Field(
        description="What is answered; a blank line begins another paragraph.",
        examples=["In the spring."],
    )
    by: PersonReference = Field(
        description="Who answers: an id from `speakers`.", examples=["aman-orazov"]
    )


class ItemForm(Form):
    """An item with a list below it."""

    called: ClassVar = "an item"

    item: Prose = Field(description="The text of the item.", examples=["Release:"])
    list: Items | None = Field(
        default=None, description="A bulleted list below this item.", examples=[["One", "Two"]]
    )
    numbered: Items | None = Field(
        default=None, description="A numbered list below this item.", examples=[["One", "Two"]]
    )
    letters: Items | None = Field(
        default=None, description="A list a), b), c) below this item.", examples=[["One", "Two"]]
    )

    @model_validator(mode="after")
    def _one_list(self) -> Self:
        if sum(self.nested(style) is not None for style in ListStyle) > 1:
            refuse("field.value", "an item holds one list below it, not several.")
        return self

    def nested(self, style: ListStyle) -> Items | None:
        """The list of this style below the item, if there is one."""
        return {
            ListStyle.BULLETS: self.list,
            ListStyle.NUMBERS: self.numbered,
            ListStyle.LETTERS: self.letters,
        }[style]


def _item(value: object) -> str:
    if isinstance(value, dict) and not {"item", *_LIST_FIELDS}.isdisjoint(value):
        return "<item>"
    return "<long text>" if is_long_form(value) else "<text>"


_Item = Annotated[
    Written | ItemForm,
    Shape(
        Annotated[
            Annotated[Prose, Tag("<text>")]
            | Annotated[Prose, Tag("<long text>")]
            | Annotated[ItemForm, Tag("<item>")],
            Discriminator(_item),
        ]
    ),
]
Items = Annotated[tuple[_Item, ...], _MANY]


class ListForm(Form):
    """A bulleted list."""

    called: ClassVar = "the block `list`"

    list: Items = Field(description="The items.", examples=[["First", "Second"]])


class NumberedForm(Form):
    """A numbered list: 1. 2. 3."""

    called: ClassVar = "the block `numbered`"

    numbered: Items = Field(description="The items.", examples=[["First", "Second"]])


class LettersForm(Form):
    """A lettered list: a) b) c)"""

    called: ClassVar = "the block `letters`"

    letters: Items = Field(description="The items.", examples=[["first", "second"]])


class DemandsForm(Form):
    """What is demanded; an open letter needs it."""

    called: ClassVar = "the block `demands`"

    demands: Items = Field(
        description="The demands, one an item.", examples=[["Reopen the lake to its villages."]]
    )


class RecommendationForm(Form):
    """What is recommended to one addressee."""

    called: ClassVar = "a recommendation"

    to: Line = Field(
        description="To whom it is recommended.", examples=["The Government of Lakeland"]
    )
    items: Items = Field(
        description="The recommendations, one an item.", examples=[["Publish the decree."]]
    )


class RecommendationsForm(Form):
    """Recommendations, grouped by addressee."""

    called: ClassVar = "the block `recommendations`"

    recommendations: Annotated[tuple[RecommendationForm, ...], _MANY] = Field(
        description="The addressees, each with the items for them."
    )


class CaseForm(Form):
    """A box about the case of one person."""

    called: ClassVar = "the block `case`"

    case: Line = Field(description="The name of the person.", examples=["Aman Orazov"])
    consent: Annotated[Consent, Choice(Consent)] = Field(
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


_Cells = Annotated[tuple[CellProse, ...], Field(min_length=1, max_length=MAXIMUM_ITEMS)]


class TableForm(Form):
    """A table with one row of column headers."""

    called: ClassVar = "the block `table`"

    table: Prose = Field(description="The caption.", examples=["People who left, by year"])
    columns: Annotated[tuple[CellProse, ...], _MANY] = Field(
        description="The headers of the columns.", examples=[["Country", "2023", "2024"]]
    )
    rows: Annotated[tuple[_Cells, ...], _MANY] = Field(
        description=(
            "The rows, each a list of cells. A cell that is only a number (`1320`, `12.5`, `46%`) is "
            "printed in each language's own way; write `{text: \"1.10\"}` for one that is a text."
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


BlockForm = (
    ParagraphForm
    | HeadingForm
    | SubheadingForm
    | QuoteForm
    | QuestionForm
    | AnswerForm
    | ListForm
    | NumberedForm
    | LettersForm
    | DemandsForm
    | RecommendationsForm
    | CaseForm
    | TableForm
    | FigureForm
)

#: Every block by the field that tells it.
BLOCKS: dict[str, type[Form]] = {
    "paragraph": ParagraphForm,
    "heading": HeadingForm,
    "subheading": SubheadingForm,
    "quote": QuoteForm,
    "question": QuestionForm,
    "answer": AnswerForm,
    "list": ListForm,
    "numbered": NumberedForm,
    "letters": LettersForm,
    "demands": DemandsForm,
    "recommendations": RecommendationsForm,
    "case": CaseForm,
    "table": TableForm,
    "figure": FigureForm,
}


def block_tag(value: object) -> str | None:
    """Which block an item of a body is; ``None`` if none that is known."""
    if isinstance(value, Scalar):
        return "<text>"
    if not isinstance(value, dict):
        return None
    for name in value:
        if name in BLOCKS:
            return f"<{name}>"
    return "<text>" if is_long_form(value) else None


def _tagged_blocks() -> Any:
    union: Any = Annotated[Paragraphs, Tag("<text>")]
    for name, form in BLOCKS.items():
        union = union | Annotated[form, Tag(f"<{name}>")]
    return Annotated[union, Discriminator(block_tag)]


#: An item of a body: a text of one or several paragraphs, or a block.
BodyItem = tuple[Written, ...] | BlockForm
#: A body. (Pydantic sees the union with its tags; the type checker sees what comes out of it.)
Body = Annotated[
    tuple[BodyItem, ...], Shape(Annotated[tuple[_tagged_blocks(), ...], _MANY])
]
