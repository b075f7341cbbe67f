"""Printed editions to the manifest of a release."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from toolkit.diagnostics import Finding, Result
from toolkit.document.inline import plain
from toolkit.edition import Edition
from toolkit.edition.fingerprint import canonical
from toolkit.project.files import read
from toolkit.project.place import Project, po_path
from toolkit.project.printing import Printed
from toolkit.project.toolbox import tools
from toolkit.release.manifest import (
    Coverage,
    Manifest,
    ReleasedDocument,
    ReleasedEdition,
    ReleaseSettings,
    Rendition,
    WaivedFinding,
)
from toolkit.release.naming import PATTERN
from toolkit.release.sums import sha256
from toolkit.translation.catalog import Catalog
from toolkit.translation.coverage import coverage


def make_manifest(project: Project, version: str, printed: Sequence[Printed]) -> Result[Manifest]:
    """The manifest of some documents, which all are printed by one studio.

    Documents come by date, then by name. Without a value if a source cannot be read again.
    """
    found: list[Finding] = []
    documents: list[ReleasedDocument] = []
    for item in printed:
        released = _document(project, item)
        found.extend(released.findings)
        documents.extend([released.value] if released.value else [])
    if found:
        return Result(None, tuple(found))
    manifest = Manifest(
        manifest=1,
        version=version,
        organisation=dict(project.settings.organisation.name),
        documents=tuple(sorted(documents, key=lambda document: (document.date, document.name))),
        settings=_settings(project),
        made_with=tools(
            printed[0].studio.appearance.fonts if printed else {},
            signed=any(item.signatures for item in printed),
        ),
    )
    return Result(manifest)


def _settings(project: Project) -> ReleaseSettings:
    settings = project.settings
    checks = {
        code: severity.value if severity else "ignore"
        for code, severity in sorted(settings.checks.items())
    }
    return ReleaseSettings(
        languages=settings.languages,
        files=settings.release.files or PATTERN,
        checks=checks,
        theme=settings.theme,
        site=settings.site,
    )


def _document(project: Project, printed: Printed) -> Result[ReleasedDocument]:
    document = printed.prepared.document
    source = read(project.root, document.path)
    hashes: dict[str, str] = {}
    found = list(source.findings)
    for language, catalog in printed.prepared.work.catalogs.items():
        if catalog is not None:
            raw = read(project.root, po_path(document.name, language))
            found.extend(raw.findings)
            hashes[language] = sha256(raw.value or b"")
    if found or source.value is None:
        return Result(None, tuple(found))
    released = ReleasedDocument(
        name=document.name,
        kind=document.kind.value,
        date=document.date,
        revision=document.revision,
        source_language=document.language,
        source_sha256=sha256(source.value),
        fingerprint=printed.prepared.fingerprint,
        editions=tuple(
            _edition(printed, edition, hashes.get(edition.language))
            for edition in printed.prepared.editions
        ),
    )
    return Result(released)


def _edition(printed: Printed, edition: Edition, catalog_hash: str | None) -> ReleasedEdition:
    language = edition.language
    waivers = printed.prepared.waivers.get(language, ())
    return ReleasedEdition(
        language=language,
        title=plain(edition.document.title.value),
        text_sha256=_text_hash(edition),
        catalog_sha256=catalog_hash,
        coverage=_coverage(printed, printed.prepared.work.catalogs.get(language), language),
        waivers=tuple(WaivedFinding(code=item.code, reason=item.reason) for item in waivers),
        renditions=tuple(_renditions(printed, language)),
    )


def _text_hash(edition: Edition) -> str:
    """Of what the edition says. A revision that is raised changes every edition, and no text."""
    return sha256(canonical(replace(edition.document, revision=1)).encode())


def _coverage(printed: Printed, catalog: Catalog | None, language: str) -> Coverage:
    messages = printed.prepared.work.messages
    if language == printed.prepared.document.language:
        return Coverage(messages=len(messages), translated=len(messages))
    counted = coverage(messages, catalog)
    return Coverage(messages=counted.total, translated=counted.translated)


def _renditions(printed: Printed, language: str) -> Sequence[Rendition]:
    document, files = printed.prepared.document, printed.files
    pages: Mapping[str, int] = printed.pages
    named = {name: printed.studio.naming.file(document, language, name) for name in ("html", "pdf")}
    return [
        Rendition(
            format=suffix,
            path=path,
            sha256=sha256(files[path]),
            size=len(files[path]),
            pages=pages.get(language) if suffix == "pdf" else None,
            signature=printed.signatures.get(path),
        )
        for suffix, path in named.items()
        if path in files
    ]
