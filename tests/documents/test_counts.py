"""The counts of a commitment add up, and each number is that of its rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from events.documents.counts import COUNTED, OF_THE_REPORTED, counted, counted_actors
from events.vocabulary import Stage
from tests.counting import NOBODY
from tests.counting import counted as counts
from tests.rolls import call, day, on, row


def test_the_counts_of_a_newspaper():
    named = [row(f"n{number}") for number in range(9)]
    spoken = [row(f"c{number}", "announced", "2025-09-04") for number in range(6)]
    no = [row(f"d{number}", "declined", "2025-09-04") for number in range(2)]

    assert on(call(*named, *spoken, *no), "2025-10-01", 26) == {
        "named": 9,
        "confirmed": 6,
        "declined": 2,
        "unknown": 11,
    }


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([("announced", "land"), (None, "air")], {"confirmed": 1}),
        ([("suspended", "land"), (None, "air")], {"named": 1}),
        ([("suspended", "land"), ("withdrawn", "air")], {"suspended": 1}),
        ([("withdrawn", "land"), ("declined", "air")], {"left": 1, "declined": 1}),
        ([("floated", "land"), ("declined", "air")], {"named": 1, "declined": 1}),
        ([("declined", "land"), ("declined", "air")], {"declined": 1}),
    ],
)
def test_an_actor_counts_once_by_what_is_firmest_and_its_decline_apart(rows, found):
    called = call(*(row("france", stage, "2025-09-04", domain) for stage, domain in rows))

    assert on(called, "2025-10-01") == found


def test_who_may_have_confirmed_it_is_named_and_who_may_have_suspended_it_takes_part():
    called = call(
        row("france", None, "2025-01-10"),
        row("france", "announced", "2025-03"),
        row("russia", "in-force", "2011-02-05"),
        row("russia", "suspended", "2025-03"),
    )

    assert on(called, "2025-03-15", 26) == {
        "named": 2,
        "unknown": 24,
        "possible": NOBODY | {"confirmed": 2, "suspended": 1},
    }


def test_counts_say_how_many_more_are_possible():
    called = call(row("france", "announced", "2025-03"), row("poland", "signed", "2025-03-02"))

    assert on(called, "2025-03-15", 26) == {
        "confirmed": 1,
        "unknown": 25,
        "possible": NOBODY | {"confirmed": 1},
    }


def test_unknown_is_never_below_zero_and_nobody_knows_it_without_a_number():
    called = call(row("france"), row("poland"))

    assert on(called, "2026-01-01", 1) == {"named": 2}
    assert on(called, "2026-01-01") == {"named": 2}


DATES = some.sampled_from(
    ["", "2025", "2025-03", "2025-03-10", "2025-03~", "../2025-06", "2025-02/2025-05", "2026-01"]
)
ROWS = some.builds(
    row,
    some.sampled_from(["france", "poland", "italy"]),
    some.sampled_from([None, *(stage.value for stage in Stage)]),
    DATES,
    some.sampled_from([None, "land", "air"]),
)


@given(
    some.lists(ROWS, max_size=8),
    some.sampled_from(["2025-01-01", "2025-03-15", "2025-09-05", "2026-06-01"]),
    some.integers(0, 5),
)
def test_they_add_up_and_are_those_of_their_rows(rows, when, reported):
    lines = call(*rows).lines(day(when))
    found = counted(lines, day(when), counts(reported))
    actors = counted_actors(lines)

    known = sum(found[name] for name in OF_THE_REPORTED)
    assert all(line.readings for line in lines)
    assert known + found["unknown"] == max(known, reported)
    shown = []
    for name in COUNTED:
        surely = [one.lines_of(name) for one in actors if name in one.surely]
        perhaps = [one.lines_of(name) for one in actors if name in one.perhaps]
        assert (len(surely), len(perhaps)) == (found[name], found["possible"][name])
        assert all([*surely, *perhaps])
        shown += [line for rows in [*surely, *perhaps] for line in rows]
    # No row is left out, but for those that say nothing of the day.
    assert [line for line in lines if line not in shown] == [
        line for line in lines if line.readings == {None}
    ]
    # Nothing is both certain and open, and nobody takes part in two ways for certain.
    for one in actors:
        assert not one.surely & one.perhaps
        assert len(one.surely & set(OF_THE_REPORTED)) <= 1
