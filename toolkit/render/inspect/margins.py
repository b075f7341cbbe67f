"""What stands around the text of the pages of a PDF: heads, feet, and marks across them."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.render.inspect.block import COUNTED, PAGE_NUMBER, PAGE_TOTAL, squeeze
from toolkit.render.inspect.markup import Marked
from toolkit.render.inspect.pdffile import PdfFile
from toolkit.render.inspect.problem import Problem
from toolkit.render.inspect.sheet import SOFT, Sheets

#: The first page, and one with nothing but the end of a text, may go without heads and feet.
_BARE = 2


def margin_problems(file: PdfFile, sheets: Sheets, wanted: Marked) -> Iterator[Problem]:
    """What stands around the text that the edition does not have, or does not stand there at all."""
    yield from _running(wanted, sheets)
    yield from _across(wanted.watermarks, sheets.watermarks)
    for number, page in enumerate(file.pages, 1):
        for words in page.stickers:
            message = f"something is laid upon page {number} that no build puts there"
            yield Problem("finished.text-extra", message, actual=words)


def _running(wanted: Marked, sheets: Sheets) -> Iterator[Problem]:
    """The head and foot of each page, made of what the edition has for them and of nothing else.

    Which of them stand on a page, and where, is for style sheets to say.
    """
    count = len(sheets.running)
    # The head of a table that goes on is printed again, on top of the page.
    pieces = [*wanted.running, *wanted.margins, *wanted.heads]
    if any(COUNTED in piece for piece in pieces):
        # A head may repeat a text of the page, such as its heading.
        pieces.extend(block.own for block in wanted.blocks if block.own)
    missing = list(wanted.running)
    for number, text in enumerate(sheets.running, 1):
        left = _plain(text)
        for piece in sorted(pieces, key=len, reverse=True):
            filled = piece.replace(PAGE_TOTAL, str(count)).replace(PAGE_NUMBER, str(number))
            words = _plain(filled)
            if words and words in left:
                left = left.replace(words, "", 1)
                missing = [item for item in missing if item != piece]
        if any(map(str.isalnum, left)):
            message = f"the head or foot of page {number} is not that of the edition"
            shown = " · ".join(wanted.running)
            yield Problem("finished.text-extra", message, shown, text.replace(SOFT, "-"))
    for piece in missing if count > _BARE else []:
        message = "what should stand at the head or foot of pages stands on none"
        yield Problem("finished.text-missing", message, piece)


def _plain(text: str) -> str:
    """A text without spaces, hyphens and capitals, which styles and the ends of lines change."""
    return squeeze(text.replace(COUNTED, "")).replace(SOFT, "").replace("-", "").casefold()


def _across(wanted: frozenset[str], given: frozenset[str]) -> Iterator[Problem]:
    plain = {_plain(text) for text in wanted}
    for text in sorted(given):
        if _plain(text) not in plain:
            message = "a text stands across the page that the edition does not have"
            yield Problem("finished.text-extra", message, actual=text)
    there = {_plain(text) for text in given}
    for text in sorted(wanted):
        if _plain(text) not in there:
            message = "the mark across the pages of a draft is missing"
            yield Problem("finished.text-missing", message, text)
