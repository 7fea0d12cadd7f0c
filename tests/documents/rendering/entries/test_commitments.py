"""What documents say of a commitment."""

from typing import Any

import pytest

from events.documents.rendering.records import date_of
from tests.counting import counted
from tests.documents.rendered import document_of, own_members
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
        "counts": counted(26, 1, 1, on="2026-01-06"),
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
