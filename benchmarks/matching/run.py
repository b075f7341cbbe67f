"""How much of the damage the rules see, and how often they cry wolf. ``--help`` tells the options.

Every pair of texts is first examined as it is: each remark is a false alarm. Then it is damaged by
each operator of ``mutate`` and examined again: the damage is caught if there is now a finding of a
fitting code, as a warning or an error, that was not there before.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

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

#: Per 1,000 messages, over all rules.
MOST_FALSE_ERRORS = 3.0
MOST_FALSE_WARNINGS = 20.0

_NOWHERE = Span("benchmark")
_COUNTED = (Severity.ERROR, Severity.WARNING)

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
    target = Side(message.target_language, message.target)
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
            if made[message.direction] < most and _damage(operator, message, before, rules, rng, outcome):
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
    raised = {CODES[code].severity for code, _ in examine(_with_target(message, changed), rules) - before}
    for severity in raised:
        outcome.harmless[operator.name, severity] += 1


def _fits(operator: Operator, code: str) -> bool:
    return CODES[code].severity in _COUNTED and code.startswith(operator.caught_by)


def _with_target(message: Matched, target: str) -> Matched:
    return Matched(
        message.origin, message.source, target, message.source_language, message.target_language
    )


def report(outcome: Outcome) -> Iterator[str]:
    """The outcome as lines of text."""
    directions = sorted({direction for _, direction in outcome.shares})
    yield f"{'caught, %':24}" + "".join(f"{name:>8}" for name in directions) + f"{'all':>8}{'of':>6}  goal"
    for operator in OPERATORS:
        caught, made = outcome.share(operator.name)
        if not made:
            continue
        cells = "".join(_cell(*outcome.share(operator.name, name)) for name in directions)
        short = caught / made < operator.goal
        goal = f"{100 * operator.goal:5.0f}" if operator.goal else "    –"
        yield f"{operator.name:24}{cells}{_cell(caught, made)}{made:6}{goal}{' below' if short else ''}"
    yield ""
    yield f"false alarms in {outcome.messages} clean pairs, per 1,000:"
    for severity, most in ((Severity.ERROR, MOST_FALSE_ERRORS), (Severity.WARNING, MOST_FALSE_WARNINGS)):
        rate = outcome.per_thousand(severity)
        yield f"  {severity:8} {rate:6.2f}   (at most {most:g}){'' if rate <= most else ' ABOVE'}"
    yield f"  {'note':8} {outcome.per_thousand(Severity.NOTE):6.2f}"
    for code, count in outcome.alarms.most_common():
        yield f"    {code:28} {CODES[code].severity:8} {count:5}"
    for operator in HARMLESS:
        made = outcome.harmless[operator.name, ""]
        errors, warnings = (outcome.harmless[operator.name, severity] for severity in _COUNTED)
        if made:
            yield (
                f"harmless: {operator.name:18}{made:6} times, "
                f"{100 * errors / made:.1f} % errors, {100 * warnings / made:.1f} % warnings"
            )
    yield f"{outcome.messages / max(outcome.seconds, 1e-9):,.0f} pairs a second, clean"


def _cell(caught: int, made: int) -> str:
    return f"{100 * caught / made:8.1f}" if made else f"{'–':>8}"


def as_json(outcome: Outcome) -> Mapping[str, Any]:
    """The outcome as values for JSON."""
    operators: dict[str, Any] = defaultdict(dict)
    for (name, direction), (caught, made) in sorted(outcome.shares.items()):
        operators[name][direction] = {"caught": caught, "made": made}
    return {
        "pairs": outcome.messages,
        "pairs_per_second": round(outcome.messages / max(outcome.seconds, 1e-9)),
        "false_alarms_per_1000": {
            str(severity): round(outcome.per_thousand(severity), 3) for severity in Severity
        },
        "false_alarms_by_code": dict(sorted(outcome.alarms.items())),
        "operators": operators,
        "harmless": {
            operator.name: {
                "made": outcome.harmless[operator.name, ""],
                **{str(severity): outcome.harmless[operator.name, severity] for severity in _COUNTED},
            }
            for operator in HARMLESS
        },
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; 1 if a goal was not reached."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument(
        "--texts",
        choices=("published", "corpus", "held-out", "all"),
        default="all",
        help="which clean texts are used",
    )
    parser.add_argument("--most", type=int, default=100, help="mutations by operator and direction")
    parser.add_argument("--seed", type=int, default=1, help="another number, other mutations")
    parser.add_argument("--operator", help="only operators whose names contain this")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--alarms", action="store_true", help="print every false alarm")
    parser.add_argument("--misses", type=int, default=0, help="print so many misses by operator")
    options = parser.parse_args(arguments)
    chosen = [item for item in OPERATORS if (options.operator or "") in item.name]
    outcome = measure(
        _texts(options.texts), all_rules(), operators=chosen, most=options.most, seed=options.seed
    )
    if options.json:
        print(json.dumps(as_json(outcome), ensure_ascii=False, indent=2))
    else:
        print("\n".join(report(outcome)))
    if options.alarms:
        for code, words, message in outcome.examples:
            print(f"{code} {message.direction} {words}\n  - {message.source}\n  + {message.target}")
    _print_misses(outcome, options.misses)
    return 0 if reached(outcome) else 1


def reached(outcome: Outcome) -> bool:
    """Whether every goal was reached."""
    shares = ((operator.goal, *outcome.share(operator.name)) for operator in OPERATORS)
    return (
        all(caught >= goal * made for goal, caught, made in shares)
        and outcome.per_thousand(Severity.ERROR) <= MOST_FALSE_ERRORS
        and outcome.per_thousand(Severity.WARNING) <= MOST_FALSE_WARNINGS
    )


def _texts(choice: str) -> tuple[Message, ...]:
    parts = {
        "published": material.published,
        "corpus": material.tuning,
        "held-out": material.held_out,
    }
    wanted = parts if choice == "all" else {choice: parts[choice]}
    return tuple(message for read in wanted.values() for message in read())


def _print_misses(outcome: Outcome, most: int) -> None:
    shown: Counter[str] = Counter()
    for miss in outcome.misses:
        shown[miss.operator] += 1
        if shown[miss.operator] <= most:
            print(f"{miss.operator} {miss.direction}\n  - {miss.source}\n  = {miss.target}\n  + {miss.damaged}")


if __name__ == "__main__":
    sys.exit(main())
