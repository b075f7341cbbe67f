"""Editions side by side become HTML: one table, a column for each language, a row for each place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import Any

from markupsafe import Markup

from toolkit.document.model import Chart, ListStyle, Table
from toolkit.document.walk import inside
from toolkit.edition.parallel import Row, align
from toolkit.edition.piece import Listed, Piece, Role
from toolkit.language.tags import autonym, direction
from toolkit.render.carried import policy
from toolkit.render.page import Page, fill_values
from toolkit.render.templates import Templates

#: More columns than this are printed on a sheet that lies on its side.
UPRIGHT_COLUMNS = 2
#: The cells of a table with more columns, or with a longer text in one, stand below one another: a
#: column of the page is narrow, and what stands side by side in it cannot go on on the next page.
GRID_COLUMNS = 3
GRID_CHARACTERS = 120
#: Rows that belong to the row below, and stay with it on paper.
_HEADS = frozenset(
    {
        Role.ANNEX,
        Role.CAPTION,
        Role.CASE_PERSON,
        Role.CHART,
        Role.COLUMNS,
        Role.HEADING,
        Role.PICTURE,
        Role.DESCRIPTION,
        Role.SECTION,
        Role.SPEAKER,
        Role.TO,
    }
)
#: A row of no more lines stays whole on paper; a longer one may go on on the next page.
_SHORT = 8
#: Less than the narrowest column of a page has on a line.
_CHARACTERS_OF_A_LINE = 40
#: Rows that cannot be divided; the style sheet limits their height.
_PICTURES = frozenset({Role.CHART, Role.PICTURE})
_ANNEX = re.compile(r"(annex\d+)-")
#: How the addresses of paragraphs and headings are shown; any other address is shown as it is.
_SIGNS = {"p": "¶", "s": "§"}
_NUMBERED = re.compile(r"([ps])(\d+(?:-\d+)*)")


@dataclass(frozen=True)
class ColumnView:
    """The head of a column."""

    code: str
    autonym: str
    direction: str


@dataclass(frozen=True)
class CellView:
    """What one language has in a row."""

    column: ColumnView
    content: Markup


@dataclass(frozen=True)
class RowView:
    """A row as the template prints it. ``anchor`` is its id; ``outer`` are those of what begins here.

    ``label`` are the lines of the address as it is shown. ``head`` says that it belongs to the next row,
    ``short`` that it stays on one page, ``whole`` that its first cell goes across all columns.
    """

    role: str
    anchor: str
    outer: tuple[str, ...]
    label: tuple[str, ...]
    cells: tuple[CellView, ...]
    head: bool = False
    short: bool = False
    whole: bool = False


def render_parallel(pages: Sequence[Page], templates: Templates) -> str:
    """The HTML of a parallel edition; ``pages`` are its columns, all of one document and medium.

    The first one's language and style sheet are those of the page around the table. Raises
    ``TemplateProblem`` for a mistake in a template.
    """
    languages = [page.edition.language for page in pages]
    columns = tuple(ColumnView(code, autonym(code), direction(code)) for code in languages)
    values = [fill_values(page, templates, column=page.edition.language) for page in pages]
    rows = align([page.edition.document for page in pages])
    document = pages[0].edition.document
    draft = any(page.edition.draft for page in pages)
    own = {
        **values[0],
        "columns": columns,
        "rows": [
            *_notices(["specimen"] if document.specimen else [], columns, values, templates),
            *_notices(["draft"] if draft else [], columns, values, templates),
            *(_view(row, columns, values, templates) for row in rows),
            *_notices(["colophon"], columns, values, templates),
        ],
        "landscape": len(columns) > UPRIGHT_COLUMNS,
        "draft": draft,
        "organisations": [page.organisation.name for page in pages],
        "languages": " · ".join(column.autonym for column in columns),
        "policy": Markup(policy(pages[0].stylesheet, ())),  # noqa: S704 - a hash
    }
    return templates.render("parallel.html", own)


def _notices(
    names: Sequence[str],
    columns: Sequence[ColumnView],
    values: Sequence[Mapping[str, Any]],
    templates: Templates,
) -> list[RowView]:
    """Rows of what is said of the whole: that it is a specimen, which columns are drafts, a colophon."""
    return [
        RowView(
            role="notice",
            anchor="",
            outer=(),
            label=(),
            cells=_cells(columns, values, [Notice(name)] * len(columns), templates),
            short=True,
        )
        for name in names
    ]


@dataclass(frozen=True)
class Notice:
    """A row that is no part of the document."""

    name: str
    role: str = "notice"


def _view(
    row: Row,
    columns: Sequence[ColumnView],
    values: Sequence[Mapping[str, Any]],
    templates: Templates,
) -> RowView:
    *outer, anchor = row.anchors or ("",)
    whole = row.role is Role.PICTURE
    return RowView(
        role=row.role.value,
        anchor=anchor,
        outer=tuple(outer),
        label=address(anchor),
        cells=_cells(columns[:1] if whole else columns, values, row.pieces, templates),
        head=row.role in _HEADS,
        short=row.role in _PICTURES or max(map(_lines, row.pieces)) <= _SHORT,
        whole=whole,
    )


def _lines(piece: Piece) -> int:
    """How many lines a piece takes on paper, at most; every cell of a table has its own."""
    cells = len(piece.own) if isinstance(piece.own, tuple) else 1
    return cells + sum(len(text.value) // _CHARACTERS_OF_A_LINE for text in piece.texts)


def _cells(
    columns: Sequence[ColumnView],
    values: Sequence[Mapping[str, Any]],
    pieces: Sequence[Piece | Notice],
    templates: Templates,
) -> tuple[CellView, ...]:
    stacked = not all(_fits_grid(piece.about) for piece in pieces if isinstance(piece, Piece))
    cells: list[CellView] = []
    for index, (column, own, piece) in enumerate(zip(columns, values, pieces, strict=False)):
        filled = {
            **own,
            "piece": _with_own_ids(piece, column),
            "first": index == 0,
            "marker": marker(piece.about)
            if isinstance(piece, Piece) and piece.role is Role.ITEM
            else "",
            "stacked": stacked,
        }
        content = templates.render("parallel-cell.html", filled).strip()
        cells.append(CellView(column, Markup(content)))  # noqa: S704 - a template escaped it
    return tuple(cells)


def marker(item: Listed) -> str:
    """What stands before an item, the same in all languages: a bullet, ``4.`` or ``d)``; after z, aa.

    Each item is a row of its own, so no list is there to count.
    """
    if item.style is ListStyle.BULLETS:
        return "•"
    if item.style is ListStyle.NUMBERS:
        return f"{item.number}."
    letters, number = "", item.number
    while number:
        number, place = divmod(number - 1, len(ascii_lowercase))
        letters = ascii_lowercase[place] + letters
    return f"{letters})"


def _with_own_ids(piece: Piece | Notice, column: ColumnView) -> Piece | Notice:
    """A chart names its patterns by its anchor, and every column has the chart."""
    if isinstance(piece, Piece) and isinstance(piece.about, Chart):
        chart = replace(piece.about, anchor=f"{piece.about.anchor}-{column.code}")
        return replace(piece, about=chart)
    return piece


def _fits_grid(table: object) -> bool:
    """Whether the cells of a table may stand side by side; whatever is no table does."""
    if not isinstance(table, Table):
        return True
    longest = max((len(text.value) for text in inside((table.columns, table.rows))), default=0)
    return len(table.columns) <= GRID_COLUMNS and longest <= GRID_CHARACTERS


def address(anchor: str) -> tuple[str, ...]:
    """The lines that show an anchor in the margin: ``¶ 7`` for ``p7``, ``annex1``, ``§ 2.1``."""
    annex = _ANNEX.match(anchor)
    own = anchor[annex.end() :] if annex else anchor
    numbered = _NUMBERED.fullmatch(own)
    if numbered:
        own = f"{_SIGNS[numbered[1]]}\N{NO-BREAK SPACE}{numbered[2].replace('-', '.')}"
    return tuple(line for line in (annex[1] if annex else "", own) if line)
