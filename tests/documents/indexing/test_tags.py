"""The tags of a document: pure functions, held against documents of every kind."""

import orjson
import pytest

from events import publishing
from events.documents import indexing
from events.documents.indexing import TagName
from events.models import Membership, Tag
from tests.documents.rendered import document_of
from tests.documents.tagged import (
    FRANCE,
    FROM_FORMAT,
    GERMANY,
    POLAND,
    tags,
)
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def test_a_development_of_which_little_is_known_has_a_process_and_a_source() -> None:
    assert tags(record.development(publish=False)) == {}


def test_a_summit() -> None:
    entry = record.summit(
        status="held", level="leaders", actors=["france"], topics=["force", "talks"], publish=False
    )
    record.part(entry, "france", "host")
    assert tags(entry) == {
        ("topic", "force"): '{"en":"Topic force","de":"Thema force"}',
        ("topic", "talks"): '{"en":"Topic talks","de":"Thema talks"}',
        ("record", "france"): FRANCE,
        ("actor", "france"): FRANCE,
        ("actor-role", "france/participant"): "",
        ("actor-role", "france/host"): "",
        ("role", "participant"): "",
        ("role", "host"): "",
        ("status", "held"): "",
        **FROM_FORMAT,
        ("level", "leaders"): "",
    }


def test_whoever_changed_the_status_of_a_commitment_is_found_and_has_no_role() -> None:
    entry = record.commitment(publish=False)
    record.promised(entry, "radar")
    record.status(entry, "blocked", "2026-02", by=record.actor("france"))
    record.status(entry, "expired", "2026-03", by=record.actor("germany"), part="radar")
    found = tags(entry)
    assert {name: label for name, label in found.items() if name[0] in ("actor", "record")} == {
        ("record", "france"): FRANCE,
        ("actor", "france"): FRANCE,
        ("record", "germany"): GERMANY,
        ("actor", "germany"): GERMANY,
    }
    assert not [name for name in found if name[0] in ("role", "actor-role", "takes-part")]


def test_a_commitment_with_a_figure_and_a_contributor() -> None:
    entry = record.commitment(actors=["france"], publish=False)
    record.called(entry, "germany")
    record.figure(entry, "soldiers", 10)
    record.status(entry, "under-way", "2026-02")
    assert tags(entry) == {
        ("measure", "soldiers"): '{"en":"soldiers","de":"soldiers (de)"}',
        ("record", "france"): FRANCE,
        ("record", "germany"): GERMANY,
        ("actor", "france"): FRANCE,
        ("actor", "germany"): GERMANY,
        ("actor-role", "france/party"): "",
        ("actor-role", "germany/contributor"): "",
        ("role", "party"): "",
        ("role", "contributor"): "",
        ("status", "under-way"): "",
        ("firmness", "announced"): "",
        ("takes-part", "FR/party/france"): FRANCE,
        ("takes-part", "DE/contributor/germany"): GERMANY,
    }


def test_who_takes_part_in_a_commitment_and_how() -> None:
    record.person("envoy", represents="germany")
    record.coalition("willing", france="lead", poland="member")
    left = record.actor("ukraine")
    Membership.objects.create(body=record.actor("willing"), actor=left, role="member", until="2025")
    entry = record.commitment(
        actors=["envoy", "willing"], domains=["land", "air"], firmness="agreed", publish=False
    )
    record.called(entry, "poland", domain="air", stage="announced")
    record.called(entry, "league")
    found = tags(entry)
    assert {slug: label for (facet, slug), label in found.items() if facet == "takes-part"} == {
        "DE/party/germany": GERMANY,
        "/party/willing": '{"en":"Willing","de":"Willing (de)"}',
        "FR/member/france": FRANCE,
        "PL/member/poland": POLAND,
        "PL/contributor/poland": POLAND,
        "PL/in:air/poland": POLAND,
        "PL/confirmed/poland": POLAND,
        "/contributor/league": '{"en":"League","de":"League (de)"}',
    }
    closed = {(facet, slug) for facet, slug in found if facet in ("domain", "firmness")}
    assert closed == {("domain", "land"), ("domain", "air"), ("firmness", "agreed")}


def test_domains_have_their_names_those_of_a_contribution_alone_too() -> None:
    entry = record.commitment(domains=["land"], publish=False)
    record.called(entry, "poland", domain="money")
    found = {slug: label for (facet, slug), label in tags(entry).items() if facet == "domain"}
    assert found == {
        "land": '{"en":"On land","de":"Zu Lande"}',
        "money": '{"en":"Money","de":"Geld"}',
    }


@pytest.mark.parametrize("slug", ["party", "member", "confirmed", "contributor"])
def test_a_domain_of_any_name_is_no_way_of_taking_part(slug: str) -> None:
    entry = record.commitment(domains=[slug], publish=False)
    record.called(entry, "poland", domain=slug)
    found = [name for name in tags(entry) if name[0] == "takes-part"]
    assert found == [
        ("takes-part", "PL/contributor/poland"),
        ("takes-part", f"PL/in:{slug}/poland"),
    ]


def test_the_longest_short_names_have_room() -> None:
    actor, domain = "a" * 80, "d" * 80
    entry = record.commitment(publish=False)
    record.called(entry, actor, domain=domain)
    publishing.publish(entry)
    assert Tag.objects.filter(facet="takes-part", slug=f"/in:{domain}/{actor}").exists()


def test_a_position() -> None:
    assert tags(record.position(stance="opposes", publish=False)) == {
        ("topic", "force"): '{"en":"Topic force","de":"Thema force"}',
        ("record", "france"): FRANCE,
        ("actor", "france"): FRANCE,
        ("actor-role", "france/holder"): "",
        ("role", "holder"): "",
        ("stance", "opposes"): "",
    }


@pytest.mark.parametrize("answered", [False, True])
def test_a_question(answered: bool) -> None:
    answer = record.summit("answer") if answered else None
    entry = record.question(answered_by=answer, publish=False)
    names = {("names", f"answered-by/{answer.uid}"): ""} if answer else {}
    assert tags(entry) == {("status", "answered" if answered else "open"): ""} | names


def test_the_entries_that_an_entry_names() -> None:
    meeting, promise = record.summit("meeting"), record.commitment("promise")
    summit = record.summit("next", follows=meeting, publish=False)
    assert tags(summit) == {
        ("names", f"follows/{meeting.uid}"): "",
        ("status", "planned"): "",
        **FROM_FORMAT,
    }
    commitment = record.commitment(
        "again", made_at=meeting, restates=promise, restatement="softens", publish=False
    )
    assert tags(commitment) == {
        ("names", f"made-at/{meeting.uid}"): "",
        ("names", f"restates/{promise.uid}"): "",
        ("status", "open"): "",
        ("firmness", "announced"): "",
    }


def test_labels_have_the_languages_that_there_are() -> None:
    record.actor("league", name_en="", name_de="Liga „Nord“ <b>")
    found = tags(record.development(actors=["league"], publish=False))
    assert orjson.loads(found["actor", "league"]) == {"de": "Liga „Nord“ <b>"}
    source = record.source("paper")
    source.title, source.language = "Le traité", "fr"
    source.save()
    entry = record.development("cited", source="paper", publish=False)
    labels = indexing.tags(document_of(entry))
    assert labels[TagName("source", "paper")] == '{"fr":"Le traité"}'


def test_what_is_on_file_of_actors_is_found_by_tags_of_its_own() -> None:
    record.alias("alba", "Albania")
    record.alias("alba", "ALB")
    record.succession("alba", "norda", source="gazette")
    found = tags(record.development(actors=["alba"], publish=False))
    of_file = {name: label for name, label in found.items() if name[0] in OF_FILE}
    assert of_file == {
        ("alias", "alba"): '["Albania","ALB"]',
        ("referred", "norda"): '{"en":"Norda","de":"Norda (de)"}',
        ("file-source", "gazette"): '{"de":"Report gazette"}',
    }
    # The source is not cited, and who came after is not there.
    assert {("source", "gazette"), ("record", "norda"), ("actor", "norda")}.isdisjoint(found)


OF_FILE = ("alias", "referred", "file-source")
