"""Every text knows the line and column where it begins, in every way that YAML writes a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.source.support import HEAD, at, good, read, read_body
from toolkit.document.model import Document, Paragraph, Quote
from toolkit.document.walk import texts

#: Words that no style has to quote or escape.
WORDS = st.text("abcžňýЖя№漢😀", min_size=1, max_size=8)
#: Paragraphs of lines of words.
PARAGRAPHS = st.lists(
    st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=3),
    min_size=1,
    max_size=4,
)
#: How many blank lines stand between two paragraphs.
GAP = st.integers(1, 3)

Style = Callable[[str], str]


def _flow(quote: str) -> Style:
    return lambda inner: f"  - {quote}{inner}{quote}\n"


STYLES: dict[str, Style] = {
    "plain": _flow(""),
    "single quotes": _flow("'"),
    "double quotes": _flow('"'),
    "literal": lambda inner: f"  - |\n    {inner}\n",
    "literal, stripped": lambda inner: f"  - |-\n    {inner}\n",
    "literal, kept": lambda inner: f"  - |+\n    {inner}\n\n",
    "literal, indented": lambda inner: f"  - |2\n    {inner}\n",
    "folded": lambda inner: f"  - >\n    {inner}\n",
    "folded, stripped": lambda inner: f"  - >-\n\n    {inner}\n",
}


def paragraphs(document: Document) -> list[Paragraph]:
    return [block for block in document.body if isinstance(block, Paragraph)]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@given(written=PARAGRAPHS, gap=GAP, mark=st.sampled_from(["", "\ufeff"]))
def test_every_paragraph_knows_its_place(
    style: str, line_end: str, written: list[list[str]], gap: int, mark: str
) -> None:
    inner = ("\n" * (gap + 1) + "    ").join("\n    ".join(lines) for lines in written)
    text = f"{HEAD}body:\n{STYLES[style](inner)}  - The end\n"
    document = good(read(mark + text.replace("\n", line_end)))
    *found, end = paragraphs(document)
    assert [item.text.value for item in found] == [" ".join(lines) for lines in written]
    for item, lines in zip(found, written, strict=True):
        assert at(text, item.text.span).lstrip("\"'").startswith(lines[0])
    assert at(text, end.text.span) == "The end"


def test_a_paragraph_in_quotes_with_escapes_begins_where_the_text_begins() -> None:
    document = good(read_body('  - "One\\n\\ntwo"\n'))
    assert [str(item.text.span) for item in paragraphs(document)] == [
        "documents/statement/2024-10-04-the-lake.yaml:6:5",
        "documents/statement/2024-10-04-the-lake.yaml:6:5",
    ]


def test_a_list_of_paragraphs_gives_each_its_place() -> None:
    text = "  - quote:\n      - One\n      - |\n        Two\n\n        three\n"
    quote = good(read_body(text)).body[0]
    assert isinstance(quote, Quote)
    assert [(item.value, item.span.line, item.span.column) for item in quote.paragraphs] == [
        ("One", 7, 9),
        ("Two", 9, 9),
        ("three", 11, 9),
    ]


def test_columns_count_characters() -> None:
    document = good(read(f"{HEAD}body: [😀 Žä, 😀 two]\n"))
    assert [(item.text.value, item.text.span.column) for item in paragraphs(document)] == [
        ("😀 Žä", 8),
        ("😀 two", 14),
    ]


def test_separators_that_editors_do_not_count_do_not_move_the_lines_below() -> None:
    result = read_body("  - One\u2028\u2029\x85two\n  - Nobody{\n  - <b>\n")
    assert [(item.code, item.span.line, item.span.column) for item in result.findings] == [
        ("file.control-character", 6, 8),
        ("file.control-character", 6, 9),
        ("file.control-character", 6, 10),
        ("markup.html", 8, 5),
    ]


def test_blank_lines_at_the_end_of_a_text_are_nothing() -> None:
    document = good(read_body("  - |\n    One\n    \n  \n\n  - Two\n"))
    assert [text.value for text, _ in texts(document)][1:] == ["One", "Two"]
