"""What a web page says about itself to programs: search engines, libraries, whoever shows a link to it.

Open Graph (ogp.me), alternates by language (RFC 8288, BCP 47), and linked data with the words of
schema.org. Addresses on the web are given only where the project says at which address it publishes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from toolkit.document.inline import plain
from toolkit.document.model import Document, InterviewFront, Kind, Paragraph, Text
from toolkit.document.walk import texts
from toolkit.edition import Edition
from toolkit.language import get as language_row
from toolkit.language.cldr import with_territory

#: Programs that show a description cut a longer one themselves, in the middle of a word.
LONGEST_DESCRIPTION = 200
#: schema.org knows reports; statements, letters and interviews are articles to it.
_TYPES: Mapping[Kind, str] = {Kind.REPORT: "Report"}
_LOOSE_END = re.compile(r"[\s,;:(«„“–—-]+\Z")
#: In a script element, no character of a text may end it or open a comment.
_ESCAPES = str.maketrans({one: f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"})


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes, in the language of the edition; the website may be empty."""

    name: str
    website: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """``canonical`` is empty without an address on the web; ``alternates`` are hreflang and address.

    ``properties`` are those of Open Graph; ``linked_data`` is JSON-LD, escaped for a script element.
    """

    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    properties: tuple[tuple[str, str], ...]
    linked_data: Markup


def describe(
    edition: Edition,
    *,
    publisher: Publisher,
    title: str,
    files: Mapping[str, str],
    site: str = "",
) -> Metadata:
    """What the page of ``edition`` says about itself.

    ``title`` is that of the document in its own language; ``files`` are the editions by language;
    ``site`` is the address of their folder, or empty.
    """
    document = edition.document
    addresses = {code: f"{site}/{quote(file)}" for code, file in files.items()} if site else {}
    description = _description(document)
    alternates = addresses or files
    data = _work(edition, publisher, title, addresses, tuple(files))
    data["description"] = description
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Metadata(
        description=description,
        canonical=addresses.get(edition.language, ""),
        alternates=(*alternates.items(), ("x-default", alternates[document.language])),
        properties=tuple(_open_graph(edition, publisher, description, addresses, files)),
        linked_data=Markup(written.translate(_ESCAPES)),  # noqa: S704 - escaped for a script
    )


def _description(document: Document) -> str:
    """The summary, or the beginning of the first paragraph; of the first text if there is none."""
    if document.summary:
        return plain(document.summary.value)
    text = plain(_first(document).value)
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    words, _, _ = text[:LONGEST_DESCRIPTION].rpartition(" ")
    return _LOOSE_END.sub("", words) + "…"


def _first(document: Document) -> Text:
    if isinstance(document.front, InterviewFront) and document.front.introduction:
        return document.front.introduction[0]
    for block in document.body:
        if isinstance(block, Paragraph):
            return block.text
    return next((text for text, _ in texts(document)), document.title)


def _open_graph(
    edition: Edition,
    publisher: Publisher,
    description: str,
    addresses: Mapping[str, str],
    files: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    document = edition.document
    yield "og:type", "article"
    yield "og:title", plain(document.title.value)
    yield "og:description", description
    yield "og:site_name", publisher.name
    yield "og:locale", _locale(edition.language)
    for code in files:
        if code != edition.language:
            yield "og:locale:alternate", _locale(code)
    if edition.language in addresses:
        yield "og:url", addresses[edition.language]
    yield "article:published_time", document.date.isoformat()
    if document.corrections:
        yield "article:modified_time", _modified(document)


def _locale(code: str) -> str:
    return with_territory(language_row(code).locale)


def _modified(document: Document) -> str:
    return max(correction.date for correction in document.corrections).isoformat()


def _work(
    edition: Edition,
    publisher: Publisher,
    title: str,
    addresses: Mapping[str, str],
    languages: Sequence[str],
) -> dict[str, object]:
    """The edition as a schema.org CreativeWork."""
    document = edition.document
    kind = _TYPES.get(document.kind, "Article")
    organisation = {"@type": "Organization", "name": publisher.name}
    if publisher.website:
        organisation["url"] = publisher.website
    work: dict[str, object] = {"@context": "https://schema.org"}
    work |= _reference(kind, edition.language, addresses)
    work["headline"] = plain(document.title.value)
    if document.subtitle:
        work["alternativeHeadline"] = plain(document.subtitle.value)
    work["datePublished"] = document.date.isoformat()
    if document.corrections:
        work["dateModified"] = _modified(document)
    if document.place:
        work["locationCreated"] = {"@type": "Place", "name": plain(document.place.value)}
    work |= {"author": organisation, "publisher": organisation}
    if edition.draft:
        work["creativeWorkStatus"] = "Draft"
    if edition.language == document.language:
        others = [code for code in languages if code != edition.language]
        work["workTranslation"] = [_reference(kind, code, addresses) for code in others]
    else:
        original = _reference(kind, document.language, addresses)
        work["translationOfWork"] = original | {"headline": title}
    return work


def _reference(kind: str, language: str, addresses: Mapping[str, str]) -> dict[str, object]:
    reference: dict[str, object] = {"@type": kind}
    if language in addresses:
        reference |= {"@id": addresses[language], "url": addresses[language]}
    return reference | {"inLanguage": language}
