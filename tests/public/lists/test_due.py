"""The commitments with a deadline ahead."""

from dataclasses import replace
from datetime import date

import pytest

from events import public, publishing
from events.public import Moment, due, timestamp
from tests.record import Record

pytestmark = pytest.mark.django_db

TODAY = date(2026, 1, 10)
record = Record()


def found(today=TODAY, as_of=None, **filters):
    asked = public.parse({name: [value] for name, value in filters.items()})
    return sorted(document["slug"] for document in due(today, replace(asked, as_of=as_of)))


def test_a_deadline_is_ahead_until_the_last_day_that_it_can_mean():
    record.commitment("day", deadline="2026-01-10")
    record.commitment("month", deadline="2026-01")
    record.commitment("past", deadline="2026-01-09")
    record.commitment("none")

    assert found() == ["day", "month"]
    assert found(date(2026, 1, 11)) == ["month"]
    assert found(date(2026, 2, 1)) == []


def test_that_of_a_part_counts():
    promise = record.commitment("promise", deadline="2025", publish=False)
    record.promised(promise, "air", deadline="2026-02")
    publishing.publish(promise)

    assert found() == ["promise"]


def test_only_of_what_the_filters_find():
    record.commitment("one", deadline="2026-02", process="peace", actors=["germany"])
    record.commitment("two", deadline="2026-02", process="climate")

    assert found(process="climate") == ["two"]
    assert found(actor="germany") == ["one"]


def test_as_the_record_stood():
    entry = record.commitment("promise", deadline="2026-02")
    then = Moment.parse(timestamp(publishing.standing(entry).published_at))
    publishing.withdraw(entry)

    assert (found(), found(as_of=then)) == ([], ["promise"])


def test_of_many_those_that_are_due_first_are_the_first(monkeypatch):
    monkeypatch.setattr("events.public.lists.due.LIMIT", 2)
    for slug, deadline in (("late", "2026-05"), ("soon", "2026-02-01"), ("next", "2026-01-31")):
        record.commitment(slug, date="2026-01-05" if slug == "late" else "2025", deadline=deadline)

    assert [document["slug"] for document in due(TODAY, public.parse({}))] == ["next", "soon"]


def test_the_first_day_of_several_counts():
    promise = record.commitment("promise", deadline="2026-06", publish=False)
    record.promised(promise, "air", deadline="2026-02")
    publishing.publish(promise)
    record.commitment("other", deadline="2026-03")

    assert [document["slug"] for document in due(TODAY, public.parse({}))] == ["promise", "other"]
