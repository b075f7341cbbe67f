"""Charts of lines: each series with a sign of its own at every point and its name at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from toolkit.render.charts.frame import DROP, SAMPLE, Frame, Head, head, upright_frame
from toolkit.render.charts.metrics import wrap
from toolkit.render.charts.plot import Plot, Sheet
from toolkit.render.charts.shapes import Drawing, Label, Line, Mark

#: The widest that the names at the ends of lines may be, as a share of the sheet.
_NAMES = 0.28


def lines(plot: Plot, sheet: Sheet) -> Drawing:
    """A line for each series through the points that are known; a gap where one is not."""
    if len(plot.series) == 1:
        return _drawn(plot, sheet, head(plot, sheet, legend=False), right=0.0)
    names = [wrap(name.text, _NAMES * sheet.width, sheet.size, sheet.face) for name in plot.series]
    heights = [len(rows) * sheet.leading for rows in names]
    if sum(heights) > sheet.rise:
        # Too many words for the side of the drawing: they stand above it, each with its sign.
        top = head(plot, sheet, legend=True)
        signs = tuple(
            Mark(sample.x + sample.width / 2, sample.y + sample.height / 2, sample.series)
            for sample in top.samples
        )
        drawing = _drawn(plot, sheet, replace(top, samples=()), right=0.0)
        return replace(drawing, marks=(*signs, *drawing.marks))
    wide = max(sheet.wide(row) for rows in names for row in rows)
    top = head(plot, sheet, legend=False)
    right = wide + SAMPLE * sheet.size
    drawing = _drawn(plot, sheet, top, right)
    frame = upright_frame(plot, sheet, top.bottom, right)
    ends = _end_names(plot, sheet, frame, names)
    return replace(drawing, labels=(*drawing.labels, *ends))


def _drawn(plot: Plot, sheet: Sheet, top: Head, right: float) -> Drawing:
    frame = upright_frame(plot, sheet, top.bottom, right)
    drawn: list[Line] = []
    marks: list[Mark] = []
    for series in range(len(plot.series)):
        for points in _runs(plot, frame, series):
            marks.extend(Mark(x, y, series) for x, y in points)
            if len(points) > 1:
                drawn.append(Line(points, series))
    return Drawing(
        width=sheet.width,
        height=frame.bottom,
        size=sheet.size,
        rules=frame.rules,
        lines=tuple(drawn),
        marks=tuple(marks),
        labels=(*top.labels, *frame.labels),
    )


def _runs(plot: Plot, frame: Frame, series: int) -> Iterator[tuple[tuple[float, float], ...]]:
    run: list[tuple[float, float]] = []
    for x, row in zip(frame.bands, plot.rows, strict=True):
        value = row[series]
        if value is None:
            if run:
                yield tuple(run)
            run = []
        else:
            run.append((x, frame.axis.at(frame.axis.scale.share(value))))
    if run:
        yield tuple(run)


def _end_names(
    plot: Plot, sheet: Sheet, frame: Frame, names: Sequence[Sequence[str]]
) -> Iterator[Label]:
    """The names beside the last points, moved up and down until none covers another."""
    last = [_last(plot, series) for series in range(len(plot.series))]
    wanted = [frame.axis.at(frame.axis.scale.share(value)) for value in last]
    heights = [len(rows) * sheet.leading for rows in names]
    low, high = frame.axis.end, frame.axis.start
    for series, middle in enumerate(spread(wanted, heights, low, high)):
        top = middle - heights[series] / 2
        for index, row in enumerate(names[series]):
            y = top + (index + 0.5) * sheet.leading + DROP * sheet.size
            x = frame.right + SAMPLE * sheet.size * 0.5
            yield Label(x, y, row, "start", "series", plot.series[series].language)


def _last(plot: Plot, series: int) -> Decimal:
    values = [row[series] for row in plot.rows]
    return next((value for value in reversed(values) if value is not None), Decimal(0))


def spread(
    wanted: Sequence[float], heights: Sequence[float], low: float, high: float
) -> tuple[float, ...]:
    """Middles near the ``wanted`` ones for things of these heights, side by side from low to high.

    They keep their order. Together they must not be higher than there is room.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    placed: dict[int, float] = {}
    edge = low
    for index in order:
        top = max(wanted[index] - heights[index] / 2, edge)
        placed[index] = top
        edge = top + heights[index]
    edge = high
    for index in reversed(order):
        placed[index] = min(placed[index], edge - heights[index])
        edge = placed[index]
    return tuple(placed[index] + heights[index] / 2 for index in range(len(wanted)))
