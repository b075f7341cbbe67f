"""PO files: bytes to a catalog, and a catalog to bytes.

Reading is strict, as GNU gettext is, and names every mistake with its line. Writing repeats the
lines of every entry that did not change as its file spelt them, and spells the others as ``msgcat
--no-wrap`` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toolkit.diagnostics import Finding, Result, Span, finding
from toolkit.translation.catalog import Catalog, Entry, Previous, lookup
from toolkit.translation.poreader import read_lines
from toolkit.translation.posyntax import escape

__all__ = [
    "LIMIT",
    "Catalog",
    "Entry",
    "Previous",
    "lookup",
    "read",
    "spell",
    "spell_references",
    "write",
]

#: The largest PO file that is read, in bytes: some twenty times the messages of a long report.
LIMIT = 8 * 1024 * 1024

_REFERENCE_WIDTH = 79
_BOM = b"\xef\xbb\xbf"
_CHARSET = re.compile(r"charset=([^\s;]*)", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_CONTROLS_SHOWN = 10


def read(raw: bytes, path: str) -> Result[Catalog]:
    """Read a PO file. ``path`` is what findings call it.

    The result has a catalog unless there are errors: a file that is too large, not UTF-8, or not
    PO, control characters, and active messages that stand in the file twice.
    """
    if len(raw) > LIMIT:
        message = f"the file is larger than {LIMIT >> 20} MiB, the most that is read of a PO file"
        return Result(None, (finding("file.too-large", Span(path), message),))
    raw = raw.removeprefix(_BOM)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return Result(None, (_not_utf8(raw, path, error),))
    lines = text.replace("\r\n", "\n").split("\n")
    if controls := tuple(_controls(lines, path)):
        return Result(None, controls)
    result = read_lines(lines, path)
    if result.value is not None and (charset := _foreign_charset(result.value)):
        span = result.value.field_span("Content-Type")
        return Result(None, (_declared(charset, span),))
    return result


def _foreign_charset(catalog: Catalog) -> str:
    """The charset that the header declares, unless it is UTF-8 or the placeholder of templates."""
    found = _CHARSET.search(catalog.field("Content-Type"))
    declared = found.group(1) if found else ""
    return "" if declared.lower() in {"", "utf-8", "utf8", "charset"} else declared


def _declared(charset: str, span: Span) -> Finding:
    message = f"the file declares the character set `{charset}`; PO files are in UTF-8"
    return finding("po.charset", span, message, "choose UTF-8 in the PO editor and save the file")


def _not_utf8(raw: bytes, path: str, error: UnicodeDecodeError) -> Finding:
    before = raw[: error.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
    return finding(
        "po.charset",
        Span(path, line, column),
        "the file is not UTF-8 text from here on",
        "open it in a PO editor, choose UTF-8 and save it",
    )


def _controls(lines: list[str], path: str) -> Iterator[Finding]:
    shown = 0
    if not _CONTROL.search("\n".join(lines)):
        return
    for number, line in enumerate(lines, start=1):
        found = _CONTROL.search(line)
        if found is None:
            continue
        yield finding(
            "file.control-character",
            Span(path, number, found.start() + 1),
            f"the line holds the control character U+{ord(found.group()):04X}",
            "delete it",
        )
        shown += 1
        if shown == _CONTROLS_SHOWN:
            return


def write(catalog: Catalog) -> bytes:
    """The bytes of a catalog: UTF-8, LF, the header first, obsolete entries where they stand."""
    head = [catalog.head] if catalog.head else []
    blocks = [entry.raw or spell(entry) for entry in (*head, *catalog.entries)]
    if catalog.epilogue:
        blocks.append(catalog.epilogue)
    return ("\n\n".join(blocks) + "\n").encode("utf-8") if blocks else b""


def spell(entry: Entry) -> str:
    """The lines of one entry, as ``msgcat --no-wrap`` would write them."""
    return "\n".join(_spell_lines(entry))


def _spell_lines(entry: Entry) -> Iterator[str]:
    for comment in entry.translator_comments:
        yield f"# {comment}" if comment else "#"
    for comment in entry.extracted_comments:
        yield f"#. {comment}" if comment else "#."
    yield from spell_references(entry.references)
    flags = (*(("fuzzy",) if entry.fuzzy else ()), *entry.flags)
    if flags:
        yield f"#, {', '.join(flags)}"
    if entry.previous is not None:
        yield from _spell_previous(entry.previous, "#~| " if entry.obsolete else "#| ")
    mark = "#~ " if entry.obsolete else ""
    if entry.msgctxt is not None:
        yield from _spell_field("msgctxt", entry.msgctxt, mark)
    yield from _spell_field("msgid", entry.msgid, mark)
    if not entry.msgid_plural:
        yield from _spell_field("msgstr", entry.msgstr[0], mark)
        return
    yield from _spell_field("msgid_plural", entry.msgid_plural, mark)
    for index, form in enumerate(entry.msgstr):
        yield from _spell_field(f"msgstr[{index}]", form, mark)


def spell_references(references: Sequence[str]) -> Iterator[str]:
    """The ``#:`` lines of some references: ``msgcat`` fills them to 79 bytes even with --no-wrap."""
    line = "#:"
    for reference in references:
        if line != "#:" and len(f"{line} {reference}".encode()) > _REFERENCE_WIDTH:
            yield line
            line = "#:"
        line = f"{line} {reference}"
    if references:
        yield line


def _spell_previous(previous: Previous, mark: str) -> Iterator[str]:
    if previous.msgctxt is not None:
        yield from _spell_field("msgctxt", previous.msgctxt, mark)
    if previous.msgid:
        yield from _spell_field("msgid", previous.msgid, mark)
    if previous.msgid_plural:
        yield from _spell_field("msgid_plural", previous.msgid_plural, mark)


def _spell_field(keyword: str, text: str, mark: str) -> Iterator[str]:
    if "\n" not in text[:-1]:
        yield f'{mark}{keyword} "{escape(text)}"'
        return
    yield f'{mark}{keyword} ""'
    for line in _lines(text):
        yield f'{mark}"{escape(line)}"'


def _lines(text: str) -> Iterator[str]:
    """The text in lines that end with a line feed, and with nothing else that Unicode calls one."""
    *whole, last = text.split("\n")
    yield from (f"{line}\n" for line in whole)
    if last:
        yield last
