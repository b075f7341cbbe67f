"""Tokens: custom properties that style sheets refer to. Are all set, and to what they are for?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import tinycss2
from tinycss2.color5 import parse_color

from toolkit.diagnostics import Finding, Span, finding
from toolkit.render.css import declarations, significant
from toolkit.render.sheets import Sheet, Stack
from toolkit.source.wording import did_you_mean, listed, shown

_SET = re.compile(r"(--[\w-]+)\s*:")
#: With a second argument a token need not be set.
_USED = re.compile(r"var\(\s*(--[\w-]+)\s*\)")
_COLOURS = frozenset({"color", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "rgb", "rgba"})
_UNITS = frozenset(
    {"ch", "cm", "em", "ex", "in", "lh", "mm", "pc", "pt", "px", "q", "rem", "rlh", "vh", "vw"}
)
#: Names of weights, which are numbers.
_WEIGHTS = frozenset({"bold", "normal"})
#: How many names a message lists.
_LISTED = 5


def check_values(sheet: Sheet, shipped: str) -> Iterator[Finding]:
    """Values that are not of the kind that the same token has in the toolkit's style sheet."""
    kinds = {
        item.name: (kind, tinycss2.serialize(item.value).strip())
        for item in declarations(shipped)
        if item.name.startswith("--") and (kind := _kind(item.value))
    }
    for item in declarations(sheet.text):
        if item.name not in kinds or not significant(item.value):
            continue
        kind, example = kinds[item.name]
        if not _fits(item.value, kind) and not _is_computed(item.value):
            value = shown(tinycss2.serialize(item.value))
            message = f"`{item.name}` is to be {kind}, and {value} is none"
            hint = f"write it as `{item.name}: {example};`"
            span = Span(sheet.path, item.source_line, item.source_column)
            yield finding("style.token", span, message, hint)


def check_names(stacks: Iterable[Stack], shipped: Mapping[str, str]) -> Iterator[Finding]:
    """Tokens that a stack uses and nobody sets. ``shipped`` are the texts that own sheets replace."""
    lost: dict[str, dict[str, None]] = {}
    for stack in stacks:
        known = {name for sheet in stack.sheets for name in _SET.findall(sheet.plain)}
        for sheet in stack.sheets:
            for used in _USED.finditer(sheet.plain):
                if used[1] in known:
                    continue
                owners = [path for path, text in shipped.items() if f"{used[1]}:" in text]
                if owners:
                    lost.setdefault(owners[0], {})[used[1]] = None
                else:
                    message = f"no style sheet sets {shown(used[1])}"
                    hint = did_you_mean(used[1], sorted(known)) or "set it under `:root`"
                    yield finding("style.token", sheet.span(used.start(1)), message, hint)
    for path, names in lost.items():
        yield _lost(path, list(names))


def _lost(path: str, names: list[str]) -> Finding:
    which = listed(names, joint="and")
    if len(names) > _LISTED:
        shortened = ", ".join(f"`{name}`" for name in names[:_LISTED])
        which = f"{shortened} and {len(names) - _LISTED} more"
    message = f"this file replaces the toolkit's, and does not set {which}, which others use"
    hint = "copy the toolkit's file, and change the copy; to change a few tokens, make a theme"
    return finding("style.token", Span(path), message, hint)


def _kind(value: list[Any]) -> str:
    """What a value is, if it is one thing of a kind that can be told from its looks."""
    tokens = significant(value)
    if len(tokens) != 1:
        return ""
    (token,) = tokens
    if token.type == "dimension" and token.lower_unit in _UNITS:
        return "a length"
    if token.type == "number" or (token.type == "ident" and token.lower_value in _WEIGHTS):
        return "a number"
    return "a colour" if token.type != "string" and parse_color(token) is not None else ""


def _fits(value: list[Any], kind: str) -> bool:
    (token, *more) = significant(value)
    if kind == "a length" and not more and token.type in ("number", "percentage"):
        return bool(token.type == "percentage" or token.value == 0)
    return _kind(value) == kind


def _is_computed(value: list[Any]) -> bool:
    """Whether only the engine can say what a value comes to."""
    return any(
        token.type == "function" and token.lower_name not in _COLOURS
        for token in significant(value)
    )
