"""Topics that belong to wider ones: no circles, and no deeper than can be read at once."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from events.documents.rendering.records import add_wider, topic_record
from events.models import MOST_WIDER, Topic
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def complaint(topic: Topic) -> str:
    try:
        topic.full_clean(exclude=["name"])
    except ValidationError as error:
        return " ".join(error.message_dict["wider"])
    return ""


def chain(length: int, prefix: str = "t") -> list[Topic]:
    """Topics, each of which belongs to the one before it."""
    topics: list[Topic] = []
    for number in range(length):
        wider = topics[-1].slug if topics else None
        topics.append(record.topic(f"{prefix}{number}", wider=wider))
    return topics


def test_from_the_nearest_to_the_widest() -> None:
    widest, middle, narrow = chain(3)

    assert narrow.wider_ones() == [middle, widest]
    assert widest.wider_ones() == []
    assert complaint(narrow) == ""


def test_not_to_itself() -> None:
    topic = record.topic("force")
    topic.wider = topic

    assert complaint(topic) == "A topic cannot belong to itself."
    with transaction.atomic(), pytest.raises(IntegrityError):
        topic.save()


@pytest.mark.parametrize("length", [2, 3])
def test_not_to_one_that_belongs_to_it(length) -> None:
    topics = chain(length)
    topics[0].wider = topics[-1]

    assert complaint(topics[0]) == (
        f"“Topic t{length - 1}” belongs to “Topic t0” already, so it cannot be wider."
    )


def test_circles_that_two_editors_closed_at_the_same_moment_end_somewhere() -> None:
    _first, *_between, last = topics = chain(3)
    Topic.objects.filter(pk=topics[0].pk).update(wider=last)

    for topic in Topic.objects.all():
        assert len(topic.wider_ones()) == 2
    outside = record.topic("outside", wider="t0")
    assert len(outside.wider_ones()) == MOST_WIDER


def test_up_to_so_many_levels_above() -> None:
    topics = chain(MOST_WIDER + 1)
    assert complaint(topics[-1]) == ""

    below = Topic(slug="below", name_en="Below", wider=topics[-1])
    assert complaint(below) == "A topic can have at most 4 wider ones above it, one above another."


def test_what_is_below_a_topic_counts_with_what_is_above_it() -> None:
    upper, lower = chain(3, "upper"), chain(2, "lower")
    lower[0].wider = upper[-1]
    assert complaint(lower[0]) == ""

    lower = chain(3, "deeper")
    lower[0].wider = upper[-1]
    assert "at most 4" in complaint(lower[0])


def test_all_that_is_above_comes_with_a_query_for_each_level(django_assert_num_queries) -> None:
    chain(MOST_WIDER + 1)
    topics = list(Topic.objects.order_by("slug"))

    with django_assert_num_queries(MOST_WIDER):
        add_wider(topics)
        found = {topic.slug: topic_record(topic)["wider"] for topic in topics}

    assert [one["slug"] for one in found[f"t{MOST_WIDER}"]] == ["t3", "t2", "t1", "t0"]
    assert [one["slug"] for one in found["t1"]] == ["t0"]


def test_what_belongs_to_nothing_takes_no_query(django_assert_num_queries) -> None:
    topics = [record.topic("force"), record.topic("talks")]

    with django_assert_num_queries(0):
        add_wider(topics)
        assert [topic_record(topic)["wider"] for topic in topics] == [[], []]
