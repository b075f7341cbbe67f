"""What the tests of this package share: small documents, headers, and a text as a PO file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from toolkit.diagnostics import Finding, Span
from toolkit.document.model import (
    Document,
    Heading,
    Kind,
    Note,
    Paragraph,
    StatementFront,
    Text,
)
from toolkit.document.numbering import number
from toolkit.language import Language, get
from toolkit.translation.catalog import Catalog, Entry
from toolkit.translation.memory import Memory
from toolkit.translation.merge import update
from toolkit.translation.message import Message
from toolkit.translation.pofile import read
from toolkit.translation.template import pot

NOW = dt.datetime(2026, 11, 21, 7, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 12, 24, 18, 30, tzinfo=dt.UTC)
RUSSIAN = get("ru")
PROJECT = "foundation 1"
BUGS = "https://example.org/errors"
PATH = "translations/ru/LC_MESSAGES/statement.po"

#: The header that an up-to-date Russian file of these tests has.
HEADER = rf"""msgid ""
msgstr ""
"Project-Id-Version: {PROJECT}\n"
"Report-Msgid-Bugs-To: {BUGS}\n"
"POT-Creation-Date: 2026-11-21 07:00+0000\n"
"PO-Revision-Date: 2026-11-21 07:00+0000\n"
"Last-Translator: \n"
"Language-Team: Russian\n"
"Language: ru\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {RUSSIAN.plural_forms}\n"
"""


def text(value: str, note: str = "", context: str | None = None) -> Text:
    """An English text somewhere in a file."""
    return Text(value, "en", Span("documents/statement/lake.yaml", 1, 1), note, context)


def statement(
    *paragraphs: str | Text, heading: str = "", notes: Sequence[Note] = (), title: str = "Lake"
) -> Document:
    """A statement with some paragraphs, perhaps under a heading."""
    texts = [item if isinstance(item, Text) else text(item) for item in paragraphs]
    blocks = [Paragraph(text=item) for item in texts]
    document = Document(
        name="lake",
        path="documents/statement/lake.yaml",
        kind=Kind.STATEMENT,
        language="en",
        date=dt.date(2026, 5, 1),
        title=text(title),
        front=StatementFront(),
        body=(*((Heading(level=1, text=text(heading)),) if heading else ()), *blocks),
        notes=tuple(notes),
    )
    return number(document)


def template(messages: Sequence[Message], created: dt.datetime = NOW) -> bytes:
    """The POT of some messages."""
    return pot(messages, project=PROJECT, previous=None, created=created, bugs_to=BUGS)


def updated(
    po: bytes | None,
    messages: Sequence[Message],
    memory: Memory | None = None,
    language: Language = RUSSIAN,
    created: dt.datetime = NOW,
) -> bytes:
    """The PO file brought up to date; there must be nothing to find."""
    result = update(
        po,
        PATH,
        messages,
        language=language,
        template=template(messages, created),
        memory=memory or Memory(),
    )
    assert result.findings == ()
    assert result.value is not None
    return result.value


def catalog(po: bytes | str, path: str = PATH) -> Catalog:
    """A PO file that can be read."""
    result = read(po.encode() if isinstance(po, str) else po, path)
    assert result.findings == ()
    assert result.value is not None
    return result.value


def messages_of(po: str) -> tuple[Message, ...]:
    """The messages that the entries of a PO file stand for."""
    return tuple(message_of(entry) for entry in catalog(po).active)


def message_of(entry: Entry) -> Message:
    """The message of an entry."""
    return Message(
        msgid=entry.msgid,
        msgctxt=entry.msgctxt,
        msgid_plural=entry.msgid_plural,
        comments=entry.extracted_comments,
        references=entry.references,
        flags=entry.flags,
    )


def shown(findings: Sequence[Finding]) -> list[str]:
    """Findings as a reader meets them, without the hints."""
    return [f"{item.span} {item.code}: {item.message}" for item in findings]
