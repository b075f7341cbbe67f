"""Parallel editions as readers get them: sound, accessible, aligned, and whole across pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser

from tests.editions.pdf_reading import bookmarks, destinations
from tests.editions.publications import REPOSITORY, copy_project, opened
from tests.support.browser import axe, overflow
from tests.support.browser import opened as visited
from tests.support.html import nu
from tests.support.pdf import pdf_conformance, pdf_info, qpdf_check
from tests.support.programs import run
from toolkit.document.inline import plain
from toolkit.document.model import Document, Paragraph
from toolkit.document.walk import anchors
from toolkit.project.building import build
from toolkit.project.library import load_documents
from toolkit.project.printing import PrintOptions
from toolkit.project.selection import Selection
from toolkit.project.studio import open_studio, prepare

pytestmark = pytest.mark.slow

STATEMENT = "2021-01-25-navalny-demonstrations"
REPORT = "2026-05-18-lakeland-freedom-of-movement"
COLUMNS = {STATEMENT: ("ru", "tk", "en"), REPORT: ("en", "ru")}
LONG = "2026-06-01-long"
SENTENCE = "The committee met at the school and wrote down what had happened there."
SENTENCES = 130


@dataclass(frozen=True)
class Parallel:
    """A parallel edition: its documents by language, in the order of the columns, and its files."""

    documents: Mapping[str, Document]
    html: Path
    pdf: Path


def built(root: Path, name: str, languages: tuple[str, ...]) -> Parallel:
    project = opened(root)
    selection = Selection((Path(name),))
    report = build(project, PrintOptions(selection, languages, parallel=True))
    assert len(report.built) == 1, report.findings
    shelf = load_documents(project, selection).value
    studio = open_studio(project).value
    assert shelf is not None
    assert studio is not None
    prepared = prepare(studio, shelf.documents[0], languages).value
    assert prepared is not None
    documents = {edition.language: edition.document for edition in prepared.editions}
    stem = project.root / report.built[0].folder / f"{name}.{'-'.join(languages)}"
    return Parallel(
        {code: documents[code] for code in languages},
        stem.with_name(f"{stem.name}.html"),
        stem.with_name(f"{stem.name}.pdf"),
    )


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(REPOSITORY, tmp_path_factory.mktemp("parallel") / "project")


@pytest.fixture(scope="session", params=COLUMNS)
def parallel(project: Path, request: pytest.FixtureRequest) -> Parallel:
    return built(project, request.param, COLUMNS[request.param])


@pytest.fixture(scope="session")
def long(project: Path) -> Parallel:
    """A paragraph, a table cell and a footnote that are each longer than a page."""
    many = " ".join([SENTENCE] * SENTENCES)
    (project / f"documents/statement/{LONG}.yaml").write_text(
        "kind: statement\nlanguage: en\ndate: 2026-06-01\ntitle: Long\nbody:\n"
        f"  - {many}\n  - table: Numbers\n    columns: [Year, Boats]\n    rows:\n"
        f"      - [first, '{many}']\n      - [second, none]\n  - The end.[^n]\n"
        f"notes:\n  n: {many}\n",
        encoding="utf-8",
    )
    return built(project, LONG, ("en", "ru"))


def lines(pdf: Path) -> list[tuple[int, float, float, str]]:
    """Page, distance from the top and the left, and text of every word, in points."""
    found: list[tuple[int, float, float, str]] = []
    page = 0
    for line in run("pdftotext", "-bbox", pdf, "-").lines:
        page += "<page " in line
        if word := re.search(r'<word xMin="([\d.]+)" yMin="([\d.]+)".*>(.*)</word>', line):
            found.append((page, float(word[2]), float(word[1]), word[3]))
    return found


def test_the_pdf_is_sound_and_accessible(parallel: Parallel) -> None:
    assert qpdf_check(parallel.pdf) == []
    assert pdf_conformance(parallel.pdf, "ua1") == []


def test_two_columns_stand_upright_and_three_lie(parallel: Parallel) -> None:
    width, height = re.findall(r"[\d.]+", pdf_info(parallel.pdf)["Page size"])[:2]
    assert (float(width) > float(height)) == (len(parallel.documents) == 3)


def labels(pdf: Path) -> list[tuple[int, float]]:
    """Page and distance from the top of the numbers of paragraphs, which stand left of all columns."""
    signs = [(page, top) for page, top, left, word in lines(pdf) if word == "¶" and left < 60]
    return [place for before, place in pairwise(signs) if before[0] == place[0]]


def test_the_texts_of_a_row_begin_at_the_same_height(parallel: Parallel) -> None:
    words = lines(parallel.pdf)
    edges = column_edges(parallel.pdf, len(parallel.documents))
    body = next(iter(parallel.documents.values())).body
    found = labels(parallel.pdf)
    assert len(found) >= sum(isinstance(block, Paragraph) and block.numbered for block in body)
    for page, top in found:
        # The label is set in smaller type, so its line begins a little lower than the others.
        first = [
            next(y for p, y, x, _ in words if p == page and abs(x - edge) < 1 and y > top - 5)
            for edge in edges
        ]
        assert max(first) - min(first) < 1, (page, top, first)
        assert abs(first[0] - top) < 5


def column_edges(pdf: Path, columns: int) -> list[float]:
    """Where the columns begin: below their names, which stand on every page."""
    words = lines(pdf)
    mark = next((page, top) for page, top, _, word in words if word == "¶")
    heads = sorted(x for page, top, x, _ in words if page == mark[0] and abs(top - mark[1]) < 3)
    assert len(heads) == columns + 1
    return heads[1:]


def test_the_names_of_the_columns_stand_on_every_page(parallel: Parallel, long: Parallel) -> None:
    for edition in (parallel, long):
        pages = int(pdf_info(edition.pdf)["Pages"])
        tops = {page: top for page, top, _, word in reversed(lines(edition.pdf)) if word == "¶"}
        assert sorted(tops) == list(range(1, pages + 1))
        assert len({round(top) for page, top in tops.items() if page > 1}) == 1


def test_every_anchor_is_a_place_in_the_pdf(parallel: Parallel) -> None:
    document = next(iter(parallel.documents.values()))
    with pikepdf.open(parallel.pdf) as pdf:
        assert set(anchors(document)) <= set(destinations(pdf))


def test_a_heading_is_one_bookmark_in_the_first_language(parallel: Parallel) -> None:
    document = next(iter(parallel.documents.values()))
    with pikepdf.open(parallel.pdf) as pdf:
        titles = [bookmark.title for bookmark in bookmarks(pdf)]
    assert plain(document.title.value) in [title.replace("\u00a0", " ") for title in titles]
    assert len(titles) == len(set(titles))


def test_a_row_longer_than_a_page_is_whole_and_leaves_no_page_empty(long: Parallel) -> None:
    words = lines(long.pdf)
    # Three texts in two columns.
    assert [word for *_, word in words].count("school") == 3 * SENTENCES * 2
    # A4 is 842 points high; the number of the page stands below 785.
    depths = [
        max(top for p, top, *_ in words if p == page and top < 785)
        for page in range(1, int(pdf_info(long.pdf)["Pages"]))
    ]
    assert min(depths) > 600, depths
    assert max(top for _, top, *_ in words) < 842 - 30


def test_the_same_input_gives_the_same_bytes(project: Path, parallel: Parallel) -> None:
    old = parallel.pdf.read_bytes(), parallel.html.read_bytes()
    name = parallel.pdf.name.split(".")[0]
    again = built(project, name, tuple(parallel.documents))
    assert (again.pdf.read_bytes(), again.html.read_bytes()) == old


def test_the_page_is_valid(parallel: Parallel) -> None:
    assert nu([parallel.html]) == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("dark", [False, True])
def test_the_page_is_open_to_everyone(
    browser: Browser, parallel: Parallel, width: int, dark: bool
) -> None:
    with visited(browser, parallel.html, width=width) as visit:
        visit.page.emulate_media(color_scheme="dark" if dark else "light")
        assert axe(visit.page) == []
        assert overflow(visit.page) == 0
        assert visit.requests == []
        assert visit.errors == []


@pytest.mark.parametrize("width", [320, 699, 700, 1280])
def test_languages_stand_side_by_side_from_700_pixels(
    browser: Browser, parallel: Parallel, width: int
) -> None:
    with visited(browser, parallel.html, width=width) as visit:
        cells = visit.page.locator("#p1 > td")
        boxes = [cells.nth(index).bounding_box() for index in range(cells.count())]
        label = cells.nth(1).evaluate("cell => getComputedStyle(cell, '::before').content")
    assert all(boxes)
    tops, lefts = ([box[side] for box in boxes if box] for side in ("y", "x"))
    if width >= 700:
        assert len(set(tops)) == 1
        assert lefts == sorted(set(lefts))
        assert label == "none"
    else:
        assert tops == sorted(set(tops))
        assert len(set(lefts)) == 1
        assert label != "none"
