"""The register of names: the file ``documents/register.yaml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, cast

from pydantic import AfterValidator, Discriminator, Field, Tag, create_model

from toolkit.language import LANGUAGES
from toolkit.source.forms.base import MAXIMUM_ITEMS, Form, Shape, Word, refuse
from toolkit.source.forms.values import PlainWord, YesNo, identifier

#: What may serve as the id of an entry.
ENTRY_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_LETTER = re.compile(r"[^\W\d_]")


def _name(value: Word) -> Word:
    if not _LETTER.search(value.value):
        refuse("field.value", "a name has at least one letter.")
    return value


_NameWord = Annotated[PlainWord, AfterValidator(_name)]
_Words = Annotated[tuple[_NameWord, ...], Field(min_length=1, max_length=MAXIMUM_ITEMS)]


class NameForm(Form):
    """How one language spells a name."""

    called: ClassVar = "a name"

    name: _NameWord = Field(
        description="The name as it is to be written, in the form that stands in a dictionary.",
        examples=["Türkiye"],
    )
    short: _NameWord | None = Field(
        default=None,
        description="An acronym or a short name that will do as well.",
        examples=["OSCE"],
    )
    forms: _Words | None = Field(
        default=None,
        description="Other ways to write the name that are right, too; endings are known.",
        examples=[["Republic of Türkiye"]],
    )
    stems: _Words | None = Field(
        default=None,
        description="Beginnings of words: every word that begins so counts as the name.",
        examples=[["Ашхабад"]],
    )
    related: _Words | None = Field(
        default=None,
        description="Words that may stand for the name without being it, as an adjective.",
        examples=[["Turkish", "Turks"]],
    )
    forbidden: _Words | None = Field(
        default=None,
        description="Ways to write the name that are wrong here.",
        examples=[["Turkey"]],
    )


def _shape(value: object) -> str:
    return "<spelling>" if isinstance(value, dict) else "<name>"


def _spelling(value: NameForm | Word) -> NameForm:
    return value if isinstance(value, NameForm) else NameForm.model_construct(name=value)


#: A name, or a name with what else is to be known of it.
Name = Annotated[
    NameForm,
    Shape(
        Annotated[
            Annotated[_NameWord, Tag("<name>")] | Annotated[NameForm, Tag("<spelling>")],
            Discriminator(_shape),
            AfterValidator(_spelling),
        ]
    ),
]


class _EntryForm(Form):
    """What is named: a person, a place and so on."""

    called: ClassVar = "an entry"


def _entry_form() -> type[Form]:
    """The form of an entry: a field for each language, so that a new row is a new field."""
    fields: dict[str, Any] = {
        code: (
            Name | None,
            Field(default=None, description=f"The name in {row.adjective}.", examples=["…"]),
        )
        for code, row in LANGUAGES.items()
    }
    fields["keep"] = (
        YesNo | None,
        Field(
            default=None,
            description="Whether the name is the same in all languages; give it in one of them.",
            examples=["yes"],
        ),
    )
    fields["required"] = (
        YesNo | None,
        Field(
            default=None,
            description="Whether an edition must name it if one does. Terms need not, all else must.",
            examples=["no"],
        ),
    )
    form = create_model("EntryForm", __base__=_EntryForm, __module__=__name__, **fields)
    form.__doc__ = _EntryForm.__doc__
    return cast(type[Form], form)


EntryForm = _entry_form()
_EntryId = Annotated[str, AfterValidator(identifier(ENTRY_ID, "aman-orazov"))]
_Entries = Annotated[dict[_EntryId, EntryForm], Field(max_length=MAXIMUM_ITEMS)]  # type: ignore[valid-type]


class RegisterForm(Form):
    """The names that all documents spell alike, and that no edition may lose."""

    called: ClassVar = "the register"
    parts: ClassVar[Mapping[str, type[Form]]] = MappingProxyType(
        dict.fromkeys(("people", "organisations", "places", "acronyms", "terms"), EntryForm)
    )

    people: _Entries | None = Field(
        default=None,
        description="People by ids of your choice: given name first, then the surname.",
        examples=[{"aman-orazov": {"ru": "Аман Оразов", "tk": "Aman Orazow", "en": "Aman Orazov"}}],
    )
    organisations: _Entries | None = Field(
        default=None,
        description="Organisations, offices, and what else has a name of several words.",
        examples=[
            {"lake-watch": {"ru": "Озёрный дозор", "tk": "Köl garawuly", "en": "Lake Watch"}}
        ],
    )
    places: _Entries | None = Field(
        default=None,
        description="Countries, cities, and other places.",
        examples=[{"turkiye": {"ru": "Турция", "tk": "Türkiýe", "en": "Türkiye"}}],
    )
    acronyms: _Entries | None = Field(
        default=None,
        description="Acronyms that stand without a full name.",
        examples=[{"osce": {"ru": "ОБСЕ", "tk": "ÝHHG", "en": "OSCE"}}],
    )
    terms: _Entries | None = Field(
        default=None,
        description="Words of the field: only their spelling is checked, unless they are required.",
        examples=[{"ngo": {"ru": "НПО", "tk": "HDG", "en": "NGO"}}],
    )
