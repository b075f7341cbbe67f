"""The commands that print editions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli import output
from toolkit.cli.arguments import known_languages, open_at, selected
from toolkit.cli.options import EditionFormat, Folder, Kinds, Languages, Paths


def build(
    documents: Paths = None,
    kind: Kinds = None,
    lang: Languages = None,
    format: Annotated[
        list[EditionFormat] | None,
        typer.Option("--format", help="Only this format. May be repeated.", show_default=False),
    ] = None,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict", help="Refuse texts that are missing, fuzzy or invalid in a translation."
        ),
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            min=1,
            max=64,
            help="How many pages to lay out at a time.",
            show_default="one for each processor",
        ),
    ] = None,
    project_folder: Folder = Path(),
) -> None:
    """Print every edition as HTML and PDF, all editions of a document together or none.

    Texts without a translation stand in their source language, marked, and the edition is a draft.
    """
    import os

    from toolkit.project.building import build as build_editions
    from toolkit.project.printing import PrintOptions

    project = open_at(project_folder)
    options = PrintOptions(
        selection=selected(documents, kind),
        languages=known_languages(project, lang),
        formats=tuple(item.value for item in dict.fromkeys(format or EditionFormat)),
        strict=strict,
        jobs=jobs or min(os.cpu_count() or 1, 8),
    )
    with output.progress("Laying out") as progress:
        report = build_editions(project, options, progress)
    output.build_table(report)
    output.show(report.findings)
    output.finish(report.findings)
