"""The project: the folder with ``toolkit.yaml``, and its settings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from toolkit.diagnostics import Finding, Result, Span, finding, has_errors
from toolkit.document.model import Document
from toolkit.language import codes
from toolkit.project.files import read
from toolkit.release.naming import PATTERN, pattern_problems
from toolkit.source.reader import read_settings
from toolkit.source.settings import Settings

SETTINGS = "toolkit.yaml"
DOCUMENTS = "documents"
ASSETS = "documents/assets"
SCHEMA = "documents/schema"
#: The register of names, which editions spell alike.
REGISTER = "documents/register.yaml"
TEMPLATES = "templates"
TRANSLATIONS = "translations"
#: The gettext domain of the interface words; no document may have this name.
INTERFACE_DOMAIN = "toolkit"


@dataclass(frozen=True)
class Project:
    """An opened project: its root folder, its settings, and what was found while reading them."""

    root: Path
    settings: Settings
    findings: tuple[Finding, ...] = ()

    def path(self, name: str) -> Path:
        """A file or folder of the project by its relative name."""
        return self.root.joinpath(*name.split("/"))

    @property
    def output(self) -> str:
        """The folder that editions are written to, relative to the root."""
        return PurePosixPath(self.settings.output).as_posix()

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
    """Open the project that the folder ``start`` lies in. Findings are also kept in the project."""
    try:
        root = find_root(start.resolve(strict=True))
    except (OSError, RuntimeError):
        # Also the current folder may be gone, or its symbolic links go in a circle.
        message, hint = f"there is no folder `{start}`", "check the spelling of the path"
        return Result(None, (finding("project.none", Span(str(start)), message, hint),))
    if root is None:
        message = f"there is no `{SETTINGS}` here or in a folder above"
        hint = "go into the folder of your project, or make one with `toolkit init`"
        return Result(None, (finding("project.none", Span(str(start)), message, hint),))
    raw = read(root, SETTINGS)
    if raw.value is None:
        return Result(None, raw.findings)
    settings = read_settings(raw.value, SETTINGS, languages=codes())
    found = settings.findings
    if settings.value is not None:
        found = (*found, *_check_output(settings.value), *_check_names(settings.value))
    if settings.value is None or has_errors(found):
        return Result(None, found)
    return Result(Project(root, settings.value, found), found)


def _check_output(settings: Settings) -> tuple[Finding, ...]:
    """Editions go into a folder of their own inside the project."""
    parts = PurePosixPath(settings.output).parts
    span = settings.output_span or Span(SETTINGS)
    if settings.output.startswith("/") or ".." in parts:
        message = f"`{settings.output}` leads out of the project"
        hint = "name a folder inside the project, as `build`, without `..`"
        return (finding("file.outside", span, message, hint),)
    if not parts or parts[0] in {DOCUMENTS, TEMPLATES, TRANSLATIONS}:
        message = f"`{settings.output}` holds what editions are made from"
    elif any(part.startswith(".") for part in parts):
        message = (
            f"`{settings.output}` is hidden, and other programs keep their files in such folders"
        )
    else:
        return ()
    hint = "name a folder that has nothing else in it, as `build`"
    return (finding("field.value", span, message, hint),)


def _check_names(settings: Settings) -> Iterator[Finding]:
    """The pattern by which released files are named."""
    pattern = settings.release.files
    span = settings.release.files_span or Span(SETTINGS)
    for problem in pattern_problems(pattern) if pattern else ():
        message = f"`{pattern}` does not name the files of a release: {problem}"
        yield finding("field.value", span, message, f"write it as `{PATTERN}`")


def pot_path(domain: str) -> str:
    """Where the POT of a document (or of the interface words) lies."""
    return f"{TRANSLATIONS}/templates/{domain}.pot"


def po_path(domain: str, language: str) -> str:
    """Where the PO file of a document (or of the interface words) lies."""
    return f"{TRANSLATIONS}/{language}/LC_MESSAGES/{domain}.po"
