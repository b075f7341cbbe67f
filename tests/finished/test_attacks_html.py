"""Web pages that somebody tampers with: what is nothing else is at least not what a build writes."""

from __future__ import annotations

import re

import pytest

from tests.finished.case import Case, codes
from toolkit.render.inspect.examine import Unreadable


@pytest.mark.parametrize(
    "attributes",
    [
        'style="color:#fff"',
        'style="color:white;background:#fff"',
        'style="color:transparent"',
        'style="font-size:0"',
        'style="opacity:0%"',
        'style="visibility:hidden"',
        'style="clip-path:inset(50%)"',
        'style="position:fixed;top:-9999px"',
        'style="height:0;overflow:hidden"',
        'style="transform:translateX(-9999px)"',
        "hidden",
    ],
)
def test_a_text_that_nobody_sees(case: Case, attributes: str) -> None:
    assert codes(case.with_text('<p id="p2"', f'<p {attributes} id="p2"')) == {"hidden"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</main>", '<div style="position:fixed;inset:0;background:#fff"></div></main>'),
        ("</head>", '<meta http-equiv="refresh" content="0;url=https://evil.invalid/"></head>'),
        ("</body>", "<script>document.body.innerText = 'No.'</script></body>"),
        ("default-src 'none'", "default-src *"),
        ("</style>", "@media print { main { display: none } }</style>"),
        ('lang="ru"', 'lang="en"'),
        ("</body>", "<!-- No. --></body>"),
    ],
)
def test_what_is_no_text_and_not_of_a_build(case: Case, old: str, new: str) -> None:
    assert codes(case.with_text(old, new)) == {"stale"}


def test_links_that_lead_elsewhere(case: Case, report: Case) -> None:
    target = re.search(r'href="(https://[^"]+)"', report.html.decode())
    assert target is not None
    (first, second) = report.with_text(target[1], "https://evil.invalid/", count=-1)
    assert {first.code, second.code} == {"finished.link"}
    assert "https://evil.invalid/" in first.message + second.message
    (inner,) = case.with_text('href="#note1"', 'href="#note2"')
    assert (inner.code, "`#note2` and not to `#note1`" in inner.message) == ("finished.link", True)


def test_parts_of_a_table_and_a_picture_that_are_gone(report: Case) -> None:
    page = report.html.decode()
    row = re.search(r"<tbody>\n(<tr>.*?</tr>)", page, re.DOTALL)
    figure = re.search(r'<figure class="picture".*?</figure>', page, re.DOTALL)
    assert row is not None
    assert figure is not None
    assert "text-missing" in codes(report.with_text(row[1], ""))
    assert {"text-missing", "structure"} <= codes(report.with_text(figure[0], ""))


def test_a_heading_of_another_level(case: Case) -> None:
    heading = re.compile(r"<h2( id=\"s1\".*?)</h2>", re.DOTALL)
    changed = heading.sub(r"<h3\1</h3>", case.html.decode())
    (problem,) = case.read_html(changed.encode())
    assert problem.code == "finished.structure"
    assert problem.message.endswith("is of level 3, not of level 2")


@pytest.mark.parametrize("data", [b"\xff\xfe", b"\x80" * 100])
def test_bytes_that_are_no_text(case: Case, data: bytes) -> None:
    with pytest.raises(Unreadable, match="UTF-8"):
        case.read_html(data)


@pytest.mark.parametrize("data", [b"", b"No.", b"<p>" * 3000, b"\0" * 1000])
def test_bytes_that_are_no_page(case: Case, data: bytes) -> None:
    assert "other" in codes(case.read_html(data))


def test_a_page_that_was_cut_off(case: Case) -> None:
    for share in (0.3, 0.7, 0.9, 0.999):
        assert case.read_html(case.html.decode()[: int(len(case.html.decode()) * share)].encode())
