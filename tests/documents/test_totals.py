"""What the amounts of a roll call come to."""

from events.documents.totals import totals
from events.documents.upgrading.shape_3.units import unit
from tests.rolls import call, day, row


def amount(value, written="EUR", form="pledged", low=None, high=None):
    return {
        "value": value,
        "low": low,
        "high": high,
        "unit": unit(written, ("en",)),
        "qualifier": "exactly",
        "form": form,
    }


def summed(called, text):
    found = totals(called.lines(day(text)), day(text))
    return [(t.form, t.unit["slug"], t.value, t.low, t.high, t.number) for t in found]


def test_amounts_add_up_whatever_the_unit_and_corrections_count():
    called = call(
        row("france", "announced", "2025-01-10", amount=amount(2_000_000_000)),
        row("france", "signed", "2025-02-10", amount=amount(2, "billion EUR")),
        row("france", "signed", "2025-03-10", amount=amount(-30_339_000)),
        row("germany", "announced", "2025-01-10", amount=amount(0.002645, "bn EUR")),
        row("japan", "announced", "2025-01-10", amount=amount(1_700_000_000_000, "JPY")),
        row("france", "delivered-in-part", "2025-04-01", amount=amount(5, form="delivered")),
        row("italy", "announced", "2025-01-10", amount=amount(None, high=3_000, low=1_000)),
        row("spain", "announced", "2025-01-10", amount=amount(7)),
        row("spain", "withdrawn", "2025-02-01"),
    )

    assert summed(called, "2025-12-31") == [
        ("pledged", "EUR", 1_972_307_000, 1_972_307_000, 1_972_309_000, 4),
        ("delivered", "EUR", 5, 5, 5, 1),
        ("pledged", "JPY", 1_700_000_000_000, 1_700_000_000_000, 1_700_000_000_000, 1),
    ]
    assert summed(called, "2025-01-20")[0][2] == 2_000_000_000 + 2_645_000 + 1_000 + 7


def test_amounts_in_units_that_do_not_add_up_stand_beside_each_other():
    called = call(
        row("france", "announced", "2025-01-10", amount=amount(10, "tanks")),
        row("france", "announced", "2025-02-10", amount=amount(5, "million EUR")),
        row("france", "signed", "2025-03-10", amount=amount(8, "tanks")),
    )

    assert summed(called, "2025-12-31") == [
        ("pledged", "million-EUR", 5, 5, 5, 1),
        ("pledged", "tanks", 8, 8, 8, 1),
    ]


def test_a_sum_is_in_the_smallest_unit_that_is_used():
    called = call(
        row("france", "announced", "2025-01-10", amount=amount(2.5, "billion EUR")),
        row("germany", "announced", "2025-01-10", amount=amount(500, "million EUR")),
    )

    assert summed(called, "2025-12-31") == [("pledged", "million-EUR", 3000, 3000, 3000, 2)]
