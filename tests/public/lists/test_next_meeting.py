from datetime import date

import pytest
from django.utils import timezone

from events import public
from tests.record import Record

TODAY = date(2026, 1, 10)


@pytest.fixture
def record(db):
    return Record()


def ahead(today=TODAY, **filters):
    found = public.next_meeting(today, public.parse(filters))
    return found and found["slug"]


def test_the_planned_meeting_that_begins_first_is_next(record):
    record.summit("later", date="2026-03-01", status="planned")
    record.summit("next", date="2026-02-01", status="planned")
    record.summit("past", date="2026-01-09", status="planned")

    assert ahead() == "next"


def test_a_meeting_of_today_is_still_ahead(record):
    record.summit("today", date="2026-01-10", status="planned")
    record.summit("begun", date="2026-01-09/2026-01-12", status="planned")

    assert ahead() == "today"
    assert ahead(date(2026, 1, 11)) == "begun"
    assert ahead(date(2026, 1, 13)) is None


def test_a_meeting_of_this_month_may_be_ahead(record):
    record.summit("some-day", date="2026-01", status="planned")
    record.summit("some-year", date="2026", status="planned")

    assert ahead() == "some-day"
    assert ahead(date(2026, 2, 1)) is None


def test_a_day_of_this_month_goes_before_the_month_and_the_month_before_later_days(record):
    record.summit("some-day", date="2026-01", status="planned")
    record.summit("later", date="2026-02-03", status="planned")
    assert ahead() == "some-day"

    record.summit("soon", date="2026-01-20", status="planned")
    assert ahead() == "soon"


@pytest.mark.parametrize(
    ("dated", "day", "found"),
    [
        # In UTC it is the ninth, and the eleventh.
        ("2026-01-10T00:30:00+02:00", TODAY, True),
        ("2026-01-10T00:30:00+02:00", date(2026, 1, 11), False),
        ("2026-01-10T23:30:00-05:00", TODAY, True),
        ("2026-01-10T23:30:00-05:00", date(2026, 1, 11), False),
        ("2026-02-01T00:30:00+02:00", date(2026, 2, 1), True),
    ],
)
def test_a_day_is_that_of_the_place(record, dated, day, found):
    record.summit("meeting", date=dated, status="planned")

    assert ahead(day) == ("meeting" if found else None)


def test_only_planned_meetings_count(record):
    for number in range(5):
        record.summit(f"off-{number}", date="2026-01-20", status="cancelled")
    record.summit("held", date="2026-01-12", status="held")
    record.development("event", date="2026-01-13")
    assert ahead() is None

    record.summit("on", date="2026-01-21", status="planned")
    assert ahead() == "on"


def test_it_is_one_of_those_that_the_filters_find(record):
    record.summit("paris", date="2026-01-20", status="planned", actors=["france"])
    record.summit("berlin", date="2026-01-21", status="planned", actors=["germany"])

    assert ahead(actor=["germany"]) == "berlin"
    assert ahead(kind=["position"], to=["2025-12-31"]) == "paris"
    assert ahead(actor=["france", "germany"]) is None


def test_it_is_what_was_planned_then(record):
    record.summit("paris", date="2026-01-20", status="planned")

    assert ahead(as_of=["2020-01-01"]) is None
    assert ahead(as_of=[timezone.localdate().isoformat()]) == "paris"


def test_most_often_it_is_found_in_two_queries(record, django_assert_num_queries):
    for number in range(5):
        record.summit(f"on-{number}", date=f"2026-01-2{number}", status="planned")

    with django_assert_num_queries(2):
        assert ahead() == "on-0"
