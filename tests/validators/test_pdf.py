"""The programs that read PDF files pass a good one and fail bad ones."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from weasyprint import HTML

from tests.support.pdf import (
    pdf_conformance,
    pdf_fonts,
    pdf_info,
    pdf_pages,
    pdf_picture,
    pdf_text,
    qpdf_check,
)
from tests.support.programs import ProgramError

pytestmark = pytest.mark.slow

PAGE = """<html lang="tk"><head><title>Beýannama</title><style>
@font-face {{ font-family: Bundled; src: url({font}) }}
body {{ font-family: Bundled }} h1, h2 {{ font-weight: 400 }} h2 {{ break-before: page }}
</style></head><body><h1>Aşgabat</h1><p>Žž.</p>{more}</body></html>"""


@pytest.fixture(scope="session")
def font(repository: Path) -> str:
    return (repository / "templates/fonts/SourceSerif4-Regular.ttf").as_uri()


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory, font: str) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "good.pdf"
    html = PAGE.format(font=font, more="<h2>Soňy</h2>")
    HTML(string=html).write_pdf(path, pdf_variant="pdf/ua-1")
    return path


def test_a_good_file_passes(good: Path) -> None:
    assert qpdf_check(good) == []
    assert pdf_conformance(good, "ua1") == []
    assert [(font.embedded, font.subset, font.unicode) for font in pdf_fonts(good)] == [
        (True, True, True)
    ]
    assert pdf_fonts(good)[0].name.endswith("+Bundled")


def test_its_text_and_facts_are_read(good: Path) -> None:
    assert pdf_text(good).split() == ["Aşgabat", "Žž.", "Soňy"]
    assert [text.split()[0] for text in pdf_pages(good)] == ["Aşgabat", "Soňy"]
    facts = pdf_info(good)
    assert (facts["Title"], facts["Pages"], facts["Tagged"]) == ("Beýannama", "2", "yes")
    assert "A4" in facts["Page size"]


def test_its_pixels_are_read(good: Path) -> None:
    darkest, brightest = pdf_picture(good, 2).getextrema()
    assert (darkest, brightest) == (0, 255)


def test_another_font_gives_other_pixels(tmp_path: Path, good: Path, font: str) -> None:
    other = tmp_path / "other.pdf"
    html = PAGE.format(font=font.replace("Serif4", "Sans3"), more="<h2>Soňy</h2>")
    HTML(string=html).write_pdf(other)
    assert pdf_text(other) == pdf_text(good)
    assert pdf_picture(other).tobytes() != pdf_picture(good).tobytes()


def test_a_damaged_file_fails(tmp_path: Path, good: Path) -> None:
    whole = good.read_bytes()
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(whole[: len(whole) // 2])
    assert qpdf_check(damaged)
    assert pdf_conformance(damaged, "ua1")


def test_a_file_that_is_no_pdf_fails(tmp_path: Path) -> None:
    text = tmp_path / "text.pdf"
    text.write_text("not a PDF file", encoding="utf-8")
    assert qpdf_check(text)
    assert pdf_conformance(text, "3a")
    for read in (pdf_fonts, pdf_text, pdf_info):
        with pytest.raises(ProgramError):
            read(text)


def test_a_font_that_is_not_embedded_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "bare.pdf"
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
        page.Contents = pdf.make_stream(b"BT /F1 12 Tf 50 50 Td (text) Tj ET")
        pdf.save(path)
    assert [font.embedded for font in pdf_fonts(path)] == [False]
    assert pdf_conformance(path, "3a")


@pytest.mark.parametrize("removed", ["/MarkInfo", "/Lang", "/StructTreeRoot", "/Metadata"])
def test_what_accessibility_needs_is_missed(tmp_path: Path, good: Path, removed: str) -> None:
    path = tmp_path / "less.pdf"
    with pikepdf.open(good) as pdf:
        del pdf.Root[removed]
        pdf.save(path)
    assert pdf_conformance(path, "ua1")
