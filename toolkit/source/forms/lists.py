"""Blocks that are lists: bulleted, numbered, lettered, demands, recommendations."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Discriminator, Field, Tag, model_validator

from toolkit.document.model import ListStyle
from toolkit.source.forms.base import MAXIMUM_ITEMS, Form, Shape, Written, refuse
from toolkit.source.forms.texts import Line, Prose, is_long_form

_LIST_FIELDS = {style.value for style in ListStyle}
_MANY = Field(min_length=1, max_length=MAXIMUM_ITEMS)


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
    """A lettered list: a), b), c)."""

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
