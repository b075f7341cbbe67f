"""YAML text to a located tree. The only module that knows PyYAML.

The tree is built from the stream of events, with a stack of its own: so nothing is constructed that
was not asked for (no tags, no aliases, no merging), and no nesting is deep enough to end the process.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import yaml

from toolkit.diagnostics import Finding, Result, Span, finding
from toolkit.source import syntax, tree
from toolkit.source.encoding import FORBIDDEN, forbidden
from toolkit.source.pieces import paragraphs
from toolkit.source.wording import shown

#: Lists and fields inside one another; a document needs ten.
MAXIMUM_DEPTH = 20
#: Values in one file; the longest document has a few thousand.
MAXIMUM_NODES = 200_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STANDARD = "tag:yaml.org,2002:"
_CUT = re.compile(r"[ \t]+#(?=[^\s#])")


def read_tree(text: str, path: str) -> Result[tree.Node]:
    """The tree of a YAML text, and what was found on the way.

    Findings are the first error of syntax, and every use of what documents do without: a field given
    twice, anchors, aliases, tags, a second document. The value is ``None`` without findings if the
    text is empty, and ``None`` with findings if reading had to stop.
    """
    builder = _Builder(path, text.split("\n"))
    try:
        whole = all(builder.take(event) for event in yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        builder.findings.append(syntax.explain(_trouble(error), builder.lines, path))
        whole = False
    return Result(builder.root if whole else None, tuple(builder.findings))


def _trouble(error: yaml.MarkedYAMLError) -> syntax.Trouble:
    def place(mark: yaml.Mark | None) -> tuple[int, int] | None:
        return (mark.line + 1, mark.column + 1) if mark else None

    at = place(error.problem_mark) or place(error.context_mark) or (1, 1)
    return syntax.Trouble(
        problem=error.problem or "",
        context=error.context or "",
        at=at,
        began=place(error.context_mark) or at,
    )


@dataclass(slots=True)
class _Open:
    """A list or a mapping whose end was not reached yet."""

    span: Span
    is_mapping: bool
    items: list[tree.Node] = field(default_factory=list)
    entries: dict[str, tree.Entry] = field(default_factory=dict)
    expects_key: bool = True
    key: tree.Scalar | None = None

    def node(self) -> tree.Node:
        if self.is_mapping:
            return tree.Mapping(MappingProxyType(self.entries), self.span)
        return tree.Sequence(tuple(self.items), self.span)


class _Builder:
    """Takes the events one by one; ``root`` is the tree so far."""

    def __init__(self, path: str, lines: Sequence[str]) -> None:
        self.root: tree.Node | None = None
        self.findings: list[Finding] = []
        self.lines = lines
        self._path = path
        self._stack: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> bool:
        """Add one event; false if the rest of the file is not worth reading."""
        match event:
            case yaml.DocumentStartEvent():
                return self._document(event)
            case yaml.AliasEvent():
                return self._alias(event)
            case yaml.ScalarEvent():
                self._refuse_extras(event)
                return self._count(event) and self._add(self._scalar(event))
            case yaml.CollectionStartEvent():
                self._refuse_extras(event)
                is_mapping = isinstance(event, yaml.MappingStartEvent)
                self._stack.append(_Open(self._span(event.start_mark), is_mapping))
                return self._count(event) and self._is_shallow(event)
            case yaml.CollectionEndEvent():
                return self._add(self._stack.pop().node())
        return True

    def _document(self, event: yaml.DocumentStartEvent) -> bool:
        self._documents += 1
        if self._documents == 1:
            return True
        self._find(
            "yaml.several-documents",
            event,
            "A second document begins here: a line `---` separates documents.",
            "Put it into a file of its own, or delete the line.",
        )
        return False

    def _alias(self, event: yaml.AliasEvent) -> bool:
        name = f"*{event.anchor}"
        self._find(
            "yaml.alias",
            event,
            f"{shown(name)} at the beginning of a text means an alias to YAML.",
            "Put a text that begins with `*` in quotes.",
        )
        span = self._span(event.start_mark)
        return self._add(tree.Scalar(name, span, (tree.Piece(name, span),)))

    def _refuse_extras(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._find(
                "yaml.alias",
                event,
                f"{shown('&' + event.anchor)} at the beginning of a text means an anchor to YAML.",
                "Put a text that begins with `&` in quotes.",
            )
        if (tag := getattr(event, "tag", None)) is not None:
            self._find(
                "yaml.tag",
                event,
                f"{shown(str(tag).replace(_STANDARD, '!!'))} is a YAML tag; documents do without.",
                "Delete it, or put a text that begins with `!` in quotes.",
            )

    def _count(self, event: yaml.Event) -> bool:
        self._nodes += 1
        if self._nodes <= MAXIMUM_NODES:
            return True
        message = f"The file has more than {MAXIMUM_NODES:,} values."
        self._find("yaml.too-large", event, message, "Is it the right file?")
        return False

    def _is_shallow(self, event: yaml.Event) -> bool:
        if len(self._stack) <= MAXIMUM_DEPTH:
            return True
        message = f"Values are nested more than {MAXIMUM_DEPTH} deep."
        self._find(
            "yaml.too-deep", event, message, "Is a bracket not closed, or a text not quoted?"
        )
        return False

    def _scalar(self, event: yaml.ScalarEvent) -> tree.Scalar:
        start: Any = event.start_mark
        end: Any = event.end_mark
        span = self._span(start)
        style = event.style or ""
        end_line = end.line + 1 if end.column else end.line
        if not style and event.value:
            self.findings.extend(_slips(self.lines, span, end.line + 1, end.column))
        self.findings.extend(
            forbidden(character, span)
            for character in dict.fromkeys(FORBIDDEN.findall(event.value))
        )
        parts = paragraphs(event.value, style, span, end_line, self.lines)
        return tree.Scalar(event.value, span, parts)

    def _add(self, node: tree.Node) -> bool:
        if not self._stack:
            self.root = node
            return True
        parent = self._stack[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.expects_key:
            parent.key = self._key(node, parent)
            parent.expects_key = False
        else:
            if parent.key is not None:
                key = parent.key
                parent.entries[key.value] = tree.Entry(key.value, key.span, node)
            parent.expects_key = True
        return True

    def _key(self, node: tree.Node, parent: _Open) -> tree.Scalar | None:
        """The name of a field, or ``None`` if this value cannot name one or names it again."""
        if not isinstance(node, tree.Scalar) or not node.value.strip():
            message = "Before the colon stands no name of a field."
            hint = "Write a field as `name: value`; put a text with special characters in quotes."
            self.findings.append(finding("yaml.syntax", node.span, message, hint))
            return None
        first = parent.entries.get(node.value)
        if first is None:
            return node
        message = f"{shown(node.value)} is given twice: first in line {first.key_span.line}."
        hint = "Keep one of them. If a new item was meant, begin it with `- `."
        self.findings.append(finding("yaml.duplicate-key", node.span, message, hint))
        return None

    def _span(self, mark: Any) -> Span:
        return Span(self._path, mark.line + 1, mark.column + 1)

    def _find(self, code: str, event: yaml.Event, message: str, hint: str) -> None:
        self.findings.append(finding(code, self._span(event.start_mark), message, hint))


def _slips(lines: Sequence[str], start: Span, end_line: int, end_column: int) -> Iterator[Finding]:
    """What YAML reads otherwise than the author of an unquoted text sees it."""
    for number in range(start.line + 1, end_line + 1):
        line = lines[number - 1].lstrip()
        if line.startswith("- "):
            column = len(lines[number - 1]) - len(line) + 1
            yield finding(
                "yaml.syntax",
                Span(start.path, number, column),
                "This line begins with `- ` but continues the text above: it stands too far right.",
                "Align the dash with the dashes above, or put the whole text in quotes.",
            )
    cut = _CUT.match(lines[end_line - 1], end_column)
    if cut:
        yield finding(
            "yaml.comment",
            Span(start.path, end_line, cut.end()),
            "The text ends here: after a space, `#` begins a comment, which is not printed.",
            "Put a text that contains ` #` in quotes. A comment is written `# ` with a space.",
        )
