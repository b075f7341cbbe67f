"""Waivers: one text, one code, a written reason, kept where those who write it keep their remarks.

For a translation it is a translator's comment of its message in the PO file, which Poedit and Weblate
show and preserve::

    # waive check.number: the source has a misprint, the figure here is the right one

For a text of a document it stands beside the text in the YAML, and is read with it::

    - text: 'On the gate stood "Closed".'
      waive:
        check.quotes: The sign is quoted as it was painted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from toolkit.diagnostics import Finding, Span, finding
from toolkit.diagnostics.codes import CODES
from toolkit.document.model import Text, TextWaiver

#: Only these may be waived: what a rule thinks of a text, never a broken file.
WAIVABLE = tuple(code for code in CODES if code.startswith("check."))

_WAIVER = re.compile(r"\s*waive\s+(?P<code>[^\s:]+)\s*:?\s*(?P<reason>.*)", re.IGNORECASE)
_EXAMPLE = "write it as `# waive check.number: why this is right`"


@dataclass(frozen=True, slots=True)
class Waiver:
    """What is waived, why, and where: the message in the PO file, or the reason in the YAML."""

    code: str
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Judged:
    """Findings that no waiver covers, and the waivers that covered one."""

    findings: tuple[Finding, ...]
    used: tuple[Waiver, ...]


def read(comments: Iterable[str], span: Span) -> tuple[tuple[Waiver, ...], tuple[Finding, ...]]:
    """The waivers among a message's comments, and what is wrong with those that cannot be used."""
    waivers: list[Waiver] = []
    found: list[Finding] = []
    for line in _lines(comments):
        match = _WAIVER.fullmatch(line)
        if match is None:
            continue
        code, reason = match["code"], match["reason"].strip()
        if code not in WAIVABLE:
            close = get_close_matches(code, WAIVABLE, n=1)
            hint = f"did you mean `{close[0]}`?" if close else "only `check.…` codes can be waived"
            found.append(finding("waiver.code", span, f"`{code}` cannot be waived", hint))
        elif not reason:
            message = f"the waiver of `{code}` gives no reason"
            found.append(finding("waiver.reason", span, message, _EXAMPLE))
        else:
            waivers.append(Waiver(code, reason, span))
    return tuple(waivers), tuple(found)


def judge(findings: Iterable[Finding], waivers: Iterable[Waiver]) -> Judged:
    """Take out what is waived. A waiver that waives nothing is a finding itself."""
    by_code = {waiver.code: waiver for waiver in waivers}
    kept: list[Finding] = []
    used: dict[str, Waiver] = {}
    for item in findings:
        waiver = by_code.get(item.code)
        if waiver is None:
            kept.append(item)
        else:
            used[waiver.code] = waiver
    for code, waiver in by_code.items():
        if code not in used:
            message = f"there is nothing to waive: `{code}` finds no fault with this message"
            kept.append(finding("waiver.unused", waiver.span, message, "take the comment out"))
    return Judged(tuple(kept), tuple(used.values()))


def judge_texts(found: Iterable[tuple[Text, Iterable[Finding]]]) -> Judged:
    """Take out what the texts of a document waive, each for itself.

    The paragraphs of one text share its waivers: one that is of use to any of them is of use.
    """
    kept: list[Finding] = []
    given: dict[TextWaiver, None] = {}
    used: dict[TextWaiver, None] = {}
    for text, findings in found:
        by_code = {waiver.code: waiver for waiver in text.waivers}
        given.update(dict.fromkeys(text.waivers))
        for item in findings:
            waiver = by_code.get(item.code)
            if waiver is None:
                kept.append(item)
            else:
                used[waiver] = None
    for waiver in given:
        if waiver not in used:
            message = f"there is nothing to waive: `{waiver.code}` finds no fault with this text"
            kept.append(finding("waiver.unused", waiver.span, message, "take the line out"))
    return Judged(tuple(kept), tuple(Waiver(one.code, one.reason, one.span) for one in used))


def _lines(comments: Iterable[str]) -> Iterator[str]:
    for comment in comments:
        yield from comment.splitlines()
