"""What a published document becomes when what it names has other names."""

import copy
from typing import Any

import orjson
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import publishing
from events.documents.rendering.records import actor_record
from events.documents.rendering.relabelling import Library, relabel
from events.models import Entry, Membership
from tests.documents.rendered import document_of
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def relabelled(document: Any) -> Any:
    return relabel(document, Library([document]))


def rename(reference: Any, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(reference, name, value)
    reference.save()


def everything() -> list[Entry]:
    """An entry of each kind, with all that an entry can name."""
    record.person("minister", represents="germany", office_en="Minister")
    record.person("envoy", represents="france")
    record.coalition("inner", ukraine="observer")
    record.coalition("willing", poland="lead", inner="member")
    paris = record.summit("paris", actors=["minister", "envoy"], topics=["force"], publish=False)
    promise = record.commitment("promise", actors=["willing", "russia"], publish=False)
    record.called(promise, "envoy")
    record.called(promise, "minister", value=5, unit="jets")
    record.figure(promise, "countries", 26)
    record.status(promise, "delayed", "2026-02")
    stand = record.position("stand", holder="germany", speaker="minister", publish=False)
    event = record.development("event", publish=False)
    record.part(event, "envoy", "involved", represents=record.actor("poland"))
    record.part(event, "russia", "involved", order=1)
    return [paris, promise, stand, event, record.question(actors=["russia"], publish=False)]


def test_where_nothing_has_changed_the_document_is_the_same_to_the_byte() -> None:
    for entry in everything():
        document = document_of(entry)
        assert orjson.dumps(relabelled(document)) == orjson.dumps(document)


def test_after_every_name_has_changed_it_is_what_rendering_again_gives() -> None:
    entries = everything()
    before = {entry.slug: document_of(entry) for entry in entries}
    for slug in ("minister", "envoy", "germany", "france", "ukraine", "poland", "russia"):
        rename(record.actor(slug), name_en=f"New {slug}", description_de=f"Über {slug}")
    rename(record.actor("germany"), country="AT")
    for slug in ("willing", "inner"):
        rename(record.actor(slug), name_de=f"Neu {slug}")
    rename(record.process(), name_en="New process", summary_de="Überblick")
    rename(record.topic("force"), name_de="Neues Thema", description_en="About force")
    rename(record.measure("countries"), name_en="states")
    rename(record.source(), title="Corrected", publisher="Press", url="https://example.org/")
    for entry in entries:
        after = document_of(entry)
        assert after != before[entry.slug]
        assert orjson.dumps(relabelled(before[entry.slug])) == orjson.dumps(after)


def test_what_the_entry_says_stays_whatever_its_draft_says() -> None:
    entry = record.summit(actors=["france"], topics=["force"], publish=False)
    record.figure(entry, "leaders", 27, reason_en="counted")
    document = document_of(entry)
    rename(entry, title_en="Another", date="2026-02", status="held", level="experts")
    entry.topics.set([record.topic("talks")])
    entry.participations.all().delete()
    entry.figures.all().delete()
    entry.citations.all().delete()
    assert relabelled(document) == document


def test_what_is_of_the_citation_stays_of_the_citation() -> None:
    entry = record.development(source=None, publish=False)
    record.cite(entry, "report", locator="p. 2", quote="Quote", note_en="note")
    document = document_of(entry)
    rename(record.source("report"), title="Corrected")
    [old] = document["sources"]
    assert relabelled(document)["sources"] == [old | {"title": "Corrected"}]


def test_the_document_that_is_given_is_not_touched() -> None:
    [paris, *_rest] = everything()
    document = document_of(paris)
    copied = copy.deepcopy(document)
    rename(record.actor("germany"), name_en="Federal Republic")
    rename(record.topic("force"), name_en="Troops")
    assert relabelled(document) != copied
    assert document == copied


def test_somebody_who_changes_office_still_spoke_for_whom_they_spoke_for() -> None:
    record.person("minister", represents="germany")
    document = document_of(record.summit(actors=["minister"], publish=False))
    rename(record.actor("minister"), represents=record.actor("poland"))
    after = relabelled(document)
    [minister] = after["actors"]
    assert (minister["represents"], minister["country"]) == ("germany", "DE")
    assert [(known["slug"], known["represents"]) for known in after["actor_records"]] == [
        ("minister", "poland"),
        ("germany", None),
        ("poland", None),
    ]
    assert after["actor_records"][0]["country"] == "PL"


def test_new_members_come_in_with_theirs_and_former_ones_go() -> None:
    record.coalition("willing", france="lead")
    document = document_of(record.commitment(actors=["willing"], publish=False))
    record.coalition("inner", ukraine="observer")
    Membership.objects.all().filter(actor__slug="france").delete()
    members = {"body": record.actor("willing"), "role": "member"}
    Membership.objects.create(actor=record.actor("inner"), **members)
    expected = [actor_record(record.actor(slug)) for slug in ("willing", "inner", "ukraine")]
    assert relabelled(document)["actor_records"] == expected


def test_coalitions_that_are_members_of_each_other_end_somewhere() -> None:
    record.coalition("one", two="member")
    rename(record.actor("two"), kind="coalition")
    document = document_of(record.commitment(actors=["one"], publish=False))
    record.coalition("two", one="member")
    known = [known["slug"] for known in relabelled(document)["actor_records"]]
    assert known == ["one", "two"]


def test_a_library_costs_the_same_for_many_documents() -> None:
    documents = [
        document_of(record.position(f"p{number}", holder=f"a{number}", topic=f"t{number}"))
        for number in range(6)
    ]

    def queries(count: int) -> int:
        with CaptureQueriesContext(connection) as context:
            library = Library(documents[:count])
            for document in documents[:count]:
                relabel(document, library)
        return len(context)

    assert queries(1) == queries(6)


def test_publishing_again_what_was_renamed_and_has_not_changed_adds_nothing() -> None:
    entry = everything()[0]
    publishing.publish(entry)
    germany = record.actor("germany")
    assert publishing.republish(germany) == 0
    rename(germany, name_en="Federal Republic")
    assert publishing.republish(germany) == 1
    assert publishing.publish(entry).number == 2
