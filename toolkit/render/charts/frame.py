"""What charts have in common: the unit and the legend above, an axis, the names of the categories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from toolkit.render.charts.metrics import wrap
from toolkit.render.charts.plot import Name, Plot, Sheet
from toolkit.render.charts.scale import Scale, scale
from toolkit.render.charts.shapes import Anchor, Bar, Label, Role, Rule

#: How an axis is divided; fewer parts where the numbers beside it would touch.
_INTERVALS = (5, 4, 3, 2)
#: From the middle of a line of text down to its base line, in its size.
DROP = 0.34
#: The most lines of a name below a band.
_MOST_LINES = 3
#: How high and wide the sample of a filling is in the legend.
SAMPLE = 0.9


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the axes, and where it ends."""

    labels: tuple[Label, ...]
    samples: tuple[Bar, ...]
    bottom: float


def head(plot: Plot, sheet: Sheet, *, legend: bool) -> Head:
    """The unit, and below it with ``legend`` a sample of every series with its name."""
    labels: list[Label] = []
    samples: list[Bar] = []
    y = 0.0
    if plot.unit:
        y += sheet.leading * len(wrap(plot.unit.text, sheet.width, sheet.size, sheet.face))
        labels.extend(block(plot.unit, 0, y / 2, sheet.width, sheet, "start", "unit"))
    x = 0.0
    height = 0.0
    room = sheet.size * (SAMPLE + 0.4)
    for series, name in enumerate(plot.series if legend else ()):
        lines = wrap(name.text, sheet.width - room, sheet.size, sheet.face)
        wide = room + max(map(sheet.wide, lines))
        if x and x + wide > sheet.width:
            x, y, height = 0.0, y + height, 0.0
        middle = y + sheet.leading / 2
        samples.append(_sample(x, middle, series, sheet))
        for index, line in enumerate(lines):
            base = middle + index * sheet.leading + DROP * sheet.size
            labels.append(Label(x + room, base, line, "start", "series", name.language))
        height = max(height, len(lines) * sheet.leading)
        x += wide + 1.2 * sheet.size
    y += height
    return Head(tuple(labels), tuple(samples), y + (0.5 * sheet.size if y else 0.0))


def _sample(x: float, middle: float, series: int, sheet: Sheet) -> Bar:
    side = SAMPLE * sheet.size
    return Bar(x, middle - side / 2, side, side, series)


def block(
    name: Name, x: float, middle: float, width: float, sheet: Sheet, anchor: Anchor, role: Role
) -> tuple[Label, ...]:
    """A name in as many lines as it needs, around the height ``middle``."""
    lines = wrap(name.text, width, sheet.size, sheet.face)
    top = middle - len(lines) * sheet.leading / 2
    return tuple(
        Label(
            x,
            top + (index + 0.5) * sheet.leading + DROP * sheet.size,
            line,
            anchor,
            role,
            name.language,
        )
        for index, line in enumerate(lines)
    )


def clear(labels: Sequence[tuple[float, float]], gap: float) -> bool:
    """Whether labels, each given by its middle and its width, leave a gap between them."""
    return all(
        right[0] - right[1] / 2 - (left[0] + left[1] / 2) >= gap for left, right in pairwise(labels)
    )


def inside(middle: float, wide: float, sheet: Sheet) -> float:
    """The middle of a label, moved so that the label stays on the sheet."""
    return min(max(middle, wide / 2), max(sheet.width - wide / 2, wide / 2))


@dataclass(frozen=True, slots=True)
class Axis:
    """A value axis across the sheet from ``start`` to ``end``, in the direction in which values grow."""

    scale: Scale
    start: float
    end: float

    def at(self, share: float) -> float:
        """The place of a share of the axis."""
        return self.start + share * (self.end - self.start)


def level_axis(plot: Plot, sheet: Sheet, start: float, end: float) -> Axis:
    """A horizontal axis, divided so that the numbers below it do not touch."""
    axes = [Axis(scale(plot.heights(), intervals), start, end) for intervals in _INTERVALS]
    fitting = (axis for axis in axes if clear(tick_places(axis, plot, sheet), sheet.size))
    return next(fitting, axes[-1])


def tick_places(axis: Axis, plot: Plot, sheet: Sheet) -> list[tuple[float, float]]:
    """The middle and the width of each number below a horizontal axis."""
    places = []
    for tick in axis.scale.ticks:
        wide = sheet.wide(plot.say(tick))
        places.append((inside(axis.at(axis.scale.share(tick)), wide, sheet), wide))
    return places


@dataclass(frozen=True, slots=True)
class Frame:
    """A vertical axis with its grid, and below it one band for each category."""

    axis: Axis
    left: float
    right: float
    bands: tuple[float, ...]
    band: float
    rules: tuple[Rule, ...]
    labels: tuple[Label, ...]
    bottom: float


def upright_frame(plot: Plot, sheet: Sheet, top: float, right: float) -> Frame:
    """The frame of a chart whose categories stand side by side, from ``top`` down.

    ``right`` is how much room is left free beside it. Above and, for values below zero, under the axis
    there is room for a line of text.
    """
    divided = scale(plot.heights(), _INTERVALS[0])
    words = [plot.say(tick) for tick in divided.ticks]
    left = max(map(sheet.wide, words)) + 0.5 * sheet.size
    end = sheet.width - right
    low = sheet.leading if divided.ticks[0] < 0 else 0.0
    axis = Axis(divided, top + sheet.leading + sheet.rise, top + sheet.leading)
    rules: list[Rule] = []
    labels: list[Label] = []
    for tick, word in zip(divided.ticks, words, strict=True):
        y = axis.at(divided.share(tick))
        rules.append(Rule(left, y, end, y, base=tick == 0))
        labels.append(Label(left - 0.5 * sheet.size, y + DROP * sheet.size, word, "end", "tick"))
    band = (end - left) / len(plot.categories)
    middles = tuple(left + (index + 0.5) * band for index in range(len(plot.categories)))
    below = axis.start + low + 0.3 * sheet.size
    names, height = _category_names(plot, sheet, middles, band, below)
    labels.extend(names)
    return Frame(axis, left, end, middles, band, tuple(rules), tuple(labels), below + height)


def _category_names(
    plot: Plot, sheet: Sheet, middles: Sequence[float], band: float, top: float
) -> tuple[tuple[Label, ...], float]:
    """The names below the bands: all of them if they fit, or else every second, or every third."""
    count = len(plot.categories)
    rows = [_Names.every(apart, plot, sheet, middles, band) for apart in range(1, count + 1)]
    names = next((names for names in rows if names.fit), rows[-1])
    labels = (
        Label(x, top + (line + 0.8) * sheet.leading, words, "middle", "category", name.language)
        for name, (x, _), lines in zip(names.kept, names.places, names.lines, strict=True)
        for line, words in enumerate(lines)
    )
    return tuple(labels), max(map(len, names.lines)) * sheet.leading


@dataclass(frozen=True, slots=True)
class _Names:
    """Some of the categories in lines, with the middle and the width of each; and whether they fit."""

    kept: tuple[Name, ...]
    lines: tuple[tuple[str, ...], ...]
    places: tuple[tuple[float, float], ...]
    fit: bool

    @classmethod
    def every(
        cls, apart: int, plot: Plot, sheet: Sheet, middles: Sequence[float], band: float
    ) -> _Names:
        kept = plot.categories[::apart]
        room = min(apart * band, sheet.width) - 0.5 * sheet.size
        lines = tuple(wrap(name.text, room, sheet.size, sheet.face) for name in kept)
        wide = [max(map(sheet.wide, rows)) for rows in lines]
        places = tuple(
            (inside(x, width, sheet), width)
            for x, width in zip(middles[::apart], wide, strict=True)
        )
        whole = all(sheet.wide(word) <= room for name in kept for word in name.text.split(" "))
        short = max(map(len, lines)) <= _MOST_LINES
        return cls(kept, lines, places, whole and short and clear(places, 0.4 * sheet.size))
