"""What the tests of this package share: reading a text as a document, and where a span points."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from toolkit.diagnostics import Finding, Result, Span
from toolkit.document.model import Document
from toolkit.source.reader import read_document, read_settings
from toolkit.source.settings import Settings

HERE = Path(__file__).parent
LANGUAGES = frozenset({"ru", "tk", "en"})
PATH = "documents/statement/2024-10-04-the-lake.yaml"

#: A statement without its body, which is the smallest document.
HEAD = "kind: statement\nlanguage: en\ndate: 2024-10-04\ntitle: The lake\n"


def read(text: str | bytes, path: str = PATH) -> Result[Document]:
    raw = text if isinstance(text, bytes) else text.encode()
    return read_document(raw, path, languages=LANGUAGES)


def read_body(body: str) -> Result[Document]:
    """A statement with this body; its first line is line 6 of the file."""
    return read(f"{HEAD}body:\n{body}")


def settings(text: str) -> Result[Settings]:
    return read_settings(text.encode(), "toolkit.yaml", languages=LANGUAGES)


def good(result: Result[Document]) -> Document:
    """The document of a result in which nothing was found."""
    assert result.findings == ()
    assert result.value is not None
    return result.value


def places(findings: Iterable[Finding]) -> list[str]:
    return [f"{item.span.line}:{item.span.column} {item.code}" for item in findings]


def at(text: str, span: Span) -> str:
    """What stands in the text from a span to the end of its line."""
    return text.split("\n")[span.line - 1][span.column - 1 :]


def is_inside(text: str, span: Span) -> bool:
    """Whether a span is a place of the text, or the text as a whole."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if span.line == 0:
        return span.column == 0
    return 1 <= span.line <= len(lines) and 1 <= span.column <= len(lines[span.line - 1]) + 1
