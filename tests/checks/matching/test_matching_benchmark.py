"""The benchmark: its corpus is right, its operators are pure, and the rules reach its goals."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from random import Random

import pytest

from benchmarks.matching.material import Message, corpus, held_out, pairs, published, tuning
from benchmarks.matching.measure import Outcome, all_rules, measure
from benchmarks.matching.mutate import HARMLESS, OPERATORS, Operator
from benchmarks.matching.run import as_json, main, reached, report
from toolkit.checks.examine import Rules
from toolkit.diagnostics import Severity
from toolkit.diagnostics.codes import CODES
from toolkit.language import codes
from toolkit.translation.validity import problems

CORPUS = (*tuning(), *held_out())


def test_the_corpus_is_as_large_as_it_is_said_to_be() -> None:
    assert len(CORPUS) >= 160
    assert len(held_out()) >= 60
    assert len(published()) >= 500


def test_no_message_stands_twice() -> None:
    ours = [text for message in CORPUS for text in message.texts.values()]
    theirs = {text for message in published() for text in message.texts.values()}
    assert len(set(ours)) == len(ours)
    # Headings like "Our demands" are as they are.
    assert not {text for text in ours if text in theirs and text.endswith(".")}


@pytest.mark.parametrize("message", CORPUS, ids=lambda message: message.origin)
def test_a_message_is_well_written(message: Message) -> None:
    assert set(message.texts) == codes()
    for text in message.texts.values():
        assert unicodedata.normalize("NFC", text) == text
        assert text == text.strip()
        assert "  " not in text
    for pair in pairs([message]):
        assert problems(pair.source, pair.target) == ()


def test_the_corpus_reader_refuses_a_missing_language(tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_text("ru: Да.\nen: Yes.\n", encoding="utf-8")
    with pytest.raises(ValueError, match="other lines than one a language"):
        corpus(path)


@pytest.mark.parametrize("operator", [*OPERATORS, *HARMLESS], ids=lambda operator: operator.name)
def test_an_operator_is_a_pure_function_of_its_seed(operator: Operator) -> None:
    made = 0
    for message in pairs(CORPUS):
        first, again = (operator.mutate(message, Random(7)) for _ in range(2))
        assert first == again
        made += first is not None and first != message.target
    assert made


@pytest.mark.parametrize("operator", OPERATORS, ids=lambda operator: operator.name)
def test_what_catches_an_operator_exists(operator: Operator) -> None:
    for beginning in operator.caught_by:
        assert any(code.startswith(beginning) for code in CODES), beginning


def test_rules_that_say_nothing_reach_nothing() -> None:
    outcome = measure(tuning(), Rules((), ()), operators=OPERATORS[:3], most=3)
    assert not reached(outcome)
    assert outcome.share(OPERATORS[0].name)[0] == 0
    assert outcome.misses


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    """All rules over all of the corpus, a few mutations of each kind."""
    return measure(CORPUS, all_rules(), most=12)


def test_false_alarms_are_rare(outcome: Outcome) -> None:
    assert outcome.per_thousand(Severity.ERROR) <= 3
    assert outcome.per_thousand(Severity.WARNING) <= 20


@pytest.mark.parametrize("operator", OPERATORS, ids=lambda operator: operator.name)
def test_damage_is_caught(operator: Operator, outcome: Outcome) -> None:
    caught, made = outcome.share(operator.name)
    assert made
    # So few mutations tell a share only roughly; the whole benchmark tells it better.
    assert caught >= (operator.goal - 0.05) * made


def test_what_translators_rightly_do_is_no_error(outcome: Outcome) -> None:
    for operator in HARMLESS:
        assert outcome.harmless[operator.name, ""]
        assert outcome.harmless[operator.name, Severity.ERROR] == 0


def test_the_report_names_every_operator(outcome: Outcome) -> None:
    text = "\n".join(report(outcome))
    values = as_json(outcome)
    for operator in OPERATORS:
        assert operator.name in text
        assert operator.name in values["operators"]


def test_the_command_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--texts", "held-out", "--operator", "footnote", "--most", "1", "--json"])
    assert '"false_alarms_per_1000"' in capsys.readouterr().out
