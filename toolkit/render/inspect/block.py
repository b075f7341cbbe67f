"""What both readers produce: the texts of a page, block by block, in reading order."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

#: A footnote call inside of a text, between characters that no text may hold.
CALL = re.compile("\ue000[^\ue001]*\ue001")
CALL_MARKS = ("\ue000", "\ue001")
#: The dots and the page number that a line of the table of contents ends with on paper.
LEADER = "\ue002"
_DELIMITERS = re.compile("[\ue000\ue001]")
#: White space and what only tells where a line may break or how a sign looks.
_LOOSE = re.compile("[\\s\u00ad\u200b\u2060\ufe0e\ufe0f]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A text that stands by itself: a paragraph, heading, cell, item or note.

    ``anchor`` is the address that it stands under, empty in the parts that have none; ``alt`` says that
    it describes a picture.
    """

    text: str
    anchor: str = ""
    alt: bool = False

    @property
    def shown(self) -> str:
        """The text as a reader sees it, with the numbers of footnotes."""
        return _DELIMITERS.sub("", self.text).replace(LEADER, "")

    @property
    def own(self) -> str:
        """The text without the calls of footnotes."""
        return CALL.sub("", self.text).replace(LEADER, "")


def tidy(text: str) -> str:
    """The text in the composed form of Unicode, each run of white space as one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def squeeze(text: str) -> str:
    """The text without any white space: lines of a PDF end where the author knows nothing of."""
    return _LOOSE.sub("", unicodedata.normalize("NFC", text))
