"""What the documents of all kinds have."""

from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.documents import shapes
from events.documents.rendering.entries import render, whole
from events.documents.rendering.records import date_of
from events.models import KINDS
from tests.documents.rendered import document_of
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()

REPORT = {
    "slug": "report",
    "title": "Report report",
    "authors": [],
    "publisher": None,
    "url": None,
    "archive_url": None,
    "access": None,
    "doi": None,
    "isbn": None,
    "urn": None,
    "languages": ["de"],
    "published_on": "2026-01-06",
    "state": "published",
    "state_date": None,
    "state_note": {},
    "state_source": None,
    "locator": "",
    "quote": "",
    "quote_language": None,
    "stance": "supports",
    "note": {},
}

# What the record of an actor has that nobody has recorded.
NOTHING_MORE: dict[str, Any] = {
    "lifespan": None,
    "predecessors": [],
    "successors": [],
    "aliases": [],
    "identifiers": [],
}


def test_what_all_kinds_share() -> None:
    entry = record.development(
        "event",
        topics=["force"],
        date="2025-12-15~",
        date_label_en="mid-December 2025",
        summary_de="Nur auf *Deutsch*.",
        publish=False,
    )
    record.person("minister", represents="germany", office_en="Minister", office_de="Ministerin")
    record.part(entry, "minister", "involved")
    record.figure(entry, "leaders", 27, qualifier="at-least", low=20)
    picture = record.picture(entry)
    record.medium(entry, "https://example.org/film", title_en="Film", publisher="TV")
    assert document_of(entry) == {
        "id": str(entry.uid),
        "slug": "event",
        "kind": "development",
        "processes": ["peace"],
        "title": {"en": "Title of event", "de": "Titel von event"},
        "summary": {"de": "Nur auf *Deutsch*."},
        "date": {
            "edtf": "2025-12-15~",
            "earliest": "2025-12-12",
            "latest": "2025-12-18",
            "precision": "day",
            "approximate": True,
            "uncertain": False,
            "label": {"en": "mid-December 2025", "de": "um den 15. Dezember 2025"},
        },
        "rank": 0,
        "key_event": False,
        "contradicts": [],
        "basis": None,
        "topics": [
            {
                "slug": "force",
                "name": {"en": "Topic force", "de": "Thema force"},
                "description": {},
                "aliases": [],
                "wider": [],
            }
        ],
        "actors": [
            {
                "slug": "minister",
                "name": {"en": "Minister", "de": "Minister (de)"},
                "kind": "person",
                "role": "involved",
                "status": None,
                "name_today": None,
                "office": {"en": "Minister", "de": "Ministerin"},
                "represents": "germany",
                "represents_by": "file",
                "country": "DE",
            }
        ],
        "figures": [
            {
                "measure": "leaders",
                "label": {"en": "leaders", "de": "leaders (de)"},
                "value": 27,
                "low": 20,
                "high": None,
                "unit": None,
                "qualifier": "at-least",
                "source": None,
                "preferred": False,
                "reason": {},
            }
        ],
        "pictures": [
            {
                "sizes": picture.sizes,
                "caption": {},
                "description": {"en": "Red and blue"},
                "credit": "Ada",
                "licence": "cc-by-4.0",
                "licence_url": "https://creativecommons.org/licenses/by/4.0/",
                "origin": None,
            }
        ],
        "media": [
            {
                "kind": "video",
                "url": "https://example.org/film",
                "title": {"en": "Film"},
                "publisher": "TV",
            }
        ],
        "sources": [REPORT],
        "process_records": [
            {
                "slug": "peace",
                "name": {"en": "Process peace", "de": "Prozess peace"},
                "summary": {},
            }
        ],
        "actor_records": [
            {
                "slug": "minister",
                "name": {"en": "Minister", "de": "Minister (de)"},
                "kind": "person",
                "country": "DE",
                "office": {"en": "Minister", "de": "Ministerin"},
                "description": {},
                "represents": "germany",
                "offices": [],
                "former_names": [],
                **NOTHING_MORE,
            },
            {
                "slug": "germany",
                "name": {"en": "Germany", "de": "Germany (de)"},
                "kind": "country",
                "country": "DE",
                "office": {},
                "description": {},
                "represents": None,
                "offices": [],
                "former_names": [],
                **NOTHING_MORE,
            },
        ],
        "source_records": [],
        "shape": shapes.SHAPE,
    }


def test_people_represent_at_a_meeting_whom_they_represented_there() -> None:
    record.person("envoy", represents="france")
    entry = record.summit(publish=False)
    record.part(entry, "envoy", "participant", status="attended", represents=record.actor("poland"))
    [actor] = document_of(entry)["actors"]
    assert (actor["represents"], actor["country"], actor["status"]) == ("poland", "PL", "attended")
    known = {known["slug"] for known in document_of(entry)["actor_records"]}
    assert known == {"envoy", "poland", "france"}


def test_a_coalition_brings_its_members_and_theirs() -> None:
    record.coalition("inner", ukraine="observer")
    record.coalition("willing", france="lead", inner="member")
    document = document_of(record.development(actors=["willing"], publish=False))
    records = {known["slug"]: known for known in document["actor_records"]}
    assert set(records) == {"willing", "france", "inner", "ukraine"}
    assert records["willing"]["members"] == [
        {
            "actor": "france",
            "name": {"en": "France", "de": "France (de)"},
            "role": "lead",
            "since": None,
            "until": None,
            "source": None,
        },
        {
            "actor": "inner",
            "name": {"en": "Inner", "de": "Inner (de)"},
            "role": "member",
            "since": None,
            "until": None,
            "source": None,
        },
    ]
    assert "members" not in records["france"]


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2025-09", "2025-09-01", "2025-09-30"),
        ("../2026-01-06", None, "2026-01-06"),
        ("2025-11-15~/..", "2025-11-12", None),
        ("2025~", "2024-07-01", "2026-06-30"),
        ("0001-01-01/9999-12-31", "0001-01-01", "9999-12-31"),
    ],
)
def test_dates_say_no_more_than_is_known(
    edtf: str, earliest: str | None, latest: str | None
) -> None:
    date = date_of(edtf)
    assert (date["edtf"], date["earliest"], date["latest"]) == (edtf, earliest, latest)
    assert set(date["label"]) == set(settings.MODELTRANSLATION_LANGUAGES)


def test_rendering_many_costs_what_rendering_one_costs() -> None:
    def queries(count: int) -> int:
        with CaptureQueriesContext(connection) as context:
            for entry in whole(KINDS["commitment"].objects.order_by("pk")[:count]):
                render(entry)
        return len(context)

    for number in range(5):
        entry = record.commitment(f"c{number}", actors=["france"], topics=["a"], publish=False)
        record.called(entry, "germany")
        record.status(entry, "open", "2025")
        record.figure(entry, "soldiers", 5)
    assert queries(1) == queries(5)
