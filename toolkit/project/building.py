"""``toolkit build``: every edition of the selected documents, as HTML and PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from toolkit.diagnostics import Finding, Result, Span, finding, has_errors
from toolkit.document.model import Document
from toolkit.language import LANGUAGES
from toolkit.project.library import load_documents
from toolkit.project.place import Project
from toolkit.project.selection import EVERYTHING, Selection
from toolkit.project.speech import check_own_words
from toolkit.project.studio import (
    Prepared,
    Studio,
    edition_file,
    html_files,
    open_studio,
    prepare,
    print_jobs,
)
from toolkit.project.write import WriteError, write_folder
from toolkit.render.job import DEFAULT_LIMITS, Job, Limits, Outcome, PrintKit
from toolkit.render.pool import Pool
from toolkit.render.templates import TemplateProblem

_CURES = {
    "engine.message": "look at the text, picture or style that it names",
    "engine.glyph": "replace the character, or add a font that has it to `templates/fonts`",
    "engine.resource": "pages may show only pictures of the project",
    "engine.limit": "make the document shorter, or its tables and pictures simpler",
    "engine.crash": "build this document alone, and report it with the document if it comes again",
}

Format = Literal["html", "pdf"]


@dataclass(frozen=True)
class BuildOptions:
    """What to build: editions in ``languages`` (all if empty), as ``formats``, ``jobs`` at a time."""

    selection: Selection = EVERYTHING
    languages: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ("html", "pdf")
    strict: bool = False
    jobs: int = 2
    limits: Limits = DEFAULT_LIMITS


@dataclass(frozen=True)
class Built:
    """The editions of one document, as they were written."""

    document: Document
    folder: str
    files: tuple[str, ...]
    pages: Mapping[str, int]
    unfinished: Mapping[str, int]


@dataclass(frozen=True)
class BuildReport:
    """What was built, and everything found on the way."""

    built: tuple[Built, ...]
    findings: tuple[Finding, ...]


def build(
    project: Project,
    options: BuildOptions,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> BuildReport:
    """Build the selected documents; each document's editions are written together, or not at all.

    ``progress`` is told how many of how many editions are done. A document with errors is left out,
    and its old editions stay as they are.
    """
    studio = open_studio(project, strict=options.strict)
    if studio.value is None:
        return BuildReport((), studio.findings)
    words = check_own_words(
        project,
        studio.value.appearance.templates,
        options.languages or project.settings.languages,
        strict=options.strict,
    )
    if has_errors(words):
        return BuildReport((), (*studio.findings, *words))
    # The pool starts first: its processes load the engine while the documents are read.
    with _open_pool(studio.value, options) as pool:
        shelf = load_documents(project, options.selection)
        found = [*studio.findings, *words, *shelf.findings]
        if shelf.value is None:
            return BuildReport((), tuple(found))
        found.extend(shelf.value.findings)
        ready: list[Prepared] = []
        for document in shelf.value.documents:
            prepared = prepare(studio.value, document, options.languages)
            found.extend(prepared.findings)
            if prepared.value is not None:
                ready.append(prepared.value)
        built, complaints = _render_all(studio.value, options, ready, pool, progress)
    return BuildReport(built, (*found, *complaints))


@contextmanager
def _open_pool(studio: Studio, options: BuildOptions) -> Iterator[Pool | None]:
    if "pdf" not in options.formats:
        yield None
        return
    appearance = studio.appearance
    kit = PrintKit(appearance.print_css, appearance.fonts, appearance.patterns, options.limits)
    with Pool(kit, options.jobs) as pool:
        yield pool


def _render_all(
    studio: Studio,
    options: BuildOptions,
    ready: Sequence[Prepared],
    pool: Pool | None,
    progress: Callable[[int, int], None],
) -> tuple[tuple[Built, ...], tuple[Finding, ...]]:
    found: list[Finding] = []
    laid: list[tuple[Prepared, dict[str, bytes], tuple[Job, ...]]] = []
    for prepared in ready:
        try:
            pages = html_files(studio, prepared) if "html" in options.formats else {}
            jobs = print_jobs(studio, prepared) if pool else ()
        except TemplateProblem as problem:
            found.append(problem.finding)
            continue
        laid.append((prepared, pages, jobs))
    total = sum(len(prepared.editions) for prepared, _, _ in laid)
    outcomes = iter(pool.render(job for _, _, jobs in laid for job in jobs)) if pool else iter(())
    built: list[Built] = []
    done = 0
    for prepared, pages, jobs in laid:
        answers: list[Outcome] = []
        for _ in jobs:
            answers.append(next(outcomes))
            done += 1
            progress(done, total)
        complaints = tuple(_complaints(prepared, answers))
        found.extend(complaints)
        if not complaints:
            result = _write(studio, prepared, pages, answers)
            found.extend(result.findings)
            built.extend([result.value] if result.value else [])
    return tuple(built), tuple(found)


def _complaints(prepared: Prepared, outcomes: Sequence[Outcome]) -> Iterator[Finding]:
    for edition, outcome in zip(prepared.editions, outcomes, strict=False):
        for code, message in outcome.complaints:
            language = LANGUAGES[edition.language].adjective
            span = Span(prepared.document.path)
            yield finding(code, span, f"in the {language} PDF: {message}", _CURES[code])


def _write(
    studio: Studio, prepared: Prepared, pages: Mapping[str, bytes], outcomes: Sequence[Outcome]
) -> Result[Built]:
    document = prepared.document
    files = dict(pages)
    counts: dict[str, int] = {}
    for edition, outcome in zip(prepared.editions, outcomes, strict=False):
        files[edition_file(document.name, edition.language, "pdf")] = outcome.pdf
        counts[edition.language] = outcome.pages
    folder = f"{studio.project.output}/{document.kind.value}/{document.name}"
    try:
        write_folder(studio.project.root, folder, files)
    except WriteError as error:
        hint = "make room or mend the permissions; no edition is half written"
        message = f"the editions could not be written: {error}"
        return Result(None, (finding("file.write", Span(folder), message, hint),))
    unfinished = {edition.language: edition.unfinished for edition in prepared.editions}
    return Result(Built(document, folder, tuple(sorted(files)), counts, unfinished))
