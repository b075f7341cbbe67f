"""The settings of a project: the file ``toolkit.yaml``."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, Field, model_validator

from toolkit.source.forms.base import Form, Word, refuse
from toolkit.source.forms.values import HttpsAddress, Language, PlainWord, RuleCode, choice
from toolkit.source.wording import shown

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_THEME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PHONE = re.compile(r"\+?[0-9][0-9 ()/-]{3,30}")


def _email(value: Word) -> Word:
    if not _EMAIL.fullmatch(value.value):
        refuse("field.value", "this is not an e-mail address.", "Write it as `info@example.org`.")
    return value


def _phone(value: Word) -> Word:
    if not _PHONE.fullmatch(value.value):
        refuse("field.value", "this is not a telephone number.", "Write it as `+41 22 000 00 00`.")
    return value


def _theme(value: Word) -> Word:
    if not _THEME.fullmatch(value.value):
        hint = "Write the name of a file in `templates/themes`, without `.css`."
        refuse("field.value", f"{shown(value.value)} cannot be the name of a theme.", hint)
    return value


_ByLanguage = Annotated[dict[Language, PlainWord], Field(min_length=1)]


class OrganisationForm(Form):
    """Who publishes the documents."""

    called: ClassVar = "`organisation`"

    name: _ByLanguage = Field(
        description="The full name, in every language of the project.",
        examples=[{"ru": "Озёрный дозор", "tk": "Köl garawuly", "en": "Lake Watch"}],
    )
    short_name: _ByLanguage | None = Field(
        default=None,
        description="A short name or acronym for running heads, in every language.",
        examples=[{"ru": "ОД", "tk": "KG", "en": "LW"}],
    )
    logo: PlainWord | None = Field(
        default=None,
        description="The file of the logo, from the folder of toolkit.yaml on.",
        examples=["documents/assets/logo.svg"],
    )
    address: _ByLanguage | None = Field(
        default=None,
        description="The postal address on one line, in every language.",
        examples=[{"ru": "Озёрск", "tk": "Kölkent", "en": "1 Quay Street, Lakeside"}],
    )
    email: Annotated[PlainWord, AfterValidator(_email)] | None = Field(
        default=None, description="The e-mail address.", examples=["info@example.org"]
    )
    website: HttpsAddress | None = Field(
        default=None, description="The web site.", examples=["https://example.org"]
    )
    phone: Annotated[PlainWord, AfterValidator(_phone)] | None = Field(
        default=None, description="The telephone number.", examples=["+41 22 000 00 00"]
    )


class Weight(StrEnum):
    """How much a project makes of what a rule of `check` finds."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    IGNORE = "ignore"


class SigningTool(StrEnum):
    """What signs a release."""

    MINISIGN = "minisign"
    SSH = "ssh"
    GPG = "gpg"


class SignatureForm(Form):
    """How releases are signed. The secret key is never in the project."""

    called: ClassVar = "`signature`"

    tool: Annotated[SigningTool, choice(SigningTool)] = Field(
        description="The program that signs: minisign, ssh or gpg.", examples=["minisign"]
    )
    public_key: PlainWord = Field(
        description="The file of the public key, from the folder of toolkit.yaml on.",
        examples=["release-key.pub"],
    )


class PdfSignatureForm(Form):
    """How PDFs are signed inside. The secret key is never in the project."""

    called: ClassVar = "`pdf_signature`"

    certificate: PlainWord = Field(
        description="The file of the certificate (PEM), from the folder of toolkit.yaml on.",
        examples=["release-certificate.pem"],
    )


class ReleaseForm(Form):
    """What `toolkit release` makes."""

    called: ClassVar = "`release`"

    files: PlainWord | None = Field(
        default=None,
        description="The pattern of file names; `<date>-<slug>.<lang>` if it is not given.",
        examples=["<date>-<slug>.<lang>"],
    )
    signature: SignatureForm | None = Field(
        default=None, description="How the list of hashes is signed."
    )
    pdf_signature: PdfSignatureForm | None = Field(
        default=None, description="How each PDF is signed inside."
    )


class SettingsForm(Form):
    """The settings of the project."""

    called: ClassVar = "`toolkit.yaml`"

    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = Field(
        description="The editions to make of every document, in the order they are shown in.",
        examples=[["ru", "tk", "en"]],
    )
    organisation: OrganisationForm = Field(description="Who publishes the documents.")
    output: PlainWord | None = Field(
        default=None,
        description="The folder that editions are written to; `build` if it is not given.",
        examples=["build"],
    )
    site: HttpsAddress | None = Field(
        default=None,
        description="The address on the web that the folder of the editions will have.",
        examples=["https://example.org/documents"],
    )
    theme: Annotated[PlainWord, AfterValidator(_theme)] | None = Field(
        default=None,
        description="A theme: the name of a file in `templates/themes`, without `.css`.",
        examples=["quarto"],
    )
    checks: dict[RuleCode, Annotated[Weight, choice(Weight)]] | None = Field(
        default=None,
        description="How much a rule of `check` weighs here, by its code; `ignore` is not at all.",
        examples=[{"check.nbsp": "ignore", "check.negation": "error"}],
    )

    release: ReleaseForm | None = Field(default=None, description="What releases are like.")

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if len(set(self.languages)) < len(self.languages):
            message = "a language is listed twice under `languages`."
            refuse("field.value", message, "Name each once.")
        return self
