"""What an edition must print: its texts as readers see them, and where to look for them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from toolkit.document.inline import Chars, NoteReference, parse, walk
from toolkit.document.model import Document, Person, Text

#: Lines are broken anywhere, with a hyphen or at one: neither is there to be compared.
_IGNORED = re.compile(r"[\s\u00ad\u2010-]+")


def squeeze(text: str) -> str:
    """The text without white space and hyphens, as lines of a PDF can be compared with it."""
    return _IGNORED.sub("", text)


def printed(text: Text, document: Document) -> str:
    """A text as readers see it, with the numbers of the footnotes that it calls."""
    numbers = {note.id: str(note.number) for note in document.notes}
    return "".join(
        node.text if isinstance(node, Chars) else numbers[node.id]
        for node in walk(parse(text.value))
        if isinstance(node, Chars | NoteReference)
    )


def before_calls(text: Text, document: Document) -> Iterator[tuple[str, str]]:
    """For each footnote that a text calls: the note's id, and what is printed up to its number."""
    numbers = {note.id: str(note.number) for note in document.notes}
    so_far = ""
    for node in walk(parse(text.value)):
        if isinstance(node, Chars):
            so_far += node.text
        elif isinstance(node, NoteReference):
            so_far += numbers[node.id]
            yield node.id, so_far


def texts_of(value: object, *, persons: bool = True) -> Iterator[Text]:
    """Every text inside a part of a document, in order; of persons only if asked for."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item, persons=persons)
    elif dataclasses.is_dataclass(value) and (persons or not isinstance(value, Person)):
        for field in dataclasses.fields(value):
            yield from texts_of(getattr(value, field.name), persons=persons)
