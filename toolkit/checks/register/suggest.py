"""Names that the register lacks: words with capital letters, in each language, matched by message."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from toolkit.checks.register.gathering import Name, Words, gathered
from toolkit.diagnostics import Span
from toolkit.language import LANGUAGES
from toolkit.language.inflection import Kind, phrase
from toolkit.language.romanised import romanised, without_marks
from toolkit.source.register import SECTIONS, Register

#: How much two names that stand in the same messages count as one: shared messages, and likeness.
_ENOUGH = 0.55
_ALIKE = 60


@dataclass(frozen=True, slots=True)
class Message:
    """One text in all languages it exists in (inline Markdown), and where its source stands."""

    texts: Mapping[str, str]
    span: Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a name: its spellings by language, how often it stands there, and one place.

    The spellings are those of the texts, as near to the dictionary form as can be told.
    """

    kind: Kind
    names: Mapping[str, str]
    count: int
    span: Span


def suggest(messages: Iterable[Message], register: Register) -> tuple[Candidate, ...]:
    """The names in ``messages`` that ``register`` lacks.

    Those that were found in most languages come first, and of these the most frequent.
    """
    numbered = tuple(messages)
    words = Words([message.texts for message in numbered], register)
    names = [name for language in words.languages for name in gathered(words, language)]
    candidates = [_candidate(group, numbered) for group in _matched(names)]
    return tuple(
        sorted(candidates, key=lambda one: (-len(one.names), -one.count, *one.names.values()))
    )


def as_yaml(candidates: Sequence[Candidate]) -> str:
    """The candidates as a register, to be looked through and pasted; every name in double quotes."""
    lines: list[str] = []
    for section, kind in SECTIONS.items():
        chosen = [candidate for candidate in candidates if candidate.kind is kind]
        if chosen:
            lines.append(f"{section}:")
        used: Counter[str] = Counter()
        for candidate in chosen:
            lines.extend(_entry(candidate, used))
    return "".join(f"{line}\n" for line in lines)


def _entry(candidate: Candidate, used: Counter[str]) -> Iterator[str]:
    id = _id(candidate.names.values())
    used[id] += 1
    number = f"-{used[id]}" if used[id] > 1 else ""
    times = "once" if candidate.count == 1 else f"{candidate.count} times"
    yield f"  {id}{number}:  # {times}; {candidate.span}"
    for language, name in candidate.names.items():
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        yield f'    {language}: "{escaped}"'


def _id(names: Iterable[str]) -> str:
    """An id from the name that is written with the letters a to z, or needs the least to be."""
    given = list(names)
    own = [re.findall("[a-z0-9]+", without_marks(name.casefold())) for name in reversed(given)]
    made = [re.findall("[a-z0-9]+", romanised(name)) for name in given]
    return "-".join(next(words for words in (*own, *made, ["name"]) if words))


def _matched(names: Sequence[Name]) -> Iterator[dict[str, Name]]:
    """The names of the languages put together: those that stand in the same messages and are alike."""
    scored = sorted(
        (
            (-_likeness(one, other), one.best(), other.best(), place, later)
            for place, one in enumerate(names)
            for later, other in enumerate(names[place + 1 :], start=place + 1)
            if one.language != other.language and one.messages & other.messages
        ),
    )
    groups = [{name.language: name} for name in names]
    of = list(range(len(names)))
    for score, _, _, place, later in scored:
        ours, theirs = of[place], of[later]
        if -score >= _ENOUGH and ours != theirs and not groups[ours].keys() & groups[theirs].keys():
            groups[ours] |= groups[theirs]
            of = [ours if group == theirs else group for group in of]
    return (groups[group] for group in dict.fromkeys(of))


def _likeness(one: Name, other: Name) -> float:
    """From 0 to 1: the share of messages that both stand in, and how alike they are."""
    shared = len(one.messages & other.messages) / len(one.messages | other.messages)
    alike = fuzz.ratio(romanised(one.best()), romanised(other.best())) / 100
    return (shared + alike) / 2


def _candidate(group: Mapping[str, Name], messages: Sequence[Message]) -> Candidate:
    names = {code: group[code].best() for code in LANGUAGES if code in group}
    first = min(min(name.messages) for name in group.values())
    count = max(name.count for name in group.values())
    return Candidate(_kind(list(names.values())), names, count, messages[first].span)


def _kind(names: Sequence[str]) -> Kind:
    """A guess: acronyms look like acronyms, people have two or three names that sound alike."""
    if all(name.isupper() and len(phrase(name).words) == 1 for name in names):
        return Kind.ACRONYM
    numbers = {len(phrase(name).words) for name in names}
    if numbers == {1}:
        return Kind.PLACE
    sounds = [romanised(name) for name in names]
    alike = all(fuzz.ratio(sounds[0], sound) >= _ALIKE for sound in sounds[1:])
    return Kind.PERSON if alike and numbers <= {2, 3} else Kind.ORGANISATION
