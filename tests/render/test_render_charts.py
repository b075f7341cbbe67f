"""Charts as geometry: lengths are to each other as the numbers, and every word can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, cycle, islice, pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.render.pages import SHIPPED, html, kit, read
from tests.support.documents import statement, text
from tests.support.pdf import pdf_fonts
from tests.support.strategies import charts
from toolkit.document import model as m
from toolkit.language.numbers import number
from toolkit.render.charts.draw import draw
from toolkit.render.charts.lines import spread
from toolkit.render.charts.metrics import Face, read_advances, wrap
from toolkit.render.charts.plot import Name, Plot, Sheet, plotted
from toolkit.render.charts.scale import scale
from toolkit.render.charts.shapes import Bar, Drawing, Label
from toolkit.render.charts.style import LOOKS, ChartStyle
from toolkit.render.columns import as_table, columns
from toolkit.render.job import Job
from toolkit.render.page import Page
from toolkit.render.pool import Pool

STYLE = ChartStyle(kit().stylesheet, kit().resources)
SHEETS = (STYLE.sheet("screen"), STYLE.sheet("print"), STYLE.sheet("print", column=True))
#: The dark tokens under the names of the light ones, as `drawings.css` has them on a dark screen.
DARK = ChartStyle(
    ":root {"
    + "".join(
        line.replace("--dark-", "--")
        for line in (SHIPPED / "css/tokens.css").read_text(encoding="utf-8").splitlines()
        if line.startswith("  --dark-")
    )
    + "}"
)

VALUES = st.integers(0, 10**6).map(Decimal) | st.decimals(0, 1000, places=2)
WORDS = st.sampled_from(
    ["Northpier", "«Интересы государства»", "2024", "Göçmenleriň sany", "a", "из-за родственников"]
)
NAMES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join).map(Name)


def say(value: Decimal) -> str:
    return number(value, "ru")


@st.composite
def plots(draw_from: st.DrawFn) -> Plot:
    """Any numbers under any names, as a document may have them."""
    kind = draw_from(st.sampled_from(m.ChartKind))
    signed = kind is not m.ChartKind.STACKED
    value = VALUES | VALUES.map(lambda value: -value) | st.none() if signed else VALUES
    width, height = draw_from(st.integers(1, 6)), draw_from(st.integers(2, 24))
    upright = draw_from(st.booleans())
    # Few of each are drawn and used again and again, which is much quicker and as good.
    values = cycle(draw_from(st.lists(value, min_size=1, max_size=7)))
    names = cycle(draw_from(st.lists(NAMES, min_size=1, max_size=5)))
    years = (Name(str(2000 + index)) for index in range(height))
    return Plot(
        kind=kind,
        upright=upright,
        categories=tuple(islice(years if upright else names, height)),
        series=tuple(islice(names, width)),
        rows=tuple(tuple(islice(values, width)) for _ in range(height)),
        unit=draw_from(st.none() | NAMES),
        say=say,
    )


# The axis


@given(st.lists(VALUES | VALUES.map(lambda value: -value), max_size=8), st.integers(2, 6))
def test_an_axis_covers_its_values_in_round_steps_from_zero(
    values: list[Decimal], intervals: int
) -> None:
    ticks = scale(values, intervals).ticks
    steps = {high - low for low, high in pairwise(ticks)}
    assert len(steps) == 1
    (step,) = steps
    assert Decimal(0) in ticks
    assert ticks[0] <= min([*values, Decimal(0)])
    assert ticks[-1] >= max([*values, Decimal(0)])
    assert 2 <= len(ticks) <= intervals + 3
    assert step.normalize().as_tuple().digits in {(1,), (2,), (5,)}


@given(st.lists(st.integers(-3, 3).map(Decimal), max_size=4))
def test_what_is_counted_in_wholes_is_marked_in_wholes(values: list[Decimal]) -> None:
    assert all(tick == int(tick) for tick in scale(values, 5).ticks)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (["12", "30"], ["0", "10", "20", "30"]),
        (["6.5", "30.5"], ["0", "10", "20", "30", "40"]),
        (["-12", "9"], ["-15", "-10", "-5", "0", "5", "10"]),
        (["0.12", "0.3"], ["0.0", "0.1", "0.2", "0.3"]),
        (["2", "3"], ["0", "1", "2", "3"]),
        (["0"], ["0", "1"]),
        ([], ["0", "1"]),
    ],
)
def test_an_axis(values: list[str], ticks: list[str]) -> None:
    assert [str(tick) for tick in scale(map(Decimal, values), 5).ticks] == ticks


# Lengths


def length(bar: Bar, plot: Plot) -> float:
    return bar.height if plot.upright else bar.width


@given(plots().filter(lambda plot: plot.kind is not m.ChartKind.LINE))
@settings(max_examples=60, deadline=None)
def test_bars_are_as_long_as_their_numbers_are_large(plot: Plot) -> None:
    for sheet in SHEETS:
        drawing = draw(plot, sheet)
        values = [
            (value, index)
            for row in plot.rows
            for index, value in enumerate(row)
            if value is not None
        ]
        bars = drawing.bars[-len(values) :] if values else ()
        assert [bar.series for bar in bars] == [series for _, series in values]
        unit = [
            length(bar, plot) / float(abs(value))
            for bar, (value, _) in zip(bars, values, strict=True)
            if value
        ]
        assert all(one == pytest.approx(unit[0], rel=1e-6) for one in unit)
        zeros = [bar for bar, (value, _) in zip(bars, values, strict=True) if not value]
        assert all(length(bar, plot) == pytest.approx(0, abs=1e-6) for bar in zeros)


@given(plots().filter(lambda plot: plot.kind is m.ChartKind.STACKED))
@settings(max_examples=30, deadline=None)
def test_stacked_bars_follow_each_other_without_a_gap(plot: Plot) -> None:
    drawing = draw(plot, SHEETS[1])
    width = len(plot.series)
    bars = drawing.bars[-width * len(plot.rows) :]
    for start in range(0, len(bars), width):
        for below, above in pairwise(bars[start : start + width]):
            if plot.upright:
                assert above.y + above.height == pytest.approx(below.y)
            else:
                assert above.x == pytest.approx(below.x + below.width)


@given(plots().filter(lambda plot: plot.kind is m.ChartKind.LINE))
@settings(max_examples=40, deadline=None)
def test_points_are_as_high_as_their_numbers(plot: Plot) -> None:
    drawing = draw(plot, SHEETS[0])
    count = sum(value is not None for row in plot.rows for value in row)
    points = drawing.marks[-count:] if count else ()
    values = [row[series] for series in range(len(plot.series)) for row in plot.rows]
    given_values = [value for value in values if value is not None]
    base = next(rule for rule in drawing.rules if rule.base)
    heights = [
        (base.y1 - mark.y) / float(value)
        for mark, value in zip(points, given_values, strict=True)
        if value
    ]
    assert all(one == pytest.approx(heights[0], rel=1e-6) for one in heights)
    for line in drawing.lines:
        marks = {(mark.x, mark.y) for mark in points if mark.series == line.series}
        assert set(line.points) <= marks


def test_a_value_that_is_not_known_leaves_a_gap() -> None:
    rows = tuple((None if index == 2 else Decimal(index),) for index in range(6))
    years = tuple(Name(str(2020 + index)) for index in range(6))
    plot = Plot(m.ChartKind.LINE, True, years, (Name("People"),), rows, None, say)
    drawing = draw(plot, SHEETS[0])
    assert [len(line.points) for line in drawing.lines] == [2, 3]
    assert len(drawing.marks) == 5


# Words


def box(label: Label, sheet: Sheet) -> tuple[float, float, float, float]:
    """The place of a label: lower-case letters and figures above the base line, a little below it."""
    wide = sheet.wide(label.text)
    left = {"start": label.x, "middle": label.x - wide / 2, "end": label.x - wide}[label.anchor]
    return left, label.y - 0.7 * sheet.size, left + wide, label.y + 0.2 * sheet.size


def covered(drawing: Drawing, sheet: Sheet) -> Iterator[tuple[str, str]]:
    for one, other in combinations(drawing.labels, 2):
        a, b = box(one, sheet), box(other, sheet)
        if min(a[2], b[2]) - max(a[0], b[0]) > 0.1 and min(a[3], b[3]) - max(a[1], b[1]) > 0.1:
            yield one.text, other.text


@given(plots())
@settings(max_examples=120, deadline=None)
def test_no_word_covers_another_or_leaves_the_sheet(plot: Plot) -> None:
    for sheet in SHEETS:
        drawing = draw(plot, sheet)
        assert list(covered(drawing, sheet)) == []
        for label in drawing.labels:
            left, top, right, bottom = box(label, sheet)
            assert left >= -0.1, label
            assert right <= drawing.width + 0.1, label
            assert top >= -0.1, label
            assert bottom <= drawing.height + 0.1, label


@given(plots())
@settings(max_examples=40, deadline=None)
def test_all_shapes_are_on_the_sheet(plot: Plot) -> None:
    drawing = draw(plot, SHEETS[1])
    for bar in drawing.bars:
        assert -0.1 <= bar.x <= bar.x + bar.width <= drawing.width + 0.1
        assert -0.1 <= bar.y <= bar.y + bar.height <= drawing.height + 0.1
    for mark in drawing.marks:
        assert 0 <= mark.x <= drawing.width
        assert 0 <= mark.y <= drawing.height


@given(plots())
@settings(max_examples=40, deadline=None)
def test_every_series_is_named_where_there_is_more_than_one(plot: Plot) -> None:
    drawing = draw(plot, SHEETS[0])
    named = "".join(label.text for label in drawing.labels if label.role == "series")
    wanted = plot.series if len(plot.series) > 1 else ()
    assert re.sub("[- ]", "", named) == re.sub("[- ]", "", "".join(name.text for name in wanted))


def test_a_copy_in_another_language_has_the_same_picture() -> None:
    """Whether bars stand or lie, and what the axis says, does not depend on the words."""
    categories = (text("Northpier"), text("The western shore of the Long Lake and all its islands"))
    for first in (m.Number(Decimal(2023)), categories[0]):
        pictures = []
        for second in categories:
            chart = sample(category=first, name=second)
            drawing = draw(plotted(chart, "en"), SHEETS[1])
            ticks = [label.text for label in drawing.labels if label.role == "tick"]
            pictures.append((len(drawing.bars), len(drawing.rules), ticks))
        assert pictures[0] == pictures[1]


@given(st.text("abЖş -", max_size=40), st.floats(20, 200))
def test_lines_of_words_are_no_wider_than_their_room(words: str, room: float) -> None:
    face = SHEETS[0].face
    lines = wrap(words, room, 10, face)
    assert all(face.width(line, 10) <= room for line in lines)
    kept = re.sub("[- ]", "", "".join(lines))
    assert kept == re.sub("[- ]", "", words)


@given(
    st.lists(st.tuples(st.floats(0, 100), st.floats(1, 15)), max_size=6),
)
def test_names_at_the_ends_of_lines_keep_apart_and_in_order(
    places: list[tuple[float, float]],
) -> None:
    wanted, heights = [place for place, _ in places], [height for _, height in places]
    found = spread(wanted, heights, 0, 100)
    boxes = sorted(
        (middle - height / 2, middle + height / 2)
        for middle, height in zip(found, heights, strict=True)
    )
    assert all(low[1] <= high[0] + 1e-6 for low, high in pairwise(boxes))
    assert all(low >= -1e-6 and high <= 100 + 1e-6 for low, high in boxes)


def test_the_width_of_words_is_that_of_the_bundled_font() -> None:
    advances = read_advances((SHIPPED / "fonts/SourceSans3-Regular.ttf").read_bytes())
    assert SHEETS[1].face.advances == advances
    for letter in "AgЖşňý1№ ":
        assert 0.1 < advances[letter] < 1.1
    assert len({advances[figure] for figure in "0123456789"}) == 1
    face = Face({"a": 0.5}, slack=1.2)
    assert face.width("aab", 10) == pytest.approx((0.5 + 0.5 + 1.0) * 12)


# Grey


def luminance(colour: str) -> Fraction:
    """The relative luminance of WCAG 2.2."""
    channels = [Fraction(int(colour[at : at + 2], 16), 255) for at in (1, 3, 5)]
    linear = [
        float(part) / 12.92
        if part <= Fraction(4045, 100000)
        else ((float(part) + 0.055) / 1.055) ** 2.4
        for part in channels
    ]
    return Fraction(
        sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    )


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return float((high + Fraction(5, 100)) / (low + Fraction(5, 100)))


@pytest.mark.parametrize(
    ("style", "paper"), [(STYLE, "#ffffff"), (DARK, "#15181c")], ids=["light", "dark"]
)
def test_series_are_told_apart_without_colour(style: ChartStyle, paper: str) -> None:
    fills = [style.token(look.fill) for look in LOOKS]
    for one, other in pairwise(fills):
        assert contrast(one, other) >= 3
    for (one, first), (other, second) in combinations(zip(fills, LOOKS, strict=True), 2):
        assert contrast(one, other) >= 3 or first.texture != second.texture
    assert contrast(style.token("chart-edge"), paper) >= 4.5
    for look in LOOKS:
        assert contrast(style.token(look.line), paper) >= 4.5
        ink = paper if look.dark else style.token("chart-edge")
        assert not look.texture or contrast(style.token(look.fill), ink) >= 3
    assert (
        len({(look.dashes, look.sign) for look in LOOKS}) == len({look.sign for look in LOOKS}) == 6
    )


def test_a_theme_may_refer_to_its_own_colours() -> None:
    theme = (
        ":root { --chart-1: var(--accent); --accent: #6b1d2a } @media x { :root { --accent: red } }"
    )
    style = ChartStyle(theme)
    assert style.token("chart-1") == "#6b1d2a"
    assert style.token("chart-2") == "currentColor"
    assert ChartStyle(":root { --a: var(--b); --b: var(--a) }").token("a").startswith("var(")


# The page


def sample(
    category: m.Text | m.Number | None = None, name: m.Text | None = None, percent: bool = False
) -> m.Chart:
    values = (m.Number(Decimal("1320.50"), percent), m.Number(Decimal(12), percent))
    return m.Chart(
        kind=m.ChartKind.BAR,
        alt=text("Half as many <men>"),
        caption=text("*Lake* & shore"),
        unit=text("crowns"),
        categories=text("Place"),
        series=(name or text("Women"), m.Number(Decimal(2024))),
        rows=(m.ChartRow(category=category or text("Quay"), values=values),) * 2,
        source=text("Lake Watch"),
    )


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_a_drawing_is_described_and_its_numbers_are_a_table(medium: str) -> None:
    page = read(html(statement(sample()), medium))  # type: ignore[arg-type]
    (drawing,) = page.all("svg")
    assert drawing.attributes["role"] == "img"
    assert [title.text for title in drawing.all("title")] == ["Half as many <men>"]
    (table,) = page.all("table")
    assert [cell.attributes["scope"] for cell in table.all("th")] == ["col"] * 3 + ["row"] * 2
    assert [cell.text for cell in table.all("td")] == ["1,320.50", "12"] * 2
    (caption,) = table.all("caption")
    assert "crowns" in caption.text
    assert "1,320.50" in [label.text for label in drawing.all("text")]


@given(charts())
@settings(max_examples=40, deadline=None)
def test_every_number_is_said_as_the_table_of_the_chart_says_it(chart: m.Chart) -> None:
    series = columns(as_table(chart))[1:]
    # Numbers that may be years beside others: the table tells its columns apart, a scale is one.
    assume(len({column.years for column in series}) == 1)
    for language in ("ru", "tk", "en"):
        plot = plotted(chart, language)
        said = [plot.say(value) for row in plot.rows for value in row if value is not None]
        assert said == [
            column.write(value, language)
            for row in chart.rows
            for column, value in zip(series, row.values, strict=True)
            if value
        ]
        assert [re.sub(r"\D", "", text) for text in said] == [
            re.sub(r"\D", "", format(value, "f"))
            for row in plot.rows
            for value in row
            if value is not None
        ]


def test_a_word_without_a_translation_says_in_which_language_it_is() -> None:
    stand_in = m.Text("Women", "en", text("x").span, state=m.State.UNTRANSLATED)
    drawing = draw(plotted(sample(name=stand_in), "ru"), SHEETS[0])
    assert {label.language for label in drawing.labels if label.role == "series"} == {"en", ""}


def test_a_page_without_a_style_for_charts_prints_them_in_the_colour_of_its_text() -> None:
    assert Page.__dataclass_fields__["charts"].default_factory is ChartStyle
    assert 'fill="currentColor"' in html(statement(sample()))


def test_the_words_of_a_chart_are_printed_in_the_face_that_they_are_measured_in(
    tmp_path: Path,
) -> None:
    whole = html(statement(sample()), "print", charts=STYLE)
    alone = whole[whole.index("<svg") : whole.index("</svg>") + len("</svg>")]
    page = f'<html lang="en"><head><title>Lake</title></head><body>{alone}</body></html>'
    with Pool(kit(), 1) as pool:
        (outcome,) = pool.render([Job(page, {})])
    (tmp_path / "chart.pdf").write_bytes(outcome.pdf)
    assert outcome.complaints == ()
    assert {
        font.name.partition("+")[2].strip(",") for font in pdf_fonts(tmp_path / "chart.pdf")
    } == {"Source-Sans-3"}
