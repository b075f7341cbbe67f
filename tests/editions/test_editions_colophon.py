"""The last lines of an edition: languages, date, revision, contact, and the fingerprint."""

from __future__ import annotations

from collections.abc import Mapping

from tests.editions.printed import squeeze
from tests.editions.publications import Publications, Rendition
from tests.editions.tree import Element, parse
from toolkit.edition import fingerprint
from toolkit.language.dates import long_date
from toolkit.language.rows import LANGUAGES


def metadata(page: Element) -> list[str]:
    return [
        meta.attributes["content"]
        for meta in page.find("meta")
        if meta.attributes.get("name") == "fingerprint"
    ]


def test_the_same_fingerprint_stands_in_every_edition(
    renditions: Mapping[str, Rendition],
) -> None:
    (source,) = [
        rendition.document
        for rendition in renditions.values()
        if rendition.language == rendition.document.language
    ]
    code = fingerprint(source)
    for rendition in renditions.values():
        assert metadata(rendition.page) == metadata(parse(rendition.print_html)) == [code]
        assert rendition.page.one(cls="fingerprint").text() == code
        assert squeeze(code) in squeeze(rendition.sheets[-1])
        said = rendition.words.say("The same code stands in every language edition of this text.")
        assert squeeze(said) in squeeze(rendition.page.one("footer", cls="colophon").text())


def test_no_two_documents_have_the_same_fingerprint(publications: Publications) -> None:
    codes = [
        rendition.page.one(cls="fingerprint").text()
        for editions in publications.values()
        for rendition in editions.values()
    ]
    assert len(set(codes)) == len(publications)


def test_the_colophon_says_languages_date_revision_and_contact(rendition: Rendition) -> None:
    colophon = squeeze(rendition.page.one("footer", cls="colophon").text())
    heard = squeeze(rendition.tags.text())
    said = [
        *(LANGUAGES[code].autonym for code in LANGUAGES),
        long_date(rendition.document.date, rendition.language),
        f"{rendition.words.say('Revision')}: {rendition.document.revision}",
        rendition.organisation,
    ]
    for part in said:
        assert squeeze(part) in colophon
        assert squeeze(part) in heard
