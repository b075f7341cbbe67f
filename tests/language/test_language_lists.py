"""Enumerations: CLDR's words between the items, and the items untouched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.language.lists import join

WORDS = {"ru": " и ", "tk": " we ", "en": " and "}


@pytest.mark.parametrize(
    ("items", "ru", "tk", "en"),
    [
        ("", "", "", ""),
        ("A", "A", "A", "A"),
        ("AB", "A и B", "A we B", "A and B"),
        ("ABC", "A, B и C", "A, B we C", "A, B and C"),
        ("ABCD", "A, B, C и D", "A, B, C we D", "A, B, C and D"),
    ],
)
def test_golden(items: str, ru: str, tk: str, en: str) -> None:
    assert [join(list(items), code) for code in ("ru", "tk", "en")] == [ru, tk, en]


@given(st.lists(st.text("abcdefgh{}0%.", min_size=1), max_size=6), st.sampled_from(list(WORDS)))
def test_the_items_are_read_back_as_they_stood(items: list[str], code: str) -> None:
    text = join(items, code).replace("," + WORDS[code], ", ").replace(WORDS[code], ", ")
    assert (text.split(", ") if text else []) == items


@pytest.mark.parametrize("code", WORDS)
def test_items_are_data_and_never_format_strings(code: str) -> None:
    hostile = ["{0.__class__}", "{1}", "%(n)s", "{{ x }}"]
    assert all(item in join(hostile, code) for item in hostile)
