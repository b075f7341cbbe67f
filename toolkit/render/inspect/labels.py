"""What a PDF says of itself as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from toolkit.render.inspect.pdffile import open_pdf


@dataclass(frozen=True, slots=True)
class Labels:
    """What a PDF says of itself as a whole: its language, its title, and its ``dc:identifier``."""

    language: str
    title: str
    fingerprint: str


def read_labels(data: bytes) -> Labels:
    """Read what a PDF says of itself, each empty if it does not. Raises ``Unreadable``."""
    return open_pdf(data, _labels)


def _labels(reader: Any) -> Labels:
    root: Any = reader.root_object
    metadata = reader.xmp_metadata
    titles = (metadata.dc_title or {}) if metadata is not None else {}
    return Labels(
        language=str(root.get("/Lang", "")),
        title=next(iter(titles.values()), ""),
        fingerprint=(metadata.dc_identifier or "") if metadata is not None else "",
    )
