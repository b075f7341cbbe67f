"""The site of a release as bytes: its values filled into templates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from markupsafe import Markup

from toolkit.edition.words import Words, pieces
from toolkit.language import get as language_row
from toolkit.language.dates import long_date
from toolkit.language.numbers import number
from toolkit.language.spacing import bound
from toolkit.release.manifest import Manifest, seal_of
from toolkit.release.seal import CERTIFICATE
from toolkit.release.signatures import Signing
from toolkit.release.site import (
    FEED,
    INDEX,
    MEDIA_TYPES,
    SITEMAP,
    VERIFY,
    Entry,
    Link,
    feed,
    filter_rules,
    listing,
    page_alternates,
    sitemap,
)
from toolkit.release.sums import SUMS
from toolkit.render.carried import policy
from toolkit.render.inline import fill
from toolkit.render.page import Alternate, OrganisationView
from toolkit.render.templates import Templates


@dataclass(frozen=True)
class Here:
    """What stands for an edition in the parts that pages of editions have too."""

    language: str


@dataclass(frozen=True)
class Site:
    """All that the site of a release is made of.

    ``organisations`` and ``words`` are by language. ``address`` is that of the release on the web,
    without a slash at its end, or empty. ``signing`` says how its sums are signed, if they are.
    """

    manifest: Manifest
    templates: Templates
    stylesheet: str
    script: str
    organisations: Mapping[str, OrganisationView]
    words: Mapping[str, Words]
    address: str = ""
    signing: Signing | None = None


def site_files(site: Site) -> dict[str, bytes]:
    """The pages, feeds and sitemap by their paths in the release. Raises ``TemplateProblem``."""
    codes = site.manifest.settings.languages
    files = {INDEX: _start(site)}
    for code in codes:
        files[f"{code}/{INDEX}"] = _index(site, code)
        files[f"{code}/{VERIFY}"] = _verify(site, code)
        files[f"{code}/{FEED}"] = _feed(site, code)
    if site.address:
        locations = sitemap(site.manifest, site.address)
        files[SITEMAP] = site.templates.render("sitemap.xml", {"locations": locations})
    return {path: text.encode() for path, text in files.items()}


def _start(site: Site) -> str:
    codes = site.manifest.settings.languages
    choices = [
        (Alternate(code, language_row(code).autonym, f"{code}/{INDEX}"), site.organisations[code])
        for code in codes
    ]
    values = _values(site, codes[0], "", site.stylesheet)
    values |= {"choices": choices, "say": lambda code, word: site.words[code].say(word)}
    values["alternates"] = tuple(choice for choice, _ in choices)
    values["canonical"] = f"{site.address}/{INDEX}" if site.address else ""
    values["hreflangs"] = tuple(
        (code, address if site.address else address.removeprefix("../"))
        for code, address in page_alternates(codes, INDEX, site.address)
    )
    return site.templates.render("site-start.html", values)


def _index(site: Site, language: str) -> str:
    shown = listing(site.manifest, language)
    stylesheet = f"{site.stylesheet}\n{filter_rules(shown)}"
    values = _values(site, language, INDEX, stylesheet, [site.script])
    values |= {"listing": shown, "own": _own, "by_language": _by_language, "feed": FEED}
    values |= {"kilobytes": _size(language, 1000, "1"), "megabytes": _size(language, 10**6, "0.1")}
    return site.templates.render("site-index.html", values)


def _verify(site: Site, language: str) -> str:
    values = _values(site, language, VERIFY, site.stylesheet)
    shown = listing(site.manifest, language)
    values |= {"listing": shown, "sums": SUMS, "signing": site.signing}
    values |= {"seal": seal_of(site.manifest), "certificate": CERTIFICATE}
    values["example"] = _example(shown.entries[0], language)
    return site.templates.render("site-verify.html", values)


def _feed(site: Site, language: str) -> str:
    values = {
        "feed": feed(site.manifest, language, site.address),
        "organisation": site.organisations[language],
        "media_types": MEDIA_TYPES,
        **_speaking(site.words[language]),
    }
    return site.templates.render("feed.xml", values)


def _values(
    site: Site, language: str, name: str, stylesheet: str, scripts: Sequence[str] = ()
) -> dict[str, Any]:
    """What every page of a site sees. ``name`` is its file name, the same in all languages."""
    codes = site.manifest.settings.languages
    return {
        "edition": Here(language),
        "medium": "screen",
        "version": site.manifest.version,
        "organisation": site.organisations[language],
        "alternates": tuple(
            Alternate(code, language_row(code).autonym, f"../{code}/{name}") for code in codes
        ),
        "hreflangs": page_alternates(codes, name, site.address),
        "canonical": f"{site.address}/{language}/{name}" if site.address else "",
        "stylesheet": Markup(stylesheet),  # noqa: S704 - no text of a document
        "script": Markup("".join(scripts)),  # noqa: S704 - no text of a document
        "policy": Markup(policy(stylesheet, scripts)),  # noqa: S704 - hashes
        "date": _dates(language),
        **_speaking(site.words[language]),
    }


def _speaking(words: Words) -> dict[str, Any]:
    return {"_": words.say, "ngettext": words.count, "fill": _fill}


def _fill(text: str, **values: object) -> Markup:
    return fill(pieces(text, frozenset(values)), values)


def _dates(language: str) -> Callable[[dt.date], str]:
    return lambda day: bound(long_date(day, language), language)


def _size(language: str, unit: int, step: str) -> Callable[[int], str]:
    """Writes a number of bytes in another unit, at least one ``step`` of it."""

    def size(count: int) -> str:
        rounded = (Decimal(count) / unit).quantize(Decimal(step), ROUND_HALF_UP)
        return number(max(rounded, Decimal(step)), language)

    return size


def _own(entry: Entry) -> Link | None:
    """The web page that the title of an entry leads to."""
    own = (link for link in entry.links if link.language == entry.title_language)
    return next((link for link in own if link.format == "html"), None)


def _by_language(entry: Entry) -> Iterator[tuple[str, str, tuple[Link, ...]]]:
    """All files of an entry: the code and the name of each language, and its links."""
    for code in dict.fromkeys(link.language for link in entry.links):
        links = tuple(link for link in entry.links if link.language == code)
        yield code, language_row(code).autonym, links


def _example(entry: Entry, language: str) -> str:
    """A file that commands are explained with: the PDF in the language of the page, if there is one."""
    wanted = {(language, "pdf"): 0, (language, "html"): 1}
    return min(entry.links, key=lambda link: wanted.get((link.language, link.format), 2)).path
