"""Which texts are offered for which, and how fast."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.translation.catalog import Catalog, Entry
from toolkit.translation.memory import Memory
from toolkit.translation.similarity import Index, normal

SENTENCE = "Ashgabat sent a request to Russia to expel all Turkmens who took part."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (SENTENCE, SENTENCE.replace("all Turkmens", "those citizens")),
        (SENTENCE, f"On 23 January 2021, {SENTENCE}"),
        (SENTENCE, SENTENCE.replace("Ashgabat", "*Ashgabat*[^note]").replace(".", "!")),
        ("Plenary session IV", "Plenary session V"),
        ("46 people", "47 people"),
        ("Page 3", "Page 4"),
        ("Release him!", "release him"),
        ("CHAIRMAN", "Chairman:"),
        ("Обратиться в Комитет против пыток", "Обратиться в Комитет по правам человека"),
        ("2022-nji ýylyň 18-nji ýanwary", "2022-nji ýylyň 19-njy ýanwary"),
    ],
)
def test_a_text_with_a_change_is_found(old: str, new: str) -> None:
    others = ["Something else that was said.", old, "And another thing."]
    assert [place for _, place in Index(others).matches(new)][:1] == [1]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Austria", "Australia"),
        ("Iran", "Iraq"),
        ("Name", "Names"),
        ("Serdar Berdymukhamedov", "Gurbanguly Berdymukhamedov"),
        ("Ministry of Justice", "Ministry of Interior"),
        ("especially in Türkiye", "but in Türkiye"),
        ("they lose their jobs", "they call the consulates"),
        ("regardless of the law", "freedom of the media"),
        (
            "There is no mechanism to protest this in Turkmen reality.",
            "There are more than half a million Turkmen citizens.",
        ),
        ("—", "…"),
        ("", "Lake"),
    ],
)
def test_texts_that_say_something_else_are_not_offered(old: str, new: str) -> None:
    assert Index([old]).matches(new) == []


def test_the_best_comes_first_and_equals_come_in_order() -> None:
    texts = ["The lake is dry now", "The lake is dry", "the lake is DRY", "The lake is wet"]
    assert [place for _, place in Index(texts).matches("The lake is dry.")] == [1, 2, 0, 3]


@given(st.lists(st.text("ab c", max_size=8), max_size=8), st.text("ab c", max_size=8))
def test_every_text_with_words_finds_itself(texts: list[str], text: str) -> None:
    matches = Index([*texts, text]).matches(text)
    if normal(text):
        scores = [score for score, _ in matches]
        assert scores[0] == 100
        assert scores == sorted(scores, reverse=True)
    else:
        assert matches == []


def finished(msgid: str, msgstr: str, **fields: object) -> Entry:
    return Entry(msgid=msgid, msgstr=(msgstr,), **fields)  # type: ignore[arg-type]


def test_a_memory_holds_what_is_finished_also_among_the_obsolete() -> None:
    memory = Memory(
        [
            Catalog("b.po", None, (finished("Lake", "Озеро (b)"),)),
            Catalog(
                "a.po",
                None,
                (
                    finished("Lake", "Озеро (a)", obsolete=True),
                    finished("Sea", "Море", fuzzy=True),
                    finished("Sky", ""),
                    finished(SENTENCE, "Предложение"),
                ),
            ),
        ]
    )
    assert [entry.msgstr[0] for entry in memory.exact("Lake")] == ["Озеро (a)", "Озеро (b)"]
    assert memory.exact("Sea") == memory.exact("Sky") == ()
    ((score, entry),) = memory.similar(SENTENCE.replace("all", "some"))
    assert entry.msgstr == ("Предложение",)
    assert 90 < score < 100


def test_ten_thousand_new_messages_are_matched_in_seconds() -> None:
    """An inexact bar: what it would catch is comparing everything with everything (minutes)."""
    words = [
        "the",
        "of",
        "and",
        "lake",
        "people",
        "letter",
        "answer",
        "canal",
        "water",
        "foundation",
        "court",
        "law",
    ]
    texts = [
        " ".join(words[(n * k) % len(words)] for k in range(1, 12)) + f" case {n} number {n * 7}"
        for n in range(10_000)
    ]
    memory = Memory([Catalog("a.po", None, tuple(finished(text, "да") for text in texts))])
    start = process_time()
    found = [memory.similar(text.replace("lake", "sea")) for text in texts]
    assert process_time() - start < 20
    assert all(found)
