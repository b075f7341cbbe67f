"""Inline Markdown: from a text to a small tree of nodes, and what is wrong with it.

Texts are data: no HTML ever comes out of here, only nodes, which the templates escape.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, unquote, urlsplit

from toolkit.document.markdown import MAX_DEPTH, parse, unlinked
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

__all__ = [
    "LINK_SCHEMES",
    "MAX_DEPTH",
    "Chars",
    "Emphasis",
    "Foreign",
    "Inline",
    "Link",
    "NoteReference",
    "Strong",
    "empty_links",
    "html_fragments",
    "languages",
    "link_problem",
    "links",
    "note_references",
    "one_line",
    "parse",
    "plain",
    "unlinked",
    "walk",
]

#: Schemes that a printed or mailed page may link to.
LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
#: White space that is more than one space.
_WHITE_SPACE = re.compile(r"[ \t\r\n\f\v]{2,}|[\t\r\n\f\v]")


def one_line(text: str) -> str:
    """The text with every run of spaces and line breaks as one space; other spaces are kept."""
    return _WHITE_SPACE.sub(" ", text).strip(" ")


def plain(text: str) -> str:
    """The characters that a reader sees, without markup and footnote references."""
    match parse(text):
        case (Chars(characters),):
            return characters
    return "".join(node.text for node in walk(parse(text)) if isinstance(node, Chars))


def note_references(text: str) -> tuple[str, ...]:
    """The ids of the footnotes that a text calls, in order."""
    if "[^" not in text:
        return ()
    return tuple(node.id for node in walk(parse(text)) if isinstance(node, NoteReference))


def links(text: str) -> tuple[str, ...]:
    """The addresses that a text links to, in order."""
    if "[" not in text and "<" not in text:
        return ()
    return tuple(node.href for node in walk(parse(text)) if isinstance(node, Link))


def empty_links(text: str) -> tuple[str, ...]:
    """The addresses of links that no reader can see or hear, because they have no words."""
    return tuple(
        node.href
        for node in walk(parse(text))
        if isinstance(node, Link)
        and not any(isinstance(part, Chars) and part.text.strip() for part in walk(node.children))
    )


def languages(text: str) -> tuple[str, ...]:
    """The languages of the spans of a text, in order."""
    if "{" not in text:
        return ()
    return tuple(node.language for node in walk(parse(text)) if isinstance(node, Foreign))


def html_fragments(text: str) -> tuple[str, ...]:
    """What looks like HTML in the characters of a text, and will be printed as it stands."""
    found: list[str] = []
    if "<" not in text and "&" not in text:
        return ()
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
