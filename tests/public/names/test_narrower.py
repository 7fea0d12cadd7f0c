"""What is on a narrower topic is found under the wider one; the matrix tells each by itself."""

from datetime import date

import pytest

from events import public, publishing
from events.models import Topic
from events.public import Moment, timestamp
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


@pytest.fixture
def families():
    """security > guarantees > troops, and aid by itself; nothing is on guarantees itself."""
    record.topic("security")
    record.topic("guarantees", wider="security")
    record.topic("troops", wider="guarantees")
    record.position("deploy", holder="france", topic="troops", date="2025-05-01")
    record.position("defend", holder="poland", topic="security", stance="opposes")
    record.development("convoy", topics=["aid"])


def found(**filters):
    filters = {name: [value] for name, value in filters.items()}
    return {document["slug"] for document in public.page(public.parse(filters)).documents}


@pytest.mark.usefixtures("families")
def test_a_filter_by_a_topic_finds_what_is_on_narrower_ones():
    assert found(topic="security") == {"deploy", "defend"}
    assert found(topic="guarantees") == found(topic="troops") == {"deploy"}
    assert found(topic="aid") == {"convoy"}


@pytest.mark.usefixtures("families")
def test_the_matrix_tells_of_each_topic_by_itself():
    cells = public.matrix(date(2026, 2, 1)).cells

    assert {(cell.actor, cell.topic) for cell in cells} == {
        ("france", "troops"),
        ("poland", "security"),
    }


@pytest.mark.usefixtures("families")
def test_a_topic_that_only_narrower_ones_name_has_a_record():
    guarantees = public.reference(public.TOPICS, "guarantees")

    assert guarantees["name"] == {"en": "Topic guarantees", "de": "Thema guarantees"}
    assert [wider["slug"] for wider in guarantees["wider"]] == ["security"]
    assert public.reference(public.TOPICS, "security")["wider"] == []


@pytest.mark.usefixtures("families")
def test_narrower_topics_at_every_level():
    assert public.narrower(["security"]) == {
        "guarantees": {"en": "Topic guarantees", "de": "Thema guarantees"},
        "troops": {"en": "Topic troops", "de": "Thema troops"},
    }
    assert set(public.narrower(["guarantees", "aid"])) == {"troops"}
    assert public.narrower(["aid"]) == public.narrower([]) == {}


def test_as_the_record_stood():
    record.topic("security")
    entry = record.position("deploy", topic="troops")
    before = Moment.parse(timestamp(publishing.standing(entry).published_at))
    troops = Topic.objects.get(slug="troops")
    troops.wider = Topic.objects.get(slug="security")
    troops.save()
    assert public.narrower(["security"]) == {}

    publishing.republish(troops)

    assert set(public.narrower(["security"])) == {"troops"}
    assert public.narrower(["security"], before) == {}
    assert found(topic="security") == {"deploy"}
    publishing.withdraw(entry)
    assert public.narrower(["security"]) == {}
