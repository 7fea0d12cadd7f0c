"""Versions have the time of the database's server, and times only grow."""

import logging
from datetime import UTC, datetime, timedelta

import pytest
from django.db.models import Value

from events import publishing
from events.log import (
    NOW,
    CannotBringIn,
    ClockBehindLog,
    Derivation,
    brought_in,
    confirm_time,
    next_time,
)
from events.log.clock import TICK, TOLERANCE
from events.models import Version
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()
NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture
def servers_clock(monkeypatch):
    """Sets the clock of the database's server."""

    def set_to(moment):
        for module in ("events.publishing.appending", "events.log.clock"):
            monkeypatch.setattr(f"{module}.NOW", Value(moment))

    return set_to


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (None, NOON),
        (NOON - timedelta(days=30), NOON),
        (NOON - TICK, NOON),
        (NOON, NOON + TICK),
        (NOON + TOLERANCE, NOON + TOLERANCE + TICK),
    ],
)
def test_the_next_time_is_the_clocks_and_later_than_the_last_one(last, expected):
    assert next_time(last, NOON) == expected


@pytest.mark.parametrize("ahead", [TOLERANCE + TICK, timedelta(days=30)])
def test_a_log_that_is_ahead_of_the_clock_is_told(ahead):
    with pytest.raises(ClockBehindLog) as refusal:
        next_time(NOON + ahead, NOON)

    assert "Nov. 26, 2026, 12:00:00 UTC" in str(refusal.value)
    assert "clock" in refusal.value.for_readers


def begun():
    """The time now, to the millisecond: SQLite's clock has no more."""
    now = datetime.now(UTC)
    return now - timedelta(microseconds=now.microsecond % 1000)


def test_the_server_tells_the_time():
    publishing.publish(record.development("one", publish=False))
    before = begun()

    [now] = Derivation.objects.values_list(NOW, flat=True)

    assert before <= now <= datetime.now(UTC)


@pytest.mark.parametrize("days", [-30, 30])
def test_the_clock_of_a_web_server_does_not_matter(monkeypatch, days):
    publishing.publish(record.development("one", publish=False))
    before = begun()
    wrong = before + timedelta(days=days)
    monkeypatch.setattr("django.utils.timezone.now", lambda: wrong)

    version = publishing.publish(record.development("two", publish=False))

    assert before <= version.published_at <= datetime.now(UTC)


def test_times_grow_also_where_the_clock_stands_still(servers_clock):
    servers_clock(NOON)
    times = [publishing.publish(record.development(slug, publish=False)) for slug in "abc"]

    assert [version.published_at for version in times] == [NOON, NOON + TICK, NOON + 2 * TICK]


def test_nothing_is_published_while_the_clock_is_behind_the_log(servers_clock, caplog):
    servers_clock(NOON)
    entry = record.development("one")
    draft = record.development("two", publish=False)
    servers_clock(NOON - timedelta(days=2))

    with caplog.at_level(logging.ERROR, "events.publishing.appending"):
        with pytest.raises(ClockBehindLog):
            publishing.publish(draft)
        with pytest.raises(ClockBehindLog):
            publishing.withdraw(entry)
        with pytest.raises(ClockBehindLog):
            confirm_time()

    assert Version.objects.count() == 1
    assert [record.getMessage().partition(":")[0] for record in caplog.records] == [
        "Nothing can be published",
        "Nothing can be published",
    ]
    servers_clock(NOON + timedelta(seconds=1))
    assert publishing.publish(draft).seq == 2


def test_an_empty_log_has_no_time_to_be_behind():
    confirm_time()


EARLIER, LATER = NOON - timedelta(days=2), NOON - timedelta(days=1)


@pytest.mark.parametrize("end", [None, (EARLIER, NOON), (LATER, NOON)])
def test_a_time_may_be_brought_in_behind_others_that_were(end):
    brought_in(LATER, end, NOON)


@pytest.mark.parametrize(
    ("moment", "end", "told"),
    [
        (NOON + TICK, None, "Nov. 26, 2026, 12:00:00 UTC is still to come"),
        (LATER, (EARLIER, None), "The log has versions already"),
        (EARLIER, (LATER, NOON), "12:00:00 UTC is before Nov. 25, 2026, 12:00:00 UTC"),
    ],
)
def test_no_other_time_may_be_brought_in(moment, end, told):
    with pytest.raises(CannotBringIn, match=told):
        brought_in(moment, end, NOON)
