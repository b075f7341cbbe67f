"""Joined style sheets: each place of the whole is known by its file, line and column."""

from __future__ import annotations

from typing import Any

import tinycss2
from hypothesis import given
from hypothesis import strategies as st

from toolkit.render.sheets import Sheet, Stack, offset_of

PIECES = ("a", "é", " ", "\t", "\n", "\r\n", "\r", "\f", ";", "{", "}", "/*", "*/")
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def stack(*texts: str, own: int = -1) -> Stack:
    return Stack(tuple(Sheet(f"{n}.css", text, own=n == own) for n, text in enumerate(texts)))


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_every_word_of_the_whole_is_found_where_it_was_written(texts: list[str]) -> None:
    marked = [f"{text} mark{n} {text}" for n, text in enumerate(texts)]
    whole = stack(*marked)
    for n, text in enumerate(marked):
        span = whole.span(whole.text.index(f"mark{n}"))
        assert span.path == f"{n}.css"
        assert offset_of(text, span.line, span.column) == text.index(f"mark{n}")


@given(TEXTS)
def test_lines_and_columns_are_those_of_the_parser(text: str) -> None:
    text = f"{text.replace('/*', '').replace('*/', '')}\nmark"
    (mark,) = (
        token
        for token in _flat(tinycss2.parse_component_value_list(text))
        if getattr(token, "value", "") == "mark"
    )
    offset = offset_of(text, mark.source_line, mark.source_column)
    assert text[offset:] == "mark"


def _flat(tokens: list[Any]) -> list[Any]:
    inside = [item for token in tokens for item in _flat(getattr(token, "content", None) or [])]
    return [*tokens, *inside]


def test_comments_are_blank_and_move_nothing() -> None:
    text = "/* é\r\n */ a /**/ b /* open"
    plain = Sheet("a.css", text).plain
    assert plain == "    \r\n    a      b /* open"
    assert len(plain) == len(text)


def test_what_is_wrong_with_a_sheet_of_the_project_is_mended_there() -> None:
    whole = stack(":root { --a: 1 }", "p { color: var(--a) }", own=1)
    assert str(whole.blamed(whole.text.index("var"))) == "1.css:1:12"


def test_what_is_wrong_with_the_toolkits_is_mended_where_the_project_sets_the_token() -> None:
    sheets = (":root { --a: var(--b); --b: 1 }", "/* --b: 3 */\n:root { --b: 2 }")
    whole = stack(*sheets, "p { top: var(--c, 1) var(--a) } q { top: var(--d) }", own=1)
    assert str(whole.blamed(whole.text.index("var(--c"))) == "1.css:2:9"
    assert str(whole.blamed(whole.text.index("var(--d"))) == "2.css:1:42"


def test_tokens_that_stand_for_each_other_in_a_ring_end_the_search() -> None:
    whole = stack(":root { --a: var(--b); --b: var(--a) }", "p { top: var(--a) }")
    assert str(whole.blamed(whole.text.index("var(--a) }", 40))) == "1.css:1:10"
