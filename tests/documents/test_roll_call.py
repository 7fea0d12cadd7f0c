"""Who counts as what on which day: pure functions of a document."""

import pytest

from tests.counting import NOBODY
from tests.rolls import call, day, on, row


def standings(called, text):
    return {
        (line.actor, line.domain) if line.domain else line.actor: line.standing
        or {one for one in line.readings if one}
        for line in called.lines(day(text))
    }


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("1974-09-26", {}),
        ("1974-09-27", {"confirmed": 2}),
        ("1990-10-02", {"confirmed": 2}),
        ("1990-10-03", {"confirmed": 1, "left": 1}),
        ("2026-11-26", {"confirmed": 1, "left": 1}),
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


def test_a_vague_decline_leaves_it_open_whether_somebody_takes_part():
    called = call(row("italy", "announced", "2025-01-10"), row("italy", "declined", "2025-09"))

    assert standings(called, "2025-09-10") == {"italy": {"confirmed", "declined"}}
    assert on(called, "2025-09-10") == {"possible": NOBODY | {"confirmed": 1, "declined": 1}}
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
    assert on(called, "2025-10-01") == {"confirmed": 1, "declined": 1}


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
    assert on(called, "2025-07-01") == {"confirmed": 1}


def test_steps_of_one_vague_date_go_forward():
    called = call(row("france", "delivered", "2025"), row("france", "announced", "2025-06"))

    assert [line.last["stage"] for line in called.lines(day("2025-12-31"))] == ["delivered"]


def test_steps_of_one_day_have_a_last_one_however_they_are_told():
    steps = ("announced", "suspended", "floated")
    called = call(*(row("france", stage, "2025-03-10") for stage in steps))

    assert standings(called, "2025-03-10") == {"france": "confirmed"}


@pytest.mark.parametrize(
    ("first", "then", "standing"),
    [
        # On one day, told in the wrong order.
        (("declined", "2025-01-10T12:00Z"), ("announced", "2025-01-10T10:00Z"), "declined"),
        # By the clocks of Tokyo, that was the day after.
        (("withdrawn", "2025-01-09T20:00Z"), ("signed", "2025-01-10T01:00+09:00"), "left"),
        # A day without a time comes before the times of that day, as everywhere.
        (("announced", "2025-01-10T10:00Z"), ("declined", "2025-01-10"), "confirmed"),
    ],
)
def test_times_of_day_count(first, then, standing):
    called = call(*(row("italy", *step) for step in (first, then)))

    assert standings(called, "2025-01-10") == {"italy": standing}


def test_a_step_without_a_day_was_between_the_entry_and_its_source():
    called = call(row("poland"), made="2025-09-04", published="2026-01-06")

    assert standings(called, "2025-09-03") == {"poland": set()}
    assert standings(called, "2025-09-04") == {"poland": {"named"}}
    assert standings(called, "2026-01-06") == {"poland": "named"}
