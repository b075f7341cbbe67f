"""What is wrong with style sheets and fonts of a project is said once, at its place, before a build."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.workspace import REPOSITORY, WELCOME, Workspace

TOKENS = "templates/css/tokens.css"
PRINT = "templates/css/print.css"
SCREEN = "templates/css/screen.css"
FONT = "templates/fonts/SourceSans3-It.ttf"


def shipped(name: str) -> str:
    return (REPOSITORY / name).read_text("utf-8")


def with_more(name: str, more: str) -> tuple[str, int]:
    """A style sheet of the toolkit with lines at its end, and how many lines are before these."""
    text = shipped(name)
    return text + more, text.count("\n")


def test_without_a_style_sheet_of_its_own_a_check_imports_no_parser_of_styles(
    workspace: Workspace,
) -> None:
    program = (
        "import sys; from toolkit.cli.app import app; app(['check'], standalone_mode=False); "
        "print({'tinycss2', 'fontTools', 'weasyprint'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=workspace.root,
        env={"PYTHONPATH": str(REPOSITORY), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.stdout.decode().splitlines()[-1:] == ["set()"], done.stderr


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("--ink: #1c1f24", "--ink: nonsense", 5, "`--ink` is to be a colour"),
        ("--logo-size: 14mm", "--logo-size: 14", 68, "`--logo-size` is to be a length"),
    ],
)
def test_a_bad_token_is_found_at_its_line_by_check_and_by_build(
    built: Workspace, old: str, new: str, line: int, said: str
) -> None:
    files = built.files("build")
    built.write(TOKENS, shipped(TOKENS).replace(old, new))
    for outcome in (built.run("check"), built.run("build"), built.html()):
        assert (outcome.code, outcome.codes) == (1, ["style.token"])
        assert outcome.err.startswith(f"{TOKENS}:{line}:3: error[style.token] {said}")
    assert built.files("build") == files


def test_tokens_that_an_own_file_forgets_are_named(workspace: Workspace) -> None:
    workspace.write(TOKENS, ":root { --ink: #000 }\n")
    outcome = workspace.run("build")
    assert (outcome.code, outcome.codes) == (1, ["style.token"])
    assert outcome.err.startswith(f"{TOKENS}: error[style.token] this file replaces the toolkit's")
    assert "make a theme" in outcome.err


def test_a_bad_token_of_a_theme_is_found_in_the_theme(workspace: Workspace) -> None:
    workspace.write("templates/themes/lake.css", ":root {\n  --accent: blau;\n}\n")
    assert workspace.run("check").code == 0, "a theme that nobody chose is not looked at"
    workspace.edit("toolkit.yaml", "languages:", "theme: lake\nlanguages:")
    outcome = workspace.run("check")
    assert (outcome.code, outcome.codes) == (1, ["style.token"])
    assert outcome.err.startswith("templates/themes/lake.css:2:3: ")


@pytest.mark.parametrize("name", [FONT, "templates/fonts/Own.woff2"])
def test_a_broken_font_is_named(workspace: Workspace, name: str) -> None:
    workspace.write(name, "<!DOCTYPE html>")
    for command in ("check", "build"):
        outcome = workspace.run(command)
        assert (outcome.code, outcome.codes) == (1, ["style.font"])
        assert outcome.err.startswith(f"{name}: error[style.font] ")
        assert "report" not in outcome.err


@pytest.mark.slow
def test_what_the_engine_does_not_know_is_said_once_and_at_its_place(built: Workspace) -> None:
    """Once, though each of two documents has three languages."""
    document = f"documents/statement/{WELCOME}.yaml"
    text = built.path(document).read_text("utf-8")
    built.write(document.replace(WELCOME, "2026-01-01-again"), text)
    text, before = with_more(PRINT, "\n  p { colour: red;\n  color: re d }\nq:foo(x) { top: 0 }\n")
    built.write(PRINT, f"\n\n{text}")
    for command in ("check", "build"):
        outcome = built.run(command)
        assert outcome.code == 1
        places = [line.partition(": ")[0] for line in outcome.findings("style.unknown")]
        line = before + 4
        assert places == [f"{PRINT}:{line}:7", f"{PRINT}:{line + 1}:3", f"{PRINT}:{line + 2}:1"]
        assert "`colour: red`: unknown property" in outcome.err


@pytest.mark.slow
def test_a_style_sheet_of_parallel_editions_is_read_too(workspace: Workspace) -> None:
    name = "templates/css/parallel-print.css"
    text, before = with_more(name, "p { colour: red }\n")
    workspace.write(name, text)
    outcome = workspace.run("check")
    assert (outcome.code, outcome.codes) == (1, ["style.unknown"])
    assert outcome.err.startswith(f"{name}:{before + 1}:5: ")


@pytest.mark.slow
def test_what_comes_of_a_token_is_found_where_the_token_is_used_or_set(
    workspace: Workspace,
) -> None:
    text, before = with_more(PRINT, "p { margin-top: calc(1pt * var(--ink)) }\n")
    workspace.write(PRINT, text)
    outcome = workspace.run("check")
    assert outcome.codes == ["style.unknown"]
    assert outcome.err.startswith(f"{PRINT}:{before + 1}:17: ")
    workspace.path(PRINT).unlink()
    workspace.write("templates/themes/lake.css", "/* --sans: 2 */\n:root { --sans: 3 }\n")
    workspace.edit("toolkit.yaml", "languages:", "theme: lake\nlanguages:")
    for command in ("check", "build"):
        outcome = workspace.run(command)
        assert outcome.codes == ["style.unknown"]
        assert outcome.err.startswith("templates/themes/lake.css:2:9: ")


@pytest.mark.slow
def test_a_family_that_the_pdf_does_not_have_is_found_where_it_is_named(
    workspace: Workspace,
) -> None:
    workspace.write(TOKENS, shipped(TOKENS).replace('"Edition Serif", "Source Serif 4", ', ""))
    for command in ("check", "build"):
        outcome = workspace.run(command)
        assert (outcome.code, outcome.codes) == (1, ["style.font"])
        assert outcome.err.startswith(f"{TOKENS}:55:13: error[style.font] ")


@pytest.mark.slow
def test_a_style_of_a_template_is_no_fault_of_a_style_sheet(workspace: Workspace) -> None:
    workspace.write("templates/html/note.html", '<p style="colour: red">x</p>')
    outcome = workspace.run("build")
    assert set(outcome.codes) == {"engine.message"}
    assert f"documents/statement/{WELCOME}.yaml" in outcome.err


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize(
    ("more", "place", "code"),
    [
        ("p { color: red\nq { top: 0 }\n", "1:3", "style.syntax"),
        ('@import "https://example.org/a.css";\n', "1:1", "style.address"),
        ("p {\n  background: url(https://example.org/a.png);\n}\n", "2:15", "style.address"),
        ("p { src: url(fonts/SourceSans3-It.ttf) }\n", "1:10", "style.address"),
    ],
)
def test_a_fault_of_a_style_sheet_of_the_screen_is_found_at_its_place(
    workspace: Workspace, command: str, more: str, place: str, code: str
) -> None:
    text, before = with_more(SCREEN, more)
    workspace.write(SCREEN, text)
    outcome = workspace.run(command)
    assert (outcome.code, outcome.codes) == (1, [code])
    line, _, column = place.partition(":")
    assert outcome.err.startswith(f"{SCREEN}:{before + int(line)}:{column}: ")


def test_a_style_sheet_of_the_screen_may_hold_a_picture_and_one_of_paper_may_not(
    workspace: Workspace,
) -> None:
    picture = "p { background: url(data:image/png;base64,AAAA) }\n"
    workspace.write(SCREEN, with_more(SCREEN, picture)[0])
    assert workspace.run("check").codes == []
    for name in (PRINT, "templates/css/type.css"):
        text, before = with_more(name, picture)
        workspace.write(name, text)
        outcome = workspace.run("check")
        assert outcome.codes == ["style.address"]
        assert outcome.err.startswith(f"{name}:{before + 1}:17: ")
        workspace.path(name).unlink()


@pytest.mark.parametrize(
    ("name", "old", "new", "hint"),
    [
        ("fonts.css", "SourceSans3-Regular.ttf", "SourceSans-Regular.ttf", "Did you mean"),
        ("fonts.css", "SourceSans3-Regular.ttf", "Lake.woff2", "as TrueType"),
        ("faces.css", "EditionSans-Regular.woff2", "EditionSan-Regular.woff2", "Did you mean"),
    ],
)
def test_a_font_that_is_not_there_is_found_where_it_is_named(
    workspace: Workspace, name: str, old: str, new: str, hint: str
) -> None:
    text = shipped(f"templates/css/{name}").replace(old, new)
    workspace.write(f"templates/css/{name}", text)
    outcome = workspace.run("check")
    assert (outcome.code, outcome.codes) == (1, ["style.address"])
    before = text[: text.index(f'url("fonts/{new}')]
    place = f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    assert outcome.err.startswith(f"templates/css/{name}:{place}: ")
    assert hint in outcome.err
