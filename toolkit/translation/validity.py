"""What is wrong with one translation, whoever asks: `check`, or the making of an edition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from toolkit.document import inline
from toolkit.language.tags import is_language
from toolkit.translation.catalog import Entry


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a translation; ``form`` is the plural form that has it."""

    code: str
    message: str
    hint: str
    form: int = 0


#: Characters that turn the direction of the text after them: no language of the toolkit needs one,
#: and a reader cannot see that words were reordered (Unicode TR 36, TR 55).
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LINE_BREAK = re.compile("[\n\r\v\f\x85\u2028\u2029]")
_PLACEHOLDER = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")

#: A translation is longer than this many characters and than so many times its source by mistake only:
#: a page was pasted, or somebody wants to see how long markup takes to read.
_LONG = 2_000
_TIMES = 10

#: What is left in the characters of a text when markup was begun but not ended rightly.
_MARKS = re.compile(r"[*\[\]{<&\\]")
_REMAINS = ("**", "*", "[^", "](", "{lang=")


@lru_cache(maxsize=4096)
def problems(source: str, translation: str) -> tuple[Problem, ...]:
    """What makes a translation of a document's text unfit to print; empty if nothing does.

    Raw HTML, percent signs and braces are plain characters in a text, so they are no problem.
    """
    if len(translation) > max(_LONG, _TIMES * len(source)):
        message = f"the translation has {len(translation)} characters, its source {len(source)}"
        return (Problem("message.length", message, "delete what was pasted by mistake"),)
    return (
        *_characters(source, translation),
        *_line_breaks(source, translation),
        *(_in_markup(source, translation) if _has_markup(source, translation) else ()),
    )


def _has_markup(source: str, translation: str) -> bool:
    """Whether either text may hold a link, a reference or another language, or what is left of it."""
    return _MARKS.search(translation) is not None or _MARKS.search(source) is not None


def _in_markup(source: str, translation: str) -> tuple[Problem, ...]:
    return (
        *_notes(source, translation),
        *_links(source, translation),
        *_markup(source, translation),
    )


def interface_problems(entry: Entry) -> tuple[Problem, ...]:
    """What makes a translation of an interface word unfit to print: placeholders, above all.

    Every form that is there must hold the ``{placeholders}`` of the source, each as often.
    """
    source = entry.msgid_plural or entry.msgid
    return tuple(
        Problem(problem.code, problem.message, problem.hint, form)
        for form, text in enumerate(entry.msgstr)
        if text.strip()
        for problem in (
            *_characters(source, text),
            *_line_breaks(source, text),
            *_placeholders(source, text),
        )
    )


def _characters(source: str, translation: str) -> Iterator[Problem]:
    for pattern, what in ((_CONTROL, "control character"), (_BIDI, "direction mark")):
        if not pattern.search(translation):
            continue
        added = set(pattern.findall(translation)) - set(pattern.findall(source))
        for character in sorted(added):
            message = f"the translation holds the invisible {what} U+{ord(character):04X}"
            yield Problem("file.control-character", message, "delete it, or type the words anew")


def _line_breaks(source: str, translation: str) -> Iterator[Problem]:
    if _LINE_BREAK.search(translation) and not _LINE_BREAK.search(source):
        yield Problem(
            "message.paragraphs",
            "the translation has a line break; the source is one paragraph",
            "delete the line break (also one at the very end)",
        )


def _notes(source: str, translation: str) -> Iterator[Problem]:
    yield from _compare(
        source,
        translation,
        lambda text: [f"[^{id}]" for id in inline.note_references(text)],
        Problem(
            "message.note",
            "footnote references",
            "a translation calls the same footnotes as its source, each as often",
        ),
    )


def _links(source: str, translation: str) -> Iterator[Problem]:
    yield from _compare(
        source,
        translation,
        inline.links,
        Problem(
            "message.link",
            "links",
            "copy the addresses from the source: a translation leads to the same places",
        ),
    )


def _placeholders(source: str, translation: str) -> Iterator[Problem]:
    yield from _compare(
        source,
        translation,
        lambda text: [f"{{{name}}}" for name in _PLACEHOLDER.findall(text)],
        Problem(
            "message.placeholder",
            "placeholders",
            "copy the names in braces from the source: they are filled in later",
        ),
    )


def _compare(
    source: str, translation: str, find: Callable[[str], Sequence[str]], problem: Problem
) -> Iterator[Problem]:
    """The problem, when both texts do not hold the same things as often; both are shown."""
    ours, theirs = find(source), find(translation)
    if ours == theirs:
        return
    wanted, found = Counter(ours), Counter(theirs)
    if wanted != found:
        message = (
            f"the {problem.message} differ: "
            f"the source has {_listed(wanted)}, the translation {_listed(found)}"
        )
        yield Problem(problem.code, message, problem.hint)


def _listed(items: Counter[str]) -> str:
    return ", ".join(f"`{item}`" for item in sorted(items.elements())) or "none"


def _markup(source: str, translation: str) -> Iterator[Problem]:
    known = inline.links(source)
    for address in dict.fromkeys(inline.links(translation)):
        reason = inline.link_problem(address)
        if reason and address not in known:
            hint = "copy the address from the source"
            yield Problem("message.markup", f"the link to `{address}` is refused: {reason}", hint)
    for address in dict.fromkeys(inline.empty_links(translation)):
        message = f"the link to `{address}` has no words, so nobody can follow it"
        yield Problem("message.markup", message, "translate the words in the square brackets")
    for code in dict.fromkeys(inline.languages(translation)):
        if not is_language(code):
            message = f"`{{lang={code}}}` names a language that the toolkit does not know"
            yield Problem(
                "message.markup", message, "write a code as `ru`, `tk`, `en`, `fr` or `la`"
            )
    before, after = inline.plain(source), inline.plain(translation)
    remains = next((mark for mark in _REMAINS if after.count(mark) > before.count(mark)), "")
    if remains:
        yield Problem(
            "message.markup",
            f"`{remains}` would be printed as it stands, because the markup is not complete",
            "compare it with the source: each opening mark needs its closing mark, without spaces",
        )
