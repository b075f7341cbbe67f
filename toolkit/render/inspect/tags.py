"""The tags of a PDF: its marked content in the order in which it is read (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from toolkit.render.inspect.painting import Unreadable

#: Deeper than the tags of any document; a ring of tags would have no end.
_DEEPEST = 200


@dataclass(frozen=True, slots=True)
class Leaf:
    """Marked content of a page in reading order, or the description of a picture (``alt``).

    ``tags`` are the names of the elements around it, ``element`` tells the innermost block apart.
    """

    tags: tuple[str, ...]
    element: int
    page: int = 0
    mcid: int = -1
    alt: str = ""


def read_tags(tree: Any, numbers: Mapping[int, int]) -> Iterator[Leaf]:
    """The leaves of a tree of tags. ``numbers`` are the pages by the numbers of their objects.

    Raises ``Unreadable`` for a tree that has no end.
    """
    counter = count()
    met: set[int] = set()

    def visit(kid: Any, tags: tuple[str, ...], block: int, page: int) -> Iterator[Leaf]:
        number = getattr(kid, "idnum", None)
        if number is not None:
            if number in met:
                # Tags that go in a circle; each stands in one place only (14.7.2).
                raise Unreadable("a tag stands in two places")
            met.add(number)
        kid = kid.get_object() if hasattr(kid, "get_object") else kid
        if len(tags) > _DEEPEST:
            raise Unreadable("the tags are nested too deeply")
        if isinstance(kid, list):
            for item in list(kid):
                yield from visit(item, tags, block, page)
        elif isinstance(kid, int):
            yield Leaf(tags, block, page, int(kid))
        elif isinstance(kid, dict):
            if "/Pg" in kid:
                page = numbers.get(getattr(_raw(kid, "/Pg"), "idnum", -1), page)
            if kid.get("/Type") == "/MCR":
                yield Leaf(tags, block, page, int(str(kid["/MCID"])))
            elif "/S" in kid:
                inner = (*tags, str(kid["/S"]).lstrip("/"))
                if inner[-1] not in {"Span", "Link", "Em", "Strong", "Quote"}:
                    block = next(counter)
                if inner[-1] == "Figure" and kid.get("/Alt"):
                    yield Leaf(inner, block, page, alt=str(kid["/Alt"]))
                yield from visit(_raw(kid, "/K"), inner, block, page)

    yield from visit(_raw(tree, "/K"), (), 0, 0)


def _raw(given: Any, key: str) -> Any:
    """A value as it stands in the file, where it may be the number of an object."""
    return given.raw_get(key) if key in given else []
