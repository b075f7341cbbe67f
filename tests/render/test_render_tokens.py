"""Tokens that are not set, or not to what they are for."""

from __future__ import annotations

import pytest

from tests.cli.workspace import REPOSITORY
from toolkit.project.appearance import load_appearance
from toolkit.project.place import open_project
from toolkit.render.sheets import Sheet, Stack
from toolkit.render.tokens import check_names, check_values

SHIPPED = """:root {
  --ink: #1c1f24; --heading-weight: 600; --above: 2; --logo-size: 14mm; --serif: "A", serif;
}"""


@pytest.mark.parametrize(
    "declaration",
    [
        "--ink: red",
        "--ink: rgb(1 2 3 / 50%)",
        "--ink: currentColor",
        "--ink: var(--other)",
        "--ink: color-mix(in srgb, red, blue)",
        "--heading-weight: bold",
        "--above: .5",
        "--above: calc(1 + 1)",
        "--logo-size: 0",
        "--logo-size: 10%",
        "--logo-size: 2EM",
        "--serif: Georgia",
        "--own: nonsense",
        "--ink:",
    ],
)
def test_values_of_the_right_kind(declaration: str) -> None:
    assert list(check_values(Sheet("a.css", f":root {{ {declaration} }}"), SHIPPED)) == []


@pytest.mark.parametrize(
    ("declaration", "said"),
    [
        ("--ink: nonsense", "`--ink` is to be a colour, and `nonsense` is none"),
        ("--ink: #12345", "`--ink` is to be a colour, and `#12345` is none"),
        ("--ink: rgb(1, 2)", "`--ink` is to be a colour, and `rgb(1, 2)` is none"),
        ("--ink: red blue", "`--ink` is to be a colour, and `red blue` is none"),
        ('--ink: "red"', '`--ink` is to be a colour, and `"red"` is none'),
        ("--above: two", "`--above` is to be a number, and `two` is none"),
        ("--above: 2mm", "`--above` is to be a number, and `2mm` is none"),
        ("--logo-size: 14", "`--logo-size` is to be a length, and `14` is none"),
        ("--logo-size: 14 mm", "`--logo-size` is to be a length, and `14 mm` is none"),
    ],
)
def test_a_value_of_another_kind(declaration: str, said: str) -> None:
    (found,) = check_values(Sheet("a.css", f"/* é */\n:root {{ {declaration} }}"), SHIPPED)
    assert (str(found.span), found.code, found.message) == ("a.css:2:9", "style.token", said)
    assert found.hint.startswith(f"write it as `{declaration.partition(':')[0]}: ")


def names(own: str, other: str, shipped: dict[str, str]) -> list[tuple[str, str]]:
    sheets = (Sheet("own.css", own, own=True), Sheet("other.css", other))
    return [(str(item.span), item.message) for item in check_names([Stack(sheets)], shipped)]


def test_a_token_that_nobody_sets_is_found_where_it_is_used() -> None:
    own = "p { color: var(--own) }\nq { color: var( --onw ); top: var(--far, 1) } /* var(--no) */"
    assert names(f":root {{ --own: 1 }} {own}", "", {}) == [
        ("own.css:2:17", "no style sheet sets `--onw`")
    ]


def test_tokens_that_a_file_of_the_project_no_longer_sets_are_named_together() -> None:
    other = " ".join(f"p {{ top: var(--t{n}) }}" for n in range(7))
    before = " ".join(f"--t{n}: 1;" for n in range(7))
    ((place, said),) = names(":root { --t0: 1 } /* --t1: 1 */", other, {"own.css": before})
    assert place == "own.css"
    assert "does not set `--t1`, `--t2`, `--t3`, `--t4`, `--t5` and 1 more" in said


def test_the_toolkits_style_sheets_set_all_that_they_use() -> None:
    project = open_project(REPOSITORY).value
    assert project is not None
    look = load_appearance(project).value
    assert look is not None
    screen = [Stack((Sheet("screen", text),)) for text in (look.screen_css, look.site_css)]
    parallel = Stack((Sheet("parallel", look.parallel_screen_css),))
    stacks = [*screen, parallel, look.print_styles, look.parallel_print_styles]
    assert list(check_names(stacks, {})) == []
