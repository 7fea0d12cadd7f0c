"""All actors or topics that the standing record names, and the records of some of them."""

import pytest

from events import publishing
from events.public import ACTORS, TOPICS, Moment, records, roster, timestamp
from events.vocabulary import Facet
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def told(facet, as_of=None):
    return [(named.slug, named.name["en"], named.entries) for named in roster(facet, as_of)]


def test_everybody_and_how_many_entries_name_them():
    record.coalition("the-willing", poland="member")
    record.person("merz", represents="germany")
    record.development("event", actors=["the-willing", "merz"])
    record.development("other", actors=["germany"])
    record.development("draft", actors=["france"], publish=False)

    assert told(Facet.RECORD) == [
        ("germany", "Germany", 2),  # Merz represents it
        ("merz", "Merz", 1),
        ("poland", "Poland", 0),  # a member, and named nowhere
        ("the-willing", "The Willing", 1),
    ]


def test_topics():
    record.position("stand", topic="force")
    record.question("open", topics=["force", "aid"])

    assert told(Facet.TOPIC) == [("aid", "Topic aid", 1), ("force", "Topic force", 2)]


def test_as_the_record_stood_it_is_not_counted():
    first = record.development("first", actors=["france"])
    before = Moment.parse(timestamp(publishing.standing(first).published_at))
    record.development("second", actors=["germany"])
    publishing.withdraw(first, note="wrong")

    assert told(Facet.RECORD) == [("germany", "Germany", 1)]
    assert told(Facet.RECORD, before) == [("france", "France", None)]


def test_an_empty_record_names_nobody():
    assert roster(Facet.RECORD) == []
    assert roster(Facet.TOPIC, Moment.parse("2020-01-01")) == []


def test_records_come_in_the_order_asked_for():
    record.development("event", actors=["germany", "france"], topics=["force"])

    found = records(ACTORS, ["france", "nobody", "germany"])

    assert [(one["slug"], one["kind"], one["country"]) for one in found] == [
        ("france", "country", "FR"),
        ("germany", "country", "DE"),
    ]
    assert [one["slug"] for one in records(TOPICS, ["force"])] == ["force"]
    assert records(TOPICS, []) == []
    assert records(ACTORS, ["force"]) == []


def test_records_as_they_stood():
    event = record.development("event", actors=["france"])
    before = Moment.parse(timestamp(publishing.standing(event).published_at))
    publishing.withdraw(event, note="wrong")

    assert records(ACTORS, ["france"]) == []
    assert [one["slug"] for one in records(ACTORS, ["france"], before)] == ["france"]
