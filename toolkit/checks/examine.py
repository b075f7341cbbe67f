"""The rules applied: to a document's own texts, and to each translation beside its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeVar

from toolkit.checks import waivers
from toolkit.checks.pair import DocumentRule, Pair, PairRule, Remark, Side, SideRule
from toolkit.checks.waivers import Waiver
from toolkit.diagnostics import Finding, Severity, Span, finding
from toolkit.diagnostics.finding import Quotation
from toolkit.document.model import Document, Text
from toolkit.document.walk import texts
from toolkit.translation.catalog import Catalog, Entry, lookup
from toolkit.translation.message import is_message
from toolkit.translation.validity import problems

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Policy:
    """What a project makes of the rules: which codes count for what. ``None`` switches a code off."""

    severities: Mapping[str, Severity | None] = field(default_factory=lambda: MappingProxyType({}))

    def apply(self, item: Finding) -> Finding | None:
        """The finding with the project's severity, or nothing if its code is switched off."""
        severity = self.severities.get(item.code, item.severity)
        return None if severity is None else replace(item, severity=severity)


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules for pairs of texts, for one text in its language, and for all pairs of a document."""

    pairs: tuple[PairRule, ...]
    sides: tuple[SideRule, ...]
    documents: tuple[DocumentRule, ...] = ()


@dataclass(frozen=True, slots=True)
class Examination:
    """What the rules found, and the waivers that stand against some of it."""

    findings: tuple[Finding, ...]
    waivers: tuple[Waiver, ...] = ()


class Source:
    """The messages of a document as the rules look at them, the same for all of its translations.

    ``texts`` are those that are translated, each place once; ``origins`` are the places of the
    messages, by context and text. What was found out about a text is known to all that ask.
    """

    def __init__(self, document: Document) -> None:
        self.language = document.language
        self.texts: dict[tuple[str, Span], Text] = {}
        self.origins: dict[tuple[str | None, str], Span] = {}
        for text, _ in texts(document):
            if is_message(text):
                self.texts.setdefault((text.value, text.span), text)
                self.origins.setdefault((text.context, text.value), text.span)
        self._sides: dict[tuple[str, str], Side] = {}

    def side(self, language: str, markup: str) -> Side:
        """The text to be looked at."""
        known = self._sides.get((language, markup))
        if known is None:
            known = self._sides[language, markup] = Side(language, markup)
        return known


def examine_source(source: Source, rules: Rules, policy: Policy) -> Examination:
    """Apply the rules for one text to the texts that the author wrote, but for what they waive."""
    written = tuple(source.texts.values())
    sides = [source.side(text.language, text.value) for text in written]
    raised = (
        tuple(_kept(_of_side(side, text.span, remarks), policy)) if remarks else ()
        for text, side, remarks in zip(written, sides, _remarks(rules.sides, sides), strict=True)
    )
    judged = waivers.judge_texts(zip(written, raised, strict=True))
    return Examination(judged.findings, judged.used)


def examine_translation(
    source: Source, catalog: Catalog, language: str, rules: Rules, policy: Policy
) -> Examination:
    """Apply the rules to each finished translation of a catalog, and beside its source text.

    Fuzzy and missing translations are not examined: nobody has said that they are right. Nor are those
    whose markup is invalid, which no edition shows.
    """
    found: list[Finding] = []
    used: list[Waiver] = []
    finished = tuple(_finished(source, catalog, language))
    pairs = [pair for pair, _ in finished]
    of_pairs = _remarks(rules.pairs, pairs)
    for rule in rules.documents:
        for place, remark in rule(pairs):
            of_pairs[place].append(remark)
    of_texts = _remarks(rules.sides, [pair.target for pair in pairs])
    for (pair, entry), beside, alone in zip(finished, of_pairs, of_texts, strict=True):
        if beside or alone or entry.translator_comments:
            raised = (*_of_pair(pair, beside), *_of_side(pair.target, pair.span, alone))
            examined = _judged(raised, pair, entry, policy)
            found.extend(examined.findings)
            used.extend(examined.waivers)
    return Examination(tuple(found), tuple(used))


def _finished(source: Source, catalog: Catalog, language: str) -> Iterator[tuple[Pair, Entry]]:
    entries = lookup(catalog)
    for key, origin in source.origins.items():
        entry = entries.get(key)
        if entry is None or not entry.translated or problems(entry.msgid, entry.msgstr[0]):
            continue
        pair = Pair(
            source=source.side(source.language, entry.msgid),
            target=Side(language, entry.msgstr[0], beside=entry.msgid),
            span=catalog.span(entry),
            origin=origin,
        )
        yield pair, entry


def _remarks(
    rules: Iterable[Callable[[T], Iterable[Remark]]], things: Sequence[T]
) -> list[list[Remark]]:
    """What the rules say of each of the things: one rule of all of them, then the next.

    So a processor has at hand what one rule knows: it takes a sixth less time than the other way.
    """
    found: list[list[Remark]] = [[] for _ in things]
    for rule in rules:
        for thing, remarks in zip(things, found, strict=True):
            if said := rule(thing):
                remarks.extend(said)
    return found


def _judged(raised: Iterable[Finding], pair: Pair, entry: Entry, policy: Policy) -> Examination:
    granted, wrong = waivers.read(entry.translator_comments, Span(pair.span.path, entry.line, 1))
    judged = waivers.judge(_kept(raised, policy), granted)
    return Examination((*judged.findings, *wrong), judged.used)


def _of_pair(pair: Pair, remarks: Iterable[Remark]) -> Iterator[Finding]:
    for remark in remarks:
        yield _finding(remark, pair.span, pair.origin, (pair.source, pair.target))


def _of_side(side: Side, span: Span, remarks: Iterable[Remark]) -> Iterator[Finding]:
    for remark in remarks:
        yield _finding(remark, span, None, (side,))


def _finding(remark: Remark, span: Span, origin: Span | None, sides: tuple[Side, ...]) -> Finding:
    marks = (remark.source, remark.target) if len(sides) == 2 else (remark.target,)
    quotations = tuple(
        Quotation(side.language, side.plain, pieces)
        for side, pieces in zip(sides, marks, strict=True)
    )
    item = finding(remark.code, span, remark.message, remark.hint)
    return replace(item, origin=origin, quotations=quotations)


def _kept(findings: Iterable[Finding], policy: Policy) -> Iterator[Finding]:
    for item in findings:
        kept = policy.apply(item)
        if kept is not None:
            yield kept
