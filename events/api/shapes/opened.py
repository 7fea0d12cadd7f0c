"""The shapes as they are published: open, so that a new member or value breaks no program.

Members may be added to every object, and values to every list of words, without notice. Tests hold
the answers to the closed shapes.
"""

from typing import Any

from events.api.shapes.terms import Schema

# A list of words to which some may be added: known to many generators, and only told by others.
EXTENSIBLE = "x-extensible-enum"


def opened(schema: Any) -> Any:
    """The same shape, open. What is a constant stays one: the kinds are told apart by it."""
    if isinstance(schema, list):
        return [opened(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found: Schema = {}
    for keyword, value in schema.items():
        if keyword == "additionalProperties" and value is False:
            continue
        if keyword == "enum" and all(isinstance(one, str) for one in value):
            found[EXTENSIBLE] = value
        elif keyword == "properties":
            found[keyword] = {name: opened(one) for name, one in value.items()}
        else:
            found[keyword] = opened(value)
    return found
