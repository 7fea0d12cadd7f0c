"""Amounts and their units."""

from typing import Annotated, TypedDict

from events.documents.shapes.values import Form, OneOf, Slug, Texts
from events.vocabulary import Qualifier

Currency = Annotated[str, Form(pattern="^[A-Z]{3}$", description="ISO 4217")]


class Multiple(TypedDict):
    """What a unit is a multiple of, so that amounts in both add up."""

    of: Annotated[Slug, "The short name of the other unit."]
    times: Annotated[float, "How many of those it is."]


class Unit(TypedDict):
    """In what an amount is counted."""

    slug: Annotated[Slug, "Its short name."]
    name: Annotated[Texts, "What it is called after a number."]
    one: Annotated[Texts, "What it is called after the number 1; empty where that is the same."]
    currency: Annotated[Currency | None, "Its currency; null where it is no money."]
    multiple: Annotated[Multiple | None, "What it is a multiple of; null for a unit of its own."]


class Quantity(TypedDict):
    """A number as a source gives it: a value, bounds, or both. It may be below zero."""

    value: Annotated[float | None, "The best value; null where only bounds are reported."]
    low: Annotated[float | None, "The lower bound; null where none is reported."]
    high: Annotated[float | None, "The upper bound; null where none is reported."]
    unit: Annotated[Unit | None, "The unit of the numbers; null for a plain count."]
    qualifier: Annotated[str, OneOf(Qualifier), "How firmly the source gives the value."]
