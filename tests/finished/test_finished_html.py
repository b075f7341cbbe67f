"""HTML files that were changed after they were built."""

from __future__ import annotations

import re

import pytest

from tests.finished.conftest import FOLDER, STATEMENT, Shelf
from toolkit.diagnostics import Finding
from toolkit.render.inspect.markup import read_html

PATH = f"{FOLDER}/{STATEMENT}.ru.html"
#: The first two paragraphs of the statement, as its page has them.
FIRST = re.compile(r'<p id="p1".*?</p>\n', re.DOTALL)
SECOND = re.compile(r'<p id="p2".*?</p>\n', re.DOTALL)


def found(finished: Shelf) -> list[tuple[str, str]]:
    return sorted({(item.code, item.span.path) for item in finished.check()})


def only(findings: tuple[Finding, ...], code: str) -> Finding:
    (match,) = [item for item in findings if item.code == code]
    return match


def test_what_was_just_built_is_as_it_should_be(finished: Shelf) -> None:
    assert finished.check() == ()


def test_a_paragraph_that_was_taken_out(finished: Shelf) -> None:
    finished.edit(lambda page: FIRST.sub("", page))
    findings = finished.check()
    assert {item.span.path for item in findings} <= {PATH}
    assert only(findings, "finished.text-missing").message.endswith("missing at `#p1`")
    assert any("`#p1` is missing" in item.message for item in findings)


def test_a_paragraph_that_stands_there_twice(finished: Shelf) -> None:
    finished.edit(lambda page: FIRST.sub(lambda match: match[0] * 2, page))
    codes = {item.code for item in finished.check()}
    assert codes == {"finished.text-doubled", "finished.structure"}


def test_a_paragraph_that_is_repeated_elsewhere_without_its_address(finished: Shelf) -> None:
    def repeat(page: str) -> str:
        match = FIRST.search(page)
        assert match is not None
        return page.replace("</main>", match[0].replace(' id="p1"', "") + "</main>")

    finished.edit(repeat)
    assert found(finished) == [("finished.text-doubled", PATH)]


def test_two_paragraphs_that_changed_places(finished: Shelf) -> None:
    def swap(page: str) -> str:
        first, second = FIRST.search(page), SECOND.search(page)
        assert first is not None
        assert second is not None
        page = page.replace(first[0], "@").replace(second[0], first[0])
        return page.replace("@", second[0])

    finished.edit(swap)
    assert "finished.text-moved" in {item.code for item in finished.check()}


@pytest.mark.parametrize(
    "attribute",
    [
        "hidden",
        'style="display: none"',
        'style="color: red; VISIBILITY:hidden"',
        'style="opacity:0"',
        'style="font-size: 0px"',
        'style="position:absolute; left:-9999px"',
    ],
)
def test_a_paragraph_that_is_hidden(finished: Shelf, attribute: str) -> None:
    finished.edit(lambda page: page.replace('<p id="p1"', f'<p id="p1" {attribute}'))
    assert found(finished) == [("finished.hidden", PATH)]


@pytest.mark.parametrize(
    "rule",
    [
        "#p1 { display: none }",
        "main > article p:first-of-type { visibility: hidden }",
        "@media (min-width: 1px) { .body { display: none !important } }",
    ],
)
def test_a_style_sheet_that_hides_texts(finished: Shelf, rule: str) -> None:
    finished.edit(lambda page: page.replace("</style>", f"{rule}</style>"))
    assert {code for code, _ in found(finished)} == {"finished.hidden"}


def test_a_rule_for_paper_hides_nothing_on_a_screen(finished: Shelf) -> None:
    rule = "@media print { main { display: none } }"
    finished.edit(lambda page: page.replace("</style>", f"{rule}</style>"))
    # Nothing is wrong with the page but that no build writes it.
    assert {code for code, _ in found(finished)} == {"finished.stale"}


def test_a_digit_that_was_changed(finished: Shelf) -> None:
    finished.edit(lambda page: page.replace("1320 в", "1820 в", 1))
    findings = finished.check()
    changed = only(findings, "finished.text-changed")
    assert changed.span.path == PATH
    expected, actual = changed.quotations
    assert ("1320" in expected.text, "1820" in actual.text) == (True, True)
    assert any("1820" in piece for piece in actual.pieces)


def test_a_space_that_was_lost_between_two_words(finished: Shelf) -> None:
    finished.edit(lambda page: page.replace("Москве и", "Москвеи", 1))
    assert {code for code, _ in found(finished)} == {"finished.text-changed"}


def test_a_sentence_that_nobody_wrote(finished: Shelf) -> None:
    finished.edit(lambda page: page.replace("</main>", "<p>Это неправда.</p></main>"))
    assert found(finished) == [("finished.text-extra", PATH)]


def test_words_among_the_links_that_say_nothing(finished: Shelf) -> None:
    words = '<span class="tools">Это неправда.</span></main>'
    finished.edit(lambda page: page.replace("</main>", words))
    assert found(finished) == [("finished.text-extra", PATH)]


def test_an_address_that_is_gone(finished: Shelf) -> None:
    finished.edit(lambda page: page.replace('id="note2"', "", 1))
    findings = [item for item in finished.check() if item.code == "finished.structure"]
    assert any("`#note2` is missing" in item.message for item in findings)
    assert any("has 2 notes" in item.message or "has 1 notes" in item.message for item in findings)


def test_a_heading_that_became_a_paragraph(finished: Shelf) -> None:
    heading = re.compile(r'<h2 (id="s1".*?)</h2>', re.DOTALL)
    finished.edit(lambda page: heading.sub(r"<p \1</p>", page))
    messages = [item.message for item in finished.check()]
    assert any("headings" in message for message in messages)


def test_a_character_that_was_lost(finished: Shelf) -> None:
    finished.edit(lambda page: page.replace("Москве", "Мос\ufffdве", 1))
    assert "finished.glyph" in {item.code for item in finished.check()}


def test_a_page_that_is_not_text(finished: Shelf) -> None:
    finished.file("html").write_bytes(b"\xff\xfe")
    assert found(finished) == [("finished.unreadable", PATH)]


def test_an_edition_that_was_not_built(finished: Shelf) -> None:
    finished.file("html").unlink()
    (missing,) = finished.check()
    assert (missing.code, missing.span.path) == ("finished.missing", PATH)
    assert missing.hint == "run `toolkit build`"


def test_only_the_languages_that_were_asked_for(finished: Shelf) -> None:
    finished.file("html").unlink()
    assert finished.check(("en", "tk")) == ()


def test_a_page_in_another_language(finished: Shelf) -> None:
    finished.file("html").write_bytes(finished.file("html", "en").read_bytes())
    assert ("finished.other", PATH) in found(finished)


def test_pages_older_than_their_text(finished: Shelf) -> None:
    source = finished.root / "documents" / "statement" / f"{STATEMENT}.yaml"
    text = source.read_text(encoding="utf-8")
    assert "320" in text
    source.write_text(text.replace("320", "321"), encoding="utf-8")
    paths = {item.span.path for item in finished.check() if item.code == "finished.text-changed"}
    language = PATH.rsplit(".", 2)
    assert len(paths) >= 2, language
    assert {path.rpartition(".")[2] for path in paths} == {"html", "pdf"}


def test_the_words_of_a_drawing_are_compared_apart_from_the_text() -> None:
    page = read_html(
        '<div id="figure1"><figure class="picture"><svg role="img"><title>Half as many</title>'
        '<defs><pattern id="fill"/></defs><text>Nort-</text><text>pier 12</text></svg>'
        "<figcaption>Wait</figcaption></figure><table><tr><td>12</td></tr></table></div>"
    )
    assert [(block.text, block.anchor, block.alt) for block in page.blocks] == [
        ("Half as many", "figure1", True),
        ("Wait", "figure1", False),
        ("12", "figure1", False),
    ]
    assert [(block.text, block.anchor) for block in page.drawn] == [
        ("Nort-", "figure1"),
        ("pier 12", "figure1"),
    ]
    assert (page.ids, page.figures, page.tables) == (("figure1",), 1, 1)
