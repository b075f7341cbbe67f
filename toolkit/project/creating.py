"""``toolkit init``, ``toolkit new`` and ``toolkit schema``: files that staff start from."""

from __future__ import annotations

import datetime as dt
import json
import re
import string
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from toolkit.diagnostics import Finding, Result, Span, finding
from toolkit.project.files import read
from toolkit.project.library import read_if_there
from toolkit.project.place import DOCUMENTS, SCHEMA, TEMPLATES, Project
from toolkit.project.selection import check_names, document_paths
from toolkit.project.shipped import shipped_root
from toolkit.project.write import WriteError, write_file
from toolkit.release.manifest import manifest_schema
from toolkit.source.schema import document_schema, register_schema, settings_schema

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MAX_SLUG = 60
#: ``date.fromisoformat`` takes weeks and dates without hyphens too.
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def create_project(folder: Path) -> Result[tuple[str, ...]]:
    """Copy the sample project into ``folder``; the paths of what was made. All of it, or nothing."""
    if problem := _check_empty(folder):
        return Result(None, (problem,))
    sample = shipped_root() / TEMPLATES / "init"
    files = {
        path.relative_to(sample).as_posix(): path.read_bytes()
        for path in sorted(sample.rglob("*"))
        if path.is_file()
    }
    files |= _schema_files()
    is_new = not folder.exists()
    written = _write(folder, files, whole=Span(str(folder)))
    if written.value is None:
        _take_back(folder, files, is_new=is_new)
    return written


def _check_empty(folder: Path) -> Finding | None:
    try:
        if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
            return None
    except OSError as error:
        message = f"the folder cannot be looked into: {error.strerror}"
        hint = "mend the permissions, or name another folder"
        return finding("file.unreadable", Span(str(folder)), message, hint)
    message = "a project is made in an empty or new folder, and this one has something in it"
    hint = "name another folder: toolkit init my-project"
    return finding("file.exists", Span(str(folder)), message, hint)


def _take_back(folder: Path, names: Iterable[str], *, is_new: bool) -> None:
    """Remove what could be written of a project, so that it can be made again."""
    paths = [folder.joinpath(*name.split("/")) for name in names]
    inside = {
        parent for path in paths for parent in path.parents if parent.is_relative_to(folder)
    } - {folder}
    with suppress(OSError):
        for path in paths:
            path.unlink(missing_ok=True)
    for empty in sorted(inside, reverse=True):
        with suppress(OSError):
            empty.rmdir()
    if is_new:
        with suppress(OSError):
            folder.rmdir()


def check_request(project: Project, slug: str, language: str, date: str) -> tuple[Finding, ...]:
    """What is wrong with the words that a new document is asked for in."""
    found: list[Finding] = []
    here = Span("toolkit new")
    if not _SLUG.fullmatch(slug) or len(slug) > _MAX_SLUG:
        message = f"`{slug}` cannot be part of a file name"
        hint = f"use small letters a-z, digits and hyphens, at most {_MAX_SLUG}: `my-statement`"
        found.append(finding("document.name", here, message, hint))
    known = project.settings.languages
    if language not in known:
        message = f"`{language}` is not a language of this project"
        found.append(finding("text.language", here, message, f"it has {', '.join(known)}"))
    if not _is_date(date):
        message = f"`{date}` is not a date of the calendar"
        found.append(finding("field.date", here, message, "write it as 2026-05-31"))
    return tuple(found)


def create_document(
    project: Project, kind: str, slug: str, language: str, date: str
) -> Result[str]:
    """Write a commented skeleton of a document; the path of it.

    The words have passed ``check_request``. A document of that name is never written over.
    """
    path = f"{DOCUMENTS}/{kind}/{date}-{slug}.yaml"
    problems = _check_free(project, path)
    skeleton = _skeleton(project, kind, language)
    if skeleton.value is None or problems:
        return Result(None, (*problems, *skeleton.findings))
    filled = string.Template(skeleton.value).safe_substitute(
        date=date, language=language, path=path
    )
    files = {path: filled.encode()}
    if not project.path(f"{SCHEMA}/document.json").is_file():
        files |= _schema_files()
    written = _write(project.root, files)
    return Result(path if written.value is not None else None, written.findings)


def write_schemas(project: Project) -> Result[tuple[str, ...]]:
    """Write the JSON Schemas of documents and settings into the project; their paths."""
    return _write(project.root, _schema_files())


def _schema_files() -> dict[str, bytes]:
    schemas = {
        "document": document_schema(),
        "settings": settings_schema(),
        "register": register_schema(),
        "manifest": manifest_schema(),
    }
    return {
        f"{SCHEMA}/{name}.json": (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
        for name, schema in schemas.items()
    }


def _is_date(date: str) -> bool:
    if not _DATE.fullmatch(date):
        return False
    try:
        dt.date.fromisoformat(date)
    except ValueError:
        return False
    return True


def _skeleton(project: Project, kind: str, language: str) -> Result[str]:
    """The form of a kind: the project's own, or else the toolkit's; in the language, if there is one."""
    paths = (f"{TEMPLATES}/new/{language}/{kind}.yaml", f"{TEMPLATES}/new/{kind}.yaml")
    for path in paths:
        raw = read_if_there(project, path)
        if raw.value is not None or raw.findings:
            break
    else:
        path = next(path for path in paths if (shipped_root() / path).is_file())
        raw = read(shipped_root(), path)
    if raw.value is None:
        return Result(None, raw.findings)
    try:
        return Result(raw.value.decode("utf-8-sig"))
    except UnicodeDecodeError:
        message, hint = "the file is not UTF-8 text", "save it as UTF-8 in your editor"
        return Result(None, (finding("file.encoding", Span(path), message, hint),))


def _check_free(project: Project, path: str) -> list[Finding]:
    if project.path(path).exists():
        message = "there is a document of this name already"
        return [finding("file.exists", Span(path), message, "choose another slug or --date")]
    return [
        item for item in check_names([*document_paths(project), path]) if item.span.path == path
    ]


def _write(
    root: Path, files: dict[str, bytes], *, whole: Span | None = None
) -> Result[tuple[str, ...]]:
    """Write files; their names. If they are a ``whole``, it is what could not be written."""
    try:
        for name, data in files.items():
            write_file(root, name, data)
    except WriteError as error:
        hint = "make room or mend the permissions"
        if whole is not None:
            hint = f"{hint}, or name another folder"
        message = f"the {'folder' if whole else 'file'} could not be written: {error}"
        return Result(None, (finding("file.write", whole or Span(error.name), message, hint),))
    return Result(tuple(files))
