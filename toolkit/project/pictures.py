"""The pictures that documents and settings name: found inside the project, made safe to publish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from toolkit.diagnostics import Finding, Result, Span, finding, has_errors
from toolkit.document.model import Document, Figure
from toolkit.document.walk import blocks
from toolkit.project.files import CHECK_SPELLING, locate, read
from toolkit.project.place import ASSETS, SETTINGS, Project
from toolkit.render import images
from toolkit.render.images import PreparedImage


def load_logo(project: Project) -> Result[PreparedImage]:
    """The organisation's logo; no value and no finding if the settings name none."""
    organisation = project.settings.organisation
    if not organisation.logo:
        return Result(None)
    span = organisation.logo_span or Span(SETTINGS)
    raw = read(project.root, organisation.logo, span)
    return images.prepare(raw.value, span) if raw.value is not None else Result(None, raw.findings)


def load_pictures(project: Project, document: Document) -> Result[Mapping[str, PreparedImage]]:
    """The pictures of a document by the names it gives them; without a value if one is missing."""
    found: list[Finding] = []
    pictures: dict[str, PreparedImage] = {}
    folder = document.path.rpartition("/")[0]
    for name, span in _picture_names(document).items():
        raw = _load_picture(project, folder, name, span)
        found.extend(raw.findings)
        if raw.value is None:
            continue
        picture = images.prepare(raw.value, span)
        found.extend(picture.findings)
        if picture.value is not None:
            pictures[name] = picture.value
    return Result(None if has_errors(found) else pictures, tuple(found))


def _picture_names(document: Document) -> Mapping[str, Span]:
    """The pictures that a document shows, each with the place that names it first."""
    names: dict[str, Span] = {}
    for block in blocks(document):
        if isinstance(block, Figure):
            names.setdefault(block.image, block.image_span)
    return names


def _load_picture(project: Project, folder: str, name: str, span: Span) -> Result[bytes]:
    """A picture from beside the document (in ``folder``) or from the project's shared assets."""
    _, problem = locate(project.root, name, span)
    if problem is not None:
        return Result(None, (_with_its_bare_name(project, folder, name, problem),))
    hints: list[str] = []
    for place in (folder, ASSETS):
        result = read(project.root, f"{place}/{name}", span)
        if result.value is not None or result.findings[0].code != "file.missing":
            return result
        hints.append(result.findings[0].hint)
    message = f"there is no picture `{name}` in `{folder}` or in `{ASSETS}`"
    hint = next((hint for hint in hints if hint != CHECK_SPELLING), CHECK_SPELLING)
    missing = finding("image.missing", span, message, hint)
    return Result(None, (_with_its_bare_name(project, folder, name, missing),))


def _with_its_bare_name(project: Project, folder: str, name: str, problem: Finding) -> Finding:
    """The same with a better cure, if only the path before the name of a picture is wrong."""
    bare = name.replace("\\", "/").rpartition("/")[2]
    if bare == name or not bare.strip("."):
        return problem
    for place in (folder, ASSETS):
        if project.path(f"{place}/{bare}").is_file():
            return replace(problem, hint=f"write `{bare}`, without a path: it is in `{place}`")
    return problem
