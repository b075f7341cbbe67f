"""Whether the numbers of a chart can be drawn: all of them numbers, and no more than can be told apart.

As with tables, these checks go by the located tree, so that each finding points at its cell and all of
them come at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.diagnostics import Finding, Span, finding
from toolkit.document.model import ChartKind, Number
from toolkit.source import tree
from toolkit.source.parts import read_number
from toolkit.source.wording import shown

#: More series are not told apart in grey, more categories not beside each other on a phone.
MOST_SERIES = 6
MOST_CATEGORIES = 24

_WRITE_A_NUMBER = (
    'Write `1320`, `12.5` or `46%`, without spaces and commas; `""` if it is not known.'
)


@dataclass(frozen=True, slots=True)
class _Value:
    """What stands in one cell: a number, or ``None`` if nothing does."""

    span: Span
    number: Number | None


def check_charts(blocks: Iterator[tree.Mapping]) -> Iterator[Finding]:
    """What keeps the charts among these blocks from being drawn."""
    for block in blocks:
        if "chart" in block.entries:
            yield from _check_chart(block)


def _check_chart(chart: tree.Mapping) -> Iterator[Finding]:
    columns, rows = _items(chart, "columns"), _items(chart, "rows")
    width = len(columns)
    if not columns or not rows:
        return
    yield from _check_size(chart, width - 1, len(rows))
    for number, column in enumerate(columns[1:], start=1):
        if _blank(column):
            message = f"Series {number} of the chart has no name."
            yield finding("chart.name", column.span, message, "Name it in `columns`.")
    values: list[_Value] = []
    for number, row in enumerate(rows, start=1):
        cells = row.items if isinstance(row, tree.Sequence) else ()
        if cells and len(cells) == width:
            yield from _check_row(number, cells, values)
    if len(values) == (width - 1) * len(rows) and values:
        yield from _check_values(chart, values, len(rows))


def _check_size(chart: tree.Mapping, series: int, categories: int) -> Iterator[Finding]:
    if series == 0:
        message = "The chart has categories, but no series of numbers."
        hint = "Add a column: `columns: [Year, People]`, and a number to every row."
        yield finding("chart.size", tree.key_span(chart, "columns"), message, hint)
    if series > MOST_SERIES:
        message = f"The chart has {series} series; at most {MOST_SERIES} can be told apart."
        hint = "Make two charts of it, or a `table`."
        yield finding("chart.size", tree.key_span(chart, "columns"), message, hint)
    if categories > MOST_CATEGORIES:
        message = f"The chart has {categories} rows; at most {MOST_CATEGORIES} can be drawn."
        hint = "Make a `table` of it, or take several rows together."
        yield finding("chart.size", tree.key_span(chart, "rows"), message, hint)


def _check_row(number: int, cells: Sequence[tree.Node], values: list[_Value]) -> Iterator[Finding]:
    if _blank(cells[0]):
        message = f"Row {number} of the chart does not say what its numbers are of."
        yield finding("chart.name", cells[0].span, message, "Begin it with a year or a word.")
    for cell in cells[1:]:
        if _blank(cell):
            values.append(_Value(cell.span, None))
        elif isinstance(cell, tree.Scalar) and (value := read_number(cell.value)):
            values.append(_Value(cell.span, value))
        else:
            typed = shown(cell.value) if isinstance(cell, tree.Scalar) else "This"
            message = f"{typed} is not a number, and cannot be drawn."
            yield finding("chart.number", cell.span, message, _WRITE_A_NUMBER)


def _check_values(chart: tree.Mapping, values: Sequence[_Value], rows: int) -> Iterator[Finding]:
    kind = chart.entries["type"].value if "type" in chart.entries else None
    typed = kind.value.strip() if isinstance(kind, tree.Scalar) else ""
    given = [item for item in values if item.number is not None]
    if not given:
        message = "The chart has no numbers at all."
        yield finding("chart.values", tree.key_span(chart, "rows"), message, "Fill in its rows.")
        return
    for item in given[1:]:
        if _percent(item) != _percent(given[0]):
            message = "Some numbers of the chart are percentages, others are not."
            hint = "Write all of them with `%`, or none; make a chart of its own for the others."
            yield finding("chart.values", item.span, message, hint)
            break
    if typed == ChartKind.LINE and rows == 1:
        message = "A line needs two points, and the chart has one row."
        hint = "Add the other years to `rows`, or write `type: bar`."
        yield finding("chart.values", tree.key_span(chart, "rows"), message, hint)
    if typed == ChartKind.STACKED:
        yield from _check_stacked(values)


def _check_stacked(values: Sequence[_Value]) -> Iterator[Finding]:
    for item in values:
        if item.number is None:
            message = "A part is missing, so the bar would be shorter than the whole."
            hint = "Write `0` if there was none, or `type: bar` if it is not known."
            yield finding("chart.values", item.span, message, hint)
        elif item.number.value < 0:
            message = "A part of a whole is not less than nothing."
            hint = "Write `type: bar` for numbers below zero."
            yield finding("chart.values", item.span, message, hint)


def _percent(value: _Value) -> bool:
    return value.number is not None and value.number.percent


def _blank(node: tree.Node) -> bool:
    return isinstance(node, tree.Scalar) and not node.value.strip()


def _items(block: tree.Mapping, name: str) -> tuple[tree.Node, ...]:
    entry = block.entries.get(name)
    value = entry.value if entry else None
    return value.items if isinstance(value, tree.Sequence) else ()
