"""What both readers produce: the texts of a page, block by block, in reading order."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

#: A footnote call or a sign of a style sheet inside of a text, between characters that no text may hold.
CALL = re.compile("\ue000[^\ue001]*\ue001")
CALL_MARKS = ("\ue000", "\ue001")
#: What only the engine knows: the number of a page with the dots before it, a counter, a quotation mark.
COUNTED = "\ue002"
#: The number of a page and of all pages, in what stands on every page.
PAGE_NUMBER, PAGE_TOTAL = "{page}", "{pages}"
_DELIMITERS = re.compile("[\ue000\ue001]")
#: White space and what only tells where a line may break or how a sign looks.
_LOOSE = re.compile("[\\s\u00ad\u200b\u2060\ufe0e\ufe0f]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A text that stands by itself: a paragraph, heading, cell, item or note.

    ``anchor`` is the address that it stands under, empty in the parts that have none; ``alt`` says that
    it describes a picture, ``cased`` that its letters are shown as capitals or otherwise than written.
    """

    text: str
    anchor: str = ""
    alt: bool = False
    cased: bool = False

    @property
    def printed(self) -> str:
        """The text with the numbers of footnotes, what style sheets add, and ``COUNTED``."""
        return _DELIMITERS.sub("", self.text)

    @property
    def shown(self) -> str:
        """The text as a reader sees it, but for what only the engine knows."""
        return self.printed.replace(COUNTED, "")

    @property
    def own(self) -> str:
        """The text without the calls of footnotes and what style sheets add."""
        return _DELIMITERS.sub("", CALL.sub("", self.text)).replace(COUNTED, "")


def tidy(text: str) -> str:
    """The text in the composed form of Unicode, each run of white space as one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def squeeze(text: str) -> str:
    """The text without any white space: lines of a PDF end where the author knows nothing of."""
    return _LOOSE.sub("", unicodedata.normalize("NFC", text))
