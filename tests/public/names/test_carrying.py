"""The newest documents that carry the record of an actor or a topic."""

import pytest

from events import publishing
from events.public import Beginning, Missing, Moment, beginning, carrying, timestamp
from events.vocabulary import Facet
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def slugs(*asked, **more) -> list[str]:
    return [document["slug"] for document in carrying(*asked, **more)]


def test_the_one_published_last_comes_first_whatever_its_date():
    record.development("new", date="2026-01-06", actors=["france"])
    record.development("old", date="2020-01-06", actors=["france"])
    record.development("other", actors=["germany"])

    assert slugs(Facet.RECORD, "france") == ["old", "new"]


def test_a_member_of_a_coalition_and_a_represented_country_are_carried_too():
    record.coalition("the-willing", poland="member")
    record.person("merz", represents="germany")
    record.development("event", actors=["the-willing", "merz"])

    for slug in ("the-willing", "poland", "merz", "germany"):
        assert slugs(Facet.RECORD, slug) == ["event"]


def test_topics():
    record.development("event", topics=["force"])

    assert slugs(Facet.TOPIC, "force") == ["event"]


@pytest.mark.parametrize("slug", ["nobody", "", "\0", "force", "draft"])
def test_what_nothing_public_names_is_missing(slug):
    record.development("event", actors=["france"], topics=["force"])
    record.development("unpublished", actors=["draft"], publish=False)

    with pytest.raises(Missing):
        carrying(Facet.RECORD, slug)


def test_as_the_record_stood():
    first = record.development("first", actors=["france"])
    before = Moment.parse(timestamp(publishing.standing(first).published_at))
    record.development("second", actors=["france", "germany"])
    publishing.withdraw(first, note="wrong")

    assert slugs(Facet.RECORD, "france") == ["second"]
    assert slugs(Facet.RECORD, "france", before) == ["first"]
    with pytest.raises(Missing):
        carrying(Facet.RECORD, "germany", before)


def test_so_many_and_no_more():
    for number in range(3):
        record.development(f"event-{number}", actors=["france"])

    assert slugs(Facet.RECORD, "france", limit=2) == ["event-2", "event-1"]


def test_since_when_the_record_names_something():
    record.coalition("the-willing", poland="member")
    first = record.development("first", topics=["force"], actors=["france"])
    then = publishing.standing(first).published_at
    second = record.development("second", topics=["force"], actors=["the-willing"])
    publishing.withdraw(first, note="wrong")

    assert beginning(Facet.TOPIC, "force").since == then
    assert beginning(Facet.TOPIC, "force").stands
    france = beginning(Facet.RECORD, "france")
    assert france == Beginning({"en": "France", "de": "France (de)"}, then, stands=False)
    member = beginning(Facet.RECORD, "poland")
    assert member.since == publishing.standing(second).published_at


@pytest.mark.parametrize("slug", ["nobody", "", "\0", "force", "draft"])
def test_what_nothing_ever_named_has_no_beginning(slug):
    record.development("event", actors=["france"], topics=["force"])
    record.development("unpublished", actors=["draft"], publish=False)

    with pytest.raises(Missing):
        beginning(Facet.RECORD, slug)
