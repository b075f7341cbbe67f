"""Texts become HTML: every character escaped, only the nodes of the inline parser as elements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
from toolkit.render.linebreaks import Line, Piece, joints

Medium = Literal["screen", "print"]

#: States in which a text stands in for its own translation.
STAND_INS = frozenset({State.UNTRANSLATED, State.FUZZY, State.INVALID})


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A piece of HTML: characters, the call of a footnote, or an element with characters in it.

    A call that is ``tied`` is a number in the line, and stays on that of the word before it.
    """

    html: Markup
    kind: Literal["text", "call", "tied", "element"]


@dataclass
class Typesetter:
    """Renders the texts of one edition for one medium.

    ``notes`` are the footnotes by id, ``note_bodies`` what each of them says, as HTML, and
    ``note_names`` what their calls say to those who do not see them.
    It remembers which footnotes were called already: on paper the first call carries the note itself,
    on a screen every call gets an id that the note links back to. In a ``column`` beside others, named
    by its language, notes stand at the end on paper too, and the ids of calls are the column's own.
    """

    language: str
    medium: Medium
    notes: dict[str, Note]
    note_bodies: Mapping[str, Markup]
    note_names: Mapping[str, Markup]
    column: str = ""
    _calls: Counter[str] = field(default_factory=Counter)

    def text(self, text: Text) -> Markup:
        """A text as HTML, marked where it stands in for a translation."""
        return self._marked(text, parse(text.value), Line(text.language, text.value))

    def headline(self, text: Text) -> Markup:
        """The text of a heading as HTML, marked where it stands in for a translation."""
        line = Line(text.language, text.value, headline=True)
        return self._marked(text, parse(text.value), line)

    def words(self, value: str) -> Markup:
        """What the toolkit itself writes into a text, such as a date, as HTML. It has no marks."""
        return self.nodes((Chars(value),), Line(self.language, value))

    def label(self, text: Text) -> Markup:
        """A text as HTML for the inside of a link, where no other link may stand."""
        line = Line(text.language, text.value, cut=self.medium == "screen")
        return self._marked(text, unlinked(parse(text.value)), line)

    def _marked(self, text: Text, nodes: Sequence[Inline], line: Line) -> Markup:
        inner = self.nodes(nodes, line)
        if text.state in STAND_INS:
            return Markup('<span class="stand-in {}" lang="{}">{}</span>').format(
                text.state.value, text.language, inner
            )
        return inner

    def nodes(self, nodes: Sequence[Inline], line: Line) -> Markup:
        """Inline nodes as HTML; ``line`` hands out their characters, with what is known of line ends."""
        chunks = tuple(chunk for node in nodes for chunk in self._chunks(node, line))
        if self.medium == "print":
            chunks = _held(chunks)
        return Markup("").join(chunk.html for chunk in chunks)

    def calls(self, note: Note) -> tuple[str, ...]:
        """The ids of the places that called a note so far."""
        return tuple(self._call_id(note, index + 1) for index in range(self._calls[note.id]))

    def _chunks(self, node: Inline, line: Line) -> Iterator[_Chunk]:
        match node:
            case Chars(characters):
                yield from map(self._piece, line.take(len(characters)))
            case Emphasis(children):
                yield _Chunk(Markup("<em>{}</em>").format(self.nodes(children, line)), "element")
            case Strong(children):
                inner = self.nodes(children, line)
                yield _Chunk(Markup("<strong>{}</strong>").format(inner), "element")
            case Link(href, children):
                yield self._link(href, children, line)
            case Foreign(language, children):
                inner = self.nodes(children, line)
                span = Markup('<span lang="{}">{}</span>').format(language, inner)
                yield _Chunk(span, "element")
            case NoteReference(id):
                tied = self.column and self.medium == "print"
                yield _Chunk(self._call(self.notes[id]), "tied" if tied else "call")

    def _link(self, href: str, children: Sequence[Inline], line: Line) -> _Chunk:
        """A link. On paper the engine tags it as one only if no other element stands in it."""
        if self.medium == "screen" or not all(isinstance(child, Chars) for child in children):
            inner = self.nodes(children, line)
            return _Chunk(Markup('<a href="{}">{}</a>').format(href, inner), "element")
        count = sum(len(child.text) for child in children if isinstance(child, Chars))
        pieces = line.take(count)
        kind = Markup(' class="address"') if pieces[0].kind == "address" else Markup("")
        inner = Markup("").join(
            self.address(piece.text) if piece.kind == "address" else escape(piece.text)
            for piece in pieces
        )
        return _Chunk(Markup('<a{} href="{}">{}</a>').format(kind, href, inner), "element")

    def address(self, text: str) -> Markup:
        """The address of a page or mailbox as HTML, with the places where a line may end in it.

        On paper lines end after the strokes of an address, as Unicode's rules have it (UAX 14): the mark
        of any other place would be copied out of the file with the address.
        """
        return Markup("<wbr>").join(joints(text)) if self.medium == "screen" else escape(text)

    def _piece(self, piece: Piece) -> _Chunk:
        # On a screen nothing divides a word that has no hyphen.
        if piece.kind == "plain" or (piece.kind == "last" and self.medium == "screen"):
            return _Chunk(escape(piece.text), "text")
        inner = self.address(piece.text) if piece.kind == "address" else escape(piece.text)
        span = Markup('<span class="{}">{}</span>').format(piece.kind, inner)
        return _Chunk(span, "element")

    def _call(self, note: Note) -> Markup:
        self._calls[note.id] += 1
        count = self._calls[note.id]
        if self.medium == "screen":
            return Markup(
                '<sup class="note-call"><a id="{}" href="#{}" role="doc-noteref">{}</a></sup>'
            ).format(self._call_id(note, count), note.anchor, note.number)
        name = self.note_names[note.id]
        if count == 1 and not self.column:
            return Markup(
                '<span class="footnote" id="{}" data-number="{}" aria-label="{}">{}</span>'
            ).format(note.anchor, note.number, name, self.note_bodies[note.id])
        return Markup(
            '<a class="note-again" href="#{}" role="doc-noteref" aria-label="{}">{}</a>'
        ).format(note.anchor, name, note.number)

    def _call_id(self, note: Note, count: int) -> str:
        place = f"{note.anchor}-call{count}"
        return f"{place}-{self.column}" if self.column else place


def _held(chunks: Sequence[_Chunk]) -> tuple[_Chunk, ...]:
    """The same characters, with what stands before an element from its last space on held to it.

    The engine breaks a line after its first word if nothing but that space lets it break before an
    inline element, unless the space stands in an element too.
    """
    held: list[_Chunk] = []
    for chunk in chunks:
        before = held[-1] if held else None
        after_text = before is not None and before.kind == "text" and " " in before.html
        if before and after_text and chunk.kind in ("element", "tied"):
            head, space, tail = before.html.rpartition(" ")
            held[-1] = _Chunk(head, "text")
            wrapping = Markup("<span>{}{}{}</span>")
            if chunk.kind == "tied":
                wrapping = Markup('<span>{}<span class="whole">{}{}</span></span>')
            held.append(_Chunk(wrapping.format(space, tail, chunk.html), "element"))
        else:
            held.append(chunk)
    return tuple(held)


def fill(pieces: Sequence[tuple[bool, str]], values: dict[str, object]) -> Markup:
    """Interface words with their places filled; everything is escaped unless it is markup already."""
    return Markup("").join(
        escape(values[piece]) if is_place else escape(piece) for is_place, piece in pieces
    )
