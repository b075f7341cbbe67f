"""What is known of words and of texts, remembered.

Texts are long, but have few words: a rule that asks something of every word asks it once of each.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Generic, Self, TypeVar, overload

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


class once(Generic[T]):
    """A property that is found out when it is first asked for, and kept with the value it is of.

    It is ``functools.cached_property`` without the lock that this has before Python 3.12, which takes
    longer than much of what is asked here.
    """

    def __init__(self, find: Callable[[Any], T]) -> None:
        self._find = find
        self.__doc__ = find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, thing: None, owner: type) -> Self: ...

    @overload
    def __get__(self, thing: object, owner: type) -> T: ...

    def __get__(self, thing: object | None, owner: type) -> Self | T:
        if thing is None:
            return self
        found: T = self._find(thing)
        thing.__dict__[self._name] = found
        return found


@lru_cache(maxsize=2048)
def pieces(text: str) -> tuple[str, ...]:
    """What stands between the spaces of a text, to be looked up in tables."""
    return tuple(text.split())
