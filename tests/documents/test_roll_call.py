"""Who counts as what on which day: pure functions of a document."""

from datetime import date
from typing import Any

import pytest

from events import dates
from events.documents.roll_call import RollCall, counted
from events.documents.totals import totals
from events.documents.upgrading.shape_3.units import unit

NOBODY = {"named": 0, "confirmed": 0, "declined": 0, "left": 0}


def day(text):
    return date.fromisoformat(text)


def dated(edtf):
    return {"edtf": dates.parse(edtf).edtf} if edtf else None


def row(actor, stage=None, when="", domain=None, source="report", amount=None):
    return {
        "actor": actor,
        "stage": stage,
        "date": dated(when),
        "source": source,
        "locator": "",
        "domain": domain,
        "amount": amount,
        "quote": "",
        "note": {},
    }


def call(*rows, made="2025-09-04", published="2025-09-05"):
    report: Any = {"slug": "report", "published_on": published}
    return RollCall(rows, dated(made), [report])


def on(called, text, reported=None):
    said: Any = {"reported": reported, "reported_low": None, "reported_high": None}
    found = counted(called.lines(day(text)), day(text), said)
    return {
        name: number
        for name, number in found.items()
        if name not in ("on", "reported", "reported_low", "reported_high")
        and number not in (0, None, NOBODY)
    }


def standings(called, text):
    return {
        (line.actor, line.domain) if line.domain else line.actor: line.standing
        or {one for one in line.readings if one}
        for line in called.lines(day(text))
    }


def test_the_counts_of_a_newspaper():
    named = [row(f"n{number}") for number in range(9)]
    spoken = [row(f"c{number}", "announced", "2025-09-04") for number in range(6)]
    no = [row(f"d{number}", "declined", "2025-09-04") for number in range(2)]

    assert on(call(*named, *spoken, *no), "2025-10-01", 26) == {
        "named": 15,
        "confirmed": 6,
        "declined": 2,
        "unknown": 11,
    }


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("1974-09-26", {}),
        ("1974-09-27", {"named": 2, "confirmed": 2}),
        ("1990-10-02", {"named": 2, "confirmed": 2}),
        ("1990-10-03", {"named": 1, "confirmed": 1, "left": 1}),
        ("2026-11-26", {"named": 1, "confirmed": 1, "left": 1}),
    ],
)
def test_the_end_of_one_party_is_not_that_of_another(when, found):
    """The GDR acceded on 27 September 1974 and was out on 3 October 1990."""
    convention = call(
        row("gdr", "approved", "1974-09-27"),
        row("gdr", "ended", "1990-10-03"),
        row("netherlands", "approved", "1974-09-27"),
        made="1973-03-03",
        published="2020",
    )

    assert on(convention, when) == found


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("2025-02-28", {"france": set()}),
        ("2025-03-01", {"france": {"confirmed"}}),
        ("2025-03-30", {"france": {"confirmed"}}),
        ("2025-03-31", {"france": "confirmed"}),
    ],
)
def test_a_vague_step_is_certain_from_its_latest_day(when, found):
    assert standings(call(row("france", "announced", "2025-03"), made="2025"), when) == found


def test_counts_say_how_many_more_are_possible():
    called = call(row("france", "announced", "2025-03"), row("poland", "signed", "2025-03-02"))

    assert on(called, "2025-03-15", 26) == {
        "named": 1,
        "confirmed": 1,
        "unknown": 25,
        "possible": NOBODY | {"named": 1, "confirmed": 1},
    }


def test_a_vague_decline_leaves_it_open_whether_somebody_takes_part():
    called = call(row("italy", "announced", "2025-01-10"), row("italy", "declined", "2025-09"))

    assert standings(called, "2025-09-10") == {"italy": {"confirmed", "declined"}}
    assert on(called, "2025-09-10") == {
        "possible": NOBODY | {"named": 1, "confirmed": 1, "declined": 1}
    }
    assert on(called, "2025-09-30") == {"declined": 1}


def test_what_is_still_to_come_is_announced_and_not_in_force():
    called = call(
        row("us", "in-force", "2020-02-01"),
        row("us", "withdrawn", "2027-01-27"),
        row("chad", "signed", "2027-05-01"),
        published="2026-06",
    )

    assert standings(called, "2026-11-26") == {"us": "confirmed", "chad": "named"}
    assert standings(called, "2027-01-27") == {"us": "left", "chad": "named"}
    assert standings(called, "2027-05-01") == {"us": "left", "chad": "confirmed"}
    assert called.newest == day("2026-06-30")


def test_who_is_only_to_decline_takes_no_part_before():
    assert standings(call(row("italy", "declined", "2027-01-01")), "2026-01-01") == {"italy": set()}


@pytest.mark.parametrize(
    ("stage", "counts_as"),
    [
        (None, "named"),
        ("floated", "named"),
        *((stage, "confirmed") for stage in ("announced", "agreed", "signed", "approved")),
        *((stage, "confirmed") for stage in ("in-force", "delivered-in-part", "delivered")),
        ("declined", "declined"),
        ("suspended", "suspended"),
        ("withdrawn", "left"),
        ("ended", "left"),
    ],
)
def test_what_each_stage_counts_as(stage, counts_as):
    assert standings(call(row("france", stage, "2025-09-04")), "2025-09-04") == {
        "france": counts_as
    }


def test_a_suspension_that_is_over_is_over():
    called = call(
        row("russia", "in-force", "2011-02-05"), row("russia", "suspended", "2023-02/2023-06")
    )

    assert [standings(called, when)["russia"] for when in ("2023-03-01", "2023-07-01")] == [
        "suspended",
        "confirmed",
    ]


def test_what_was_in_force_until_a_day_is_so_no_longer():
    called = call(row("gdr", "in-force", "1974-09-27/1990-10-02"))

    assert [standings(called, when)["gdr"] for when in ("1990-10-02", "1990-10-03")] == [
        "confirmed",
        "left",
    ]


def test_its_own_word_stands_against_what_others_say_of_it():
    called = call(row("italy", "declined", "2025-09-04"), row("italy", None, "2025-12-01"))

    assert standings(called, "2026-01-01") == {"italy": "declined"}


def test_who_declines_troops_may_still_give_training():
    called = call(
        row("italy", "declined", "2025-09-04", "land"),
        row("italy", "announced", "2025-09-04", "training"),
    )

    assert standings(called, "2025-10-01") == {
        ("italy", "land"): "declined",
        ("italy", "training"): "confirmed",
    }
    assert on(called, "2025-10-01") == {"named": 1, "confirmed": 1, "declined": 1}


def test_what_is_said_without_a_domain_ends_all_of_them_and_begins_none():
    called = call(
        row("us", "announced", "2025-01-10", "money"),
        row("us", "announced", "2025-01-10", "air"),
        row("us", "withdrawn", "2025-03-01"),
        row("us", "announced", "2025-06-01", "air"),
    )

    assert standings(called, "2025-07-01") == {
        ("us", "money"): "left",
        ("us", "air"): "confirmed",
        "us": "left",
    }
    assert on(called, "2025-07-01") == {"named": 1, "confirmed": 1}


def test_steps_of_one_vague_date_go_forward():
    called = call(row("france", "delivered", "2025"), row("france", "announced", "2025-06"))

    assert [line.last["stage"] for line in called.lines(day("2025-12-31"))] == ["delivered"]


def test_a_step_without_a_day_was_between_the_entry_and_its_source():
    called = call(row("poland"), made="2025-09-04", published="2026-01-06")

    assert standings(called, "2025-09-03") == {"poland": set()}
    assert standings(called, "2025-09-04") == {"poland": {"named"}}
    assert standings(called, "2026-01-06") == {"poland": "named"}


def test_unknown_is_never_below_zero_and_nobody_knows_it_without_a_number():
    called = call(row("france"), row("poland"))

    assert on(called, "2026-01-01", 1) == {"named": 2}
    assert on(called, "2026-01-01") == {"named": 2}


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


def test_a_sum_is_in_the_smallest_unit_that_is_used():
    called = call(
        row("france", "announced", "2025-01-10", amount=amount(2.5, "billion EUR")),
        row("germany", "announced", "2025-01-10", amount=amount(500, "million EUR")),
    )

    assert summed(called, "2025-12-31") == [("pledged", "million-EUR", 3000, 3000, 3000, 2)]
