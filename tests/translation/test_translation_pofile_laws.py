"""Laws of reading and writing PO files, over random catalogs, with GNU gettext and polib as judges."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.catalogs import msgcat_text
from tests.support.programs import run
from tests.translation.strategies import catalogs
from tests.translation.support import catalog
from toolkit.translation import poreader
from toolkit.translation.catalog import Catalog, Entry
from toolkit.translation.pofile import read, spell, write


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("po") / "ru.po"


@given(catalogs())
def test_what_is_written_is_read_back(po: Catalog) -> None:
    raw = write(po)
    again = catalog(raw)
    assert again.entries == po.entries
    assert again.head == po.head
    assert write(again) == raw


@given(catalogs())
def test_every_entry_is_spelt_as_its_own_lines(po: Catalog) -> None:
    again = catalog(write(po))
    assert [entry.raw for entry in again.entries] == [spell(entry) for entry in po.entries]


@settings(max_examples=60)
@given(po=catalogs())
def test_msgcat_would_not_write_one_byte_otherwise(po: Catalog, scratch: Path) -> None:
    scratch.write_bytes(write(po))
    assert msgcat_text(scratch) == write(po).decode()


@settings(max_examples=40)
@given(po=catalogs(), width=st.sampled_from([20, 40, 79, 200]))
def test_a_file_of_any_wrapping_is_read_without_loss(
    po: Catalog, width: int, scratch: Path
) -> None:
    scratch.write_bytes(write(po))
    wrapped = run("msgcat", f"--width={width}", scratch)
    assert wrapped.code == 0, wrapped.errors
    read_back = catalog(wrapped.output)
    assert read_back.entries == po.entries
    assert write(read_back).decode() == wrapped.output
    windows = catalog(wrapped.output.replace("\n", "\r\n"))
    assert windows.entries == po.entries


@given(catalogs())
def test_polib_reads_the_same_where_it_can_read(po: Catalog) -> None:
    plain = tuple(entry for entry in po.entries if polib_keeps(entry))
    theirs = polib.pofile("\n" + write(replace(po, entries=plain)).decode())
    assert [
        (e.msgctxt, e.msgid, e.msgid_plural, tuple(e.msgstr_plural.values()) or (e.msgstr,))
        for e in theirs
    ] == [(e.msgctxt, e.msgid, e.msgid_plural, e.msgstr) for e in plain]
    assert [bool(e.obsolete) for e in theirs] == [entry.obsolete for entry in plain]
    assert [e.fuzzy for e in theirs] == [entry.fuzzy for entry in plain]


def polib_keeps(entry: Entry) -> bool:
    """Polib divides lines at U+2028 and its like."""
    return all(len(line.splitlines()) == 1 for line in spell(entry).split("\n"))


#: Lines that make entries, and lines that spoil them.
_LINES = (
    "", "", "", "# by hand", "#", "#. where", "#: a.yaml b.yaml", "#, fuzzy", '#| msgid "before"',
    '#~ msgid "gone"', '#~ msgstr "weg"', 'msgctxt "place"', 'msgid "one"', 'msgid "two"',
    'msgid ""', 'msgstr ""', 'msgstr "один"', 'msgstr "два \\"и\\""', '"more"', ' msgid "three"',
    'msgstr "open', "<<<<<<< ours", 'msgid_plural "many"', 'msgstr[0] "много"',
)  # fmt: skip


@given(st.lists(st.sampled_from(_LINES), max_size=24))
def test_entries_read_as_a_whole_are_those_read_line_by_line(lines: list[str]) -> None:
    raw = "\n".join(lines).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(poreader, "plain_entry", lambda *_: None)
        by_line = read(raw, "ru.po")
    whole = read(raw, "ru.po")
    assert whole == by_line
    if whole.value is not None and by_line.value is not None:
        assert list(map(_places, whole.value.entries)) == list(map(_places, by_line.value.entries))


def _places(entry: Entry) -> tuple[str, int, tuple[int, ...]]:
    return entry.raw, entry.line, entry.msgstr_lines
