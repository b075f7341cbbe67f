"""What passes between the build and the processes that lay pages out: plain frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

#: Where pages pretend to live: no host can have this name (RFC 2606).
BASE_URL = "https://edition.invalid/"


@dataclass(frozen=True)
class Limits:
    """What one edition may cost: seconds of wall time, bytes of memory, number of pages."""

    seconds: float = 120.0
    memory: int = 3 * 1024**3
    pages: int = 2000


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True)
class PrintKit:
    """What every PDF of a build shares: the style sheet, and files it names (fonts) by address.

    ``patterns`` are the dictionaries of hyphenation that the rows of languages name and Pyphen does
    not have, by file name.
    """

    stylesheet: str
    resources: Mapping[str, bytes]
    patterns: Mapping[str, bytes] = field(default_factory=dict)
    limits: Limits = DEFAULT_LIMITS


@dataclass(frozen=True)
class Job:
    """One page to lay out: HTML, and the pictures it names by address below ``BASE_URL``."""

    html: str
    resources: Mapping[str, bytes]


@dataclass(frozen=True)
class Outcome:
    """What came of a job: a PDF and its page count, or the complaints that stand in its way.

    A complaint is a code and a sentence. With any complaint there is no PDF.
    """

    pdf: bytes = b""
    pages: int = 0
    complaints: tuple[tuple[str, str], ...] = ()
