"""Which codes can come up: those that a module names which a command can reach.

Rules are written before they are applied. Nobody meets the codes of a rule that no command applies, so
the pages are silent about them; from the day it is applied, the pages must explain them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache

from tests.docs.examples import REPOSITORY
from toolkit.diagnostics.codes import CODES

#: What is started: the command, and the process that lays out pages.
_STARTED = ("toolkit.cli.app", "toolkit.render.worker")
_TABLE = "toolkit.diagnostics.codes"
#: Groups of codes that only one function raises; a command has to call it.
_RAISED_BY = {"register": "toolkit.source.reader.read_register"}


@cache
def codes() -> tuple[str, ...]:
    """The codes that can come up, in the order of their table."""
    modules = _reachable() - {_TABLE}
    imported = {name for module in modules for name in _imported(module)}
    named = {
        word
        for module in modules
        for word in _words(module)
        # Forms name rules as examples; only the rules themselves raise their codes.
        if not word.startswith("check.") or module.startswith("toolkit.checks.")
    }
    return tuple(
        code
        for code in CODES
        if code in named and _RAISED_BY.get(code.partition(".")[0], _TABLE) in {_TABLE, *imported}
    )


def _reachable() -> set[str]:
    found: set[str] = set()
    waiting = list(_STARTED)
    while waiting:
        module = waiting.pop()
        if module not in found and _source(module):
            found.add(module)
            waiting.extend(_imported(module))
    return found


@cache
def _source(module: str) -> str:
    path = REPOSITORY.joinpath(*module.split("."))
    for file in (path.with_suffix(".py"), path / "__init__.py"):
        if file.is_file():
            return file.read_text(encoding="utf-8")
    return ""


@cache
def _syntax(module: str) -> ast.Module:
    return ast.parse(_source(module))


def _imported(module: str) -> Iterator[str]:
    for node in ast.walk(_syntax(module)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _words(module: str) -> Iterator[str]:
    for node in ast.walk(_syntax(module)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
