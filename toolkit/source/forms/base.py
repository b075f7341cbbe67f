"""What all forms share: strictness, blank fields, and what was seen while a form was filled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, ClassVar, NoReturn, cast

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from toolkit.diagnostics import Span
from toolkit.source.tree import Piece, Scalar

#: The longest text, in characters: some ten pages in one paragraph.
MAXIMUM_TEXT = 20_000
#: The longest list, of blocks or of anything else.
MAXIMUM_ITEMS = 20_000


class Form(BaseModel):
    """Fields with known names. A field that is left blank counts as not given."""

    #: How findings call what fills in this form.
    called: ClassVar[str] = "this"
    #: The forms that some of its fields are filled in with, where the name of a field does not tell.
    parts: ClassVar[Mapping[str, type[Form]]] = MappingProxyType({})

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        defer_build=True,
        model_title_generator=lambda form: cast(type[Form], form).called,
    )

    @model_validator(mode="before")
    @classmethod
    def _drop_blank(cls, value: object) -> object:
        if not isinstance(value, dict):
            return value
        return {
            name: filled
            for name, filled in value.items()
            if not (name in cls.model_fields and is_blank(filled))
        }


@dataclass(frozen=True, slots=True)
class Word:
    """A value that is not a text for readers (an id, an address, a file name), and its place."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Written:
    """A text as an author wrote it: its paragraphs, and what it says to translators.

    ``waive`` are codes of rules that are not to speak up about it, each with the reason.
    """

    pieces: tuple[Piece, ...]
    span: Span
    note: str = ""
    context: str | None = None
    plain: bool = True
    waive: tuple[tuple[str, Word], ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A person is referred to. ``may_be_name``: a name in words will do as well as an id."""

    id: Word
    may_be_name: bool = False


@dataclass(slots=True)
class Seen:
    """What the values of one file were seen to hold, also of those parts that have errors.

    It travels as pydantic's validation context, so that references between parts can be checked in the
    same run as the parts themselves. ``languages`` are those that the toolkit knows.
    """

    languages: frozenset[str]
    texts: list[Written] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


def seen(info: ValidationInfo) -> Seen:
    """The validation context of this file."""
    return cast(Seen, info.context)


def is_blank(value: object) -> bool:
    """Whether nothing was typed here."""
    return isinstance(value, Scalar) and not value.value.strip()


def refuse(code: str, message: str, hint: str = "", span: Span | None = None) -> NoReturn:
    """Refuse a value with a code of ours; ``span`` if the place is not simply that of the value."""
    context: dict[str, Any] = {"message": message, "hint": hint, "span": span}
    raise PydanticCustomError(cast(Any, code), "{message}", context)


class Leaf:
    """An annotation: ``read`` makes the value of what was typed; ``schema`` is what an editor knows."""

    def __init__(self, read: Callable[[Any, ValidationInfo], object], **schema: object) -> None:
        self._read = read
        self._schema = schema

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Pydantic's hook: nothing but ``read`` decides."""
        return core_schema.with_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Pydantic's hook: the schema, anew each time since the caller adds to it."""
        return dict(self._schema)


@dataclass(frozen=True, slots=True)
class Shape:
    """An annotation: the value is validated as ``annotation`` says, which ends in another type."""

    annotation: object

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Pydantic's hook: the schema of the annotation stands for that of the type."""
        return handler.generate_schema(self.annotation)
