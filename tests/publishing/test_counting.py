"""Counts on file are those of what stands, whatever was published, corrected and withdrawn."""

from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from events import publishing
from events.log.versions import EVERY_KIND, STANDS, MonthCount, Tag, VersionIndex
from events.publishing.counting import Counting
from tests.record import Record

record = Record()


def months():
    """By kind and month. It checks the sums of all kinds, too, so that no test has to."""
    rows = MonthCount.objects.exclude(number=0)
    numbers = {(row.kind, row.month): row.number for row in rows if row.kind != EVERY_KIND}
    sums: Counter[int | None] = Counter()
    for (_kind, month), number in numbers.items():
        sums[month] += number
    assert {row.month: row.number for row in rows if row.kind == EVERY_KIND} == sums
    return numbers


def standing(*facets):
    tags = Tag.objects.filter(facet__in=facets).exclude(standing=0)
    return {tag.slug: tag.standing for tag in tags}


@pytest.mark.django_db
def test_a_life_of_an_entry():
    record.position("one", holder="france", topic="force", date="2025-09")
    two = record.position("two", holder="france", topic="talks", date="2025")
    assert months() == {("position", 202509): 1, ("position", 202500): 1}
    assert standing("actor", "topic") == {"france": 2, "force": 1, "talks": 1}

    two.date = "2025-09-12"
    two.save()
    two.topics.set([record.topic("force")])
    publishing.publish(two)
    assert months() == {("position", 202509): 2}
    assert standing("actor", "topic") == {"france": 2, "force": 2}

    publishing.withdraw(two)
    assert months() == {("position", 202509): 1}
    assert standing("actor", "topic") == {"france": 1, "force": 1}


@pytest.mark.django_db
def test_a_correction_that_changes_no_count_writes_none():
    entry = record.position("one")
    entry.title_en = "Corrected"
    entry.save()
    with CaptureQueriesContext(connection) as context:
        publishing.publish(entry)
    written = [query["sql"] for query in context if not query["sql"].startswith("SELECT")]
    assert any("events_version" in sql for sql in written)
    assert not [sql for sql in written if "monthcount" in sql or "events_tag" in sql]


@pytest.mark.django_db
def test_what_begins_and_ends_at_once_costs_nothing():
    record.development("one")
    row = VersionIndex.objects.get()
    counting = Counting()
    counting.begins(row)
    counting.ends(row)
    with CaptureQueriesContext(connection) as context:
        counting.write()
    assert len(context) == 0


class HistoriesTest(TestCase):
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 4)), max_size=8))
    def test_counts_are_those_of_what_stands(self, steps):
        entries = [record.position(f"e{number}", publish=False) for number in range(3)]
        for number, action in steps:
            entry = entries[number]
            if action == 0:
                if publishing.standing(entry):
                    publishing.withdraw(entry)
                continue
            entry.date = ("2025", "2025-09", "2026-01-06", "2026/..")[action - 1]
            entry.stance = ("supports", "opposes")[action % 2]
            entry.save()
            publishing.publish(entry)
        rows = list(VersionIndex.objects.filter(superseded_by=STANDS))
        expected: dict[tuple[str, int | None], int] = {}
        for row in rows:
            expected[row.kind, row.month] = expected.get((row.kind, row.month), 0) + 1
        assert months() == expected
        assert dict(Tag.objects.values_list("pk", "standing")) == {
            tag.pk: sum(tag.pk in row.tags for row in rows) for tag in Tag.objects.all()
        }
