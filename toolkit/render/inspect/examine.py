"""One finished file against the edition that it should be: everything that does not agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.edition import Edition
from toolkit.render.inspect.block import Block, squeeze, tidy
from toolkit.render.inspect.compare import (
    Difference,
    Kind,
    compare_blocks,
    compare_stream,
)
from toolkit.render.inspect.faces import face_name
from toolkit.render.inspect.kept import broken
from toolkit.render.inspect.markup import Marked, read_html
from toolkit.render.inspect.pdffile import PdfFile, read_pdf
from toolkit.render.inspect.promised import Promise, promise
from toolkit.render.inspect.sheet import SOFT, Sheets, read_sheets
from toolkit.render.inspect.strokes import Unreadable

__all__ = ["Examined", "Problem", "Shape", "Unreadable", "examine_html", "examine_pdf"]

#: A file of which more texts differ than this share is another file: no use in listing them all.
_ANOTHER = 0.5
_HEADINGS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})
_CODES = {
    Kind.MISSING: "finished.text-missing",
    Kind.EXTRA: "finished.text-extra",
    Kind.DOUBLED: "finished.text-doubled",
    Kind.CHANGED: "finished.text-changed",
    Kind.MOVED: "finished.text-moved",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a file: its code, a sentence, and the texts that it is about."""

    code: str
    message: str
    expected: str = ""
    actual: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """What all editions of a document have alike."""

    headings: int
    tables: int
    figures: int
    notes: int
    anchors: frozenset[str]


@dataclass(frozen=True, slots=True)
class Examined:
    """What is wrong with a file, and its shape to be compared with the other languages'."""

    problems: tuple[Problem, ...]
    shape: Shape


def examine_html(source: str, fresh: str, edition: Edition) -> Examined:
    """A finished HTML page against the edition and against ``fresh``, the page as it would be now."""
    promised = promise(edition)
    page = read_html(source)
    wanted = page if source == fresh else read_html(fresh)
    found = [
        Problem("finished.hidden", "a text is hidden from readers", actual=block.shown)
        for block in page.hidden
    ]
    differences = compare_blocks(wanted.blocks, page.blocks)
    found.extend(_told(broken(promised, page), differences, len(wanted.blocks)))
    found.extend(_replaced(block.shown for block in page.blocks))
    found.extend(_addresses(promised, wanted.ids, page.ids))
    shape = _shape(page)
    found.extend(_counted(shape, _shape(wanted)))
    return Examined(tuple(found), shape)


def examine_pdf(data: bytes, fresh: str, edition: Edition, faces: frozenset[str]) -> Examined:
    """A finished PDF against the edition and against ``fresh``, the HTML it would be printed from now.

    ``faces`` are the names of the bundled fonts. Raises ``Unreadable``.
    """
    promised = promise(edition)
    wanted = read_html(fresh, "print")
    file = read_pdf(data)
    sheets = read_sheets(file)
    texts = [block for block in wanted.blocks if not block.alt]
    differences = [
        *compare_stream(texts, sheets.flow),
        *compare_stream(wanted.notes, sheets.notes),
        *compare_blocks(
            [block for block in wanted.blocks if block.alt],
            [Block(tidy(alt)) for alt in sheets.alts],
        ),
    ]
    found = _told(broken(promised, wanted), differences, len(texts) + len(wanted.notes))
    found.extend(_running(wanted.running, sheets))
    found.extend(_across(wanted.watermarks, sheets.watermarks))
    found.extend(
        Problem("finished.hidden", f"page {page} has a text that nobody sees: {why}", actual=text)
        for page, text, why in sheets.hidden
    )
    found.extend(
        Problem(
            "finished.glyph", f"page {page} has a glyph that stands for no character", actual=text
        )
        for page, text in sheets.missing
    )
    found.extend(
        Problem("finished.font", f"the font `{name}` is not one of the bundled fonts")
        for name in file.fonts
        if face_name(name) not in faces
    )
    found.extend(_addresses(promised, wanted.ids, file.destinations))
    found.extend(_tagged(file, wanted.headings))
    shape = _pdf_shape(file)
    found.extend(_counted(shape, _print_shape(wanted)))
    return Examined(tuple(found), shape)


def _told(
    unkept: Iterable[Difference], differences: Sequence[Difference], texts: int
) -> list[Problem]:
    """The differences as problems; of what the edition lacks too (``unkept``), only what is new."""
    places = {item.anchor for item in differences} - {""}
    said = [squeeze(item.expected) for item in differences]
    new = (
        item
        for item in unkept
        if item.anchor not in places and not any(squeeze(item.expected) in text for text in said)
    )
    unique = list(
        {
            (item.kind, squeeze(item.expected), squeeze(item.actual)): item
            for item in (*differences, *new)
        }.values()
    )
    missing = {squeeze(item.expected) for item in unique if item.kind is Kind.MOVED}
    if len(unique) > max(3, _ANOTHER * texts):
        message = f"the file holds another text: {len(unique)} passages differ from the edition"
        return [Problem("finished.other", message)]
    return [
        Problem(_CODES[item.kind], _sentence(item), item.expected, item.actual)
        for item in unique
        if not (item.kind is Kind.MISSING and squeeze(item.expected) in missing)
    ]


def _sentence(item: Difference) -> str:
    place = f" at `#{item.anchor}`" if item.anchor else ""
    return {
        Kind.MISSING: f"a text of the edition is missing{place}",
        Kind.EXTRA: f"the file has a text that the edition does not have{place}",
        Kind.DOUBLED: f"a text of the edition stands there once too often{place}",
        Kind.CHANGED: f"a text reads otherwise than in the edition{place}",
        Kind.MOVED: f"a text of the edition stands in another place{place}",
    }[item.kind]


def _replaced(texts: Iterator[str]) -> Iterator[Problem]:
    for text in texts:
        if "\ufffd" in text:
            message = "a character is lost: the sign for an unknown one stands in its place"
            yield Problem("finished.glyph", message, actual=text)


def _running(wanted: Sequence[str], sheets: Sheets) -> Iterator[Problem]:
    """The head and foot of each page: on the first one, or where they say so, only the foot."""
    count = len(sheets.running)
    for number, text in enumerate(sheets.running, 1):
        filled = [
            item.replace("{pages}", str(count)).replace("{page}", str(number)) for item in wanted
        ]
        given = squeeze(text).replace(SOFT, "").replace("-", "")
        allowed = {squeeze("".join(part)).replace("-", "") for part in (filled, filled[-1:])}
        if given not in allowed:
            message = f"the head or foot of page {number} is not that of the edition"
            yield Problem(
                "finished.text-extra", message, " · ".join(filled), text.replace(SOFT, "-")
            )


def _across(wanted: frozenset[str], given: frozenset[str]) -> Iterator[Problem]:
    for text in sorted(given - wanted):
        message = "a text stands across the page that the edition does not have"
        yield Problem("finished.text-extra", message, actual=text)
    for text in sorted(wanted - given):
        message = "the mark across the pages of a draft is missing"
        yield Problem("finished.text-missing", message, text)


def _tagged(file: PdfFile, wanted: int) -> Iterator[Problem]:
    """Headings by their tags: readers who hear the page go from one to the next."""
    given = len({leaf.element for leaf in file.leaves if _HEADINGS & set(leaf.tags)})
    if given < wanted:
        message = f"the file has {given} tagged headings, the edition has {wanted} headings"
        yield Problem("finished.structure", message)


def _addresses(promised: Promise, wanted: Sequence[str], given: Sequence[str]) -> Iterator[Problem]:
    names = Counter(given)
    for anchor in dict.fromkeys((*promised.anchors, *wanted)):
        if not names[anchor]:
            yield Problem("finished.structure", f"the address `#{anchor}` is missing")
        elif names[anchor] > 1:
            yield Problem("finished.structure", f"the address `#{anchor}` is given twice")
    known = {*promised.anchors, *wanted}
    for anchor in names:
        if anchor not in known:
            yield Problem("finished.structure", f"the edition has no address `#{anchor}`")


def _counted(given: Shape, wanted: Shape) -> Iterator[Problem]:
    for name in ("headings", "tables", "figures", "notes"):
        have, need = getattr(given, name), getattr(wanted, name)
        if have != need:
            message = f"the file has {have} {name}, the edition has {need}"
            yield Problem("finished.structure", message)


def _shape(page: Marked) -> Shape:
    return Shape(page.headings, page.tables, page.figures, _notes(page.ids), frozenset(page.ids))


def _print_shape(page: Marked) -> Shape:
    alts = sum(block.alt for block in page.blocks)
    tables = _numbered(page.ids, "table")
    return Shape(page.headings, tables, alts, _notes(page.ids), frozenset(page.ids))


def _pdf_shape(file: PdfFile) -> Shape:
    """The shape by tags and addresses: a table that goes over pages is tagged on each of them."""
    return Shape(
        headings=len(file.outline),
        tables=_numbered(file.destinations, "table"),
        figures=sum(bool(leaf.alt) for leaf in file.leaves),
        notes=_notes(file.destinations),
        anchors=frozenset(file.destinations),
    )


def _notes(names: Sequence[str]) -> int:
    return _numbered(names, "note")


def _numbered(names: Sequence[str], word: str) -> int:
    return sum(name.removeprefix(word).isdecimal() for name in names if name.startswith(word))
