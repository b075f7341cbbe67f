"""What is wrong with a style sheet as such: what is not closed, is no rule, or loads something."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any

import tinycss2

from toolkit.diagnostics import Finding, Span, finding
from toolkit.render.sheets import Sheet
from toolkit.source.wording import shown

#: Why a style sheet may not load an address, and the cure; nothing if it may.
Refusal = Callable[[str], tuple[str, str] | None]

#: Stands after the text, to see what is still open there. No style sheet has such a word.
_END = "end-of-this-style-sheet"
_CLOSERS = {"{} block": "}", "[] block": "]", "() block": ")", "function": ")"}
_TORN = {
    "string": ("the text in quotes that begins here does not end on its line", "close the quotes"),
    "url": ("the address that begins here does not end", 'write it as `url("…")`'),
}
_IMPORT = ("a style sheet imports nothing", "copy the rules into this file")


def check_sheet(sheet: Sheet, refusal: Refusal) -> Iterator[Finding]:
    """Faults of a style sheet at their places. ``refusal`` judges the addresses that it names."""
    tokens = tinycss2.parse_component_value_list(f"{sheet.text}\n{_END}")
    torn = [_torn(sheet, item, held) for item, held in _inside(tokens) if item.type == "error"]
    still_open = [] if torn else list(_still_open(sheet, tokens))
    # What is not closed takes the rest of the sheet along: no more is known about its rules.
    yield from dict.fromkeys(torn) or still_open or _slips(sheet)
    for item in _items(tinycss2.parse_stylesheet(sheet.text, True, True)):
        if item.type == "at-rule" and item.lower_at_keyword == "import":
            yield finding("style.address", _span(sheet, item), *_IMPORT)
        elif item.type == "declaration":
            yield from _addresses(sheet, item.value, refusal)


def declarations(text: str) -> Iterator[Any]:
    """The declarations of a style sheet, wherever they stand in it."""
    for item in _items(tinycss2.parse_stylesheet(text, True, True)):
        if item.type == "declaration":
            yield item


def significant(tokens: Iterable[Any]) -> list[Any]:
    """A value without its spaces and comments."""
    return [token for token in tokens if token.type not in ("whitespace", "comment")]


def _torn(sheet: Sheet, error: Any, holder: Any) -> Finding:
    if error.kind == "}" and holder is not None and _CLOSERS[holder.type] != "}":
        return _open(sheet, holder)
    message, hint = _TORN.get(
        error.kind.rpartition("-")[2],
        (f"`{error.kind}` closes nothing", "take it out, or write what it is to close"),
    )
    return finding("style.syntax", _span(sheet, error), message, hint)


def _still_open(sheet: Sheet, tokens: list[Any]) -> Iterator[Finding]:
    """The innermost bracket, or the comment, in which the text ends."""
    holder, last = None, tokens[-1]
    while last.type in _CLOSERS:
        holder, last = last, _content(last)[-1]
    if last.type == "comment":
        message, hint = "the comment that begins here is not closed", "write `*/` where it ends"
        yield finding("style.syntax", _span(sheet, last), message, hint)
    elif holder is not None:
        yield _open(sheet, holder)


def _open(sheet: Sheet, holder: Any) -> Finding:
    opener = f"{holder.name}(" if holder.type == "function" else holder.type[0]
    hint = f"write `{_CLOSERS[holder.type]}` where it ends"
    return finding("style.syntax", _span(sheet, holder), f"`{opener}` is not closed", hint)


def _slips(sheet: Sheet) -> Iterator[Finding]:
    """What stands where a rule or a declaration should, and values that are none."""
    for item in _items(tinycss2.parse_stylesheet(sheet.text, True, True)):
        if item.type == "error":
            message = "this is neither a rule nor a declaration"
            hint = "write rules as `p { color: red; }`, declarations as `color: red;`"
            yield finding("style.syntax", _span(sheet, item), message, hint)
        elif item.type == "declaration":
            yield from _value(sheet, item)


def _value(sheet: Sheet, item: Any) -> Iterator[Finding]:
    tokens = significant(item.value)
    if not tokens:
        message, hint = f"{shown(item.name)} has no value", "give it one, or take the line out"
        yield finding("style.syntax", _span(sheet, item), message, hint)
    for name, colon in pairwise(tokens):
        if colon == ":" and name.type == "ident":
            message = f"there is no `;` before {shown(name.value)}"
            yield finding("style.syntax", _span(sheet, name), message, "write it")
            return


def _addresses(sheet: Sheet, tokens: list[Any], refusal: Refusal) -> Iterator[Finding]:
    for token, _ in _inside(tokens):
        if token.type == "url":
            address = token.value
        elif token.type == "function" and token.lower_name == "url":
            address = "".join(part.value for part in token.arguments if part.type == "string")
        else:
            continue
        refused = refusal(address)
        if refused is not None:
            yield finding("style.address", _span(sheet, token), *refused)


def _items(rules: list[Any]) -> Iterator[Any]:
    """Every rule, declaration and error in rules, however deep."""
    rest = list(reversed(rules))
    while rest:
        item = rest.pop()
        yield item
        if item.type not in ("qualified-rule", "at-rule") or item.content is None:
            continue
        # Not by recursion: nothing limits how deep a style sheet is nested.
        rest.extend(reversed(tinycss2.parse_blocks_contents(item.content, True, True)))


def _inside(tokens: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Tokens and all that their brackets hold, in order, each with the bracket that holds it."""
    rest = [(token, None) for token in reversed(list(tokens))]
    while rest:
        token, holder = rest.pop()
        yield token, holder
        if token.type in _CLOSERS:
            rest.extend((inner, token) for inner in reversed(_content(token)))


def _content(block: Any) -> list[Any]:
    return list(block.arguments if block.type == "function" else block.content)


def _span(sheet: Sheet, token: Any) -> Span:
    return Span(sheet.path, token.source_line, token.source_column)
