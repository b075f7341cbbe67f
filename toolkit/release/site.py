"""What the pages, feeds and sitemap of a release say, as values made of its manifest alone.

Dates are those that documents bear, never the time at which somebody ran a command. Paths are relative
to the folder of the release; addresses are absolute where the project says at which one it publishes.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.document.model import Kind
from toolkit.release.manifest import Manifest, ReleasedDocument, ReleasedEdition
from toolkit.release.sums import sha256

#: The file names of the pages. The first is also that of the page that offers the languages.
INDEX = "index.html"
VERIFY = "verify.html"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
MEDIA_TYPES = {"html": "text/html", "pdf": "application/pdf"}
#: The characters that XML 1.0 has no way to write (production 2, Char).
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Link:
    """One file of one edition; ``size`` is in bytes, ``pages`` those of a PDF, ``title`` its own."""

    language: str
    title: str
    format: str
    path: str
    size: int
    pages: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as the pages in one language list it.

    ``title`` is in ``title_language``: that of the page, or that of the source if the document has no
    edition in the language of the page. ``links`` are all its files, by language.
    """

    name: str
    kind: Kind
    date: dt.date
    title: str
    title_language: str
    fingerprint: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """All documents of a release for readers of one language, the newest first.

    ``kinds`` are in the order of ``Kind``, ``years`` from the last to the first: those that occur.
    """

    language: str
    entries: tuple[Entry, ...]
    kinds: tuple[Kind, ...]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A document in a feed (RFC 4287); ``links`` are pairs of an address and a file."""

    id: str
    entry: Entry
    title: str
    updated: str
    links: tuple[tuple[str, Link], ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """The feed of one language; ``address`` is its own, ``page`` that of the index."""

    id: str
    language: str
    updated: str
    address: str
    page: str
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True)
class Location:
    """One address of a sitemap, with the same page in all languages: hreflang and address."""

    address: str
    alternates: tuple[tuple[str, str], ...]


def listing(manifest: Manifest, language: str) -> Listing:
    """The documents of a release as the index in ``language`` lists them."""
    ordered = sorted(manifest.documents, key=lambda one: one.name)
    ordered.sort(key=lambda one: one.date, reverse=True)
    entries = tuple(_entry(document, language) for document in ordered)
    kinds = {entry.kind for entry in entries}
    years = {entry.date.year for entry in entries}
    return Listing(
        language=language,
        entries=entries,
        kinds=tuple(kind for kind in Kind if kind in kinds),
        years=tuple(sorted(years, reverse=True)),
    )


def _entry(document: ReleasedDocument, language: str) -> Entry:
    editions = {edition.language: edition for edition in document.editions}
    shown = editions.get(language) or editions.get(document.source_language) or document.editions[0]
    return Entry(
        name=document.name,
        kind=Kind(document.kind),
        date=document.date,
        title=shown.title,
        title_language=shown.language,
        fingerprint=document.fingerprint,
        links=tuple(_links(document.editions)),
    )


def _links(editions: Sequence[ReleasedEdition]) -> Iterator[Link]:
    for edition in editions:
        for item in sorted(edition.renditions, key=lambda one: one.format):
            yield Link(
                edition.language, edition.title, item.format, item.path, item.size, item.pages
            )


def filter_rules(shown: Listing) -> str:
    """The style sheet by which a page hides what its reader did not choose.

    The choices are radio buttons with the identifiers ``kind-…`` and ``year-…``; entries bear
    ``data-kind`` and ``data-year``. Where a choice leaves nothing, ``.nothing`` is shown.
    """
    rules = [
        f'.listing:has(#{what}-{value}:checked) .entry:not([data-{what}="{value}"]) '
        "{ display: none; }"
        for what, values in (("kind", shown.kinds), ("year", shown.years))
        for value in values
    ]
    present = {(entry.kind, entry.date.year) for entry in shown.entries}
    rules.extend(
        f".listing:has(#kind-{kind}:checked):has(#year-{year}:checked) .nothing {{ display: block; }}"
        for kind in shown.kinds
        for year in shown.years
        if (kind, year) not in present
    )
    return "\n".join(rules)


def page_alternates(
    languages: Sequence[str], name: str, site: str = ""
) -> tuple[tuple[str, str], ...]:
    """A page in every language, as hreflang and address; the index also for readers of no known one.

    Without ``site``, addresses are those from the folder of a language.
    """
    alternates = [(code, _address(f"{code}/{name}", site)) for code in languages]
    if name == INDEX:
        alternates.append(("x-default", _address(INDEX, site)))
    return tuple(alternates)


def feed(manifest: Manifest, language: str, site: str = "") -> Feed:
    """The feed in a language. ``manifest`` has documents; ``site`` has no slash at its end."""
    entries = tuple(
        FeedEntry(
            id=_identifier(manifest, language, entry.name, site),
            entry=entry,
            title=_NOT_XML.sub("", entry.title),
            updated=_midnight(entry.date),
            links=tuple((_address(link.path, site), link) for link in entry.links),
        )
        for entry in listing(manifest, language).entries
    )
    return Feed(
        id=_identifier(manifest, language, "", site),
        language=language,
        updated=entries[0].updated,
        address=_address(f"{language}/{FEED}", site),
        page=_address(f"{language}/{INDEX}", site),
        entries=entries,
    )


def sitemap(manifest: Manifest, site: str) -> tuple[Location, ...]:
    """The addresses of all web pages of a release (sitemaps.org, hreflang as search engines read it).

    There is none of a PDF: it would compete with the page of the same text.
    """
    codes = manifest.settings.languages
    found = [Location(f"{site}/{INDEX}", page_alternates(codes, INDEX, site))]
    for name in (INDEX, VERIFY):
        alternates = page_alternates(codes, name, site)
        found.extend(Location(f"{site}/{code}/{name}", alternates) for code in codes)
    for document in manifest.documents:
        pages = {
            edition.language: f"{site}/{item.path}"
            for edition in document.editions
            for item in edition.renditions
            if item.format == "html"
        }
        default = pages.get(document.source_language)
        alternates = (*pages.items(), *([("x-default", default)] if default else []))
        found.extend(Location(address, alternates) for address in pages.values())
    return tuple(found)


def _address(path: str, site: str) -> str:
    """Where a file of the release is, seen from the folder of a language if there is no site."""
    return f"{site}/{path}" if site else f"../{path}"


def _identifier(manifest: Manifest, language: str, name: str, site: str) -> str:
    """What a feed or an entry is called for ever, whatever its files are called (RFC 4287, 4.2.6).

    It hangs on the name of the document and not on its fingerprint, since a corrected text is the same
    entry. Without a site, it is a UUID of version 8 made of a hash (RFC 9562, 5.8).
    """
    if site:
        return f"{site}/{language}/{INDEX}" + (f"#{name}" if name else "")
    publisher = next(iter(manifest.organisation.values()))
    digits = sha256("\n".join((publisher, language, name)).encode())
    variant = "89ab"[int(digits[16], 16) % 4]
    parts = (digits[:8], digits[8:12], f"8{digits[13:16]}", variant + digits[17:20], digits[20:32])
    return f"urn:uuid:{'-'.join(parts)}"


def _midnight(day: dt.date) -> str:
    """The beginning of a day as RFC 3339 writes it."""
    return f"{day.isoformat()}T00:00:00Z"
