"""The rules of the architecture that an import contract cannot say."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "toolkit"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_shipped" not in path.parts)
PACKAGES = sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file())

#: The steps between reading and writing: values in, values out.
PURE = {
    "diagnostics",
    "language",
    "document",
    "source",
    "translation",
    "edition",
    "checks",
    "release",
}
#: What would let the world in.
IMPURE_MODULES = {
    "http",
    "random",
    "secrets",
    "socket",
    "subprocess",
    "time",
    "urllib.request",
    "uuid",
}
IMPURE_CALLS = {"now", "today", "utcnow", "getenv"}


@cache
def syntax(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def imports(module: Path) -> Iterator[str]:
    """The names of the modules that a module imports, also inside its functions."""
    for node in ast.walk(syntax(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_library_in_use_is_a_declared_dependency() -> None:
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["sign"],
    ]
    declared = {re.split(r"[<>=]", line)[0].lower() for line in lines}
    used = {name.split(".")[0] for module in MODULES for name in imports(module)}
    foreign = used - sys.stdlib_module_names - {"toolkit"}
    foreign.discard("pydantic_core")  # a part of pydantic, which names its errors
    known = packages_distributions()
    published = {name: {one.lower() for one in known.get(name, ())} for name in foreign}
    assert [name for name in sorted(foreign) if not published[name] & declared] == []
    assert [
        one for one in sorted(declared) if not any(one in of for of in published.values())
    ] == []


def named(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def pure_modules() -> list[Path]:
    return [module for module in MODULES if module.relative_to(PACKAGE).parts[0] in PURE]


@pytest.mark.parametrize(
    "library", ["jinja2", "polib", "pyhanko", "pypdf", "pyphen", "weasyprint", "yaml"]
)
def test_exactly_one_module_knows_the_library(library: str) -> None:
    knowing = [
        named(module)
        for module in MODULES
        if any(name.split(".")[0] == library for name in imports(module))
    ]
    assert len(knowing) == 1, knowing


@pytest.mark.parametrize("module", pure_modules(), ids=named)
def test_a_pure_module_has_no_clock_network_or_chance(module: Path) -> None:
    assert not IMPURE_MODULES.intersection(imports(module))
    called = {
        node.func.attr
        for node in ast.walk(syntax(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert not IMPURE_CALLS.intersection(called)


@pytest.mark.parametrize(
    "module",
    [module for module in MODULES if "language" not in module.relative_to(PACKAGE).parts],
    ids=named,
)
def test_languages_are_data(module: Path) -> None:
    """Outside the language package nothing asks which language it has before it."""
    asked = [
        node.lineno
        for node in ast.walk(syntax(module))
        if isinstance(node, ast.Compare)
        for operand in [node.left, *node.comparators]
        if isinstance(operand, ast.Constant) and operand.value in ("ru", "tk", "en")
    ]
    assert not asked


def test_the_packages_are_explained() -> None:
    """The architecture page names every package, so the page cannot fall behind the folders."""
    page = (PACKAGE.parent / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert [name for name in PACKAGES if f"`{name}`" not in page and f"{name}/" not in page] == []
