"""``toolkit build``: every edition of the selected documents, as HTML and PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.diagnostics import Finding, Result, Span, finding
from toolkit.document.model import Document
from toolkit.project.place import Project
from toolkit.project.printing import Printed, PrintOptions, Progress, print_documents
from toolkit.project.write import WriteError, write_folder


@dataclass(frozen=True)
class Built:
    """The editions of one document, as they were written."""

    document: Document
    folder: str
    files: tuple[str, ...]
    pages: Mapping[str, int]
    unfinished: Mapping[str, int]


@dataclass(frozen=True)
class BuildReport:
    """What was built, and everything found on the way."""

    built: tuple[Built, ...]
    findings: tuple[Finding, ...]


def build(
    project: Project, options: PrintOptions, progress: Progress = lambda done, total: None
) -> BuildReport:
    """Build the selected documents; each document's editions are written together, or not at all.

    ``progress`` is told how many of how many editions are done. A document with errors is left out,
    and its old editions stay as they are.
    """
    found: list[Finding] = []
    built: list[Built] = []
    for printed in print_documents(project, options, progress):
        found.extend(printed.findings)
        if printed.value is not None:
            written = _write(project, printed.value)
            found.extend(written.findings)
            built.extend([written.value] if written.value else [])
    return BuildReport(tuple(built), tuple(found))


def _write(project: Project, printed: Printed) -> Result[Built]:
    document = printed.prepared.document
    folder = f"{project.output}/{printed.studio.naming.folder(document)}"
    try:
        write_folder(project.root, folder, printed.files)
    except WriteError as error:
        hint = "make room or mend the permissions; no edition is half written"
        message = f"the editions could not be written: {error}"
        return Result(None, (finding("file.write", Span(folder), message, hint),))
    names = tuple(sorted(printed.files))
    return Result(Built(document, folder, names, printed.pages, printed.unfinished))
