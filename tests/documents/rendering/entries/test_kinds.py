"""What only the documents of one kind have, whole, as the public gets it."""

from typing import Any

import pytest

from events.documents.rendering.records import date_of
from tests.counting import counted
from tests.documents.rendered import document_of
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def stage(actor: str, of: str | None = None, **more: Any) -> dict[str, Any]:
    """A row of the roll call as a document has it."""
    number = more.pop("amount", None)
    bounds = {"low": None, "high": None, "qualifier": "exactly", "form": None}
    names = {"en": "aircraft", "de": "Flugzeuge"}
    unit = {"slug": "aircraft", "name": names, "one": {"de": "Flugzeug"}}
    unit |= {"currency": None, "multiple": None}
    return {
        "actor": actor,
        "stage": of,
        "date": None,
        "source": "report",
        "locator": "",
        "domain": None,
        "amount": None if number is None else {"value": number, "unit": unit, **bounds},
        "quote": "",
        "note": {},
        **more,
    }


def own_members(document: dict[str, Any]) -> dict[str, Any]:
    """What only documents of this kind have."""
    common = document_of(record.development("plain", publish=False))
    return {name: value for name, value in document.items() if name not in common}


def test_a_summit() -> None:
    earlier = record.summit("earlier")
    entry = record.summit(
        status="held",
        format="talks",
        place_en="Paris",
        place_de="Paris",
        place_country="FR",
        follows=earlier,
        publish=False,
    )
    assert own_members(document_of(entry)) == {
        "status": "held",
        "format": "talks",
        "format_record": {
            "slug": "talks",
            "name": {
                "en": "Talks between delegations",
                "de": "Gespräche zwischen Delegationen",
            },
            "description": {},
        },
        "level": None,
        "mode": "in-person",
        "places": [{"name": {"en": "Paris", "de": "Paris"}, "country": "FR", "zone": None}],
        "earlier_dates": [],
        "follows": {"id": str(earlier.uid), "slug": "earlier"},
    }


def test_a_summit_of_which_little_is_known() -> None:
    assert own_members(document_of(record.summit(publish=False))) == {
        "status": "planned",
        "format": "summit",
        "format_record": {
            "slug": "summit",
            "name": {"en": "Summit of leaders", "de": "Gipfel der Staats- und Regierungschefs"},
            "description": {},
        },
        "level": None,
        "mode": None,
        "places": [],
        "earlier_dates": [],
        "follows": None,
    }


def test_a_meeting_in_two_places_that_was_moved() -> None:
    entry = record.summit(
        date="2026-01-06T23:30:00Z",
        level="ministers",
        mode="hybrid",
        places=[("Paris", "FR", "Europe/Paris"), ("Doha", "QA", "")],
        publish=False,
    )
    record.earlier_date(
        entry,
        "2026-01-05T10:00:00",
        moved_on="2026-01-02",
        source=record.source(),
        note_en="storm",
    )
    document = document_of(entry)

    own = own_members(document)
    assert {name: own[name] for name in ("level", "mode", "places")} == {
        "level": "ministers",
        "mode": "hybrid",
        "places": [
            {"name": {"en": "Paris"}, "country": "FR", "zone": "Europe/Paris"},
            {"name": {"en": "Doha"}, "country": "QA", "zone": None},
        ],
    }
    # By the clocks of the first place.
    assert document["date"] == date_of("2026-01-07T00:30:00+01")
    assert document["earlier_dates"] == [
        {
            "date": date_of("2026-01-05T10:00:00+01"),
            "moved_on": date_of("2026-01-02"),
            "source": "report",
            "note": {"en": "storm"},
        }
    ]


@pytest.mark.parametrize(
    ("form", "mode", "place", "expected"),
    [
        *(("call", "", "", "online"), ("call", "", "Paris", "online")),
        *(("talks", "", "Paris", "in-person"), ("talks", "", "", None)),
        *(("call", "hybrid", "", "hybrid"), ("talks", "online", "Paris", "online")),
    ],
)
def test_a_call_is_online_and_a_meeting_at_a_place_in_person_unless_the_entry_says_otherwise(
    form: str, mode: str, place: str, expected: str | None
) -> None:
    fields = {"place_en": place} if place else {}
    entry = record.summit(format=form, mode=mode, **fields, publish=False)
    assert own_members(document_of(entry))["mode"] == expected


def test_a_commitment() -> None:
    summit, earlier = record.summit("paris"), record.commitment("earlier")
    entry = record.commitment(
        actors=["willing"],
        domains=["money", "land", "air"],
        firmness="agreed",
        condition_en="a ceasefire",
        condition_state="pending",
        deadline="2026-03",
        made_at=summit,
        restates=earlier,
        restatement="strengthens",
        publish=False,
    )
    record.measure("countries", counts_actors=True)
    record.figure(entry, "countries", 24)
    record.figure(entry, "countries", 26, preferred=True, reason_en="newer")
    record.figure(entry, "soldiers", 10_000)
    record.called(entry, "france", domain="air", value="12.5", unit="aircraft")
    record.called(entry, "france", domain="land", stage="announced")
    record.called(entry, "germany", domain="training", note_en="training only")
    record.status(entry, "under-way", "2026-02")
    record.status(entry, "open", "2025-09", locator="p. 2")
    document = document_of(entry)
    assert own_members(document) == {
        "domains": ["land", "air", "money"],
        "domain_records": [
            {"slug": "land", "name": {"en": "On land", "de": "Zu Lande"}, "description": {}},
            {"slug": "air", "name": {"en": "In the air", "de": "In der Luft"}, "description": {}},
            {"slug": "training", "name": {"en": "Training", "de": "Ausbildung"}, "description": {}},
            {"slug": "money", "name": {"en": "Money", "de": "Geld"}, "description": {}},
        ],
        "firmness": "agreed",
        "condition": {"text": {"en": "a ceasefire"}, "state": "pending"},
        "status": "under-way",
        "history": [
            {
                "status": "open",
                "date": date_of("2025-09"),
                "by": None,
                "source": "report",
                "locator": "p. 2",
                "basis": None,
                "note": {},
            },
            {
                "status": "under-way",
                "date": date_of("2026-02"),
                "by": None,
                "source": "report",
                "locator": "",
                "basis": None,
                "note": {},
            },
        ],
        "parts": [],
        "deadline": date_of("2026-03"),
        "made_at": {"id": str(summit.uid), "slug": "paris"},
        "restates": [{"id": str(earlier.uid), "slug": "earlier", "how": "strengthens"}],
        "roll_call": [
            stage("france", domain="air", amount=12.5),
            stage("france", "announced", domain="land"),
            stage("germany", domain="training", note={"en": "training only"}),
        ],
        "counts": counted(26, 2, 1, on="2026-01-06"),
    }
    assert [(actor["slug"], actor["role"]) for actor in document["actors"]] == [
        ("willing", "party"),
        ("france", "contributor"),
        ("germany", "contributor"),
    ]


def test_a_count_never_becomes_names() -> None:
    entry = record.commitment(actors=["willing"], publish=False)
    record.measure("countries", counts_actors=True)
    record.figure(entry, "countries", 26)
    document = document_of(entry)
    assert document["counts"] == counted(26, on="2026-01-06")
    assert [actor["slug"] for actor in document["actors"]] == ["willing"]


def test_a_commitment_of_which_little_is_known() -> None:
    assert own_members(document_of(record.commitment(publish=False))) == {
        "domains": [],
        "domain_records": [],
        "firmness": "announced",
        "condition": None,
        "status": "open",
        "history": [],
        "parts": [],
        "deadline": None,
        "made_at": None,
        "restates": [],
        "roll_call": [],
        "counts": counted(on="2026-01-06"),
    }


def test_a_position() -> None:
    record.person("minister", represents="france")
    entry = record.position(
        stance="conditional", speaker="minister", attribution_en="a diplomat", publish=False
    )
    assert own_members(document_of(entry)) == {
        "stance": "conditional",
        "speakers": ["minister"],
        "attribution": {"en": "a diplomat"},
    }


def test_a_position_has_as_many_speakers_as_spoke_in_their_order() -> None:
    entry = record.position(speaker="germany", publish=False)
    record.part(entry, "poland", "speaker", order=1)
    record.part(entry, "austria", "speaker", order=2)
    assert own_members(document_of(entry))["speakers"] == ["germany", "poland", "austria"]


def test_one_who_speaks_for_two_bodies_is_one_speaker() -> None:
    record.person("rutte")
    entry = record.position(publish=False)
    for body in ("netherlands", "alliance"):
        record.part(entry, "rutte", "speaker", represents=record.actor(body))
    assert own_members(document_of(entry))["speakers"] == ["rutte"]


def test_who_changed_a_status_is_named_and_on_file() -> None:
    entry = record.commitment(actors=["france"], publish=False)
    record.status(entry, "blocked", "2026-02", by=record.actor("court"))
    document = document_of(entry)
    assert [(step["status"], step["by"]) for step in document["history"]] == [("blocked", "court")]
    assert [known["slug"] for known in document["actor_records"]] == ["france", "court"]
    assert [actor["slug"] for actor in document["actors"]] == ["france"]


def test_the_parts_of_a_commitment_have_a_history_each() -> None:
    entry = record.commitment(publish=False)
    record.promised(entry, "training", text_en="Train", text_de="Ausbilden", deadline="2026-06")
    record.promised(entry, "radar", order=1, text_en="Deliver radar")
    record.status(entry, "under-way", "2026-01")
    record.status(entry, "fulfilled", "2026-05", part="training", note_en="done")
    record.status(entry, "under-way", "2026-02", part="training")
    document = document_of(entry)
    assert document["status"] == "under-way"
    assert [step["status"] for step in document["history"]] == ["under-way"]
    training, radar = document["parts"]
    assert radar == {
        "key": "radar",
        "text": {"en": "Deliver radar"},
        "deadline": None,
        "status": "open",
        "history": [],
    }
    assert (training["key"], training["text"], training["deadline"], training["status"]) == (
        "training",
        {"en": "Train", "de": "Ausbilden"},
        date_of("2026-06"),
        "fulfilled",
    )
    assert [(step["status"], step["note"]) for step in training["history"]] == [
        ("under-way", {}),
        ("fulfilled", {"en": "done"}),
    ]


def test_a_question_is_answered_once_an_entry_answers_it() -> None:
    entry = record.question(publish=False)
    assert own_members(document_of(entry)) == {"status": "open", "answered_by": None}
    entry.answered_by = paris = record.summit("paris")
    entry.save()
    document = document_of(entry)
    answer = {"id": str(paris.uid), "slug": "paris"}
    assert (document["status"], document["answered_by"]) == ("answered", answer)
