"""What was typed on the command line, as values; what cannot be meant stops the command."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from toolkit.cli import output
from toolkit.cli.options import KindOption

if TYPE_CHECKING:
    from toolkit.diagnostics.formats import Format
    from toolkit.project.place import Project
    from toolkit.project.selection import Selection


def open_at(folder: Path, format: Format | None = None) -> Project:
    """The project around a folder; stops the command, telling why in ``format``, if there is none."""
    from toolkit.project.place import open_project

    result = open_project(folder)
    if result.value is None:
        output.stop(result.findings, format)
    if format is None:
        output.show(result.findings)
    return result.value


def selected(paths: list[Path] | None, kinds: list[KindOption] | None) -> Selection:
    """The documents that were asked for, by path and by kind."""
    from toolkit.project.selection import Selection

    return Selection(tuple(paths or ()), tuple(kind.value for kind in kinds or ()))


def known_languages(
    project: Project, asked: list[str] | None, option: str = "--lang"
) -> tuple[str, ...]:
    """Languages of the project, each once. Raises ``BadParameter`` for any other."""
    from toolkit.diagnostics.formats import visible

    known = project.settings.languages
    for language in asked or ():
        if language not in known:
            raise typer.BadParameter(
                f"`{visible(language)}` is no language of this project; it has {', '.join(known)}",
                param_hint=option,
            )
    return tuple(dict.fromkeys(asked or ()))


#: More columns than these no sheet of paper has room for.
MOST_COLUMNS = 3


def parallel_languages(
    project: Project, typed: str | None, others: list[str] | None
) -> tuple[str, ...]:
    """The columns of a parallel edition, typed as ``ru,en``; none if nothing was typed.

    ``others`` are the languages that ``--lang`` names. Raises ``BadParameter`` unless there are two or
    three languages of the project, each once, and no others.
    """
    if typed is None:
        return ()
    option = "--parallel"
    if others:
        message = "it names the languages itself, in the order of the columns: leave out --lang"
        raise typer.BadParameter(message, param_hint=option)
    asked = [word.strip() for word in typed.split(",")]
    languages = known_languages(project, asked, option)
    if len(languages) < len(asked):
        raise typer.BadParameter("a language is named twice", param_hint=option)
    if not 2 <= len(languages) <= MOST_COLUMNS:
        message = "name two or three languages with a comma between them, such as `ru,en`"
        raise typer.BadParameter(message, param_hint=option)
    return languages


def known_codes(asked: list[str] | None, option: str) -> tuple[str, ...]:
    """Codes of findings, or groups of them. Raises ``BadParameter`` for what is neither."""
    from difflib import get_close_matches

    from toolkit.diagnostics.codes import CODES
    from toolkit.diagnostics.formats import visible

    known = {*CODES, *(code.partition(".")[0] for code in CODES)}
    for code in asked or ():
        if code not in known:
            close = get_close_matches(code, sorted(known), n=1)
            cure = f"did you mean `{close[0]}`?" if close else "the codes stand in docs/errors.md"
            message = f"`{visible(code)}` is no code of a finding: {cure}"
            raise typer.BadParameter(message, param_hint=option)
    return tuple(asked or ())


def number_of_jobs(asked: int | None) -> int:
    """How many pages are laid out at a time: what was asked for, else one for each processor."""
    import os

    return asked or min(os.cpu_count() or 1, 8)


def clock() -> dt.datetime:
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
