"""A plot becomes a drawing."""

from __future__ import annotations

from toolkit.document.model import ChartKind
from toolkit.render.charts.bars import lying_bars, upright_bars
from toolkit.render.charts.lines import lines
from toolkit.render.charts.plot import Plot, Sheet
from toolkit.render.charts.shapes import Drawing


def draw(plot: Plot, sheet: Sheet) -> Drawing:
    """The shapes of a chart of any kind."""
    if plot.kind is ChartKind.LINE:
        return lines(plot, sheet)
    return upright_bars(plot, sheet) if plot.upright else lying_bars(plot, sheet)
