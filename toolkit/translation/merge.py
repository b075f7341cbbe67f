"""Merging: a PO file is brought up to date with its document, and nothing typed is ever lost.

For every message, in this order: its own entry; its own entry among the obsolete ones; an equal
text under another context or elsewhere in the project; the text that stood in its place before; the
most similar text that has left the document, or that is translated elsewhere; nothing. All but the
first two are offers, marked fuzzy, with the text that they translate as previous text. Entries whose
message has gone become obsolete and stay for ever, so that a text that returns finds its translation
as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from toolkit.diagnostics import Result
from toolkit.language import Language
from toolkit.translation.catalog import Catalog, Entry, Previous
from toolkit.translation.header import language_finding, updated_head
from toolkit.translation.matching import Offer, equal_texts, similar_texts
from toolkit.translation.memory import Memory
from toolkit.translation.message import Message
from toolkit.translation.pofile import read, spell_references, write
from toolkit.translation.posyntax import escape
from toolkit.translation.standing import standing
from toolkit.translation.template import blank, header_of

#: What differs between two runs without anybody having changed a text.
_DATE = "POT-Creation-Date"


def update(
    po: bytes | None,
    path: str,
    messages: Sequence[Message],
    *,
    language: Language,
    template: bytes,
    memory: Memory,
) -> Result[bytes]:
    """The PO file ``path`` with just these messages; ``po`` are its bytes, if there is one.

    ``template`` is the POT of the messages: project, address and date come from its header. If only
    a date would change, the very bytes of ``po`` come back. A file that cannot be read, or that
    says it is in another language, is refused with findings: it is better not touched.
    """
    old: Catalog | None = None
    if po is not None:
        result = read(po, path)
        old = result.value
        if old is None:
            return Result(None, result.findings)
        if wrong := language_finding(old, language):
            return Result(None, wrong)
    entries = merge(old.entries if old else (), messages, language.plural_count, memory)
    origin = header_of(template)
    new = Catalog(path, updated_head(old, origin, language), entries, old.epilogue if old else "")
    if po is not None and old is not None and _same_but_date(old, new):
        return Result(po)
    return Result(write(new))


def merge(
    old: Sequence[Entry], messages: Sequence[Message], forms: int, memory: Memory
) -> tuple[Entry, ...]:
    """The entries of the messages, in their order, and after them the obsolete ones."""
    active = {entry.key: entry for entry in old if not entry.obsolete}
    obsolete = {entry.key: entry for entry in old if entry.obsolete}
    keys = {message.key for message in messages}
    own = {key: active.get(key) or obsolete.get(key) for key in keys}
    kept = [_carried(own[message.key], message, forms) for message in messages]
    orphans = [entry for entry in old if not entry.obsolete and entry.key not in keys]
    past = [entry for entry in old if entry.obsolete and own.get(entry.key) is not entry]

    for place, offer in _offers(messages, kept, old, past, memory).items():
        kept[place] = _offered(offer, messages[place], kept[place], forms)
    current = [
        entry or blank(message, forms) for entry, message in zip(kept, messages, strict=True)
    ]
    return (*current, *past, *_retired(orphans, [*current, *past], memory))


def _same_but_date(old: Catalog, new: Catalog) -> bool:
    if old.head is None or new.head is None or old.entries != new.entries:
        return False
    fields = [tuple(f for f in catalog.header if f[0] != _DATE) for catalog in (old, new)]
    return fields[0] == fields[1] and old.head.fuzzy == new.head.fuzzy


def _offers(
    messages: Sequence[Message],
    kept: Sequence[Entry | None],
    old: Sequence[Entry],
    past: Sequence[Entry],
    memory: Memory,
) -> dict[int, Offer]:
    """An offer by the place of its message.

    An entry that is there, but empty, gets equal texts only: whoever cleared a mere likeness does
    not want it back.
    """
    empty = {
        place: message
        for place, message in enumerate(messages)
        if not ((entry := kept[place]) and entry.typed)
    }
    equal = equal_texts(empty, [entry for entry in old if entry.typed], memory)
    new = {p: message for p, message in empty.items() if kept[p] is None and p not in equal}
    if not new:
        return equal
    active = [entry for entry in old if not entry.obsolete]
    keys = {message.key for message in messages}
    gone = [e for e in (*active, *past) if e.typed and (e.obsolete or e.key not in keys)]
    here = standing(active, messages, new)
    edited = {place: Offer(was.entry, own=True) for place, was in here.items() if was.alike}
    left = {place: message for place, message in new.items() if place not in edited}
    similar = similar_texts(left, gone, memory) if left else {}
    # A text that reads otherwise, but stands where nothing else is left of another one, is that one.
    used = {offer.entry.key for offer in (*edited.values(), *similar.values())}
    rewritten = {
        place: Offer(was.entry, own=True)
        for place, was in here.items()
        if not was.alike and was.entry.key not in used
    }
    return {**equal, **rewritten, **similar, **edited}


def _carried(entry: Entry | None, message: Message, forms: int) -> Entry | None:
    """The message's own entry as typed, with what the document says about it now."""
    if entry is None:
        return None
    fields: dict[str, object] = {}
    flags = _flags(entry, message)
    if set(flags) != set(entry.flags):
        fields["flags"] = flags
    if entry.obsolete:
        fields["obsolete"] = False
    if entry.msgid_plural != message.msgid_plural:
        fields.update(_other_plural(entry, message, forms))
    elif message.msgid_plural and len(entry.msgstr) < forms:
        fields["msgstr"] = _forms(entry.msgstr, forms)
        fields["fuzzy"] = entry.fuzzy or entry.typed
    comments = message.comments
    if " ".join(comments) == " ".join(entry.extracted_comments):
        # Some editors wrap comments: what says the same is left on the lines where it stands.
        comments = entry.extracted_comments
    told = replace(entry, extracted_comments=comments, references=message.references)
    if fields:
        return told.changed(**fields)
    if told == entry or not entry.raw:
        return told
    return replace(told, raw=_with_comments(entry.raw, message))


def _with_comments(raw: str, message: Message) -> str:
    """The lines of an entry with other ``#.`` and ``#:`` lines, and all else as it was spelt."""
    lines = [line for line in raw.split("\n") if not line.lstrip().startswith(("#.", "#:"))]
    first = next(
        index
        for index, line in enumerate(lines)
        if line.startswith(("#,", "#|")) or line[:1] != "#"
    )
    comments = (f"#. {comment}" for comment in message.comments)
    references = spell_references(message.references)
    return "\n".join((*lines[:first], *comments, *references, *lines[first:]))


def _flags(entry: Entry, message: Message) -> tuple[str, ...]:
    """The formats that the message has, and what else translators set."""
    others = (flag for flag in entry.flags if not flag.endswith("-format"))
    return tuple(dict.fromkeys((*message.flags, *others)))


def _other_plural(entry: Entry, message: Message, forms: int) -> dict[str, object]:
    """What changes in an entry whose message gains, loses or changes its plural."""
    wanted = forms if message.msgid_plural else 1
    lost = dict.fromkeys(form for form in entry.msgstr[wanted:] if form)
    comments = tuple(f'Earlier plural form: "{escape(form)}"' for form in lost)
    return {
        "msgid_plural": message.msgid_plural,
        "msgstr": _forms(entry.msgstr, wanted),
        "fuzzy": entry.fuzzy or entry.typed,
        "previous": _source(entry) if entry.typed else None,
        "translator_comments": (*entry.translator_comments, *comments),
    }


def _offered(offer: Offer, message: Message, own: Entry | None, forms: int) -> Entry:
    """An old translation as an offer for a message: fuzzy, with the text that it translates."""
    entry = own or blank(message, forms)
    source = _source(offer.entry)
    unchanged = source == Previous(message.msgctxt, message.msgid, message.msgid_plural)
    comments = offer.entry.translator_comments if offer.own else ()
    return entry.changed(
        msgstr=_forms(offer.entry.msgstr, forms if message.msgid_plural else 1),
        fuzzy=True,
        previous=None if unchanged else source,
        translator_comments=tuple(dict.fromkeys((*entry.translator_comments, *comments))),
    )


def _source(entry: Entry) -> Previous:
    """The text that the translation of an entry really belongs to.

    A fuzzy translation still belongs to its previous text, however often its own text changes.
    """
    if entry.fuzzy and entry.previous is not None and entry.previous.msgid:
        return entry.previous
    return Previous(entry.msgctxt, entry.msgid, entry.msgid_plural)


def _forms(msgstr: tuple[str, ...], wanted: int) -> tuple[str, ...]:
    return (*msgstr[:wanted], *("",) * (wanted - len(msgstr)))


def _retired(orphans: Iterable[Entry], rest: Sequence[Entry], memory: Memory) -> tuple[Entry, ...]:
    """The orphans as obsolete entries, without those in which nobody typed anything.

    An offer that nobody touched is such a one, as long as what it repeats is still there.
    """
    orphans = tuple(orphans)
    finished: dict[tuple[str, ...], set[str]] = {}
    for entry in (*rest, *orphans):
        if entry.translated:
            finished.setdefault(_typed(entry), set()).update(entry.translator_comments)
    return tuple(
        entry.changed(obsolete=True, extracted_comments=(), references=())
        for entry in orphans
        if (entry.typed or entry.translator_comments) and not _untouched(entry, finished, memory)
    )


def _untouched(entry: Entry, finished: dict[tuple[str, ...], set[str]], memory: Memory) -> bool:
    if not entry.fuzzy:
        return False
    typed = _typed(entry)
    if typed in finished:
        return finished[typed].issuperset(entry.translator_comments)
    elsewhere = memory.exact(_source(entry).msgid)
    return not entry.translator_comments and any(_typed(other) == typed for other in elsewhere)


def _typed(entry: Entry) -> tuple[str, ...]:
    """The forms of a translation up to the last that is there."""
    forms = list(entry.msgstr)
    while forms and not forms[-1]:
        forms.pop()
    return tuple(forms)
