"""Laws: whatever the bytes, there is a document or a reason, and every reason has a place."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.source.support import HERE, at, good, is_inside, read, settings
from toolkit.diagnostics import has_errors, in_order
from toolkit.document import inline
from toolkit.document.walk import anchors, texts

FULL = [
    path.read_text(encoding="utf-8") for path in sorted((HERE / "documents").glob("*.full.yaml"))
]
#: What YAML and the format give a meaning to, so that random texts come near both.
PARTS = st.sampled_from(
    [
        *"\n\n\n:-[]{},&*!|>'\"%@`#?\t\r ~\0",
        *("  ", "    ", ": ", "- ", "---\n", "...\n", "<<", "\\", "\x85", "\u2028", "\ufeff", "😀"),
        *("kind: statement\n", "language: en\n", "date: 2024-10-04\n", "title: The lake\n"),
        *("body:\n", "  - quote: One\n", "    by: aman\n", "notes:\n", "  a: Note.\n", "[^a]"),
        *("people:\n", "  aman: {name: Aman}\n", "- table: T\n", "- list: [a, b]\n", "  text: x\n"),
        *("&a ", "*a", "!!int ", "no", "12:30", '"', "'", "[x](https://example.org)", "{lang=tk}"),
    ]
)
LINES = st.lists(PARTS, max_size=30).map("".join)


@st.composite
def edited(draw: st.DrawFn) -> str:
    """A full document with a few of its lines deleted, repeated, indented or replaced."""
    lines = draw(st.sampled_from(FULL)).splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(lines) - 1))
        cut = draw(st.integers(0, len(lines[place])))
        lines[place : place + 1] = draw(
            st.sampled_from(
                [
                    [],
                    [lines[place]] * 2,
                    [f"  {lines[place]}"],
                    [lines[place][cut:]],
                    [lines[place][:cut] + draw(PARTS) + lines[place][cut:]],
                ]
            )
        ) or ["\n"]
    return "".join(lines)


def check(text: str) -> None:
    result = read(text)
    assert result.findings == in_order(result.findings)
    assert (result.value is None) == has_errors(result.findings)
    assert all(is_inside(text, item.span) for item in result.findings), result.findings
    assert read(text) == result


@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf")
@example(b"\xef\xbb\xbf\xff")
@example(b"\x00\x00\x00\x00")
def test_any_bytes(raw: bytes) -> None:
    result = read(raw)
    assert (result.value is None) == has_errors(result.findings)


@given(st.text(max_size=200))
@example("a\r\rb: c: d")
@example("'\r\n")
@example("\x85: a\n - b")
def test_any_text(text: str) -> None:
    check(text.encode("utf-8", "replace").decode())


@given(LINES)
@example('"\\ud83d": x')
@example("a: |\n")
@example("a: >9\n x")
def test_any_yaml(text: str) -> None:
    check(text)


@given(edited())
def test_any_slip_in_a_document(text: str) -> None:
    check(text)


@given(LINES)
def test_any_settings(text: str) -> None:
    result = settings(text)
    assert (result.value is None) == has_errors(result.findings)
    assert all(is_inside(text, item.span) for item in result.findings)


# ------------------------------------------------------------------------- written, then read back

#: Texts that YAML must quote, fold or escape, and that hold no markup.
WORDS = st.text("aбňЖ漢😀:#-'\"%@&!|>?{},=.\u00a0", min_size=1, max_size=6).map("w{}".format)
LINE = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
SEVERAL = st.lists(LINE, min_size=1, max_size=3).map("\n\n".join)
LEAF_ITEM = LINE | st.fixed_dictionaries({"text": LINE})
ITEM = LEAF_ITEM | st.fixed_dictionaries(
    {"item": LINE, "numbered": st.lists(LEAF_ITEM, min_size=1, max_size=2)}
)
ITEMS = st.lists(ITEM, min_size=1, max_size=3)
BLOCK = st.one_of(
    SEVERAL,
    st.fixed_dictionaries({"paragraph": SEVERAL}),
    st.fixed_dictionaries({"heading": LINE}),
    st.fixed_dictionaries({"quote": SEVERAL}, optional={"by": LINE.map("W {}".format)}),
    st.fixed_dictionaries({"quote": st.lists(SEVERAL, min_size=1, max_size=2)}),
    st.fixed_dictionaries({"letters": ITEMS}),
    st.fixed_dictionaries({"demands": ITEMS}),
    st.fixed_dictionaries(
        {"case": LINE, "consent": st.just("fictional")}, optional={"status": LINE, "text": SEVERAL}
    ),
    st.fixed_dictionaries({"table": LINE, "columns": st.tuples(LINE).map(list)}).flatmap(
        lambda table: st.lists(st.lists(LINE, min_size=1, max_size=1), min_size=1, max_size=3).map(
            lambda rows: {**table, "rows": rows}
        )
    ),
    st.fixed_dictionaries({"figure": st.just("lake.png"), "alt": LINE}, optional={"credit": LINE}),
)
BODY = st.lists(BLOCK, min_size=1, max_size=5)
LAYOUT = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from([None, "'", '"', "|", ">"]),
        "default_flow_style": st.sampled_from([None, True, False]),
        "width": st.integers(10, 120),
        "indent": st.integers(2, 6),
    }
)
HEAD = {"kind": "statement", "language": "en", "date": "2024-10-04", "title": "The lake"}


#: The order in which a reader meets the fields of a block.
ORDER = [
    *("paragraph", "heading", "quote", "by", "letters", "demands", "item", "numbered"),
    *("case", "consent", "status", "text", "table", "columns", "rows", "figure", "alt", "credit"),
]


def written(value: object) -> Iterator[str]:
    """The paragraphs of every text of a body, in the order of a reader."""
    if isinstance(value, str):
        yield from value.split("\n\n")
    elif isinstance(value, dict):
        for name in sorted(value, key=ORDER.index):
            if name not in ("figure", "consent"):
                yield from written(value[name])
    elif isinstance(value, list):
        for inner in value:
            yield from written(inner)


@given(BODY, LAYOUT)
def test_every_text_is_read_as_it_was_written_and_where(
    body: list[object], layout: dict[str, Any]
) -> None:
    text = yaml.safe_dump({**HEAD, "body": body}, allow_unicode=True, sort_keys=False, **layout)
    assume(yaml.safe_load(text)["body"] == body)  # PyYAML's writer has faults in narrow columns
    document = good(read(text))
    assert len(set(anchors(document))) == len(anchors(document))
    assert pickle.loads(pickle.dumps(document)) == document
    _, *found = [found for found, _ in texts(document)]
    assert [found.value for found in found] == [inline.one_line(item) for item in written(body)]
    for item in found:
        there = at(text, item.span).replace("'", "").lstrip('"')
        first = item.value.split(" ")[0].replace("'", "")
        assert there.startswith(first) or "\\" in there
