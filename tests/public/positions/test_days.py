from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import public, publishing
from events.public import Moment, Turns
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()

JANUARY, SEPTEMBER = date(2026, 1, 6), date(2025, 9, 1)


def test_the_days_on_which_somebody_took_a_stand() -> None:
    record.position("late", date="2026-01-06")
    record.position("early", date="2025-09-01", holder="germany")
    record.position("same-day", date="2026-01-06T09:30:00Z", holder="poland")
    record.development("event", date="2025-12-01")
    days = [SEPTEMBER, JANUARY]
    assert public.turns(JANUARY) == Turns(days, SEPTEMBER, JANUARY, SEPTEMBER, None)
    assert public.turns(date(2025, 12, 1)) == Turns(days, SEPTEMBER, JANUARY, SEPTEMBER, JANUARY)
    assert public.turns(SEPTEMBER) == Turns(days, SEPTEMBER, JANUARY, None, JANUARY)


def test_a_date_that_is_no_day_is_none_on_which_somebody_took_a_stand() -> None:
    for number, edtf in enumerate(
        ("2025-09", "2025~", "../2026-01-06", "[2025-09-01..2025-09-09]")
    ):
        record.position(f"p{number}", date=edtf)
    record.position("interval", date="2025-09-01/2026-01")
    assert public.turns(JANUARY).days == [SEPTEMBER]


def test_no_position_no_day() -> None:
    assert public.turns(JANUARY) == Turns([], None, None, None, None)


def test_days_of_some_actors_topics_and_a_process() -> None:
    record.position("one", date="2025-01-01", holder="france", topic="force")
    record.position("two", date="2025-01-02", holder="germany", topic="force")
    record.position("three", date="2025-01-03", holder="germany", topic="aid")
    record.position("four", date="2025-01-04", holder="poland", topic="aid", process="other")

    def days(**options: Any) -> list[int]:
        return [day.day for day in public.turns(JANUARY, **options).days]

    assert days() == [1, 2, 3, 4]
    assert days(actors=["germany"]) == [2, 3]
    assert days(actors=["germany", "poland"]) == [2, 3, 4]
    assert days(topics=["force"]) == [1, 2]
    assert days(actors=["germany"], topics=["aid"]) == [3]
    assert days(process="other") == [4]
    assert days(actors=["nobody"]) == []


def test_days_as_the_record_stood() -> None:
    entry = record.position("one", date="2025-01-01")
    then = Moment("", publishing.standing(entry).published_at)
    record.position("two", date="2025-02-01", holder="poland")
    entry.date = "2025-03-01"
    entry.save()
    publishing.publish(entry)
    publishing.withdraw(record.position("three", date="2025-04-01"))
    record.position("draft", date="2025-05-01", publish=False)
    assert public.turns(JANUARY).days == [date(2025, 2, 1), date(2025, 3, 1)]
    assert public.turns(JANUARY, as_of=then).days == [date(2025, 1, 1)]


def test_more_days_than_can_be_told() -> None:
    for month in (1, 2, 3, 4):
        record.position(f"p{month}", date=f"2025-{month:02}-01")
    first, last = date(2025, 1, 1), date(2025, 4, 1)
    around = date(2025, 2, 1), date(2025, 4, 1)
    assert public.turns(date(2025, 3, 1), limit=3) == Turns([], first, last, *around)
    assert public.turns(date(2025, 3, 1), limit=4).days[1:3] == [around[0], date(2025, 3, 1)]
    assert public.turns(first, limit=3) == Turns([], first, last, None, around[0])
    assert public.turns(last, limit=3) == Turns([], first, last, date(2025, 3, 1), None)


def test_the_number_of_queries_does_not_grow() -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as context:
            public.turns(JANUARY)
        return len(context)

    record.position("one")
    before = queries()
    for number in range(1, 5):
        record.position(f"p{number}", date=f"2025-{number:02}-01")
    assert queries() == before == 1
