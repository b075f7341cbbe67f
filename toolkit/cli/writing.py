"""The commands of those who write documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli import output
from toolkit.cli.arguments import clock, known_codes, known_languages, open_at, selected
from toolkit.cli.options import (
    FindingsFormat,
    Folder,
    Ignore,
    KindOption,
    Kinds,
    Languages,
    Paths,
    Select,
)


def init(
    folder: Annotated[
        Path, typer.Argument(help="An empty or new folder.", show_default=".")
    ] = Path(),
) -> None:
    """Make a project: settings, one sample document, its translations.

    It builds at once: `toolkit init my-project && cd my-project && toolkit build`
    """
    from toolkit.project.creating import create_project

    result = create_project(folder)
    if result.value is None:
        output.stop(result.findings)
    for path in result.value:
        typer.echo(path)
    typer.echo(f"A project is ready in {folder}. Next: toolkit build", err=True)


def new(
    kind: Annotated[KindOption, typer.Argument(help="What sort of document.")],
    slug: Annotated[
        str, typer.Argument(help="A short name for the file: small letters, digits, hyphens.")
    ],
    language: Annotated[
        str,
        typer.Option(
            "--lang", help="The language you write it in.", show_default="the first of the settings"
        ),
    ] = "",
    date: Annotated[
        str,
        typer.Option(
            "--date", help="The date of the document, as 2026-05-31.", show_default="today"
        ),
    ] = "",
    project_folder: Folder = Path(),
) -> None:
    """Start a document: a form with every field explained, which builds as it is.

    Example: `toolkit new open-letter freedom-of-movement --lang ru`
    """
    from toolkit.project.creating import check_request, create_document

    project = open_at(project_folder)
    language = language or project.settings.languages[0]
    date = date or clock().astimezone().date().isoformat()
    if problems := check_request(project, slug, language, date):
        output.stop(problems, usage=True)
    result = create_document(project, kind.value, slug, language, date)
    if result.value is None:
        output.stop(result.findings)
    output.show(result.findings)
    typer.echo(result.value)


def check(
    documents: Paths = None,
    kind: Kinds = None,
    lang: Languages = None,
    format: Annotated[
        FindingsFormat, typer.Option("--format", help="How to print what was found.")
    ] = FindingsFormat.HUMAN,
    select: Select = None,
    ignore: Ignore = None,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix", help="Mend first what can be mended safely: spaces, quotes, letters."
        ),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Only show what --fix would mend; change nothing.")
    ] = False,
    finished: Annotated[
        bool,
        typer.Option("--finished", help="Also read the built HTML and PDF back and compare them."),
    ] = False,
    project_folder: Folder = Path(),
) -> None:
    """Say all that is wrong with documents, translations, pictures and templates, without printing.

    It compares every translation with its source by value: numbers, dates, names, addresses, sentences.
    Errors exit with 1; warnings (such as texts not translated yet) do not.
    """
    from toolkit.diagnostics.finding import filtered
    from toolkit.diagnostics.formats import Format
    from toolkit.project.checking import check_project

    how = Format(format.value)
    project = open_at(project_folder, how)
    chosen = selected(documents, kind), known_languages(project, lang)
    if fix or diff:
        from toolkit.project.mending import mend_project

        output.report_mends(mend_project(project, *chosen, write=not diff), show_diff=diff)
    found = check_project(project, *chosen)
    if finished:
        from toolkit.project.finished import check_finished

        found = (*found, *check_finished(project, *chosen))
    findings = filtered(found, known_codes(select, "--select"), known_codes(ignore, "--ignore"))
    output.show(findings, how)
    if how is Format.HUMAN:
        output.summarise(findings)
    output.finish(findings)


def suggest(documents: Paths = None, kind: Kinds = None, project_folder: Folder = Path()) -> None:
    """Print names that the documents mention and the register lacks, as YAML to paste.

    Look through them: not every word with a capital letter is a name. Put what you keep into
    `documents/register.yaml`.
    """
    from toolkit.project.naming import suggest_names

    project = open_at(project_folder)
    result = suggest_names(project, selected(documents, kind))
    if result.value is None:
        output.stop(result.findings)
    output.show(result.findings)
    typer.echo(result.value, nl=False)
    output.finish(result.findings)


def schema(project_folder: Folder = Path()) -> None:
    """Write the JSON Schema of documents and settings, so that an editor completes and checks them.

    Documents started with `toolkit new` name the schema in their first line.
    """
    from toolkit.project.creating import write_schemas

    result = write_schemas(open_at(project_folder))
    if result.value is None:
        output.stop(result.findings)
    for path in result.value:
        typer.echo(path)
