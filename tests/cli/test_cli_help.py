"""`--help` teaches: every command, argument and option says what it is for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperArgument, TyperGroup, TyperOption

from tests.cli.workspace import HARVEST, WELCOME, Workspace, process, toolkit
from toolkit import __version__
from toolkit.cli.app import app

COMMANDS = ("init", "new", "check", "extract", "update", "status", "build", "schema")


def group() -> TyperGroup:
    found = typer.main.get_command(app)
    assert isinstance(found, TyperGroup)
    return found


def parameters() -> Iterator[tuple[str, TyperArgument | TyperOption]]:
    for name, command in group().commands.items():
        for parameter in command.params:
            assert isinstance(parameter, TyperArgument | TyperOption)
            yield name, parameter


def test_there_is_a_command_for_every_step_of_the_way() -> None:
    assert set(COMMANDS) <= group().commands.keys()


@pytest.mark.parametrize("command", group().commands)
def test_every_command_explains_itself_in_a_sentence(command: str) -> None:
    text = group().commands[command].help or ""
    first = text.strip().split("\n\n")[0]
    assert first[0].isupper()
    assert first.endswith(".")
    outcome = toolkit(command, "--help")
    assert outcome.code == 0
    assert f"Usage: toolkit {command}" in outcome.out.replace("root ", "toolkit ")


@pytest.mark.parametrize(
    ("command", "parameter"),
    [pytest.param(name, item, id=f"{name}-{item.name}") for name, item in parameters()],
)
def test_every_argument_and_option_has_help(
    command: str, parameter: TyperArgument | TyperOption
) -> None:
    assert parameter.help
    assert parameter.help[0].isupper(), parameter.help
    assert parameter.help.rstrip().endswith("."), parameter.help


@pytest.mark.parametrize("command", ["check", "extract", "update", "status", "build"])
def test_commands_about_documents_take_the_same_selection(command: str) -> None:
    options = {text for item in group().commands[command].params for text in item.opts}
    assert {"documents", "--kind", "--project", "-C"} <= options
    assert "-h" in group().context_settings["help_option_names"]


def test_without_a_command_the_help_is_shown() -> None:
    outcome = toolkit()
    assert outcome.code == 2
    assert all(command in outcome.out + outcome.err for command in COMMANDS)


def test_the_version_is_printed() -> None:
    assert toolkit("--version").out == f"toolkit {__version__}\n"


def test_an_unknown_command_is_a_usage_error() -> None:
    outcome = toolkit("publish")
    assert outcome.code == 2
    assert "publish" in outcome.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_of_a_shell_can_be_shown(shell: str, tmp_path: Path) -> None:
    named = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    outcome = process("--show-completion", shell, cwd=tmp_path, variables=named)
    assert outcome.code == 0
    assert "_TOOLKIT_COMPLETE" in outcome.out


def test_documents_are_completed(workspace: Workspace) -> None:
    workspace.statement("Grain.")
    line = {"COMP_WORDS": "toolkit check documents/s", "COMP_CWORD": "2"}
    outcome = process(cwd=workspace.root, variables={"_TOOLKIT_COMPLETE": "complete_bash", **line})
    assert outcome.out.split() == [
        f"documents/statement/{WELCOME}.yaml",
        f"documents/statement/{HARVEST}.yaml",
    ]


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("cehck.number", "did you mean `check.number`?"),
        ("zzz", "the codes stand in docs/errors.md"),
    ],
)
def test_a_code_that_is_none_is_refused_with_a_cure(
    workspace: Workspace, typed: str, cure: str
) -> None:
    outcome = workspace.run("check", "--select", typed)
    assert outcome.code == 2
    assert f"`{typed}` is no code of a finding: {cure}" in " ".join(outcome.err.split())


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("new", "letter", "the-lake"), "letter"),
        (("check", "--kind", "letter"), "letter"),
        (("build", "--format", "doc"), "doc"),
    ],
)
def test_a_word_that_is_none_of_the_choices_is_refused_in_plain_words(
    arguments: tuple[str, ...], word: str
) -> None:
    outcome = toolkit(*arguments)
    assert outcome.code == 2
    assert f"'{word}' is not one of" in outcome.err
    assert "Value error" not in outcome.err
