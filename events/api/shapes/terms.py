"""The words in which shapes are written (JSON Schema 2020-12)."""

from typing import Any

Schema = dict[str, Any]

STRING: Schema = {"type": "string"}
BOOLEAN: Schema = {"type": "boolean"}
WHOLE: Schema = {"type": "integer"}
SLUG: Schema = {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"}
UUID: Schema = {"type": "string", "format": "uuid"}
ADDRESS: Schema = {"type": "string", "format": "uri"}
DAY: Schema = {"type": "string", "format": "date"}
TIME: Schema = {"type": "string", "format": "date-time"}
COUNTRY: Schema = {
    "type": "string",
    "pattern": "^[A-Z]{2}$",
    "description": "ISO 3166-1 alpha-2",
}


def one_of(values: Any) -> Schema:
    return {"type": "string", "enum": list(getattr(values, "values", values))}


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


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


def page_of(name: str) -> Schema:
    return closed(
        "A page of a list. `next` and `previous` are the addresses of the pages around it.",
        next=or_null(ADDRESS),
        previous=or_null(ADDRESS),
        results=array(ref(name)),
    )


TEXT = ref("Text")
AMOUNT = or_null({"type": "number"})
