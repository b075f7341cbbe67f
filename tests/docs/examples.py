"""The examples of the documentation: found in the pages, and put into documents that can be read.

A fenced block says in its first line what it is::

    ```yaml document            a whole document
    ```yaml body                items of a body
    ```yaml body interview      items of the body of an interview
    ```yaml fields              fields of a statement
    ```yaml fields report       fields of a report
    ```yaml settings            the file toolkit.yaml
    ```yaml register            the file documents/register.yaml
    ```yaml wrong body          items of a body with a mistake

Examples are short, so what they leave out is added: the other mandatory fields, the people and the
footnotes that they refer to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from toolkit.diagnostics import Finding
from toolkit.language import LANGUAGES, codes
from toolkit.source.reader import read_document, read_register, read_settings

REPOSITORY = Path(__file__).resolve().parents[2]
PAGES = (
    *sorted(REPOSITORY.glob("*.md")),
    *sorted((REPOSITORY / "docs").glob("*.md")),
)

_FENCE = re.compile(
    r"^(?P<indent> *)```(?P<info>[^\n`]*)\n(?P<text>.*?)^(?P=indent)```$", re.M | re.S
)
_FIELD = re.compile(r"^([a-z_]+):", re.M)
_CALL = re.compile(r"\[\^([A-Za-z0-9_-]+)\]")

#: The mandatory fields of every kind, for examples that show only some.
_FIELDS = {
    "language": "language: en",
    "date": "date: 2024-10-04",
    "title": "title: The lake belongs to its villages",
}
_KIND_FIELDS = {
    "statement": {},
    "report": {
        "event": "event: {name: Lakes Conference, session: Session 6, place: Harbourton}",
    },
    "open-letter": {
        "addressees": "addressees:\n  - name: The Minister of Water",
        "salutation": "salutation: Dear Minister,",
        "signatories": "signatories:\n  - organisation: Lake Watch",
    },
    "interview": {
        "introduction": "introduction: Two people talk about the lake.",
        "speakers": (
            "speakers:\n"
            "  editor: {name: Lake Watch}\n"
            "  clara-rushlake: {name: Clara Rushlake, role: fisherwoman}"
        ),
    },
}
_PEOPLE = "people:\n  clara-rushlake: {name: Clara Rushlake, role: fisherwoman}"
_BODY = {
    "statement": "  - The lake was closed in 2021.\n",
    "report": "  - The lake was closed in 2021.\n",
    "open-letter": "  - demands: [Reopen the lake.]\n",
    "interview": (
        "  - question: When did you leave?\n    by: editor\n"
        "  - answer: In the spring.\n    by: clara-rushlake\n"
    ),
}


@dataclass(frozen=True)
class Example:
    """A fenced block of a page: where its first line stands, what it is, and what it says."""

    page: str
    line: int
    info: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def wrong(self) -> bool:
        """Whether the example shows a mistake."""
        return "wrong" in self.info

    @property
    def form(self) -> str:
        """What a YAML example is: ``document``, ``body``, ``fields`` and so on; else empty."""
        words = [word for word in self.info[1:] if word != "wrong"]
        return words[0] if self.info[:1] == ("yaml",) and words else ""

    @property
    def kind(self) -> str:
        """The kind of document that the example belongs to."""
        if self.form == "document":
            found = re.search(r"^kind: (\S+)", self.text, re.M)
            return found.group(1) if found else "statement"
        return self.info[-1] if self.info[-1] in _KIND_FIELDS else "statement"


@cache
def page_text(page: Path) -> str:
    """The text of a page."""
    return page.read_text(encoding="utf-8")


def name_of(page: Path) -> str:
    """A page by its path in the repository."""
    return page.relative_to(REPOSITORY).as_posix()


def examples(language: str = "", *, pages: tuple[Path, ...] = PAGES) -> Iterator[Example]:
    """The fenced blocks of the pages, or those in one language."""
    for page in pages:
        text = page_text(page)
        for found in _FENCE.finditer(text):
            info = tuple(found["info"].split())
            if language and info[:1] != (language,):
                continue
            indent = found["indent"]
            lines = [line.removeprefix(indent) for line in found["text"].splitlines()]
            line = text.count("\n", 0, found.start()) + 1
            yield Example(name_of(page), line, info, "".join(f"{line}\n" for line in lines))


def findings(example: Example) -> tuple[Finding, ...]:
    """What is found when an example is read."""
    raw, known = example.text.encode(), codes()
    if example.form == "settings":
        return read_settings(raw, "toolkit.yaml", languages=known).findings
    if example.form == "register":
        path = "documents/register.yaml"
        return read_register(raw, path, languages=known, wanted=tuple(LANGUAGES)).findings
    path, raw = document(example)
    return read_document(raw, path, languages=known).findings


def document(example: Example) -> tuple[str, bytes]:
    """The path and the bytes of the document that an example stands for."""
    text = example.text if example.form == "document" else _completed(example)
    date = re.search(r"^date: (\d{4}-\d{2}-\d{2})", text, re.M)
    day = date.group(1) if date else "2024-10-04"
    return f"documents/{example.kind}/{day}-the-lake.yaml", text.encode()


def _completed(example: Example) -> str:
    own = {} if example.form == "body" else dict.fromkeys(_FIELD.findall(example.text))
    fields = {"kind": f"kind: {example.kind}", **_FIELDS, **_KIND_FIELDS[example.kind]}
    if "clara-rushlake" in example.text and example.kind != "interview":
        fields["people"] = _PEOPLE
    head = "".join(f"{field}\n" for name, field in fields.items() if name not in own)
    if example.form == "body":
        body = f"body:\n{_indented(example.text)}{_added_turns(example)}"
        return f"{head}{body}{_added_notes(example.text)}"
    if "body" in own:
        return f"{head}{example.text}"
    body = f"body:\n{_BODY[example.kind]}{_added_calls(example)}"
    notes = "" if "notes" in own else _added_notes(example.text)
    return f"{head}{example.text}{body}{notes}"


def _indented(text: str) -> str:
    return "".join(f"  {line}" if line.strip() else line for line in text.splitlines(True))


def _added_turns(example: Example) -> str:
    return _BODY["interview"] if example.kind == "interview" else ""


def _added_notes(text: str) -> str:
    called = dict.fromkeys(_CALL.findall(text))
    return "notes:\n" + "".join(f"  {id}: A footnote.\n" for id in called) if called else ""


def _added_calls(example: Example) -> str:
    """A paragraph that refers to the footnotes of an example that shows nothing but them."""
    notes = re.search(r"^notes:\n((?:[ \n].*\n?)+)", example.text, re.M)
    ids = re.findall(r"^  ([A-Za-z0-9][A-Za-z0-9_-]*):", notes.group(1), re.M) if notes else []
    open_ids = [id for id in ids if id not in _CALL.findall(example.text)]
    return f"  - So it was.{''.join(f'[^{id}]' for id in open_ids)}\n" if open_ids else ""
