"""What commands work with, read from the project: documents and their catalogs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from toolkit.diagnostics import Finding, Result, Span, finding, has_errors
from toolkit.document.model import Document
from toolkit.edition import Translation, Translations
from toolkit.language import LANGUAGES, codes
from toolkit.project.files import read
from toolkit.project.place import SETTINGS, Project, po_path
from toolkit.project.selection import Selection, check_names, document_paths, select
from toolkit.source.reader import read_document
from toolkit.translation.catalog import Catalog, lookup
from toolkit.translation.header import language_finding
from toolkit.translation.message import Message, collect
from toolkit.translation.pofile import read as read_po


@dataclass(frozen=True)
class Shelf:
    """The selected documents that could be read, and everything found while reading them."""

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]


def load_documents(project: Project, selection: Selection) -> Result[Shelf]:
    """Read the selected documents. Without a value if the selection itself is wrong."""
    chosen = select(project, selection)
    if chosen.value is None:
        return Result(None, chosen.findings)
    found = list(check_names(document_paths(project)))
    spoilt = {item.span.path for item in found}
    documents: list[Document] = []
    for path in chosen.value:
        result = load_document(project, path)
        found.extend(result.findings)
        if result.value is not None and path not in spoilt and not has_errors(result.findings):
            documents.append(result.value)
    return Result(Shelf(tuple(documents), tuple(found)))


def load_document(project: Project, path: str) -> Result[Document]:
    """Read one document."""
    raw = read(project.root, path)
    if raw.value is None:
        return Result(None, raw.findings)
    result = read_document(raw.value, path, languages=codes())
    if result.value is None or result.value.language in project.settings.languages:
        return result
    language = result.value.language
    message = f"the document is written in `{language}`, which is not a language of the project"
    hint = f"add `{language}` to `languages` in `{SETTINGS}`: its own edition would be missing"
    problem = finding("settings.language", Span(path), message, hint)
    return Result(None, (*result.findings, problem))


def read_if_there(project: Project, path: str) -> Result[bytes]:
    """The bytes of a file of the project; no value and no finding if there is none."""
    if not project.path(path).exists() and not project.path(path).is_symlink():
        return Result(None)
    return read(project.root, path)


def load_catalog(project: Project, domain: str, language: str) -> Result[Catalog]:
    """The PO file of a document in a language; no value and no finding if there is none yet.

    A file that says it is in another language is a finding: its texts would get into the wrong edition.
    """
    path = po_path(domain, language)
    raw = read_if_there(project, path)
    if raw.value is None:
        return Result(None, raw.findings)
    result = read_po(raw.value, path)
    if result.value is None:
        return result
    foreign = language_finding(result.value, LANGUAGES[language])
    return Result(None if foreign else result.value, (*result.findings, *foreign))


def translations_of(catalog: Catalog | None) -> Translations:
    """What a catalog translates, for assembling an edition."""
    if catalog is None:
        return {}
    return {
        key: Translation(entry.msgstr[0], fuzzy=entry.fuzzy)
        for key, entry in lookup(catalog).items()
    }


@dataclass(frozen=True)
class Work:
    """One document with its messages and its catalogs by language (``None``: no PO file yet)."""

    document: Document
    catalogs: Mapping[str, Catalog | None]

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        """The messages of the document."""
        return collect(self.document)


def load_work(project: Project, document: Document, languages: Sequence[str]) -> Result[Work]:
    """A document with its catalogs. Without a value if a catalog cannot be read."""
    work, found = load_readable(project, document, languages)
    return Result(None if has_errors(found) else work, found)


def load_readable(
    project: Project, document: Document, languages: Sequence[str]
) -> tuple[Work, tuple[Finding, ...]]:
    """A document with those of its catalogs that can be read, and what is wrong with the others.

    A language whose PO file cannot be read is none of the work's languages; one that has no PO file yet
    is.
    """
    found: list[Finding] = []
    catalogs: dict[str, Catalog | None] = {}
    for language in languages:
        if language == document.language:
            continue
        result = load_catalog(project, document.name, language)
        found.extend(result.findings)
        if not has_errors(result.findings):
            catalogs[language] = result.value
    return Work(document, catalogs), tuple(found)
