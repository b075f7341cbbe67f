"""The forms as JSON Schema (draft 2020-12), which lets an editor complete and check a file.

An editor reads YAML's numbers as numbers where the toolkit reads what was typed, so texts accept both;
it reads a field that is left blank as null, so optional fields accept that.
"""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core.core_schema import WithDefaultSchema

from toolkit.source.forms.base import Form
from toolkit.source.forms.kinds import KINDS
from toolkit.source.forms.register import RegisterForm
from toolkit.source.forms.settings import SettingsForm

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Generator(GenerateJsonSchema):
    """Without titles for fields and defaults: an editor shows the name and the description."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def document_schema() -> dict[str, Any]:
    """The schema of a document: the field `kind` decides which form the other fields fill in."""
    references, definitions = _definitions(*KINDS.values())
    kinds = [kind.value for kind in KINDS]
    return {
        "$schema": DIALECT,
        "title": "Document",
        "description": "A statement, open letter, report or interview.",
        "type": "object",
        "required": ["kind"],
        "properties": {
            "kind": {"description": "What sort of document this is.", "enum": kinds},
        },
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": kind.value}}, "required": ["kind"]},
                "then": references[form],
            }
            for kind, form in KINDS.items()
        ],
        "$defs": definitions,
    }


def settings_schema() -> dict[str, Any]:
    """The schema of the settings, ``toolkit.yaml``."""
    _, definitions = _definitions(SettingsForm)
    settings = definitions.pop(SettingsForm.__name__)
    return {"$schema": DIALECT, **settings, "title": "Settings", "$defs": definitions}


def register_schema() -> dict[str, Any]:
    """The schema of the register of names, ``documents/register.yaml``."""
    _, definitions = _definitions(RegisterForm)
    register = definitions.pop(RegisterForm.__name__)
    return {"$schema": DIALECT, **register, "title": "Register", "$defs": definitions}


def _definitions(*forms: type[Form]) -> tuple[dict[type[Form], Any], dict[str, Any]]:
    references, schema = models_json_schema(
        [(form, "validation") for form in forms], schema_generator=_Generator
    )
    by_form: dict[type[Form], Any] = {form: references[form, "validation"] for form in forms}
    definitions: dict[str, Any] = schema["$defs"]
    return by_form, dict(sorted(definitions.items()))
