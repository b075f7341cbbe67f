"""The commands that print editions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli import output
from toolkit.cli.arguments import (
    clock,
    known_languages,
    number_of_jobs,
    open_at,
    parallel_languages,
    selected,
)
from toolkit.cli.options import EditionFormat, Folder, Jobs, Kinds, Languages, Paths


def build(
    documents: Paths = None,
    kind: Kinds = None,
    lang: Languages = None,
    format: Annotated[
        list[EditionFormat] | None,
        typer.Option("--format", help="Only this format. May be repeated.", show_default=False),
    ] = None,
    parallel: Annotated[
        str | None,
        typer.Option(
            "--parallel",
            metavar="LANG,LANG",
            help="Instead, one edition with these languages side by side: two or three of them.",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict", help="Refuse texts that are missing, fuzzy or invalid in a translation."
        ),
    ] = False,
    jobs: Jobs = None,
    project_folder: Folder = Path(),
) -> None:
    """Print every edition as HTML and PDF, all editions of a document together or none.

    Texts without a translation stand in their source language, marked, and the edition is a draft.
    """
    from toolkit.project.building import build as build_editions
    from toolkit.project.printing import PrintOptions

    project = open_at(project_folder)
    columns = parallel_languages(project, parallel, lang)
    options = PrintOptions(
        selection=selected(documents, kind),
        languages=columns or known_languages(project, lang),
        parallel=bool(columns),
        formats=tuple(item.value for item in dict.fromkeys(format or EditionFormat)),
        strict=strict,
        jobs=number_of_jobs(jobs),
    )
    with output.progress("Laying out") as progress:
        report = build_editions(project, options, progress)
    output.build_table(report)
    output.show(report.findings)
    output.finish(report.findings)


def release(
    version: Annotated[
        str, typer.Argument(help="What the release is called, as 2026.1: the name of its folder.")
    ],
    since: Annotated[
        Path | None,
        typer.Option(
            help="The manifest of an earlier release: say what is new, changed and withdrawn.",
            show_default=False,
        ),
    ] = None,
    jobs: Jobs = None,
    project_folder: Folder = Path(),
) -> None:
    """Put all editions, complete and checked, into `dist/VERSION`, with hashes that anyone can verify.

    A text that is missing, fuzzy or changed without a new revision stops the release, and so does any
    warning. Nothing is released then; a release that is there never changes.
    """
    from toolkit.project.releasing import ReleaseOptions
    from toolkit.project.releasing import release as make_release

    project = open_at(project_folder)
    options = ReleaseOptions(version, since, number_of_jobs(jobs), clock())
    with output.progress("Laying out") as progress:
        report = make_release(project, options, progress)
    output.show(report.findings)
    output.release_report(report)
    output.finish(report.findings)
