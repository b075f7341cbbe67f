"""The commands of ``toolkit``."""

from __future__ import annotations

import datetime as dt
import signal
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from toolkit import __version__
from toolkit.cli import output
from toolkit.cli.options import (
    CheckOnly,
    EditionFormat,
    FindingsFormat,
    Folder,
    Ignore,
    KindOption,
    Kinds,
    Languages,
    Paths,
    Select,
    TableFormat,
)

if TYPE_CHECKING:
    from toolkit.diagnostics.formats import Format
    from toolkit.project.place import Project
    from toolkit.project.selection import Selection

app = typer.Typer(
    name="toolkit",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""
Write a document once in YAML, translate it with any gettext editor, print matched editions.

A day with it:

- `toolkit new statement my-title` starts a document; write into the file it names
- `toolkit check` says what is wrong, with file, line and cure
- `toolkit update` brings the translators' PO files up to date
- `toolkit status` shows what is left to translate
- `toolkit build` prints every edition as HTML and PDF
""",
)


register_app = typer.Typer(
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="The register of names, `documents/register.yaml`: how each language spells them.",
)
app.add_typer(register_app, name="register")


def _version(value: bool) -> None:
    if value:
        typer.echo(f"toolkit {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    pass


@app.command()
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


@app.command()
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

    project = _open(project_folder)
    language = language or project.settings.languages[0]
    date = date or _now().astimezone().date().isoformat()
    if problems := check_request(project, slug, language, date):
        output.stop(problems, usage=True)
    result = create_document(project, kind.value, slug, language, date)
    if result.value is None:
        output.stop(result.findings)
    output.show(result.findings)
    typer.echo(result.value)


@app.command()
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
    project = _open(project_folder, how)
    chosen = _select(documents, kind), _languages(project, lang)
    if fix or diff:
        from toolkit.project.mending import mend_project

        output.report_mends(mend_project(project, *chosen, write=not diff), show_diff=diff)
    found = check_project(project, *chosen)
    if finished:
        from toolkit.project.finished import check_finished

        found = (*found, *check_finished(project, *chosen))
    findings = filtered(found, _codes(select, "--select"), _codes(ignore, "--ignore"))
    output.show(findings, how)
    if how is Format.HUMAN:
        output.summarise(findings)
    output.finish(findings)


@app.command()
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

    project = _open(project_folder)
    changes = extract_templates(project, _select(documents, kind), now=_now(), write=not check)
    output.report_changes(changes, check_only=check)


@app.command()
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

    project = _open(project_folder)
    changes = update_catalogs(
        project, _select(documents, kind), _languages(project, lang), now=_now(), write=not check
    )
    output.report_changes(changes, check_only=check)


@app.command()
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

    project = _open(project_folder)
    report = project_status(project, _select(documents, kind), _languages(project, lang))
    if format is TableFormat.JSON:
        sys.stdout.write(output.status_json(report))
    else:
        output.status_table(report)
    output.show(report.findings)
    output.finish(report.findings)


@app.command()
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

    from toolkit.project.building import BuildOptions
    from toolkit.project.building import build as build_editions

    project = _open(project_folder)
    options = BuildOptions(
        selection=_select(documents, kind),
        languages=_languages(project, lang),
        formats=tuple(item.value for item in dict.fromkeys(format or EditionFormat)),
        strict=strict,
        jobs=jobs or min(os.cpu_count() or 1, 8),
    )
    with output.progress("Laying out") as progress:
        report = build_editions(project, options, progress)
    output.build_table(report)
    output.show(report.findings)
    output.finish(report.findings)


@register_app.command("suggest")
def suggest(documents: Paths = None, kind: Kinds = None, project_folder: Folder = Path()) -> None:
    """Print names that the documents mention and the register lacks, as YAML to paste.

    Look through them: not every word with a capital letter is a name. Put what you keep into
    `documents/register.yaml`.
    """
    from toolkit.project.naming import suggest_names

    project = _open(project_folder)
    result = suggest_names(project, _select(documents, kind))
    if result.value is None:
        output.stop(result.findings)
    output.show(result.findings)
    typer.echo(result.value, nl=False)
    output.finish(result.findings)


@app.command()
def schema(project_folder: Folder = Path()) -> None:
    """Write the JSON Schema of documents and settings, so that an editor completes and checks them.

    Documents started with `toolkit new` name the schema in their first line.
    """
    from toolkit.project.creating import write_schemas

    result = write_schemas(_open(project_folder))
    if result.value is None:
        output.stop(result.findings)
    for path in result.value:
        typer.echo(path)


def _open(folder: Path, format: Format | None = None) -> Project:
    from toolkit.project.place import open_project

    result = open_project(folder)
    if result.value is None:
        output.stop(result.findings, format)
    if format is None:
        output.show(result.findings)
    return result.value


def _select(paths: list[Path] | None, kinds: list[KindOption] | None) -> Selection:
    from toolkit.project.selection import Selection

    return Selection(tuple(paths or ()), tuple(kind.value for kind in kinds or ()))


def _languages(project: Project, asked: list[str] | None) -> tuple[str, ...]:
    from toolkit.diagnostics.formats import visible

    known = project.settings.languages
    for language in asked or ():
        if language not in known:
            raise typer.BadParameter(
                f"`{visible(language)}` is no language of this project; it has {', '.join(known)}",
                param_hint="--lang",
            )
    return tuple(dict.fromkeys(asked or ()))


def _codes(asked: list[str] | None, option: str) -> tuple[str, ...]:
    from toolkit.diagnostics.codes import CODES

    known = {*CODES, *(code.partition(".")[0] for code in CODES)}
    for code in asked or ():
        if code not in known:
            raise typer.BadParameter(f"`{code}` is no code of a finding", param_hint=option)
    return tuple(asked or ())


def _now() -> dt.datetime:
    """The clock, read once and here only; SOURCE_DATE_EPOCH stands in for it."""
    import os

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return dt.datetime.now(dt.UTC)
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH is {epoch!r}, not a number of seconds since 1970"
        raise typer.BadParameter(message) from None


def _stop(number: int, _frame: object) -> NoReturn:
    """End as by Ctrl-C, in order: what was begun is taken back, and no process stays behind."""
    raise SystemExit(128 + number)


def main() -> None:
    """Run the command line."""
    signal.signal(signal.SIGTERM, _stop)
    # What a terminal cannot show, or what is no text in a file name, is spelt out.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    app(prog_name="toolkit")
