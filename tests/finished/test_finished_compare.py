"""The alignment of texts: laws over any texts, and the operators of a page."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from toolkit.render.inspect.block import Block
from toolkit.render.inspect.compare import Kind, compare_blocks, compare_stream
from toolkit.render.inspect.hiding import read_styles
from toolkit.render.inspect.sheet import SOFT
from toolkit.render.inspect.strokes import Glyphs, Unreadable, read_runs

WORDS = st.text(alphabet="абвгдеýäňş-1234 ", min_size=1, max_size=40).filter(str.strip)
TEXTS = st.lists(WORDS, min_size=1, max_size=12)
FONT = Glyphs("Lake", {code: chr(code) for code in range(32, 127)}, {}, 500.0, 1)


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
    assert [run.text for run in read_runs(content, {"/F": FONT}, {})] == texts


def test_states_of_a_text() -> None:
    content = (
        b"/Span <</MCID 4>> BDC q 2 0 0 2 10 20 cm BT /F 10 Tf 3 Tr 1 0 0 1 5 5 Tm (ab) Tj ET Q EMC"
        b" BT /F 10 Tf /thin gs 0 1 -1 0 0 0 Tm (up) Tj ET"
    )
    first, second = read_runs(content, {"/F": FONT}, {"/thin": 0.1})
    assert (first.mcid, first.painted, first.upright, first.faint) == (4, False, True, False)
    assert first.box == (20.0, 26.0, 40.0, 44.0)
    assert (second.mcid, second.painted, second.upright, second.faint) == (None, True, False, True)


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        ("p { display: none }", 1),
        ("p { display: block }", 0),
        ("p::before { display: none }", 0),
        ("p { left: -10px }", 0),
        ("p:: { display: none } q { opacity: 0 }", 1),
    ],
)
def test_rules_that_hide(rule: str, count: int) -> None:
    assert len(read_styles([rule]).selectors) == count


@pytest.mark.parametrize("content", [b"1 0 0 Tm", b"Tj", b"/F Tf", b"1 0 cm"])
def test_an_operator_without_its_values_is_damage(content: bytes) -> None:
    with pytest.raises(Unreadable, match="lacks a value"):
        read_runs(b"BT /F 10 Tf " + content, {"/F": FONT}, {})
