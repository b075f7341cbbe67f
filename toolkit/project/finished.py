"""``toolkit check --finished``: built editions read back and compared with what they should say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from toolkit.diagnostics import Finding, Quotation, Result, Span, finding, has_errors
from toolkit.edition import Edition
from toolkit.language import LANGUAGES
from toolkit.project.library import load_documents, read_if_there
from toolkit.project.place import Project
from toolkit.project.selection import Selection
from toolkit.project.studio import (
    Prepared,
    Studio,
    html_files,
    open_studio,
    prepare,
    print_jobs,
)
from toolkit.render.inspect.examine import (
    Examined,
    Problem,
    Shape,
    Unreadable,
    examine_html,
    examine_pdf,
)
from toolkit.render.inspect.faces import Faces
from toolkit.render.inspect.shape import unlike
from toolkit.render.templates import TemplateProblem

_REBUILD = "run `toolkit build`; if it comes again, look at the templates and style sheets"
_CURES = {
    "finished.stale": "run `toolkit build`",
    "finished.access": (
        "say in words what the picture shows, where the link leads, what the columns are, "
        "and run `toolkit build`"
    ),
    "finished.invalid": "look at the templates of the project, and run `toolkit build`",
    "finished.font": "use only the fonts in `templates/fonts`, and run `toolkit build`",
    "finished.glyph": "replace the character, or add a font that has it, and run `toolkit build`",
}
#: The end of the name of an edition, with its language.
_EDITION = re.compile(r"\.([a-z]{2,3})\.(?:html|pdf)")
#: What is said of one file; a file that is wrong all over is not described to the last word.
_MOST = 20
#: What is said of such a file already says that it is not like the others.
_WRONG_SHAPES = frozenset({"finished.other", "finished.structure"})


def check_finished(
    project: Project, selection: Selection, languages: Sequence[str]
) -> tuple[Finding, ...]:
    """What the built HTML and PDF files of the selected documents do not have as their editions do.

    Reads the editions in ``languages`` (all if empty). A file that was not built is a warning. Documents
    with errors are left out: what is wrong with them is returned instead.
    """
    studio = open_studio(project)
    if studio.value is None:
        return studio.findings
    shelf = load_documents(project, selection)
    if shelf.value is None:
        return shelf.findings
    found = [item for item in shelf.value.findings if has_errors([item])]
    faces = Faces.of(studio.value.appearance.fonts.values())
    for document in shelf.value.documents:
        prepared = prepare(studio.value, document, languages)
        if prepared.value is None:
            found.extend(prepared.findings)
            continue
        try:
            found.extend(_check_document(studio.value, prepared.value, faces))
        except TemplateProblem as problem:
            found.append(problem.finding)
    return tuple(found)


def _check_document(studio: Studio, prepared: Prepared, faces: Faces) -> Iterator[Finding]:
    """The files that a build wrote."""
    folder = f"{studio.project.output}/{studio.naming.folder(prepared.document)}"

    def written(name: str) -> Result[bytes]:
        return read_if_there(studio.project, f"{folder}/{name}")

    yield from check_files(studio, prepared, folder, written, faces)
    yield from _strangers(studio, prepared.document.name, folder)


def check_files(
    studio: Studio,
    prepared: Prepared,
    folder: str,
    read: Callable[[str], Result[bytes]],
    faces: Faces,
) -> Iterator[Finding]:
    """The editions of a document, each file as ``read`` gives it by its name, beside what they promise.

    Findings call a file by its path in ``folder``. Raises ``TemplateProblem``.
    """
    document = prepared.document
    pages = html_files(studio, prepared)
    jobs = print_jobs(studio, prepared)
    shapes: dict[str, list[tuple[str, Shape]]] = {"html": [], "pdf": []}
    for edition, job in zip(prepared.editions, jobs, strict=True):
        for suffix in ("html", "pdf"):
            name = studio.naming.file(document, edition.language, suffix)
            path = f"{folder}/{name}"
            raw = read(name)
            yield from raw.findings
            if raw.value is None:
                if not raw.findings:
                    yield _not_built(path, edition, suffix)
                continue
            try:
                if suffix == "html":
                    examined = examine_html(raw.value, pages[name].decode(), edition)
                else:
                    stylesheet = studio.appearance.print_css
                    examined = examine_pdf(raw.value, job.html, stylesheet, edition, faces)
            except Unreadable as error:
                message = f"the file cannot be read: {error}"
                yield finding("finished.unreadable", Span(path), message, _REBUILD)
                continue
            if not _WRONG_SHAPES & {problem.code for problem in examined.problems}:
                shapes[suffix].append((path, examined.shape))
            yield from _findings(path, edition, examined)
    for files in shapes.values():
        yield from _unlike(files)


def _strangers(studio: Studio, name: str, folder: str) -> Iterator[Finding]:
    """Editions in languages that the project does not have, or no longer."""
    place = studio.project.path(folder)
    names = sorted(item.name for item in place.iterdir()) if place.is_dir() else []
    for other in names:
        found = _EDITION.fullmatch(other.removeprefix(name))
        if found is not None and found[1] not in studio.project.settings.languages:
            message = f"`{found[1]}` is no language of the project"
            hint = "delete the file, or add the language to `toolkit.yaml`"
            yield finding("finished.unknown", Span(f"{folder}/{other}"), message, hint)


def _not_built(path: str, edition: Edition, suffix: str) -> Finding:
    language = LANGUAGES[edition.language].adjective
    message = f"the {language} {suffix.upper()} has not been built"
    return finding("finished.missing", Span(path), message, "run `toolkit build`")


def _findings(path: str, edition: Edition, examined: Examined) -> Iterator[Finding]:
    for problem in examined.problems[:_MOST]:
        yield _finding(path, edition.language, problem)
    left = len(examined.problems) - _MOST
    if left > 0:
        code = examined.problems[_MOST].code
        yield finding(code, Span(path), f"{left} more findings in this file", _REBUILD)


def _finding(path: str, language: str, problem: Problem) -> Finding:
    hint = _CURES.get(problem.code, _REBUILD)
    plain = finding(problem.code, Span(path), problem.message, hint)
    quoted = tuple(
        Quotation(language, text, _odd(text, other))
        for text, other in (
            (problem.expected, problem.actual),
            (problem.actual, problem.expected),
        )
        if text
    )
    return replace(plain, quotations=quoted if problem.expected != problem.actual else quoted[:1])


def _odd(text: str, other: str) -> tuple[str, ...]:
    """The words of a text that the other one lacks."""
    known = set(other.split())
    return tuple(word for word in text.split() if word not in known) if other else ()


def _unlike(files: Sequence[tuple[str, Shape]]) -> Iterator[Finding]:
    """Files whose headings, tables, figures, notes or addresses are not those of the first one."""
    for path, shape in files[1:]:
        first, model = files[0]
        for name, ours, theirs in unlike(shape, model):
            message = f"the file has {ours} {name}, `{first.rpartition('/')[2]}` has {theirs}"
            yield finding("finished.structure", Span(path), message, _REBUILD)
        for anchor in sorted(shape.anchors ^ model.anchors):
            with_it, without = (path, first) if anchor in shape.anchors else (first, path)
            message = f"`#{anchor}` stands in `{with_it.rpartition('/')[2]}` alone"
            yield finding("finished.structure", Span(without), message, _REBUILD)
