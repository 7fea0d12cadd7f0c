from uuid import uuid4

import pytest
from django.utils import timezone

from events import public, publishing
from events.log.versions import Tag
from events.public.names import tags
from events.vocabulary import Facet
from tests.record import Record

FACETS = [Facet.PROCESS, Facet.ACTOR, Facet.TOPIC]


@pytest.fixture
def record(db):
    return Record()


def test_what_published_entries_name_is_offered(record):
    record.position("stand", holder="france", topic="force")
    record.position("draft", holder="germany", topic="other", publish=False)

    assert public.choices(FACETS) == {
        Facet.PROCESS: {"peace": {"en": "Process peace", "de": "Prozess peace"}},
        Facet.ACTOR: {"france": {"en": "France", "de": "France (de)"}},
        Facet.TOPIC: {"force": {"en": "Topic force", "de": "Thema force"}},
    }


def test_what_only_a_withdrawn_entry_names_is_not_offered(record):
    publishing.withdraw(record.position("stand", holder="france", topic="force"))

    assert public.choices(FACETS) == {facet: {} for facet in FACETS}


def test_what_was_offered_on_a_day_before_the_record_began(record):
    record.position()

    before = public.Moment.parse("2000-01-01")

    assert public.choices([Facet.ACTOR], before) == {Facet.ACTOR: {}}


def test_choices_take_as_many_queries_for_many_entries(record, django_assert_num_queries):
    for number in range(5):
        record.position(f"stand-{number}", holder=f"actor-{number}", topic=f"topic-{number}")

    with django_assert_num_queries(1):
        public.choices(FACETS)


def test_what_only_older_entries_name_is_offered_too(record, monkeypatch):
    monkeypatch.setattr(tags, "NEWEST", 1)
    publishing.withdraw(record.position("gone", holder="poland", topic="air"))
    record.position("old", holder="france", topic="force")
    record.position("new", holder="germany", topic="force")

    assert public.choices([Facet.ACTOR])[Facet.ACTOR].keys() == {"france", "germany"}


def test_named_entries_are_found_together(record, django_assert_num_queries):
    entries = [record.summit("first"), record.summit("second")]
    draft = record.summit("draft", publish=False)
    gone = record.summit("gone")
    publishing.withdraw(gone)
    ids = [str(one.uid) for one in (*entries, draft, gone)]

    with django_assert_num_queries(1):
        found = public.named([*ids, str(uuid4())])

    assert found == {str(one.uid): public.entry(one.slug).document for one in entries}


def test_entries_are_found_by_their_addresses(record, django_assert_num_queries):
    record.summit("first")
    record.summit("draft", publish=False)

    with django_assert_num_queries(1):
        found = public.addressed(["first", "draft", "never"])

    assert found == {"first": public.entry("first").document}
    with django_assert_num_queries(0):
        assert public.addressed([]) == {}


def test_nothing_named_needs_no_query(record, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert public.named([]) == {}


def test_named_entries_as_they_stood(record):
    first = record.summit("first")
    then = public.Moment.parse(public.timestamp(publishing.standing(first).published_at))
    publishing.withdraw(first)

    assert public.named([str(first.uid)], public.Moment.parse("2000-01-01")) == {}
    assert list(public.named([str(first.uid)], then)) == [str(first.uid)]
    assert public.named([str(first.uid)]) == {}


def test_more_tags_than_one_statement_can_ask_for(record, monkeypatch):
    monkeypatch.setattr(tags, "NEWEST", 1)
    for number in range(3):
        record.development(f"one-{number}", topics=[f"rare-{number}"])
    names = [f"unused-{number}" for number in range(600)]
    Tag.objects.bulk_create([Tag(facet=Facet.TOPIC, slug=name, label="{}") for name in names])

    found = public.choices([Facet.TOPIC], public.Moment.parse(timezone.now().isoformat()))

    assert {"rare-0", "rare-1", "rare-2"} <= found[Facet.TOPIC].keys()
    assert not found[Facet.TOPIC].keys() & set(names)


def test_labels_of_what_is_asked_for(record, django_assert_num_queries):
    record.development("one", topics=["force", "talks"], actors=["force"])

    with django_assert_num_queries(1):
        found = public.labels([Facet.TOPIC, Facet.ACTOR], ["force", "nothing"])

    assert {facet: list(names) for facet, names in found.items()} == {
        Facet.TOPIC: ["force"],
        Facet.ACTOR: ["force"],
    }
    with django_assert_num_queries(0):
        assert public.labels([Facet.TOPIC], []) == {Facet.TOPIC: {}}
