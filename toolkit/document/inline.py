"""Inline Markdown: from a text to a small tree of nodes, and what is wrong with it.

A real CommonMark parser (markdown-it) does the parsing; only the constructs that every edition can
print are switched on, so anything else is plain characters. Texts are data: no HTML ever comes out of
here, only nodes, which the templates escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.rules_inline import emphasis
from mdit_py_plugins.attrs import attrs_plugin

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

#: Schemes that a printed or mailed page may link to.
LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_NOTE_REFERENCE = re.compile(r"\[\^([A-Za-z0-9][A-Za-z0-9_-]*)\]")
_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_WHITE_SPACE = re.compile(r"[ \t\r\n\f\v]+")


@dataclass(frozen=True, slots=True)
class Chars:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """``*emphasis*``."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """``**strong emphasis**``."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """``[text](address)``; the address is absolute, or ``#anchor`` within the document."""

    href: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """``[text]{lang=tk}``: words in another language than the text around them."""

    language: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class NoteReference:
    """``[^id]``: a footnote is called here."""

    id: str


Inline = Chars | Emphasis | Strong | Link | Foreign | NoteReference


def one_line(text: str) -> str:
    """The text with every run of spaces and line breaks as one space; other spaces are kept."""
    return _WHITE_SPACE.sub(" ", text).strip(" ")


@lru_cache(maxsize=4096)
def parse(text: str) -> tuple[Inline, ...]:
    """Parse inline Markdown. Never fails: what is not markup is plain characters."""
    tokens = _parser().parseInline(text)[0].children or []
    return tuple(_join(_nodes(iter(tokens), closing=None)))


def walk(nodes: Sequence[Inline]) -> Iterator[Inline]:
    """Every node, parents before their children."""
    for node in nodes:
        yield node
        if not isinstance(node, Chars | NoteReference):
            yield from walk(node.children)


def plain(text: str) -> str:
    """The characters that a reader sees, without markup and footnote references."""
    return "".join(node.text for node in walk(parse(text)) if isinstance(node, Chars))


def note_references(text: str) -> tuple[str, ...]:
    """The ids of the footnotes that a text calls, in order."""
    return tuple(node.id for node in walk(parse(text)) if isinstance(node, NoteReference))


def links(text: str) -> tuple[str, ...]:
    """The addresses that a text links to, in order."""
    return tuple(node.href for node in walk(parse(text)) if isinstance(node, Link))


def languages(text: str) -> tuple[str, ...]:
    """The languages of the spans of a text, in order."""
    return tuple(node.language for node in walk(parse(text)) if isinstance(node, Foreign))


def html_fragments(text: str) -> tuple[str, ...]:
    """What looks like HTML in the characters of a text, and will be printed as it stands."""
    found: list[str] = []
    for node in walk(parse(text)):
        if isinstance(node, Chars):
            found.extend(_HTML.findall(node.text))
    return tuple(found)


def link_problem(href: str) -> str:
    """Why an edition may not link to ``href``; empty if it may.

    Allowed are ``#anchor`` and absolute http, https, mailto and tel addresses that name a host or a
    mailbox, no user and password, and no path that climbs out (also when percent-encoded).
    """
    if href.startswith("#"):
        return "" if len(href) > 1 else "the address is only `#`"
    try:
        parts = urlsplit(href)
        host = parts.hostname
    except ValueError:
        return "the address cannot be read"
    if not parts.scheme:
        return "the address has no https:// before it"
    if parts.scheme not in LINK_SCHEMES:
        return f"`{parts.scheme}:` addresses are not for publications"
    if parts.scheme in {"http", "https"}:
        if not host:
            return "the address names no site"
        if parts.username is not None or parts.password is not None:
            return "the address holds a user name or password"
        if ".." in unquote(parts.path).split("/"):
            return "the address climbs out of its folder with `..`"
    return ""


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    parser.disable(["image", "backticks", "html_inline", "newline"])
    # Links are judged by ``link_problem``, with a message, not dropped without a word.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.use(attrs_plugin, spans=True, after=(), allowed=["lang"])
    parser.inline.ruler.before("link", "note_reference", _note_reference)
    parser.inline.ruler.at("emphasis", _emphasis)
    return parser


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Emphasis by asterisks alone: underscores belong to addresses, handles and file names."""
    return state.src[state.pos] == "*" and emphasis.tokenize(state, silent)


def _note_reference(state: StateInline, silent: bool) -> bool:
    match = _NOTE_REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("note_reference", "", 0)
        token.meta = {"id": match.group(1)}
    state.pos = match.end()
    return True


def _nodes(tokens: Iterator[Token], closing: str | None) -> Iterator[Inline]:
    for token in tokens:
        if token.type == closing:
            return
        match token.type:
            case "text" | "text_special":
                yield Chars(token.content)
            case "softbreak" | "hardbreak":
                yield Chars(" ")
            case "note_reference":
                yield NoteReference(token.meta["id"])
            case "em_open":
                yield Emphasis(_children(tokens, "em_close"))
            case "strong_open":
                yield Strong(_children(tokens, "strong_close"))
            case "link_open":
                yield Link(str(token.attrs["href"]), _children(tokens, "link_close"))
            case "span_open":
                yield from _span(str(token.attrs.get("lang", "")), _children(tokens, "span_close"))
            case unexpected:
                raise AssertionError(f"the parser was not to make {unexpected}")


def _span(language: str, children: tuple[Inline, ...]) -> Iterator[Inline]:
    if language:
        yield Foreign(language, children)
    else:
        yield from children


def _children(tokens: Iterator[Token], closing: str) -> tuple[Inline, ...]:
    return tuple(_join(_nodes(tokens, closing)))


def _join(nodes: Iterator[Inline]) -> Iterator[Inline]:
    pending = ""
    for node in nodes:
        if isinstance(node, Chars):
            pending += node.text
            continue
        if pending:
            yield Chars(pending)
            pending = ""
        yield node
    if pending:
        yield Chars(pending)
