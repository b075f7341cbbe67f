"""The style sheets of a drawing, put into the ``style`` attributes of the parts that they apply to.

Drawing programs write colours into a ``<style>`` element. Inside a page such a sheet would be one more
thing that acts; as attributes its declarations are checked like all others, and look the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

_STYLE = "{http://www.w3.org/2000/svg}style"
#: More than any drawing program writes; each rule is tried on each part of the drawing.
_MOST_RULES = 2000
#: Says how the bytes are to be read, which they are already.
_SILENT = frozenset({"charset", "namespace"})

_Declaration = tuple[str, str, bool]


class UnusableStyle(Exception):
    """A style sheet holds what cannot be put into attributes."""


def inline_styles(root: Element) -> None:
    """Apply the style sheets of a drawing to its parts, and take them out.

    The cascade is that of CSS: by specificity and order, the part's own ``style`` after all rules,
    and what is ``!important`` after that. Raises ``UnusableStyle``.
    """
    sheets = [element for element in root.iter() if element.tag == _STYLE]
    if not sheets:
        return
    # A drawing without a style sheet needs no parser for one.
    import cssselect2

    matcher = cssselect2.Matcher()
    count = 0
    for rule in _rules("\n".join("".join(sheet.itertext()) for sheet in sheets)):
        count += 1
        if count > _MOST_RULES:
            raise UnusableStyle(f"the drawing has more than {_MOST_RULES} rules of style")
        try:
            selectors = cssselect2.compile_selector_list(rule.prelude)
        except cssselect2.SelectorError:
            # Browsers drop such a rule too.
            continue
        declarations = tuple(_declarations(rule.content))
        for selector in selectors:
            if selector.pseudo_element is None:
                matcher.add_selector(selector, declarations)
    for wrapped in cssselect2.ElementWrapper.from_xml_root(root).iter_subtree():
        _apply(wrapped.etree_element, [match[-1] for match in matcher.match(wrapped)])
    for parent in list(root.iter()):
        for child in [child for child in parent if child.tag == _STYLE]:
            parent.remove(child)


def _rules(sheet: str) -> Iterator[Any]:
    import tinycss2

    for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            yield rule
        elif rule.type == "at-rule" and rule.lower_at_keyword not in _SILENT:
            raise UnusableStyle(f"the drawing has `@{rule.lower_at_keyword}` in its style sheet")


def _declarations(content: Any) -> Iterator[_Declaration]:
    import tinycss2

    for item in tinycss2.parse_declaration_list(content, True, True):
        if item.type != "declaration":
            continue
        value = tinycss2.serialize(item.value).strip()
        if item.name.startswith("--") or "var(" in value.lower():
            raise UnusableStyle("the drawing has variables in its style sheet")
        yield item.lower_name, value, item.important


def _apply(element: Element, matches: list[tuple[_Declaration, ...]]) -> None:
    """Write what the rules say, lowest first, into the element's own style."""
    if not matches:
        return
    own = tuple(_declarations(element.get("style", "")))
    ordered = [item for declarations in (*matches, own) for item in declarations]
    said: dict[str, str] = {}
    for important in (False, True):
        said |= {name: value for name, value, weight in ordered if weight is important}
    element.set("style", ";".join(f"{name}:{value}" for name, value in said.items()))
