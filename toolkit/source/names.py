"""What the path of a document says about it: its name, its kind, its date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from toolkit.diagnostics import Finding, Span, finding
from toolkit.document.model import Kind
from toolkit.source.wording import shown

#: The folder that documents live in, with a folder for each kind.
DOCUMENTS = "documents"
#: The file of a document that is a folder (because it has pictures).
FOLDER_FILE = "document.yaml"

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,80}")
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-|$)", re.ASCII)
#: A folder that is called as a document should be, and not one for all of a day.
_DATED_FOLDER = re.compile(r"\d{4}-\d{2}-\d{2}-.", re.ASCII)


def document_name(path: str) -> str:
    """The name of the document at ``path``: the file's stem, or its folder's name."""
    file = PurePosixPath(path)
    return file.parent.name if file.name == FOLDER_FILE and file.parent.name else file.stem


def folder_kind(path: str) -> Kind | None:
    """The kind that the folder of a document stands for, if it stands for one."""
    folder = _kind_folder(path)
    return Kind(folder) if folder in list(Kind) else None


def check_name(path: str) -> Iterator[Finding]:
    """Whether the name of a document can serve as the name of its PO files and editions."""
    name = document_name(path)
    if not _NAME.fullmatch(name):
        message = f"{shown(name)} cannot serve as the name of a document."
        hint = "Use small letters a-z, digits and hyphens, as `2024-10-04-the-lake.yaml`."
        yield finding("document.name", Span(path), message, hint)
    elif name == _kind_folder(path):
        message = f"`{FOLDER_FILE}` stands right in the folder of a kind."
        hint = f"Put it into a folder of its own, as `2024-10-04-the-lake/{FOLDER_FILE}`."
        yield finding("document.name", Span(path), message, hint)
    elif _DATED_FOLDER.match(folder := PurePosixPath(path).parent.name) and not _DATE.match(name):
        message = f"In the folder {shown(folder)}, this would be a document called {shown(name)}."
        hint = f"Call it `{FOLDER_FILE}`: the document then has the name of its folder."
        yield finding("document.name", Span(path), message, hint)


def check_folder(path: str, kind: Kind, span: Span) -> Iterator[Finding]:
    """Whether a document under ``documents/`` is in the folder of its kind."""
    folder = _kind_folder(path)
    if folder is None or folder == kind:
        return
    where = f"in the folder {shown(folder)}" if folder else f"right in `{DOCUMENTS}`"
    message = f"The kind is `{kind}`, and the file is {where}."
    hint = f"Move the file to `{DOCUMENTS}/{kind}/`, or correct `kind`."
    yield finding("document.kind-folder", span, message, hint)


def check_date(path: str, date: dt.date, span: Span) -> Iterator[Finding]:
    """Whether a date that the name begins with is the date of the document."""
    match = _DATE.match(document_name(path))
    if match and match.group(1) != date.isoformat():
        message = f"The date is {date.isoformat()}; the file name begins with {match.group(1)}."
        yield finding("document.date-name", span, message, "Make them equal.")


def _kind_folder(path: str) -> str | None:
    """The folder right below ``documents/``; empty if there is none; None outside ``documents/``."""
    parts = PurePosixPath(path).parts
    if not parts or parts[0] != DOCUMENTS:
        return None
    return parts[1] if len(parts) > 2 else ""
