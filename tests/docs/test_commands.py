"""Every command and option is documented, and what the pages tell people to type is accepted."""

from __future__ import annotations

import inspect
import re
import shlex
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_type_hints

import pytest
import typer.main
from typer.core import TyperArgument, TyperOption

from tests.docs.examples import PAGES, REPOSITORY, examples, name_of, page_text
from toolkit.cli import app as program

PAGE = REPOSITORY / "docs/commands.md"
#: Typer's commands share no public type, from release to release.
GROUP: Any = typer.main.get_command(program.app)


def commands(group: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """The commands of a group by their names, those of groups inside it as "register suggest"."""
    for part, command in group.commands.items():
        whole = f"{name} {part}".strip()
        if hasattr(command, "commands"):
            yield from commands(command, whole)
        else:
            yield whole, command


COMMANDS: dict[str, Any] = dict(commands(GROUP))
GROUPS = {name.split()[0] for name in COMMANDS if " " in name}

_OPTION = re.compile(r"(?<![\w-])--?[A-Za-z][A-Za-z-]*")
_TYPED = re.compile(r"`toolkit ([^`\n]+)`")


@cache
def sections() -> dict[str, str]:
    """The sections of the page by the command that their headings name."""
    return dict(
        re.findall(r"^## `toolkit ([\w ]+)`\n(.*?)(?=^## |\Z)", page_text(PAGE), re.M | re.S)
    )


def options(command: Any) -> set[str]:
    given = (option for option in command.params if isinstance(option, TyperOption))
    return {name for option in given for name in option.opts}


def choices(annotation: object) -> Iterator[str]:
    """The words that a parameter takes, if it takes only some."""
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        yield from annotation
    for part in get_args(annotation):
        yield from choices(part)


def test_every_command_has_a_section_and_no_other() -> None:
    assert sorted(sections()) == sorted(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_explained(name: str) -> None:
    explained = set(re.findall(r"`(--?[A-Za-z-]+)`", sections()[name]))
    assert sorted(options(COMMANDS[name]) - {"--help", "-h"} - explained) == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_every_option_that_its_section_explains(name: str) -> None:
    rows = re.findall(r"^\| (`-.*?) \|", sections()[name], re.M)
    explained = {option for row in rows for option in _OPTION.findall(row)}
    assert sorted(explained - options(COMMANDS[name])) == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_is_explained(name: str) -> None:
    for argument in COMMANDS[name].params:
        if isinstance(argument, TyperArgument):
            assert f"`{(argument.metavar or argument.name or '').upper()}`" in sections()[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_choice_is_explained(name: str) -> None:
    hints = get_type_hints(inspect.unwrap(COMMANDS[name].callback))
    for parameter, annotation in hints.items():
        for word in choices(annotation):
            assert f"`{word}`" in sections()[name] or parameter == "kind"


def test_the_options_of_the_program_itself_are_explained() -> None:
    for option in options(GROUP):
        assert f"`{option}`" in page_text(PAGE) or f"`toolkit {option}`" in page_text(PAGE)


def typed() -> list[tuple[str, str]]:
    """What the pages tell people to type, as (page, line)."""
    shell = [
        (example.page, command.strip())
        for example in (*examples("sh"), *examples("console"), *examples("yaml"))
        if example.form in ("", "hooks")
        for line in example.text.splitlines()
        for command in re.split(r"&&|\|\|", line.split("entry: ")[-1].split(" #")[0])
        if command.strip(" $").startswith("toolkit ")
    ]
    prose = [
        (name_of(page), f"toolkit {rest}")
        for page in PAGES
        for rest in _TYPED.findall(page_text(page))
    ]
    return [(page, line.strip(" $")) for page, line in dict.fromkeys((*shell, *prose))]


@pytest.mark.parametrize(("page", "line"), typed())
def test_what_a_page_tells_people_to_type_is_accepted(page: str, line: str) -> None:
    words = [word for word in shlex.split(line)[1:] if word not in ("…", "...")]
    if not words or words[0].startswith("-"):
        assert set(words) <= options(GROUP) | {"--help", "-h"}
        return
    if words[0] in GROUPS and len(words) == 1:
        return  # the group is only mentioned
    name = " ".join(words[:2]) if words[0] in GROUPS else words[0]
    assert name in COMMANDS, f"{page}: {line}"
    command, rest = COMMANDS[name], words[len(name.split()) :]
    needed = [p for p in command.params if isinstance(p, TyperArgument) and p.required]
    if not rest and needed:
        return  # the command is only mentioned
    with suppress(typer.Exit):  # --help
        command.make_context(name, rest)


def test_the_pages_name_no_option_that_does_not_exist() -> None:
    known = {option for command in COMMANDS.values() for option in options(command)} | options(
        GROUP
    )
    for line in {line for _, line in typed()}:
        assert set(re.findall(r"(?<=\s)--[a-z-]+", line)) <= known | {"--help"}
