"""Laws of merging, over random histories of a document and its translator.

A document gains, loses, changes and moves texts; between updates a translator types, corrects, comments
and confirms. Whatever they do: updating twice changes nothing, and nothing typed is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.translation.support import LATER, catalog, message_of, updated
from toolkit.translation.catalog import Catalog, Entry, Key, lookup
from toolkit.translation.memory import Memory
from toolkit.translation.message import Message
from toolkit.translation.pofile import write

WORDS = [
    "lake",
    "canal",
    "people",
    "letter",
    "answer",
    "since",
    "until",
    "never",
    "Turkmen",
    "foundation",
    "27",
    "28",
    "2003",
]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
CONTEXTS = st.sampled_from([None, None, None, "", "office"])
TYPED = st.text(alphabet='абв "\\\t\n«»{}%<>&\u2028', min_size=1, max_size=12)
CHANGES = ["add", "remove", "change a word", "move", "context", "plural"]


@st.composite
def messages(draw: st.DrawFn) -> tuple[Message, ...]:
    """Some messages of a document, or of the interface: a few have a plural."""
    keys = draw(st.lists(st.tuples(CONTEXTS, SENTENCES), max_size=7, unique=True))
    return tuple(
        Message(
            msgid,
            context,
            f"{msgid}s" if draw(st.integers(0, 5)) == 0 else "",
            comments=(f"Statement · paragraph {place}",),
            references=("lake.yaml",),
        )
        for place, (context, msgid) in enumerate(keys, start=1)
    )


@st.composite
def edited(draw: st.DrawFn, before: Sequence[Message]) -> tuple[Message, ...]:
    """The messages after the author has worked on the document."""
    after = list(before)
    for change in draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=4)):
        place = draw(st.integers(0, max(len(after) - 1, 0)))
        if change == "add" or not after:
            after.insert(place, Message(draw(SENTENCES), comments=("new",)))
            continue
        taken = after.pop(place)
        if change == "change a word":
            words = taken.msgid.split()
            words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(WORDS))
            after.insert(place, replace(taken, msgid=" ".join(words)))
        elif change == "move":
            after.insert(draw(st.integers(0, len(after))), taken)
        elif change == "context":
            after.insert(place, replace(taken, msgctxt=draw(CONTEXTS)))
        elif change == "plural":
            plural = "" if taken.msgid_plural else f"{taken.msgid}s"
            after.insert(place, replace(taken, msgid_plural=plural))
    return tuple({message.key: message for message in after}.values())


@st.composite
def worked_on(draw: st.DrawFn, po: Catalog) -> Catalog:
    """The file after a translator has worked on it, saved as it was or spelt anew."""
    entries: list[Entry] = []
    for entry in po.entries:
        act = draw(st.sampled_from(["leave", "leave", "type", "confirm", "doubt", "comment"]))
        if entry.obsolete or act == "leave":
            entries.append(entry)
        elif act == "type":
            forms = tuple(draw(TYPED) for _ in entry.msgstr)
            entries.append(entry.changed(msgstr=forms, fuzzy=False, previous=None))
        elif act == "confirm":
            entries.append(entry.changed(fuzzy=False, previous=None))
        elif act == "doubt":
            forms = (draw(TYPED), *entry.msgstr[1:])
            entries.append(entry.changed(msgstr=forms, fuzzy=True))
        else:
            entries.append(entry.changed(translator_comments=(draw(st.sampled_from("abc")),)))
    return replace(po, entries=tuple(entries))


def texts(po: Catalog) -> set[str]:
    """Every translated form that stands in a file, also those kept in comments."""
    return {form for entry in po.entries for form in entry.msgstr if form}


def kept_in_comments(po: Catalog, form: str) -> bool:
    spelt = form.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    wanted = f'Earlier plural form: "{spelt}"'
    return any(wanted in entry.translator_comments for entry in po.entries)


MEMORY = Memory(
    [
        Catalog(
            "elsewhere.po",
            None,
            (
                Entry(msgid="lake canal people letter", msgstr=("Из другого файла",)),
                Entry(msgid="answer", msgstr=("Ответ",)),
            ),
        )
    ]
)


@given(st.data())
def test_nothing_typed_is_lost_and_updating_twice_changes_nothing(data: st.DataObject) -> None:
    current = data.draw(messages())
    po = catalog(updated(None, current, MEMORY))
    for _ in range(data.draw(st.integers(1, 4))):
        before = data.draw(worked_on(po))
        current = data.draw(edited(current))
        raw = updated(write(before), current, MEMORY)
        po = catalog(raw)

        assert [message_of(entry) for entry in po.active] == list(current)
        assert updated(raw, current, MEMORY, created=LATER) == raw
        offered = {"Из другого файла", "Ответ"}
        for form in texts(before) - texts(po) - offered:
            assert kept_in_comments(po, form)
        comments = {line for entry in po.entries for line in entry.translator_comments}
        for entry in before.entries:
            assert comments.issuperset(entry.translator_comments)


@given(st.data())
def test_a_text_that_returns_finds_its_translation_as_it_was(data: st.DataObject) -> None:
    first = data.draw(messages())
    po = data.draw(worked_on(catalog(updated(None, first))))
    finished = {key: entry for key, entry in lookup(po).items() if entry.translated}
    raw = write(po)
    current = first
    for _ in range(data.draw(st.integers(1, 3))):
        current = data.draw(edited(current))
        raw = updated(raw, tuple(replace(m, msgid_plural=plural(first, m)) for m in current))

    returned = lookup(catalog(updated(raw, first)))

    for key, entry in finished.items():
        assert returned[key] == entry


def plural(messages: Sequence[Message], message: Message) -> str:
    """The plural that a message had at first: what returns must be the same message."""
    had: dict[Key, str] = {item.key: item.msgid_plural for item in messages}
    return had.get(message.key, message.msgid_plural)


@given(messages(), st.randoms(use_true_random=False))
def test_the_old_order_of_entries_does_not_matter_to_what_is_kept(
    given_messages: tuple[Message, ...], chance: object
) -> None:
    shuffle: Callable[[list[Entry]], None] = chance.shuffle  # type: ignore[attr-defined]
    po = catalog(updated(None, given_messages))
    entries = [entry.changed(msgstr=tuple("да" for _ in entry.msgstr)) for entry in po.entries]
    shuffle(entries)
    shuffled = replace(po, entries=tuple(entries))
    assert lookup(catalog(updated(write(shuffled), given_messages))) == lookup(shuffled)
