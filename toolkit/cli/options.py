"""The options that commands share, and the values they take."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class KindOption(StrEnum):
    """The kinds of documents, as they are typed on the command line."""

    STATEMENT = "statement"
    OPEN_LETTER = "open-letter"
    REPORT = "report"
    INTERVIEW = "interview"


class EditionFormat(StrEnum):
    """What ``build`` makes of an edition."""

    HTML = "html"
    PDF = "pdf"


class FindingsFormat(StrEnum):
    """How ``check`` prints what it found."""

    HUMAN = "human"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


class AnswerFormat(StrEnum):
    """How ``verify`` prints its answer."""

    HUMAN = "human"
    JSON = "json"


class TableFormat(StrEnum):
    """How ``status`` prints its table."""

    HUMAN = "human"
    JSON = "json"
    MARKDOWN = "markdown"


def _complete_document(incomplete: str) -> list[str]:
    from toolkit.project.place import open_project
    from toolkit.project.selection import document_paths

    project = open_project(Path.cwd()).value
    if project is None:
        return []
    here = Path.cwd().resolve()
    paths = [project.root / path for path in document_paths(project)]
    shown = [str(path.relative_to(here)) for path in paths if path.is_relative_to(here)]
    return [path for path in shown if path.startswith(incomplete)]


Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="DOCUMENT",
        help="Documents, by file, folder or name. Without any: all of them.",
        autocompletion=_complete_document,
        show_default=False,
    ),
]
Kinds = Annotated[
    list[KindOption] | None,
    typer.Option(
        "--kind", help="Only documents of this kind. May be repeated.", show_default=False
    ),
]
Languages = Annotated[
    list[str] | None,
    typer.Option("--lang", help="Only this language. May be repeated.", show_default=False),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CODE",
        help="Only findings of this code, or of this group of codes (`check`, `po`). May be repeated.",
        show_default=False,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="CODE",
        help="No findings of this code or group of codes. May be repeated.",
        show_default=False,
    ),
]
CheckOnly = Annotated[
    bool,
    typer.Option("--check", help="Change nothing; exit with 1 if a file would change."),
]
Folder = Annotated[
    Path,
    typer.Option(
        "--project",
        "-C",
        help="The project, or any folder in it.",
        file_okay=False,
        show_default="the current folder",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        max=64,
        help="How many pages to lay out at a time.",
        show_default="one for each processor",
    ),
]
