"""The stops that a list has for its months and years."""

from datetime import date

import pytest
from django.utils.translation import override

from events import public
from events.presenting.lists.months import Period, periods


def counted(months, by=None):
    return public.EntryCounts(months, by or {})


MONTHS = counted({(2024, 2): 3, (2025, None): 2, (2025, 1): 1, (2025, 12): 4})


BY = counted({(2026, 1): 1}, {(2025, None): 2, (2026, 1): 3})


def test_stops_from_the_oldest():
    assert periods(MONTHS, "oldest") == [
        Period(2024, "February 2024", 3, date(2024, 2, 1)),
        Period(2025, "2025, month not known", 2, date(2025, 1, 1)),
        Period(2025, "January 2025", 1, date(2025, 1, 1)),
        Period(2025, "December 2025", 4, date(2025, 12, 1)),
    ]


def test_stops_from_the_newest():
    assert periods(MONTHS, "newest") == [
        Period(2025, "December 2025", 4, date(2025, 12, 31)),
        Period(2025, "January 2025", 1, date(2025, 1, 31)),
        Period(2025, "2025, month not known", 2, date(2025, 1, 31)),
        Period(2024, "February 2024", 3, date(2024, 2, 29)),
    ]


def test_stops_in_german():
    with override("de"):
        assert [stop.label for stop in periods(MONTHS, "oldest")] == [
            *("Februar 2024", "2025, Monat nicht bekannt", "Januar 2025", "Dezember 2025")
        ]
        assert [stop.label for stop in periods(BY, "oldest")] == [
            *("spätestens 2025", "Januar 2026", "spätestens Januar 2026")
        ]


def test_what_was_by_a_day_does_not_count_in_a_month():
    assert periods(BY, "oldest") == [
        Period(2025, "by a day in 2025", 2, date(2025, 1, 1)),
        Period(2026, "January 2026", 1, date(2026, 1, 1)),
        Period(2026, "by a day in January 2026", 3, date(2026, 1, 1)),
    ]
    assert periods(BY, "newest") == [
        Period(2026, "by a day in January 2026", 3, date(2026, 1, 31)),
        Period(2026, "January 2026", 1, date(2026, 1, 31)),
        Period(2025, "by a day in 2025", 2, date(2025, 12, 31)),
    ]


def test_what_may_have_been_in_another_year_does_not_count_in_one():
    counts = public.EntryCounts({(2025, None): 2, (2025, 3): 1}, {}, {2025: 4})
    assert [(stop.label, stop.count) for stop in periods(counts, "oldest")] == [
        *(("2025, year not certain", 4), ("2025, month not known", 2), ("March 2025", 1))
    ]
    with override("de"):
        assert periods(counts, "oldest")[0].label == "2025, Jahr nicht gesichert"


@pytest.mark.parametrize("number", [0, 1, 36])
def test_a_stop_for_each_month(number):
    months = {(2000 + place // 12, place % 12 + 1): 1 for place in range(number)}

    assert len(periods(counted(months), "oldest")) == number


@pytest.mark.parametrize(
    ("order", "opens"),
    [
        ("oldest", [date(2000, 1, 1), date(2001, 1, 1), date(2002, 1, 1), date(2003, 1, 1)]),
        (
            "newest",
            [date(2003, 12, 31), date(2002, 12, 31), date(2001, 12, 31), date(2000, 12, 31)],
        ),
    ],
)
def test_a_stop_for_each_year_where_the_months_are_too_many(order, opens):
    months = {(2000 + place // 12, place % 12 + 1): 2 for place in range(36)} | {(2003, None): 5}
    found = periods(counted(months, {(2003, 7): 4}), order)

    # What was by a day in a year may have been in another.
    by = Period(2003, "by a day in 2003", 4, opens[0] if order == "newest" else opens[-1])
    assert found.pop(0 if order == "newest" else -1) == by
    assert found == [
        Period(day.year, str(day.year), 5 if day.year == 2003 else 24, day) for day in opens
    ]


def test_a_last_day_is_the_last_of_its_month():
    months = {(2025, month): 1 for month in range(1, 13)} | {(9999, 12): 1}

    assert [stop.opens.day for stop in periods(counted(months), "newest")] == [
        *(31, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 28, 31)
    ]
