"""One finished file against the edition that it should be: everything that does not agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.edition import Edition
from toolkit.render.inspect import shape
from toolkit.render.inspect.access import barriers_of_page, barriers_of_tags
from toolkit.render.inspect.block import Block, squeeze, tidy
from toolkit.render.inspect.compare import Difference, Kind, compare_blocks, compare_stream
from toolkit.render.inspect.faces import Faces
from toolkit.render.inspect.kept import broken
from toolkit.render.inspect.margins import margin_problems
from toolkit.render.inspect.markup import read_html
from toolkit.render.inspect.painting import Unreadable
from toolkit.render.inspect.pdffile import PdfFile, read_pdf
from toolkit.render.inspect.problem import Problem
from toolkit.render.inspect.promised import promise
from toolkit.render.inspect.shape import Shape
from toolkit.render.inspect.sheet import read_sheets
from toolkit.render.inspect.validity import flaws_of_page, flaws_of_pdf

__all__ = ["Examined", "Problem", "Shape", "Unreadable", "examine_html", "examine_pdf"]

#: A file of which more texts differ than this share is another file: no use in listing them all.
_ANOTHER = 0.5
_ACCESS = "finished.access"
_INVALID = "finished.invalid"
_CODES = {
    Kind.MISSING: "finished.text-missing",
    Kind.EXTRA: "finished.text-extra",
    Kind.DOUBLED: "finished.text-doubled",
    Kind.CHANGED: "finished.text-changed",
    Kind.MOVED: "finished.text-moved",
}


@dataclass(frozen=True, slots=True)
class Examined:
    """What is wrong with a file, and its shape to be compared with the other languages'."""

    problems: tuple[Problem, ...]
    shape: Shape


def examine_html(data: bytes, fresh: str, edition: Edition) -> Examined:
    """A finished HTML page against the edition and against ``fresh``, the page as it would be now.

    Raises ``Unreadable``.
    """
    try:
        source = data.decode()
    except UnicodeDecodeError as error:
        raise Unreadable("it is not UTF-8 text") from error
    promised = promise(edition)
    page = read_html(source)
    wanted = page if source == fresh else read_html(fresh)
    found = [
        Problem("finished.hidden", "a text is hidden from readers", actual=block.shown)
        for block in page.hidden
    ]
    differences = [
        *compare_blocks(wanted.blocks, page.blocks),
        *compare_blocks(wanted.drawn, page.drawn),
    ]
    found.extend(_told(broken(promised, page), differences, len(wanted.blocks)))
    found.extend(_replaced(block.shown for block in page.blocks))
    found.extend(shape.addresses((*promised.anchors, *wanted.ids), page.ids))
    given = shape.html_shape(page)
    found.extend(shape.counted(given, shape.html_shape(wanted)))
    found.extend(shape.levels(page.levels, wanted.levels))
    found.extend(shape.outward_links(page.links, wanted.links))
    if not found:
        found.extend(shape.swapped_links(page.links, wanted.links))
    if not found:
        found.extend(Problem(_INVALID, words, actual=text) for words, text in flaws_of_page(source))
    if not found and source != fresh:
        message = "the file is not the one that `toolkit build` writes now"
        found.append(Problem("finished.stale", message))
    found.extend(Problem(_ACCESS, words, actual=text) for words, text in barriers_of_page(source))
    return Examined(tuple(found), given)


def examine_pdf(
    data: bytes, fresh: str, stylesheet: str, edition: Edition, faces: Faces
) -> Examined:
    """A finished PDF against the edition and against ``fresh``, the HTML it would be printed from now.

    ``stylesheet`` is the one for paper, ``faces`` are the bundled fonts. Raises ``Unreadable``.
    """
    promised = promise(edition)
    wanted = read_html(fresh, "print", stylesheet)
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
    found.extend(margin_problems(file, sheets, wanted))
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
    found.extend(_lettering(file, faces))
    found.extend(shape.addresses((*promised.anchors, *wanted.ids), file.destinations))
    found.extend(shape.levels(shape.tagged(file), wanted.levels))
    given = shape.pdf_shape(file)
    found.extend(shape.counted(given, shape.print_shape(wanted)))
    links = [target for page in file.pages for target in page.links]
    found.extend(shape.outward_links(links, wanted.links))
    found.extend(
        Problem(_ACCESS, words, actual=text) for words, text in barriers_of_tags(file.leaves)
    )
    found.extend(
        Problem(_INVALID, f"not a valid PDF/A-3a: {words}") for words in flaws_of_pdf(data)
    )
    return Examined(tuple(found), given)


def _lettering(file: PdfFile, faces: Faces) -> Iterator[Problem]:
    runs = [run for page in file.pages for run in page.painting.runs]
    for item in faces.mismatches(runs):
        code = "finished.glyph" if item.said else "finished.font"
        yield Problem(code, item.message, item.said, item.printed)


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
