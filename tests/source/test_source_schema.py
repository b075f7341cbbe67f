"""The JSON Schema that editors use says what the reader says, as far as JSON Schema can."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.source.support import HERE
from toolkit.source.schema import document_schema, settings_schema

DOCUMENTS = sorted((HERE / "documents").glob("*.yaml"))
#: Cases whose only mistakes are those of a form, which JSON Schema can see.
WRONG = [
    "annex",
    "block-fields",
    "block-unknown",
    "block-without-dash",
    "field-missing",
    "field-mistyped",
    "field-of-another-kind",
    "field-shape",
    "field-value",
    "kind-missing",
    "kind-mistyped",
    "letter",
    "note-sources",
    "report-speaker",
    "text-long-form",
]


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: `yes` is a word, `true` is not, dates are texts."""


EditorLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in resolvers if tag.endswith((":int", ":float", ":null"))
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def loaded(path: Path) -> Any:
    text = path.read_text(encoding="utf-8").partition("---8<---")[0]
    return yaml.load(text, Loader=EditorLoader)


def errors(schema: dict[str, Any], value: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


def schemas(value: Any, trail: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema of a field, with the way to it."""
    if isinstance(value, dict):
        for name, field in value.get("properties", {}).items():
            yield f"{trail}.{name}", field
        for name, inner in value.items():
            yield from schemas(inner, f"{trail}.{name}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from schemas(inner, f"{trail}.{number}")


@pytest.mark.parametrize("make", [document_schema, settings_schema])
def test_it_is_a_schema(make: Any) -> None:
    Draft202012Validator.check_schema(make())


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_it_accepts_what_the_reader_accepts(path: Path) -> None:
    assert errors(document_schema(), loaded(path)) == []


@pytest.mark.parametrize("name", WRONG)
def test_it_refuses_what_the_reader_refuses(name: str) -> None:
    assert errors(document_schema(), loaded(HERE / "errors" / f"{name}.yaml"))


def test_a_text_may_look_like_a_number_and_an_optional_field_may_be_blank() -> None:
    value = loaded(HERE / "documents/statement.minimal.yaml")
    assert errors(document_schema(), value | {"title": 1.10, "subtitle": None, "body": [12]}) == []


def test_settings() -> None:
    good = {"languages": ["en"], "organisation": {"name": {"en": "Lake Watch"}}}
    assert errors(settings_schema(), good) == []
    assert errors(settings_schema(), {"languages": ["en"]})
    assert errors(settings_schema(), good | {"language": "en"})


@pytest.mark.parametrize("make", [document_schema, settings_schema])
def test_every_field_is_described_for_those_who_fill_it_in(make: Any) -> None:
    for trail, field in schemas(make()):
        if trail.endswith(".kind") and "const" in field:
            continue
        described = field.get("description", "")
        assert described.endswith((".", "`.", ")")) or "$ref" in field, trail


@pytest.mark.parametrize("make", [document_schema, settings_schema])
def test_no_definition_is_left_over_and_nothing_of_the_code_shows(make: Any) -> None:
    schema = make()
    text = json.dumps(schema)
    for name in schema["$defs"]:
        assert f'"#/$defs/{name}"' in text
    assert "$id" not in schema
    assert "toolkit.source" not in text
    assert "default" not in text


def test_examples_are_true() -> None:
    """What a description offers as an example fills in the field."""
    schema = document_schema()
    for trail, field in schemas(schema):
        for offered in field.get("examples", ()):
            assert errors({**field, "$defs": schema["$defs"]}, offered) == [], trail


def test_the_same_bytes_in_every_process() -> None:
    program = (
        "import json; from toolkit.source.schema import *; "
        "print(json.dumps([document_schema(), settings_schema()]))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(HERE.parents[1])},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
