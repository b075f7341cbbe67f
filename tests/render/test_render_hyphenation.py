"""Words are divided on paper, in every language, and only there where they may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from tests.render.pages import kit
from tests.support.documents import text
from tests.support.pdf import pdf_lines
from toolkit.language import LANGUAGES
from toolkit.language.turkmen_hyphenation import divided
from toolkit.render.inline import Typesetter
from toolkit.render.job import Job
from toolkit.render.pool import Pool

pytestmark = pytest.mark.slow

#: A column so narrow that hardly a line ends without a word to divide.
NARROW = '<p lang="{}" style="width: 44mm">{}</p>'
TEXTS = {
    "tk": "Türkmenistanyň raýatlarynyň hukuklarynyň goralmagy baradaky halkara şertnamalaryna "
    "laýyklykda konstitusiýanyň kepillendirýän azatlyklary çäklendirilmeli däldir, "
    "ministrliklere ýüzlenildi.",
    "ru": "Правозащитники призывают правительство освободить политических заключённых и обеспечить "
    "независимое расследование сообщений о насильственных исчезновениях в тюрьмах, в колониях.",
    "en": "Independent organisations recommended that representatives of participating governments "
    "immediately reconsider discriminatory restrictions affecting international correspondents.",
}


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(kit(), jobs=1) as opened:
        yield opened


def _lines(pool: Pool, body: str, folder: Path) -> list[str]:
    page = (
        f'<!doctype html><html lang="en"><head><title>Lake</title></head><body>{body}</body></html>'
    )
    (outcome,) = pool.render([Job(page, {})])
    assert outcome.complaints == ()
    (folder / "page.pdf").write_bytes(outcome.pdf)
    return pdf_lines(folder / "page.pdf")


def _set(language: str, value: str) -> str:
    html = Typesetter(language, "print", {}, {}, {}).text(text(value, language=language))
    return NARROW.format(language, html)


def test_there_is_a_text_for_every_language() -> None:
    assert set(TEXTS) == set(LANGUAGES)


@pytest.mark.parametrize("language", TEXTS)
def test_words_are_divided_with_a_hyphen_minus(pool: Pool, tmp_path: Path, language: str) -> None:
    lines = _lines(pool, _set(language, TEXTS[language]), tmp_path)
    divided_lines = [line for line in lines if line.endswith("-")]
    assert len(divided_lines) >= 3
    assert "\u2010" not in "".join(lines)
    for line, following in pairwise(lines):
        if line.endswith("-"):
            assert len(re.split(r"\W", line[:-1])[-1]) >= 2
            assert len(re.split(r"\W", following)[0]) >= 3
    assert lines[-1].split()[-1] == TEXTS[language].split()[-1], "the last word is divided"


def test_turkmen_words_are_divided_where_the_rule_says(pool: Pool, tmp_path: Path) -> None:
    lines = _lines(pool, _set("tk", TEXTS["tk"]), tmp_path)
    allowed = {divided(word) for word in re.findall(r"\w+", TEXTS["tk"])}
    pairs = [
        (line[:-1].split()[-1], re.split(r"\W", following)[0])
        for line, following in pairwise(lines)
        if line.endswith("-")
    ]
    for before, after in pairs:
        joined = divided(before + after)
        assert joined in allowed
        assert len(before) in {len(piece.replace("-", "")) for piece in _beginnings(joined)}


def _beginnings(word: str) -> Iterator[str]:
    for found in re.finditer("-", word):
        yield word[: found.start()]


def test_no_line_ends_in_a_russian_preposition_of_one_letter(pool: Pool, tmp_path: Path) -> None:
    value = (
        "Он был в лесу и в поле, а с ним у реки и о нём в саду и в доме, к вечеру и к ночи. " * 3
    )
    for line in _lines(pool, _set("ru", value), tmp_path):
        assert not re.search(r"(?:^|\s)[вскоуиа]$", line, re.IGNORECASE)


def test_headings_and_names_are_not_divided(pool: Pool, tmp_path: Path) -> None:
    word = "Правозащитникиобеспечивают"
    body = NARROW.format("ru", "") + "".join(
        f'<{tag} lang="ru" class="{name}" style="width: 44mm">Это {word} это {word}</{tag}>'
        for tag, name in [("h2", ""), ("h3", ""), ("div", "signatories"), ("div", "addressee")]
    )
    assert not [line for line in _lines(pool, body, tmp_path) if line.endswith("-")]


def test_an_address_gets_no_hyphen(pool: Pool, tmp_path: Path) -> None:
    address = "https://www.example.org/recommendations/international/organisations/index.html"
    lines = _lines(pool, _set("en", f"Read it at {address} or anywhere else."), tmp_path)
    assert address in "".join(lines)
    assert not [line for line in lines if line.endswith("-")]


@pytest.mark.parametrize("patterns", [b"", b"UTF-8\n", b"UTF-8\n\xff", b"no such encoding\n1a"])
def test_a_dictionary_that_cannot_be_read_is_an_error(patterns: bytes) -> None:
    prints = replace(kit(), patterns={"hyph_tk.dic": patterns})
    with Pool(prints, jobs=1) as opened:
        (outcome,) = opened.render([Job("<!doctype html><title>Lake</title><p>Lake", {})])
    assert outcome.pdf == b""
    ((code, message),) = outcome.complaints
    assert code == "engine.message"
    assert "hyph_tk.dic" in message
