"""The commands that keep PO files up to date."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli import output
from toolkit.cli.arguments import clock, known_languages, open_at, selected
from toolkit.cli.options import CheckOnly, Folder, Kinds, Languages, Paths, TableFormat


def extract(
    documents: Paths = None,
    kind: Kinds = None,
    check: CheckOnly = False,
    project_folder: Folder = Path(),
) -> None:
    """Write the POT of each document: what there is to translate, without translations.

    `update` does this too; `extract` alone is for services that make PO files themselves.
    """
    from toolkit.project.catalogs import extract_templates

    project = open_at(project_folder)
    changes = extract_templates(project, selected(documents, kind), now=clock(), write=not check)
    output.report_changes(changes, check_only=check)


def update(
    documents: Paths = None,
    kind: Kinds = None,
    lang: Languages = None,
    check: CheckOnly = False,
    project_folder: Folder = Path(),
) -> None:
    """Bring the PO files up to date with the documents. No translation is ever lost.

    A changed text keeps its translation, marked as needing work, with the old text beside it. What was
    translated in another document is offered. A text that left a document stays at the end of its file.
    """
    from toolkit.project.catalogs import update_catalogs

    project = open_at(project_folder)
    changes = update_catalogs(
        project,
        selected(documents, kind),
        known_languages(project, lang),
        now=clock(),
        write=not check,
    )
    output.report_changes(changes, check_only=check)


def status(
    documents: Paths = None,
    kind: Kinds = None,
    lang: Languages = None,
    format: Annotated[
        TableFormat, typer.Option("--format", help="How to print the table.")
    ] = TableFormat.HUMAN,
    project_folder: Folder = Path(),
) -> None:
    """Show how far the translations are: a line for each document and language."""
    from toolkit.project.status import project_status

    project = open_at(project_folder)
    report = project_status(project, selected(documents, kind), known_languages(project, lang))
    if format is TableFormat.JSON:
        sys.stdout.write(output.status_json(report))
    elif format is TableFormat.MARKDOWN:
        from toolkit.cli.markdown import status_markdown

        sys.stdout.write(status_markdown(report))
    else:
        output.status_table(report)
    output.show(report.findings)
    output.finish(report.findings)
