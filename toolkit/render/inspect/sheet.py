"""A PDF read as its readers hear and see it: tagged texts in order, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.render.inspect.painting import Run
from toolkit.render.inspect.pdffile import PdfFile
from toolkit.render.inspect.seen import unseen
from toolkit.render.inspect.tags import Leaf

#: Where a line ends with a hyphen, which the engine may have put there or the author.
SOFT = "\ue003"


@dataclass(frozen=True)
class Sheets:
    """What the pages of a PDF say.

    ``flow`` and ``notes`` are the tagged texts in reading order with ``SOFT`` for a hyphen at the end of
    a line; ``running`` is what stands untagged on each page: heads, feet, and the head of a table that
    goes on; ``watermarks`` what stands across pages;
    ``hidden`` are texts that nobody sees and ``missing`` those with glyphs that are none, by page.
    """

    flow: str
    notes: str
    running: tuple[str, ...]
    watermarks: frozenset[str]
    hidden: tuple[tuple[int, str, str], ...]
    missing: tuple[tuple[int, str], ...]
    alts: tuple[str, ...]


def read_sheets(file: PdfFile) -> Sheets:
    """Put the runs of all pages in the order of the tags. What drawings say is left to them."""
    pages = [page.painting.runs for page in file.pages]
    marked: dict[tuple[int, int], list[Run]] = {}
    tagged = {(leaf.page, leaf.mcid) for leaf in file.leaves if not leaf.alt}
    drawn = {(leaf.page, leaf.mcid) for leaf in file.leaves if "Figure" in leaf.tags}
    for number, runs in enumerate(pages):
        for run in runs:
            if run.mcid is not None:
                marked.setdefault((number, run.mcid), []).append(run)
    running = tuple(
        _joined([(number, run) for run in runs if (number, run.mcid) not in tagged])
        for number, runs in enumerate(pages)
    )
    texts = [leaf for leaf in file.leaves if "Figure" not in leaf.tags and not _is_sign(leaf)]
    return Sheets(
        flow=_joined(_runs([leaf for leaf in texts if "Note" not in leaf.tags], marked)),
        notes=_joined(_runs([leaf for leaf in texts if "Note" in leaf.tags], marked)),
        running=running,
        watermarks=frozenset(
            run.text.strip()
            for number, runs in enumerate(pages)
            for run in runs
            if not run.upright and (number, run.mcid) not in drawn
        ),
        hidden=tuple(
            (number, text, why)
            for number, page in enumerate(file.pages, 1)
            for text, why in unseen(
                page.painting, page.box, {mcid for place, mcid in drawn if place == number - 1}
            )
        ),
        missing=tuple(
            (number, run.text)
            for number, runs in enumerate(pages, 1)
            for run in runs
            if run.missing
        ),
        alts=tuple(leaf.alt for leaf in file.leaves if leaf.alt),
    )


def _is_sign(leaf: Leaf) -> bool:
    """Whether it is what the engine puts before an item. The number of a footnote is its text."""
    return "Lbl" in leaf.tags and "Note" not in leaf.tags


def _runs(
    leaves: Sequence[Leaf], marked: dict[tuple[int, int], list[Run]]
) -> Iterator[tuple[int, Run]]:
    for leaf in leaves:
        yield from ((leaf.page, run) for run in marked.get((leaf.page, leaf.mcid), ()))


def _joined(runs: Iterable[tuple[int, Run]]) -> str:
    pieces: list[str] = []
    before: tuple[int, Run] | None = None
    for page, run in runs:
        if not run.upright:
            continue
        if before is not None and (page != before[0] or _is_new_line(before[1], run)):
            if pieces and pieces[-1].endswith(("-", "\u2010")):
                pieces[-1] = pieces[-1][:-1] + SOFT
            else:
                pieces.append(" ")
        pieces.append(run.text)
        before = (page, run)
    return "".join(pieces)


def _is_new_line(before: Run, run: Run) -> bool:
    """Whether a text goes on elsewhere: below, or in another column."""
    apart = run.box[0] - before.box[2]
    return abs(run.baseline - before.baseline) > 1.0 or not -run.size < apart < 2 * run.size
