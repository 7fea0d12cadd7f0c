"""Schemas made from the types of documents (`events.documents.shapes`)."""

from collections.abc import Iterator, Mapping
from inspect import cleandoc
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints

from events.api.shapes.terms import Schema, array, closed, one_of, or_null, ref
from events.documents.shapes import Form, OneOf, Texts

PLAIN: Mapping[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
}


def closed_to(*types: Any) -> Schema:
    """The object that a typed dictionary describes, closed, with the members of further ones."""
    members: dict[str, Schema] = {}
    optional: set[str] = set()
    for typed in types:
        members |= members_of(typed)
        optional |= typed.__optional_keys__
    return closed(" ".join(cleandoc(types[0].__doc__).split()), tuple(optional), **members)


def members_of(typed: Any) -> dict[str, Schema]:
    """The schema of each member of a typed dictionary, with its description."""
    hints = get_type_hints(typed, include_extras=True)
    return {name: schema_of(hint) for name, hint in hints.items()}


def schema_of(hint: Any) -> Schema:
    """The schema of a type; for another typed dictionary, a reference to it by name."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return schema_of(arguments[0]) | dict(_said(arguments[1:]))
    if origin is NotRequired:
        return schema_of(arguments[0])
    if origin in (Union, UnionType):
        [known] = [argument for argument in arguments if argument is not NoneType]
        return or_null(schema_of(known))
    if origin is list:
        return array(schema_of(arguments[0]))
    if origin is Literal:
        return one_of(arguments) if len(arguments) > 1 else PLAIN[str] | {"const": arguments[0]}
    if hint == Texts:
        return ref("Text")
    return PLAIN[hint] if hint in PLAIN else ref(hint.__name__)


def _said(metadata: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    """Keywords from what a type is annotated with: a form, a closed list, a line about it."""
    for said in metadata:
        if isinstance(said, Form):
            for keyword, value in vars(said).items():
                if value:
                    yield keyword, list(value) if isinstance(value, tuple) else value
        elif isinstance(said, OneOf):
            yield "enum", list(said.choices.values)
        else:
            yield "description", said
