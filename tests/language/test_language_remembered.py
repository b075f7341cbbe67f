"""What is remembered of words is what was said of them, however many they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.language.remembered import Remembered


@given(st.lists(st.text(max_size=3)), st.integers(1, 5))
def test_a_table_says_of_each_word_what_was_found(words: list[str], most: int) -> None:
    table = Remembered(str.upper, most)
    assert list(map(table.__getitem__, words)) == [word.upper() for word in words]
    assert len(table) <= most


def test_a_word_is_looked_at_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    table = Remembered(length)
    assert [table["дом"], table["дом"], table["öý"]] == [3, 3, 2]
    assert asked == ["дом", "öý"]
