"""The names of released files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.release.naming import FIELDS, PATTERN, file_name, is_safe, pattern_problems, slug

LAKE = {
    "date": "2026-05-31",
    "slug": "the-lake",
    "name": "2026-05-31-the-lake",
    "kind": "statement",
    "lang": "tk",
    "revision": "2",
    "version": "2026.1",
}


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        (PATTERN, "2026-05-31-the-lake.tk.pdf"),
        ("<slug>_<lang>", "the-lake_tk.pdf"),
        ("<kind>-<name>.r<revision>.<lang>", "statement-2026-05-31-the-lake.r2.tk.pdf"),
        ("<version>-<slug>.<lang>", "2026.1-the-lake.tk.pdf"),
    ],
)
def test_a_pattern_makes_a_name(pattern: str, name: str) -> None:
    assert list(pattern_problems(pattern)) == []
    assert file_name(pattern, LAKE, "pdf") == name


def test_every_field_can_be_used() -> None:
    assert LAKE.keys() == FIELDS.keys()


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("<slug>", "<lang>"),
        ("<date>.<lang>", "<slug>"),
        ("<slug>.<language>", "<language>"),
        ("<slug>/<lang>", "every system"),
        ("<slug> <lang>", "every system"),
        ("../<slug>.<lang>", "every system"),
        (".<slug>.<lang>", "every system"),
        ("<slug>.<lang>.", "every system"),
        ("Lake-<slug>.<lang>", "small letters"),
        ("доклад-<slug>.<lang>", "every system"),
        ("", "every system"),
    ],
)
def test_a_pattern_that_cannot_work_is_explained(pattern: str, words: str) -> None:
    assert any(words in problem for problem in pattern_problems(pattern))


@pytest.mark.parametrize(
    "name",
    [
        "con.pdf",
        "nul",
        "com1.ru.pdf",
        "a..pdf",
        "a/b",
        "a\\b",
        "a:b",
        "a b",
        "ä",
        "A",
        "-a",
        "a.",
        "",
    ],
)
def test_names_that_some_system_refuses_or_changes(name: str) -> None:
    assert not is_safe(name)


def test_a_document_can_make_a_good_pattern_unsafe() -> None:
    assert not is_safe(file_name(PATTERN, {**LAKE, "slug": "x" * 120}, "pdf"))
    assert not is_safe(file_name("<slug>.<lang>", {**LAKE, "slug": "con"}, "pdf"))


def test_the_slug_is_the_name_without_its_date() -> None:
    assert slug("2026-05-31-the-lake") == "the-lake"
    assert slug("the-lake") == "the-lake"
    assert slug("2026-05-31") == "2026-05-31"


@given(st.text(max_size=20))
def test_a_safe_name_is_equal_to_itself_in_any_case_and_form(name: str) -> None:
    if is_safe(name):
        assert name.isascii()
        assert name == name.lower()
