"""What the site of a release says: laws over any manifest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import product
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from tests.release.releases import document as plain_document
from tests.release.releases import hashed, manifest
from toolkit.document.model import Kind
from toolkit.release.manifest import Manifest, renditions
from toolkit.release.site import feed, filter_rules, listing, page_alternates, sitemap

SITE = "https://example.org/documents"
LANGUAGES = ("ru", "tk", "en")


def document(
    name: str = "lake",
    kind: Kind = Kind.STATEMENT,
    date: dt.date = dt.date(2026, 5, 31),
    languages: Sequence[str] = LANGUAGES,
    title: str = "The lake",
) -> dict[str, object]:
    """A document with a web page and a PDF in each language."""
    made = plain_document(name, texts={code: f"{title} ({code})" for code in languages})
    editions = made["editions"]
    assert isinstance(editions, list)
    for edition in editions:
        path = f"{name}.{edition['language']}.html"
        page = {"format": "html", "path": path, "sha256": hashed(path), "size": 230_000}
        edition["renditions"].append(page)
    return made | {"kind": kind.value, "date": date.isoformat(), "source_language": languages[0]}


_DOCUMENTS = st.lists(
    st.builds(
        document,
        name=st.from_regex(r"[a-z][a-z0-9-]{0,5}", fullmatch=True),
        kind=st.sampled_from(Kind),
        date=st.dates(dt.date(2015, 1, 1), dt.date(2027, 1, 1)),
        languages=st.permutations(LANGUAGES).flatmap(
            lambda codes: st.integers(1, 3).map(lambda count: codes[:count])
        ),
    ),
    unique_by=lambda one: str(one["name"]),
    min_size=1,
    max_size=6,
)
MANIFESTS = _DOCUMENTS.map(lambda documents: manifest(*documents))


@given(MANIFESTS, st.sampled_from(LANGUAGES))
def test_an_index_lists_every_document_and_every_file_once_the_newest_first(
    release: Manifest, language: str
) -> None:
    entries = listing(release, language).entries
    assert [one.date for one in entries] == sorted((one.date for one in entries), reverse=True)
    assert sorted(one.name for one in entries) == sorted(one.name for one in release.documents)
    listed = [link.path for entry in entries for link in entry.links]
    assert sorted(listed) == sorted(item.path for item in renditions(release))


@given(MANIFESTS, st.sampled_from(LANGUAGES))
def test_a_title_is_in_the_language_of_the_page_or_in_that_of_the_source(
    release: Manifest, language: str
) -> None:
    sources = {one.name: one.source_language for one in release.documents}
    for entry in listing(release, language).entries:
        has = {link.language for link in entry.links}
        assert entry.title_language == (language if language in has else sources[entry.name])
        assert entry.title == f"The lake ({entry.title_language})"


@given(MANIFESTS)
def test_the_choices_are_the_kinds_and_years_that_there_are(release: Manifest) -> None:
    shown = listing(release, "ru")
    assert set(shown.kinds) == {Kind(one.kind) for one in release.documents}
    assert set(shown.years) == {one.date.year for one in release.documents}
    rules = filter_rules(shown)
    pairs = {(entry.kind, entry.date.year) for entry in shown.entries}
    for kind, year in product(shown.kinds, shown.years):
        empty = f":has(#kind-{kind}:checked):has(#year-{year}:checked) .nothing" in rules
        assert empty == ((kind, year) not in pairs)


@given(MANIFESTS, st.sampled_from(LANGUAGES), st.sampled_from(["", SITE]))
def test_a_feed_is_as_old_as_its_newest_document(
    release: Manifest, language: str, site: str
) -> None:
    made = feed(release, language, site)
    newest = max(one.date for one in release.documents)
    assert made.updated == f"{newest}T00:00:00Z" == made.entries[0].updated
    names = [made.id, *(entry.id for entry in made.entries)]
    assert len(set(names)) == len(names)
    for name in names:
        identifier = UUID(name) if not site else None
        assert name.startswith(f"{site}/") if identifier is None else identifier.version == 8


def test_an_entry_keeps_its_identifier_when_its_text_and_its_file_change() -> None:
    corrected = document(title="The lake belongs to its villages")
    corrected |= {"revision": 2, "fingerprint": "ZZZZ-4567-89AB-CDEF"}
    editions = corrected["editions"]
    assert isinstance(editions, list)
    for edition in editions:
        for item in edition["renditions"]:
            item["path"] = "second-" + item["path"]
    for site in ("", SITE):
        before = feed(manifest(document()), "ru", site)
        after = feed(manifest(corrected, version="2026.2"), "ru", site)
        assert before.id == after.id
        assert [one.id for one in before.entries] == [one.id for one in after.entries]
        others = feed(manifest(document()), "tk", site).entries
        assert others[0].id != before.entries[0].id


@given(MANIFESTS)
def test_pages_of_a_sitemap_name_one_another(release: Manifest) -> None:
    locations = {one.address: dict(one.alternates) for one in sitemap(release, SITE)}
    assert len(locations) == len(sitemap(release, SITE))
    pages = {f"{SITE}/{item.path}" for item in renditions(release) if item.format == "html"}
    assert pages < locations.keys()
    for address, alternates in locations.items():
        assert address in alternates.values()
        for other in alternates.values():
            assert locations[other] == alternates


def test_a_page_without_an_address_on_the_web_names_the_others_by_their_place() -> None:
    assert page_alternates(("ru", "en"), "verify.html") == (
        ("ru", "../ru/verify.html"),
        ("en", "../en/verify.html"),
    )
    assert page_alternates(("ru",), "index.html", SITE) == (
        ("ru", f"{SITE}/ru/index.html"),
        ("x-default", f"{SITE}/index.html"),
    )
