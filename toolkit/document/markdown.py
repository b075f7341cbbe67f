"""The parser of inline Markdown, set so that it makes the nodes of a text and nothing else.

A real CommonMark parser (markdown-it) does the parsing; only the constructs that every edition can
print are switched on, so anything else is plain characters. What looks like markup and is none stays as
it was typed, so that nothing vanishes without a word: HTML, pictures, code, underscores, braces that
say anything but a language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from types import SimpleNamespace
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt, helpers
from markdown_it.rules_inline import emphasis, image

from toolkit.document.nodes import (
    Chars,
    Emphasis,
    Foreign,
    Inline,
    Link,
    NoteReference,
    Strong,
    walk,
)

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

#: Deeper marks are dropped and their characters kept: no text means them, and programs that read
#: the editions need not be asked how deep they can go. It is CommonMark's own limit for brackets.
MAX_DEPTH = 20

_NOTE_REFERENCE = re.compile(r"\[\^([A-Za-z0-9][A-Za-z0-9_-]*)\]")
#: A text without any of them is plain characters, as most are, and needs no parser.
_MARKS = re.compile(r"[*\[\]!<&\\`\r\n\x00]")
_LANGUAGE = re.compile(r"""\{\s*lang\s*=\s*(["']?)([^\s{}"'=]+)\1\s*\}""")
#: What may not be typed into a text may not be written as an entity either (`&#x202e;`).
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd\ud800-\udfff]"
)


@lru_cache(maxsize=2048)
def parse(text: str) -> tuple[Inline, ...]:
    """Parse inline Markdown. Never fails: what is not markup is plain characters."""
    if not _MARKS.search(text):
        return (Chars(text),) if text else ()
    return _tree(_parser().parseInline(text)[0].children or [])


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_DEPTH})
    parser.disable(["backticks", "html_inline", "newline", "text_join"])
    # Links are judged by ``link_problem``, with a message, not dropped without a word.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.helpers = SimpleNamespace(  # type: ignore[assignment]
        parseLinkLabel=_label_end,
        parseLinkDestination=helpers.parseLinkDestination,
        parseLinkTitle=helpers.parseLinkTitle,
    )
    parser.inline.ruler.before("link", "note_reference", _note_reference)
    parser.inline.ruler.after("link", "language_span", _language_span)
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.inline.ruler.at("image", _picture)
    return parser


def _label_end(state: StateInline, start: int, disableNested: bool = False) -> int:
    """Where the words of a link or a span end; -1 if they do not.

    The parser's own function refuses links around anything in brackets (``disableNested``). Here only
    a link, which alone ends with a parenthesis, may not stand in another one.
    """
    before, level = state.pos, 1
    state.pos = start + 1
    while state.pos < state.posMax:
        place, mark = state.pos, state.src[state.pos]
        if mark == "]":
            level -= 1
            if level == 0:
                break
        state.md.inline.skipToken(state)
        if mark == "[" and state.pos == place + 1:
            level += 1
        elif mark == "[" and disableNested and state.src.endswith(")", 0, state.pos):
            break
    end = state.pos if level == 0 else -1
    state.pos = before
    return end


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Emphasis by asterisks alone: underscores belong to addresses, handles and file names."""
    return state.src[state.pos] == "*" and emphasis.tokenize(state, silent)


def _picture(state: StateInline, silent: bool) -> bool:
    """``![text](address)`` is characters from end to end, not an exclamation mark and a link."""
    start = state.pos
    if state.src.startswith("![^", start) or not image(state, True):
        return False
    if not silent:
        state.pending += state.src[start : state.pos]
    return True


def _note_reference(state: StateInline, silent: bool) -> bool:
    match = _NOTE_REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("note_reference", "", 0)
        token.meta = {"id": match.group(1)}
    state.pos = match.end()
    return True


def _language_span(state: StateInline, silent: bool) -> bool:
    """``[text]{lang=tk}``, and nothing else in the braces."""
    if state.src[state.pos] != "[":
        return False
    start, end = state.pos + 1, _label_end(state, state.pos)
    match = _LANGUAGE.match(state.src, end + 1, state.posMax) if end >= 0 else None
    if match is None:
        return False
    if not silent:
        after, state.pos, state.posMax = state.posMax, start, end
        state.push("span_open", "span", 1).meta = {"language": match.group(2)}
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
        state.posMax = after
    state.pos = match.end()
    return True


def _tree(tokens: Sequence[Token]) -> tuple[Inline, ...]:
    """The nodes that a flat list of opening and closing tokens stands for."""
    opened: list[Token] = []
    levels: list[list[Inline]] = [[]]
    for token in tokens:
        if token.nesting > 0:
            opened.append(token)
            levels.append([])
        elif token.nesting < 0:
            children = _join(levels.pop())
            opening = opened.pop()
            levels[-1].extend(
                _container(opening, children) if len(opened) < MAX_DEPTH else children
            )
        else:
            levels[-1].append(_leaf(token))
    return _join(levels[0])


def _container(token: Token, children: tuple[Inline, ...]) -> Sequence[Inline]:
    match token.type:
        case "em_open":
            return (Emphasis(children),)
        case "strong_open":
            return (Strong(children),)
        case "link_open":
            return _link(str(token.attrs["href"]), children)
        case "span_open":
            return (Foreign(token.meta["language"], children),)
        case unexpected:
            raise AssertionError(f"the parser was not to make {unexpected}")


def _link(href: str, children: tuple[Inline, ...]) -> Sequence[Inline]:
    """A link and, behind it, the footnotes that its words call: these are links themselves.

    A link without words could neither be seen nor followed, so its address is printed.
    """
    notes = (node for node in walk(children) if isinstance(node, NoteReference))
    words = unlinked(children) or (Chars(href),)
    if words == (Chars(href),):
        # A reader sees the address; that it is one for mail or telephone goes without saying.
        words = (Chars(href.removeprefix("mailto:").removeprefix("tel:")),)
    return (Link(href, words), *notes)


def unlinked(nodes: Sequence[Inline]) -> tuple[Inline, ...]:
    """The same words without links and footnotes among them, for a place that is a link itself."""
    kept: list[Inline] = []
    for node in nodes:
        if isinstance(node, Link):
            kept.extend(unlinked(node.children))
        elif isinstance(node, Chars):
            kept.append(node)
        elif not isinstance(node, NoteReference):
            kept.append(replace(node, children=unlinked(node.children)))
    return _join(kept)


def _leaf(token: Token) -> Inline:
    match token.type:
        case "text":
            return Chars(token.content)
        case "text_special":
            return Chars(token.markup if _UNPRINTABLE.search(token.content) else token.content)
        case "softbreak" | "hardbreak":
            return Chars(" ")
        case "note_reference":
            return NoteReference(token.meta["id"])
        case unexpected:
            raise AssertionError(f"the parser was not to make {unexpected}")


def _join(nodes: Sequence[Inline]) -> tuple[Inline, ...]:
    """The same nodes, with neighbouring characters as one node."""
    joined: list[Inline] = []
    for node in nodes:
        last = joined[-1] if joined else None
        if isinstance(node, Chars) and isinstance(last, Chars):
            joined[-1] = Chars(last.text + node.text)
        elif node != Chars(""):
            joined.append(node)
    return tuple(joined)
