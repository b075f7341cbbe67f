"""HTML read back with the parser of the standard: texts in order, anchors, headings, what is hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

import tinyhtml5

from toolkit.render.inspect.block import CALL_MARKS, Block, tidy
from toolkit.render.inspect.hiding import hidden_elements, unprinted_elements
from toolkit.render.inspect.styles import Flow, Styles, read_styles

_SILENT = frozenset({"script", "style", "template", "noscript"})
_DRAWING = "{http://www.w3.org/2000/svg}"
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "em", "i", "mark", "q", "s"}
    | {"small", "span", "strong", "sub", "sup", "time", "u", "wbr"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Links that help on a screen and say nothing: to this place, to the other editions, back.
_TOOLS = re.compile(r"#?([a-z]{2,3})*")
_ARROW = "↑"
_RUNNING = re.compile(r"running\(\s*([\w-]+)")


@dataclass(frozen=True)
class Marked:
    """What an HTML page says. ``notes`` are footnotes of paper, which stand at the foot of its pages.

    ``running`` is what stands at the head and foot of pages, ``margins`` what the style sheet writes
    there, ``watermarks`` what stands across them. ``links`` are the targets of links, ``levels``
    those of headings; ``hidden`` are those of the ``blocks`` that cannot be seen, ``contents`` the
    places of those that only list headings; ``heads`` are those of tables, printed again on each
    page that a table goes on to; ``drawn`` are the words of drawings, which are no part
    of the text.
    """

    blocks: tuple[Block, ...]
    notes: tuple[Block, ...]
    running: tuple[str, ...]
    margins: tuple[str, ...]
    heads: tuple[str, ...]
    watermarks: frozenset[str]
    ids: tuple[str, ...]
    links: tuple[str, ...]
    levels: tuple[int, ...]
    tables: int
    figures: int
    hidden: tuple[Block, ...]
    contents: frozenset[int]
    drawn: tuple[Block, ...]


def read_html(source: str, flow: Flow = "screen", stylesheet: str = "") -> Marked:
    """Read an HTML page. With ``print``, as the engine prints it: notes apart, generated signs added.

    ``stylesheet`` is applied before the styles that the page brings along.
    """
    root: Element = tinyhtml5.parse(source, namespace_html_elements=False)
    sheets = [stylesheet, *("".join(item.itertext()) for item in root.iter("style"))]
    styles = read_styles(root, sheets, flow)
    find = hidden_elements if flow == "screen" else unprinted_elements
    reader = _Reader(flow, styles, find(root, styles))
    title = root.find("head/title")
    if title is not None and flow == "screen":
        reader.blocks.append(Block(tidy("".join(title.itertext()))))
    body = root.find("body")
    if body is not None:
        reader.visit(body)
        reader.close()
    elements = list(root.iter())
    names = [element.tag for element in elements]
    return Marked(
        blocks=tuple(reader.blocks),
        notes=tuple(reader.notes),
        running=tuple(reader.running),
        margins=styles.margins,
        heads=tuple(tidy("".join(head.itertext())) for head in root.iter("thead")),
        watermarks=frozenset(reader.watermarks),
        ids=tuple(
            element.attrib["id"]
            for element in elements
            if "id" in element.attrib and not _is_drawn(element)
        ),
        links=tuple(
            element.attrib["href"]
            for element in elements
            if element.tag == "a" and "href" in element.attrib
        ),
        levels=tuple(int(name[1]) for name in names if name in _HEADINGS),
        tables=names.count("table"),
        figures=sum(
            element.tag == "figure" and "picture" in _classes(element) for element in elements
        ),
        hidden=tuple(reader.hidden),
        contents=frozenset(reader.contents),
        drawn=tuple(reader.drawn),
    )


def _is_drawn(element: Element) -> bool:
    """Whether it is part of a drawing, whose words and names are its own."""
    # Comments have a function for a name, which the types do not know.
    return str(element.tag).startswith(_DRAWING)


def _classes(element: Element) -> list[str]:
    return element.get("class", "").split()


@dataclass
class _Reader:
    """Walks the elements of one page; ``blocks`` grows as it goes."""

    flow: Flow
    styles: Styles
    concealed: frozenset[Element]
    blocks: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    running: list[str] = field(default_factory=list)
    watermarks: list[str] = field(default_factory=list)
    hidden: list[Block] = field(default_factory=list)
    contents: list[int] = field(default_factory=list)
    drawn: list[Block] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _anchors: list[str] = field(default_factory=lambda: [""])
    _hiding: int = 0
    _listing: int = 0
    _cased: int = 0
    _any_cased: bool = False

    def visit(self, element: Element) -> None:
        # Comments have a function for a name.
        if element.tag in _SILENT or not isinstance(element.tag, str):
            return
        if _is_drawn(element):
            self._describe(element.findtext(f"{_DRAWING}title") or "")
            for words in element.iter(f"{_DRAWING}text"):
                self.drawn.append(Block(tidy("".join(words.itertext())), self._anchors[-1]))
            return
        classes = _classes(element)
        concealed = element in self.concealed
        if self._apart(element, classes) or (concealed and self.flow == "print"):
            return
        inline = element.tag in _INLINE
        if not inline:
            self.close()
        anchored = not inline and "id" in element.attrib
        if anchored:
            self._anchors.append(element.attrib["id"])
        if concealed:
            self.close()
        self._hiding += concealed
        self._listing += "contents" in classes
        self._inside(element, classes)
        if not inline or concealed:
            self.close()
        self._listing -= "contents" in classes
        self._hiding -= concealed
        if anchored:
            self._anchors.pop()

    def close(self, *, alt: bool = False) -> None:
        """End the block that is being read."""
        text = tidy("".join(self._pieces))
        cased, self._any_cased = self._any_cased, False
        self._pieces = []
        if not text:
            return
        block = Block(text, self._anchors[-1], alt, cased)
        if self._hiding:
            self.hidden.append(block)
        if self._listing:
            self.contents.append(len(self.blocks))
        self.blocks.append(block)

    def _describe(self, words: str) -> None:
        """A picture, which stands by itself with the words that describe it."""
        if words.strip():
            self.close()
            self._pieces.append(words)
            self.close(alt=True)

    def _apart(self, element: Element, classes: list[str]) -> bool:
        """Deal with what is no part of the text it stands in."""
        words = "".join(element.itertext())
        if "tools" in classes or {"skip", "back"} & set(classes):
            # Only what such links may say: nobody reads on past any other words.
            silent = "".join(words.split())
            return "skip" in classes or _TOOLS.fullmatch(silent) is not None or _ARROW in silent
        if self.flow == "screen":
            return False
        if "draft-mark" in classes:
            self.watermarks.append(tidy(words))
            return True
        style = self.styles.of(element)
        if running := _RUNNING.match(style.own.get("position", "")):
            if running[1] in self.styles.elements:
                self.running.append(" ".join(item.printed for item in self._part(element).blocks))
            return True
        if style.own.get("float") == "footnote":
            self._generate(style.call)
            # What a note says may hold the mark of a passage that has no translation.
            notes = self._part(element, f"{CALL_MARKS[0]}{style.marker}{CALL_MARKS[1]}").blocks
            self.notes.extend(
                Block(block.text, element.get("id", ""), cased=block.cased) for block in notes
            )
            return True
        return False

    def _part(self, element: Element, before: str = "") -> _Reader:
        """An element read by itself."""
        inner = _Reader(self.flow, self.styles, self.concealed)
        inner._pieces.append(before)
        inner._inside(element, [])
        inner.close()
        return inner

    def _inside(self, element: Element, classes: list[str]) -> None:
        style = self.styles.of(element)
        call = "note-call" in classes or "note-again" in classes
        if call:
            self._pieces.append(CALL_MARKS[0])
        if element.tag == "img":
            self._describe(element.get("alt", ""))
        self._cased += style.cased
        self._generate(style.before)
        self._append(element.text)
        for child in element:
            self.visit(child)
            self._append(child.tail)
        self._generate(style.after)
        self._cased -= style.cased
        if element.tag == "br":
            self._pieces.append(" ")
        if call:
            self._pieces.append(CALL_MARKS[1])

    def _append(self, words: str | None) -> None:
        if words:
            self._pieces.append(words)
            self._any_cased = self._any_cased or bool(self._cased)

    def _generate(self, words: str) -> None:
        """What the style sheet adds is no part of the edition: between marks, as a call."""
        if words and self.flow == "print":
            self._pieces.append(f"{CALL_MARKS[0]}{words}{CALL_MARKS[1]}")
