"""Messages: what a translator sees of a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.document import inline
from toolkit.document.model import Document, Text
from toolkit.document.walk import texts
from toolkit.language import LANGUAGES
from toolkit.translation.catalog import Key

#: A message that stands in more places than this names the first ones and counts the rest.
PLACES_NAMED = 5


@dataclass(frozen=True, slots=True)
class Message:
    """One text to translate, by its names in a PO file.

    ``comments`` are for the translator (``#.``), one line each; ``references`` are paths of files.
    """

    msgid: str
    msgctxt: str | None = None
    msgid_plural: str = ""
    comments: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """What the message is found by."""
        return (self.msgctxt, self.msgid)


def is_message(text: Text) -> bool:
    """Whether there is anything to translate: in a PO file, the empty msgid is the header."""
    return bool(text.value.strip())


def collect(document: Document) -> tuple[Message, ...]:
    """The messages of a document in reading order; texts that are equal are one message.

    Each message says where it stands, what the author notes about it, and what its markup is.
    """
    places: dict[Key, dict[str, None]] = {}
    notes: dict[Key, dict[str, None]] = {}
    for text, place in texts(document):
        if not is_message(text):
            continue
        key = (text.context, text.value)
        places.setdefault(key, {})[str(place)] = None
        remarks = notes.setdefault(key, {})
        # GNU gettext joins a comment that ends with a backslash to the line after it.
        if text.note and (note := inline.one_line(text.note).rstrip(" \\")):
            remarks[f"Note: {note}"] = None
    numbers = {note.id: note.number for note in document.notes}
    return tuple(
        Message(
            msgid=key[1],
            msgctxt=key[0],
            comments=(*_where(tuple(where)), *notes[key], *explain(key[1], numbers)),
            references=(document.path,),
        )
        for key, where in places.items()
    )


def _where(places: tuple[str, ...]) -> Iterator[str]:
    yield from places[:PLACES_NAMED]
    more = len(places) - PLACES_NAMED
    if more > 0:
        yield f"… and {more} more {'place' if more == 1 else 'places'}"


def explain(text: str, note_numbers: dict[str, int]) -> Iterator[str]:
    """What each piece of markup in a text is, and what a translation must do with it."""
    for id in dict.fromkeys(inline.note_references(text)):
        name = f"footnote {note_numbers[id]}" if note_numbers.get(id) else "a footnote"
        yield f"[^{id}] is {name}: keep it; it may move inside the sentence"
    for code in dict.fromkeys(inline.languages(text)):
        name = LANGUAGES[code].adjective if code in LANGUAGES else "another language"
        yield f"{{lang={code}}} marks words in {name}: keep the brackets and the braces"
    for address in dict.fromkeys(inline.links(text)):
        tokens = (f"({address})", f"<{address}>")
        token = next((token for token in tokens if token in text), f"({address} …)")
        yield f"{token} is the address of a link: keep it unchanged"
    nodes = tuple(inline.walk(inline.parse(text)))
    for marks, kind in (("*…*", inline.Emphasis), ("**…**", inline.Strong)):
        if any(isinstance(node, kind) for node in nodes):
            yield f"{marks} is emphasis: keep the asterisks around the words they belong to"
    if "&nbsp;" in text:
        yield "&nbsp; is a non-breaking space (U+00A0): it keeps what is beside it on one line"
    elif "\N{NO-BREAK SPACE}" in text:
        yield "U+00A0 is a non-breaking space: it keeps what is beside it on one line"
