"""Texts for readers: each is inline Markdown, and each is translated."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Discriminator, Field, Tag, ValidationInfo

from toolkit.document.inline import note_references
from toolkit.source.forms.base import (
    MAXIMUM_ITEMS,
    MAXIMUM_TEXT,
    Form,
    Leaf,
    Shape,
    Written,
    is_blank,
    refuse,
    seen,
)
from toolkit.source.forms.values import PlainWord, RuleCode
from toolkit.source.tree import Scalar
from toolkit.source.wording import shown

_QUOTE_IT = "Put the whole text in quotes."
_LONG_FORM = {"text", "note", "context", "waive"}


def _written(value: object, info: ValidationInfo) -> Written:
    if isinstance(value, dict):
        name = shown(str(next(iter(value), "")))
        message = f"a text is wanted here, but the colon makes {name} the name of a field."
        refuse("field.type", message, _QUOTE_IT)
    if not isinstance(value, Scalar):
        refuse(
            "field.type", "one text is wanted here, not a list.", "If it begins with `[`, quote it."
        )
    if is_blank(value):
        refuse("field.missing", "nothing stands here.", "Write the text, or delete the line.")
    if len(value.value) > MAXIMUM_TEXT:
        refuse("field.value", f"the text is longer than {MAXIMUM_TEXT:,} characters.", "Divide it.")
    text = Written(value.pieces, value.pieces[0].span)
    seen(info).texts.append(text)
    return text


def _cell(value: object, info: ValidationInfo) -> Written | None:
    return None if is_blank(value) else _written(value, info)


_TEXT_TYPES = ["string", "number", "boolean"]
_Short = Annotated[Written, Leaf(_written, type=_TEXT_TYPES)]
_ShortCell = Annotated[Written | None, Leaf(_cell, type=[*_TEXT_TYPES, "null"])]


class LongText(Form):
    """A text with a word to its translators, or about what rules find in it."""

    called: ClassVar = "a text"

    text: _Short = Field(description="The text itself.", examples=["The Lake Committee"])
    note: PlainWord | None = Field(
        default=None,
        description="A note to translators; it is not printed.",
        examples=["A committee of villagers, not of the state."],
    )
    context: PlainWord | None = Field(
        default=None,
        description="A word that tells this text from an equal one that is translated otherwise.",
        examples=["a person", "a place"],
    )
    waive: Annotated[dict[RuleCode, PlainWord], Field(min_length=1)] | None = Field(
        default=None,
        description="Rules of `check` that are wrong about this text, by their codes, each with the "
        "reason. It is not printed, and says nothing about translations.",
        examples=[{"check.quotes": "The sign is quoted just as it was painted."}],
    )


def _unwrap(value: LongText | Written | None) -> Written | None:
    if not isinstance(value, LongText):
        return value
    return Written(
        value.text.pieces,
        value.text.span,
        note=value.note.value if value.note else "",
        context=value.context.value if value.context else None,
        plain=False,
        waive=tuple((value.waive or {}).items()),
    )


def is_long_form(value: object) -> bool:
    """Whether a value is a mapping with `text`, `note`, `context` or `waive`."""
    return isinstance(value, dict) and not _LONG_FORM.isdisjoint(value)


def _form(value: object) -> str:
    return "<long text>" if is_long_form(value) else "<text>"


def _form_or_list(value: object) -> str:
    return "<list>" if isinstance(value, list) else _form(value)


def _text(short: Any) -> Any:
    short_or_long = Annotated[short, Tag("<text>")] | Annotated[LongText, Tag("<long text>")]
    return Annotated[short_or_long, Discriminator(_form), AfterValidator(_unwrap)]


def _one_paragraph(text: Written) -> Written:
    if len(text.pieces) > 1:
        refuse(
            "text.paragraphs",
            "one paragraph is wanted here; a second one begins after a blank line.",
            "Delete the blank line, or make it one paragraph.",
            text.pieces[1].span,
        )
    return text


def _one_paragraph_or_none(text: Written | None) -> Written | None:
    return text and _one_paragraph(text)


def _no_notes(text: Written) -> Written:
    for id in note_references(text.pieces[0].value):
        refuse(
            "note.in-heading",
            f"the footnote {shown(f'[^{id}]')} stands in a title, name or the like.",
            "Refer to the footnote in a paragraph.",
            text.span,
        )
    return text


def _no_notes_or_none(text: Written | None) -> Written | None:
    return text and _no_notes(text)


def _no_notes_in_notes(text: Written) -> Written:
    for id in note_references(text.pieces[0].value):
        refuse(
            "note.in-heading",
            f"the footnote {shown(f'[^{id}]')} is referred to in another footnote.",
            "Say it in this footnote, or refer to both in the paragraph.",
            text.span,
        )
    return text


def _join(value: Written | tuple[Written, ...]) -> tuple[Written, ...]:
    return value if isinstance(value, tuple) else (value,)


_TEXT: Any = _text(_Short)
_LIST: Any = Annotated[tuple[_TEXT, ...], Field(min_length=1, max_length=MAXIMUM_ITEMS)]
_CELL: Any = _text(_ShortCell)

#: One paragraph.
Prose = Annotated[Written, Shape(Annotated[_TEXT, AfterValidator(_one_paragraph)])]
#: One paragraph that is printed in several places (titles, names), so it calls no footnotes.
Line = Annotated[
    Written, Shape(Annotated[_TEXT, AfterValidator(_one_paragraph), AfterValidator(_no_notes)])
]
#: The text of a footnote.
NoteProse = Annotated[
    Written,
    Shape(Annotated[_TEXT, AfterValidator(_one_paragraph), AfterValidator(_no_notes_in_notes)]),
]
#: One or several paragraphs in one text, with blank lines between them.
Passage = Annotated[tuple[Written, ...], Shape(Annotated[_TEXT, AfterValidator(_join)])]
#: One or several paragraphs, in one text or as a list of texts.
Paragraphs = Annotated[
    tuple[Written, ...],
    Shape(
        Annotated[
            Annotated[_Short, Tag("<text>")]
            | Annotated[LongText, AfterValidator(_unwrap), Tag("<long text>")]
            | Annotated[_LIST, Tag("<list>")],
            Discriminator(_form_or_list),
            AfterValidator(_join),
        ]
    ),
]
#: A table cell: a text of one paragraph, a number, or nothing.
CellProse = Annotated[
    Written | None, Shape(Annotated[_CELL, AfterValidator(_one_paragraph_or_none)])
]
#: The header of a column: a cell that is printed again on every page, so it calls no footnotes.
HeaderProse = Annotated[
    Written | None, Shape(Annotated[CellProse, AfterValidator(_no_notes_or_none)])
]
