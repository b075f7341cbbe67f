"""What one part of a file says about another: footnotes, people, links, and the shape of a kind.

These checks go by the located tree and by the texts that were seen while the form was filled, not by
the finished document; so they run even where some fields are wrong, and all errors come at once.
Footnotes may be referred to wherever a text is printed once and in its place: in paragraphs, items,
cells, captions and the like. In titles, names and other lines that are printed in several places, and
inside footnotes, they are refused (that is checked as the field is filled, in ``forms.texts``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from toolkit.diagnostics import Finding, Span, finding
from toolkit.document import inline
from toolkit.document.model import Document, Kind
from toolkit.document.walk import anchors, texts
from toolkit.source import tree
from toolkit.source.forms.base import Mention, Seen
from toolkit.source.wording import did_you_mean, listed, shown

_LIKE_AN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_BODY = "body"


def check_notes(seen: Seen, root: tree.Mapping, *, complete: bool) -> Iterator[Finding]:
    """Footnotes that are referred to but not there and, if every text was seen, the reverse."""
    notes = _fields(root, "notes")
    called: set[str] = set()
    for text, span in _pieces(seen):
        for id in inline.note_references(text):
            called.add(id)
            if id not in notes:
                hint = did_you_mean(id, notes) or f"Write the footnote under `notes`: `{id}: …`."
                message = f"There is no footnote {shown(id)} under `notes`."
                yield finding("note.undefined", span, message, hint)
    if complete:
        for id, entry in notes.items():
            if id not in called:
                message = f"The footnote {shown(id)} is referred to nowhere."
                hint = f"Refer to it as `[^{id}]` in a paragraph, or delete it."
                yield finding("note.unused", entry.key_span, message, hint)


def check_people(seen: Seen, root: tree.Mapping, kind: Kind) -> Iterator[Finding]:
    """People who are referred to by an id that nobody has, and ids that two people have."""
    people, speakers = _fields(root, "people"), _fields(root, "speakers")
    for mention in seen.mentions:
        if mention.id.value not in people and mention.id.value not in speakers:
            yield from _nobody(mention, [*people, *speakers], kind)
    for id, entry in speakers.items():
        if id in people:
            message = f"{shown(id)} is under `people` already, in line {people[id].key_span.line}."
            yield finding("field.value", entry.key_span, message, "Keep one of them.")


def _nobody(mention: Mention, known: list[str], kind: Kind) -> Iterator[Finding]:
    id, span = mention.id.value, mention.id.span
    if mention.may_be_name and not _LIKE_AN_ID.fullmatch(id):
        return
    where = "`people` or `speakers`" if kind is Kind.INTERVIEW else "`people`"
    hint = did_you_mean(id, known) or f"Write the person under {where}: `{id}:` and below `name: …`."
    if mention.may_be_name:
        hint = did_you_mean(id, known) or f"{hint} A name in words will do too."
    yield finding("person.undefined", span, f"Nobody under {where} has the id {shown(id)}.", hint)


def check_kind(root: tree.Mapping, kind: Kind) -> Iterator[Finding]:
    """Blocks that a kind of document cannot do without."""
    items = [item for _, item in _blocks(root) if item is not None]
    given = {name for item in items for name in item.entries}
    span = tree.key_span(root, _BODY)
    if kind is Kind.OPEN_LETTER and "demands" not in given:
        message = "An open letter demands something, and this one has no block `demands`."
        yield finding("letter.demands", span, message, "Add `- demands:` and the demands below it.")
    if kind is Kind.INTERVIEW:
        missing = [name for name in ("question", "answer") if name not in given]
        if missing:
            message = f"An interview has questions and answers; here is no {listed(missing)}."
            hint = f"Add `- {missing[0]}: …` with `by: …` below it."
            yield finding("interview.turns", span, message, hint)
