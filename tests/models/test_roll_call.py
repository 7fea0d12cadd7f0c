"""The amount of a step: a number with a unit, or a correction of one before."""

from decimal import Decimal

import pytest

from events.models import RollCallStage
from tests.models.test_clean import complaints
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()
CORRECTION = (
    "Below zero, an amount is a correction of what came before: give its value, or both of its "
    "ends below zero."
)
EXCHANGED = "The low end is above the high one: exchange them, or correct one."
OUTSIDE = "The value lies outside of its low and high end: correct one of them."


def step(unit="EUR", **fields):
    numbers = {name: Decimal(number) for name, number in fields.items() if number != "pledged"}
    return RollCallStage(
        commitment=record.commitment(publish=False),
        actor=record.actor("france"),
        stage="announced",
        source=record.source(),
        unit=record.unit(unit) if unit else None,
        **{**fields, **numbers},
    )


@pytest.mark.parametrize(
    "amount",
    [
        {"value": "5"},
        {"high": "5"},
        {"low": "1", "value": "3", "high": "5"},
        {"low": "5", "high": "5"},
        {"value": "0"},
        {"value": "-5"},
        {"low": "-7", "high": "-3"},
        {"low": "-7", "value": "-5", "high": "-3"},
        {"value": "5", "form": "pledged"},
    ],
)
def test_an_amount(amount):
    assert complaints(step(**amount)) == {}


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ({"value": "5", "unit": ""}, {"unit": ["An amount needs its unit: “euros”, “soldiers”."]}),
        ({}, {"value": ["A unit needs the amount that it is the unit of."]}),
        ({"unit": "", "form": "pledged"}, {"form": ["There is no amount of which to say this."]}),
        ({"low": "9", "high": "5"}, {"high": [EXCHANGED]}),
        ({"low": "9", "value": "7", "high": "5"}, {"high": [EXCHANGED]}),
        ({"low": "3", "value": "2"}, {"value": [OUTSIDE]}),
        ({"low": "3", "value": "7", "high": "5"}, {"value": [OUTSIDE]}),
        ({"high": "-5"}, {"high": [CORRECTION]}),
        ({"low": "-5"}, {"low": [CORRECTION]}),
        ({"low": "-5", "high": "5"}, {"low": [CORRECTION]}),
        ({"value": "-5", "high": "5"}, {"value": [CORRECTION]}),
    ],
)
def test_what_is_none(amount, said):
    assert complaints(step(**amount)) == said
