"""Entries of PO files that are spelt as nearly all are, read as a whole instead of line by line.

Such an entry has comments, one line for each of its texts, and an empty line after it. One that has an
escape, a flag, a plural, a text in several lines, or that is obsolete, is left to ``poreader``, and so
is one that may go on after the empty line.
"""

from __future__ import annotations

import re

from toolkit.translation.catalog import Entry
from toolkit.translation.posyntax import Kind, take_apart

_TEXT = r'"([^"\\\n\x08\x0b\x0c]*)"'
_PLAIN = re.compile(rf"((?:#[ .:][^\n]*\n)*)(?:msgctxt {_TEXT}\n)?msgid {_TEXT}\nmsgstr {_TEXT}")
#: With these an entry begins, so that the one before has ended.
_BEGINNINGS = ("# ", "#.", "#:", "msgctxt ", "msgid ")


def plain_entry(lines: list[str], first: int, end: int) -> Entry | None:
    """The entry that stands in the lines from index ``first`` to before the empty one at ``end``.

    ``None`` if it is to be read line by line.
    """
    if end + 1 < len(lines) and not lines[end + 1].startswith(_BEGINNINGS):
        return None
    raw = "\n".join(lines[first:end])
    found = _PLAIN.fullmatch(raw)
    if found is None:
        return None
    comments, msgctxt, msgid, msgstr = found.groups()
    told: dict[Kind, list[str]] = {Kind.TRANSLATOR: [], Kind.EXTRACTED: [], Kind.REFERENCE: []}
    for text in lines[first : first + comments.count("\n")]:
        comment = take_apart(text)
        told[comment.kind].append(comment.text)
    return Entry(
        msgid=msgid,
        msgctxt=msgctxt,
        msgstr=(msgstr,),
        translator_comments=tuple(told[Kind.TRANSLATOR]),
        extracted_comments=tuple(told[Kind.EXTRACTED]),
        references=tuple(" ".join(told[Kind.REFERENCE]).split()),
        raw=raw,
        line=end - (2 if msgctxt is not None else 1),
        msgstr_lines=(end,),
    )
