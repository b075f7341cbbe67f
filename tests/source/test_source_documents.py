"""Every kind and every block, in its smallest and its fullest form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from tests.source.support import HERE, good, places, read
from toolkit.document.model import (
    Case,
    Chart,
    ChartKind,
    Delivery,
    Demands,
    Document,
    Figure,
    Heading,
    InterviewFront,
    InterviewTurn,
    ItemList,
    Kind,
    LetterFront,
    ListStyle,
    Number,
    Paragraph,
    Person,
    Quote,
    Recommendations,
    ReportFront,
    Source,
    StatementFront,
    Table,
    Text,
)
from toolkit.document.walk import texts
from toolkit.source.forms.blocks import BLOCKS
from toolkit.source.forms.kinds import KINDS

DOCUMENTS = sorted((HERE / "documents").glob("*.yaml"))
MINIMAL = [path for path in DOCUMENTS if ".minimal" in path.name]


def document(name: str) -> Document:
    path = HERE / "documents" / f"{name}.yaml"
    kind = name.partition(".")[0]
    return good(read(path.read_bytes(), f"documents/{kind}/2024-10-04-the-lake.yaml"))


def values(found: tuple[Text, ...]) -> list[str]:
    return [text.value for text in found]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_form_is_read(path: Path) -> None:
    assert document(path.stem).kind == path.name.partition(".")[0]


def test_every_kind_has_its_smallest_form() -> None:
    assert {path.name.partition(".")[0] for path in MINIMAL} == set(Kind) == set(KINDS)


def test_the_fullest_forms_use_every_field() -> None:
    for kind, form in KINDS.items():
        used = {
            name
            for path in DOCUMENTS
            if path.name.startswith((f"{kind}.", "statement.full"))
            for name in yaml.safe_load(path.read_bytes())
        }
        assert set(form.model_fields) <= used


def test_the_fullest_statement_uses_every_field_of_every_block() -> None:
    body = yaml.safe_load((HERE / "documents/statement.full.yaml").read_bytes())["body"]
    for name, form in BLOCKS.items():
        used = {
            field for block in body if isinstance(block, dict) and name in block for field in block
        }
        assert used == set(form.model_fields)


def _without(path: Path) -> Iterator[tuple[str, str]]:
    """The smallest form of a kind without each of its fields, as lines that begin in column 1."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    starts = [number for number, line in enumerate(lines) if line[0].isalpha()]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield lines[start].partition(":")[0], "".join(lines[:start] + lines[end:])


@pytest.mark.parametrize("path", MINIMAL, ids=lambda path: path.stem)
def test_without_any_of_its_fields_the_smallest_form_lacks_that_field(path: Path) -> None:
    kind = path.name.partition(".")[0]
    for name, text in _without(path):
        result = read(text, f"documents/{kind}/2024-10-04-the-lake.yaml")
        missing = [item for item in result.findings if item.code == "field.missing"]
        assert result.value is None
        assert places(missing) == ["1:1 field.missing"]
        assert f"needs `{name}`" in missing[0].message


def test_a_statement() -> None:
    read = document("statement.full")
    assert read.name == "2024-10-04-the-lake"
    assert (read.language, read.date) == ("en", dt.date(2024, 10, 4))
    assert (read.title.value, read.title.context) == ("The lake", "a lake")
    assert read.title.note == "A real lake, not a metaphor."
    assert read.summary is not None
    assert read.summary.value == "Since 2021 nobody may fish in the lake. We ask why."
    assert (read.specimen, read.contents, read.paragraph_numbers) == (True, True, "document")
    assert isinstance(read.front, StatementFront)
    assert read.front.open_until == dt.date(2024, 12, 1)
    assert [person.id for person in read.people] == ["aman-orazov"]
    assert [item.organisation and item.organisation.value for item in read.signatories] == [
        "Lake Watch",
        "The Quay Union",
    ]
    assert read.signatories[1].name is None
    assert read.corrections[0].date == dt.date(2024, 11, 1)
    assert values(read.contacts) == ["press@example.org"]
    assert [annex.title.value for annex in read.annexes] == ["The decree"]


def test_footnotes_are_numbered_by_their_first_reference() -> None:
    notes = document("statement.full").notes
    assert [(note.id, note.number) for note in notes] == [
        ("decree", 1),
        ("herald", 2),
        ("letters", 3),
    ]
    assert notes[1].source == Source(title="The Herald", language="en", date=2023)
    assert notes[2].source == Source(
        title="Письма с озера",
        language="ru",
        publisher="The Lakeland Herald",
        date=dt.date(2024, 3, 1),
        url="https://example.org/lake",
        archived="https://archive.example.org/lake",
    )
    assert notes[2].text is not None
    assert notes[2].text.value == "Page 4."


def test_paragraphs_and_headings() -> None:
    body = document("statement.full").body
    first, second, paragraph, unnumbered, unnumbered_too, noted = body[:6]
    assert isinstance(first, Heading)
    assert isinstance(second, Heading)
    assert (first.level, second.level) == (1, 2)
    assert isinstance(paragraph, Paragraph)
    assert paragraph.number == 1
    assert isinstance(unnumbered, Paragraph)
    assert isinstance(unnumbered_too, Paragraph)
    assert [unnumbered.number, unnumbered_too.number] == [None, None]
    assert unnumbered_too.text.value == "Nor has this."
    assert isinstance(noted, Paragraph)
    assert (noted.text.value, noted.text.note) == ("This paragraph has a note.", "The tone is dry.")


def block(kind: type, number: int = 0) -> object:
    return [item for item in document("statement.full").body if isinstance(item, kind)][number]


def test_a_quote_knows_a_declared_person_by_id_and_any_other_by_name() -> None:
    declared, other = block(Quote, 0), block(Quote, 1)
    assert isinstance(declared, Quote)
    assert isinstance(other, Quote)
    assert values(declared.paragraphs) == ["Nobody asked us.", "Nobody ever does."]
    assert isinstance(declared.by, Person)
    assert declared.by.name.value == "Aman Orazov"
    assert isinstance(other.by, Text)
    assert (other.by.value, other.role and other.role.value) == (
        "A fisherman",
        "from the southern shore",
    )


def test_lists_nest() -> None:
    bullets = block(ItemList)
    assert isinstance(bullets, ItemList)
    numbered = bullets.items[1].children
    assert numbered is not None
    letters = numbered.items[0].children
    assert letters is not None
    assert [bullets.style, numbered.style, letters.style] == [
        ListStyle.BULLETS,
        ListStyle.NUMBERS,
        ListStyle.LETTERS,
    ]
    assert [(item.text.value, item.text.note) for item in letters.items] == [
        ("four", ""),
        ("five", "A number."),
    ]


def test_demands_and_recommendations() -> None:
    demands, recommendations = block(Demands), block(Recommendations)
    assert isinstance(demands, Demands)
    assert isinstance(recommendations, Recommendations)
    assert [item.text.value for item in demands.items] == ["Open the lake."]
    assert [group.to.value for group in recommendations.groups] == ["The Government of Lakeland"]


def test_a_case_and_a_figure() -> None:
    case, figure = block(Case), block(Figure)
    assert isinstance(case, Case)
    assert isinstance(figure, Figure)
    assert (case.consent, case.as_of) == ("fictional", dt.date(2024, 9, 30))
    assert (figure.image, str(figure.image_span).split(":")[1:]) == ("lake.png", ["74", "13"])
    assert figure.alt.value == "An empty jetty"


def test_cells_are_numbers_texts_or_nothing() -> None:
    table = block(Table)
    assert isinstance(table, Table)
    assert table.row_headers
    cells = [cell.value if isinstance(cell, Text) else cell for row in table.rows for cell in row]
    assert table.columns[:2] == (None, Number(Decimal(2023)))
    assert cells == [
        "Lakeside",
        Number(Decimal(1320)),
        Number(Decimal(46), percent=True),
        "1.10",
        "Quay",
        Number(Decimal("-12.5")),
        Number(Decimal("7.50"), percent=True),
        "007",
        "North",
        None,
        Number(Decimal(12345678)),
        "1 320",
    ]


def test_a_chart_has_series_with_exact_values_and_gaps() -> None:
    chart = block(Chart)
    assert isinstance(chart, Chart)
    assert (chart.kind, chart.anchor, chart.number) == (ChartKind.LINE, "figure2", 2)
    assert chart.alt.value == "The number of people who left doubles"
    assert chart.unit is not None
    assert isinstance(chart.categories, Text)
    women, year = chart.series
    assert isinstance(women, Text)
    assert (women.note, year) == ("Girls too.", Number(Decimal(2024)))
    first, second = chart.rows
    assert first.category == Number(Decimal(2022))
    assert isinstance(second.category, Text)
    assert first.values == (Number(Decimal(1320)), Number(Decimal("-12.5")))
    assert second.values == (None, Number(Decimal(990)))


def test_an_empty_cell_is_no_message() -> None:
    assert all(text.value for text, _ in texts(document("statement.full")))


def test_a_letter() -> None:
    read = document("open-letter.full")
    assert isinstance(read.front, LetterFront)
    assert values(read.front.addressees[0].address) == ["Набережная 1", "Озёрск"]
    assert read.front.reply_by == dt.date(2024, 12, 1)
    assert values(read.enclosures) == ["Список закрытых сёл"]
    assert read.closing is not None
    assert read.closing.value == "С уважением,"


def test_a_report_has_a_speaker_of_its_own_or_one_of_its_people() -> None:
    own, declared = document("report.full").front, document("report.speaker").front
    assert isinstance(own, ReportFront)
    assert isinstance(declared, ReportFront)
    assert own.speaker is not None
    assert (own.speaker.id, own.speaker.name.value) == ("", "Aman Orazow")
    assert declared.speaker == document("report.speaker").person("aman-orazov")
    assert [own.delivered, declared.delivered] == [Delivery.SPOKEN, Delivery.WRITTEN]


def test_an_interview() -> None:
    read = document("interview.full")
    assert isinstance(read.front, InterviewFront)
    assert len(read.front.introduction) == 2
    assert read.front.speakers == ("lake-watch", "aman")
    assert read.front.original_language == "tk"
    assert [person.id for person in read.people] == ["berdi", "lake-watch", "aman"]
    answer = read.body[1]
    assert isinstance(answer, InterviewTurn)
    assert values(answer.paragraphs) == ["In the spring.", "On the second of May."]
    assert read.commentary is not None
    assert read.person(read.commentary.by).name.value == "Berdi Atayev"


def test_a_blank_field_is_a_field_that_is_not_given() -> None:
    text = (HERE / "documents/statement.minimal.yaml").read_text()
    assert good(read(f"{text}subtitle:\nplace: ''\npeople:\n")) == good(read(text))
