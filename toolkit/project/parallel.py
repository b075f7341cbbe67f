"""Parallel editions: the languages of a document side by side, in one HTML file and one PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from toolkit.project.studio import Prepared, Studio, page_of, printed_pictures
from toolkit.render.inline import Medium
from toolkit.render.job import Job
from toolkit.render.parallel import render_parallel


def parallel_code(languages: Sequence[str]) -> str:
    """What stands for the languages in the name of a file, in the order of the columns: ``ru-en``."""
    return "-".join(languages)


def parallel_html(studio: Studio, prepared: Prepared, languages: Sequence[str]) -> dict[str, bytes]:
    """The parallel HTML edition by file name, with a column for each of ``languages``, in their order.

    Raises ``TemplateProblem``.
    """
    name = studio.naming.file(prepared.document, parallel_code(languages), "html")
    return {name: _html(studio, prepared, languages, "screen").encode()}


def parallel_jobs(studio: Studio, prepared: Prepared, languages: Sequence[str]) -> tuple[Job, ...]:
    """What the engine needs for the parallel PDF edition: one job. Raises ``TemplateProblem``."""
    html = _html(studio, prepared, languages, "print")
    return (Job(html, printed_pictures(studio, prepared)),)


def _html(studio: Studio, prepared: Prepared, languages: Sequence[str], medium: Medium) -> str:
    editions = {edition.language: edition for edition in prepared.editions}
    appearance = studio.appearance
    stylesheet = appearance.parallel_screen_css if medium == "screen" else ""
    pages = [
        replace(page_of(studio, prepared, editions[code], medium), stylesheet=stylesheet, script="")
        for code in languages
    ]
    return render_parallel(pages, appearance.templates)
