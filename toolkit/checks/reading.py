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

from toolkit.checks.pair import Remark, Side
from toolkit.document.inline import Chars, Foreign, Inline, Link, NoteReference, parse
from toolkit.language import LANGUAGES

#: Stands for a character that is not a word of the text: OBJECT REPLACEMENT CHARACTER.
BLANK = "\ufffc"

#: Endings that make dotted words an address. Sentences without a space after the full stop look the
#: same, so only frequent ones count.
_TOP_LEVELS = (
    "com|org|net|info|int|gov|edu|news|media|app|ru|su|tm|tv|me|io|uk|de|eu|ch|at|pl|fr|nl|se|cz|us|"
    "ua|by|kz|uz|tj|kg|az|tr|co|рф"
)
_ATOM = re.compile(
    rf"""
      (?:https?|ftp|mailto|tel):[^\s<>«»“”„"]+
    | www\.[^\s<>«»“”„"]+
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?<![\w.])[@\#][\w.-]*\w
    | \b(?:[\w-]+\.)+(?:{_TOP_LEVELS})\b(?:/[^\s<>«»“”„",;]*)?
    | \b[A-Z]+(?:/[A-Z0-9][\w.]*)+
    | %\([\w-]+\)[sd] | %[sd] | \{{[\w.]*\}}
    """,
    re.VERBOSE,
)
#: Without one of these a text has no address: most have none.
_ATOM_SIGNS = re.compile(r"[@#{%/]|\w\.\w|[a-z]:\S")


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at ``text[start:end]``, and what would be right there, if that can be known.

    ``message`` is about the kind of fault, so that equal ones in a text make one remark.
    """

    code: str
    start: int
    end: int
    message: str
    hint: str
    instead: str | None = None


@lru_cache(maxsize=2048)
def read(language: str, markup: str) -> tuple[Reading, ...]:
    """The text as such, then for each other language the spans that are in it."""
    pieces: list[str] = []
    tongues: list[tuple[int, int, str]] = []
    notes: list[int] = []
    _flatten(parse(markup), pieces, tongues, notes)
    text = "".join(pieces)
    offsets = frozenset(notes)
    has_atoms = _ATOM_SIGNS.search(text) is not None
    plain = _ATOM.sub(_blanked, text) if has_atoms else text
    addresses = tuple(found.group() for found in _ATOM.finditer(text)) if has_atoms else ()
    if not tongues:
        return (Reading(language, text, plain, offsets, addresses),)
    found = [Reading(language, text, _without(plain, tongues), offsets, addresses)]
    for tongue in dict.fromkeys(name for *_, name in tongues):
        inside = [(start, end) for start, end, name in tongues if name == tongue]
        inner = [item for item in tongues if item[2] != tongue]
        own = _without(_only(plain, inside), inner)
        found.append(Reading(tongue, text, own, offsets, is_span=True))
    return tuple(found)


def read_side(side: Side) -> tuple[Reading, ...]:
    """``read`` for a side."""
    return read(side.language, side.markup)


def known(readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings in languages that the toolkit has rules for."""
    return (reading for reading in readings if reading.language in LANGUAGES)


def remarks(faults: Iterable[Fault], text: str) -> Iterable[Remark]:
    """One remark for each kind of fault, with every place where it stands."""
    found = tuple(faults)
    return _grouped(found, text) if found else ()


def _grouped(faults: Sequence[Fault], text: str) -> Iterator[Remark]:
    groups: dict[tuple[str, str, str], list[Fault]] = {}
    for fault in faults:
        groups.setdefault((fault.code, fault.message, fault.hint), []).append(fault)
    for (code, message, hint), group in groups.items():
        pieces = tuple(around(text, fault.start, fault.end) for fault in group)
        yield Remark(code, message, hint, target=pieces)


def around(text: str, start: int, end: int) -> str:
    """The piece of the text, with its neighbours where it is no more than spaces and marks."""
    piece = text[start:end]
    if any(character.isalnum() for character in piece):
        return piece
    while start > 0 and not text[start - 1].isspace() and end - start < _AROUND:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - start < 2 * _AROUND:
        end += 1
    return text[start:end]


_AROUND = 12


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
    """An address as blanks, but for the marks at its end, which belong to the sentence."""
    address = found.group()
    bare = address.rstrip(".,;:!?…)")
    return BLANK * len(bare) + address[len(bare) :]


def _without(text: str, places: Iterable[tuple[int, int, str]]) -> str:
    for start, end, _ in places:
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text


def _only(text: str, places: Iterable[tuple[int, int]]) -> str:
    blank = BLANK * len(text)
    for start, end in places:
        blank = blank[:start] + text[start:end] + blank[end:]
    return blank
