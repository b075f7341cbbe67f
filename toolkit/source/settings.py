"""The settings of a project as a frozen value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from toolkit.diagnostics import Finding, Severity, Span, finding
from toolkit.source import tree
from toolkit.source.forms.base import Word
from toolkit.source.forms.settings import ReleaseForm, SettingsForm, Weight
from toolkit.source.wording import listed

#: The folder that editions are written to if the settings name none.
OUTPUT = "build"

_BY_LANGUAGE = ("name", "short_name", "address")


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who publishes. Mappings are by language and cover all languages of the project, or are empty.

    ``logo`` is a path relative to the project, as it was typed; ``logo_span`` is where.
    """

    name: Mapping[str, str]
    short_name: Mapping[str, str]
    address: Mapping[str, str]
    logo: str = ""
    logo_span: Span | None = None
    email: str = ""
    website: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """How releases are signed: the tool by its name, the public key by its path in the project."""

    tool: str
    public_key: str
    public_key_span: Span


@dataclass(frozen=True, slots=True)
class PdfSignature:
    """How PDFs are signed inside: the certificate (PEM) by its path in the project."""

    certificate: str
    certificate_span: Span


@dataclass(frozen=True, slots=True)
class ReleaseSettings:
    """``files`` is the pattern of file names, or empty."""

    files: str = ""
    files_span: Span | None = None
    signature: Signature | None = None
    pdf_signature: PdfSignature | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """``languages`` are the editions to make, in order; ``output`` the folder they are written to.

    ``site`` is the address that this folder will have on the web, without a slash at its end, or empty.
    ``theme`` is the name of a theme, or nothing; ``theme_span`` is where it was typed.
    ``checks`` is what the project makes of rules, by their codes; ``None`` ignores a rule.
    """

    languages: tuple[str, ...]
    organisation: Organisation
    output: str = OUTPUT
    output_span: Span | None = None
    site: str = ""
    theme: str = ""
    theme_span: Span | None = None
    checks: Mapping[str, Severity | None] = field(default_factory=lambda: MappingProxyType({}))
    release: ReleaseSettings = ReleaseSettings()


def build_settings(form: SettingsForm) -> Settings:
    """The settings that a form describes."""
    given = form.organisation
    organisation = Organisation(
        name=_words(given.name),
        short_name=_words(given.short_name),
        address=_words(given.address),
        logo=_word(given.logo),
        logo_span=given.logo.span if given.logo else None,
        email=_word(given.email),
        website=_word(given.website),
        phone=_word(given.phone),
    )
    output_span = form.output.span if form.output else None
    checks = {
        code: None if weight is Weight.IGNORE else Severity(weight.value)
        for code, weight in (form.checks or {}).items()
    }
    return Settings(
        languages=form.languages,
        organisation=organisation,
        output=_word(form.output) or OUTPUT,
        output_span=output_span,
        site=_word(form.site).rstrip("/"),
        theme=_word(form.theme),
        theme_span=form.theme.span if form.theme else None,
        checks=MappingProxyType(checks),
        release=_release(form.release) if form.release else ReleaseSettings(),
    )


def _release(form: ReleaseForm) -> ReleaseSettings:
    given, inside = form.signature, form.pdf_signature
    return ReleaseSettings(
        files=_word(form.files),
        files_span=form.files.span if form.files else None,
        signature=Signature(given.tool.value, given.public_key.value, given.public_key.span)
        if given
        else None,
        pdf_signature=PdfSignature(inside.certificate.value, inside.certificate.span)
        if inside
        else None,
    )


def check_languages(root: tree.Mapping) -> Iterator[Finding]:
    """Names and addresses that are not given in every language of the project."""
    wanted = [item.value for item in _languages(root)]
    organisation = _entry(root, "organisation")
    for name in _BY_LANGUAGE:
        given = _entry(organisation.value, name) if organisation else None
        if given is None or not isinstance(given.value, tree.Mapping):
            continue
        missing = [code for code in dict.fromkeys(wanted) if code not in given.value.entries]
        if missing:
            message = f"`{name}` is not given in {listed(missing, joint='and')}."
            hint = f"Add `{missing[0]}: …` below it, or take the language out of `languages`."
            yield finding("settings.language", given.key_span, message, hint)


def _languages(root: tree.Mapping) -> list[tree.Scalar]:
    entry = _entry(root, "languages")
    items = entry.value.items if entry and isinstance(entry.value, tree.Sequence) else ()
    return [item for item in items if isinstance(item, tree.Scalar)]


def _entry(node: tree.Node, name: str) -> tree.Entry | None:
    return node.entries.get(name) if isinstance(node, tree.Mapping) else None


def _words(given: Mapping[str, Word] | None) -> Mapping[str, str]:
    return MappingProxyType({code: word.value for code, word in (given or {}).items()})


def _word(given: Word | None) -> str:
    return given.value if given else ""
