"""The rules of names. Each is made for a register, whose names it then finds in every text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.checks.pair import Pair, PairRule, Remark, Side, SideRule
from toolkit.checks.register.matching import Role
from toolkit.checks.register.reading import Fault, NearWord, Reader, Reading
from toolkit.language import LANGUAGES
from toolkit.language.inflection import Kind
from toolkit.source.register import Entry, Register


@dataclass(frozen=True, slots=True)
class NameRules:
    """The rules for pairs of texts, and those for one text."""

    pairs: tuple[PairRule, ...]
    sides: tuple[SideRule, ...]


#: A place of publication, its publisher if that is named, and the year.
_IMPRINT = re.compile(
    r"(?<![^\W\d_]\.[ \u00a0])\b([^\W\d_])\.(?:, |: ?[^.:;]{2,40}, )(?:1[89]|20)\d\d\b"
)


def register_rules(register: Register) -> NameRules:
    """The rules that know the names of ``register``."""
    reader = Reader(register)

    def check_names(pair: Pair) -> Iterator[Remark]:
        """Names that one side lacks, and words that are almost the name that is lacking."""
        return _compare(pair, reader)

    def check_spelling(side: Side) -> Iterable[Remark]:
        """Names that are forbidden, misspelt, or spelt as in another language."""
        faults = reader.read(side).faults
        return _spelling(faults) if faults else ()

    return NameRules((check_names,), (check_spelling,))


def _spelling(found: Iterable[Fault]) -> Iterator[Remark]:
    groups: dict[tuple[Role | None, str, str, str], list[Fault]] = {}
    for fault in found:
        key = (fault.role, fault.piece, fault.meant, fault.language)
        groups.setdefault(key, []).append(fault)
    for (role, piece, meant, language), faults in groups.items():
        pieces = tuple(fault.piece for fault in faults)
        tongue = LANGUAGES[language].adjective
        if role is Role.FORBIDDEN:
            message = f"`{piece}` is not to be written: the register forbids it"
            yield Remark("check.name-forbidden", message, f"write `{meant}`", (), pieces)
        elif role is Role.FOREIGN:
            message = f"`{piece}` is not the {tongue} spelling of `{meant}`"
            yield Remark("check.name-spelling", message, f"write `{meant}`", (), pieces)
        else:
            message = f"`{piece}` is almost `{meant}`, but not quite"
            yield Remark("check.name-spelling", message, _SPELLING_HINT, (), pieces)


_SPELLING_HINT = "correct it; if it is another name, add that to the register"


def _compare(pair: Pair, reader: Reader) -> Iterator[Remark]:
    source, target = reader.read(pair.source), reader.read(pair.target)
    if not (source.named or target.named or source.near or target.near):
        return
    numbers = {
        *source.named,
        *target.named,
        *(word.entry for word in (*source.near, *target.near)),
    }
    shared: list[int] = []
    for number in sorted(numbers):
        entry = reader.register.entries[number]
        if pair.source.language in entry.names and pair.target.language in entry.names:
            shared.append(number)
            yield from _compare_entry(number, pair, reader, source, target)
    yield from _exchanged(shared, reader, source, target)
    yield from _misnamed(shared, source, target)
    yield from _replaced(shared, source, target)


def _replaced(numbers: Sequence[int], source: Reading, target: Reading) -> Iterator[Remark]:
    """A name stands once less on one side, and there is a word that is almost another name."""
    for ours, theirs, in_source in ((source, target, False), (target, source, True)):
        lost = any(
            len(ours.named.get(number, ())) > len(theirs.named.get(number, ())) > 0
            for number in numbers
        )
        strange = [
            word
            for word in theirs.near
            if word.entry not in ours.named and not _near(word.entry, ours)
        ]
        if lost and strange:
            yield _almost(strange, in_source=in_source)


def _misnamed(numbers: Sequence[int], source: Reading, target: Reading) -> Iterator[Remark]:
    """A surname that one side puts after its given name, and the other after somebody else's."""
    for number in numbers:
        ours, theirs = source.others.get(number, []), target.others.get(number, [])
        whole = source if len(theirs) > len(ours) else target
        named = whole.named.get(number, ())
        if len(ours) == len(theirs) or not any(len(piece.split()) > 1 for piece in named):
            continue
        here, there = source.named.get(number, ours), target.named.get(number, theirs)
        if len(theirs) > len(ours):
            message = f"`{theirs[-1]}` has another given name than the source: `{here[0]}`"
            there = theirs
        else:
            message = f"`{ours[-1]}` has another given name here: `{there[0]}`"
            here = ours
        yield Remark("check.name-missing", message, _MISNAMED_HINT, tuple(here), tuple(there))


_MISNAMED_HINT = "see who is meant; if it is another person, add that name to the register"


def _exchanged(
    numbers: Sequence[int], reader: Reader, source: Reading, target: Reading
) -> Iterator[Remark]:
    """One name once less, one of the same kind once more: both sides name both, but not alike."""
    entries = reader.register.entries
    both = [
        number
        for number in numbers
        if number in source.named
        and number in target.named
        and entries[number].required
        and source.related[number] == target.related[number]
    ]
    surplus = {
        number: len(target.named[number]) - len(source.named[number])
        for number in both
        if len(target.named[number]) != len(source.named[number])
    }
    if sorted(surplus.values()) != [-1, 1]:
        return
    less, more = sorted(surplus, key=lambda number: surplus[number])
    if entries[less].kind is entries[more].kind:
        lost, put = source.named[less], target.named[more]
        message = f"`{lost[0]}` is named less often here than in the source, `{put[0]}` more often"
        yield Remark("check.name-missing", message, _EXCHANGED_HINT, tuple(lost), tuple(put))


_EXCHANGED_HINT = "see that none stands in the place of the other"


def _compare_entry(
    number: int, pair: Pair, reader: Reader, source: Reading, target: Reading
) -> Iterator[Remark]:
    ours, theirs = source.named.get(number, []), target.named.get(number, [])
    near_ours, near_theirs = _near(number, source), _near(number, target)
    if len(ours) > len(theirs) and near_theirs and not near_ours:
        yield _almost(near_theirs, in_source=False)
        return
    if len(theirs) > len(ours) and near_ours and not near_theirs:
        yield _almost(near_ours, in_source=True)
        return
    entry = reader.register.entries[number]
    if not entry.required or bool(ours) == bool(theirs):
        return
    lacking, having = (target, source) if ours else (source, target)
    if _has_fault(number, lacking) or lacking.related[number] > having.related[number]:
        return
    if entry.kind is Kind.PLACE and _is_imprint(entry, pair.target if ours else pair.source):
        return
    yield _missing(pair, entry.names[pair.target.language].name, ours, theirs)


def _is_imprint(entry: Entry, side: Side) -> bool:
    """Whether the initial of a place stands for it before the year of a book: «М., 2019»."""
    initials = _IMPRINT.findall(side.plain)
    return bool(initials) and entry.names[side.language].name[:1] in initials


def _missing(pair: Pair, name: str, ours: Sequence[str], theirs: Sequence[str]) -> Remark:
    tongue = LANGUAGES[pair.source.language].adjective
    if ours:
        message = f"`{name}` is not named here; the {tongue} text names `{ours[0]}`"
        hint = f"write `{name}`; if other words stand for it, add them to the register"
    else:
        message = f"`{theirs[0]}` is named here; the {tongue} text does not name it"
        hint = (
            "see which of the two is right; if other words stand for it, add them to the register"
        )
    return Remark("check.name-missing", message, hint, tuple(ours), tuple(theirs))


def _almost(words: Sequence[NearWord], *, in_source: bool) -> Remark:
    pieces = tuple(word.piece for word in words)
    message = f"`{pieces[0]}` is almost `{words[0].meant}`, but not quite"
    if in_source:
        return Remark("check.name-spelling", message, _SPELLING_HINT, pieces, ())
    return Remark("check.name-spelling", message, _SPELLING_HINT, (), pieces)


def _near(number: int, reading: Reading) -> tuple[NearWord, ...]:
    return tuple(word for word in reading.near if word.entry == number)


def _has_fault(number: int, reading: Reading) -> bool:
    return any(fault.entry == number for fault in reading.faults)
