"""A text as rules of script and typography read it: which characters are its own words.

Addresses, handles, document symbols and placeholders are nobody's words, and a span in another
language is judged by the rules of that language. Both are blanked out, at the same length, so that
every offset is an offset into the plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from toolkit.document.markdown import parse
from toolkit.document.nodes import Chars, Foreign, Inline, Link, NoteReference
from toolkit.language.remembered import once

#: Stands for a character that is not a word of the text: OBJECT REPLACEMENT CHARACTER.
BLANK = "\ufffc"

#: Endings that make dotted words an address. Sentences without a space after the full stop look the
#: same, so only frequent ones count.
_TOP_LEVELS = (
    "com|org|net|info|int|gov|edu|news|media|app|ru|su|tm|tv|me|io|uk|de|eu|ch|at|pl|fr|nl|se|cz|us|"
    "ua|by|kz|uz|tj|kg|az|tr|co|рф"
)
#: The lengths are those of RFC 5321 and RFC 1035; without them a text of many full stops takes for ever.
_ATOM = re.compile(
    rf"""
      (?P<site>
          (?:https?|ftp|mailto|tel):[^\s<>«»“”„"]+
        | www\.[^\s<>«»“”„"]+
        | [\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+
        | \b(?:[\w-]{{1,63}}\.){{1,12}}(?:{_TOP_LEVELS})\b(?:/[^\s<>«»“”„",;]*)?
      )
    | (?<![\w.])[@\#][\w.-]*\w
    | \b[A-Z]+(?:/[A-Z0-9][\w.]*)+
    | %\([\w-]+\)[sd] | %[sd] | \{{[\w.]*\}}
    """,
    re.VERBOSE,
)
#: Without one of these a text has no address: most have none.
_ATOM_SIGNS = re.compile(r"[@#{%/.:](?:(?<=[@#{%/])|(?<=\w\.)(?=\w)|(?<=[a-z]:)(?=\S))")
_NO_NOTES = frozenset[int]()


@dataclass(frozen=True)
class Reading:
    """A text, or the spans of a text in one other language.

    ``text`` is the plain text. ``own`` is as long, and holds ``BLANK`` for what is not to be judged
    by the rules of ``language``. ``notes`` are the offsets at which footnotes are called,
    ``addresses`` what stands in the text as an address, a handle, a symbol or a placeholder.
    """

    language: str
    text: str
    own: str
    notes: frozenset[int]
    addresses: tuple[str, ...] = ()
    is_span: bool = False

    @once
    def characters(self) -> frozenset[str]:
        """The characters of ``own``: a rule about one that is not there has nothing to do."""
        return frozenset(self.own)


@lru_cache(maxsize=2048)
def read(language: str, markup: str) -> tuple[Reading, ...]:
    """The text as such, then for each other language the spans that are in it."""
    nodes = parse(markup)
    match nodes:
        case (Chars(text),):
            plain, addresses = _addressed(text)
            return (Reading(language, text, plain, _NO_NOTES, addresses),)
    pieces: list[str] = []
    tongues: list[tuple[int, int, str]] = []
    notes: list[int] = []
    _flatten(nodes, pieces, tongues, notes)
    text = "".join(pieces)
    offsets = frozenset(notes)
    plain, addresses = _addressed(text)
    if not tongues:
        return (Reading(language, text, plain, offsets, addresses),)
    found = [Reading(language, text, _without(plain, tongues), offsets, addresses)]
    for tongue in dict.fromkeys(name for *_, name in tongues):
        inside = [(start, end) for start, end, name in tongues if name == tongue]
        inner = [item for item in tongues if item[2] != tongue]
        own = _without(_only(plain, inside), inner)
        found.append(Reading(tongue, text, own, offsets, is_span=True))
    return tuple(found)


def _addressed(text: str) -> tuple[str, tuple[str, ...]]:
    """A text with blanks for its addresses, and these."""
    if not _ATOM_SIGNS.search(text):
        return text, ()
    return _ATOM.sub(_blanked, text), tuple(found.group() for found in _ATOM.finditer(text))


def sites(text: str) -> Iterator[tuple[int, int]]:
    """Where the addresses of pages and mailboxes begin and end in a text."""
    if _ATOM_SIGNS.search(text):
        for found in _ATOM.finditer(text):
            if found["site"]:
                yield found.start(), found.start() + len(_bare(found.group()))


def _flatten(
    nodes: Sequence[Inline],
    pieces: list[str],
    tongues: list[tuple[int, int, str]],
    notes: list[int],
) -> None:
    for node in nodes:
        match node:
            case Chars(text):
                pieces.append(text)
            case NoteReference():
                notes.append(sum(map(len, pieces)))
            case Foreign(language, children):
                start = sum(map(len, pieces))
                _flatten(children, pieces, tongues, notes)
                tongues.append((start, sum(map(len, pieces)), language))
            case Link(_, children):
                _flatten(children, pieces, tongues, notes)
            case _:
                _flatten(node.children, pieces, tongues, notes)


def _blanked(found: re.Match[str]) -> str:
    """An address as blanks."""
    address = found.group()
    bare = _bare(address)
    return BLANK * len(bare) + address[len(bare) :]


def _bare(address: str) -> str:
    """An address without the marks at its end, which belong to the sentence."""
    return address.rstrip(".,;:!?…)")


def _without(text: str, places: Iterable[tuple[int, int, str]]) -> str:
    for start, end, _ in places:
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text


def _only(text: str, places: Iterable[tuple[int, int]]) -> str:
    blank = BLANK * len(text)
    for start, end in places:
        blank = blank[:start] + text[start:end] + blank[end:]
    return blank
