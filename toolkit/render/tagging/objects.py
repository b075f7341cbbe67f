"""The structure of a document as objects of its PDF (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pydyf

from toolkit.render.tagging.tree import Hotspot, Mark, Node, Structure

#: Property list of what is printed but not part of the text (ISO 32000-1, 14.8.2.2).
_ARTIFACT = pydyf.Dictionary({"Type": "/Pagination"})


def write_structure(pdf: Any, structure: Structure, streams: Sequence[Any]) -> None:
    """Put the structure into ``pdf``, whose pages have the content ``streams``."""
    for page, mcids in structure.artifacts.items():
        _unmark(streams[page], mcids)
    _Writer(pdf, streams).write(structure)
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    pdf.catalog["PageLabels"] = pydyf.Dictionary(
        {"Nums": pydyf.Array(_labels(structure.numbered, len(streams)))}
    )


def _labels(numbered: set[int], pages: int) -> list[object]:
    """Ranges of page labels: the number that a page is printed with, nothing where none is."""
    found: list[object] = []
    for page in range(pages):
        if page and (page in numbered) == (page - 1 in numbered):
            continue
        label: dict[str, object] = {"S": "/D", "St": page + 1} if page in numbered else {}
        found += [page, pydyf.Dictionary(label)]
    return found


def _unmark(stream: Any, mcids: set[int]) -> None:
    """Make artifacts of some marked contents of a page."""
    operators = stream.stream
    for place, operator in enumerate(operators):
        if operator == b"BDC" and operators[place - 1].get("MCID") in mcids:
            operators[place - 2 : place] = ["/Artifact", _ARTIFACT]


class _Writer:
    def __init__(self, pdf: Any, streams: Sequence[Any]) -> None:
        self._pdf = pdf
        self._owners: list[dict[int, bytes]] = [{} for _ in streams]
        self._annotations: list[tuple[Any, bytes]] = []
        self._ids: dict[str, bytes] = {}

    def write(self, structure: Structure) -> None:
        parents = pydyf.Dictionary({})
        root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self._pdf.add_object(parents)
        self._pdf.add_object(root)
        root["ParentTree"] = parents.reference
        root["K"] = pydyf.Array([self._element(structure.document, root.reference)])
        parents["Nums"] = pydyf.Array(self._numbers())
        root["ParentTreeNextKey"] = len(self._owners) + len(self._annotations)
        if self._ids:
            names = [
                part
                for id, reference in sorted(self._ids.items())
                for part in (pydyf.String(id), reference)
            ]
            root["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array(names)})
        self._pdf.catalog["StructTreeRoot"] = root.reference

    def _element(self, node: Node, parent: bytes) -> bytes:
        element = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{node.role}", "P": parent})
        self._pdf.add_object(element)
        page = next((kid.page for kid in node.kids if not isinstance(kid, Node)), None)
        if page is not None:
            element["Pg"] = self._pdf.page_references[page]
        for name, words in (
            ("Lang", node.language),
            ("Alt", node.alt),
            ("ActualText", node.actual),
        ):
            if words:
                element[name] = pydyf.String(words)
        if node.id and node.role == "Note":
            element["ID"] = pydyf.String(node.id)
            self._ids[node.id] = element.reference
        if node.attributes:
            values = {
                name: pydyf.Array(value) if isinstance(value, tuple) else value
                for name, value in node.attributes.items()
            }
            element["A"] = pydyf.Dictionary({"O": f"/{node.owner}", **values})
        element["K"] = pydyf.Array(self._kid(kid, element.reference, page) for kid in node.kids)
        return bytes(element.reference)

    def _kid(self, kid: Node | Mark | Hotspot, element: bytes, page: int | None) -> object:
        if isinstance(kid, Node):
            return self._element(kid, element)
        here: Mapping[str, object] = {"Pg": self._pdf.page_references[kid.page]}
        if isinstance(kid, Hotspot):
            if kid.words:
                kid.annotation["Contents"] = pydyf.String(kid.words)
            self._annotations.append((kid.annotation, element))
            return pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.annotation.reference, **here})
        self._owners[kid.page][kid.mcid] = element
        if kid.page == page:
            return kid.mcid
        return pydyf.Dictionary({"Type": "/MCR", "MCID": kid.mcid, **here})

    def _numbers(self) -> list[object]:
        """Which element each mark of each page belongs to, and each annotation after them."""
        found: list[object] = []
        for page, owners in enumerate(self._owners):
            count = max(owners, default=-1) + 1
            found += [page, pydyf.Array(owners.get(mcid, "null") for mcid in range(count))]
        for key, (annotation, element) in enumerate(self._annotations, start=len(self._owners)):
            annotation["StructParent"] = key
            found += [key, element]
        return found
