"""``toolkit init``, ``toolkit new`` and ``toolkit schema``: files that staff start from."""

from __future__ import annotations

import datetime as dt
import json
import re
import string
from pathlib import Path

from toolkit.diagnostics import Finding, Result, Span, finding
from toolkit.language import codes
from toolkit.project.place import DOCUMENTS, SCHEMA, TEMPLATES, Project
from toolkit.project.selection import check_names, document_paths
from toolkit.project.shipped import shipped_root
from toolkit.project.write import WriteError, write_file
from toolkit.source.schema import document_schema, settings_schema

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MAX_SLUG = 60


def create_project(folder: Path) -> Result[tuple[str, ...]]:
    """Copy the sample project into ``folder``; the paths of what was made."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = "a project is made in an empty or new folder, and this one has something in it"
        hint = "name another folder: toolkit init my-project"
        return Result(None, (finding("file.exists", Span(str(folder)), message, hint),))
    sample = shipped_root() / TEMPLATES / "init"
    files = {
        path.relative_to(sample).as_posix(): path.read_bytes()
        for path in sorted(sample.rglob("*"))
        if path.is_file()
    }
    files |= _schema_files()
    return _write(folder, files)


def create_document(
    project: Project, kind: str, slug: str, language: str, date: str
) -> Result[str]:
    """Write a commented skeleton of a document; the path of it.

    ``language`` is empty for the first of the project's; ``date`` is year-month-day.
    """
    language = language or project.settings.languages[0]
    path = f"{DOCUMENTS}/{kind}/{date}-{slug}.yaml"
    problems = [*_check_request(slug, language, date), *_check_free(project, path)]
    if problems:
        return Result(None, tuple(problems))
    skeleton = (shipped_root() / TEMPLATES / "new" / f"{kind}.yaml").read_text(encoding="utf-8")
    own = project.path(f"{TEMPLATES}/new/{kind}.yaml")
    if own.is_file():
        skeleton = own.read_text(encoding="utf-8")
    filled = string.Template(skeleton).safe_substitute(date=date, language=language, path=path)
    files = {path: filled.encode()}
    if not project.path(f"{SCHEMA}/document.json").is_file():
        files |= _schema_files()
    written = _write(project.root, files)
    return Result(path if written.value is not None else None, written.findings)


def write_schemas(project: Project) -> Result[tuple[str, ...]]:
    """Write the JSON Schemas of documents and settings into the project; their paths."""
    return _write(project.root, _schema_files())


def _schema_files() -> dict[str, bytes]:
    schemas = {"document": document_schema(), "settings": settings_schema()}
    return {
        f"{SCHEMA}/{name}.json": (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
        for name, schema in schemas.items()
    }


def _check_request(slug: str, language: str, date: str) -> list[Finding]:
    found: list[Finding] = []
    here = Span("toolkit new")
    if not _SLUG.fullmatch(slug) or len(slug) > _MAX_SLUG:
        message = f"`{slug}` cannot be part of a file name"
        hint = f"use small letters a–z, digits and hyphens, at most {_MAX_SLUG}: `my-statement`"
        found.append(finding("document.name", here, message, hint))
    if language not in codes():
        message = f"`{language}` is not a language the toolkit knows"
        found.append(
            finding("text.language", here, message, f"one of {', '.join(sorted(codes()))}")
        )
    try:
        dt.date.fromisoformat(date)
    except ValueError:
        message = f"`{date}` is not a date of the calendar"
        found.append(finding("field.date", here, message, "write it as 2026-05-31"))
    return found


def _check_free(project: Project, path: str) -> list[Finding]:
    if project.path(path).exists():
        message = "there is a document of this name already"
        return [finding("file.exists", Span(path), message, "choose another slug or --date")]
    return [
        item for item in check_names([*document_paths(project), path]) if item.span.path == path
    ]


def _write(root: Path, files: dict[str, bytes]) -> Result[tuple[str, ...]]:
    try:
        for name, data in files.items():
            write_file(root.joinpath(*name.split("/")), data)
    except WriteError as error:
        span = Span(str(error.path))
        hint = "make room or mend the permissions"
        return Result(None, (finding("file.write", span, f"cannot be written: {error}", hint),))
    return Result(tuple(files))
