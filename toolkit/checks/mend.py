"""What rules of script and typography find, put right where there is no doubt.

``mend`` changes the typed text through a projection of its plain text, so that addresses, footnote
references and language tags are never touched. After every change the text is parsed again: if it
then meant anything else, the change is not made. Mending what is mended changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.checks import script, typography
from toolkit.checks.pair import Side
from toolkit.checks.projection import Projection, project
from toolkit.checks.reading import Fault, around, known
from toolkit.document.inline import Chars, Foreign, Inline, Link, NoteReference, parse, plain
from toolkit.document.reading import Reading, read

#: Rounds of mending; one mend may make room for another. More than these no text needs.
_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Mend:
    """One change: the code of the remark that it answers, and the piece before and after it."""

    code: str
    before: str
    after: str


def mend(side: Side, keep: Collection[str] = ()) -> tuple[str, tuple[Mend, ...]]:
    """The typed text with everything mended that can be, and what was changed.

    ``keep`` are codes that are not mended: switched off, or waived. Letters and figures stay as they
    are, except look-alikes, decomposed letters and ș for ş.
    """
    markup = side.markup
    done: list[Mend] = []
    for _ in range(_ROUNDS):
        projection = project(markup)
        if projection is None:
            break
        mended, mends = _round(side.language, projection, keep)
        if not mends:
            break
        markup = mended
        done.extend(mends)
    else:
        # Two rules that undo one another: nobody can say what is right.
        return side.markup, ()
    return markup, tuple(done)


def faults(language: str, markup: str) -> Iterator[Fault]:
    """Every fault of a text that there may be a mend for."""
    readings = read(language, markup)
    text = readings[0].text
    yield from script.normalisation_faults(text)
    yield from script.invisible_faults(text)
    yield from script.lookalike_faults(readings)
    yield from script.alphabet_faults(readings)
    for reading in known(readings):
        yield from _typographic(reading)


def _typographic(reading: Reading) -> Iterator[Fault]:
    for rule in typography.RULES:
        yield from rule(reading)


def _round(language: str, projection: Projection, keep: Collection[str]) -> tuple[str, list[Mend]]:
    """Make every change that touches no other, from the end of the text to its beginning."""
    markup = projection.markup
    text = plain(markup)
    done: list[Mend] = []
    curable = (fault for fault in faults(language, markup) if fault.code not in keep)
    for fault in reversed(_apart(curable)):
        instead = fault.instead or ""
        changed = Projection(markup, projection.stretches).replaced(fault.start, fault.end, instead)
        wanted = text[: fault.start] + instead + text[fault.end :]
        if plain(changed) != wanted or _shape(changed) != _shape(markup):
            continue
        end = fault.start + len(instead)
        done.append(
            Mend(
                fault.code,
                around(text, fault.start, fault.end),
                around(wanted, fault.start, end) if instead else around(wanted, end, end),
            )
        )
        markup, text = changed, wanted
    return markup, done[::-1]


def _apart(found: Iterable[Fault]) -> Sequence[Fault]:
    """The faults with a cure that do not overlap, in the order of the text."""
    curable = sorted(
        (fault for fault in found if fault.instead is not None),
        key=lambda fault: (fault.start, fault.end),
    )
    chosen: list[Fault] = []
    for fault in curable:
        last = chosen[-1] if chosen else None
        if (
            last is None
            or fault.start > last.end
            or (fault.start == last.end and fault.end > last.end)
        ):
            chosen.append(fault)
    return chosen


def _shape(markup: str) -> tuple[object, ...]:
    """What a text is beside its characters: nodes, addresses, footnotes, languages."""
    return tuple(_node(node) for node in parse(markup) if not isinstance(node, Chars))


def _node(node: Inline) -> tuple[object, ...]:
    match node:
        case Chars():
            return ()
        case NoteReference(id):
            return ("note", id)
        case Link(href, children):
            return ("link", href, *map(_node, children))
        case Foreign(language, children):
            return ("span", language, *map(_node, children))
        case _:
            return (type(node).__name__, *map(_node, node.children))
