"""HTML pages as trees of elements, for tests that read what the templates wrote.

Every element must be closed where it ends, so that a template that forgets it is caught here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
#: Elements that stand inside a line; everything else is a block or a part of one.
INLINE = frozenset({"a", "br", "cite", "em", "img", "span", "strong", "sup", "time", "wbr"})
# What HTML takes for white space: a non-breaking space is none.
_SPACE = re.compile(r"[ \t\n\f\r]+")


@dataclass(eq=False)
class Element:
    """One element; ``content`` holds its texts and elements in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[str | Element] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The anchor of the element, if it has one."""
        return self.attributes.get("id", "")

    @property
    def classes(self) -> frozenset[str]:
        """The classes of the element."""
        return frozenset(self.attributes.get("class", "").split())

    @property
    def inline(self) -> bool:
        """Whether it stands inside a line (a footnote does not, though it is written there)."""
        return self.tag in INLINE and "footnote" not in self.classes

    @property
    def elements(self) -> list[Element]:
        """The elements right inside."""
        return [part for part in self.content if isinstance(part, Element)]

    def walk(self) -> Iterator[Element]:
        """The element and everything inside, in the order of the page."""
        yield self
        for element in self.elements:
            yield from element.walk()

    def find(self, *tags: str, cls: str = "") -> list[Element]:
        """Everything inside with one of the tags (any if none is given) and the class."""
        return [
            element
            for element in self.walk()
            if (not tags or element.tag in tags) and (not cls or cls in element.classes)
        ]

    def one(self, *tags: str, cls: str = "") -> Element:
        """The only such element."""
        (found,) = self.find(*tags, cls=cls)
        return found

    def by_id(self, anchor: str) -> Element:
        """The only element with that anchor."""
        (found,) = [element for element in self.walk() if element.id == anchor]
        return found

    def text(self, *without: str) -> str:
        """The text inside as a reader sees it, leaving out elements of the classes ``without``."""
        return _SPACE.sub(" ", self._text(frozenset(without))).strip()

    def _text(self, without: frozenset[str]) -> str:
        return "".join(
            part
            if isinstance(part, str)
            else ""
            if part.classes & without
            else part._text(without)
            if part.inline
            else f" {part._text(without)} "
            for part in self.content
        )


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> says {names} twice"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].content.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        element = self.open.pop()
        assert element.tag == tag, f"</{tag}> closes <{element.tag}> at line {self.getpos()[0]}"

    def handle_data(self, data: str) -> None:
        self.open[-1].content.append(data)


def parse(html: str) -> Element:
    """The ``html`` element of a page."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    (root,) = builder.open
    return root.one("html")
