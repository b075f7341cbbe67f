"""The POT: the messages of one document, without translations, as gettext editors expect them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from toolkit.translation.catalog import Catalog, Entry
from toolkit.translation.message import Message
from toolkit.translation.pofile import read, write

#: What a POT has where a PO file has what its translators put in (GNU gettext, "Header Entry").
PLACEHOLDERS = {
    "Project-Id-Version": "PACKAGE VERSION",
    "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
    "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
    "Language-Team": "LANGUAGE <LL@li.org>",
}


def pot(
    messages: Sequence[Message],
    *,
    project: str,
    previous: bytes | None,
    created: datetime,
    bugs_to: str,
) -> bytes:
    """The POT of some messages.

    ``previous`` is the POT as it was: as long as the messages are the same, so is its
    POT-Creation-Date, and the same messages give the same bytes. Otherwise it is ``created``, which
    knows its time zone, in UTC. ``bugs_to`` is the address for errors in the texts.
    """
    entries = tuple(blank(message) for message in messages)
    date = _kept_date(previous, entries) or format_date(created)
    fields = {
        "Project-Id-Version": project,
        "Report-Msgid-Bugs-To": bugs_to,
        "POT-Creation-Date": date,
        "PO-Revision-Date": PLACEHOLDERS["PO-Revision-Date"],
        "Last-Translator": PLACEHOLDERS["Last-Translator"],
        "Language-Team": PLACEHOLDERS["Language-Team"],
        "Language": "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    if any(message.msgid_plural for message in messages):
        fields["Plural-Forms"] = "nplurals=INTEGER; plural=EXPRESSION;"
    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    head = Entry(msgid="", msgstr=(text,), fuzzy=True)
    return write(Catalog("", head, entries))


def blank(message: Message, forms: int = 2) -> Entry:
    """The entry of a message that has no translation, with ``forms`` forms if it has a plural."""
    return Entry(
        msgid=message.msgid,
        msgctxt=message.msgctxt,
        msgid_plural=message.msgid_plural,
        msgstr=("",) * (forms if message.msgid_plural else 1),
        flags=message.flags,
        extracted_comments=message.comments,
        references=message.references,
    )


def format_date(moment: datetime) -> str:
    """A moment as PO headers write it, in UTC: ``2026-11-21 07:00+0000``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M%z")


def header_of(pot: bytes) -> Catalog:
    """The header of a POT that ``pot`` wrote, without its messages."""
    head = read(pot.partition(b"\n\n")[0], "").value
    if head is None or head.head is None:
        raise ValueError("a template begins with its header")
    return head


def _kept_date(previous: bytes | None, entries: tuple[Entry, ...]) -> str:
    old = read(previous, "").value if previous is not None else None
    return old.field("POT-Creation-Date") if old is not None and old.entries == entries else ""
