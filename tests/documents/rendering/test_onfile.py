"""What documents say of actors apart from any entry, and the queries that takes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.documents.rendering import with_facts
from events.documents.rendering.onfile import all_on_file, sources_on_file
from events.documents.rendering.records import actor_record, date_of
from events.models import FormerName, Identifier, Membership, Office
from tests.documents.rendered import document_of
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def on_file(slug):
    return actor_record(with_facts(slug=slug)[0])


def test_everything_that_is_on_file_of_a_state():
    alba = record.actor(
        "alba",
        kind="country",
        country="YUCS",
        since="1918",
        since_source=record.source("treaty"),
        until="2011-06-30",
    )
    record.succession("alba", "norda", "2011-07-01", "gazette")
    record.succession("alba", "suda")
    record.succession("old-alba", "alba")
    record.alias("alba", "Albania Antica", "it", "formal")
    record.alias("alba", "ALB", kind="abbreviation")
    Identifier.objects.create(actor=alba, scheme="wikidata", value="Q1")
    Identifier.objects.create(actor=alba, scheme="other", value="G 1", url="https://example.org/")

    found = on_file("alba")

    norda = {
        "actor": "norda",
        "name": {"en": "Norda", "de": "Norda (de)"},
        "date": date_of("2011-07-01"),
        "source": "gazette",
    }
    suda = {"name": {"en": "Suda", "de": "Suda (de)"}, "date": None, "source": None}
    before = {"name": {"en": "Old Alba", "de": "Old Alba (de)"}, "date": None, "source": None}
    assert found["country"] == "YUCS"
    assert found["lifespan"] == {
        "since": date_of("1918"),
        "since_source": "treaty",
        "until": date_of("2011-06-30"),
        "until_source": None,
    }
    assert found["successors"] == [norda, {"actor": "suda", **suda}]
    assert found["predecessors"] == [{"actor": "old-alba", **before}]
    assert found["aliases"] == [
        {"text": "Albania Antica", "language": "it", "kind": "formal"},
        {"text": "ALB", "language": None, "kind": "abbreviation"},
    ]
    assert found["identifiers"] == [
        {"scheme": "wikidata", "value": "Q1", "url": "https://www.wikidata.org/wiki/Q1"},
        {"scheme": "other", "value": "G 1", "url": "https://example.org/"},
    ]
    assert "members" not in found


def test_an_organisation_has_members_and_each_its_source():
    eu = record.actor("eu")
    Membership.objects.create(
        body=eu, actor=record.actor("france"), since="1958", source=record.source("treaty")
    )
    assert on_file("eu")["members"] == [
        {
            "actor": "france",
            "name": {"en": "France", "de": "France (de)"},
            "role": "member",
            "since": date_of("1958"),
            "until": None,
            "source": "treaty",
        }
    ]


def test_a_document_brings_the_sources_of_what_is_on_file():
    eu = record.actor("eu")
    Membership.objects.create(body=eu, actor=record.actor("france"), source=record.source("treaty"))
    record.succession("france", "gaul", source="gazette")
    document = document_of(record.development(actors=["eu"], publish=False))
    assert [source["slug"] for source in document["source_records"]] == ["treaty", "gazette"]
    # Who came after is named, and not brought along.
    assert [actor["slug"] for actor in document["actor_records"]] == ["eu", "france"]


def test_however_many_there_are_it_takes_the_same_queries():
    def queries(name, count):
        for number in range(count):
            member, person = f"{name}-{number}", f"{name}-envoy-{number}"
            Membership.objects.create(body=record.actor(name), actor=record.actor(member))
            record.alias(member, f"Alias {member}")
            record.succession(member, f"new-{member}", source="gazette")
            FormerName.objects.create(actor=record.actor(member), name_en="Old", until="1990")
            record.person(person, represents=name)
            Office.objects.create(actor=record.actor(person), title_en="Envoy")
        with CaptureQueriesContext(connection) as context:
            found = all_on_file(with_facts(slug__startswith=f"{name}-envoy"))
            assert len([actor_record(actor) for actor in found]) == 2 * count + 1
            assert [source.slug for source in sources_on_file(found)] == ["gazette"]
        return len(context)

    assert queries("one", 1) == queries("many", 5)
