"""Charts of bars, side by side or stacked: upright for years and other numbers, lying for words.

Words lie beside their bars because they are long, and longer in one language than in another; whether
categories are numbers is the same in every edition, so all editions show the same picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from toolkit.document.model import ChartKind
from toolkit.render.charts.frame import (
    DROP,
    Axis,
    block,
    head,
    level_axis,
    tick_places,
    upright_frame,
)
from toolkit.render.charts.metrics import wrap
from toolkit.render.charts.plot import Plot, Sheet
from toolkit.render.charts.shapes import Anchor, Bar, Drawing, Label, Rule

#: The widest that the names of lying bars may be, as a share of the sheet.
_NAMES = 0.36
#: The share of a band that its upright bars take.
_FILLED = 0.68


@dataclass(frozen=True, slots=True)
class _Span:
    """A bar along the value axis, its place across it, and what is written at its end."""

    series: int
    lane: int
    low: Decimal
    high: Decimal
    value: Decimal | None


def _spans(plot: Plot, row: tuple[Decimal | None, ...]) -> Iterator[_Span]:
    """The bars of one category; of stacked ones the last says what they are together."""
    below = Decimal(0)
    for series, value in enumerate(row):
        if value is None:
            continue
        if plot.kind is ChartKind.STACKED:
            total = below + value if series == len(row) - 1 else None
            yield _Span(series, 0, below, below + value, total and plot.total(total))
            below += value
        else:
            yield _Span(series, series, min(value, Decimal(0)), max(value, Decimal(0)), value)


def _lanes(plot: Plot) -> int:
    return 1 if plot.kind is ChartKind.STACKED else len(plot.series)


def lying_bars(plot: Plot, sheet: Sheet) -> Drawing:
    """Bars from left to right, a row of the drawing for each category."""
    top = head(plot, sheet, legend=len(plot.series) > 1)
    size = sheet.size
    rows = [tuple(_spans(plot, row)) for row in plot.rows]
    names = [wrap(name.text, _NAMES * sheet.width, size, sheet.face) for name in plot.categories]
    column = max(sheet.wide(line) for lines in names for line in lines)
    start, end = _ends(rows, plot, sheet, column + 0.6 * size)
    axis = level_axis(plot, sheet, start, end)
    bars: list[Bar] = []
    labels: list[Label] = []
    thick = (1.3 if _lanes(plot) == 1 else 1.15) * size
    y = top.bottom
    for name, lines, spans in zip(plot.categories, names, rows, strict=True):
        height = max(thick * _lanes(plot), len(lines) * sheet.leading)
        labels.extend(block(name, column, y + height / 2, column + 1, sheet, "end", "category"))
        first = y + (height - thick * _lanes(plot)) / 2
        for span in spans:
            place = first + span.lane * thick
            bar = _lying(span, axis, place, thick)
            bars.append(bar)
            if span.value is not None:
                below = span.value < 0
                x = bar.x - 0.35 * size if below else bar.x + bar.width + 0.35 * size
                base = place + thick / 2 + DROP * size
                anchor: Anchor = "end" if below else "start"
                labels.append(Label(x, base, plot.say(span.value), anchor, "value"))
        y += height + 0.7 * size
    rules = []
    written = -size
    for tick, (x, wide) in zip(axis.scale.ticks, tick_places(axis, plot, sheet), strict=True):
        at = axis.at(axis.scale.share(tick))
        rules.append(Rule(at, top.bottom - 0.3 * size, at, y - 0.3 * size, base=tick == 0))
        # Where even the fewest numbers would touch, every mark has its line, and not its number.
        if x - wide / 2 >= written + size / 2:
            labels.append(Label(x, y + 0.75 * size, plot.say(tick), "middle", "tick"))
            written = x + wide / 2
    return Drawing(
        width=sheet.width,
        height=y + 1.2 * size,
        size=size,
        rules=tuple(rules),
        bars=(*top.samples, *bars),
        labels=(*top.labels, *labels),
    )


def _ends(
    rows: list[tuple[_Span, ...]], plot: Plot, sheet: Sheet, left: float
) -> tuple[float, float]:
    """Where a lying axis begins and ends, so that there is room for what stands at the bars' ends."""
    values = [span.value for spans in rows for span in spans if span.value is not None]
    gap = 0.35 * sheet.size
    before = max((sheet.wide(plot.say(value)) + gap for value in values if value < 0), default=0.0)
    after = max((sheet.wide(plot.say(value)) + gap for value in values if value >= 0), default=0.0)
    return left + before, max(sheet.width - after, left + before + sheet.size)


def _lying(span: _Span, axis: Axis, place: float, thick: float) -> Bar:
    low, high = (axis.at(axis.scale.share(value)) for value in (span.low, span.high))
    return Bar(low, place, high - low, thick, span.series)


def upright_bars(plot: Plot, sheet: Sheet) -> Drawing:
    """Bars from the ground up, a band of the drawing for each category."""
    top = head(plot, sheet, legend=len(plot.series) > 1)
    frame = upright_frame(plot, sheet, top.bottom, right=0.0)
    lanes = _lanes(plot)
    wide = _FILLED * frame.band / lanes
    bars: list[Bar] = []
    values: list[Label] = []
    for middle, row in zip(frame.bands, plot.rows, strict=True):
        first = middle - wide * lanes / 2
        for span in _spans(plot, row):
            low, high = (frame.axis.at(frame.axis.scale.share(at)) for at in (span.low, span.high))
            bar = Bar(first + span.lane * wide, high, wide, low - high, span.series)
            bars.append(bar)
            if span.value is not None:
                y = low + sheet.size if span.value < 0 else high - 0.35 * sheet.size
                text = plot.say(span.value)
                values.append(Label(bar.x + wide / 2, y, text, "middle", "value"))
    room = frame.band if lanes == 1 else wide
    if any(sheet.wide(label.text) > 0.94 * room for label in values):
        # The table below the chart has them all.
        values = []
    drawing = Drawing(
        width=sheet.width,
        height=frame.bottom,
        size=sheet.size,
        rules=frame.rules,
        bars=(*top.samples, *bars),
    )
    return replace(drawing, labels=(*top.labels, *frame.labels, *values))
