"""The rules applied: to a document's own texts, and to each translation beside its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from types import MappingProxyType

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


_NOTHING = Examination(())


def examine_source(document: Document, rules: Rules, policy: Policy) -> Examination:
    """Apply the rules for one text to the texts that the author wrote, but for what they waive."""
    found: dict[tuple[str, Span], tuple[Text, tuple[Finding, ...]]] = {}
    for text, _ in texts(document):
        if is_message(text) and (text.value, text.span) not in found:
            raised = _side_findings(Side(text.language, text.value), text.span, rules)
            found[text.value, text.span] = text, tuple(_kept(raised, policy))
    judged = waivers.judge_texts(found.values())
    return Examination(judged.findings, judged.used)


def examine_translation(
    document: Document, catalog: Catalog, language: str, rules: Rules, policy: Policy
) -> Examination:
    """Apply the rules to each finished translation of a catalog, and beside its source text.

    Fuzzy and missing translations are not examined: nobody has said that they are right. Nor are those
    whose markup is invalid, which no edition shows.
    """
    found: list[Finding] = []
    used: list[Waiver] = []
    finished = tuple(_finished(document, catalog, language))
    together = _document_remarks([pair for pair, _ in finished], rules)
    for place, (pair, entry) in enumerate(finished):
        examined = _examine_pair(pair, entry, rules, policy, together.get(place, ()))
        found.extend(examined.findings)
        used.extend(examined.waivers)
    return Examination(tuple(found), tuple(used))


def _finished(document: Document, catalog: Catalog, language: str) -> Iterator[tuple[Pair, Entry]]:
    entries = lookup(catalog)
    for key, origin in _origins(document).items():
        entry = entries.get(key)
        if entry is None or not entry.translated or problems(entry.msgid, entry.msgstr[0]):
            continue
        pair = Pair(
            source=Side(document.language, entry.msgid),
            target=Side(language, entry.msgstr[0], beside=entry.msgid),
            span=catalog.span(entry),
            origin=origin,
        )
        yield pair, entry


def _document_remarks(pairs: Sequence[Pair], rules: Rules) -> Mapping[int, list[Remark]]:
    """What the rules for whole documents say, by the place of the message that it is about."""
    found: dict[int, list[Remark]] = {}
    for rule in rules.documents:
        for place, remark in rule(pairs):
            found.setdefault(place, []).append(remark)
    return found


def _examine_pair(
    pair: Pair, entry: Entry, rules: Rules, policy: Policy, together: Iterable[Remark]
) -> Examination:
    raised = (
        *_pair_findings(pair, rules, together),
        *_side_findings(pair.target, pair.span, rules),
    )
    if not raised and not entry.translator_comments:
        return _NOTHING
    granted, wrong = waivers.read(entry.translator_comments, Span(pair.span.path, entry.line, 1))
    judged = waivers.judge(_kept(raised, policy), granted)
    return Examination((*judged.findings, *wrong), judged.used)


def _origins(document: Document) -> Mapping[tuple[str | None, str], Span]:
    origins: dict[tuple[str | None, str], Span] = {}
    for text, _ in texts(document):
        if is_message(text):
            origins.setdefault((text.context, text.value), text.span)
    return origins


def _pair_findings(pair: Pair, rules: Rules, together: Iterable[Remark]) -> Iterator[Finding]:
    alone = chain.from_iterable(rule(pair) for rule in rules.pairs)
    for remark in chain(alone, together):
        yield _finding(remark, pair.span, pair.origin, (pair.source, pair.target))


def _side_findings(side: Side, span: Span, rules: Rules) -> Iterator[Finding]:
    for rule in rules.sides:
        for remark in rule(side):
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
