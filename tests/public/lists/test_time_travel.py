"""As of a moment, the record says what it said: held against a replay of the log."""

import random
from datetime import datetime, timedelta
from typing import Any

import orjson
import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from events import public, publishing
from events.models import Entry, Version
from events.public import Moment
from tests.record import Record

record = Record()

ENTRIES = 30
STANCES = ("supports", "conditional", "undecided", "opposes")
DATES = ("2025", "2025-09", "../2025-12-01", "2025-11-15~/..", "2026-01-06", "2026-01")


def make(number: int) -> Entry:
    return record.position(
        f"e{number}",
        holder=("france", "germany", "poland")[number % 3],
        topic=("force", "talks")[number % 2],
        date=DATES[number % len(DATES)],
        publish=False,
    )


def act(entry: Entry, action: int) -> None:
    """Publish the entry with something changed, or withdraw it if it is public."""
    if action == 0 and publishing.standing(entry):
        publishing.withdraw(entry, note="gone")
        return
    position = entry.position
    position.stance = STANCES[action % 4]
    position.title_en = f"{entry.slug} {action}"
    position.date = DATES[action % len(DATES)]
    position.save()
    publishing.publish(entry)


def replay(until: datetime) -> dict[str, str]:
    """The documents by slug as they stood then, from the log alone."""
    standing: dict[str, str] = {}
    for version in Version.objects.filter(published_at__lte=until).order_by("seq"):
        standing.pop(version.slug, None)
        if version.document is not None:
            standing[version.slug] = version.document
    return standing


def as_of(moment: datetime, **params: str) -> dict[str, str]:
    """The documents by slug that the list gives as of that moment."""
    given = {"as_of": moment.isoformat(), "limit": "200", **params}
    filters = public.parse({name: [value] for name, value in given.items()})
    documents = public.page(filters).texts
    return {orjson.loads(document)["slug"]: document.decode() for document in documents}


def check_every_moment() -> None:
    for moment in Version.objects.values_list("published_at", flat=True).distinct():
        expected = replay(moment)
        assert as_of(moment) == expected
        documents = {slug: orjson.loads(text) for slug, text in expected.items()}
        opposing = {slug for slug, found in documents.items() if found["stance"] == "opposes"}
        if opposing:
            assert set(as_of(moment, stance="opposes")) == opposing
        for slug in list(expected)[:2]:
            assert public.entry(slug, Moment("", moment)).text == expected[slug]


@pytest.mark.django_db
def test_a_thousand_publications_and_withdrawals_equal_a_replay() -> None:
    chance = random.Random(20260106)
    entries = [make(number) for number in range(ENTRIES)]
    while Version.objects.count() < 1000:
        act(chance.choice(entries), chance.randrange(12))
    moments = list(Version.objects.order_by("seq").values_list("seq", "published_at", "document"))
    # The replay is carried along, because replaying anew for each of them would take an hour.
    standing: dict[int, str] = {}
    entry_of = dict(Version.objects.values_list("seq", "entry"))
    for seq, moment, document in moments:
        standing.pop(entry_of[seq], None)
        if document is not None:
            standing[entry_of[seq]] = document
        assert sorted(as_of(moment).values()) == sorted(standing.values())


class HistoriesTest(TestCase):
    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 5)), min_size=1, max_size=15))
    def test_any_history_equals_its_replay(self, steps: list[tuple[int, int]]) -> None:
        entries = [make(number) for number in range(5)]
        for number, action in steps:
            act(entries[number], action)
        check_every_moment()


@pytest.mark.django_db
def test_before_the_first_version_there_is_nothing() -> None:
    record.development()
    first = Version.objects.get().published_at
    assert as_of(first - timedelta(microseconds=1)) == {}
    assert set(as_of(first)) == {"event"}
    with pytest.raises(public.Missing):
        public.entry("event", Moment("", first - timedelta(microseconds=1)))


@pytest.mark.django_db
def test_going_back_costs_one_query_more() -> None:
    record.development()
    moment = Version.objects.get().published_at

    def queries(**params: Any) -> int:
        from django.test.utils import CaptureQueriesContext

        filters = public.parse({name: [value] for name, value in params.items()})
        with CaptureQueriesContext(connection) as context:
            public.page(filters)
        return len(context)

    assert queries() == 1
    assert queries(as_of=moment.isoformat()) == 2
