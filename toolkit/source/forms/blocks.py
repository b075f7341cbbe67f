"""The items of a body. A plain text is a paragraph; any other block is known by its first field."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Discriminator, Field, Tag, ValidationInfo

from toolkit.source.forms.base import MAXIMUM_ITEMS, Form, Mention, Shape, Word, Written, seen
from toolkit.source.forms.boxes import CaseForm, FigureForm, TableForm
from toolkit.source.forms.charts import ChartForm
from toolkit.source.forms.lists import (
    DemandsForm,
    LettersForm,
    ListForm,
    NumberedForm,
    RecommendationsForm,
)
from toolkit.source.forms.texts import Line, Paragraphs, Passage, is_long_form
from toolkit.source.forms.values import PersonReference, YesNo
from toolkit.source.tree import Scalar


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
    | ChartForm
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
    "chart": ChartForm,
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
    union: Any = Annotated[Passage, Tag("<text>")]
    for name, form in BLOCKS.items():
        union = union | Annotated[form, Tag(f"<{name}>")]
    return Annotated[union, Discriminator(block_tag)]


#: An item of a body: a text of one or several paragraphs, or a block.
BodyItem = tuple[Written, ...] | BlockForm

_ITEM: Any = _tagged_blocks()
_BODY: Any = Annotated[tuple[_ITEM, ...], Field(min_length=1, max_length=MAXIMUM_ITEMS)]

#: A body. (Pydantic sees the union with its tags; the type checker sees what comes out of it.)
Body = Annotated[tuple[BodyItem, ...], Shape(_BODY)]
