"""What commands print: results on stdout, findings and progress on stderr, exit codes 0, 1 and 2."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from toolkit.diagnostics import Finding
    from toolkit.diagnostics.formats import Format
    from toolkit.project.building import BuildReport
    from toolkit.project.catalogs import Changes
    from toolkit.project.mending import MendReport
    from toolkit.project.releasing import ReleaseReport
    from toolkit.project.status import StatusReport

#: Codes that mean the command was called wrongly, not that a text is wrong.
_USAGE = frozenset({"project.none", "selection.empty"})


def colour(stream: object) -> bool:
    """Whether to colour what goes to a stream (NO_COLOR and CLICOLOR_FORCE have their say)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("CLICOLOR_FORCE", "0") != "0":
        return True
    return bool(getattr(stream, "isatty", lambda: False)())


def show(findings: Sequence[Finding], format: Format | None = None) -> None:
    """Print findings: for people on stderr, for programs on stdout."""
    from toolkit import __version__
    from toolkit.diagnostics.formats import Format, as_json, github, human
    from toolkit.diagnostics.reports import junit, sarif

    if format is Format.JSON:
        sys.stdout.write(as_json(findings))
    elif format is Format.GITHUB:
        sys.stdout.write(github(findings))
    elif format is Format.SARIF:
        sys.stdout.write(sarif(findings, __version__))
    elif format is Format.JUNIT:
        sys.stdout.write(junit(findings))
    else:
        sys.stderr.write(human(findings, colour=colour(sys.stderr)))


def finish(findings: Sequence[Finding], *, failed: bool = False, usage: bool = False) -> NoReturn:
    """Leave with 2 for a wrong call, 1 for an error among the findings, else 0."""
    from toolkit.diagnostics import has_errors

    if usage or any(item.code in _USAGE for item in findings):
        raise typer.Exit(2)
    raise typer.Exit(1 if failed or has_errors(findings) else 0)


def stop(
    findings: Sequence[Finding], format: Format | None = None, *, usage: bool = False
) -> NoReturn:
    """Print findings that end a command before it did anything, and leave."""
    show(findings, format)
    finish(findings, failed=True, usage=usage)


Progress = Callable[[int, int], None]


class _Bar:
    """A progress bar that starts when it first hears how much there is to do."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._bar: object = None

    def __enter__(self) -> Progress:
        return self._update

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)  # type: ignore[attr-defined]

    def _update(self, _done: int, total: int) -> None:
        if self._bar is None:
            self._bar = typer.progressbar(length=total, label=self._label, file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(1)  # type: ignore[attr-defined]


def progress(label: str) -> AbstractContextManager[Progress]:
    """A progress bar on a terminal; nothing anywhere else."""
    if not sys.stderr.isatty():
        return nullcontext(lambda done, total: None)
    return _Bar(label)


def summarise(findings: Sequence[Finding]) -> None:
    """The last line of a check: how much was found."""
    from toolkit.diagnostics import Severity

    errors = sum(item.severity is Severity.ERROR for item in set(findings))
    warnings = sum(item.severity is Severity.WARNING for item in set(findings))
    if errors or warnings:
        typer.echo(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}", err=True)
    else:
        typer.echo("Nothing wrong was found.", err=True)


def report_mends(report: MendReport, *, show_diff: bool) -> None:
    """What ``check --fix`` mended, or as a diff what it would mend."""
    for file in report.files:
        if show_diff:
            typer.echo(file.diff(), nl=False)
        else:
            typer.echo(f"{file.path}: {_count(file.texts, 'text')} mended", err=True)
    if report.findings:
        stop(report.findings)


def report_changes(changes: Changes, *, check_only: bool) -> NoReturn:
    """What ``extract`` and ``update`` wrote, or would write."""
    for path in changes.changed:
        typer.echo(path)
    show(changes.findings)
    verb = "would change" if check_only else "written"
    count = _count(len(changes.changed), "file")
    typer.echo(f"{count} {verb}, {len(changes.unchanged)} unchanged", err=True)
    finish(changes.findings, failed=check_only and bool(changes.changed))


def status_json(report: StatusReport) -> str:
    """The status table for programs."""
    from toolkit.diagnostics.formats import dumps

    rows = [
        {
            "document": row.document,
            "kind": row.kind,
            "source_language": row.source_language,
            "language": row.language,
            "has_file": row.has_file,
            "messages": row.coverage.total,
            "translated": row.coverage.translated,
            "fuzzy": row.coverage.fuzzy,
            "missing": row.coverage.untranslated,
            "words_left": row.coverage.words_left,
        }
        for row in report.rows
    ]
    waivers = [
        {
            "code": waiver.code,
            "reason": waiver.reason,
            "path": waiver.span.path,
            "line": waiver.span.line,
        }
        for waiver in report.waivers
    ]
    return dumps({"editions": rows, "waivers": waivers})


def status_table(report: StatusReport) -> None:
    """The status table for people."""
    header = ("Document", "Language", "Translated", "Fuzzy", "Missing", "Words left")
    rows = [
        (
            row.document,
            f"{row.source_language} → {row.language}",
            f"{row.coverage.translated}/{row.coverage.total}",
            str(row.coverage.fuzzy),
            str(row.coverage.untranslated),
            str(row.coverage.words_left),
        )
        for row in report.rows
    ]
    _table(header, rows)
    if report.waivers:
        from toolkit.diagnostics.formats import visible

        typer.echo()
        waived = [(w.code, str(w.span), visible(w.reason)) for w in report.waivers]
        _table(("Waived", "Where", "Why"), waived, right=False)


def build_table(report: BuildReport) -> None:
    """What a build wrote: a line for each document, with its folder and what is in it."""
    for built in report.built:
        parts = []
        for language, unfinished in built.unfinished.items():
            pages = f" {built.pages[language]} p." if language in built.pages else ""
            draft = f" draft ({unfinished})" if unfinished else ""
            parts.append(f"{language}{pages}{draft}")
        typer.echo(f"{built.folder}/  {', '.join(parts)}")


def release_report(report: ReleaseReport) -> None:
    """What was released, by document, and what it changes."""
    if report.manifest is None:
        typer.echo("Nothing was released.", err=True)
        return
    for document in report.manifest.documents:
        languages = ", ".join(edition.language for edition in document.editions)
        revision = f"revision {document.revision}"
        typer.echo(f"{document.name}  {languages}  {revision}  {document.fingerprint}")
    for item in report.changes:
        which = f" ({item.language})" if item.language else ""
        typer.echo(f"{item.change}: {item.document}{which}")
    typer.echo(f"{report.folder}/ is complete", err=True)


def _table(header: Sequence[str], rows: Sequence[Sequence[str]], *, right: bool = True) -> None:
    """Columns; from the third on they hold numbers, set to the right, unless ``right`` says no."""
    widths = [max(len(row[index]) for row in (header, *rows)) for index in range(len(header))]
    for number, row in enumerate((header, *rows)):
        cells = [
            cell.ljust(width) if index < 2 or not right else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        line = "  ".join(cells).rstrip()
        typer.secho(line, bold=number == 0)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
