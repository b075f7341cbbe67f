"""From documents to pages: editions assembled, pictures prepared, templates filled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote

from toolkit.diagnostics import Finding, Result, Span, finding, has_errors
from toolkit.document.inline import plain
from toolkit.document.model import Document, State
from toolkit.edition import Edition, Words, assemble, fingerprint, unfinished
from toolkit.language import LANGUAGES
from toolkit.project.appearance import Appearance, load_appearance
from toolkit.project.library import Work, load_work, translations_of
from toolkit.project.pictures import load_logo, load_pictures
from toolkit.project.place import Project, po_path
from toolkit.project.speech import load_words
from toolkit.render.images import PreparedImage
from toolkit.render.inline import Medium
from toolkit.render.job import BASE_URL, Job
from toolkit.render.page import Alternate, OrganisationView, Page, Picture, render

if TYPE_CHECKING:
    from toolkit.checks.waivers import Waiver
    from toolkit.project.examining import Examiner


class Naming(Protocol):
    """Where the files of a document are, and what they are called."""

    def folder(self, document: Document) -> str:
        """Their folder among all that is published, with ``/`` and none at its end."""

    def file(self, document: Document, language: str, suffix: str) -> str:
        """The name of an edition in that folder."""


class BuildNaming:
    """How ``build`` puts editions: a folder for each document in that of its kind."""

    def folder(self, document: Document) -> str:
        """``<kind>/<document>``."""
        return f"{document.kind.value}/{document.name}"

    def file(self, document: Document, language: str, suffix: str) -> str:
        """``<document>.<language>.<suffix>``."""
        return f"{document.name}.{language}.{suffix}"


BUILD_NAMING = BuildNaming()


@dataclass(frozen=True)
class Studio:
    """What all pages of a build share. Only a strict build has an ``examiner``."""

    project: Project
    appearance: Appearance
    words: Mapping[str, Words]
    logo: PreparedImage | None
    examiner: Examiner | None
    naming: Naming


@dataclass(frozen=True)
class Prepared:
    """One document ready for rendering: its editions and the pictures they show, by name.

    ``fingerprint`` is that of ``document``, the source; every edition prints it. ``waivers`` are those
    in force in each language, if the rules were applied.
    """

    work: Work
    fingerprint: str
    editions: tuple[Edition, ...]
    pictures: Mapping[str, PreparedImage]
    waivers: Mapping[str, tuple[Waiver, ...]]

    @property
    def document(self) -> Document:
        """The source document."""
        return self.work.document


def open_studio(
    project: Project, *, strict: bool = False, naming: Naming = BUILD_NAMING
) -> Result[Studio]:
    """Load what all pages share: appearance, interface words, the logo; if ``strict``, the rules."""
    appearance = load_appearance(project)
    found = list(appearance.findings)
    words: dict[str, Words] = {}
    for language in project.settings.languages:
        result = load_words(project, language)
        found.extend(result.findings)
        if result.value is not None:
            words[language] = result.value
    logo = load_logo(project)
    found.extend(logo.findings)
    rules = _examiner(project) if strict else Result(None)
    found.extend(rules.findings)
    if appearance.value is None or has_errors(found):
        return Result(None, tuple(found))
    studio = Studio(project, appearance.value, words, logo.value, rules.value, naming)
    return Result(studio, tuple(found))


def _examiner(project: Project) -> Result[Examiner]:
    # A build that is not strict does without the rules, and without the time to import them.
    from toolkit.project.examining import open_examiner

    return open_examiner(project)


def prepare(studio: Studio, document: Document, languages: Sequence[str]) -> Result[Prepared]:
    """Assemble the editions of a document in ``languages`` (all if empty) and load its pictures.

    In a strict studio, an edition with missing, fuzzy or invalid messages is an error, and so is
    whatever the rules find that shows the editions to differ.
    """
    wanted = [
        code for code in studio.project.settings.languages if not languages or code in languages
    ]
    work = load_work(studio.project, document, wanted)
    pictures = load_pictures(studio.project, document)
    found = [*work.findings, *pictures.findings]
    if work.value is None or pictures.value is None:
        return Result(None, tuple(found))
    editions = tuple(_edition(work.value, language) for language in wanted)
    for edition in editions:
        found.extend(_unfinished(edition, strict=studio.examiner is not None))
    waivers: dict[str, tuple[Waiver, ...]] = {}
    if studio.examiner is not None:
        for language, examination in studio.examiner.examine(work.value).items():
            found.extend(examination.findings)
            waivers[language] = examination.waivers
    if has_errors(found):
        return Result(None, tuple(found))
    code = fingerprint(document)
    prepared = Prepared(work.value, code, editions, pictures.value, waivers)
    return Result(prepared, tuple(found))


def html_files(studio: Studio, prepared: Prepared) -> dict[str, bytes]:
    """The HTML editions of a document by file name. Raises ``TemplateProblem``."""
    return {
        studio.naming.file(prepared.document, edition.language, "html"): _html(
            studio, prepared, edition, "screen"
        ).encode()
        for edition in prepared.editions
    }


def print_jobs(studio: Studio, prepared: Prepared) -> tuple[Job, ...]:
    """What the engine needs for each PDF edition. Raises ``TemplateProblem``."""
    pictures = printed_pictures(studio, prepared)
    return tuple(
        Job(_html(studio, prepared, edition, "print"), pictures) for edition in prepared.editions
    )


def printed_pictures(studio: Studio, prepared: Prepared) -> Mapping[str, bytes]:
    """The pictures that pages on paper name, by address."""
    pictures = {_address(image): image.data for image in prepared.pictures.values()}
    if studio.logo is not None:
        pictures[_address(studio.logo)] = studio.logo.data
    return pictures


def _html(studio: Studio, prepared: Prepared, edition: Edition, medium: Medium) -> str:
    return render(page_of(studio, prepared, edition, medium), studio.appearance.templates)


def page_of(studio: Studio, prepared: Prepared, edition: Edition, medium: Medium) -> Page:
    """All that goes into the page of one edition."""
    return Page(
        edition=edition,
        fingerprint=prepared.fingerprint,
        medium=medium,
        organisation=organisation_view(studio, edition.language, medium),
        alternates=_alternates(studio, prepared),
        words=studio.words[edition.language],
        pictures={
            name: Picture(_source(image, medium), image.width, image.height)
            for name, image in prepared.pictures.items()
        },
        stylesheet=studio.appearance.screen_css if medium == "screen" else "",
        charts=studio.appearance.charts,
        script=studio.appearance.script if medium == "screen" else "",
        title=plain(prepared.document.title.value),
        site=_site(studio, prepared.document),
    )


def _site(studio: Studio, document: Document) -> str:
    """The address on the web of the folder with a document's editions; nothing if there is none."""
    site = studio.project.settings.site
    return "/".join(filter(None, (site, quote(studio.naming.folder(document))))) if site else ""


def organisation_view(studio: Studio, language: str, medium: Medium) -> OrganisationView:
    """The organisation as pages in a language show it."""
    organisation = studio.project.settings.organisation
    lines = (
        organisation.address.get(language, ""),
        organisation.email,
        organisation.website,
        organisation.phone,
    )
    return OrganisationView(
        name=organisation.name[language],
        short_name=organisation.short_name.get(language, ""),
        lines=tuple(line for line in lines if line),
        logo=_source(studio.logo, medium) if studio.logo else "",
        website=organisation.website,
    )


def _alternates(studio: Studio, prepared: Prepared) -> tuple[Alternate, ...]:
    """All editions of the document, also those that this build leaves as they are."""
    document = prepared.document
    return tuple(
        Alternate(code, LANGUAGES[code].autonym, studio.naming.file(document, code, "html"))
        for code in studio.project.settings.languages
    )


def _source(image: PreparedImage, medium: Medium) -> str:
    return image.data_uri if medium == "screen" else BASE_URL + _address(image)


def _address(image: PreparedImage) -> str:
    """An address for a picture on paper: of its content, so that no file name gets into a PDF."""
    return f"pictures/{image.digest}.{image.suffix}"


def _edition(work: Work, language: str) -> Edition:
    return assemble(work.document, language, translations_of(work.catalogs.get(language)))


def _unfinished(edition: Edition, *, strict: bool) -> Iterator[Finding]:
    """One finding for an edition that is not complete: a warning in a draft, else an error."""
    if not edition.draft:
        return
    by_state = unfinished(edition.document)
    counts = [
        f"{by_state[state]} {word}"
        for state, word in (
            (State.UNTRANSLATED, "missing"),
            (State.FUZZY, "fuzzy"),
            (State.INVALID, "invalid"),
        )
        if by_state[state]
    ]
    language = LANGUAGES[edition.language].adjective
    message = f"the {language} edition has texts without a translation: {', '.join(counts)}"
    span = Span(po_path(edition.document.name, edition.language))
    if strict:
        hint = "`toolkit check` lists them; translate them, or build a draft without --strict"
        yield finding("strict.incomplete", span, message, hint)
    else:
        yield finding("message.untranslated", span, message, "they stand in the source language")
