"""Which elements of an HTML page its styles hide from readers.

The cascade is read strictly: a rule that hides an element counts even where another one shows it again.
Texts of an edition have no business with either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2

_ZERO = re.compile(r"[+-]?0*\.?0*(px|pt|em|rem|%|vw|vh|mm|cm)?")
_FAR = re.compile(r"-\d{3,}(\.\d+)?(px|pt|vw|vh|em|rem|%)|-\d{2,}(em|rem)")
_HIDDEN_VALUES: dict[str, frozenset[str]] = {
    "display": frozenset({"none"}),
    "visibility": frozenset({"hidden", "collapse"}),
    "content-visibility": frozenset({"hidden"}),
    "clip-path": frozenset({"inset(50%)", "inset(100%)", "circle(0)"}),
    "color": frozenset({"transparent"}),
    "transform": frozenset({"scale(0)"}),
}
_NOTHING_LEFT = frozenset({"opacity", "font-size", "max-height", "max-width", "height", "width"})
_SHIFTS = frozenset({"left", "top", "right", "bottom", "text-indent", "margin-left", "margin-top"})
#: Of all conditions only paper is another medium than the page that is read here.
_OTHER_MEDIA = re.compile(r"^\s*(only\s+)?(print|speech)\b")


@dataclass(frozen=True)
class Hider:
    """Selectors, and elements that say so themselves, that keep texts from being seen."""

    selectors: Sequence[cssselect2.compiler.CompiledSelector]

    def hidden(self, root: Element) -> frozenset[Element]:
        """The elements of a page that are hidden themselves; what stands in them is hidden too."""
        matcher = cssselect2.Matcher()
        for selector in self.selectors:
            matcher.add_selector(selector, None)
        wrapped = cssselect2.ElementWrapper.from_html_root(root)
        return frozenset(
            item.etree_element
            for item in wrapped.iter_subtree()
            if _says_hidden(item.etree_element) or (self.selectors and matcher.match(item))
        )


def read_styles(sheets: Sequence[str]) -> Hider:
    """The hiding rules of style sheets, but those for paper."""
    return Hider(
        tuple(
            selector
            for sheet in sheets
            for selector in _selectors(
                tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
            )
        )
    )


def _selectors(rules: Sequence[object]) -> Iterator[cssselect2.compiler.CompiledSelector]:
    for rule in rules:
        kind = getattr(rule, "type", "")
        if kind == "at-rule" and rule.at_keyword in {"media", "supports", "layer"}:  # type: ignore[attr-defined]
            condition = tinycss2.serialize(rule.prelude)  # type: ignore[attr-defined]
            if rule.content is not None and not _OTHER_MEDIA.match(condition):  # type: ignore[attr-defined]
                yield from _selectors(tinycss2.parse_rule_list(rule.content, True, True))  # type: ignore[attr-defined]
        elif kind == "qualified-rule" and _hides(tinycss2.serialize(rule.content)):  # type: ignore[attr-defined]
            try:
                compiled = cssselect2.compile_selector_list(rule.prelude)  # type: ignore[attr-defined]
            except cssselect2.SelectorError:
                # Browsers drop such a rule too.
                continue
            yield from (item for item in compiled if item.pseudo_element is None)


def _says_hidden(element: Element) -> bool:
    return "hidden" in element.attrib or _hides(element.get("style", ""))


def _hides(declarations: str) -> bool:
    if not declarations:
        return False
    given = {
        item.lower_name: tinycss2.serialize(item.value).strip().lower()
        for item in tinycss2.parse_declaration_list(declarations)
        if item.type == "declaration"
    }
    return any(_is_hiding(name, value) for name, value in given.items())


def _is_hiding(name: str, value: str) -> bool:
    if value in _HIDDEN_VALUES.get(name, ()):
        return True
    if name in _NOTHING_LEFT:
        return bool(_ZERO.fullmatch(value))
    return name in _SHIFTS and bool(_FAR.fullmatch(value))
