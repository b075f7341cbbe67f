"""The header of a PO file: what the toolkit keeps right in it, and what belongs to translators."""

from __future__ import annotations

from toolkit.diagnostics import Finding, finding
from toolkit.language import Language
from toolkit.translation.catalog import Catalog, Entry, with_fields
from toolkit.translation.plurals import same_rule
from toolkit.translation.template import PLACEHOLDERS

_CONTENT_TYPE = "text/plain; charset=UTF-8"


def updated_head(old: Catalog | None, template: Catalog, language: Language) -> Entry:
    """The header for a PO file, new or ``old``, that is brought up to date with a template.

    Fields that translators own (their names, teams, dates, and all that their editor adds) are
    filled only where they are missing or still say what a template says, and with nothing personal.
    """
    catalog = old or Catalog("", None, ())
    head = catalog.head or Entry(msgid="")
    fields = {
        name: value
        for name, value in _wanted(template, language).items()
        if not _stands(catalog, name, value, language)
    }
    return with_fields(head.changed(fuzzy=False) if head.fuzzy else head, fields)


def language_finding(catalog: Catalog, language: Language) -> tuple[Finding, ...]:
    """What is wrong with the Language header; a region (``ru_RU``) or no language at all is not."""
    declared = catalog.field("Language")
    if not declared or _base(declared) == language.code:
        return ()
    message = (
        f"the file says that it is in `{declared}`, but its folder is for "
        f"`{language.code}` ({language.adjective})"
    )
    hint = "move the file to the folder of its language, or correct its Language header"
    return (finding("po.language", catalog.field_span("Language"), message, hint),)


def _wanted(template: Catalog, language: Language) -> dict[str, str]:
    return {
        "Project-Id-Version": template.field("Project-Id-Version"),
        "Report-Msgid-Bugs-To": template.field("Report-Msgid-Bugs-To"),
        "POT-Creation-Date": template.field("POT-Creation-Date"),
        "PO-Revision-Date": template.field("POT-Creation-Date"),
        "Last-Translator": "",
        "Language-Team": language.adjective,
        "Language": language.code,
        "MIME-Version": "1.0",
        "Content-Type": _CONTENT_TYPE,
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": language.plural_forms,
    }


def _stands(catalog: Catalog, name: str, wanted: str, language: Language) -> bool:
    """Whether a field may stay as it is."""
    names = {field for field, _ in catalog.header}
    if name not in names:
        return False
    current = catalog.field(name)
    match name:
        case "Plural-Forms":
            return same_rule(current, wanted)
        case "Language":
            return _base(current) == language.code
        case "Content-Type":
            return current.lower().replace(" ", "") == _CONTENT_TYPE.lower().replace(" ", "")
        case "Project-Id-Version" | "PO-Revision-Date" | "Language-Team":
            return bool(current) and current != PLACEHOLDERS[name]
        case "Last-Translator":
            return current != PLACEHOLDERS[name]
        case _:
            return current == wanted


def _base(declared: str) -> str:
    return declared.replace("-", "_").partition("_")[0].partition("@")[0].lower()
