"""The columns of a table: which are figures, and how the figures of a table are written alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.document.inline import plain
from toolkit.document.model import Cell, Chart, Number, Table, Text
from toolkit.language.numbers import is_grouped, number

#: Numbers that are taken for years where they fill a column.
_YEARS = range(1800, 2101)


@dataclass(frozen=True)
class Column:
    """What the cells of one column have in common.

    ``numeric``: they are figures, and stand to the right. ``years``: all of them may be years.
    ``grouped``: one figure of the table has so many digits that every language groups them, so those of
    all are grouped, but for a column of years.
    """

    numeric: bool
    years: bool
    grouped: bool

    def write(self, value: Number, language: str) -> str:
        """A number of the column as ``language`` writes it."""
        return number(
            value.value,
            language,
            percent=value.percent,
            in_table=not self.years,
            in_grouped_column=self.grouped,
        )


def columns(table: Table) -> tuple[Column, ...]:
    """The columns of a table, by the cells below the headers. Headers of rows stand to the left."""
    found = [_column(cells) for cells in zip(*table.rows, strict=True)]
    if any(column.grouped for column in found):
        found = [replace(column, grouped=not column.years) for column in found]
    if table.row_headers and found:
        found[0] = replace(found[0], numeric=False)
    return tuple(found)


def as_table(chart: Chart) -> Table:
    """The numbers of a chart as a table."""
    return Table(
        caption=chart.caption,
        columns=(chart.categories, *chart.series),
        rows=tuple((row.category, *row.values) for row in chart.rows),
        row_headers=True,
        source=chart.source,
    )


def written(table: Table, language: str) -> Iterator[str]:
    """The numbers of a table as they are printed, headers first, then row by row."""
    for cell in table.columns:
        if isinstance(cell, Number):
            yield number(cell.value, language, percent=cell.percent)
    found = columns(table)
    for row in table.rows:
        for column, cell in zip(found, row, strict=True):
            if isinstance(cell, Number):
                yield column.write(cell, language)


def _column(cells: tuple[Cell, ...]) -> Column:
    numbers = [cell for cell in cells if isinstance(cell, Number)]
    return Column(
        numeric=bool(numbers) and all(map(_figures, cells)),
        years=_years(numbers),
        grouped=any(is_grouped(cell.value) for cell in numbers),
    )


def _years(numbers: Sequence[Number]) -> bool:
    """Whether the numbers of a column are years, as far as numbers can tell."""
    return all(not cell.percent and cell.value in _YEARS for cell in numbers)


def _figures(cell: Cell) -> bool:
    """Whether a cell is a number, empty, or a text without letters, such as "1.10" or a dash."""
    return not isinstance(cell, Text) or not any(map(str.isalpha, plain(cell.value)))
