"""Schemas are made from types: what a member is, whether it may be null, what is said of it."""

from typing import Annotated, Any, Literal, NotRequired, TypedDict

import pytest

from events.api.shapes import SHAPES, revision_of
from events.api.shapes.documents import entries
from events.api.shapes.typed import closed_to, schema_of
from events.documents.shapes import SHAPE, Country, Edtf, OneOf, Slug, Texts
from events.vocabulary import Stance


class Inner(TypedDict):
    """Inside of
    something else."""

    number: Annotated[int, "How many."]


class Outer(TypedDict):
    """Whatever it is."""

    inner: Annotated[Inner | None, "What is inside; null for nothing."]
    more: NotRequired[Annotated[list[Inner], "What else is."]]


class Added(TypedDict):
    """What comes to it."""

    yes: Annotated[bool, "Whether it does."]


@pytest.mark.parametrize(
    ("hint", "schema"),
    [
        (str, {"type": "string"}),
        (bool, {"type": "boolean"}),
        (int, {"type": "integer"}),
        (float, {"type": "number"}),
        (Texts, {"$ref": "#/components/schemas/Text"}),
        (Inner, {"$ref": "#/components/schemas/Inner"}),
        (list[Inner], {"type": "array", "items": {"$ref": "#/components/schemas/Inner"}}),
        (Slug, {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"}),
        (
            Edtf,
            {"type": "string", "description": "EDTF (ISO 8601-2)", "examples": ["2025-09"]},
        ),
        (float | None, {"anyOf": [{"type": "number"}, {"type": "null"}]}),
        (Literal["one"], {"type": "string", "const": "one"}),
        (Literal["one", "two"], {"type": "string", "enum": ["one", "two"]}),
        (
            Annotated[str, OneOf(Stance), "Where it stands."],
            {"type": "string", "enum": Stance.values, "description": "Where it stands."},
        ),
        (
            Annotated[Country | None, "Its own; null for none."],
            {
                "anyOf": [
                    {
                        "type": "string",
                        "pattern": "^[A-Z]{2}$",
                        "description": "ISO 3166-1 alpha-2",
                    },
                    {"type": "null"},
                ],
                "description": "Its own; null for none.",
            },
        ),
    ],
)
def test_the_schema_of_a_type(hint: Any, schema: dict[str, object]) -> None:
    assert schema_of(hint) == schema


def test_a_typed_dictionary_is_an_object_that_is_closed() -> None:
    assert closed_to(Inner) == {
        "type": "object",
        "description": "Inside of something else.",
        "properties": {"number": {"type": "integer", "description": "How many."}},
        "required": ["number"],
        "additionalProperties": False,
    }


def test_several_are_one_object() -> None:
    found = closed_to(Outer, Added)
    assert found["description"] == "Whatever it is."
    assert list(found["properties"]) == ["inner", "more", "yes"]
    assert found["required"] == ["inner", "yes"]
    assert found["properties"]["more"] == {
        "type": "array",
        "items": {"$ref": "#/components/schemas/Inner"},
        "description": "What else is.",
    }


def test_another_shape_is_another_revision() -> None:
    """It is part of every ETag: what is cached of an older shape is not good any more."""
    assert revision_of(SHAPES | entries(SHAPE)) == revision_of(SHAPES)
    assert revision_of(SHAPES | entries(SHAPE + 1)) != revision_of(SHAPES)
