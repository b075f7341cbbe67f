"""PDF files that were changed, swapped or printed from another text."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from tests.finished.conftest import FOLDER, LETTER, STATEMENT, Shelf
from toolkit.project.building import build
from toolkit.project.place import open_project
from toolkit.project.printing import PrintOptions
from toolkit.project.selection import Selection

PATH = f"{FOLDER}/{STATEMENT}.ru.pdf"


def codes(finished: Shelf) -> set[str]:
    findings = finished.check()
    assert {item.span.path for item in findings} == {PATH}
    return {item.code for item in findings}


def alter(finished: Shelf, change: Callable[[pikepdf.Pdf], None]) -> None:
    path = finished.file("pdf")
    with pikepdf.open(BytesIO(path.read_bytes())) as pdf:
        change(pdf)
        pdf.save(path)


def rewrite(finished: Shelf, change: Callable[[bytes], bytes], page: int = 0) -> None:
    """Change the operators of a page."""

    def put(pdf: pikepdf.Pdf) -> None:
        before = pdf.pages[page].Contents.read_bytes()
        after = change(before)
        assert after != before
        pdf.pages[page].Contents = pdf.make_stream(after)

    alter(finished, put)


def last_text(content: bytes) -> bytes:
    """The last tagged text of a page, from its mark to the end of the mark."""
    start = content.rindex(b"BDC", 0, content.rindex(b"TJ"))
    return content[start : content.index(b"EMC", start)]


def test_a_file_that_was_only_saved_anew(finished: Shelf) -> None:
    alter(finished, lambda pdf: None)
    assert finished.check() == ()


def test_another_language_in_its_place(finished: Shelf) -> None:
    finished.file("pdf").write_bytes(finished.file("pdf", "en").read_bytes())
    assert "finished.other" in codes(finished)


def test_another_document_in_its_place(finished: Shelf) -> None:
    letter = finished.root / "build" / "open-letter" / LETTER / f"{LETTER}.ru.pdf"
    finished.file("pdf").write_bytes(letter.read_bytes())
    assert {"finished.other", "finished.structure"} <= codes(finished)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("320", "330", {"finished.text-changed"}),
        ("  - heading:", "  - One more paragraph stands here.\n  - heading:", None),
    ],
)
def test_printed_from_another_text(
    finished: Shelf, old: str, new: str, expected: set[str] | None
) -> None:
    source = finished.root / "documents" / "statement" / f"{STATEMENT}.yaml"
    original = source.read_text(encoding="utf-8")
    assert old in original
    before = {path: path.read_bytes() for path in (finished.root / FOLDER).iterdir()}
    source.write_text(original.replace(old, new, 1), encoding="utf-8")
    project = open_project(finished.root).value
    assert project is not None
    options = PrintOptions(selection=Selection(paths=(source,)), languages=("ru",))
    build(project, options)
    changed = finished.file("pdf").read_bytes()
    source.write_text(original, encoding="utf-8")
    for path, data in before.items():
        path.write_bytes(data)
    finished.file("pdf").write_bytes(changed)
    found = codes(finished)
    assert found == expected if expected else "finished.structure" in found


def test_a_text_that_is_not_painted(finished: Shelf) -> None:
    rewrite(finished, lambda content: content.replace(b"BT\n", b"BT\n3 Tr\n", 1))
    assert codes(finished) == {"finished.hidden"}


def test_a_text_beyond_the_edge_of_the_page(finished: Shelf) -> None:
    def move(content: bytes) -> bytes:
        start = content.index(b"BT\n") + 3
        end = content.index(b"Tm", start)
        return content[:start] + b"1 0 0 -1 9000 100 " + content[end:]

    rewrite(finished, move)
    assert codes(finished) == {"finished.hidden"}


def test_a_text_that_another_one_is_printed_over(finished: Shelf) -> None:
    def cover(content: bytes) -> bytes:
        text = content[content.index(b"BT\n") : content.index(b"ET") + 2]
        place = content.index(b"EMC", content.index(text)) + 3
        return content[:place] + b"\n/Artifact BMC\n" + text + b"\nEMC\n" + content[place:]

    rewrite(finished, cover)
    assert "finished.hidden" in codes(finished)


def test_a_text_that_was_taken_out(finished: Shelf) -> None:
    rewrite(
        finished,
        lambda content: content.replace(
            content[content.index(b"BT\n") : content.index(b"ET") + 2], b"", 1
        ),
    )
    found = codes(finished)
    assert found & {"finished.text-missing", "finished.text-changed"}


def test_a_text_that_is_printed_twice_in_its_mark(finished: Shelf) -> None:
    def repeat(content: bytes) -> bytes:
        text = content[content.index(b"BT\n") : content.index(b"ET") + 2]
        return content.replace(text, text + b"\n" + text.replace(b"1 0 0 -1", b"1 0 0 -1"), 1)

    rewrite(finished, repeat)
    found = codes(finished)
    assert "finished.hidden" in found
    assert found & {"finished.text-doubled", "finished.text-changed", "finished.text-extra"}


def test_a_glyph_that_is_none(finished: Shelf) -> None:
    def spoil(content: bytes) -> bytes:
        start = content.index(b"[<") + 2
        return content[:start] + b"0000" + content[start + 4 :]

    rewrite(finished, spoil)
    assert "finished.glyph" in codes(finished)


def test_a_font_that_is_not_bundled(finished: Shelf) -> None:
    def swap(pdf: pikepdf.Pdf) -> None:
        fonts = pdf.pages[0].Resources.Font
        font = fonts[next(iter(fonts.keys()))]
        font.BaseFont = pikepdf.Name("/ABCDEF+Comic-Sans-MS")

    alter(finished, swap)
    findings = finished.check()
    assert [(item.code, item.span.path) for item in findings] == [("finished.font", PATH)]
    assert "`ABCDEF+Comic-Sans-MS`" in findings[0].message


def test_an_address_that_is_gone(finished: Shelf) -> None:
    def remove(pdf: pikepdf.Pdf) -> None:
        names = pdf.Root.Names.Dests.Names
        place = [str(item) for item in list(names)[::2]].index("p2")
        del names[2 * place : 2 * place + 2]

    alter(finished, remove)
    assert codes(finished) == {"finished.structure"}


def test_an_outline_that_lost_its_headings(finished: Shelf) -> None:
    def remove(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.Outlines

    alter(finished, remove)
    assert codes(finished) == {"finished.structure"}


def test_tags_that_are_gone(finished: Shelf) -> None:
    def remove(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.StructTreeRoot

    alter(finished, remove)
    assert "finished.other" in codes(finished)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"<!doctype html>"])
def test_a_file_that_is_no_pdf(finished: Shelf, data: bytes) -> None:
    finished.file("pdf").write_bytes(data)
    assert codes(finished) == {"finished.unreadable"}


def test_a_pdf_that_was_cut_off(finished: Shelf) -> None:
    data = finished.file("pdf").read_bytes()
    finished.file("pdf").write_bytes(data[: len(data) // 2])
    assert codes(finished) & {"finished.unreadable", "finished.other", "finished.text-missing"}
