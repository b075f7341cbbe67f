"""What one part of a file says about another: footnotes, people, links, and the shape of a kind.

These checks go by the located tree and by the texts that were seen while the form was filled, not by
the finished document; so they run even where some fields are wrong, and all errors come at once.
Footnotes may be referred to wherever a text is printed once and in its place: in paragraphs, items,
cells, captions and the like. In titles, names and other lines that are printed in several places, and
inside footnotes, they are refused (that is checked as the field is filled, in ``forms.texts``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from toolkit.diagnostics import Finding, Span, finding
from toolkit.document import inline
from toolkit.document.model import Document, Kind
from toolkit.document.walk import anchors, texts
from toolkit.language.tags import is_language
from toolkit.source import tree
from toolkit.source.forms.base import Mention, Seen
from toolkit.source.wording import did_you_mean, listed, shown

_LIKE_AN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def check_notes(seen: Seen, root: tree.Mapping, *, complete: bool) -> Iterator[Finding]:
    """Footnotes that are referred to but not there and, if every text was seen, the reverse."""
    notes = _fields(root, "notes")
    if notes is None:
        return
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
    if people is None or speakers is None:
        return
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
    hint = (
        did_you_mean(id, known) or f"Write the person under {where}: `{id}:` and below `name: …`."
    )
    if mention.may_be_name:
        hint = did_you_mean(id, known) or f"{hint} A name in words will do too."
    yield finding("person.undefined", span, f"Nobody under {where} has the id {shown(id)}.", hint)


def check_kind(root: tree.Mapping, kind: Kind) -> Iterator[Finding]:
    """Blocks that a kind of document cannot do without."""
    body = _items(_value(root, "body"))
    if not body:
        return
    span = tree.key_span(root, "body")
    given = {name for item in body if isinstance(item, tree.Mapping) for name in item.entries}
    if kind is Kind.OPEN_LETTER and "demands" not in given:
        message = "An open letter demands something, and this one has no block `demands`."
        yield finding("letter.demands", span, message, "Add `- demands:` and the demands below it.")
    missing = [name for name in ("question", "answer") if name not in given]
    if kind is Kind.INTERVIEW and missing:
        message = f"An interview has questions and answers, and this one has no {listed(missing)}."
        hint = f"Add `- {missing[0]}: …` with `by: …` below it."
        yield finding("interview.turns", span, message, hint)


def check_tables(root: tree.Mapping) -> Iterator[Finding]:
    """Rows with another number of cells than their table or chart has columns; empty headers."""
    for block in blocks(root):
        for name in ("table", "chart"):
            if name in block.entries:
                yield from _check_rows(block, name)
        if "table" in block.entries:
            yield from _check_headers(block)


def _check_headers(table: tree.Mapping) -> Iterator[Finding]:
    """A header over every column but the first, for readers who hear one cell after another."""
    for number, cell in enumerate(_items(_value(table, "columns"))[1:], start=2):
        if isinstance(cell, tree.Scalar) and not cell.value.strip():
            message = f"Column {number} of the table has no header."
            hint = "Write in `columns` what stands in it; only the first header may be empty."
            yield finding("table.header", cell.span, message, hint)


def blocks(root: tree.Mapping) -> Iterator[tree.Mapping]:
    """The blocks of the body and the annexes of a document, but its plain paragraphs."""
    for body in (root, *_items(_value(root, "annexes"))):
        for block in _items(_value(body, "body")):
            if isinstance(block, tree.Mapping):
                yield block


def _check_rows(table: tree.Mapping, word: str) -> Iterator[Finding]:
    columns = len(_items(_value(table, "columns")))
    if not columns:
        return
    for number, row in enumerate(_items(_value(table, "rows")), start=1):
        cells = len(_items(row))
        if isinstance(row, tree.Sequence) and cells and cells != columns:
            count = "1 cell" if cells == 1 else f"{cells} cells"
            message = f"Row {number} has {count}; the {word} has {columns} columns."
            hint = 'Write `""` for an empty cell; put a text that contains a comma in quotes.'
            yield finding("table.shape", row.span, message, hint)


def check_markup(seen: Seen) -> Iterator[Finding]:
    """Links, languages and HTML in texts."""
    for text, span in _pieces(seen):
        for href in inline.links(text):
            if problem := inline.link_problem(href):
                message = f"The link to {shown(href)} cannot be used: {problem}."
                hint = "Copy the address from the browser, from https:// on."
                yield finding("markup.link", span, message, hint)
        for href in inline.empty_links(text):
            message = f"The link to {shown(href)} has no words, so nobody can follow it."
            hint = "Write `[the words](https://…)`, or `<https://…>` to show the address."
            yield finding("markup.link", span, message, hint)
        for language in inline.languages(text):
            if not is_language(language):
                message = f"{shown(language)} is not the code of a language."
                hint = "Write a code as `ru`, `tk`, `en`, `fr` or `la`."
                yield finding("markup.language", span, message, hint)
        for fragment in inline.html_fragments(text):
            message = f"{shown(fragment)} is printed as it stands: HTML is not markup here."
            hint = "Write `*emphasis*`, `**strong**` or `[text](https://…)`."
            yield finding("markup.html", span, message, hint)


def check_anchors(document: Document) -> Iterator[Finding]:
    """Links to places that the document does not have."""
    known = dict.fromkeys(f"#{anchor}" for anchor in anchors(document))
    for text, _ in texts(document):
        for href in inline.links(text.value):
            if href.startswith("#") and len(href) > 1 and href not in known:
                message = f"The document has no place {shown(href)}."
                hint = did_you_mean(href, known) or "A paragraph is `#p7`, a heading `#s2`."
                yield finding("markup.anchor", text.span, message, hint)


def _pieces(seen: Seen) -> Iterator[tuple[str, Span]]:
    for text in seen.texts:
        for piece in text.pieces:
            yield inline.one_line(piece.value), piece.span


def _value(node: tree.Node, name: str) -> tree.Node | None:
    entry = node.entries.get(name) if isinstance(node, tree.Mapping) else None
    return entry.value if entry else None


def _items(node: tree.Node | None) -> tuple[tree.Node, ...]:
    return node.items if isinstance(node, tree.Sequence) else ()


def _fields(root: tree.Mapping, name: str) -> Mapping[str, tree.Entry] | None:
    """What stands under ``name``; ``None`` if something stands there that is not fields."""
    value = _value(root, name)
    if isinstance(value, tree.Mapping):
        return value.entries
    return {} if value is None or (isinstance(value, tree.Scalar) and not value.pieces) else None
