"""The Nu HTML checker passes a good page and fails bad ones, all in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.html import nu
from tests.support.programs import ProgramError

pytestmark = pytest.mark.slow

GOOD = """<!DOCTYPE html>
<html lang="tk"><head><meta charset="utf-8"><title>Beýannama</title></head>
<body><h1>Beýannama</h1><p>Aşgabat.</p></body></html>
"""
BAD = {
    "image.html": (GOOD.replace("Aşgabat.", '<img src="a.png">'), "alt"),
    "nested.html": (GOOD.replace("Aşgabat.", "<div>Aşgabat.</div>"), "end tag"),
    # A warning, not an error: --Werror counts it too.
    "section.html": (GOOD.replace("<p>", "<section><p>"), "section"),
}


def test_a_good_page_passes_and_every_bad_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "good.html").write_text(GOOD, encoding="utf-8")
    for name, (text, _) in BAD.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    problems = nu(sorted(tmp_path.iterdir()))

    assert not [problem for problem in problems if problem.startswith("good.html")]
    for name, (_, word) in BAD.items():
        assert any(word in problem for problem in problems if problem.startswith(name)), name


def test_a_picture_inside_the_page_is_no_problem_and_one_from_elsewhere_is(tmp_path: Path) -> None:
    """The checker's own mistake is left out, and nothing more than it."""
    policy = "<meta http-equiv='Content-Security-Policy' content='img-src data:'><title>"
    inside = "<img alt='' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>"
    page = GOOD.replace("<title>", policy).replace("Aşgabat.", inside)
    (tmp_path / "inside.html").write_text(page, encoding="utf-8")
    elsewhere = page.replace("data:image/gif;base64,R0lGODlhAQABAAAAACw=", "https://example.org/a")
    (tmp_path / "elsewhere.html").write_text(elsewhere, encoding="utf-8")

    (problem,) = nu(sorted(tmp_path.iterdir()))

    assert problem.startswith("elsewhere.html")
    assert "Content Security Policy" in problem


def test_no_page_is_no_success(tmp_path: Path) -> None:
    with pytest.raises(ProgramError, match="no page"):
        nu([])
    with pytest.raises(ProgramError, match=r"gone\.html"):
        nu([tmp_path / "gone.html"])
