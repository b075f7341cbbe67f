"""What is to be drawn, and the sheet that it is drawn on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from toolkit.document.inline import plain
from toolkit.document.model import Chart, ChartKind, Number, Text
from toolkit.language.numbers import number
from toolkit.render.charts.metrics import Face
from toolkit.render.columns import Column, as_table, columns
from toolkit.render.inline import STAND_INS


@dataclass(frozen=True, slots=True)
class Name:
    """A word of the chart; ``language`` only if it stands in for a translation."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Plot:
    """The numbers of a chart with their names; ``rows`` holds a value of each series by category.

    ``upright`` says that the categories are numbers, such as years. ``say`` prints a value as the
    language of the edition does.
    """

    kind: ChartKind
    upright: bool
    categories: tuple[Name, ...]
    series: tuple[Name, ...]
    rows: tuple[tuple[Decimal | None, ...], ...]
    unit: Name | None
    say: Callable[[Decimal], str]

    def heights(self) -> Iterator[Decimal]:
        """How far from zero the drawing has to reach."""
        for row in self.rows:
            given = [value for value in row if value is not None]
            yield from (accumulate(given) if self.kind is ChartKind.STACKED else given)

    def total(self, whole: Decimal) -> Decimal:
        """What stacked values are together, with as many decimals as the sums of this chart need."""
        sums = (sum(value for value in row if value is not None) for row in self.rows)
        places = min(Decimal(value).normalize().as_tuple().exponent for value in sums)
        return whole.quantize(Decimal(1).scaleb(min(int(places), 0)))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of some ``width``, with type of some ``size`` and vertical axes of the height ``rise``."""

    width: float
    size: float
    rise: float
    face: Face

    @property
    def leading(self) -> float:
        """From one base line to the next."""
        return 1.25 * self.size

    def wide(self, text: str) -> float:
        """The width of a line of text."""
        return self.face.width(text, self.size)


def plotted(chart: Chart, language: str) -> Plot:
    """A chart of an edition in ``language``."""
    percent = any(value.percent for row in chart.rows for value in row.values if value)
    series = columns(as_table(chart))[1:]
    # As in its table, where a column of numbers that may be years is not grouped.
    like = Column(
        numeric=True,
        years=all(column.years for column in series),
        grouped=any(column.grouped for column in series),
    )

    def say(value: Decimal) -> str:
        return like.write(Number(value, percent=percent), language)

    def name(cell: Text | Number) -> Name:
        if isinstance(cell, Number):
            return Name(number(cell.value, language, percent=cell.percent))
        stranger = cell.language if cell.state in STAND_INS else ""
        return Name(plain(cell.value), stranger)

    return Plot(
        kind=chart.kind,
        upright=all(isinstance(row.category, Number) for row in chart.rows),
        categories=tuple(name(row.category) for row in chart.rows),
        series=tuple(name(item) for item in chart.series),
        rows=tuple(
            tuple(value.value if value else None for value in row.values) for row in chart.rows
        ),
        unit=name(chart.unit) if chart.unit else None,
        say=say,
    )
