"""The browser sees requests, errors, barriers and overflow, and sees none in a good page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.browser import axe, faces, line_lengths, opened, overflow

GOOD = """<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8"><title>Заявление</title>
<meta name="viewport" content="width=device-width"></head>
<body><main><h1>Заявление</h1><p>Текст.</p></main></body></html>
"""


def page(folder: Path, text: str) -> Path:
    path = folder / "страница.html"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_page_is_quiet(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, page(tmp_path, GOOD), width=320) as visit:
        assert axe(visit.page) == []
        assert overflow(visit.page) == 0
        assert visit.requests == []
        assert visit.errors == []


@pytest.mark.parametrize(
    "addition",
    [
        '<link rel="stylesheet" href="https://example.org/style.css">',
        '<img src="missing.png" alt="">',
        '<script src="https://example.org/count.js"></script>',
        "<style>body { background: url(https://example.org/pixel.png) }</style>",
    ],
)
def test_every_request_is_seen(browser: Browser, tmp_path: Path, addition: str) -> None:
    with opened(browser, page(tmp_path, GOOD + addition)) as visit:
        assert len(visit.requests) == 1
        assert visit.errors


def test_a_policy_that_forbids_a_picture_is_seen(browser: Browser, tmp_path: Path) -> None:
    policy = "<meta http-equiv='Content-Security-Policy' content=\"img-src 'none'\"><title>"
    picture = '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'
    text = GOOD.replace("<title>", policy) + picture
    with opened(browser, page(tmp_path, text)) as visit:
        assert any("Content Security Policy" in error for error in visit.errors)


def test_an_error_in_a_script_is_seen(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, page(tmp_path, GOOD + "<script>nothing.here()</script>")) as visit:
        assert any("nothing" in error for error in visit.errors)


@pytest.mark.parametrize(
    ("good", "bad", "rule"),
    [
        (' lang="ru"', "", "html-has-lang"),
        ("<p>", '<p style="color: #ccc; background: #fff">', "color-contrast"),
        ("Текст.", '<a href="#x"></a>', "link-name"),
        ("Текст.", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', "image-alt"),
    ],
)
def test_a_barrier_is_seen(
    browser: Browser, tmp_path: Path, good: str, bad: str, rule: str
) -> None:
    with opened(browser, page(tmp_path, GOOD.replace(good, bad))) as visit:
        assert any(problem.startswith(rule) for problem in axe(visit.page))


def test_a_page_wider_than_its_window_is_seen(browser: Browser, tmp_path: Path) -> None:
    wide = GOOD.replace("<p>", '<p style="width: 500px">')
    with opened(browser, page(tmp_path, wide), width=320) as visit:
        assert overflow(visit.page) > 100


def test_scripts_can_be_switched_off(browser: Browser, tmp_path: Path) -> None:
    script = "<script>document.body.textContent = 'changed'</script>"
    with opened(browser, page(tmp_path, GOOD + script), scripts=False) as visit:
        assert "Текст" in visit.page.inner_text("body")


def test_a_letter_of_a_system_font_is_seen(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, page(tmp_path, GOOD)) as visit:
        assert [name for name in faces(visit.page) if not name.startswith("system: ")] == []
        assert faces(visit.page)


def test_the_lengths_of_lines_are_seen(browser: Browser, tmp_path: Path) -> None:
    style = '<p style="font-family: monospace; width: 30ch; word-break: break-all">'
    text = GOOD.replace("<p>", style).replace("Текст.", "абвгд" * 20)
    with opened(browser, page(tmp_path, text)) as visit:
        assert line_lengths(visit.page, "p") == [30, 30, 30]
        visit.page.evaluate("document.querySelector('p').style.width = '50ch'")
        assert line_lengths(visit.page, "p") == [50]
