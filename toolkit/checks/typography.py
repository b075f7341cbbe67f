"""Is each text set as its language wants: quotation marks, dashes, spaces, ellipses, final marks?

Every rule finds faults, most of which say what would be right; ``mend`` puts that in their place, so
what is mended and what is remarked cannot differ. What a language wants is data in
``toolkit.language.typography``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from toolkit.checks.endings import final_punctuation
from toolkit.checks.pair import PairRule, Remark, Side, SideRule
from toolkit.checks.quotes import (
    QUOTES,
    TYPED_APOSTROPHES,
    apostrophe_faults,
    quotations,
    quote_faults,
)
from toolkit.checks.reading import Fault, remarks
from toolkit.document.reading import BLANK, Reading
from toolkit.language import LANGUAGES
from toolkit.language.typography import TYPOGRAPHY, Typography

_SPACES = " \u00a0\u2009\u202f"
_HYPHENS, _LONG_DASHES = frozenset("-‐−"), frozenset("–—―")
_HYPHEN_AS_DASH = re.compile(
    rf"(?<=[^\s\u00a0])[{_SPACES}](-|‐|−|--|---)(?=[{_SPACES}](?:[^\s\d]|(?<!\d[{_SPACES}].[{_SPACES}])\d))"
)
_TWO_HYPHENS = re.compile(r"(?<=[^\W_])(?<!-)--(?!-)(?=[^\W_])")
_SPACED_DASH = re.compile(rf"(?<=[^\s\u00a0])[{_SPACES}]([–—―])(?=[{_SPACES}])")
_ONE_SIDED = re.compile(
    rf"(?<=[^\W\d_])(?:[{_SPACES}]([–—])(?=[^\W\d_«„“])|([–—])[{_SPACES}](?=[^\W\d_«„“]))"
)
_TIGHT_EM = re.compile(r"(?<=[^\W\d_])—(?=[^\W\d_])")
_RANGE = re.compile(
    r"(?<![\w.,/:№#+–—-])(?P<first>\d{1,4})(?P<dash>[-−])(?P<last>\d{1,4})(?![\d/–—]|[.,:-]\d|-\d|[A-Za-z])"
)
_NUMBERED = re.compile(r"(?:№|#|\b(?:тел|tel|no|ISBN|ISSN|факс|fax)\b)[.:]?\s*$", re.IGNORECASE)
_DOUBLE_SPACE = re.compile(r"[ \t]{2,}|[ \t]+(?=\u00a0)|(?<=\u00a0)[ \t]+|\u00a0{2,}")
_BEFORE_MARK = re.compile(rf"[{_SPACES}]+(?=[,;!?…)\]]|[.:](?![\w{BLANK}]))")
_KEPT_BEFORE_MARK = re.compile(r"\.\.|…|:[-)(]|:\s?\d|\.[A-Za-z]")
_AFTER_BRACKET = re.compile(rf"(?<=[(\[])[{_SPACES}]+(?=[^\s\])])")
#: A mark with no space after it, or a quotation mark: only where one is, others look closer.
_TIGHT_MARK_OR_QUOTE = re.compile(r"[,;!?.…:](?=[\w«„“(])|[«„»]")
_NO_SPACE = re.compile(
    rf"(?<=[\w»”\")%.{BLANK}]),(?=[^\W\d_]|[«„(])|(?<=[^\W\d_]),(?=\d)|(?<=[^\W\d_»”\")%])[;!?](?=[^\W\d_])"
    r"|(?<=[^\W\d_]{2})(?<![A-ZА-ЯЁ])[.…:](?=[^\W\d_])"
)
_NO_SPACE_BEFORE = re.compile(r"(?<=[^\W\d_,;:!?])(?=[«„])|(?<=[,;:!?])(?=[«„])")
_NO_SPACE_AFTER = re.compile(r"(?<=»)(?=[^\W\d_])")
_DOTS = re.compile(r"(?<![.?!])\.{2,}(?!\.)|(?<=[?!])\.{3,}")
#: Groups of a telephone number are no thousands; it may be broken between them.
_PHONE = re.compile(r"\+\d[\d \u00a0().-]{5,}\d")
_OUTER_SPACE = re.compile(r"^[ \t]+|[ \t]+$")
#: What stands before the full stop of a site, as in «Хроника.Инфо».
_SITE = re.compile(r"[.](?:инфо|орг|ньюс|медиа|ру|нет|ком|news|org|info|js|net)\b", re.IGNORECASE)

Rule = Callable[[Reading], Iterable[Fault]]


def dash_faults(reading: Reading) -> Iterator[Fault]:
    """check.dash: a hyphen for a dash, a dash that the language does not have, or spaced unevenly."""
    style, own = TYPOGRAPHY[reading.language], reading.own
    spaced = f"write `{style.dash}`"
    has_hyphens = not _HYPHENS.isdisjoint(reading.characters)
    for found in _HYPHEN_AS_DASH.finditer(own) if has_hyphens else ():
        message = "a hyphen between spaces stands for a dash"
        yield Fault("check.dash", found.start(1), found.end(1), message, spaced, style.dash)
    for found in _TWO_HYPHENS.finditer(own) if "--" in own else ():
        yield Fault(
            "check.dash", found.start(), found.end(), "two hyphens stand for a dash", spaced
        )
    has_dashes = not _LONG_DASHES.isdisjoint(reading.characters)
    for found in _SPACED_DASH.finditer(own) if has_dashes else ():
        if found.group(1) not in style.dashes:
            message = f"`{found.group(1)}` between spaces is not the dash of the language"
            yield Fault("check.dash", found.start(1), found.end(1), message, spaced, style.dash)
    for found in _ONE_SIDED.finditer(own) if has_dashes else ():
        message = "a dash has a space on one side only"
        yield Fault("check.dash", found.start(), found.end(), message, "put spaces on both sides")
    if has_dashes:
        yield from _mixed_dashes(reading, style)
    if has_hyphens:
        yield from _ranges(own, style)


def _mixed_dashes(reading: Reading, style: Typography) -> Iterator[Fault]:
    """Where both the closed and the spaced em dash are allowed, a text uses one of them."""
    if len(style.dashes) < 2 or not _TIGHT_EM.search(reading.own):
        return
    for found in _SPACED_DASH.finditer(reading.own):
        if found.group(1) == "—" and style.ranges[0] == "–":
            message = "the same text has dashes with and without spaces"
            yield Fault("check.dash", found.start(1), found.end(1), message, "choose one of them")


def _ranges(own: str, style: Typography) -> Iterator[Fault]:
    for found in _RANGE.finditer(own):
        first, last = found["first"], found["last"]
        if int(first) >= int(last) or first.startswith("0") or last.startswith("0"):
            continue
        if _NUMBERED.search(own[: found.start()]) or len(first) > len(last):
            continue
        years = len(first) == len(last) == 4
        message = f"a hyphen stands in the range `{found.group()}`"
        hint = f"write `{first}{style.ranges[0]}{last}`"
        start, end = found.span("dash")
        yield Fault("check.dash", start, end, message, hint, style.ranges[0] if years else None)


def space_faults(reading: Reading) -> Iterator[Fault]:
    """check.space: a space too many or too few."""
    if not reading.is_span:
        yield from _double_spaces(reading)
        yield from _outer_spaces(reading)
    yield from _spaces_at_marks(reading)
    yield from _spaces_in_quotes(reading)
    yield from _missing_spaces(reading)


def _double_spaces(reading: Reading) -> Iterator[Fault]:
    text = reading.text
    if "  " not in text and "\t" not in text and "\u00a0" not in text:
        return
    for found in _DOUBLE_SPACE.finditer(text):
        start, end = found.span()
        if any(start < note <= end for note in reading.notes):
            continue
        instead = "\u00a0" if "\u00a0" in found.group() else " "
        if end - start == 1:
            instead = ""
        yield Fault("check.space", start, end, "there are two spaces", "keep one of them", instead)


def _outer_spaces(reading: Reading) -> Iterator[Fault]:
    if not reading.own[:1].isspace() and not reading.own[-1:].isspace():
        return
    for found in _OUTER_SPACE.finditer(reading.own):
        start, end = found.span()
        if end - start == len(reading.own) or reading.notes & {start, end}:
            continue
        message = "the text begins or ends with a space"
        yield Fault("check.space", start, end, message, "take it out", "")


def _spaces_at_marks(reading: Reading) -> Iterator[Fault]:
    own = reading.own
    for found in _BEFORE_MARK.finditer(own):
        start, end = found.span()
        if start == 0 or _KEPT_BEFORE_MARK.match(own, end) or own[start - 1] in "([":
            continue
        message = f"a space stands before `{own[end]}`"
        yield Fault("check.space", start, end, message, "take it out", "")
    for found in _AFTER_BRACKET.finditer(own):
        message = "a space stands after an opening bracket"
        yield Fault("check.space", found.start(), found.end(), message, "take it out", "")


def _spaces_in_quotes(reading: Reading) -> Iterator[Fault]:
    own = reading.own
    for pair in quotations(reading)[0]:
        inside = own[pair.start + 1 : pair.end]
        bare = inside.strip(_SPACES)
        if not bare:
            continue
        message = "a space stands inside the quotation marks"
        before = len(inside) - len(inside.lstrip(_SPACES))
        after = len(inside) - len(inside.rstrip(_SPACES))
        if before:
            start = pair.start + 1
            yield Fault("check.space", start, start + before, message, "take it out", "")
        if after:
            yield Fault("check.space", pair.end - after, pair.end, message, "take it out", "")


def _missing_spaces(reading: Reading) -> Iterator[Fault]:
    own = reading.own
    if not _TIGHT_MARK_OR_QUOTE.search(own):
        return
    for found in _NO_SPACE.finditer(own):
        start, end = found.span()
        mark = found.group()
        if mark in ".…:" and not _begins_anew(own, start):
            continue
        message = f"a space is missing after `{mark}`"
        instead = f"{mark} " if mark == "," else None
        yield Fault("check.space", start, end, message, "put a space there", instead)
    if not reading.is_span:
        for found in _NO_SPACE_BEFORE.finditer(own):
            message = "a space is missing before a quotation mark"
            start = found.start()
            yield Fault("check.space", start, start, message, "put a space there")
    if TYPOGRAPHY[reading.language].closing_quote_ends_word:
        for found in _NO_SPACE_AFTER.finditer(own):
            message = "a space is missing after a quotation mark"
            yield Fault(
                "check.space", found.start() - 1, found.end() + 1, message, "put a space there"
            )


def _begins_anew(own: str, start: int) -> bool:
    """Whether what follows a full stop or a colon is a sentence of its own, and no site or file."""
    after = own[start + 1 : start + 3]
    if own[start] == ":":
        return own[start - 1].islower() and after.islower() and len(after) == 2
    return (
        own[start - 1].islower()
        and after[:1].isupper()
        and after[1:].islower()
        and not (_SITE.match(own, start))
    )


def ellipsis_faults(reading: Reading) -> Iterator[Fault]:
    """check.ellipsis: full stops in a row."""
    if ".." not in reading.own:
        return
    for found in _DOTS.finditer(reading.own):
        three = len(found.group()) == 3
        start, end = found.span()
        if three:
            message = "full stops in a row stand for an ellipsis"
            yield Fault("check.ellipsis", start, end, message, "write `…`", "…")
        else:
            message = "there are full stops in a row"
            yield Fault("check.ellipsis", start, end, message, "write `.` or `…`")


def nbsp_faults(reading: Reading) -> Iterator[Fault]:
    """check.nbsp: a place where the line must not break."""
    phones = [match.span() for match in _PHONE.finditer(reading.own)] if "+" in reading.own else []
    for rule in TYPOGRAPHY[reading.language].no_break:
        if rule.near.isdisjoint(reading.characters):
            continue
        for found in rule.pattern.finditer(reading.own):
            start, end = found.span()
            if any(first < start < last for first, last in phones):
                continue
            message = f"a non-breaking space is wanted {rule.where}"
            yield Fault("check.nbsp", start, end, message, "write `&nbsp;` or U+00A0", "\u00a0")


def _side_rule(rule: Rule, needs: frozenset[str]) -> SideRule:
    """The rule for all readings of a text. It finds nothing where none of the characters stands."""

    def apply(side: Side) -> Iterable[Remark]:
        faults: list[Fault] = []
        for reading in side.readings:
            if reading.language in LANGUAGES and not needs.isdisjoint(reading.characters):
                faults.extend(rule(reading))
        return remarks(faults, side.plain) if faults else ()

    apply.__doc__ = rule.__doc__
    apply.__name__ = rule.__name__
    return apply


_NEAR_BREAKS = frozenset[str]().union(
    *(rule.near for style in TYPOGRAPHY.values() for rule in style.no_break)
)
#: In the order in which ``mend`` applies them, each with the characters without which it is idle.
_NEEDS: Mapping[Rule, frozenset[str]] = {
    space_faults: QUOTES.union("\t,;!?.…:" + _SPACES + BLANK),
    ellipsis_faults: frozenset("."),
    quote_faults: QUOTES,
    apostrophe_faults: TYPED_APOSTROPHES,
    dash_faults: _HYPHENS | _LONG_DASHES,
    nbsp_faults: _NEAR_BREAKS,
}
RULES: tuple[Rule, ...] = tuple(_NEEDS)
SIDE_RULES: tuple[SideRule, ...] = tuple(_side_rule(rule, needs) for rule, needs in _NEEDS.items())
PAIR_RULES: tuple[PairRule, ...] = (final_punctuation,)
