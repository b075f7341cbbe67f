"""What is wrong with a style sheet as such, and where."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.workspace import REPOSITORY
from toolkit.render.css import check_sheet
from toolkit.render.sheets import Sheet

SHIPPED = sorted(REPOSITORY.glob("templates/css/*.css")) + sorted(
    REPOSITORY.glob("templates/themes/*.css")
)
PIECES = (
    "p",
    " ",
    "\n",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ";",
    ":",
    "'",
    '"',
    "/*",
    "*/",
    "@media",
    "url(",
)


def found(text: str) -> list[tuple[str, str]]:
    """Place and code of each finding; every address is refused but those of fonts."""
    sheet = Sheet("a.css", text)
    refused = ("no", "take it out")
    items = check_sheet(sheet, lambda address: None if address.startswith("fonts/") else refused)
    return [(f"{item.span.line}:{item.span.column}", item.code) for item in items]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_the_toolkits_own_style_sheets_have_no_fault(path: Path) -> None:
    assert found(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/* p { */",
        'p::before { content: "} /* {"; }',
        "@media screen and (min-width: 40em) { a:hover, b:not(:first-child) { color: red } }",
        "p { color: red; &:hover { color: blue } @media print { color: black } }",
        "@page :first { margin: 0; @top-left { content: none } }",
        "@keyframes a { from { top: 0 } 50% { top: 1px } }",
        '@font-face { font-family: "A"; src: url("fonts/A.ttf") }',
        "@layer a, b;",
        "p { --own: a(b: c) }",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("p {\n  color: red;\nq { color: blue }\n", "1:3", "`{` is not closed"),
        ("p { color: red }\n@media print {\n  q { top: 0 }\n", "2:14", "`{` is not closed"),
        ("p { color: rgb(1, 2, 3 }\nq {}", "1:12", "`rgb(` is not closed"),
        ("p { color: rgb(1, 2 }\nq {}\n}", "1:12", "`rgb(` is not closed"),
        ("p { top: 1) }", "1:11", "`)` closes nothing"),
        ("a[href { }", "1:2", "`[` is not closed"),
        ("p {}\n /* q {}\n", "2:2", "the comment that begins here is not closed"),
        ("p {}\n}\nq {}", "2:1", "`}` closes nothing"),
        ("p { content: 'a }\nq {}", "1:14", "does not end on its line"),
        ("p { top: url(a b) }", "1:10", "the address that begins here does not end"),
        ("p {}\nq", "2:1", "neither a rule nor a declaration"),
        ("p { color red; top: 0 }", "1:14", "neither a rule nor a declaration"),
        (":root {\n  --ink: ;\n}", "2:3", "`--ink` has no value"),
        ("p { color:; }", "1:5", "`color` has no value"),
        (":root { --ink: #000\n  --paper: #fff }", "2:3", "there is no `;` before `--paper`"),
        ("p { color: red\n top: 0 }", "2:2", "there is no `;` before `top`"),
    ],
)
def test_a_slip_is_found_at_its_place(text: str, place: str, said: str) -> None:
    items = list(check_sheet(Sheet("a.css", text), lambda address: None))
    assert [(item.span.line, item.span.column, item.code) for item in items] == [
        (*map(int, place.split(":")), "style.syntax")
    ]
    assert said in items[0].message
    assert items[0].hint


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('@import "https://example.org/a.css";', "1:1"),
        ("\n@import url(a.css);", "2:1"),
        ('p { background: red url("https://example.org/a.png") }', "1:21"),
        ("@media screen {\n p { background: url(//example.org/a.png) } }", "2:18"),
        ("p { a: b(url(x)) }", "1:10"),
        ("p { --a: url(x) }", "1:10"),
        ('@font-face { src: url("fonts/A.ttf"), url(x.ttf) }', "1:39"),
    ],
)
def test_what_would_be_loaded_is_found_at_its_place(text: str, place: str) -> None:
    assert found(text) == [(place, "style.address")]


def test_an_address_is_found_in_a_sheet_that_is_not_closed_too() -> None:
    assert found("p {\nq { top: url(x) }") == [("1:3", "style.syntax"), ("2:10", "style.address")]


def test_brackets_may_be_as_deep_as_they_like() -> None:
    assert found("p {" * 5000 + "}" * 5000) == []
    assert found("p {" * 5000)[0] == ("1:15000", "style.syntax")


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_whatever_is_typed_is_judged_at_a_place_in_the_text(text: str) -> None:
    lines = text.split("\n")
    for place, _ in found(text):
        line, column = map(int, place.split(":"))
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_a_sheet_without_a_fault_stays_so_before_another_one(text: str) -> None:
    """Style sheets are joined: a fault of one must not be seen in the next one only."""
    if not found(text):
        assert found(f"{text}\np {{ color: red }}") == []
        assert found(f"{text}\n}}")[-1:] == [(f"{text.count(chr(10)) + 2}:1", "style.syntax")]
