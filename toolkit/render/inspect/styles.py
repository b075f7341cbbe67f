"""What style sheets say of the elements of a page: the cascade, as far as texts depend on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2

from toolkit.render.inspect.block import COUNTED, PAGE_NUMBER, PAGE_TOTAL

Flow = Literal["screen", "print"]
Declarations = Mapping[str, str]

_PAGE_COUNTERS = {"page": PAGE_NUMBER, "pages": PAGE_TOTAL}
_CASING = ("text-transform", "font-variant", "font-variant-caps", "font-feature-settings")
_CASES = re.compile(r"uppercase|lowercase|capitalize|small-caps|petite-caps|unicase|smcp|c2sc")
_NESTED = frozenset({"media", "supports", "layer"})
#: Margins of pages are no elements, and have no attributes.
_MARGIN = Element("margin")
_PARTS = ("first-letter", "first-line")


@dataclass(frozen=True, slots=True)
class _Rule:
    declarations: tuple[tuple[str, str, bool], ...]
    content: tuple[Any, ...]
    always: bool


@dataclass(frozen=True)
class Style:
    """What holds for one element: its declarations, and those that hold on some screens only.

    ``before`` and ``after`` are texts that the style sheet adds, ``call`` and ``marker`` what stands for
    a footnote in the text and before it, with ``COUNTED`` for what only the engine knows. ``cased`` says
    that letters are shown larger or smaller than they are written.
    """

    own: Declarations
    sometimes: tuple[Declarations, ...]
    before: str
    after: str
    call: str
    marker: str
    cased: bool


@dataclass(frozen=True)
class Styles:
    """What style sheets say of the elements of a page; ``margins`` is what they write beside them.

    ``elements`` are the names of the running elements that they put there.
    """

    by_element: Mapping[Element, Style]
    margins: tuple[str, ...]
    elements: frozenset[str]

    def of(self, element: Element) -> Style:
        """What holds for an element."""
        return self.by_element.get(element, _NO_STYLE)


_NO_STYLE = Style({}, (), "", "", "", "", cased=False)


@dataclass
class _Sheets:
    flow: Flow
    matcher: Any = field(default_factory=cssselect2.Matcher)
    margins: dict[tuple[str, str], tuple[Any, ...]] = field(default_factory=dict)

    def add(self, rules: Sequence[Any], *, always: bool) -> None:
        for rule in rules:
            if rule.type == "at-rule" and rule.at_keyword in _NESTED and rule.content is not None:
                certain = rule.at_keyword == "layer" or _certain(rule, self.flow)
                if certain is not None:
                    inner = tinycss2.parse_rule_list(rule.content, True, True)
                    self.add(inner, always=always and certain)
            elif rule.type == "at-rule" and rule.at_keyword == "page" and rule.content is not None:
                self._add_margins(rule)
            elif rule.type == "qualified-rule":
                self._add_rule(rule, always=always)

    def _add_margins(self, page: Any) -> None:
        """What is put into the margins of pages (CSS Paged Media 3, 5): the last word for each."""
        pages = tinycss2.serialize(page.prelude).strip()
        for item in tinycss2.parse_blocks_contents(page.content, True, True):
            if item.type == "at-rule" and item.content is not None:
                made = _rule(item.content, always=True)
                if made.content:
                    self.margins[pages, item.lower_at_keyword] = made.content

    def _add_rule(self, rule: Any, *, always: bool) -> None:
        try:
            selectors = cssselect2.compile_selector_list(rule.prelude)
        except cssselect2.SelectorError:
            # Browsers drop such a rule too.
            return
        made = _rule(rule.content, always=always)
        for selector in selectors:
            self.matcher.add_selector(selector, made)


def read_styles(root: Element, sheets: Sequence[str], flow: Flow) -> Styles:
    """Apply style sheets, and what elements say of themselves, to a page.

    Rules for another medium count for nothing. Rules for some screens only, by size or scheme of
    colours, are kept apart.
    """
    gathered = _Sheets(flow)
    for sheet in sheets:
        gathered.add(tinycss2.parse_stylesheet(sheet, True, True), always=True)
    margins = gathered.margins.values()
    wrapped = cssselect2.ElementWrapper.from_html_root(root)
    return Styles(
        {
            item.etree_element: _style(item, gathered.matcher.match(item))
            for item in wrapped.iter_subtree()
        },
        tuple(filter(None, ("".join(_pieces(item, _MARGIN)) for item in margins))),
        frozenset(name for item in margins for name in _elements(item)),
    )


def _certain(rule: Any, flow: Flow) -> bool | None:
    """Whether a condition always holds, or (none) never does."""
    if rule.at_keyword == "supports":
        return False
    condition = tinycss2.serialize(rule.prelude).strip().lower().removeprefix("only ")
    media = {item.strip().partition(" ")[0] for item in condition.split(",")}
    if condition in {"", "all", flow} or {"all", flow} & {
        item.strip() for item in condition.split(",")
    }:
        return True
    return None if media <= {"print", "speech", "screen"} - {flow} else False


def _rule(content: Any, *, always: bool) -> _Rule:
    declarations: list[tuple[str, str, bool]] = []
    generated: tuple[Any, ...] = ()
    for item in tinycss2.parse_blocks_contents(content, True, True):
        if item.type == "declaration":
            value = tinycss2.serialize(item.value).strip()
            name = item.name if item.name.startswith("--") else item.lower_name
            declarations.append((name, value, bool(item.important)))
            if name == "content":
                generated = tuple(item.value)
    return _Rule(tuple(declarations), generated, always)


def _style(item: Any, matches: Sequence[Any]) -> Style:
    own: list[_Rule] = []
    parts: dict[str, list[_Rule]] = {}
    for _, _, pseudo, rule in matches:
        if pseudo is None:
            own.append(rule)
        else:
            parts.setdefault(pseudo, []).append(rule)
    element = item.etree_element
    if "style" in element.attrib:
        own.append(_rule(element.attrib["style"], always=True))
    declared = _cascaded(own)
    cases = [declared, *(_cascaded(parts.get(name, ())) for name in _PARTS)]
    return Style(
        own=declared,
        sometimes=tuple(_cascaded([rule], always=False) for rule in own if not rule.always),
        before=_generated(parts.get("before", ()), element),
        after=_generated(parts.get("after", ()), element),
        call=_generated(parts.get("footnote-call", ()), element) or COUNTED,
        marker=_generated(parts.get("footnote-marker", ()), element) or COUNTED,
        cased=any(_CASES.search(values.get(name, "")) for values in cases for name in _CASING),
    )


def _cascaded(rules: Sequence[_Rule], *, always: bool = True) -> Declarations:
    """The declarations that win: rules come in the order of the cascade, important ones win."""
    plain: dict[str, str] = {}
    important: dict[str, str] = {}
    for rule in rules:
        if rule.always == always:
            for name, value, strong in rule.declarations:
                (important if strong else plain)[name] = value
    return {**plain, **important}


def _generated(rules: Sequence[_Rule], element: Element) -> str:
    given = [rule for rule in rules if rule.always and rule.content]
    if not given or _cascaded(rules).get("display") == "none":
        return ""
    return "".join(_pieces(given[-1].content, element))


def _pieces(content: Sequence[Any], element: Element) -> Iterator[str]:
    for token in content:
        if token.type == "string":
            yield token.value
        elif token.type == "function":
            words = [item.value for item in token.arguments if item.type == "ident"]
            if token.lower_name == "attr" and words:
                yield element.get(words[0], "")
            elif token.lower_name == "counter" and words and words[0] in _PAGE_COUNTERS:
                yield _PAGE_COUNTERS[words[0]]
            elif token.lower_name not in {"url", "element"}:
                yield COUNTED
        elif token.type == "ident" and token.lower_value in {"open-quote", "close-quote"}:
            yield COUNTED


def _elements(content: Sequence[Any]) -> Iterator[str]:
    """The running elements that a content names (CSS Generated Content for Paged Media 3, 1.3)."""
    for token in content:
        if token.type == "function" and token.lower_name == "element":
            yield from (item.value for item in token.arguments if item.type == "ident")
