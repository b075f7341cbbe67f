"""Pages are laid out by real workers with the real engine: what they may load, cost and depend on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep

import pytest

import toolkit.render.pool as pool_module
from tests.render.pages import ORGANISATION, html, job, kit
from tests.render.pictures import encoded, noise, photograph, svg
from tests.support.documents import sample
from tests.support.pdf import pdf_fonts, pdf_text, qpdf_check
from toolkit.diagnostics import Span
from toolkit.diagnostics.codes import CODES
from toolkit.document.model import Kind
from toolkit.render.images import prepare
from toolkit.render.job import BASE_URL, Job, Limits, Outcome, PrintKit
from toolkit.render.pool import Pool

pytestmark = pytest.mark.slow

GOOD = job("<p>Good</p>")
#: Every box is laid out twice for each box around it.
ENDLESS = job('<div style="display: flex">' * 24 + "x" + "</div>" * 24)
GREEDY = job('<table><tr><td colspan="1000000000">x</td></tr></table>')
LETTERS = "Aşgabat Žž Ňň Ýý «Ёлки» № 5\u00a0%"


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    """Two workers for all pages that cost nothing unusual."""
    with Pool(kit(Limits(seconds=60)), 2) as started:
        yield started


def laid(pool: Pool, page: Job) -> Outcome:
    (outcome,) = pool.render([page])
    assert bool(outcome.pdf) is not bool(outcome.complaints)
    assert {code for code, _ in outcome.complaints} <= set(CODES)
    return outcome


def alone(page: Job, prints: PrintKit) -> Outcome:
    """One page by a worker of its own."""
    with Pool(prints, 1) as started:
        return laid(started, page)


def code(outcome: Outcome) -> str:
    """The code of the complaints."""
    (found,) = {found for found, _ in outcome.complaints}
    return found


def words(outcome: Outcome, folder: Path) -> str:
    path = folder / "page.pdf"
    path.write_bytes(outcome.pdf)
    return pdf_text(path)


def book(kind: Kind = Kind.REPORT) -> Job:
    """A document with everything in it, pictures too."""
    logo = prepare(svg('<circle r="9" fill="#17495c"/>'), Span("toolkit.yaml")).value
    photo = prepare(encoded(noise(), "PNG"), Span("lake.yaml")).value
    assert logo is not None
    assert photo is not None
    return Job(
        html(sample(kind), "print"),
        {ORGANISATION.logo: logo.data, "lake.png": photo.data},
    )


# Good pages


def test_a_page_becomes_a_sound_file_with_the_bundled_fonts(pool: Pool, tmp_path: Path) -> None:
    outcome = laid(pool, job(f"<p>{LETTERS} <em>italic</em></p><h2>{LETTERS}</h2>"))
    assert outcome.pages == 1
    assert words(outcome, tmp_path).split() == [*LETTERS.split(), "italic", *LETTERS.split()]
    pdf = tmp_path / "page.pdf"
    assert qpdf_check(pdf) == []
    fonts = pdf_fonts(pdf)
    assert all("+Source-" in font.name for font in fonts)
    assert all(font.embedded and font.subset for font in fonts)


@pytest.mark.parametrize("kind", Kind)
def test_a_document_of_every_kind_with_everything_in_it(pool: Pool, kind: Kind) -> None:
    outcome = laid(pool, book(kind))
    assert outcome.complaints == ()
    assert outcome.pages >= 2


def test_pictures_of_every_sort_are_shown(pool: Pool) -> None:
    raw = {"png": encoded(noise().quantize(9), "PNG"), "jpg": photograph(), "svg": svg("<path/>")}
    prepared = {f"a.{suffix}": prepare(data, Span("a")).value for suffix, data in raw.items()}
    resources = {name: picture.data for name, picture in prepared.items() if picture}
    assert len(resources) == 3
    images = "".join(f'<p><img src="{name}" alt="a lake"></p>' for name in resources)
    assert laid(pool, job(images, resources=resources)).pdf


def test_outcomes_come_in_the_order_of_the_pages(pool: Pool, tmp_path: Path) -> None:
    pages = [job(f"<p>page{n}</p>" + "<p>x</p>" * (300 if n % 3 == 0 else 1)) for n in range(9)]
    found = [words(outcome, tmp_path).split()[0] for outcome in pool.render(pages)]
    assert found == [f"page{n}" for n in range(9)]


# What a page may load

ASKING = {
    "missing": '<img src="missing.png" alt="x">',
    "file": '<img src="file:///etc/passwd" alt="x">',
    "web": '<img src="http://example.org/a.png" alt="x">',
    "secure web": '<img src="https://example.org/a.png" alt="x">',
    "other scheme": '<img src="ftp://example.org/a.png" alt="x">',
    "data": '<img src="data:image/png;base64,AAAA" alt="x">',
    "climbing": '<img src="../../../etc/passwd" alt="x">',
    "encoded": '<img src="%2e%2e/etc/passwd" alt="x">',
    "look-alike": '<img src="https://edition.invalid.example.org/a.png" alt="x">',
    "object": '<object data="file:///etc/passwd"></object>',
    "embed": '<embed src="file:///etc/passwd">',
    "background": '<p style="background: url(https://example.org/a.png)">x</p>',
    "list": '<ul style="list-style-image: url(file:///etc/passwd)"><li>x</li></ul>',
    "attached": '<p><a rel="attachment" href="file:///etc/passwd">x</a></p>',
}
ASKING_HEADS = {
    "style sheet": '<link rel="stylesheet" href="https://example.org/a.css">',
    "attachment": '<link rel="attachment" href="file:///etc/passwd">',
    "import": '<style>@import url("file:///etc/passwd");</style>',
    "content": "<style>p::before { content: url(file:///etc/passwd) }</style>",
    "font": '<style>@font-face { font-family: x; src: url("file:///etc/passwd") }</style>',
    "base": '<base href="file:///etc/"><link rel="stylesheet" href="passwd">',
}


@pytest.mark.parametrize("body", ASKING.values(), ids=ASKING)
def test_a_page_may_load_nothing_but_its_own(pool: Pool, body: str) -> None:
    outcome = laid(pool, job(body))
    assert code(outcome) == "engine.resource"


@pytest.mark.parametrize("head", ASKING_HEADS.values(), ids=ASKING_HEADS)
def test_nor_may_its_head(pool: Pool, head: str) -> None:
    assert code(laid(pool, job("<p>x</p>", head))) == "engine.resource"


def test_an_address_as_long_as_a_picture_is_cut_short(pool: Pool) -> None:
    ((_, message),) = laid(pool, job(f'<img alt="x" src="data:,{"a" * 9999}">')).complaints
    assert len(message) < 300


def test_a_page_may_load_only_its_own_and_not_those_of_the_page_before(pool: Pool) -> None:
    body = '<img src="a.svg" alt="x">'
    with Pool(kit(), 1) as one:
        first, second = one.render([job(body, resources={"a.svg": svg("<path/>")}), job(body)])
    assert first.pdf
    assert code(second) == "engine.resource"
    assert f"{BASE_URL}a.svg" in second.complaints[0][1]


@pytest.mark.parametrize(
    "style",
    [
        '@import url("https://example.org/a.css");',
        '@font-face { font-family: x; src: url("file:///etc/passwd") }',
        '@font-face { font-family: x; src: url("fonts/missing.ttf") }',
        'p { background: url("https://example.org/a.png") }',
    ],
)
def test_a_style_sheet_may_not_load_anything_else_either(style: str) -> None:
    # Whatever is imported has to come first.
    prints = replace(kit(), stylesheet=style + kit().stylesheet)
    assert code(alone(GOOD, prints)) == "engine.resource"


# What the engine complains of


@pytest.mark.parametrize(
    "body",
    [
        '<p style="colour: red">x</p>',
        '<p style="color: re d">x</p>',
        '<p><a href="#nowhere">x</a></p>',
        '<p id="a">x</p><p id="a">y</p>',
        '<img src="a.svg">',
        '<img src="broken.png" alt="x">',
        '<img src="broken.svg" alt="x">',
        '<p style="font-family: sans-serif">x</p>',
    ],
    ids=["property", "value", "link", "twice", "no-alt", "broken-png", "broken-svg", "no-font"],
)
def test_what_the_engine_only_logs_is_an_error(pool: Pool, body: str) -> None:
    resources = {"a.svg": svg("<path/>"), "broken.png": b"no picture", "broken.svg": b"<svg"}
    assert code(laid(pool, job(body, resources=resources))) == "engine.message"


def test_a_mistake_in_a_style_sheet_is_told_for_every_page() -> None:
    with Pool(kit(more_styles="\np { colour: red }"), 1) as one:
        outcomes = list(one.render([GOOD, GOOD]))
    assert [code(outcome) for outcome in outcomes] == ["style.unknown"] * 2
    assert "colour" in outcomes[0].complaints[0][1]


def test_a_value_that_tokens_stand_for_is_told_apart_from_a_style_of_the_page() -> None:
    sheet = replace(kit(), stylesheet=f"p {{ color: var(--ink) }}\n{kit().stylesheet}")
    page = '<p style="--ink: nonsense">x</p>'
    with Pool(sheet, 1) as one:
        of_sheet, of_page = one.render([job(page), job('<p style="top: 0; color: re d">x</p>')])
    assert of_sheet.complaints == (
        ("style.unknown", "Ignored `color: nonsense` at 1:12, invalid value."),
    )
    assert ("engine.message", "Ignored `color: re d` at 1:9, invalid value.") in of_page.complaints


@pytest.mark.parametrize(
    ("character", "number"), [("😀", "U+1F600"), ("ა", "U+10D0"), ("中", "U+4E2D"), ("א", "U+05D0")]
)
def test_a_character_that_no_font_has_is_named(pool: Pool, character: str, number: str) -> None:
    outcome = laid(pool, job(f"<p>a{character}b</p>"))
    assert outcome.complaints == (
        ("engine.glyph", f"Source Serif 4 does not have the character `{character}` ({number})"),
    )


def test_a_character_is_not_taken_from_another_font_in_silence(pool: Pool) -> None:
    """Source Sans has the tick and Source Serif has not: the engine would mix the two."""
    assert code(laid(pool, job("<p>a ✔</p>"))) == "engine.glyph"
    assert code(laid(pool, job('<p>a<span class="footnote">✔</span></p>'))) == "engine.glyph"
    assert laid(pool, job('<p class="kind">a ✔</p>')).pdf


def test_spaces_marks_and_letters_in_two_pieces_need_no_glyph(pool: Pool) -> None:
    assert laid(pool, job("<p>a\u00a0b\u202fc\u2009d\u2003e\u00adf\u200bg и\u0306 s\u0327</p>")).pdf


def test_an_engine_that_fails_is_no_crash_of_the_worker(pool: Pool) -> None:
    outcome = laid(pool, job("<div>" * 3000 + "x" + "</div>" * 3000))
    assert code(outcome) == "engine.crash"
    assert "RecursionError" in outcome.complaints[0][1]


# What a page may cost


def test_a_page_that_takes_too_long_is_stopped_and_the_next_one_is_laid_out() -> None:
    begun = monotonic()
    with Pool(kit(Limits(seconds=2)), 1) as one:
        endless, good = one.render([ENDLESS, GOOD])
    assert endless.complaints == (("engine.limit", "the page took more than 2 seconds"),)
    assert good.pdf
    assert monotonic() - begun < 30


def test_a_page_that_takes_too_much_memory_is_stopped() -> None:
    begun = monotonic()
    with Pool(kit(Limits(memory=400 * 1024**2)), 1) as one:
        greedy, good = one.render([GREEDY, GOOD])
    assert code(greedy) in ("engine.limit", "engine.crash")
    assert good.pdf
    assert monotonic() - begun < 30


def test_a_page_with_too_many_pages_is_refused() -> None:
    pages = '<p style="break-after: page">x</p>' * 5
    with Pool(kit(Limits(pages=5)), 1) as one:
        enough, too_many = one.render([job(pages), job(pages + pages)])
    assert enough.pages == 5
    assert too_many.complaints == (("engine.limit", "more than 5 pages"),)


# When processes end


def test_a_worker_that_was_killed_is_replaced() -> None:
    with Pool(kit(), 1) as one:
        assert laid(one, GOOD).pdf
        (worker,) = one._workers
        assert worker._process is not None
        os.kill(worker._process.pid, signal.SIGKILL)
        worker._process.wait()
        assert laid(one, GOOD).pdf


def test_a_worker_that_ends_in_the_middle_of_a_page_costs_that_page_only() -> None:
    with Pool(kit(), 1) as one:
        assert laid(one, GOOD).pdf
        outcomes = one.render([ENDLESS, GOOD])
        (worker,) = one._workers
        assert worker._process is not None
        sleep(0.2)
        os.kill(worker._process.pid, signal.SIGKILL)
        crashed, good = outcomes
    assert crashed.complaints == (
        ("engine.crash", "the PDF engine stopped in the middle of a page"),
    )
    assert good.pdf


@pytest.mark.parametrize("program", ["/bin/false", "/bin/true", "/nowhere/python"])
def test_workers_that_cannot_start_are_told_of(
    program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = monotonic()
    monkeypatch.setattr(sys, "executable", program)
    with Pool(kit(), 2) as two:
        assert [code(outcome) for outcome in two.render([GOOD] * 5)] == ["engine.crash"] * 5
    assert monotonic() - begun < 10


def test_a_library_that_the_engine_lacks_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "weasyprint.py").write_text(
        "raise OSError(\"cannot load library 'libpango-1.0-0':\\n error 0x7e\")\n"
    )
    usual = pool_module._environment

    def without_pango(*places: Path) -> dict[str, str]:
        environment = usual(*places)
        return environment | {"PYTHONPATH": f"{tmp_path}:{environment['PYTHONPATH']}"}

    monkeypatch.setattr(pool_module, "_environment", without_pango)
    ((found, message),) = alone(GOOD, kit()).complaints
    assert found == "engine.crash"
    assert message == (
        "the PDF engine could not be started: cannot load library 'libpango-1.0-0': error 0x7e"
    )


def test_leaving_in_the_middle_of_a_page_ends_all_processes_at_once() -> None:
    begun = monotonic()
    two = Pool(kit(), 2)
    folder = Path(two._folder.name)
    assert next(two.render([GOOD, *[ENDLESS] * 6])).pdf
    processes = [worker._process for worker in two._workers]
    two.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert monotonic() - begun < 20
    assert all(process and process.returncode is not None for process in processes)
    assert [worker._process for worker in two._workers] == [None, None]
    assert not folder.exists()


def test_a_pool_that_nobody_used_ends_at_once() -> None:
    begun = monotonic()
    for _ in range(5):
        with Pool(kit(), 2):
            pass
    assert monotonic() - begun < 10


def test_a_page_whose_command_is_gone_ends_itself() -> None:
    program = "from toolkit.render.worker import _alarm\nwith _alarm(0.2):\n    while True: pass\n"
    done = subprocess.run([sys.executable, "-c", program], check=False, timeout=20)
    assert done.returncode == -signal.SIGALRM


# The same bytes everywhere


def test_the_same_page_is_the_same_bytes_whoever_lays_it_out() -> None:
    page = book()
    with Pool(kit(), 1) as one:
        first, second = one.render([page, page])
    with Pool(kit(), 2) as two:
        others = list(two.render([GOOD, page, GOOD, page]))
    assert first.pdf
    assert first == second == others[1] == others[3]
    assert others[0] == others[2]


def test_the_machine_leaves_no_trace(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    page = book()
    here = alone(page, kit())
    surroundings = {
        "TZ": "Asia/Ashgabat",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "7",
        "SOURCE_DATE_EPOCH": "1",
        "HOME": str(tmp_path),
        "USER": "aman",
        "FONTCONFIG_FILE": "/etc/fonts/fonts.conf",
        "PYTHONWARNINGS": "always",
    }
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    there = alone(page, kit())
    assert here.pdf
    assert here == there
    for trace in (b"aman", str(tmp_path).encode(), b"/tmp", b"file:", BASE_URL.encode()):
        assert trace not in here.pdf


def test_fonts_of_the_machine_are_not_used() -> None:
    """Without fonts in the kit there are none at all, whatever the machine has."""
    bare = PrintKit("", {})
    assert code(alone(GOOD, bare)) in ("engine.message", "engine.glyph")
