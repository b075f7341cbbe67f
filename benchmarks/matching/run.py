"""How much of the damage the rules see, and how often they cry wolf. ``--help`` tells the options.

Every pair of texts is first examined as it is: each remark is a false alarm. Then it is damaged by
each operator of ``mutate`` and examined again: the damage is caught if there is now a finding of a
fitting code, as a warning or an error, that was not there before.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.matching import material
from benchmarks.matching.material import Message
from benchmarks.matching.measure import COUNTED, Outcome, all_rules, measure
from benchmarks.matching.mutate import HARMLESS, OPERATORS
from toolkit.diagnostics import Severity
from toolkit.diagnostics.codes import CODES

#: Per 1,000 messages, over all rules.
MOST_FALSE_ERRORS = 3.0
MOST_FALSE_WARNINGS = 20.0


def report(outcome: Outcome) -> Iterator[str]:
    """The outcome as lines of text."""
    directions = sorted({direction for _, direction in outcome.shares})
    yield (
        f"{'caught, %':24}"
        + "".join(f"{name:>8}" for name in directions)
        + f"{'all':>8}{'of':>6}  goal"
    )
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
    for severity, most in (
        (Severity.ERROR, MOST_FALSE_ERRORS),
        (Severity.WARNING, MOST_FALSE_WARNINGS),
    ):
        rate = outcome.per_thousand(severity)
        yield f"  {severity:8} {rate:6.2f}   (at most {most:g}){'' if rate <= most else ' ABOVE'}"
    yield f"  {'note':8} {outcome.per_thousand(Severity.NOTE):6.2f}"
    for code, count in outcome.alarms.most_common():
        yield f"    {code:28} {CODES[code].severity:8} {count:5}"
    for operator in HARMLESS:
        made = outcome.harmless[operator.name, ""]
        errors, warnings = (outcome.harmless[operator.name, severity] for severity in COUNTED)
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
                **{
                    str(severity): outcome.harmless[operator.name, severity] for severity in COUNTED
                },
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
            print(f"{miss.operator} {miss.direction}")
            print(f"  - {miss.source}\n  = {miss.target}\n  + {miss.damaged}")


if __name__ == "__main__":
    sys.exit(main())
