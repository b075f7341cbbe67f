"""Which structure type an HTML element is in a PDF (ISO 32000-1, 14.8.4; all are standard types)."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

#: Types that hold other structure and no text of their own: text right inside gets a paragraph.
GROUPING = frozenset({"Document", "Part", "Art", "Sect", "Div", "BlockQuote"})
#: Types after whose parts the footnotes called in them may stand.
CONTAINERS = GROUPING | {"LBody", "TD", "TH", "Caption", "TOCI"}
#: Types that stand in a line of text.
INLINE = frozenset({"Span", "Quote", "Code", "Link", "Reference"})

_ROLES: Mapping[str, str] = {
    "main": "Part",
    "article": "Art",
    "section": "Sect",
    "nav": "Sect",
    "aside": "Sect",
    "div": "Div",
    "header": "Div",
    "footer": "Div",
    "figure": "Div",
    "blockquote": "BlockQuote",
    "address": "P",
    "p": "P",
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "li": "LBody",
    "dt": "Lbl",
    "dd": "LBody",
    "table": "Table",
    "caption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "img": "Figure",
    "{http://www.w3.org/2000/svg}svg": "Figure",
    "figcaption": "Caption",
    "a": "Link",
    "q": "Quote",
    "code": "Code",
}
_NUMBERING = {"a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}


class Page:
    """The elements of one HTML page with what they inherit from those around them."""

    def __init__(self, root: Element) -> None:
        self._parents = {child: parent for parent in root.iter() for child in parent}

    def parent(self, element: Element) -> Element | None:
        """The element around this one."""
        return self._parents.get(element)

    def role(self, element: Element) -> str:
        """The structure type of an element, empty if it has none and only its content counts."""
        role = _ROLES.get(element.tag, "")
        if element.tag == "a" and not element.get("href"):
            role = ""
        if element.tag == "div" and self._is_in(element, "dl"):
            # HTML lets a `div` gather the terms and descriptions that belong together.
            return ""
        if role in {"L", "LBody"} and element.tag != "dd" and self._is_in(element, "nav"):
            return "TOC" if role == "L" else "TOCI"
        return role or ("Span" if self.foreign(element) else "")

    def foreign(self, element: Element) -> str:
        """The language of an element, empty if it is that of the element around it."""
        language = element.get("lang") or ""
        parent = self.parent(element)
        return "" if parent is None or language == self._language(parent) else language

    def _language(self, element: Element) -> str:
        around: Element | None = element
        while around is not None:
            if around.get("lang"):
                return str(around.get("lang"))
            around = self.parent(around)
        return ""

    def _is_in(self, element: Element, tag: str) -> bool:
        around = self.parent(element)
        while around is not None and around.tag != tag:
            around = self.parent(around)
        return around is not None


def is_hidden(element: Element) -> bool:
    """Whether an element is for the eye only: marked so, or a picture that says nothing."""
    decoration = element.tag == "img" and element.get("alt") == ""
    return decoration or element.get("aria-hidden") == "true"


def description(element: Element) -> str:
    """The text that stands for a picture or tells where a link leads, empty if there is none."""
    title = next((child for child in element if child.tag.endswith("}title")), None)
    words = (
        element.get("aria-label")
        or element.get("alt")
        or (title.text if title is not None else "")
        or ("" if element.tag.endswith("svg") else "".join(element.itertext()))
    )
    return " ".join((words or "").split())


def scope(element: Element, section: str) -> str:
    """Whether a header cell is that of a row or of a column; ``section`` is the tag around its row."""
    said = element.get("scope") or ("col" if section == "thead" else "row")
    return "Row" if said.startswith("row") else "Column"


def numbering(element: Element) -> str:
    """How the items of a list are numbered (ISO 32000-1, table 347)."""
    return _NUMBERING.get(element.get("type") or "", "Decimal") if element.tag == "ol" else "Disc"
