"""Inline Markdown: a golden table (``inline.txt``), and laws that hold for any characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.strategies import PHRASES, prose
from toolkit.document import inline
from toolkit.document.inline import (
    Chars,
    Emphasis,
    Foreign,
    Inline,
    Link,
    NoteReference,
    Strong,
    link_problem,
    parse,
    plain,
)

#: Every mark that means something to some parser, in any order, and any character between them.
HOSTILE = st.lists(
    st.one_of(
        st.sampled_from([*PHRASES, "*", "**", "[", "]", "](", ")", "[^", "{lang=tk}", "<", ">"]),
        st.sampled_from(
            ["!", "`", "\\", "&", "&#x202e;", "_", "{", "}", "\n", "\t", "\0", "\ud800"]
        ),
        st.text(max_size=6),
    ),
    max_size=12,
).map("".join)


# The golden table


def _golden() -> Iterator[tuple[str, str]]:
    text = (Path(__file__).parent / "inline.txt").read_text(encoding="utf-8")
    for block in text.strip().split("\n\n")[1:]:
        if not block.startswith("= "):
            written, expected = block.split("\n")
            yield _characters(written), expected


def _characters(line: str) -> str:
    return re.sub("<([0-9A-F]{4})>", lambda name: chr(int(name[1], 16)), line)


def _shown(nodes: tuple[Inline, ...]) -> str:
    return "".join(_node(node) for node in nodes)


def _node(node: Inline) -> str:
    match node:
        case Chars(text):
            return text
        case Emphasis(children):
            return f"em({_shown(children)})"
        case Strong(children):
            return f"strong({_shown(children)})"
        case Link(href, children):
            return f"link({href} | {_shown(children)})"
        case Foreign(language, children):
            return f"foreign({language} | {_shown(children)})"
        case NoteReference(id):
            return f"note({id})"


def _without_spaces(text: str) -> str:
    """The table separates nodes by spaces, for the eye."""
    return text.replace(" ", "")


@pytest.mark.parametrize(("written", "expected"), list(_golden()))
def test_a_text_is_read_as_the_table_says(written: str, expected: str) -> None:
    assert _without_spaces(_shown(parse(written))) == _without_spaces(_characters(expected))


def test_spaces_between_nodes_are_kept() -> None:
    assert parse("a *b* c") == (Chars("a "), Emphasis((Chars("b"),)), Chars(" c"))


# What a text holds


def test_a_text_tells_its_notes_links_and_languages_in_order() -> None:
    text = "*[^b] [x](https://b.example)* [^a] [y [z](#p1)]{lang=tk} [w]{lang=ru}[^b]"
    assert inline.note_references(text) == ("b", "a", "b")
    assert inline.links(text) == ("https://b.example", "#p1")
    assert inline.languages(text) == ("tk", "ru")


def test_what_a_reader_sees_is_plain() -> None:
    assert plain("**A**&nbsp;[b](https://c.example)[^d] \\* <i>") == "A\u00a0b * <i>"


def test_html_is_found_and_comparisons_are_not() -> None:
    assert inline.html_fragments("<b>x</b> <!-- y --> <br/>") == ("<b>", "</b>", "<!--", "<br/>")
    assert inline.html_fragments("1 < 2, 3 > 2, <3, <https://example.org>") == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (" a\n b\t c ", "a b c"),
        ("a\r\n\r\nb", "a b"),
        ("a\u00a0 \u00a0b", "a\u00a0 \u00a0b"),
        ("", ""),
    ],
)
def test_one_line_folds_breaks_and_keeps_other_spaces(text: str, line: str) -> None:
    assert inline.one_line(text) == line


# Laws


@given(HOSTILE)
def test_parsing_never_fails_and_the_answer_is_always_the_same(text: str) -> None:
    nodes = parse(text)
    parse.cache_clear()
    assert parse(text) == nodes


@given(HOSTILE)
def test_what_is_printed_was_typed_in_this_order(text: str) -> None:
    # Entities, addresses, line breaks and NUL are printed as other characters than they are typed.
    typed = re.sub(r"[&<(\n\r\0]", "", text)
    rest = iter(typed)
    assert all(character in rest for character in plain(typed))


@given(st.text(st.characters(exclude_characters="*[]\\&<>!\r\0")))
def test_a_text_without_marks_is_its_own_characters(text: str) -> None:
    assert plain(text) == text


@given(HOSTILE)
def test_neighbouring_characters_are_one_node(text: str) -> None:
    def check(nodes: tuple[Inline, ...]) -> None:
        kinds = [isinstance(node, Chars) for node in nodes]
        assert (True, True) not in pairwise(kinds)
        assert Chars("") not in nodes

    check(parse(text))
    for node in inline.walk(parse(text)):
        if not isinstance(node, Chars | NoteReference):
            check(node.children)


@given(HOSTILE)
def test_in_a_link_there_is_no_other_link_and_no_footnote(text: str) -> None:
    for node in inline.walk(parse(text)):
        if isinstance(node, Link):
            assert not any(
                isinstance(part, Link | NoteReference) for part in inline.walk(node.children)
            )
            assert inline.unlinked(node.children) == node.children


@given(st.lists(prose(), max_size=3).map(" ".join))
def test_no_bidirectional_mark_comes_of_an_entity(text: str) -> None:
    assert plain(f"{text} &#x202e; &rlm;").endswith("&#x202e; &rlm;")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "*" * 20_000,
        "*a " * 5_000 + "b*" * 5_000,
        "*a **b " * 3_000 + "c*** " * 3_000,
        "[a](<" * 4_000,
        "![[[" * 5_000,
        "[[a]" * 5_000,
        "[a]{lang=tk" * 2_000,
        "<" * 20_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_text_made_to_be_slow_or_deep_is_read_all_the_same(text: str) -> None:
    begun = process_time()
    assert plain(text)
    assert process_time() - begun < 10


def test_marks_nested_beyond_measure_are_dropped_and_their_words_kept() -> None:
    deep = "*a " * 100 + "b" + "*" * 100
    nodes = parse(deep)
    assert plain(deep) == "a " * 100 + "b"
    depth = 0
    while len(nodes) > 0 and isinstance(nodes[-1], Emphasis | Strong):
        nodes = nodes[-1].children
        depth += 1
    assert depth == inline.MAX_DEPTH


# Addresses

ALLOWED = (
    "https://example.org",
    "http://example.org/a/b.html?c=d&e=..#f",
    "HTTPS://EXAMPLE.ORG",
    "https://example.org:8443/a..b/...",
    "https://пример.рф/путь",
    "https://xn--e1afmkfd.xn--p1ai/",
    "https://[2001:db8::1]/",
    "https://example.org/%D0%BF?x=%2e%2e",
    "mailto:committee@example.org",
    "mailto:committee@example.org?subject=Lake",
    "tel:+99312000000",
    "#p7",
)
REFUSED = {
    "": "no https://",
    "#": "only `#`",
    "example.org": "no https://",
    "//example.org": "no https://",
    "/decree": "no https://",
    "../decree.html": "no https://",
    "lake.png": "no https://",
    "javascript:alert(1)": "`javascript:`",
    "JaVaScRiPt:alert(1)": "`javascript:`",
    "java\nscript:alert(1)": "`javascript:`",
    "\x01javascript:alert(1)": "`javascript:`",
    "data:text/html,x": "`data:`",
    "vbscript:x": "`vbscript:`",
    "file:///etc/passwd": "`file:`",
    "smb://server/share": "`smb:`",
    "ftp://example.org": "`ftp:`",
    "blob:https://example.org/1": "`blob:`",
    "https:": "names no site",
    "https:///etc/passwd": "names no site",
    "https:\\\\example.org": "names no site",
    "https:example.org": "names no site",
    "https://user@example.org": "user name",
    "https://user:pw@example.org": "user name",
    "https://example.org\\@evil.example": "user name",
    "https://@example.org": "user name",
    "https://example.org/../x": "climbs out",
    "https://example.org/a/%2e%2e/x": "climbs out",
    "https://example.org/..%2fx": "climbs out",
    "https://example.org/..%5Cx": "climbs out",
    "https://example.org/..\\x": "climbs out",
    "https://[::1": "cannot be read",
    "https://example.org:port": "cannot be read",
    "https://example.org:99999": "cannot be read",
    "mailto:": "nothing stands",
    "tel:": "nothing stands",
}


@pytest.mark.parametrize("href", ALLOWED)
def test_an_edition_may_link_there(href: str) -> None:
    assert link_problem(href) == ""


@pytest.mark.parametrize("href", REFUSED, ids=repr)
def test_an_edition_may_not_link_there(href: str) -> None:
    assert REFUSED[href] in link_problem(href)


@given(st.text(max_size=30) | HOSTILE)
def test_any_address_can_be_judged(href: str) -> None:
    link_problem(href)


@given(st.text(max_size=12))
def test_what_is_allowed_begins_with_a_scheme_that_is_allowed(rest: str) -> None:
    for scheme in ("https", "javascript", "file", "", "http", "data"):
        href = f"{scheme}:{rest}"
        if link_problem(href) == "":
            assert scheme in inline.LINK_SCHEMES
