"""The words in which shapes are written (JSON Schema 2020-12)."""

from typing import Any

Schema = dict[str, Any]

STRING: Schema = {"type": "string"}
BOOLEAN: Schema = {"type": "boolean"}
WHOLE: Schema = {"type": "integer"}
NUMBER: Schema = {"type": "number"}


def one_of(values: Any) -> Schema:
    return {"type": "string", "enum": list(getattr(values, "values", values))}


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def or_null(*schemas: Schema) -> Schema:
    return {"anyOf": [*schemas, {"type": "null"}]}


def array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def closed(about: str, optional: tuple[str, ...] = (), /, **members: Schema) -> Schema:
    """An object that has these members, all but the optional ones always, and no others."""
    return {
        "type": "object",
        "description": about,
        "properties": members,
        "required": [name for name in members if name not in optional],
        "additionalProperties": False,
    }
