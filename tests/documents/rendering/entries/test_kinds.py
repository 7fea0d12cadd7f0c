"""What only the documents of one kind have, whole, as the public gets it."""

import pytest

from events.documents.rendering.records import date_of
from tests.documents.rendered import document_of, own_members
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


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


def test_a_question_is_answered_once_an_entry_answers_it() -> None:
    entry = record.question(publish=False)
    assert own_members(document_of(entry)) == {"status": "open", "answered_by": None}
    entry.answered_by = paris = record.summit("paris")
    entry.save()
    document = document_of(entry)
    answer = {"id": str(paris.uid), "slug": "paris"}
    assert (document["status"], document["answered_by"]) == ("answered", answer)
