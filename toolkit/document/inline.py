"""Inline Markdown: from a text to a small tree of nodes, and what is wrong with it.

A real CommonMark parser (markdown-it) does the parsing; only the constructs that every edition can
print are switched on, so anything else is plain characters. Texts are data: no HTML ever comes out of
here, only nodes, which the templates escape.

What looks like markup and is none stays as it was typed, so that nothing vanishes without a word:
HTML, pictures, code, underscores, braces that say anything but a language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.rules_inline import emphasis, image

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

#: Schemes that a printed or mailed page may link to.
LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

#: Deeper marks are dropped and their characters kept: no text means them, and programs that read
#: the editions need not be asked how deep they can go. It is CommonMark's own limit for brackets.
MAX_DEPTH = 20

_NOTE_REFERENCE = re.compile(r"\[\^([A-Za-z0-9][A-Za-z0-9_-]*)\]")
_LANGUAGE = re.compile(r"""\{\s*lang\s*=\s*(["']?)([^\s{}"'=]+)\1\s*\}""")
#: What may not be typed into a text may not be written as an entity either (`&#x202e;`).
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd\ud800-\udfff]"
)
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
    return _tree(_parser().parseInline(text)[0].children or [])


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
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "the address cannot be read"
    if not parts.scheme:
        return "the address has no https:// before it"
    if parts.scheme not in LINK_SCHEMES:
        return f"`{parts.scheme}:` addresses are not for publications"
    if parts.scheme in {"http", "https"}:
        return _site_problem(parts, host)
    return "" if parts.path.strip("/") else f"nothing stands after `{parts.scheme}:`"


def _site_problem(parts: SplitResult, host: str | None) -> str:
    if not host:
        return "the address names no site"
    if parts.username is not None or parts.password is not None:
        return "the address holds a user name or password"
    if ".." in re.split(r"[/\\]", unquote(parts.path)):
        return "the address climbs out of its folder with `..`"
    return ""


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_DEPTH})
    parser.disable(["backticks", "html_inline", "newline", "text_join"])
    # Links are judged by ``link_problem``, with a message, not dropped without a word.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.inline.ruler.before("link", "note_reference", _note_reference)
    parser.inline.ruler.after("link", "language_span", _language_span)
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.inline.ruler.at("image", _picture)
    return parser


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
    start, end = state.pos + 1, state.md.helpers.parseLinkLabel(state, state.pos)
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
                [_container(opening, children)] if len(opened) < MAX_DEPTH else children
            )
        else:
            levels[-1].append(_leaf(token))
    return _join(levels[0])


def _container(token: Token, children: tuple[Inline, ...]) -> Inline:
    match token.type:
        case "em_open":
            return Emphasis(children)
        case "strong_open":
            return Strong(children)
        case "link_open":
            href = str(token.attrs["href"])
            # A link without words could neither be seen nor followed.
            return Link(href, children or (Chars(href),))
        case "span_open":
            return Foreign(token.meta["language"], children)
        case unexpected:
            raise AssertionError(f"the parser was not to make {unexpected}")


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
