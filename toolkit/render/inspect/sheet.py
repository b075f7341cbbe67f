"""A PDF read as its readers hear and see it: tagged texts in order, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.render.inspect.pdffile import Leaf, PdfFile
from toolkit.render.inspect.strokes import Run, read_runs

#: Where a line ends with a hyphen, which the engine may have put there or the author.
SOFT = "\ue003"
#: How much of a text another one may cover: neighbours touch, marks of notes reach into lines.
_COVERED = 0.35


@dataclass(frozen=True)
class Sheets:
    """What the pages of a PDF say.

    ``flow`` and ``notes`` are the tagged texts in reading order with ``SOFT`` for a hyphen at the end of
    a line; ``running`` is what stands untagged on each page, ``watermarks`` what stands across pages;
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
    """Put the runs of all pages in the order of the tags."""
    pages = [read_runs(page.content, page.fonts, page.alphas) for page in file.pages]
    marked: dict[tuple[int, int], list[Run]] = {}
    tagged = {(leaf.page, leaf.mcid) for leaf in file.leaves if not leaf.alt}
    for number, runs in enumerate(pages):
        for run in runs:
            if run.mcid is not None:
                marked.setdefault((number, run.mcid), []).append(run)
    running = tuple(
        _joined([(number, run) for run in runs if (number, run.mcid) not in tagged])
        for number, runs in enumerate(pages)
    )
    texts = [leaf for leaf in file.leaves if "Lbl" not in leaf.tags and not leaf.alt]
    flow = list(_once([leaf for leaf in texts if not _in_note(leaf)]))
    return Sheets(
        flow=_joined(_runs(flow, marked)),
        notes=_joined(_runs([leaf for leaf in texts if _in_note(leaf)], marked)),
        running=running,
        watermarks=frozenset(run.text.strip() for runs in pages for run in runs if not run.upright),
        hidden=tuple(_hidden(file, pages)),
        missing=tuple(
            (number, run.text)
            for number, runs in enumerate(pages, 1)
            for run in runs
            if run.missing
        ),
        alts=tuple(leaf.alt for leaf in file.leaves if leaf.alt),
    )


def _in_note(leaf: Leaf) -> bool:
    """Whether it belongs to a footnote: no other text stands right in the frame of a page."""
    return leaf.tags[:2] == ("Document", "NonStruct") and leaf.tags[2:3] in {("Span",), ("Note",)}


def _once(leaves: Sequence[Leaf]) -> Iterator[Leaf]:
    """The leaves without the head of a table that goes on, which the engine prints on each page."""
    before: Leaf | None = None
    for leaf in leaves:
        if "THead" in leaf.tags and before is not None and "TBody" in before.tags:
            # A table that begins here has its caption before its head.
            continue
        yield leaf
        before = leaf


def _runs(
    leaves: Sequence[Leaf], marked: dict[tuple[int, int], list[Run]]
) -> Iterator[tuple[int, Run]]:
    for leaf in leaves:
        yield from ((leaf.page, run) for run in marked.get((leaf.page, leaf.mcid), ()))


def _joined(runs: Iterator[tuple[int, Run]] | Sequence[tuple[int, Run]]) -> str:
    pieces: list[str] = []
    place: tuple[int, float] | None = None
    for page, run in runs:
        if not run.upright:
            continue
        if place is not None and (page != place[0] or abs(run.baseline - place[1]) > 1.0):
            if pieces and pieces[-1].endswith(("-", "\u2010")):
                pieces[-1] = pieces[-1][:-1] + SOFT
            else:
                pieces.append(" ")
        pieces.append(run.text)
        place = (page, run.baseline)
    return "".join(pieces)


def _hidden(file: PdfFile, pages: Sequence[Sequence[Run]]) -> Iterator[tuple[int, str, str]]:
    for number, (page, runs) in enumerate(zip(file.pages, pages, strict=True), 1):
        shown = [run for run in runs if run.text.strip()]
        for run in shown:
            if not run.painted:
                yield number, run.text, "it is not painted"
            elif run.faint and run.upright:
                yield number, run.text, "it is all but transparent"
            elif _outside(run, page.box):
                yield number, run.text, "it stands beyond the edge of the page"
        for run in _covered([run for run in shown if run.upright]):
            yield number, run.text, "another text is printed over it"


def _outside(run: Run, box: tuple[float, float, float, float]) -> bool:
    left, bottom, right, top = run.box
    middle, height = (left + right) / 2, (bottom + top) / 2
    return not (box[0] <= middle <= box[2] and box[1] <= height <= box[3])


def _covered(runs: Sequence[Run]) -> Iterator[Run]:
    """Texts that a later one is printed over, compared line by line from left to right."""
    ordered = sorted(enumerate(runs), key=lambda item: item[1].box[0])
    active: list[tuple[int, Run]] = []
    covered: dict[int, Run] = {}
    for index, run in ordered:
        active = [item for item in active if item[1].box[2] > run.box[0]]
        for other, earlier in active:
            if _overlap(run, earlier) > _COVERED:
                first = min(index, other)
                covered[first] = runs[first]
        active.append((index, run))
    yield from (covered[index] for index in sorted(covered))


def _overlap(one: Run, other: Run) -> float:
    """The share of the smaller text that lies under or over the larger one."""
    width = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    height = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    if width <= 0 or height <= 0:
        return 0.0
    smallest = min(_area(one), _area(other))
    return width * height / smallest if smallest else 0.0


def _area(run: Run) -> float:
    return (run.box[2] - run.box[0]) * (run.box[3] - run.box[1])
