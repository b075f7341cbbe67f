"""The judge of bills of materials: the JSON Schema of CycloneDX itself, and what no schema can say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from jsonschema import Draft7Validator
from referencing import Registry, Resource

_SCHEMAS = Path(__file__).parent / "cyclonedx"


@cache
def _validator() -> Draft7Validator:
    schemas = {path.name: json.loads(path.read_text("utf-8")) for path in _SCHEMAS.glob("*.json")}
    bill = next(schema for name, schema in schemas.items() if name.startswith("bom-"))
    # The schemas call one another by the names of their files.
    registry: Registry[Any] = Registry().with_resources(
        (urljoin(bill["$id"], name), Resource.from_contents(schema))
        for name, schema in schemas.items()
    )
    return Draft7Validator(bill, registry=registry)


def complaints(raw: bytes) -> Iterator[str]:
    """What is wrong with a bill of materials; nothing, if it is valid."""
    bill = json.loads(raw)
    yield from (error.message for error in _validator().iter_errors(bill))
    parts = [bill["metadata"]["component"], *bill["components"]]
    references = [part["bom-ref"] for part in parts]
    yield from (f"{one} is there twice" for one in references if references.count(one) > 1)
    for line in bill["dependencies"]:
        for one in (line["ref"], *line["dependsOn"]):
            if one not in references:
                yield f"{one} is not in the bill"
