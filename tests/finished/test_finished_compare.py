"""The alignment of texts: laws over any texts, and the operators of a page."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from toolkit.render.inspect.block import Block
from toolkit.render.inspect.compare import Kind, compare_blocks, compare_stream
from toolkit.render.inspect.markup import read_html
from toolkit.render.inspect.painting import Glyphs, Resources, Unreadable
from toolkit.render.inspect.sheet import SOFT
from toolkit.render.inspect.strokes import read_painting

WORDS = st.text(alphabet="абвгдеýäňş-1234 ", min_size=1, max_size=40).filter(str.strip)
TEXTS = st.lists(WORDS, min_size=1, max_size=12)
FONT = Glyphs("Lake", {code: chr(code) for code in range(32, 127)}, {}, 500.0, 1)
KIT = Resources(fonts={"/F": FONT}, alphas={"/thin": 0.1})


def blocks(texts: list[str]) -> list[Block]:
    return [Block(text) for text in texts]


@given(TEXTS)
def test_a_text_agrees_with_itself(texts: list[str]) -> None:
    assert compare_blocks(blocks(texts), blocks(texts)) == ()
    assert compare_stream(blocks(texts), " ".join(texts)) == ()


@given(TEXTS, st.data())
def test_hyphens_at_the_ends_of_lines_change_nothing(texts: list[str], data: st.DataObject) -> None:
    printed = " ".join(texts)
    place = data.draw(st.integers(0, len(printed)))
    # No line ends before a hyphen.
    assume(not printed[place:].lstrip().startswith("-"))
    assert compare_stream(blocks(texts), printed[:place] + SOFT + printed[place:]) == ()
    assert compare_stream(blocks(texts), printed.replace("-", SOFT)) == ()


@given(TEXTS, st.data())
def test_a_changed_digit_is_always_found(texts: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(texts) - 1))
    changed = [*texts]
    changed[number] += "7"
    assert compare_blocks(blocks(texts), blocks(changed))
    assert compare_stream(blocks(texts), " ".join(changed))
    assert compare_stream(blocks(changed), " ".join(texts))


@given(TEXTS, st.data())
def test_a_text_that_is_left_out_is_always_found(texts: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(texts) - 1))
    texts[number] += "9"
    rest = texts[:number] + texts[number + 1 :]
    assert compare_blocks(blocks(texts), blocks(rest))
    assert compare_stream(blocks(texts), " ".join(rest))


FIRST, SECOND, THIRD = "The lake is open again.", "The boats were returned.", "Nobody paid a fine."
ALL = [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    ("given", "kinds"),
    [
        ([FIRST, THIRD], [(Kind.MISSING, SECOND)]),
        ([FIRST, SECOND, SECOND, THIRD], [(Kind.DOUBLED, SECOND)]),
        ([SECOND, FIRST, THIRD], None),
        ([FIRST, SECOND, "Quite another matter!", THIRD], [(Kind.EXTRA, "")]),
        ([FIRST, "The boats were retained.", THIRD], [(Kind.CHANGED, SECOND)]),
    ],
)
def test_what_became_of_a_text(given: list[str], kinds: list[tuple[Kind, str]] | None) -> None:
    for found in (
        compare_blocks(blocks(ALL), blocks(given)),
        compare_stream(blocks(ALL), " ".join(given)),
    ):
        if kinds is None:
            assert [item.kind for item in found] == [Kind.MOVED]
        else:
            assert [(item.kind, item.expected) for item in found] == kinds


def test_a_hyphen_within_a_line_is_part_of_the_text() -> None:
    (found,) = compare_stream(blocks(["Rooms 12-5 are shut."]), "Rooms 125 are shut.")
    assert found.kind is Kind.CHANGED


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (b"BT /F 10 Tf (one) Tj ET", ["one"]),
        (b"BT /F 10 Tf [(o) -20 (ne)] TJ ET", ["one"]),
        (b"BT /F 10 Tf <6f6e65> Tj ET", ["one"]),
        (rb"BT /F 10 Tf (a\(b\)\\c\101) Tj ET", ["a(b)\\cA"]),
        (b"BT /F 10 Tf 12 TL (one) ' (two) ' ET", ["one", "two"]),
        (b'BT /F 10 Tf 0 0 (one) " ET', ["one"]),
        (b"% BT (no) Tj\nBT /F 10 Tf (one) Tj ET", ["one"]),
        (b"BT (no font) Tj ET", []),
    ],
)
def test_operators_that_show_text(content: bytes, texts: list[str]) -> None:
    assert [run.text for run in read_painting(content, KIT).runs] == texts


def test_states_of_a_text() -> None:
    content = (
        b"/Span <</MCID 4>> BDC q 2 0 0 2 10 20 cm BT /F 10 Tf 3 Tr 1 0 0 1 5 5 Tm (ab) Tj ET Q EMC"
        b" BT /F 10 Tf /thin gs 0 1 -1 0 0 0 Tm (up) Tj ET"
    )
    first, second = read_painting(content, KIT).runs
    assert (first.mcid, first.painted, first.upright, first.alpha) == (4, False, True, 1.0)
    assert first.box == (20.0, 26.0, 40.0, 44.0)
    assert (second.mcid, second.painted, second.upright, second.alpha) == (None, True, False, 0.1)


PAGE = '<html><style>{}</style><body><main class="m"><p id="p1">One.</p><p>Two.</p></main></body></html>'


@pytest.mark.parametrize(
    ("rule", "hidden"),
    [
        ("#p1 { display: none }", ["One."]),
        ("p { display: none } #p1 { display: block }", ["Two."]),
        ("p { display: none !important } #p1 { display: block }", ["One.", "Two."]),
        ("#p1 { displa\\79 : none }", ["One."]),
        ("p::before { display: none }", []),
        ("p { left: -10px; width: auto; scale: none; background: none }", []),
        ("p:: { display: none } #p1 { opacity: 0 }", ["One."]),
        ("@media (max-width: 5px) { #p1 { display: none } }", ["One."]),
        ("@media print { #p1 { display: none } }", []),
        ("@media screen, print { #p1 { display: none } }", ["One."]),
        ("@layer a { #p1 { clip-path: inset(100%) } }", ["One."]),
        ("@supports (x: y) { #p1 { font: 0/0 a } }", ["One."]),
        ("#p1 { color: white }", ["One."]),
        ("#p1 { color: #fefefe; background: #111 }", []),
        (":root { --a: #fff; --b: var(--a) } #p1 { color: var(--b) }", ["One."]),
        ("main { color: white; background: black } #p1 { background: white }", ["One."]),
        ("#p1 { color: rgba(0, 0, 0, 0) }", ["One."]),
        ("#p1 { color: white; background: url(x.png) }", []),
        ("#p1 { transform: scale(0) }", ["One."]),
        ("#p1 { translate: -9999px }", ["One."]),
        ("#p1 { text-indent: -9999px }", ["One."]),
        ("#p1 { filter: opacity(0) }", ["One."]),
        ("#p1 { clip: rect(0 0 0 0) }", ["One."]),
    ],
)
def test_rules_that_hide(rule: str, hidden: list[str]) -> None:
    page = read_html(PAGE.format(rule))
    assert [block.text for block in page.hidden] == hidden
    assert len(page.blocks) == 2


@pytest.mark.parametrize(
    ("rule", "printed"),
    [
        ("p::before { content: '— ' } p::after { content: attr(id) }", ["— One.p1", "— Two."]),
        ("#p1 { display: none }", ["Two."]),
        ("@media screen { #p1 { display: none } }", ["One.", "Two."]),
        ("p::before { content: '«' } #p1::before { content: none }", ["One.", "«Two."]),
        ("p::before { content: url(x.png) }", ["One.", "Two."]),
    ],
)
def test_what_a_style_sheet_does_to_texts_on_paper(rule: str, printed: list[str]) -> None:
    page = read_html(PAGE.format(""), "print", rule)
    assert [block.shown for block in page.blocks] == printed


def test_capitals_of_a_style_sheet_are_no_change() -> None:
    (heading,) = read_html(
        "<h2>Öz ýurdumyz</h2>", "print", "h2 { text-transform: uppercase }"
    ).blocks
    assert heading.cased
    assert compare_stream([heading], "ÖZ ÝURDUMYZ") == ()
    assert compare_stream([Block(heading.text)], "ÖZ ÝURDUMYZ") != ()
    assert compare_stream([heading], "ÖZ ÝURDUMYZ 1") != ()


def test_numbers_that_only_the_engine_knows() -> None:
    rule = "a::after { content: leader('.') target-counter(attr(href), page) }"
    page = read_html("<p><a href='#a'>First</a></p><p>2024 was dry.</p>", "print", rule)
    assert compare_stream(page.blocks, "First ........ 3 2024 was dry.") == ()
    assert compare_stream(page.blocks, "First 12 2024 was dry.") == ()
    assert compare_stream(page.blocks, "First ... 3 2025 was dry.") != ()


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\n", " \u00ad", "\u2009"])
def test_kinds_of_space_do_not_matter_on_paper(space: str) -> None:
    assert compare_stream(blocks(["Article 5 of 1990"]), f"Article{space}5 of{space}1990") == ()
    assert compare_stream(blocks([f"Article{space}5"]), "Article 5") == ()


@pytest.mark.parametrize("content", [b"1 0 0 Tm", b"Tj", b"/F Tf", b"1 0 cm"])
def test_an_operator_without_its_values_is_damage(content: bytes) -> None:
    with pytest.raises(Unreadable, match="lacks a value"):
        read_painting(b"BT /F 10 Tf " + content, KIT)
