"""``toolkit check``: all that can be known without laying out a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.diagnostics import Finding, Span, finding
from toolkit.language import LANGUAGES
from toolkit.project.appearance import load_appearance
from toolkit.project.complaints import check_print_styles
from toolkit.project.examining import open_examiner
from toolkit.project.files import read
from toolkit.project.library import Work, load_documents, load_readable
from toolkit.project.pictures import load_logo, load_pictures
from toolkit.project.place import INTERFACE_DOMAIN, TRANSLATIONS, Project, po_path
from toolkit.project.selection import Selection, document_paths, name_of
from toolkit.project.speech import check_words, speaks_as_shipped
from toolkit.translation.audit import check_catalog


def check_project(
    project: Project, selection: Selection, languages: Sequence[str]
) -> tuple[Finding, ...]:
    """Everything wrong with the settings, the selected documents, their translations into ``languages``.

    With nothing selected, also with what documents share: templates, interface words, the logo, public
    keys, and PO files that belong to no document.
    """
    wanted = tuple(languages or project.settings.languages)
    found = [*project.findings, *_check_documents(project, selection, wanted)]
    if selection.everything:
        found.extend(_check_shared(project, wanted))
    return tuple(found)


def _check_documents(
    project: Project, selection: Selection, languages: Sequence[str]
) -> Iterator[Finding]:
    shelf = load_documents(project, selection)
    yield from shelf.findings
    if shelf.value is None:
        return
    yield from shelf.value.findings
    examiner = open_examiner(project)
    yield from examiner.findings
    for document in shelf.value.documents:
        yield from load_pictures(project, document).findings
        work, problems = load_readable(project, document, languages)
        yield from problems
        yield from _check_catalogs(work)
        if examiner.value is not None:
            for examination in examiner.value.examine(work).values():
                yield from examination.findings


def _check_catalogs(work: Work) -> Iterator[Finding]:
    for language, catalog in work.catalogs.items():
        if catalog is None:
            yield _no_catalog(work.document.name, language)
        else:
            yield from check_catalog(catalog, language=LANGUAGES[language], messages=work.messages)


def _no_catalog(name: str, language: str) -> Finding:
    message = f"there is no {LANGUAGES[language].adjective} PO file yet"
    return finding("po.missing", Span(po_path(name, language)), message, "run `toolkit update`")


def _check_shared(project: Project, languages: Sequence[str]) -> Iterator[Finding]:
    yield from load_logo(project).findings
    yield from _check_keys(project)
    appearance = load_appearance(project)
    yield from appearance.findings
    if appearance.value is not None:
        yield from check_print_styles(appearance.value)
    if appearance.value is not None and not speaks_as_shipped(project, languages):
        problems = appearance.value.templates.check()
        yield from problems
        if not problems:
            yield from check_words(project, appearance.value.templates, languages)
    yield from _orphans(project, languages)


def _check_keys(project: Project) -> Iterator[Finding]:
    """Whether the files are there that a release gives its readers to check signatures with."""
    release = project.settings.release
    if release.signature is not None:
        wanted = release.signature
        yield from read(project.root, wanted.public_key, wanted.public_key_span).findings
    if release.pdf_signature is not None:
        given = release.pdf_signature
        yield from read(project.root, given.certificate, given.certificate_span).findings


def _orphans(project: Project, languages: Sequence[str]) -> Iterator[Finding]:
    names = {name_of(path) for path in document_paths(project)} | {INTERFACE_DOMAIN}
    for language in languages:
        folder = project.path(f"{TRANSLATIONS}/{language}/LC_MESSAGES")
        for path in sorted(folder.glob("*.po")):
            if path.stem not in names:
                span = Span(path.relative_to(project.root).as_posix())
                message = f"there is no document `{path.stem}`"
                hint = (
                    "rename it with its document, or delete it; its translations are in no edition"
                )
                yield finding("po.orphan", span, message, hint)
