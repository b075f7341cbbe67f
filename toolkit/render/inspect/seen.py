"""Which texts of a PDF page nobody sees: not painted, cut off, covered, as light as their ground."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from toolkit.render.inspect.geometry import Box, Point, area, overlap
from toolkit.render.inspect.light import contrast
from toolkit.render.inspect.painting import Painting, Patch, Run

#: How much of a text another one may cover: neighbours touch, marks of notes reach into lines.
_COVERED = 0.35
#: Less opaque, an area lets what is below it be read.
_OPAQUE = 0.5
#: Points; the smallest type of the shipped styles is twice as large.
_SMALLEST = 3.0
_PAPER = 1.0


def unseen(painting: Painting, page: Box, pictures: Collection[int]) -> Iterator[tuple[str, str]]:
    """Texts that nobody sees, each with the reason.

    ``page`` is the part that is shown; ``pictures`` are the marks of drawings, with words of their own.
    """
    shown = [run for run in painting.runs if run.text.strip() and run.mcid not in pictures]
    for run in shown:
        if reason := _reason(run, painting.patches, page):
            yield run.text, reason
    for run in _overprinted([run for run in shown if run.upright and run.painted]):
        yield run.text, "another text is printed over it"


def _reason(run: Run, patches: Sequence[Patch], page: Box) -> str:
    if not run.painted:
        return "it is not painted"
    if run.size < _SMALLEST or run.width < 0.05 * run.size:
        return "it is too small to be read"
    spots = _spots(run)
    left, bottom, right, top = page
    if any(not (left <= x <= right and bottom <= y <= top) for x, y in spots):
        return "it stands beyond the edge of the page"
    if any(not region.holds(spot) for region in run.clips for spot in spots):
        return "it is cut off"
    near = [patch for patch in patches if overlap(patch.region.box, _swollen(run.box))]
    above = [patch for patch in near if patch.place > run.place and patch.alpha >= _OPAQUE]
    if any(_holds(patch, spot) for patch in above for spot in spots):
        return "an area is painted over it"
    if run.upright and _sunk(run, [patch for patch in near if patch.place < run.place]):
        return "it has no contrast with its ground"
    return ""


def _spots(run: Run) -> list[Point]:
    """A place in each sign of a run, near enough for what is to be hidden to be hidden."""
    (x, y), (u, v) = run.middle
    count = len(run.text)
    return [
        (x + (u - x) * (index + 0.5) / count, y + (v - y) * (index + 0.5) / count)
        for index, sign in enumerate(run.text)
        if not sign.isspace()
    ]


def _swollen(box: Box) -> Box:
    """A box that has an area also where the text has none."""
    return box[0] - 0.1, box[1] - 0.1, box[2] + 0.1, box[3] + 0.1


def _holds(patch: Patch, spot: Point) -> bool:
    return patch.region.holds(spot) and all(region.holds(spot) for region in patch.clips)


def _sunk(run: Run, below: Sequence[Patch]) -> bool:
    """Whether a text has next to no contrast with what lies below some of its signs."""
    if run.light is None:
        return False
    spots = _spots(run)
    for spot in (spots[0], spots[len(spots) // 2], spots[-1]):
        ground: float | None = _PAPER
        for patch in below:
            if _holds(patch, spot):
                ground = _mixed(patch.light, ground, patch.alpha)
        if ground is None:
            continue
        ink = run.light * run.alpha + ground * (1 - run.alpha)
        if not contrast(ink, ground):
            return True
    return False


def _mixed(over: float | None, under: float | None, alpha: float) -> float | None:
    if alpha <= 0:
        return under
    if over is None or (under is None and alpha < 1):
        return None
    return over * alpha + (under or 0.0) * (1 - alpha)


def _overprinted(runs: Sequence[Run]) -> Iterator[Run]:
    """Texts that a later one is printed over, compared line by line from left to right."""
    ordered = sorted(enumerate(runs), key=lambda item: item[1].box[0])
    active: list[tuple[int, Run]] = []
    covered: dict[int, Run] = {}
    for index, run in ordered:
        active = [item for item in active if item[1].box[2] > run.box[0]]
        for other, earlier in active:
            if _share(run.box, earlier.box) > _COVERED:
                first = min(index, other)
                covered[first] = runs[first]
        active.append((index, run))
    yield from (covered[index] for index in sorted(covered))


def _share(one: Box, other: Box) -> float:
    """The share of the smaller text that lies under or over the larger one."""
    smallest = min(area(one), area(other))
    return overlap(one, other) / smallest if smallest else 0.0
