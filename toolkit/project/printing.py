"""Documents to finished files in memory: what ``build`` writes, and ``release`` collects."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

from toolkit.diagnostics import Finding, Result, Span, has_errors
from toolkit.language import LANGUAGES
from toolkit.project.complaints import complaint_findings
from toolkit.project.library import load_documents
from toolkit.project.parallel import parallel_code, parallel_html, parallel_jobs
from toolkit.project.place import Project
from toolkit.project.selection import EVERYTHING, Selection
from toolkit.project.speech import check_own_words
from toolkit.project.studio import (
    BUILD_NAMING,
    Naming,
    Prepared,
    Studio,
    html_files,
    open_studio,
    prepare,
    print_jobs,
)
from toolkit.release.manifest import PdfSignature
from toolkit.render.job import DEFAULT_LIMITS, Job, Limits, Outcome, PrintKit
from toolkit.render.pool import Pool
from toolkit.render.sheets import Stack
from toolkit.render.templates import TemplateProblem

Format = Literal["html", "pdf"]
#: Is told how many of how many editions are done.
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class PrintOptions:
    """What to print: editions in ``languages`` (all if empty), as ``formats``, ``jobs`` at a time.

    If ``parallel``, one edition of each document, with the languages side by side in their order.
    ``naming`` gives each file its name; the pages of a document link to one another by it.
    """

    selection: Selection = EVERYTHING
    languages: tuple[str, ...] = ()
    parallel: bool = False
    formats: tuple[Format, ...] = ("html", "pdf")
    strict: bool = False
    jobs: int = 2
    limits: Limits = DEFAULT_LIMITS
    naming: Naming = BUILD_NAMING


@dataclass(frozen=True)
class Printed:
    """The files of one document by their names.

    ``pages`` of each PDF and ``unfinished`` messages of each edition are by language, or by
    ``parallel_code`` of the languages that stand side by side; ``signatures`` inside of PDFs are by the
    names of files.
    """

    studio: Studio
    prepared: Prepared
    files: Mapping[str, bytes]
    pages: Mapping[str, int]
    unfinished: Mapping[str, int]
    signatures: Mapping[str, PdfSignature] = field(default_factory=dict)


def print_documents(
    project: Project, options: PrintOptions, progress: Progress = lambda done, total: None
) -> Iterator[Result[Printed]]:
    """Each document that is asked for as soon as it is printed, and what was found on the way.

    A document with errors has no value, only findings.
    """
    studio = open_studio(project, strict=options.strict, naming=options.naming)
    yield Result(None, studio.findings)
    if studio.value is None:
        return
    words = check_own_words(
        project,
        studio.value.appearance.templates,
        options.languages or project.settings.languages,
        strict=options.strict,
    )
    yield Result(None, words)
    if has_errors(words):
        return
    # The pool starts first: its processes load the engine while the documents are read.
    with _open_pool(studio.value, options) as pool:
        shelf = load_documents(project, options.selection)
        yield Result(None, shelf.findings)
        if shelf.value is None:
            return
        yield Result(None, shelf.value.findings)
        ready: list[Prepared] = []
        for document in shelf.value.documents:
            prepared = prepare(studio.value, document, options.languages)
            yield Result(None, prepared.findings)
            if prepared.value is not None:
                ready.append(prepared.value)
        yield from _render_all(studio.value, options, ready, pool, progress)


@contextmanager
def _open_pool(studio: Studio, options: PrintOptions) -> Iterator[Pool | None]:
    if "pdf" not in options.formats:
        yield None
        return
    appearance = studio.appearance
    stylesheet = _styles(studio, options).text
    kit = PrintKit(stylesheet, appearance.fonts, appearance.patterns, options.limits)
    with Pool(kit, options.jobs) as pool:
        yield pool


def _render_all(
    studio: Studio,
    options: PrintOptions,
    ready: Sequence[Prepared],
    pool: Pool | None,
    progress: Progress,
) -> Iterator[Result[Printed]]:
    laid: list[tuple[Prepared, dict[str, bytes], tuple[Job, ...]]] = []
    for prepared in ready:
        try:
            pages = _pages(studio, prepared, options) if "html" in options.formats else {}
            jobs = _jobs(studio, prepared, options) if pool else ()
        except TemplateProblem as problem:
            yield Result(None, (problem.finding,))
            continue
        laid.append((prepared, pages, jobs))
    total = sum(len(jobs) for _, _, jobs in laid)
    outcomes = iter(pool.render(job for _, _, jobs in laid for job in jobs)) if pool else iter(())
    done = 0
    for prepared, pages, jobs in laid:
        answers: list[Outcome] = []
        for _ in jobs:
            answers.append(next(outcomes))
            done += 1
            progress(done, total)
        columns = _columns(prepared, options)
        styles = _styles(studio, options)
        complaints = tuple(_complaints(prepared, styles, columns, answers))
        printed = None if complaints else _printed(studio, prepared, columns, pages, answers)
        yield Result(printed, complaints)


def _styles(studio: Studio, options: PrintOptions) -> Stack:
    """The style sheets of the PDFs."""
    appearance = studio.appearance
    return appearance.parallel_print_styles if options.parallel else appearance.print_styles


def _pages(studio: Studio, prepared: Prepared, options: PrintOptions) -> dict[str, bytes]:
    if options.parallel:
        return parallel_html(studio, prepared, options.languages)
    return html_files(studio, prepared)


def _jobs(studio: Studio, prepared: Prepared, options: PrintOptions) -> tuple[Job, ...]:
    if options.parallel:
        return parallel_jobs(studio, prepared, options.languages)
    return print_jobs(studio, prepared)


def _columns(prepared: Prepared, options: PrintOptions) -> tuple[tuple[str, ...], ...]:
    """The languages in each edition that is printed: one, or those that stand side by side."""
    if options.parallel:
        return (options.languages,)
    return tuple((edition.language,) for edition in prepared.editions)


def _printed(
    studio: Studio,
    prepared: Prepared,
    columns: Sequence[Sequence[str]],
    html: Mapping[str, bytes],
    outcomes: Sequence[Outcome],
) -> Printed:
    files = dict(html)
    pages: dict[str, int] = {}
    # Without PDF there are no outcomes.
    for languages, outcome in zip(columns, outcomes, strict=False):
        code = parallel_code(languages)
        files[studio.naming.file(prepared.document, code, "pdf")] = outcome.pdf
        pages[code] = outcome.pages
    drafts = {edition.language: edition.unfinished for edition in prepared.editions}
    unfinished = {
        parallel_code(languages): sum(drafts[language] for language in languages)
        for languages in columns
    }
    return Printed(studio, prepared, files, pages, unfinished)


def _complaints(
    prepared: Prepared,
    styles: Stack,
    columns: Sequence[Sequence[str]],
    outcomes: Sequence[Outcome],
) -> Iterator[Finding]:
    for languages, outcome in zip(columns, outcomes, strict=False):
        named = "-".join(LANGUAGES[language].adjective for language in languages)
        yield from complaint_findings(outcome, styles, Span(prepared.document.path), named)
