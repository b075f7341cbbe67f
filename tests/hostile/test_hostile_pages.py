"""What only the PDF engine finds out: then neither the PDF nor the HTML of a document is written."""

from __future__ import annotations

import pytest

from tests.cli.workspace import HARVEST, HARVEST_PATH, REPOSITORY, WELCOME, Workspace

pytestmark = pytest.mark.slow


def test_characters_that_no_font_has_are_errors_that_name_them(target: Workspace) -> None:
    old = target.files("build")
    target.statement("'The field 🌾 burned.'", "'The field 田 burned.'", "'The field \ue000.'")
    outcome = target.run("build", HARVEST, "--lang", "en")
    assert (outcome.code, set(outcome.codes)) == (1, {"engine.glyph"})
    assert outcome.err.startswith(f"{HARVEST_PATH}: ")
    assert all(name in outcome.err for name in ("U+1F33E", "U+7530", "U+E000"))
    assert target.files("build") == old


@pytest.mark.parametrize("address", ["https://example.org/x.png", "file:///etc/passwd"])
def test_a_style_that_asks_for_a_file_elsewhere_is_an_error_and_nothing_is_fetched(
    target: Workspace, address: str
) -> None:
    old = target.files("build")
    shipped = (REPOSITORY / "templates/css/print.css").read_text("utf-8")
    target.write("templates/css/print.css", f"{shipped}p {{ background: url({address}) }}")
    outcome = target.run("build", WELCOME, "--lang", "en")
    assert (outcome.code, outcome.codes) == (1, ["style.address"])
    assert address in outcome.err
    assert target.files("build") == old
