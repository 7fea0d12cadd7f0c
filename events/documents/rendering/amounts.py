"""Amounts and their units as documents carry them."""

from decimal import Decimal

from events.documents import shapes
from events.documents.rendering.records import texts
from events.models import Amount, Unit


def quantity(amount: Amount) -> shapes.Quantity:
    return {
        "value": number_or_none(amount.value),
        "low": number_or_none(amount.low),
        "high": number_or_none(amount.high),
        "unit": unit_record(amount.unit) if amount.unit else None,
        "qualifier": str(amount.qualifier),
    }


def unit_record(unit: Unit) -> shapes.Unit:
    multiple: shapes.Multiple | None = None
    if unit.base and unit.times is not None:
        multiple = {"of": unit.base.slug, "times": number(unit.times)}
    return {
        "slug": unit.slug,
        "name": texts(unit, "name"),
        "one": texts(unit, "one"),
        "currency": unit.currency or None,
        "multiple": multiple,
    }


def number_or_none(value: Decimal | None) -> float | None:
    return None if value is None else number(value)


def number(value: Decimal) -> float:
    """A JSON number, whole if the value is. Fifteen digits survive a float."""
    return int(value) if value == value.to_integral_value() else float(value)
