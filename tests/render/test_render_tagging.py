"""What a page tells those who do not see it: structure, links, languages, labels, what kind it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pikepdf
import pydyf
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.editions.printed import squeeze
from tests.editions.tags import Tag, Words, tag_tree
from tests.render.pages import SHIPPED
from tests.support.pdf import pdf_conformance
from toolkit.render.job import Job, PrintKit
from toolkit.render.pool import Pool
from toolkit.render.tagging.archive import archive, is_ambiguous

STYLE = """
@font-face { font-family: F; src: url("fonts/f.ttf"); }
@page { size: 80mm 60mm; margin: 12mm; @bottom-center { content: counter(page); } }
@page cover { @bottom-center { content: none; } }
html { font-family: F; font-weight: 400; font-size: 10pt; line-height: 14pt; }
h1, h2, th { font-weight: 400; } ul { list-style: disc; } em { font-style: normal; }
.cover { page: cover; }
.note { float: footnote; } .note::footnote-call { content: attr(data-number); }
.entry::after { content: leader(".") target-counter(attr(href), page); }
.stamp { position: fixed; top: 0; }
"""
HEAD = '<meta charset="utf-8"><title>Lake</title>'
PARAGRAPH = "One line after another is about the lake and its shores. " * 12


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    font = (SHIPPED / "fonts/SourceSerif4-Regular.ttf").read_bytes()
    with Pool(PrintKit(STYLE, {"fonts/f.ttf": font}), 1) as started:
        yield started


def printed(pool: Pool, body: str, head: str = HEAD) -> bytes:
    html = f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'
    (outcome,) = pool.render([Job(html, {})])
    assert outcome.complaints == ()
    return outcome.pdf


def tree(pdf: bytes) -> Tag:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return tag_tree(opened)


def shape(tag: Tag) -> str:
    """The names of the tags inside one another, texts as dots."""
    parts = ("." if isinstance(part, Words) else shape(part) for part in tag.content)
    inner = "".join(parts)
    return f"{tag.name}({re.sub('[.]+', '.', inner)})"


def labels(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [str(page.label) for page in opened.pages]


def packet(pdf: bytes) -> str:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return opened.Root.Metadata.read_raw_bytes().decode()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<main><h1>A</h1><p>b <em>c</em> d</p></main>", "Part(H1(.)P(.))"),
        ("<section>text<p>b</p>more</section>", "Sect(P(.)P(.)P(.))"),
        (
            "<ol><li>a<ul><li>b</li></ul></li></ol>",
            "L(LI(Lbl(.)LBody(.L(LI(Lbl(.)LBody(.))))))",
        ),
        (
            "<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>",
            "L(LI(Lbl(.)LBody(.))LI(Lbl(.)LBody(.)))",
        ),
        ("<dl><div><dt>a</dt><dd>b</dd></div></dl>", "L(LI(Lbl(.)LBody(.)))"),
        (
            "<table><caption>a</caption><thead><tr><th>b</th></tr></thead>"
            "<tbody><tr><td>c</td></tr></tbody></table>",
            "Table(Caption(.)THead(TR(TH(.)))TBody(TR(TD(.))))",
        ),
        (
            "<nav><ol style='list-style: none'><li><a class=entry href='#x'>a</a></li></ol></nav>"
            "<h1 id=x>a</h1>",
            "Sect(TOC(TOCI(Link(.Span(.).))))H1(.)",
        ),
        ("<p>a<span aria-hidden=true>b</span></p><p class=stamp aria-hidden=true>c</p>", "P(.)"),
        ("<p>a <q>b</q> <code style='font-family: F'>c</code></p>", "P(.Quote(.)Code(.))"),
        ("<p>a<a>b</a> <span lang=en>c</span></p>", "P(.)"),
    ],
)
def test_elements_are_what_they_are(pool: Pool, body: str, expected: str) -> None:
    assert shape(tree(printed(pool, body))) == f"Document({expected})"


def test_a_footnote_follows_the_block_that_calls_it(pool: Pool) -> None:
    note = '<span class=note id=note1 data-number=1 aria-label="Note 1">Said.</span>'
    again = '<a href="#note1" role=doc-noteref aria-label="Note 1">1</a>'
    pdf = printed(pool, f"<div><p>a{note} b</p><ul><li>c {again} d</li></ul></div><p>e</p>")
    root = tree(pdf)
    call = "Reference(Link(.))"
    assert shape(root) == (
        f"Document(Div(P(.{call}.)Note(Lbl(.).)L(LI(Lbl(.)LBody(.{call}.))))P(.))"
    )
    assert [tag.links for tag in root.walk() if tag.name == "Link"] == [("Note 1",)] * 2
    with pikepdf.open(BytesIO(pdf)) as opened:
        names = pikepdf.NameTree(opened.Root.StructTreeRoot.IDTree)
        assert [(name, str(note.S)) for name, note in names.items()] == [("note1", "/Note")]
        assert str(opened.pages[0].Annots[0].Dest) == "note1"


def test_an_empty_cell_keeps_its_place_in_its_row(pool: Pool) -> None:
    row = "<tr><th>Old</th><td></td><td>7</td></tr>"
    root = tree(printed(pool, f"<table><tbody>{row}</tbody></table>"))
    (cells,) = [tag for tag in root.walk() if tag.name == "TR"]
    assert shape(cells) == "TR(TH(.)TD()TD(.))"


def test_a_block_that_goes_over_pages_is_one(pool: Pool) -> None:
    rows = "".join(f"<tr><th scope=row>{n}</th><td>x</td></tr>" for n in range(20))
    table = f"<table><thead><tr><th>Year</th><td>Sum</td></tr></thead><tbody>{rows}</tbody></table>"
    root = tree(printed(pool, f"<p>{PARAGRAPH}</p>{table}"))
    assert [tag.name for tag in root.content if isinstance(tag, Tag)] == ["P", "Table"]
    assert len({words.page for words in root.words()}) >= 5
    assert root.text().count("Year") == 1
    paragraph = root.content[0]
    assert isinstance(paragraph, Tag)
    assert squeeze(paragraph.text()) == squeeze(PARAGRAPH)
    scopes = [tag.attributes["Scope"] for tag in root.walk() if tag.name == "TH"]
    assert scopes == ["/Column", *["/Row"] * 20]


def test_passages_in_another_language_say_so(pool: Pool) -> None:
    root = tree(
        printed(
            pool,
            '<p>a <em lang="tk">ýaş</em> b</p><blockquote lang="ru"><p>да <span lang="ru">нет</span>'
            "</p></blockquote><p lang=en>c</p>",
        )
    )
    assert [(tag.name, tag.language, tag.text()) for tag in root.walk() if tag.language] == [
        ("Span", "tk", "ýaş"),
        ("BlockQuote", "ru", "да нет"),
    ]


def test_a_link_that_is_broken_is_one_and_says_where_it_leads(pool: Pool) -> None:
    words = "the decree of the Government about the lake and about all of its shores"
    link = f'<a href="https://example.org/">{words}</a>'
    named = '<a href="https://example.org/" aria-label="The decree">1</a>'
    root = tree(printed(pool, f"<p>{link} {named}</p>"))
    first, second = [tag for tag in root.walk() if tag.name == "Link"]
    assert len(first.links) >= 2
    assert set(first.links) == {words}
    assert second.links == ("The decree",)


def test_pages_are_labelled_as_they_are_numbered(pool: Pool) -> None:
    body = f"<div class=cover>Cover</div><p>{PARAGRAPH}</p>"
    assert labels(printed(pool, body))[:3] == ["", "2", "3"]
    assert labels(printed(pool, f"<p>{PARAGRAPH}</p>"))[:2] == ["1", "2"]


def test_a_picture_without_a_text_is_an_error_and_a_decoration_is_not(pool: Pool) -> None:
    picture = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    for alt, good in (("", False), ('alt=""', True), ('alt="A lake"', True)):
        job = Job(
            f'<html lang=en><head>{HEAD}</head><body><img {alt} src="x.svg"></body>',
            {"x.svg": picture.partition(",")[2].encode()},
        )
        (outcome,) = pool.render([job])
        assert bool(outcome.pdf) is good


def test_the_file_is_of_both_kinds_and_says_which_text_it_holds(pool: Pool, tmp_path: Path) -> None:
    head = (
        f'{HEAD}<meta name="fingerprint" content="K7QD-93MX-2V4T-8HPA">'
        '<meta name="dcterms.created" content="2026-05-18">'
    )
    pdf = printed(pool, "<p>a</p>", head)
    said = packet(pdf)
    assert 'pdfaid:part="3"' in said
    assert 'pdfaid:conformance="A"' in said
    assert "<pdfuaid:part>1</pdfuaid:part>" in said
    assert "<dc:identifier>K7QD-93MX-2V4T-8HPA</dc:identifier>" in said
    assert "<rdf:li>en</rdf:li>" in said
    # Uncompressed, for programs that know nothing of PDF.
    assert b"K7QD-93MX-2V4T-8HPA" in pdf
    assert "dc:identifier" not in packet(printed(pool, "<p>a</p>"))
    path = tmp_path / "page.pdf"
    path.write_bytes(pdf)
    assert pdf_conformance(path, "3a") == pdf_conformance(path, "ua1") == []


def test_the_engine_alone_makes_no_such_file(pool: Pool, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    with pikepdf.open(BytesIO(printed(pool, "<p>a</p>"))) as pdf:
        old = pdf.Root.Metadata.read_bytes()
        pdf.Root.Metadata = pdf.make_stream(old.replace(b"pdfuaid:part", b"pdfuaid:peace"))
        pdf.save(path)
    assert pdf_conformance(path, "ua1")


def test_a_stream_never_ends_like_a_line(pool: Pool) -> None:
    # One in two hundred and fifty-six would.
    for number in range(60):
        pdf = printed(pool, f"<p>{number}</p>")
        assert not is_ambiguous(pdf)
        with pikepdf.open(BytesIO(pdf)) as opened:
            for thing in opened.objects:
                if isinstance(thing, pikepdf.Stream):
                    thing.read_bytes()


@given(data=st.binary(max_size=40), filtered=st.booleans())
def test_a_stream_says_the_same_in_every_form(data: bytes, filtered: bool) -> None:
    """The law of the last form: whatever it ends with, it is read as it was written."""
    assume(b"endstream" not in data)

    class Said:
        lang = "en"
        custom: Mapping[str, str] = {}

    class Document:
        metadata = Said()

    pdf = pydyf.PDF()
    rdf = pydyf.Stream([b"</rdf:RDF>"])
    stream = pydyf.Stream([data], {"Type": "/X"}, compress=filtered)
    for thing in (rdf, stream):
        pdf.add_object(thing)
    pdf.catalog["Metadata"], pdf.catalog["X"] = rdf.reference, stream.reference
    archive(Document(), pdf)
    target = BytesIO()
    pdf.write(target)
    assert not is_ambiguous(target.getvalue())
    with pikepdf.open(target) as opened:
        assert opened.Root.X.read_bytes() == data
