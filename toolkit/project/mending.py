"""``toolkit check --fix``: what can be mended safely is mended, in documents and PO files."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.checks.apply import Applied, apply_to_po, apply_to_yaml
from toolkit.diagnostics import Finding, Span, finding
from toolkit.project.files import read
from toolkit.project.library import load_documents, read_if_there
from toolkit.project.place import Project, po_path
from toolkit.project.selection import Selection
from toolkit.project.write import WriteError, write_file


@dataclass(frozen=True)
class Mended:
    """One file with its bytes before and after, and how many of its texts were mended."""

    path: str
    before: bytes
    after: bytes
    texts: int

    def diff(self) -> str:
        """The change as a unified diff."""
        before = self.before.decode("utf-8").splitlines(keepends=True)
        after = self.after.decode("utf-8").splitlines(keepends=True)
        lines = difflib.unified_diff(before, after, f"a/{self.path}", f"b/{self.path}")
        return "".join(lines)


@dataclass(frozen=True)
class MendReport:
    """The files that were mended (or, in a dry run, would be), and what went wrong."""

    files: tuple[Mended, ...]
    findings: tuple[Finding, ...] = ()


def mend_project(
    project: Project, selection: Selection, languages: Sequence[str], *, write: bool
) -> MendReport:
    """Mend the selected documents and their finished translations into ``languages`` (all if empty).

    Only characters inside texts change; every other byte of a file stays. What the settings ignore and
    what a translator waived is left as it is. A document with errors is not touched.
    """
    shelf = load_documents(project, selection)
    if shelf.value is None:
        return MendReport((), shelf.findings)
    ignored = [code for code, severity in project.settings.checks.items() if severity is None]
    files: list[Mended] = []
    for document in shelf.value.documents:
        raw = read(project.root, document.path).value
        if raw is not None:
            applied = apply_to_yaml(raw, document.path, document, ignored)
            files.extend(_mended(document.path, raw, applied))
        for language in project.translation_languages(document):
            if languages and language not in languages:
                continue
            path = po_path(document.name, language)
            raw = read_if_there(project, path).value
            if raw is not None:
                files.extend(_mended(path, raw, apply_to_po(raw, path, language, ignored)))
    found = tuple(_write(project, files)) if write else ()
    return MendReport(tuple(files), found)


def _mended(path: str, raw: bytes, applied: Applied) -> Iterator[Mended]:
    if applied.raw != raw:
        yield Mended(path, raw, applied.raw, len(applied.changes))


def _write(project: Project, files: Sequence[Mended]) -> Iterator[Finding]:
    for file in files:
        try:
            write_file(project.root, file.path, file.after)
        except WriteError as error:
            message = f"the file could not be written: {error}"
            hint = "make room or mend the permissions; the old file is untouched"
            yield finding("file.write", Span(file.path), message, hint)
