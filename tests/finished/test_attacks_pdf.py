"""PDF files that somebody tampers with: every way of hiding, adding and changing has its finding."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from time import process_time

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from tests.finished.case import Case, codes
from toolkit.render.inspect.examine import Problem, Unreadable

#: One tagged text of a page that is in the page's own text, from its mark to the end of the mark.
_MARKED = re.compile(rb"/Span\n<</MCID \d+>>\nBDC\n.*?\nEMC", re.DOTALL)
_SHOWN = re.compile(rb"BT\n(?:(?!ET).)*?TJ\nET", re.DOTALL)


def shown(content: bytes) -> list[re.Match[bytes]]:
    """The texts of a page from ``BT`` to ``ET``."""
    return list(_SHOWN.finditer(content))


def around(before: bytes, after: bytes = b"", number: int = 12) -> Callable[[bytes], bytes]:
    """Put operators around one text of a page."""

    def change(content: bytes) -> bytes:
        match = shown(content)[number]
        start, end = match.span()
        return content[:start] + before + match[0] + after + content[end:]

    return change


def within(before: bytes, number: int = 12) -> Callable[[bytes], bytes]:
    """Put operators before the strings of one text of a page."""

    def change(content: bytes) -> bytes:
        place = content.index(b"[<", shown(content)[number].start())
        return content[:place] + before + b"\n" + content[place:]

    return change


def box_of(content: bytes, number: int = 12) -> bytes:
    """A rectangle over one text of a page: its place as the operators have it, and generous sizes."""
    found = re.search(rb"1 0 0 -1 ([\d.]+) ([\d.]+) Tm", shown(content)[number][0])
    assert found is not None
    x, y = float(found[1]), float(found[2])
    return b"%f %f 420 16 re" % (x - 2, y - 12)


def after_all(operators: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """Paint something after one text, in the coordinates in which it stands."""
    return lambda content: around(b"", b"\n/Artifact BMC q\n" + operators(content) + b"\nQ EMC\n")(
        content
    )


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(within(b"3 Tr"), id="invisible"),
        pytest.param(within(b"7 Tr"), id="clipping-only"),
        pytest.param(around(b"1 1 1 rg\n"), id="white-on-white"),
        pytest.param(around(b"0.97 g\n"), id="nearly-white"),
        pytest.param(around(b"0 0 0 0 k\n"), id="white-by-ink"),
        pytest.param(within(b"1 Tr 1 1 1 RG"), id="white-outlines"),
        pytest.param(within(b"/APDWCE 0.2 Tf"), id="tiny"),
        pytest.param(within(b"0.5 Tz"), id="squeezed"),
        pytest.param(around(b"q 0 0 1 1 re W n\n", b"\nQ"), id="clipped"),
        pytest.param(around(b"q 1 0 0 1 5000 0 cm\n", b"\nQ"), id="off-page"),
        pytest.param(around(b"q 1 0 0 1 0 -5000 cm\n", b"\nQ"), id="above-page"),
        pytest.param(after_all(lambda page: b"1 g " + box_of(page) + b" f"), id="white-area"),
        pytest.param(after_all(lambda page: b"0 g " + box_of(page) + b" f*"), id="black-area"),
        pytest.param(
            after_all(lambda page: b"1 G 40 w 0 0 m 800 0 l 0 200 m 800 200 l 0 500 m 800 500 l S"
                      b" 700 w 0 300 m 900 300 l S"), id="thick-line"),
        pytest.param(
            after_all(lambda page: b"900 0 0 900 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI"),
            id="inline-picture"),
    ],
)  # fmt: skip
def test_a_text_that_nobody_sees(case: Case, change: Callable[[bytes], bytes]) -> None:
    assert "hidden" in codes(case.with_content(change))


def test_what_is_painted_below_a_text_hides_nothing(case: Case) -> None:
    def below(content: bytes) -> bytes:
        return around(b"/Artifact BMC q 0.9 1 1 rg " + box_of(content) + b" f Q EMC\n")(content)

    assert case.with_content(below) == ()


def test_a_frame_around_a_text_hides_nothing(case: Case) -> None:
    frame = after_all(lambda page: b"0 0 900 900 re 1 1 898 898 re f*")
    assert case.with_content(frame) == ()


def test_a_text_of_the_colour_of_what_is_below_it(case: Case) -> None:
    def below(content: bytes) -> bytes:
        ground = b"/Artifact BMC q 0 0 0.4 rg " + box_of(content) + b" f Q EMC 0 0 0.5 rg\n"
        return around(ground)(content)

    assert codes(case.with_content(below)) == {"hidden"}


def test_a_picture_over_a_text(case: Case) -> None:
    def cover(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        picture = pdf.make_stream(b"\xff", Type=Name.XObject, Subtype=Name.Image, Width=1)
        picture.Height, picture.BitsPerComponent = 1, 8
        picture.ColorSpace = Name.DeviceGray
        page.Resources.XObject["/Cover"] = picture
        content = page.Contents.read_bytes() + b"\nq 900 0 0 900 0 0 cm /Cover Do Q"
        page.Contents = pdf.make_stream(content)

    assert "hidden" in codes(case.with_objects(cover))


def test_a_layer_that_is_switched_off(case: Case) -> None:
    def hide(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="x"))
        pdf.Root.OCProperties = Dictionary(
            OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([]))
        )
        page = pdf.pages[0]
        page.Resources.Properties = Dictionary(L=layer)
        wrap = around(b"/OC /L BDC\n", b"\nEMC")
        page.Contents = pdf.make_stream(wrap(page.Contents.read_bytes()))

    assert codes(case.with_objects(hide)) == {"hidden"}


def test_a_text_that_became_a_form_is_still_read(case: Case) -> None:
    def wrap(pdf: pikepdf.Pdf, alpha: float) -> None:
        page = pdf.pages[0]
        resources = page.Resources
        inner = page.Contents.read_bytes()
        form = pdf.make_stream(inner, Type=Name.XObject, Subtype=Name.Form)
        form.BBox, form.Resources = Array([0, 0, 900, 900]), resources
        state = Dictionary(ca=alpha)
        page.Resources = Dictionary(
            XObject=Dictionary(F=form), ExtGState=Dictionary(G=state), Font=resources.Font
        )
        page.Contents = pdf.make_stream(b"/G gs /F Do")

    assert case.with_objects(lambda pdf: wrap(pdf, 1.0)) == ()


def test_a_form_that_calls_itself(case: Case) -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        form = pdf.make_stream(b"/F Do", Type=Name.XObject, Subtype=Name.Form)
        form.BBox = Array([0, 0, 900, 900])
        form.Resources = Dictionary(XObject=Dictionary(F=form))
        page.Resources.XObject["/F"] = form
        page.Contents = pdf.make_stream(b"/F Do")

    assert_refused_or_found(case, case.changed(turn))


@pytest.mark.parametrize("box", [[0, 0, 595, 100], [0, 700, 595, 842]])
def test_a_page_that_is_cut(case: Case, box: list[int]) -> None:
    def cut(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].CropBox = Array(box)

    assert codes(case.with_objects(cut)) == {"hidden"}


@pytest.mark.parametrize("kind", ["FreeText", "Square", "Stamp"])
def test_something_laid_upon_a_page(case: Case, kind: str) -> None:
    def stick(pdf: pikepdf.Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name("/" + kind), Contents="No.")
        note.Rect = Array([0, 0, 500, 500])
        page = pdf.pages[0]
        page.Annots = Array([*page.get("/Annots", Array([])), pdf.make_indirect(note)])

    (problem,) = case.with_objects(stick)
    assert problem.code == "finished.text-extra"
    assert problem.actual == f"{kind} No."


def test_a_text_printed_over_another(case: Case) -> None:
    def cover(content: bytes) -> bytes:
        match = shown(content)[12]
        artifact = b"\n/Artifact BMC\n" + match[0] + b"\nEMC\n"
        return content[: match.end()] + artifact + content[match.end() :]

    # It is one more text, or the end of the one before it.
    assert codes(case.with_content(cover)) - {"text-changed"} in (
        {"hidden"},
        {"hidden", "text-extra"},
    )


def test_two_texts_that_changed_places(case: Case) -> None:
    def swap(pdf: pikepdf.Pdf) -> None:
        kids = body(pdf).K
        first, second = kids[1], kids[2]
        kids[1], kids[2] = second, first

    assert "text-moved" in codes(case.with_objects(swap))


def test_a_text_that_stands_there_twice(case: Case) -> None:
    def repeat(content: bytes) -> bytes:
        match = shown(content)[12]
        again = b"\nq 1 0 0 1 0 300 cm\n" + match[0] + b"\nQ\n"
        return content[: match.end()] + again + content[match.end() :]

    assert codes(case.with_content(repeat)) & {"text-changed", "text-extra", "text-doubled"}


def body(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The tagged element that holds the paragraphs of the first page."""

    def largest(element: pikepdf.Object) -> pikepdf.Object:
        kids = [kid for kid in element.get("/K", []) if isinstance(kid, Dictionary)]
        found = [largest(kid) for kid in kids if isinstance(kid.get("/K"), Array)]
        return max([element, *found], key=paragraphs)

    def paragraphs(element: pikepdf.Object) -> int:
        kids = [kid for kid in element.get("/K", []) if isinstance(kid, Dictionary)]
        return sum(kid.get("/S") == Name.P and kid.Pg == pdf.pages[0].obj for kid in kids)

    return largest(pdf.Root.StructTreeRoot.K[0])


def test_one_digit(case: Case) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        """Print the glyph of another digit, which the font of the file may lack."""
        font = pdf.pages[0].Resources.Font
        for name in font:
            cmap = font[str(name)].ToUnicode.read_bytes()
            glyphs = dict(re.findall(rb"<([0-9a-f]{4})> <00(3[0-9])>", cmap))
            if len(glyphs) < 2:
                continue
            content = pdf.pages[0].Contents.read_bytes()
            for one, other in ((a, b) for a in glyphs for b in glyphs if a != b):
                if content.count(b"<" + one + b">"):
                    changed = content.replace(b"<" + one + b">", b"<" + other + b">", 1)
                    pdf.pages[0].Contents = pdf.make_stream(changed)
                    return
        raise AssertionError

    assert codes(case.with_objects(change)) & {"text-changed", "text-extra"}


def test_letters_that_say_they_are_others(case: Case) -> None:
    def lie(pdf: pikepdf.Pdf) -> None:
        """Print one digit more: the font draws 3 and the text says 8."""
        font = pdf.pages[0].Resources.Font
        for name in font:
            cmap = font[str(name)].ToUnicode.read_bytes()
            if re.search(rb"<0433>", cmap):
                font[str(name)].ToUnicode = pdf.make_stream(cmap.replace(b"<0433>", b"<0434>"))

    assert "glyph" in codes(case.with_objects(lie))


def test_a_font_of_the_same_name_that_draws_others(case: Case) -> None:
    def swap(pdf: pikepdf.Pdf) -> None:
        fonts = [pdf.pages[0].Resources.Font[str(key)] for key in pdf.pages[0].Resources.Font]
        first, second = (font.DescendantFonts[0].FontDescriptor for font in fonts[:2])
        first.FontFile2 = second.FontFile2

    assert "font" in codes(case.with_objects(swap))


@pytest.mark.parametrize("data", [None, b"", b"garbage", b"\x00\x01\x00\x00" + b"\xff" * 400])
def test_a_font_that_is_not_embedded_or_broken(case: Case, data: bytes | None) -> None:
    def take_out(pdf: pikepdf.Pdf) -> None:
        fonts = pdf.pages[0].Resources.Font
        descriptor = fonts[next(iter(fonts.keys()))].DescendantFonts[0].FontDescriptor
        del descriptor.FontFile2
        if data is not None:
            descriptor.FontFile2 = pdf.make_stream(data)

    assert "font" in codes(case.with_objects(take_out))


def test_glyphs_by_another_map(case: Case) -> None:
    def redirect(pdf: pikepdf.Pdf) -> None:
        fonts = pdf.pages[0].Resources.Font
        inner = fonts[next(iter(fonts.keys()))].DescendantFonts[0]
        inner.CIDToGIDMap = pdf.make_stream(b"\0\1" * 3000)

    assert codes(case.with_objects(redirect)) == {"font"}


def test_a_link_that_leads_elsewhere(report: Case) -> None:
    def redirect(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            for item in page.get("/Annots", []):
                if "/A" in item and "/URI" in item.A:
                    item.A.URI = "https://evil.invalid/"
                    return
        raise AssertionError

    problems = report.with_objects(redirect)
    assert "link" in codes(problems)
    assert any("https://evil.invalid/" in problem.message for problem in problems)


def test_a_note_that_is_gone(case: Case) -> None:
    def drop(content: bytes) -> bytes:
        last = shown(content)[-2]
        return content[: last.start()] + content[last.end() :]

    assert codes(case.with_content(drop)) & {"text-missing", "text-changed", "text-extra"}


def test_a_figure_and_its_description(report: Case) -> None:
    def drop(pdf: pikepdf.Pdf) -> None:
        for item in pdf.objects:
            if isinstance(item, Dictionary) and item.get("/S") == Name.Figure:
                item.Alt = "Nothing."

    assert codes(report.with_objects(drop)) & {"text-missing", "text-changed"}


def test_a_heading_of_another_level(case: Case) -> None:
    def demote(pdf: pikepdf.Pdf) -> None:
        for item in pdf.objects:
            if isinstance(item, Dictionary) and item.get("/S") == Name.H2:
                item.S = Name.H3
                return
        raise AssertionError

    (problem,) = case.with_objects(demote)
    assert (problem.code, "level 3" in problem.message) == ("finished.structure", True)


def test_a_page_that_is_gone_and_one_that_is_new(case: Case) -> None:
    def remove(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[1]

    def add(pdf: pikepdf.Pdf) -> None:
        pdf.pages.append(pdf.pages[0])

    assert codes(case.with_objects(remove)) & {"text-missing", "text-changed", "other"}
    assert codes(case.with_objects(add)) & {"text-extra", "text-doubled", "other"}


def assert_refused_or_found(case: Case, data: bytes) -> None:
    """A damaged file is called unreadable, or does not agree; it never takes long."""
    before = process_time()
    try:
        problems = case.read_pdf(data)
    except Unreadable as error:
        problems = (Problem("finished.unreadable", str(error)),)
    assert problems
    assert all(problem.message for problem in problems)
    assert process_time() - before < 10


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.7, 0.95, 0.999])
def test_a_file_that_was_cut_off(case: Case, share: float) -> None:
    assert_refused_or_found(case, case.pdf[: int(len(case.pdf) * share)])


def test_an_encrypted_file(case: Case) -> None:
    for owner, user in (("a", "b"), ("a", "")):
        saved = BytesIO()
        with pikepdf.open(BytesIO(case.pdf)) as pdf:
            pdf.save(saved, encryption=pikepdf.Encryption(owner=owner, user=user))
        with pytest.raises(Unreadable, match="encrypted"):
            case.read_pdf(saved.getvalue())


def test_bytes_that_were_changed_at_random(case: Case) -> None:
    for step in (997, 4999, 20011):
        data = bytearray(case.pdf)
        data[::step] = bytes(len(data[::step]))
        assert_refused_or_found(case, bytes(data))


def test_tags_that_go_in_a_circle(case: Case) -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        top = pdf.Root.StructTreeRoot.K[0]
        top.K[0].K = Array([top, top])

    assert_refused_or_found(case, case.changed(turn))


def test_outlines_and_pages_that_go_in_a_circle(case: Case) -> None:
    def turn_outline(pdf: pikepdf.Pdf) -> None:
        first = pdf.Root.Outlines.First
        first.Next = first

    # A reader leaves a circle of titles after one round.
    assert case.with_objects(turn_outline) == ()
    # Written by hand: what writes PDF files for the other tests never ends with such pages.
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"]
    raw = b"%PDF-1.7\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size 3/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(raw)
    pages = raw + b"xref\n0 3\n0000000000 65535 f \n" + table + end
    with pytest.raises(Unreadable, match="stands in itself"):
        case.read_pdf(pages)


@pytest.mark.parametrize(
    "content",
    [
        b"(" * 200_000,
        b"[" * 200_000,
        b"<<" * 100_000,
        b"BI " * 60_000,
        b"\\(" * 60_000,
        b"q " * 400_000,
        b"1 0 0 1 0 0 cm " * 60_000,
        b"0 0 1 1 re f " * 60_000,
        b"0 0 1 1 re W n " * 3_000 + b"BT /APDWCE 10 Tf <0001> Tj ET",
        b"BT /X 1 Tf " + b"[<00>] TJ " * 60_000,
        b"1e999 0 0 1 0 0 cm BT (a) Tj ET",
        b"99999999999999999999999999999999999999999.0 w 0 0 m 1 1 l S" * 100,
    ],
)
def test_operators_without_end(case: Case, content: bytes) -> None:
    def put(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents = pdf.make_stream(content)

    assert_refused_or_found(case, case.changed(put))
