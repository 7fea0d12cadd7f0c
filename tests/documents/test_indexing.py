"""What a document is found by: pure functions, held against documents of every kind."""

from datetime import date
from typing import Any

import orjson
import pytest

from events.documents import indexing
from events.documents.indexing import PlaceInList, TagName
from events.documents.rendering.entries import render, rendering
from events.log.sorting import sort_key
from events.models import KINDS, Entry, Membership
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()

FROM_PROCESS = {("process", "peace"): '{"en":"Process peace","de":"Prozess peace"}'}
FROM_SOURCE = {("source", "report"): '{"de":"Report report"}'}
FRANCE = '{"en":"France","de":"France (de)"}'
GERMANY = '{"en":"Germany","de":"Germany (de)"}'
POLAND = '{"en":"Poland","de":"Poland (de)"}'


def document_of(entry: Entry) -> Any:
    return render(rendering(KINDS[entry.kind].objects.all()).get(pk=entry.pk))


def tags(entry: Entry) -> dict[tuple[str, str], str]:
    """The tags of the entry but those that every entry of these tests has."""
    found = {
        (name.facet, name.slug): label for name, label in indexing.tags(document_of(entry)).items()
    }
    for name, label in (FROM_PROCESS | FROM_SOURCE).items():
        assert found.pop(name) == label
    return found


def test_a_development_of_which_little_is_known_has_a_process_and_a_source() -> None:
    assert tags(record.development(publish=False)) == {}


def test_a_summit() -> None:
    entry = record.summit(
        status="held", actors=["france"], topics=["force", "talks"], publish=False
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
    }


def test_a_commitment_with_a_figure_and_a_contributor() -> None:
    entry = record.commitment(actors=["france"], publish=False)
    record.contribution(entry, "germany")
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
    Membership.objects.create(
        coalition=record.actor("willing"), actor=left, role="member", until="2025"
    )
    entry = record.commitment(
        actors=["envoy", "willing"], domains=["land", "air"], firmness="agreed", publish=False
    )
    record.contribution(entry, "poland", domain="air", confirmed=True)
    record.contribution(entry, "league")
    found = tags(entry)
    assert {slug: label for (facet, slug), label in found.items() if facet == "takes-part"} == {
        "DE/party/germany": GERMANY,
        "/party/willing": '{"en":"Willing","de":"Willing (de)"}',
        "FR/member/france": FRANCE,
        "PL/member/poland": POLAND,
        "PL/contributor/poland": POLAND,
        "PL/air/poland": POLAND,
        "PL/confirmed/poland": POLAND,
        "/contributor/league": '{"en":"League","de":"League (de)"}',
    }
    closed = {(facet, slug) for facet, slug in found if facet in ("domain", "firmness")}
    assert closed == {("domain", "land"), ("domain", "air"), ("firmness", "agreed")}


@pytest.mark.parametrize(
    ("until", "takes_part"),
    [
        ("2026-01-07", True),
        ("2026-01-06", True),  # on the very day
        ("2026-01-05", False),
        ("2026-01", True),
        ("2025-12", False),
        ("2026-01-06/..", True),
        ("", True),
    ],
)
def test_who_left_a_coalition_before_its_commitment_takes_no_part(
    until: str, takes_part: bool
) -> None:
    coalition = record.coalition("willing")
    Membership.objects.create(
        coalition=coalition, actor=record.actor("france"), role="member", until=until
    )
    entry = record.commitment(actors=["willing"], date="2026-01-06/2026-02", publish=False)
    members = {slug for facet, slug in tags(entry) if slug.endswith("/member/france")}
    assert members == ({"FR/member/france"} if takes_part else set())


def test_who_left_may_have_taken_part_in_what_has_no_known_beginning() -> None:
    coalition = record.coalition("willing")
    Membership.objects.create(
        coalition=coalition, actor=record.actor("france"), role="member", until="2001"
    )
    entry = record.commitment(actors=["willing"], date="../2026-02", publish=False)
    assert ("takes-part", "FR/member/france") in tags(entry)


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
    names = {("names", "answered-by/answer"): ""} if answered else {}
    assert tags(entry) == {("status", "answered" if answered else "open"): ""} | names


def test_the_entries_that_an_entry_names() -> None:
    meeting, promise = record.summit("meeting"), record.commitment("promise")
    summit = record.summit("next", follows=meeting, publish=False)
    assert tags(summit) == {("names", "follows/meeting"): "", ("status", "planned"): ""}
    commitment = record.commitment(
        "again", made_at=meeting, restates=promise, restatement="softens", publish=False
    )
    assert tags(commitment) == {
        ("names", "made-at/meeting"): "",
        ("names", "restates/promise"): "",
        ("status", "open"): "",
        ("firmness", "announced"): "",
    }


def test_a_country_is_found_by_those_who_represent_it_in_their_role() -> None:
    record.person("envoy", represents="germany")
    entry = record.summit(publish=False)
    record.part(entry, "envoy", "chair")
    envoy = '{"en":"Envoy","de":"Envoy (de)"}'
    assert tags(entry) == {
        ("record", "envoy"): envoy,
        ("record", "germany"): GERMANY,
        ("actor", "envoy"): envoy,
        ("actor", "germany"): GERMANY,
        ("actor-role", "envoy/chair"): "",
        ("actor-role", "germany/chair"): "",
        ("role", "chair"): "",
        ("status", "planned"): "",
    }


def test_whom_somebody_represents_elsewhere_is_carried_and_takes_no_part() -> None:
    record.person("envoy", represents="germany")
    entry = record.development(publish=False)
    record.part(entry, "envoy", "involved", represents=record.actor("poland"))
    found = tags(entry)
    assert {slug for facet, slug in found if facet == "actor"} == {"envoy", "poland"}
    assert {slug: label for (facet, slug), label in found.items() if facet == "record"} == {
        "envoy": '{"en":"Envoy","de":"Envoy (de)"}',
        "poland": POLAND,
        "germany": GERMANY,
    }
    assert {slug for facet, slug in found if facet == "actor-role"} == {
        "envoy/involved",
        "poland/involved",
    }


def test_members_of_a_coalition_are_carried_and_take_no_part() -> None:
    record.coalition("willing", france="lead", germany="member")
    found = tags(record.commitment(actors=["willing"], publish=False))
    assert {slug for facet, slug in found if facet == "record"} == {"willing", "france", "germany"}
    assert {slug for facet, slug in found if facet == "actor"} == {"willing"}
    assert {slug for facet, slug in found if facet == "actor-role"} == {"willing/party"}


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


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "day", "month"),
    [
        ("2026-01-06", date(2026, 1, 6), date(2026, 1, 6), date(2026, 1, 6), 202601),
        ("2025", date(2025, 1, 1), date(2025, 12, 31), date(2025, 1, 1), 202500),
        ("2025-21", date(2025, 3, 1), date(2025, 5, 31), date(2025, 3, 1), 202500),
        ("2026/..", date(2026, 1, 1), None, date(2026, 1, 1), 202600),
        ("../2026", None, date(2026, 12, 31), date(2026, 12, 31), 202612),
        ("2024-02~", date(2024, 2, 1), date(2024, 2, 29), date(2024, 2, 1), 202402),
        ("2025-11-15/..", date(2025, 11, 15), None, date(2025, 11, 15), 202511),
        ("2025-11-15/", date(2025, 11, 15), None, date(2025, 11, 15), 202511),
        ("../2026-01-06", None, date(2026, 1, 6), date(2026, 1, 6), 202601),
        ("9999", date(9999, 1, 1), date(9999, 12, 31), date(9999, 1, 1), 999900),
    ],
)
def test_a_place_is_the_bounds_of_the_date_and_where_the_list_has_it(
    edtf: str, earliest: date | None, latest: date | None, day: date, month: int
) -> None:
    document: Any = {"date": {"edtf": edtf}, "rank": 3}
    assert indexing.place(document, 7) == PlaceInList(earliest, latest, sort_key(day, 3, 7), month)


def test_every_holder_holds_the_stance_on_every_topic_and_nobody_else() -> None:
    entry = record.position(topic="force", stance="conditional", publish=False)
    record.person("envoy", represents="poland")
    record.part(entry, "germany", "holder", order=1)
    record.part(entry, "envoy", "speaker", order=2)
    entry.topics.add(record.topic("talks"))
    document = document_of(entry)
    held = sorted(indexing.stances(document))
    assert [tuple(stance[:3]) for stance in held] == [
        ("france", "force", "conditional"),
        ("france", "talks", "conditional"),
        ("germany", "force", "conditional"),
        ("germany", "talks", "conditional"),
    ]
    assert orjson.loads(held[1].cell) == {
        "actor": "france",
        "topic": "talks",
        "stance": "conditional",
        "entry": document["slug"],
        "date": document["date"],
        "speaker": "envoy",
        "attribution": {},
    }


def test_only_positions_hold_stances() -> None:
    for make in (record.summit, record.commitment, record.development, record.question):
        entry = make(topics=["force"], actors=["france"], publish=False)
        assert indexing.stances(document_of(entry)) == []


# What the documents below have in common: process, topic, the labels of the date, the source.
COMMON = {
    *("process", "prozess", "peace", "report"),
    *("6", "january", "januar", "2026"),
}


def words_of(entry: Entry) -> set[str]:
    """The words of the document but those of its title and what all have in common."""
    found = indexing.text_words(document_of(entry))
    common = COMMON | {"title", "of", "titel", "von", entry.slug}
    assert common <= found
    return found - common


def test_words_of_what_all_kinds_have() -> None:
    entry = record.development(
        summary_en="*Zwei* Übungen",
        summary_de="Straße",
        date_label_de="Dreikönig",
        topics=["force"],
        actors=["league"],
        publish=False,
    )
    record.figure(entry, "soldiers", 10, reason_en="newer", reason_de="jünger")
    paper = record.source("paper")
    paper.publisher = "Verlag"
    paper.save()
    record.cite(entry, "paper", quote="Wörtlich!", note_en="doubtful", note_de="fraglich")
    found = indexing.text_words(document_of(entry))
    assert found == (COMMON - {"januar"}) | {
        *("title", "titel", "of", "von", "event"),
        *("zwei", "uebungen", "strasse", "dreikoenig"),
        *("topic", "thema", "force"),
        *("league", "de", "soldiers", "newer", "juenger"),
        *("paper", "verlag", "woertlich", "doubtful", "fraglich"),
    }


def test_words_of_a_summit() -> None:
    entry = record.summit(place_en="Geneva", place_de="Genf", place_country="CH", publish=False)
    assert words_of(entry) == {"geneva", "genf"}


def test_words_of_a_commitment() -> None:
    entry = record.commitment(
        condition_en="ceasefire", condition_de="Waffenruhe", condition_state="met", publish=False
    )
    record.contribution(entry, "france", note_en="jets", note_de="Flieger")
    record.status(entry, "delayed", "2026-02", note_en="weather", note_de="Wetter")
    assert words_of(entry) == {
        *("ceasefire", "waffenruhe", "jets", "flieger", "weather", "wetter"),
        *("france", "de"),
    }


def test_words_of_a_position() -> None:
    entry = record.position(attribution_en="an envoy", attribution_de="Gesandter", publish=False)
    assert words_of(entry) == {
        *("an", "envoy", "gesandter"),
        *("topic", "thema", "force", "france", "de"),
    }


def test_words_of_what_has_no_text_of_its_own() -> None:
    assert words_of(record.question(publish=False)) == set()
    assert words_of(record.development(publish=False)) == set()
    assert words_of(record.summit(publish=False)) == set()
    assert words_of(record.commitment(publish=False)) == set()
