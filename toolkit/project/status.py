"""``toolkit status``: how far the translations of each document are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.checks.waivers import Waiver
from toolkit.diagnostics import Finding
from toolkit.project.examining import open_examiner
from toolkit.project.library import load_documents, load_readable
from toolkit.project.place import Project
from toolkit.project.selection import Selection
from toolkit.translation.coverage import Coverage, coverage


@dataclass(frozen=True)
class StatusRow:
    """One document in one language; ``has_file`` is whether its PO file exists."""

    document: str
    kind: str
    source_language: str
    language: str
    coverage: Coverage
    has_file: bool


@dataclass(frozen=True)
class StatusReport:
    """The rows by document and language, the waivers in force, and what was found while reading."""

    rows: tuple[StatusRow, ...]
    findings: tuple[Finding, ...]
    waivers: tuple[Waiver, ...] = ()


def project_status(
    project: Project, selection: Selection, languages: Sequence[str]
) -> StatusReport:
    """Count what is translated in the selected documents, in ``languages`` (all if empty)."""
    shelf = load_documents(project, selection)
    found: list[Finding] = [*shelf.findings]
    if shelf.value is None:
        return StatusReport((), tuple(found))
    found.extend(shelf.value.findings)
    rows: list[StatusRow] = []
    waivers: list[Waiver] = []
    examiner = open_examiner(project)
    found.extend(examiner.findings)
    for document in shelf.value.documents:
        work, problems = load_readable(project, document, project.settings.languages)
        found.extend(problems)
        if examiner.value is not None:
            for examination in examiner.value.examine(work).values():
                waivers.extend(examination.waivers)
        for language, catalog in work.catalogs.items():
            if languages and language not in languages:
                continue
            rows.append(
                StatusRow(
                    document=document.name,
                    kind=document.kind.value,
                    source_language=document.language,
                    language=language,
                    coverage=coverage(work.messages, catalog),
                    has_file=catalog is not None,
                )
            )
    return StatusReport(tuple(rows), tuple(found), tuple(waivers))
