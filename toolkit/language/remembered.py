"""What is known of single words, remembered for as long as a command runs.

Texts are long, but have few words: a rule that asks something of every word asks it once of each.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Remembered(dict[str, T]):
    """What ``find`` says of words, as a table: ``map(table.__getitem__, words)`` looks all of them up.

    Only the text of a word may decide. With ``most`` words the table begins anew.
    """

    def __init__(self, find: Callable[[str], T], most: int = 65536) -> None:
        super().__init__()
        self._find = find
        self._most = most

    def __missing__(self, word: str) -> T:
        if len(self) >= self._most:
            self.clear()
        found = self[word] = self._find(word)
        return found
