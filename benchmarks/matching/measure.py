"""Applying the rules: to right pairs of texts, to damaged ones, and to harmlessly changed ones."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random

from benchmarks.matching import material
from benchmarks.matching.material import Matched, Message
from benchmarks.matching.mutate import HARMLESS, OPERATORS, Operator, register
from toolkit.checks.examine import Rules
from toolkit.checks.pair import Pair, Side
from toolkit.checks.register.rules import register_rules
from toolkit.checks.rules import RULES
from toolkit.diagnostics import Severity, Span
from toolkit.diagnostics.codes import CODES
from toolkit.translation.validity import problems

_NOWHERE = Span("benchmark")
COUNTED = (Severity.ERROR, Severity.WARNING)

Found = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Miss:
    """Damage that no rule saw."""

    operator: str
    direction: str
    source: str
    target: str
    damaged: str


@dataclass(slots=True)
class Outcome:
    """What was counted. Shares are by operator and direction: (caught, made)."""

    messages: int = 0
    texts: int = 0
    seconds: float = 0.0
    alarms: Counter[str] = field(default_factory=Counter)
    examples: list[tuple[str, str, Matched]] = field(default_factory=list)
    shares: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)
    #: By operator and severity: alarms about what does no harm; under "" how often it was done.
    harmless: Counter[tuple[str, str]] = field(default_factory=Counter)

    def per_thousand(self, severity: Severity) -> float:
        """False alarms of one severity in 1,000 clean pairs."""
        count = sum(n for code, n in self.alarms.items() if CODES[code].severity is severity)
        return 1000 * count / max(self.messages, 1)

    def share(self, operator: str, direction: str | None = None) -> tuple[int, int]:
        """How many mutations were caught, and how many were made."""
        rows = [
            counts
            for (name, where), counts in self.shares.items()
            if name == operator and direction in (None, where)
        ]
        return sum(caught for caught, _ in rows), sum(made for _, made in rows)


def all_rules() -> Rules:
    """The rules that need nothing but the texts, and those that know the names of the register."""
    names = register_rules(register())
    return Rules((*RULES.pairs, *names.pairs), (*RULES.sides, *names.sides))


def examine(message: Matched, rules: Rules) -> Found:
    """The code and words of every remark about a pair, and of every problem that makes it invalid."""
    source = Side(message.source_language, message.source)
    target = Side(message.target_language, message.target, beside=message.source)
    pair = Pair(source, target, _NOWHERE, _NOWHERE)
    found: Found = Counter()
    for rule in rules.pairs:
        found.update((remark.code, remark.message) for remark in rule(pair))
    for side_rule in rules.sides:
        found.update((remark.code, remark.message) for remark in side_rule(target))
    found.update((item.code, item.message) for item in problems(message.source, message.target))
    return found


def measure(
    messages: Sequence[Message],
    rules: Rules,
    *,
    operators: Iterable[Operator] = OPERATORS,
    most: int = 100,
    seed: int = 1,
) -> Outcome:
    """Apply the rules to clean pairs, then to ``most`` mutations by operator and direction."""
    outcome = Outcome()
    found = list(material.pairs(messages))
    clean = _clean(found, rules, outcome)
    for operator in operators:
        rng = Random(f"{seed} {operator.name}")
        made: Counter[str] = Counter()
        order = list(zip(found, clean, strict=True))
        rng.shuffle(order)
        for message, before in order:
            if made[message.direction] >= most:
                continue
            if _damage(operator, message, before, rules, rng, outcome):
                made[message.direction] += 1
    for operator in HARMLESS:
        rng = Random(f"{seed} {operator.name}")
        order = rng.sample(list(zip(found, clean, strict=True)), len(found))
        for message, before in order:
            if outcome.harmless[operator.name, ""] < 6 * most:
                _change(operator, message, before, rules, rng, outcome)
    return outcome


def _clean(found: Sequence[Matched], rules: Rules, outcome: Outcome) -> list[Found]:
    began = time.perf_counter()
    clean = [examine(message, rules) for message in found]
    outcome.seconds = time.perf_counter() - began
    outcome.messages = len(found)
    for message, alarms in zip(found, clean, strict=True):
        for (code, words), count in alarms.items():
            outcome.alarms[code] += count
            outcome.examples.append((code, words, message))
    return clean


def _damage(
    operator: Operator, message: Matched, before: Found, rules: Rules, rng: Random, outcome: Outcome
) -> bool:
    """Damage one translation, and count whether that was seen; false if there was nothing to damage."""
    damaged = operator.mutate(message, rng)
    if damaged is None or damaged == message.target or not damaged.strip():
        return False
    after = examine(_with_target(message, damaged), rules)
    caught = any(_fits(operator, code) for code, _ in after - before)
    key = operator.name, message.direction
    hits, made = outcome.shares.get(key, (0, 0))
    outcome.shares[key] = hits + caught, made + 1
    if not caught:
        outcome.misses.append(
            Miss(operator.name, message.direction, message.source, message.target, damaged)
        )
    return True


def _change(
    operator: Operator, message: Matched, before: Found, rules: Rules, rng: Random, outcome: Outcome
) -> None:
    """Change one translation harmlessly, and count the alarms."""
    changed = operator.mutate(message, rng)
    if changed is None or changed == message.target:
        return
    outcome.harmless[operator.name, ""] += 1
    after = examine(_with_target(message, changed), rules)
    raised = {
        CODES[code].severity for code, _ in after - before if code.startswith(operator.caught_by)
    }
    for severity in raised:
        outcome.harmless[operator.name, severity] += 1


def _fits(operator: Operator, code: str) -> bool:
    weighs = CODES[code].severity in COUNTED or operator.least is Severity.NOTE
    return weighs and code.startswith(operator.caught_by)


def _with_target(message: Matched, target: str) -> Matched:
    return Matched(
        message.origin, message.source, target, message.source_language, message.target_language
    )
