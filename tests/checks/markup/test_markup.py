"""What the rules of markup say (``cases.txt``), and what holds for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.golden_pairs import cases, pair_of, shown
from tests.support.strategies import prose
from toolkit.checks.markup import RULES, SIDE_RULES
from toolkit.checks.pair import Pair, Side
from toolkit.diagnostics.codes import CODES
from toolkit.language import codes


@pytest.mark.parametrize(("pair", "expected"), cases(Path(__file__).parent / "cases.txt"))
def test_the_rules_say_this(pair: Pair, expected: list[str]) -> None:
    remarks = [remark for rule in RULES for remark in rule(pair)]
    assert [shown(remark) for remark in remarks] == expected
    assert all(remark.code in CODES and remark.hint for remark in remarks)


#: A text, and what of it would be printed though it was to be markup.
UNFINISHED = [
    ("A *lawful word.", "*"),
    ("A lawful* word.", "*"),
    ("Имена* изменены.", "*"),
    ("***Never* again.", "**"),
    ("See [the decree.", "["),
    ("See the decree].", "]"),
    ("See [the decree](https://example.org", "]("),
    ("It was read out.[^decree", "[^decree"),
    ("The [Köl]{lang=tk garawuly", "{lang=tk"),
    ("The [Köl]lang=tk} garawuly", "lang=tk}"),
    ("The [Köl]{language=tk} garawuly", "{language=tk}"),
    ("The [Köl]{tk} garawuly", "{tk}"),
    # Without words it shows its address.
    ("See [](https://example.org).", ""),
    ("The sets [a] {b} and [c](https://example.org/{d}).", ""),
    (r"See \[](https://example.org).", "]("),
    ("5 * 6, 5*6, 5 < 6, a < b", ""),
    ("* The names were changed.", ""),
    (r"An asterisk \* and a bracket \[", ""),
    ("They said &#42;nothing.", ""),
    ("The law [sic] and [the decree](https://example.org)[^a] are *never* **read**.", ""),
]


@pytest.mark.parametrize(("text", "left"), UNFINISHED)
def test_markup_that_was_not_ended_is_found(text: str, left: str) -> None:
    for language in codes():
        (rule,) = SIDE_RULES
        found = [piece for remark in rule(Side(language, text)) for piece in remark.target]
        assert found == ([left] if left else [])
        assert not list(rule(Side(language, text, beside=text))), "the source has it too"


_WHOLE = ("word", "*x*", "**y z**", "[z](https://example.org)", "[^a]", "[w]{lang=tk}", "[sic]",
          "5 * 6", "(a)", "<https://example.org>", "{x}")  # fmt: skip


@given(st.lists(st.sampled_from(_WHOLE)))
def test_complete_markup_is_never_called_unfinished(pieces: list[str]) -> None:
    (rule,) = SIDE_RULES
    assert not list(rule(Side("en", " ".join(pieces))))


@given(prose())
def test_a_text_beside_itself_has_the_same_marks(text: str) -> None:
    for language in codes():
        for other in codes():
            pair = pair_of(language, text, other, text)
            assert [remark for rule in RULES for remark in rule(pair)] == []


@given(prose(), prose())
def test_the_marks_may_be_in_any_order(one: str, other: str) -> None:
    pair = pair_of("ru", f"{one} и {other}", "en", f"{other} и {one}")
    swapped = pair_of("en", pair.target.markup, "ru", pair.source.markup)
    for rule in RULES:
        assert bool(list(rule(pair))) == bool(list(rule(swapped)))
