from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import public, publishing
from events.models import Membership, Version
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def standing(slug: str) -> Any:
    return public.entry(slug).document


def test_renaming_an_actor_publishes_again_what_names_it() -> None:
    record.position("one", holder="france")
    record.position("two", holder="germany", speaker="france")
    record.position("three", holder="germany")
    france = record.actor("france")
    france.name_de = "Französische Republik"
    france.save()
    assert publishing.count_naming(france) == 2
    assert publishing.republish(france) == 2
    for slug in ("one", "two"):
        document = standing(slug)
        [name] = [a["name"]["de"] for a in document["actors"] if a["slug"] == "france"]
        [known] = [a["name"]["de"] for a in document["actor_records"] if a["slug"] == "france"]
        assert name == known == "Französische Republik"
        assert document["version"]["number"] == 2
    assert standing("three")["version"]["number"] == 1


def test_renaming_twice_changes_nothing_more() -> None:
    record.position(holder="france")
    france = record.actor("france")
    france.name_en = "French Republic"
    france.save()
    assert [publishing.republish(france), publishing.republish(france)] == [1, 0]


def test_renaming_keeps_a_draft_a_draft() -> None:
    entry = record.position("one", holder="france")
    entry.title_en, entry.stance = "Not yet public", "opposes"
    entry.save()
    entry.topics.add(record.topic("not-yet-public"))
    france = record.actor("france")
    france.name_en = "French Republic"
    france.save()
    publishing.republish(france)
    document = standing("one")
    assert document["title"]["en"] == "Title of one"
    assert document["stance"] == "supports"
    assert [topic["slug"] for topic in document["topics"]] == ["force"]
    assert document["actors"][0]["name"]["en"] == "French Republic"


def test_renaming_a_domain_reaches_what_names_it_in_a_contribution_alone() -> None:
    record.commitment("one", domains=["mitigation"])
    promise = record.commitment("two", domains=["land"], publish=False)
    record.called(promise, "france", domain="mitigation")
    publishing.publish(promise)
    record.commitment("three", domains=["land"])
    domain = record.domain("mitigation")
    domain.name_de, domain.description_en = "Klimaschutz", "Fewer emissions"
    domain.save()
    assert (publishing.count_naming(domain), publishing.republish(domain)) == (2, 2)
    renamed = {
        "slug": "mitigation",
        "name": {"en": "Mitigation", "de": "Klimaschutz"},
        "description": {"en": "Fewer emissions"},
    }
    assert standing("one")["domain_records"] == [renamed]
    assert [record["slug"] for record in standing("two")["domain_records"]] == [
        "land",
        "mitigation",
    ]
    assert standing("two")["domain_records"][1] == renamed
    assert standing("two")["domains"] == ["land"]
    assert standing("three")["version"]["number"] == 1


def test_renaming_a_format_reaches_its_meetings() -> None:
    record.summit("one", format="cop")
    record.summit("two", format="talks")
    form = record.format("cop")
    form.name_en = "Conference of the parties"
    form.save()
    assert publishing.republish(form) == 1
    assert standing("one")["format"] == "cop"
    assert standing("one")["format_record"]["name"] == {
        "en": "Conference of the parties",
        "de": "Cop (de)",
    }
    assert standing("two")["version"]["number"] == 1


def test_another_place_in_the_list_changes_nothing_public() -> None:
    record.commitment("one", domains=["land", "mitigation"])
    domain = record.domain("mitigation")
    domain.order = 0
    domain.save()
    assert publishing.republish(domain) == 0


@pytest.mark.parametrize("kind", ["topic", "measure", "source", "process"])
def test_renaming_anything_that_documents_name(kind: str) -> None:
    entry = record.position(topic="force", publish=False)
    record.figure(entry, "countries", 26)
    publishing.publish(entry)
    reference = {
        "topic": record.topic("force"),
        "measure": record.measure("countries"),
        "source": record.source("report"),
        "process": record.process("peace"),
    }[kind]
    field = "title" if kind == "source" else "name_en"
    setattr(reference, field, "Another name")
    reference.save()
    assert publishing.republish(reference) == 1
    assert '"Another name"' in public.entry("stand").text


def test_an_actor_and_a_topic_of_one_short_name_are_not_confused() -> None:
    record.development("by-the-actor", actors=["force"])
    record.position("on-the-topic", topic="force", holder="germany")
    topic = record.topic("force")
    topic.name_en = "Renamed"
    topic.save()
    assert publishing.republish(topic) == 1
    assert standing("on-the-topic")["topics"][0]["name"]["en"] == "Renamed"


def test_a_new_member_of_a_coalition_reaches_the_public_record() -> None:
    coalition = record.coalition("willing", france="lead")
    record.development("one", actors=["willing"])
    Membership.objects.create(body=coalition, actor=record.actor("poland"), role="member")
    assert publishing.republish(coalition) == 1
    records = {known["slug"]: known for known in standing("one")["actor_records"]}
    assert [member["actor"] for member in records["willing"]["members"]] == ["france", "poland"]
    assert "poland" in records
    # From now on a new name of the member reaches it, too.
    poland = record.actor("poland")
    poland.name_en = "Republic of Poland"
    poland.save()
    assert publishing.republish(poland) == 1


def on_file(slug: str, entry: str) -> Any:
    return next(one for one in standing(entry)["actor_records"] if one["slug"] == slug)


def test_both_sides_of_a_succession_reach_the_public_record() -> None:
    record.development("old", actors=["alba"])
    record.development("new", actors=["norda"])
    succession = record.succession("alba", "norda", "2011-07-01")

    assert publishing.republish(record.actor("alba")) == 2
    assert [one["actor"] for one in on_file("alba", "old")["successors"]] == ["norda"]
    assert [one["actor"] for one in on_file("norda", "new")["predecessors"]] == ["alba"]

    norda = record.actor("norda")
    norda.name_en = "The North"
    norda.save()
    assert publishing.republish(norda) == 2
    assert on_file("alba", "old")["successors"][0]["name"]["en"] == "The North"

    # What is taken away is taken away on both sides.
    succession.delete()
    assert publishing.republish(record.actor("alba")) == 2
    assert on_file("alba", "old")["successors"] == []
    assert on_file("norda", "new")["predecessors"] == []


def test_the_source_of_something_on_file_is_renewed_wherever_it_is_named() -> None:
    treaty = record.source("treaty")
    body = record.coalition("willing", france="lead")
    body.memberships.update(source=treaty)
    record.development("one", actors=["willing"])
    assert publishing.count_naming(treaty) == 1

    treaty.title = "The Treaty"
    treaty.save()

    assert publishing.republish(treaty) == 1
    assert [source["title"] for source in standing("one")["source_records"]] == ["The Treaty"]


def test_a_new_name_or_life_span_of_an_actor_says_nothing_else_of_the_day() -> None:
    record.development("one", date="1917", actors=["russia"])
    said = standing("one")["actors"]
    russia = record.actor("russia")
    russia.since = "1991-12-26"
    russia.save()
    record.alias("russia", "Россия", "ru")

    assert publishing.republish(russia) == 1
    assert standing("one")["actors"] == said
    assert on_file("russia", "one")["aliases"][0]["text"] == "Россия"


def test_people_keep_whom_they_represented_at_the_time() -> None:
    minister = record.person("minister", represents="france")
    record.position("one", holder="france", speaker="minister")
    minister.represents = record.actor("poland")
    minister.save()
    publishing.republish(minister)
    document = standing("one")
    [speaker] = [actor for actor in document["actors"] if actor["role"] == "speaker"]
    assert (speaker["represents"], speaker["country"]) == ("france", "FR")
    [known] = [known for known in document["actor_records"] if known["slug"] == "minister"]
    assert known["represents"] == "poland"


def test_withdrawn_entries_and_drafts_are_left_alone() -> None:
    record.position("draft", holder="france", publish=False)
    publishing.withdraw(record.position("gone", holder="france"))
    france = record.actor("france")
    france.name_en = "French Republic"
    france.save()
    assert publishing.count_naming(france) == 0
    assert publishing.republish(france) == 0
    assert Version.objects.count() == 2


def test_renaming_costs_no_query_per_entry() -> None:
    def queries(slug: str, count: int) -> int:
        for number in range(count):
            record.position(f"{slug}-{number}", holder=slug)
        actor = record.actor(slug)
        actor.name_en = "Name"
        actor.save()
        with CaptureQueriesContext(connection) as context:
            assert publishing.republish(actor) == count
        return len(context)

    queries("poland", 1)
    assert queries("germany", 8) == queries("france", 3)
