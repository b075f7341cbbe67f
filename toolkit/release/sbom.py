"""The bill of materials of a release, ``sbom.cdx.json``: every part of the environment that made it.

The format is CycloneDX 1.6 (ECMA-424) as JSON. It leaves out what the format allows to leave out and
what is another each time, the serial number and the time, so the same environment gives the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

#: The file name of a bill of materials; tools know the format by its end.
SBOM = "sbom.cdx.json"
_SEPARATORS = re.compile(r"[-_.]+")


class Sort(StrEnum):
    """What a component is, in the words of the format."""

    APPLICATION = "application"
    LIBRARY = "library"
    PLATFORM = "platform"
    FILE = "file"


@dataclass(frozen=True)
class Component:
    """One part. ``purl`` is its package URL, if it has one; ``requires`` are references of others.

    ``expression`` is a licence in the terms of SPDX, ``licences`` are licences by whatever names a
    package gives them. ``sha256`` is for files. What is not known is empty.
    """

    sort: Sort
    name: str
    version: str = ""
    purl: str = ""
    expression: str = ""
    licences: tuple[str, ...] = ()
    sha256: str = ""
    requires: tuple[str, ...] = ()

    @property
    def reference(self) -> str:
        """What other parts of the bill call it."""
        return self.purl or f"{self.sort}:{self.name}"


@dataclass(frozen=True)
class Bill:
    """The program that made a release, and all that it was made with."""

    program: Component
    components: tuple[Component, ...]


def normal_name(name: str) -> str:
    """A name of the Python index as every tool spells it (the specification of names, PEP 503)."""
    return _SEPARATORS.sub("-", name).lower()


def python_purl(name: str, version: str) -> str:
    """The package URL of a Python package (the specification of package URLs, type ``pypi``)."""
    return f"pkg:pypi/{normal_name(name)}@{version}"


def write_sbom(bill: Bill) -> bytes:
    """The bill as UTF-8 JSON, the same bytes for the same parts in whatever order."""
    components = sorted(bill.components, key=lambda part: part.reference)
    value = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _component(bill.program)},
        "components": [_component(part) for part in components],
        "dependencies": _dependencies((bill.program, *components)),
    }
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _component(part: Component) -> dict[str, Any]:
    value: dict[str, Any] = {"type": part.sort.value, "bom-ref": part.reference, "name": part.name}
    if part.version:
        value["version"] = part.version
    if part.sha256:
        value["hashes"] = [{"alg": "SHA-256", "content": part.sha256}]
    if part.expression:
        value["licenses"] = [{"expression": part.expression}]
    elif part.licences:
        value["licenses"] = [{"license": {"name": name}} for name in sorted(part.licences)]
    if part.purl:
        value["purl"] = part.purl
    return value


def _dependencies(parts: Sequence[Component]) -> list[dict[str, Any]]:
    """Who needs whom; a reference to what is not in the bill would make it invalid."""
    known = {part.reference for part in parts}
    return [
        {"ref": part.reference, "dependsOn": sorted(known.intersection(part.requires))}
        for part in parts
    ]
