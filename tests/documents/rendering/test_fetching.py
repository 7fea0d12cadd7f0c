"""What belongs to rows is asked of those tables only that have something for them."""

import pytest
from django.db import connection
from django.db.models import Prefetch
from django.test.utils import CaptureQueriesContext

from events.documents.rendering.fetching import fetch
from events.models import Commitment, Figure
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()
RELATIONS = ("topics", "domains", "figures", "parts", "roll_call")


def commitments() -> list[Commitment]:
    return list(Commitment.objects.order_by("pk"))


def test_rows_and_lists_are_fetched_for_all_owners_at_once() -> None:
    one = record.commitment("one", topics=["force"], domains=["air", "land"], publish=False)
    two = record.commitment("two", topics=["force", "talks"], publish=False)
    record.promised(two, "first")
    found = commitments()

    fetch(found, *RELATIONS)

    with CaptureQueriesContext(connection) as context:
        told = [
            (
                {topic.slug for topic in owner.topics.all()},
                {domain.slug for domain in owner.domains.all()},
                [part.key for part in owner.parts.all()],
            )
            for owner in found
        ]
    assert [owner.pk for owner in found] == [one.pk, two.pk]
    assert told == [
        ({"force"}, {"air", "land"}, []),
        ({"force", "talks"}, set(), ["first"]),
    ]
    assert len(context) == 0


def test_a_table_that_has_nothing_for_them_is_not_asked() -> None:
    entry = record.commitment(publish=False, topics=["force"])
    other = record.commitment("another", publish=False, domains=["air"])
    record.promised(other, "part")  # of somebody else
    [found] = Commitment.objects.filter(pk=entry.pk)

    with CaptureQueriesContext(connection) as context:
        fetch([found], *RELATIONS)
        assert [len(getattr(found, name).all()) for name in RELATIONS] == [1, 0, 0, 0, 0]

    assert len(context) == 2


def test_what_was_not_there_is_not_asked_for_again() -> None:
    entry = record.commitment(publish=False)
    [found] = commitments()
    fetch([found], "parts")

    record.promised(entry, "part")

    with CaptureQueriesContext(connection) as context:
        assert [*found.parts.all(), *found.parts.filter(key="part")] == []
    assert len(context) == 0
    assert [part.key for part in Commitment.objects.get().parts.all()] == ["part"]


def test_rows_come_with_what_was_asked_for_beside_them() -> None:
    record.figure(record.commitment(publish=False), "soldiers", 5)
    found = commitments()

    fetch(found, Prefetch("figures", Figure.objects.select_related("measure")))

    with CaptureQueriesContext(connection) as context:
        [figure] = found[0].figures.all()
        assert figure.measure.slug == "soldiers"
    assert len(context) == 0


def test_nobody_needs_nothing() -> None:
    with CaptureQueriesContext(connection) as context:
        fetch([], "topics")
    assert len(context) == 0
