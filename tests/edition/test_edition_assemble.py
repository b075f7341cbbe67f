"""Editions: the same document with other texts, and what stands where a translation does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.documents import note, sample, statement
from tests.support.strategies import documents, prose
from toolkit.document import model as m
from toolkit.document.walk import anchors, rewrite, texts
from toolkit.edition import Edition, Translation, Translations, assemble, unfinished
from toolkit.translation.coverage import coverage
from toolkit.translation.message import collect

LAWS = settings(max_examples=10)
WORDS = "Said so.[^talk] See [it](https://example.org/)."
DOCUMENT = statement(WORDS, notes=[note("talk")])
GOOD = "Сказано.[^talk] См. [это](https://example.org/)."


def _edition(translation: Translation | None, language: str = "ru") -> Edition:
    return assemble(DOCUMENT, language, {(None, WORDS): translation} if translation else {})


def _paragraph(edition: Edition) -> m.Text:
    (block,) = edition.document.body
    assert isinstance(block, m.Paragraph)
    return block.text


def _complete(document: m.Document) -> Translations:
    """Every text translated by itself in brackets."""
    return {
        (text.context, text.value): Translation(f"«{text.value}»") for text, _ in texts(document)
    }


# What becomes of one text


def test_a_translation_stands_in_the_place_of_its_source() -> None:
    text = _paragraph(_edition(Translation(GOOD)))
    source = texts(DOCUMENT)[1][0]
    assert text == replace(source, value=GOOD, language="ru", state=m.State.TRANSLATED)


@pytest.mark.parametrize(
    ("found", "state"),
    [
        (None, m.State.UNTRANSLATED),
        (Translation(""), m.State.UNTRANSLATED),
        (Translation(" \u00a0\n"), m.State.UNTRANSLATED),
        (Translation("", fuzzy=True), m.State.UNTRANSLATED),
        (Translation(GOOD, fuzzy=True), m.State.FUZZY),
        (Translation("Сказано."), m.State.INVALID),
        (Translation(GOOD + "[^talk]"), m.State.INVALID),
        (Translation(GOOD.replace("talk", "walk")), m.State.INVALID),
        (Translation(GOOD.replace("example.org", "evil.example")), m.State.INVALID),
        (Translation(GOOD + " [и](javascript:alert)"), m.State.INVALID),
        (Translation(GOOD + " **"), m.State.INVALID),
        (Translation(GOOD + "\u202e"), m.State.INVALID),
    ],
    ids=repr,
)
def test_without_a_usable_translation_the_source_stands_in_its_own_language(
    found: Translation | None, state: m.State
) -> None:
    edition = _edition(found)
    text = _paragraph(edition)
    assert (text.value, text.language, text.state) == (WORDS, "en", state)
    assert edition.draft


@pytest.mark.parametrize(
    "words", ["<b>100 %</b> готово %(n)999d", "{0.__class__} {{ x }}", "&lt;script&gt;"]
)
def test_what_is_no_markup_here_is_a_translation_like_any_other(words: str) -> None:
    document = statement("Done.")
    edition = assemble(document, "ru", {(None, "Done."): Translation(words)})
    assert (_paragraph(edition).value, _paragraph(edition).state) == (words, m.State.TRANSLATED)


def test_a_translation_that_was_wrapped_is_one_line() -> None:
    document = statement("One\u00a0two.")
    # A source of one paragraph makes any line break in its translation wrong, so only spaces remain.
    edition = assemble(document, "ru", {(None, "One\u00a0two."): Translation("  Раз\u00a0 два. ")})
    assert _paragraph(edition).value == "Раз\u00a0 два."


def test_a_context_tells_equal_texts_apart() -> None:
    person, place = (
        replace(texts(DOCUMENT)[0][0], value="Ak", context=context)
        for context in ("person", "place")
    )
    document = statement(m.Paragraph(text=person), m.Paragraph(text=place))
    edition = assemble(
        document,
        "ru",
        {("person", "Ak"): Translation("Ак"), (None, "Ak"): Translation("белый")},
    )
    assert [text.value for text, _ in texts(edition.document)][1:] == ["Ак", "Ak"]


# The edition as a whole


@pytest.mark.parametrize("kind", m.Kind)
def test_the_edition_in_the_language_of_the_source_is_the_document(kind: m.Kind) -> None:
    document = sample(kind)
    edition = assemble(document, "en", _complete(document))
    assert edition.document is document
    assert (edition.unfinished, edition.draft) == (0, False)


def test_messages_that_lack_a_translation_are_counted_as_status_counts_them() -> None:
    document = sample()
    complete = dict(_complete(document))
    assert assemble(document, "tk", complete).unfinished == 0
    nothing = assemble(document, "tk", {})
    counted = coverage(collect(document), None)
    assert nothing.unfinished == counted.total == counted.untranslated < len(texts(document))
    assert unfinished(nothing.document) == {m.State.UNTRANSLATED: counted.total}
    assert sum(text.value == "The shore" for text, _ in texts(document)) > 1
    del complete[None, "The shore"]
    assert assemble(document, "tk", complete).unfinished == 1


def test_a_text_with_nothing_in_it_needs_no_translation() -> None:
    document = statement("   ", title="Lake")
    edition = assemble(document, "ru", {(None, "Lake"): Translation("Озеро")})
    assert not edition.draft


# Laws


@st.composite
def _translated(draw: st.DrawFn) -> tuple[m.Document, Translations]:
    """A document and translations of some of its texts: good, fuzzy, empty and nonsense."""
    document = draw(documents())
    found: dict[tuple[str | None, str], Translation] = {}
    for text, _ in texts(document):
        words = draw(st.sampled_from(["", text.value, f"«{text.value}»"]) | prose())
        if draw(st.booleans()):
            found[text.context, text.value] = Translation(words, draw(st.booleans()))
    return document, found


@given(_translated(), st.sampled_from(["ru", "tk"]))
@LAWS
def test_whatever_is_translated_the_skeleton_is_the_same(
    translated: tuple[m.Document, Translations], language: str
) -> None:
    document, translations = translated
    edition = assemble(document, language, translations)
    assert anchors(edition.document) == anchors(document)
    assert _without_texts(edition.document) == _without_texts(document)
    assert [place for _, place in texts(edition.document)] == [
        place for _, place in texts(document)
    ]


@given(_translated(), st.sampled_from(["ru", "tk"]))
@LAWS
def test_a_text_is_its_translation_or_its_source_and_says_which(
    translated: tuple[m.Document, Translations], language: str
) -> None:
    document, translations = translated
    edition = assemble(document, language, translations)
    lacking = set()
    for (old, _), (new, _) in zip(texts(document), texts(edition.document), strict=True):
        if new.state is m.State.TRANSLATED:
            assert new.language == language
        else:
            lacking.add((old.context, old.value))
            assert replace(new, state=m.State.SOURCE) == old
    assert edition.unfinished == len(lacking)


def test_numbers_are_those_of_the_source_even_if_a_translation_moves_its_notes() -> None:
    document = statement("One[^a] two[^b]", title="T", notes=[note("b"), note("a")])
    moved = Translation("Два[^b] один[^a]")
    translations: Translations = {(None, "One[^a] two[^b]"): moved}
    edition = assemble(document, "ru", translations)
    assert _paragraph(edition).value == "Два[^b] один[^a]"
    assert [(item.id, item.number) for item in edition.document.notes] == [("a", 1), ("b", 2)]


def _without_texts(document: m.Document) -> m.Document:
    blank = m.Text("", "", texts(document)[0][0].span)
    return rewrite(document, lambda text, place: blank)
