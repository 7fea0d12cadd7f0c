from types import SimpleNamespace

import pytest

from events import publishing
from events.models import Commitment, Summit
from tests import snapshot
from tests.record import Record


@pytest.fixture
def record(db):
    return Record()


@pytest.fixture
def site(record):
    """A small record with an entry of each kind and all that an entry can have."""
    _publish_site(record)
    summit, promise = Summit.objects.get(slug="paris"), Commitment.objects.get(slug="promise")
    return SimpleNamespace(record=record, summit=summit, promise=promise)


@snapshot.kept
def _publish_site(record):
    record.person("merz", represents="germany", office_en="Chancellor", office_de="Kanzler")
    record.coalition("the-willing", france="lead", germany="member")
    first = record.summit("berlin", date="2025-12-15~", place_en="Berlin", place_country="DE")
    summit = record.summit(
        "paris",
        actors=["the-willing"],
        topics=["force"],
        follows=first,
        place_en="Paris",
        place_de="Paris",
        place_country="FR",
        publish=False,
    )
    record.part(summit, "merz", "participant", status="expected")
    record.part(summit, "russia", "participant", status="absent")
    record.figure(summit, "countries", 35)
    publishing.publish(summit)
    older = record.commitment("older-promise", date="2025")
    promise = record.commitment(
        "promise",
        date="2025-09",
        actors=["the-willing"],
        domains=["land", "air"],
        firmness="announced",
        condition_en="A ceasefire",
        condition_state="pending",
        deadline="2026-06",
        made_at=summit,
        restates=older,
        restatement="strengthens",
        publish=False,
    )
    record.measure("states", counts_actors=True)
    record.figure(promise, "states", 26, qualifier="about", low=24, high=30)
    record.called(promise, "poland", value=1200, unit="soldiers", stage="announced")
    record.status(promise, "under-way", "2026-01")
    publishing.publish(promise)
    record.position("stand", holder="germany", topic="force", stance="supports", speaker="merz")
    record.position("refusal", holder="russia", topic="force", stance="opposes", date="../2026-01")
    event = record.development("event", date="2025-11-15~/..", actors=["ukraine"])
    record.question("unclear", topics=["force"], actors=["germany"])
    record.question("answered", answered_by=event)
    promise.title_en = "Title of promise, corrected"
    promise.save()
    publishing.publish(promise, note="Corrected the title")
    gone = record.development("gone")
    publishing.withdraw(gone, note="Published in error")


LANGUAGES = ["en", "de"]
ENTRIES = [
    *("berlin", "paris", "older-promise", "promise", "stand", "refusal"),
    *("event", "unclear", "answered"),
]
PATHS = [
    "",
    "about/",
    "timeline/",
    "timeline/?order=oldest",
    "timeline/?kind=position&actor=germany&topic=force&stance=supports&q=title",
    "timeline/?from=2025-01-01&to=2026-12-31&limit=2",
    "commitments/",
    "commitments/?by=actor",
    "commitments/?by=map",
    "commitments/?by=actor&actor=poland&domain=land",
    "commitments/?topic=force",
    "questions/",
    "questions/?by=topic",
    "questions/?status=answered",
    "search/",
    "search/?q=title&kind=position&actor=germany",
    "search/?q=nowhere",
    "meetings/",
    "compare/",
    "compare/berlin/paris/",
    "actors/",
    "actors/germany/",
    "actors/the-willing/",
    "topics/",
    "topics/force/",
    "sources/",
    "sources/?missing=address&outlet=x",
    "sources/report/",
    "sources/report/?fate=stands",
    "since/",
    "since/?as_of=2020-01-01&kind=summit",
    *(f"entries/{slug}/" for slug in ENTRIES),
    "entries/promise/versions/",
    "entries/promise/versions/?from=1&to=2",
    "entries/promise/versions/1/",
    "entries/promise/versions/2/",
    "entries/gone/versions/",
    "entries/gone/versions/2/",
]
