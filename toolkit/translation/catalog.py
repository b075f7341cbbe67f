"""A PO file as a value: its header, its entries, and the lines they were written on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from toolkit.diagnostics import Span

#: What tells messages apart: msgctxt and msgid.
Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Previous:
    """The source text that a fuzzy translation belongs to (``#|``)."""

    msgctxt: str | None
    msgid: str
    msgid_plural: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One message of a PO file with its translation.

    ``msgstr`` holds one form, or as many as the plural rule of the language asks for. ``flags`` are
    all but ``fuzzy``. ``raw`` is the entry as its file spells it, without blank lines: it is
    written again as it was, as long as the entry is the same. ``line`` is where its first keyword
    stands, ``msgstr_lines`` where each form does. These three take no part in comparisons.
    """

    msgid: str
    msgctxt: str | None = None
    msgid_plural: str = ""
    msgstr: tuple[str, ...] = ("",)
    flags: tuple[str, ...] = ()
    fuzzy: bool = False
    obsolete: bool = False
    previous: Previous | None = None
    translator_comments: tuple[str, ...] = ()
    extracted_comments: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    raw: str = field(default="", compare=False, repr=False)
    line: int = field(default=0, compare=False)
    msgstr_lines: tuple[int, ...] = field(default=(), compare=False)

    @property
    def key(self) -> Key:
        """What the entry is found by."""
        return (self.msgctxt, self.msgid)

    @property
    def typed(self) -> bool:
        """Whether there is any translation, finished or not."""
        return any(self.msgstr)

    @property
    def translated(self) -> bool:
        """Whether the translation is there in every form and not marked as needing work."""
        return all(form.strip() for form in self.msgstr) and not self.fuzzy

    def changed(self, **fields: object) -> Entry:
        """The entry with other fields, to be spelt anew when it is written."""
        return replace(self, raw="", **fields)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Catalog:
    """A PO file: ``head`` is the entry with the empty msgid, ``epilogue`` are comments at the end."""

    path: str
    head: Entry | None
    entries: tuple[Entry, ...]
    epilogue: str = ""

    @property
    def header(self) -> tuple[tuple[str, str], ...]:
        """The header fields as they stand."""
        lines = self.head.msgstr[0].split("\n") if self.head else []
        pairs = (line.partition(":") for line in lines if ":" in line)
        return tuple((name.strip(), value.strip()) for name, _, value in pairs)

    @property
    def header_comments(self) -> tuple[str, ...]:
        """What translators wrote above the header: licence, names."""
        return self.head.translator_comments if self.head else ()

    def field(self, name: str) -> str:
        """The value of one header field; empty if the header does not have it."""
        wanted = name.lower()
        return next((value for field, value in self.header if field.lower() == wanted), "")

    def field_span(self, name: str) -> Span:
        """Where a header field stands, or else the header, or else the file."""
        if self.head is None:
            return Span(self.path)
        lines = self.head.raw.split("\n")
        first = self.head.line - next(
            (index for index, line in enumerate(lines) if line.startswith("msgid")), 0
        )
        for index, line in enumerate(lines):
            if line.lstrip().lower().startswith(f'"{name.lower()}:'):
                return Span(self.path, first + index, 1)
        return Span(self.path, self.head.line, 1)

    def span(self, entry: Entry, form: int = 0) -> Span:
        """Where a form of the translation of an entry stands."""
        lines = entry.msgstr_lines
        return Span(self.path, lines[form] if form < len(lines) else entry.line, 1)

    @property
    def active(self) -> tuple[Entry, ...]:
        """The entries that are not obsolete."""
        return tuple(entry for entry in self.entries if not entry.obsolete)

    @property
    def obsolete(self) -> tuple[Entry, ...]:
        """The entries whose text has left the document."""
        return tuple(entry for entry in self.entries if entry.obsolete)


def lookup(catalog: Catalog) -> Mapping[Key, Entry]:
    """The active entries of a catalog by msgctxt and msgid."""
    return {entry.key: entry for entry in catalog.entries if not entry.obsolete}


def with_fields(head: Entry, fields: Mapping[str, str]) -> Entry:
    """The header with some fields set; all others, and the order of all, stay as they are."""
    missing = dict(fields)
    lines = [line for line in head.msgstr[0].split("\n") if line]
    for index, line in enumerate(lines):
        name = line.partition(":")[0].strip()
        if name in missing:
            lines[index] = f"{name}: {missing.pop(name)}"
    lines.extend(f"{name}: {value}" for name, value in missing.items())
    text = "".join(f"{line}\n" for line in lines)
    return head if head.msgstr == (text,) else head.changed(msgstr=(text,))
