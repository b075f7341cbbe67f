"""What pages say about themselves to programs."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.documents import sample, statement, text
from toolkit.document import model as m
from toolkit.edition import Edition, Translation, assemble
from toolkit.language import LANGUAGES
from toolkit.language.cldr import with_territory
from toolkit.render.metadata import LONGEST_DESCRIPTION, Metadata, Publisher, describe

FILES = {code: f"lake {code}.html" for code in LANGUAGES}
SITE = "https://example.org/statement/lake"


def told(edition: Edition | m.Document, site: str = "") -> Metadata:
    if isinstance(edition, m.Document):
        edition = Edition(edition, edition.language, unfinished=0)
    publisher = Publisher("Lake Watch", "https://example.org")
    return describe(edition, publisher=publisher, title="The Lake", files=FILES, site=site)


def russian(document: m.Document) -> Edition:
    return assemble(document, "ru", {(None, document.title.value): Translation("Озеро")})


@pytest.mark.parametrize(("code", "locale"), [("ru", "ru_RU"), ("tk", "tk_TM"), ("en", "en_GB")])
def test_open_graph_wants_a_territory_too(code: str, locale: str) -> None:
    assert with_territory(LANGUAGES[code].locale) == locale


def test_the_source_names_its_translations_and_they_name_it() -> None:
    source = json.loads(told(statement("One.", title="Lake"), SITE).linked_data)
    assert source["inLanguage"] == "en"
    assert [one["inLanguage"] for one in source["workTranslation"]] == ["ru", "tk"]
    assert source["@id"] == f"{SITE}/lake%20en.html"
    translation = json.loads(told(russian(statement("One.", title="Lake")), SITE).linked_data)
    assert translation["headline"] == "Озеро"
    assert translation["translationOfWork"] == {
        "@type": "Article",
        "@id": source["@id"],
        "url": source["@id"],
        "inLanguage": "en",
        "headline": "The Lake",
    }
    assert translation["creativeWorkStatus"] == "Draft"


def test_addresses_are_whole_where_the_site_is_known_and_files_where_it_is_not() -> None:
    document = statement("One.")
    known, unknown = told(document, SITE), told(document)
    assert known.canonical == f"{SITE}/lake%20en.html"
    assert dict(known.alternates)["x-default"] == known.canonical
    assert ("og:url", known.canonical) in known.properties
    assert all(address.startswith(SITE) for _, address in known.alternates)
    assert unknown.canonical == ""
    assert dict(unknown.alternates) == FILES | {"x-default": FILES["en"]}
    assert "example.org/statement" not in str(unknown)


def test_the_day_of_the_last_correction_is_that_of_the_last_change() -> None:
    days = [dt.date(2025, 3, 1), dt.date(2025, 9, 2), dt.date(2025, 4, 1)]
    made = [m.Correction(date=day, text=text("Mended.")) for day in days]
    corrected = told(replace(statement("One."), corrections=tuple(made)))
    assert json.loads(corrected.linked_data)["dateModified"] == "2025-09-02"
    assert ("article:modified_time", "2025-09-02") in corrected.properties
    assert "dateModified" not in json.loads(told(statement("One.")).linked_data)


@pytest.mark.parametrize("kind", m.Kind)
def test_a_report_is_a_report_and_all_else_an_article(kind: m.Kind) -> None:
    work = json.loads(told(sample(kind)).linked_data)
    assert work["@type"] == ("Report" if kind is m.Kind.REPORT else "Article")
    assert work["alternativeHeadline"] == "What was promised and what was done"
    assert work["locationCreated"]["name"] == "Lakeside"
    assert work["author"] == work["publisher"]


def test_a_page_is_described_by_its_summary_or_by_its_first_paragraph() -> None:
    assert told(sample()).description == "Eleven villages lost their shore in one summer."
    assert told(statement("The *lake* was closed.[^a]")).description.startswith("The lake was")
    long = "word, " * 60
    cut = told(statement(long)).description
    assert cut.endswith("word…")
    assert LONGEST_DESCRIPTION - 10 < len(cut) <= LONGEST_DESCRIPTION + 1
    heading = m.Heading(text=text("Alone"), level=1)
    assert told(statement(heading, title="Lake")).description == "Lake"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_ends_the_script_that_it_stands_in(words: str) -> None:
    document = statement("One.")
    nasty = f"{words}</script><!--<script>&\u2028{words}"
    titled = replace(document, title=replace(document.title, value=nasty))
    written = str(told(titled).linked_data)
    assert not set("<>&\u2028\u2029") & set(written)
    assert "</script><!--<script>&\u2028" in json.loads(written)["headline"]
