"""Units after a number, and amounts in the unit in which they add up."""

import pytest
from django.utils.translation import override

from events.documents.upgrading.shape_3.units import unit
from events.presenting.parts.units import InBase, in_base, unit_worded


def amount(written, value=None, low=None, high=None):
    numbers = {"value": value, "low": low, "high": high}
    return {**numbers, "unit": unit(written, ("en", "de")), "qualifier": "exactly"}


@pytest.mark.parametrize(
    ("given", "english", "german"),
    [
        (amount("EUR", 5), "euros", "Euro"),
        (amount("EUR", 1), "euro", "Euro"),
        (amount("million EUR", 1), "million euros", "Million Euro"),
        (amount("million EUR", 1.5), "million euros", "Millionen Euro"),
        (amount("soldiers", 1), "soldier", "Soldat"),
        (amount("soldiers", 1, high=3), "soldiers", "Soldaten"),
        (amount("soldiers", high=1), "soldier", "Soldat"),
        (amount("soldiers", 0), "soldiers", "Soldaten"),
        (amount("soldiers", -1), "soldiers", "Soldaten"),
        (amount(None, 1), "", ""),
    ],
)
def test_a_unit_after_a_number(given, english, german):
    assert unit_worded(given) == english
    with override("de"):
        assert unit_worded(given) == german


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (amount("EUR", 2), InBase("EUR", 2, None, None)),
        (amount("billion EUR", 2), InBase("EUR", 2_000_000_000, None, None)),
        (amount("bn EUR", 0.002645), InBase("EUR", 2_645_000, None, None)),
        (amount("million EUR", low=1.1, high=3), InBase("EUR", None, 1_100_000, 3_000_000)),
        (amount(None, 2), InBase("", 2, None, None)),
    ],
)
def test_amounts_of_multiples_add_up(given, found):
    assert in_base(given) == found
