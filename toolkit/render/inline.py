"""Texts become HTML: every character escaped, only the nodes of the inline parser as elements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from markupsafe import Markup, escape

from toolkit.document.inline import (
    Chars,
    Emphasis,
    Foreign,
    Inline,
    Link,
    NoteReference,
    Strong,
    parse,
    unlinked,
)
from toolkit.document.model import Note, State, Text

Medium = Literal["screen", "print"]

#: States in which a text stands in for its own translation.
STAND_INS = frozenset({State.UNTRANSLATED, State.FUZZY, State.INVALID})


@dataclass
class Typesetter:
    """Renders the texts of one edition for one medium.

    ``notes`` are the footnotes by id and ``note_bodies`` what each of them says, as HTML.
    It remembers which footnotes were called already: on paper the first call carries the note itself,
    on a screen every call gets an id that the note links back to.
    """

    language: str
    medium: Medium
    notes: dict[str, Note]
    note_bodies: Mapping[str, Markup]
    _calls: Counter[str] = field(default_factory=Counter)

    def text(self, text: Text) -> Markup:
        """A text as HTML, marked where it stands in for a translation."""
        return self._marked(text, parse(text.value))

    def label(self, text: Text) -> Markup:
        """A text as HTML for the inside of a link, where no other link may stand."""
        return self._marked(text, unlinked(parse(text.value)))

    def _marked(self, text: Text, nodes: Sequence[Inline]) -> Markup:
        inner = self.nodes(nodes)
        if text.state in STAND_INS:
            return Markup('<span class="stand-in {}" lang="{}">{}</span>').format(
                text.state.value, text.language, inner
            )
        return inner

    def nodes(self, nodes: Sequence[Inline]) -> Markup:
        """Inline nodes as HTML."""
        if self.medium == "print":
            nodes = _spaces_inward(nodes)
        return Markup("").join(self._node(node) for node in nodes)

    def calls(self, note: Note) -> tuple[str, ...]:
        """The ids of the places that called a note so far."""
        return tuple(_call_id(note, index + 1) for index in range(self._calls[note.id]))

    def _node(self, node: Inline) -> Markup:
        match node:
            case Chars(characters):
                return escape(characters)
            case Emphasis(children):
                return Markup("<em>{}</em>").format(self.nodes(children))
            case Strong(children):
                return Markup("<strong>{}</strong>").format(self.nodes(children))
            case Link(href, children):
                return Markup('<a href="{}">{}</a>').format(href, self.nodes(children))
            case Foreign(language, children):
                return Markup('<span lang="{}">{}</span>').format(language, self.nodes(children))
            case NoteReference(id):
                return self._call(self.notes[id])

    def _call(self, note: Note) -> Markup:
        self._calls[note.id] += 1
        count = self._calls[note.id]
        if self.medium == "screen":
            return Markup(
                '<sup class="note-call"><a id="{}" href="#{}" role="doc-noteref">{}</a></sup>'
            ).format(_call_id(note, count), note.anchor, note.number)
        if count == 1:
            return Markup('<span class="footnote" id="{}" data-number="{}">{}</span>').format(
                note.anchor, note.number, self.note_bodies[note.id]
            )
        return Markup('<a class="note-again" href="#{}">{}</a>').format(note.anchor, note.number)


def _spaces_inward(nodes: Sequence[Inline]) -> Sequence[Inline]:
    """The same characters, with the space before an element as its first character.

    The engine breaks a line after its first word if a space before an inline element ends the line.
    """
    moved = list(nodes)
    for place, (before, node) in enumerate(pairwise(nodes)):
        if not isinstance(before, Chars) or isinstance(node, Chars | NoteReference):
            continue
        if before.text.endswith(" "):
            moved[place] = Chars(before.text.removesuffix(" "))
            moved[place + 1] = replace(node, children=(Chars(" "), *node.children))
    return moved


def _call_id(note: Note, count: int) -> str:
    return f"{note.anchor}-call{count}"


def fill(pieces: Sequence[tuple[bool, str]], values: dict[str, object]) -> Markup:
    """Interface words with their places filled; everything is escaped unless it is markup already."""
    return Markup("").join(
        escape(values[piece]) if is_place else escape(piece) for is_place, piece in pieces
    )
