"""A description of a picture says what there is to see, in every language."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.support.documents import statement, text
from toolkit.checks.alternatives import check_source, check_translation
from toolkit.diagnostics import Span
from toolkit.document import model as m
from toolkit.translation.pofile import read

SPAN = Span("documents/statement/lake.yaml", 9, 11)
GOOD = "An empty jetty on a dry lake bed"


def figure(alt: str, caption: str = "", image: str = "jetty.png") -> m.Document:
    return statement(
        m.Figure(
            image=image,
            image_span=SPAN,
            alt=text(alt),
            caption=text(caption) if caption else None,
        )
    )


def chart(alt: str, caption: str) -> m.Document:
    row = m.ChartRow(category=text("2023"), values=(m.Number(Decimal(3)),))
    return statement(
        m.Chart(
            kind=m.ChartKind.BAR,
            alt=text(alt),
            caption=text(caption),
            series=(text("People"),),
            rows=(row, row),
        )
    )


@pytest.mark.parametrize(
    ("alt", "caption", "reason"),
    [
        (GOOD, "The jetty in 2024", ""),
        (GOOD, "", ""),
        ("A map", "", ""),
        ("Map of the lake", "", ""),
        ("2024", "", "no more than"),
        ("—", "", "no more than"),
        ("jetty.png", "", "name of its file"),
        ("IMG_2031.JPG", "", "name of its file"),
        ("jetty", "", "name of its file"),
        ("Jetty", "", "name of its file"),
        ("image", "", "no more than"),
        ("Photo.", "", "no more than"),
        ("Photograph 3", "", "no more than"),
        ("Figure 1: chart", "", "no more than"),
        (GOOD, "*An empty jetty* on a dry lake bed.", "repeats its caption"),
    ],
)
def test_a_description(alt: str, caption: str, reason: str) -> None:
    found = list(check_source(figure(alt, caption)))
    assert [item.code for item in found] == (["image.alt"] if reason else [])
    assert all(reason in item.message and item.hint for item in found)


def test_a_chart_is_described_too() -> None:
    assert list(check_source(chart("Twice as many people left", "People who left"))) == []
    (found,) = check_source(chart("People who left", "People who left"))
    assert "repeats its caption" in found.message


@pytest.mark.parametrize(
    ("language", "translation", "wrong"),
    [
        ("ru", "Пустой причал на дне высохшего озера", False),
        ("ru", "Рисунок", True),
        ("ru", "фото 1", True),
        ("tk", "Gury köl düýbündäki boş duralga", False),
        ("tk", "Surat", True),
        ("tk", "jetty.png", True),
        ("ru", "Причал в 2024 году", True),
    ],
)
def test_a_translation_of_a_description(language: str, translation: str, wrong: bool) -> None:
    source = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        f'msgid "{GOOD}"\nmsgstr "{translation}"\n\n'
        'msgid "The jetty in 2024"\nmsgstr "Причал в 2024 году"\n'
    )
    path = f"translations/{language}/LC_MESSAGES/lake.po"
    catalog = read(source.encode(), path).value
    assert catalog is not None
    found = list(check_translation(figure(GOOD, "The jetty in 2024"), catalog, language))
    assert [(item.code, item.span.path, item.span.line) for item in found] == (
        [("image.alt", path, 6)] if wrong else []
    )
