"""Whether a picture is described for those who cannot see it, in the source and in each translation.

Validators ask only that there be a description. One that repeats the file name, or says no more than
that there is a picture, is none (WCAG 2.2, success criterion 1.1.1, failure F30); nor is the caption.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.diagnostics import Finding, Span, finding
from toolkit.document.inline import plain
from toolkit.document.model import Chart, Document, Figure, Text
from toolkit.document.walk import blocks
from toolkit.language import get
from toolkit.translation.catalog import Catalog, lookup

_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|svg|gif|webp|tiff?|bmp|heic)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_HINT = "say in a sentence what there is to see"


def check_source(document: Document) -> Iterator[Finding]:
    """What is wrong with the descriptions that the author wrote."""
    for block in _pictures(document):
        caption = block.caption.value if block.caption else ""
        problem = _problem(block.alt.value, caption, _name(block), document.language)
        if problem:
            yield finding("image.alt", block.alt.span, problem, _HINT)


def check_translation(document: Document, catalog: Catalog, language: str) -> Iterator[Finding]:
    """What is wrong with the finished translations of the descriptions.

    A translation that repeats the caption as its source does is a finding of the source.
    """
    entries = lookup(catalog)

    def translated(text: Text | None) -> tuple[str, Span] | None:
        entry = entries.get((text.context, text.value)) if text else None
        return (entry.msgstr[0], catalog.span(entry)) if entry and entry.translated else None

    for block in _pictures(document):
        alt, caption = translated(block.alt), translated(block.caption)
        if alt is None:
            continue
        problem = _problem(alt[0], caption[0] if caption else "", _name(block), language)
        if problem:
            yield finding("image.alt", alt[1], problem, _HINT)


def _pictures(document: Document) -> Iterator[Figure | Chart]:
    for block in blocks(document):
        if isinstance(block, Figure | Chart):
            yield block


def _name(block: Figure | Chart) -> str:
    return block.image if isinstance(block, Figure) else ""


def _problem(alt: str, caption: str, name: str, language: str) -> str:
    said = plain(alt).strip()
    words = _WORD.findall(said.casefold())
    stem = name.rpartition("/")[2].rpartition(".")[0]
    if _FILE_NAME.fullmatch(said) or (stem and words == _WORD.findall(stem.casefold())):
        return "the description of a picture is the name of its file"
    if not words or set(words) <= get(language).picture_words:
        return "the description of a picture says no more than that there is one"
    if caption and words == _WORD.findall(plain(caption).casefold()):
        return "the description of a picture repeats its caption, and says it twice to those who hear it"
    return ""
