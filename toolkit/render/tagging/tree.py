"""The structure of a document: its HTML elements, with the marks of what was printed of each.

The engine has structure of its own, made box by box: a paragraph that goes over a page is two, a passage
in another language is like any other, a footnote is read where the page ends. Here each element is one
node, whatever pages it stands on, and a footnote follows the block that calls it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from toolkit.render.tagging.roles import (
    CONTAINERS,
    GROUPING,
    INLINE,
    Page,
    description,
    is_hidden,
    numbering,
    scope,
)

#: Points for each pixel of the engine.
POINTS = 0.75


@dataclass(frozen=True)
class Mark:
    """What is printed under one mark of a page (from 0)."""

    page: int
    mcid: int


@dataclass(frozen=True)
class Hotspot:
    """A rectangle of a page that leads somewhere: the annotation of a link, and what it says."""

    page: int
    annotation: Any
    words: str


@dataclass(eq=False)
class Node:
    """One structure element. ``attributes`` belong to ``owner``; ``notes`` wait for the block to end."""

    role: str
    parent: Node | None = None
    implied: bool = False
    kids: list[Node | Mark | Hotspot] = field(default_factory=list)
    notes: list[Node] = field(default_factory=list)
    language: str = ""
    alt: str = ""
    actual: str = ""
    id: str = ""
    owner: str = ""
    attributes: dict[str, object] = field(default_factory=dict)

    def add(self, kid: Node | Mark | Hotspot) -> None:
        """Put a kid at the end; what stands in a line, into a paragraph."""
        inline = not isinstance(kid, Node) or kid.role in INLINE
        if inline and self.role in GROUPING:
            self._paragraph().add(kid)
            return
        if not inline:
            self.settle()
        if isinstance(kid, Node):
            kid.parent = self
        self.kids.append(kid)

    def settle(self) -> None:
        """Put the waiting notes at the end."""
        waiting, self.notes = self.notes, []
        for note in waiting:
            self.add(note)

    def container(self) -> Node:
        """The nearest node in which a footnote may stand."""
        node = self
        while node.role not in CONTAINERS and node.parent is not None:
            node = node.parent
        return node

    def _paragraph(self) -> Node:
        last = self.kids[-1] if self.kids else None
        if not (isinstance(last, Node) and last.implied):
            last = Node("P", implied=True)
            self.add(last)
        return last


class Structure:
    """The tree under ``document``, filled page by page in reading order.

    ``artifacts`` are the marks of what is not read out, page by page: running heads, heads of tables
    that go on, what is there for the eye only. ``numbered`` are the pages with anything in their
    margins, and ``undescribed`` the pictures that lack a text of their own.
    """

    def __init__(self, root: Element) -> None:
        self.document = Node("Document")
        self.artifacts: dict[int, set[int]] = {}
        self.numbered: set[int] = set()
        self.undescribed: list[str] = []
        self._html = Page(root)
        self._nodes: dict[Element, Node] = {}
        self._parts: dict[tuple[Element, str], Node] = {}
        self._sections: dict[Element, int] = {}

    def read(self, box: Any, page: int, height: float, marks: Mapping[Any, Any]) -> None:
        """Take in a page: its box, its number, its height in points, and the marks of its boxes."""
        Sheet(self, page, height, marks).visit(box)

    def finish(self) -> None:
        """Put the last footnotes in their places."""
        for node in (self.document, *self._nodes.values()):
            node.settle()

    def is_repeated(self, element: Element, page: int) -> bool:
        """Whether this head or foot of a table stands on an earlier page already."""
        return self._sections.setdefault(element, page) != page

    def node(self, element: Element | None) -> Node:
        """The node that holds the content of an element."""
        if element is None:
            return self.document
        if element not in self._nodes:
            # A row comes with all its cells, also the empty ones: without them the others would be
            # read under other headers.
            self.node(self._html.parent(element))
        if element not in self._nodes:
            node = self._nodes[element] = self._made(element)
            if node.role == "TR":
                for cell in element:
                    self.node(cell)
        return self._nodes[element]

    def label(self, element: Element) -> Node:
        """The node of the sign or number before an item or a footnote."""
        if (element, "Lbl") not in self._parts:
            body = self.node(element)
            item = (body.role == "LBody" and body.parent) or body
            label = self._parts[element, "Lbl"] = Node("Lbl", parent=item)
            item.kids.insert(0, label)
            around = self._html.parent(element)
            if around is not None and body.role == "LBody":
                numbers = self.node(around)
                numbers.owner = "List"
                numbers.attributes = {"ListNumbering": f"/{numbering(around)}"}
        return self._parts[element, "Lbl"]

    def call(self, element: Element) -> Node:
        """The link that calls the footnote ``element``, which gets its place behind the block."""
        if (element, "Link") not in self._parts:
            around = self.node(self._html.parent(element))
            reference, link = Node("Reference"), Node("Link")
            around.add(reference)
            reference.add(link)
            note = Node("Note", language=self._html.foreign(element))
            note.id = element.get("id") or f"footnote-{len(self._parts)}"
            reference.container().notes.append(note)
            self._parts[element, "Link"] = link
            self._nodes[element] = note
        return self._parts[element, "Link"]

    def _made(self, element: Element) -> Node:
        role = self._html.role(element)
        parent = self._html.parent(element)
        around = self.node(parent)
        if not role:
            return around
        node = Node(role, language=self._html.foreign(element), id=element.get("id") or "")
        if role in {"LBody", "Lbl"}:
            self._item(element, around).add(node)
        elif role == "Link" and element.get("role") == "doc-noteref":
            reference = Node("Reference")
            around.add(reference)
            reference.add(node)
        else:
            around.add(node)
        if role in {"TH", "TD"}:
            node.owner, node.attributes = "Table", self._cell(element)
        return node

    def _item(self, element: Element, around: Node) -> Node:
        """The list item around a body or a term: a description goes with the term before it."""
        last = around.kids[-1] if around.kids else None
        if element.tag == "dd" and isinstance(last, Node) and last.role == "LI":
            return last
        item = Node("LI")
        around.add(item)
        return item

    def _cell(self, element: Element) -> dict[str, object]:
        row = self._html.parent(element)
        section = self._html.parent(row) if row is not None else None
        found: dict[str, object] = {}
        if element.tag == "th":
            found["Scope"] = f"/{scope(element, section.tag if section is not None else '')}"
        for name, attribute in (("ColSpan", "colspan"), ("RowSpan", "rowspan")):
            if (element.get(attribute) or "1") != "1":
                found[name] = int(element.get(attribute, "1"))
        return found


class Sheet:
    """One page as it is read into the structure: boxes in their order, each with its marks."""

    def __init__(
        self, structure: Structure, page: int, height: float, marks: Mapping[Any, Any]
    ) -> None:
        self._structure = structure
        self._page = page
        self._height = height
        self._marks = marks

    def visit(self, box: Any, into: Node | None = None, *, artifact: bool = False) -> None:
        """Read a box and all inside; ``into`` a node, or as an artifact, if the box around is."""
        # Where something was taken out of the flow, a placeholder stands for it.
        box = vars(box).get("_box", box)
        margin = hasattr(box, "at_keyword")
        artifact = artifact or margin or self._is_artifact(box)
        mark = self._marks.get(box)
        if mark is not None and artifact:
            self._structure.artifacts.setdefault(self._page, set()).add(mark["mcid"])
        elif mark is not None:
            node = into or self._content(box)
            node.add(Mark(self._page, mark["mcid"]))
            if node.role == "Figure":
                self._describe(node, box)
        if box.link_annotation is not None and not artifact:
            words = description(box.element)
            self._content(box).add(Hotspot(self._page, box.link_annotation, words))
        if box.is_leader and not artifact:
            # The dots between an entry and its page say nothing, a thousand times.
            into = Node("Span", actual=" ")
            self._content(box).add(into)
        for child in getattr(box, "children", ()):
            self.visit(child, into, artifact=artifact)
        if margin and any(True for child in box.children):
            self._structure.numbered.add(self._page)

    def _is_artifact(self, box: Any) -> bool:
        if box.element is None:
            return False
        section = box.element_tag in {"thead", "tfoot"}
        return is_hidden(box.element) or (
            section and self._structure.is_repeated(box.element, self._page)
        )

    def _content(self, box: Any) -> Node:
        tag = box.element_tag or ""
        if tag.endswith("::footnote-call"):
            return self._structure.call(box.element)
        if tag.endswith(("::marker", "::footnote-marker")):
            return self._structure.label(box.element)
        return self._structure.node(box.element)

    def _describe(self, figure: Node, box: Any) -> None:
        figure.alt = description(box.element)
        if not figure.alt:
            self._structure.undescribed.append(box.element.get("src") or box.element.tag)
        left, top = box.content_box_x() * POINTS, self._height - box.content_box_y() * POINTS
        right, bottom = left + box.width * POINTS, top - box.height * POINTS
        figure.owner = "Layout"
        figure.attributes = {"Placement": "/Block", "BBox": (left, bottom, right, top)}
