"""How much is translated, and how many words are left."""

from __future__ import annotations

import pytest

from tests.translation.support import catalog
from toolkit.translation.coverage import Coverage, coverage, words
from toolkit.translation.message import Message

MESSAGES = (
    Message("The lake is dry"),
    Message("Nobody answered"),
    Message("Three more words"),
    Message("Chair", "office"),
    Message("{n} page", msgid_plural="{n} pages"),
)

PO = r"""
msgid "The lake is dry"
msgstr "Озеро высохло"

#, fuzzy
msgid "Nobody answered"
msgstr "Никто не отвечает"

msgid "Three more words"
msgstr " "

msgid "Chair"
msgstr "Стул"

msgid "{n} page"
msgid_plural "{n} pages"
msgstr[0] "{n} страница"
msgstr[1] "{n} страницы"
msgstr[2] ""

#~ msgid "Gone"
#~ msgstr "Ушло"
"""


def test_states_are_counted_and_words_are_those_still_to_do() -> None:
    assert coverage(MESSAGES, catalog(PO)) == Coverage(
        total=5, translated=1, fuzzy=1, untranslated=3, words_left=8
    )


def test_a_mark_without_a_translation_is_no_work_done() -> None:
    po = catalog('#, fuzzy\nmsgid "Lake"\nmsgstr ""\n')
    assert coverage((Message("Lake"),), po) == Coverage(1, 0, 0, 1, 1)


def test_without_a_file_everything_is_left() -> None:
    assert coverage(MESSAGES, None) == Coverage(5, 0, 0, 5, 12)
    assert coverage(MESSAGES, None).percent == 0


def test_coverages_add_up() -> None:
    total = coverage(MESSAGES, catalog(PO)) + coverage(MESSAGES, None)
    assert total == Coverage(10, 1, 1, 8, 20)
    assert sum([total, total], Coverage()) == Coverage(20, 2, 2, 16, 40)


def test_a_hundred_per_cent_means_all() -> None:
    assert Coverage(total=1000, translated=999, fuzzy=1).percent == 99
    assert Coverage(total=1000, translated=1000).percent == 100
    assert Coverage().percent == 100


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("—", 0),
        ("The lake’s pro-government *bloggers*", 4),
        ("[Read this](https://example.org/a/b).[^note-1]", 2),
        ("Täjigül Begmedowa 2024-nji ýylda", 4),
        ("27 человек, 12,5 %", 4),
    ],
)
def test_words_are_those_a_reader_sees(text: str, count: int) -> None:
    assert words(text) == count
