"""Every example of the documentation can be read just as it stands, and every mistake is one."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.docs.examples import PAGES, Example, document, examples, findings, name_of, page_text
from toolkit.diagnostics.formats import human
from toolkit.source.schema import document_schema, register_schema, settings_schema

SCHEMAS = {"settings": settings_schema, "register": register_schema}
FORMS = {"document", "body", "fields", *SCHEMAS}
YAML = [example for example in examples("yaml") if example.form in FORMS]
RIGHT = [example for example in YAML if not example.wrong]
WRONG = [example for example in YAML if example.wrong]


@pytest.mark.parametrize("example", RIGHT, ids=str)
def test_an_example_is_read_without_findings(example: Example) -> None:
    assert human(findings(example), colour=False) == ""


@pytest.mark.parametrize("example", WRONG, ids=str)
def test_a_wrong_example_has_a_finding(example: Example) -> None:
    assert findings(example)


@pytest.mark.parametrize("example", RIGHT, ids=str)
def test_an_editor_accepts_an_example(example: Example) -> None:
    own_file = example.form in SCHEMAS
    raw = example.text.encode() if own_file else document(example)[1]
    errors = validator(example.form).iter_errors(
        yaml.load(raw, Loader=yaml.BaseLoader)
    )  # values as typed
    assert [error.message for error in errors] == []


@cache
def validator(form: str) -> Draft202012Validator:
    schema = SCHEMAS.get(form, document_schema)()
    return Draft202012Validator(json.loads(json.dumps(schema)))


def test_every_yaml_example_says_what_it_is() -> None:
    """Otherwise it would not be tested. Hooks and single lines for an editor are other files."""
    silent = [example for example in examples("yaml") if example.form not in {*FORMS, "hooks"}]
    assert [str(e) for e in silent if not e.text.startswith("# yaml-language-server:")] == []


def test_there_are_examples_of_every_sort() -> None:
    forms = {(example.form, example.wrong) for example in YAML}
    assert forms >= {
        ("document", False), ("body", False), ("fields", False), ("settings", False), ("body", True)
    }  # fmt: skip


def names(schema: dict[str, Any]) -> set[str]:
    """The names of all fields that a schema knows, at any depth."""
    found = set()
    stack: list[Any] = [schema]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            found |= set(node.get("properties", {}))
            stack.extend(node.values())
        elif isinstance(node, list):
            stack.extend(node)
    return found


@pytest.mark.parametrize("name", sorted(names(document_schema())))
def test_every_field_and_block_is_explained_to_staff(name: str) -> None:
    assert re.search(f"`{name}[`:]", staff())


@pytest.mark.parametrize("name", sorted(names(document_schema())))
def test_every_field_and_block_stands_in_an_example(name: str) -> None:
    shown = "".join(example.text for example in RIGHT if example.page == "docs/staff.md")
    assert f"{name}:" in shown


@pytest.mark.parametrize("name", sorted(names(settings_schema()) | names(register_schema())))
def test_every_setting_is_explained(name: str) -> None:
    assert any(f"`{name}`" in page_text(page) for page in PAGES)


def staff() -> str:
    (page,) = (page for page in PAGES if name_of(page) == "docs/staff.md")
    return page_text(page)
