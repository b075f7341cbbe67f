"""The project: the folder with ``toolkit.yaml``, and its settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from toolkit.diagnostics import Result, Span, finding
from toolkit.document.model import Document
from toolkit.language import codes
from toolkit.project.files import read
from toolkit.source.reader import read_settings
from toolkit.source.settings import Settings

SETTINGS = "toolkit.yaml"
DOCUMENTS = "documents"
ASSETS = "documents/assets"
SCHEMA = "documents/schema"
TEMPLATES = "templates"
TRANSLATIONS = "translations"
#: The gettext domain of the interface words; no document may have this name.
INTERFACE_DOMAIN = "toolkit"


@dataclass(frozen=True)
class Project:
    """An opened project: its root folder and its settings."""

    root: Path
    settings: Settings

    def path(self, name: str) -> Path:
        """A file or folder of the project by its relative name."""
        return self.root.joinpath(*name.split("/"))

    def translation_languages(self, document: Document) -> tuple[str, ...]:
        """The languages that a document is translated into."""
        return tuple(code for code in self.settings.languages if code != document.language)


def find_root(start: Path) -> Path | None:
    """The nearest folder from ``start`` upwards that holds ``toolkit.yaml``."""
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return folder
    return None


def open_project(start: Path) -> Result[Project]:
    """Open the project that ``start`` lies in."""
    root = find_root(start.resolve())
    if root is None:
        message = f"there is no `{SETTINGS}` here or in a folder above"
        hint = "go into the folder of your project, or make one with `toolkit init`"
        return Result(None, (finding("project.none", Span(str(start)), message, hint),))
    raw = read(root, SETTINGS)
    if raw.value is None:
        return Result(None, raw.findings)
    settings = read_settings(raw.value, SETTINGS, languages=codes())
    if settings.value is None:
        return Result(None, settings.findings)
    return Result(Project(root, settings.value), settings.findings)


def pot_path(domain: str) -> str:
    """Where the POT of a document (or of the interface words) lies."""
    return f"{TRANSLATIONS}/templates/{domain}.pot"


def po_path(domain: str, language: str) -> str:
    """Where the PO file of a document (or of the interface words) lies."""
    return f"{TRANSLATIONS}/{language}/LC_MESSAGES/{domain}.po"
