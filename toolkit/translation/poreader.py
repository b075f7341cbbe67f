"""From the lines of a PO file to its entries, with a finding for every line that is not PO."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from toolkit.diagnostics import Finding, Result, Span, finding, in_order
from toolkit.translation.catalog import Catalog, Entry, Key, Previous
from toolkit.translation.poplain import plain_entry
from toolkit.translation.posyntax import Kind, Line, PoSyntaxError, take_apart

#: After so many lines that cannot be read, the file is taken to be no PO file at all.
MISTAKES_SHOWN = 20

#: An entry of more lines than this is read line by line.
_NEAR = 40

#: What escapes (``\\b`` …) can bring into a text and no page can print.
_UNPRINTABLE = frozenset("\b\f\v")

#: The order of the parts of a message; a part may follow only those before it.
_RANKS = {"msgctxt": 1, "msgid": 2, "msgid_plural": 3}
_MSGSTR_RANK = 4


def read_lines(lines: list[str], path: str) -> Result[Catalog]:
    """Read the lines of a PO file; a catalog, or what is wrong."""
    reader = _Reader(path)
    first, goes_on = 0, True
    while goes_on and first < len(lines):
        entry, end = None, first
        if reader.is_between_entries and "" in (near := lines[first : first + _NEAR]):
            end = first + near.index("")
            entry = plain_entry(lines, first, end)
        if entry is None:
            end = first
            goes_on = reader.take(first + 1, lines[first])
        else:
            goes_on = reader.take_entry(entry)
        first = end + 1
    return reader.result()


@dataclass(slots=True)
class _Draft:
    """An entry while its lines come in; a part is a list, as it may have a great many lines."""

    raw: list[str] = field(default_factory=list)
    comments: dict[Kind, list[str]] = field(default_factory=dict)
    parts: dict[str, list[str]] = field(default_factory=dict)
    previous: dict[str, list[str]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    obsolete: bool = False
    open_part: str = ""
    open_previous: str = ""
    failed: bool = False

    @property
    def complete(self) -> bool:
        """Whether a translation has been seen, so that anything but more of it is a new entry."""
        return self.open_part.startswith("msgstr")


class _Reader:
    """Puts lines together to entries."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._draft = _Draft()
        self._head: Entry | None = None
        self._entries: list[Entry] = []
        self._findings: list[Finding] = []
        self._first: dict[Key, int] = {}

    def take(self, number: int, text: str) -> bool:
        """Read one line; false when it is time to give up."""
        try:
            line = take_apart(text)
            if line.kind is Kind.BLANK:
                self._blank()
                return True
            self._begin(line)
            self._draft.raw.append(text)
            self._add(line, number)
        except PoSyntaxError as error:
            self._mistake(number, error)
        return len(self._findings) < MISTAKES_SHOWN

    @property
    def is_between_entries(self) -> bool:
        """Whether no line was taken that waits for another one."""
        draft = self._draft
        return draft.complete or not (draft.raw or draft.failed)

    def take_entry(self, entry: Entry) -> bool:
        """Take an entry that was read as a whole; false when it is time to give up."""
        if self._draft.complete:
            self._finish()
        self._keep(entry)
        return len(self._findings) < MISTAKES_SHOWN

    def result(self) -> Result[Catalog]:
        """The catalog, once all lines are read."""
        epilogue = ""
        if self._draft.parts:
            self._finish()
        else:
            epilogue = "\n".join(self._draft.raw)
        if self._findings:
            return Result(None, in_order(self._findings))
        return Result(Catalog(self._path, self._head, tuple(self._entries), epilogue))

    def _blank(self) -> None:
        if self._draft.failed:
            self._finish()

    def _begin(self, line: Line) -> None:
        """Start a new entry if this line cannot belong to the one before."""
        comment = line.kind is not Kind.STRINGS or line.previous
        if self._draft.complete and (comment or line.keyword in {"msgctxt", "msgid"}):
            self._finish()

    def _mistake(self, number: int, error: PoSyntaxError) -> None:
        if not self._draft.failed:
            span = Span(self._path, number, error.column)
            self._findings.append(finding("po.syntax", span, error.message, _CURE))
        self._draft.failed = True

    def _add(self, line: Line, number: int) -> None:
        draft = self._draft
        if line.kind is not Kind.STRINGS:
            if draft.parts:
                raise PoSyntaxError(1, "a comment stands inside a message; it belongs before it")
            draft.comments.setdefault(line.kind, []).append(line.text)
        elif line.previous:
            self._add_previous(line)
        else:
            self._add_part(line, number)

    def _add_previous(self, line: Line) -> None:
        draft = self._draft
        if draft.parts:
            raise PoSyntaxError(1, "a previous text stands inside a message; it belongs before it")
        if line.keyword:
            draft.open_previous = line.keyword
        if draft.open_previous not in _RANKS:
            raise PoSyntaxError(1, "a previous text is one of msgctxt, msgid and msgid_plural")
        draft.previous.setdefault(draft.open_previous, []).append(line.text)

    def _add_part(self, line: Line, number: int) -> None:
        draft = self._draft
        if not line.keyword and not draft.open_part:
            raise PoSyntaxError(1, "a text stands before any of msgid and msgstr")
        if draft.parts and line.obsolete != draft.obsolete:
            raise PoSyntaxError(1, "one part of a message is obsolete (`#~`), another is not")
        if line.keyword:
            self._open(line.keyword, number)
        draft.obsolete = line.obsolete
        draft.parts[draft.open_part].append(line.text)
        if not _UNPRINTABLE.isdisjoint(line.text):
            self._findings.append(_unprintable(Span(self._path, number, 1)))

    def _open(self, keyword: str, number: int) -> None:
        draft = self._draft
        if keyword in draft.parts:
            raise PoSyntaxError(1, f"`{keyword}` stands twice in one message, or msgstr is missing")
        if _rank(keyword) < _rank(draft.open_part):
            raise PoSyntaxError(1, f"`{keyword}` stands after `{draft.open_part}`")
        if keyword.startswith("msgstr"):
            _check_form(keyword, draft.parts)
        draft.parts[keyword] = []
        draft.lines[keyword] = number
        draft.open_part = keyword

    def _finish(self) -> None:
        draft, self._draft = self._draft, _Draft()
        if draft.failed:
            return
        first_line = min(draft.lines.values())
        if not draft.complete:
            message = "the message has no msgstr: the file may have been cut off"
            span = Span(self._path, max(draft.lines.values()), 1)
            self._findings.append(finding("po.syntax", span, message, _CURE))
            return
        self._keep(_entry(draft, first_line))

    def _keep(self, entry: Entry) -> None:
        if not entry.obsolete:
            first = self._first.setdefault(entry.key, entry.line)
            if first != entry.line:
                self._findings.append(_duplicate(self._path, entry, first))
        if entry.key == (None, "") and not entry.obsolete:
            self._head = entry
        else:
            self._entries.append(entry)


_CURE = "open the file in a PO editor, or restore an earlier version of it"


def _entry(draft: _Draft, line: int) -> Entry:
    texts = {keyword: "".join(parts) for keyword, parts in draft.parts.items()}
    forms = [keyword for keyword in texts if keyword.startswith("msgstr")]
    flags = tuple(
        flag.strip()
        for text in draft.comments.get(Kind.FLAG, ())
        for flag in text.split(",")
        if flag.strip()
    )
    return Entry(
        msgid=texts["msgid"],
        msgctxt=texts.get("msgctxt"),
        msgid_plural=texts.get("msgid_plural", ""),
        msgstr=tuple(texts[form] for form in forms),
        flags=tuple(dict.fromkeys(flag for flag in flags if flag != "fuzzy")),
        fuzzy="fuzzy" in flags,
        obsolete=draft.obsolete,
        previous=_previous(draft),
        translator_comments=tuple(draft.comments.get(Kind.TRANSLATOR, ())),
        extracted_comments=tuple(draft.comments.get(Kind.EXTRACTED, ())),
        references=tuple(_references(draft.comments.get(Kind.REFERENCE, []))),
        raw="\n".join(draft.raw),
        line=line,
        msgstr_lines=tuple(draft.lines[form] for form in forms),
    )


def _references(texts: list[str]) -> Iterator[str]:
    for text in texts:
        yield from text.split()


def _previous(draft: _Draft) -> Previous | None:
    if not draft.previous:
        return None
    texts = {keyword: "".join(parts) for keyword, parts in draft.previous.items()}
    return Previous(
        msgctxt=texts.get("msgctxt"),
        msgid=texts.get("msgid", ""),
        msgid_plural=texts.get("msgid_plural", ""),
    )


def _rank(keyword: str) -> int:
    return 0 if not keyword else _RANKS.get(keyword, _MSGSTR_RANK)


def _check_form(keyword: str, parts: Collection[str]) -> None:
    """Forms are msgstr alone, or with a plural msgstr[0], msgstr[1] … without a gap."""
    if "msgid" not in parts:
        raise PoSyntaxError(1, f"`{keyword}` stands before any msgid")
    seen = sum(part.startswith("msgstr") for part in parts)
    if "msgid_plural" in parts:
        expected = f"msgstr[{seen}]"
    elif seen == 0:
        expected = "msgstr"
    else:
        raise PoSyntaxError(1, "a message without msgid_plural has one msgstr")
    if keyword != expected:
        raise PoSyntaxError(1, f"`{keyword}` stands where `{expected}` is expected")


def _unprintable(span: Span) -> Finding:
    message = "the text holds a control character, written as `\\b`, `\\f` or `\\v`"
    return finding("file.control-character", span, message, "delete it")


def _duplicate(path: str, entry: Entry, first: int) -> Finding:
    what = "the header" if entry.key == (None, "") else "the message"
    return finding(
        "po.duplicate",
        Span(path, entry.line, 1),
        f"{what} stands twice in the file: in line {first} and in line {entry.line}",
        "keep the better translation and delete the other entry",
    )
