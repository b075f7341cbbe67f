"""Which documents a command is about: by path or name, and by kind."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.diagnostics import Finding, Result, Span, finding
from toolkit.project.place import ASSETS, DOCUMENTS, INTERFACE_DOMAIN, REGISTER, SCHEMA, Project

_OUTSIDE_DOCUMENTS = (f"{ASSETS}/", f"{SCHEMA}/")


@dataclass(frozen=True)
class Selection:
    """What the user asked for; empty parts mean everything."""

    paths: tuple[Path, ...] = ()
    kinds: tuple[str, ...] = ()

    @property
    def everything(self) -> bool:
        """Whether no document is left out."""
        return not self.paths and not self.kinds


#: No document is left out.
EVERYTHING = Selection()


def document_paths(project: Project) -> tuple[str, ...]:
    """The YAML files of all documents, relative to the project, in order of their names."""
    folder = project.path(DOCUMENTS)
    found = (
        path.relative_to(project.root).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".yaml", ".yml"}
    )
    return tuple(
        path
        for path in found
        if "/." not in path and path != REGISTER and not path.startswith(_OUTSIDE_DOCUMENTS)
    )


def name_of(path: str) -> str:
    """The name of the document in a file: its stem, or its folder's name for ``document.yaml``."""
    parts = path.split("/")
    stem = parts[-1].rpartition(".")[0]
    return parts[-2] if stem == "document" and len(parts) > 3 else stem


def select(project: Project, selection: Selection) -> Result[tuple[str, ...]]:
    """The documents that a selection asks for. A path that matches none of them is a finding.

    A path counts from the current folder or, where nothing is there, from the root of the project.
    """
    paths = document_paths(project)
    chosen: list[str] = []
    missed: list[Finding] = []
    for asked in selection.paths:
        matches = [path for path in paths if _matches(project, asked, path)]
        if not matches:
            missed.append(_no_match(asked, paths))
        chosen.extend(matches)
    if not selection.paths:
        chosen = list(paths)
    if selection.kinds:
        chosen = [path for path in chosen if path.split("/")[1] in selection.kinds]
    if not chosen and not missed and not selection.everything:
        message = f"no document is of kind {' or '.join(selection.kinds)}"
        missed.append(finding("selection.empty", Span(DOCUMENTS), message, "see `toolkit status`"))
    if missed:
        return Result(None, tuple(missed))
    return Result(tuple(dict.fromkeys(chosen)))


def check_names(paths: Sequence[str]) -> tuple[Finding, ...]:
    """Names that documents share, also by other capitals or another Unicode form: each is a finding.

    Which of them is meant cannot be known, so that none of them may be built.
    """
    found: list[Finding] = []
    namesakes: dict[str, list[str]] = {}
    for path in paths:
        namesakes.setdefault(_plainly(name_of(path)), []).append(path)
    for path in paths:
        name = name_of(path)
        if _plainly(name) == INTERFACE_DOMAIN:
            message = f"`{name}` is the name of the toolkit's own words"
            found.append(finding("document.name", Span(path), message, "choose another name"))
            continue
        others = [other for other in namesakes[_plainly(name)] if other != path]
        if others:
            message = f"the document `{name}` has the same name as {others[0]}"
            hint = "rename one of the two files: their PO files and editions would be the same"
            found.append(finding("document.duplicate", Span(path), message, hint))
    return tuple(found)


def _plainly(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _matches(project: Project, asked: Path, path: str) -> bool:
    if str(asked) == name_of(path):
        return True
    try:
        wanted = (asked if asked.exists() else project.root / asked).resolve()
    except (OSError, RuntimeError):
        # Its symbolic links go in a circle.
        return False
    file = project.root / path
    return wanted == file or wanted in file.parents


def _no_match(asked: Path, paths: Sequence[str]) -> Finding:
    import difflib

    names = {name_of(path): path for path in paths}
    close = difflib.get_close_matches(name_of(f"{asked.name}.yaml"), names, n=1)
    hint = f"did you mean `{names[close[0]]}`?" if close else "`toolkit status` lists the documents"
    message = f"`{asked}` is no document of this project"
    return finding("selection.empty", Span(str(asked)), message, hint)
