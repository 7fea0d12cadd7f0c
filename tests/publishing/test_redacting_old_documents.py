"""Redacting documents of older shapes, which the log keeps as they were published."""

from datetime import timedelta
from typing import Any

import orjson
import pytest
from django.utils import timezone

from events import publishing
from events.documents.shapes import SHAPE
from events.log import RedactedVersion, Redaction, Version, VersionUpgrade
from events.publishing import Why
from events.vocabulary import Ground
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
WHY = Why(Ground.PERSONAL_DATA, {"en": "A private person asked for it."})


def age(seq: int, published_at: Any = None, **changes: Any) -> None:
    """Make the stored document one of shape 3 that says this; today's stays beside it. The log
    allows that to a redaction alone."""
    version = Version.objects.get(pk=seq)
    today = version.document or ""
    text = orjson.dumps({**orjson.loads(today), **changes, "shape": 3}).decode()
    made = Redaction.objects.create(seq=seq, ground="mistake", at=version.published_at)
    RedactedVersion.objects.create(
        redaction=made, version=version, places="[]", after=publishing.digest(text)
    )
    Version.objects.filter(pk=seq).update(document=text, redaction=made)
    VersionUpgrade.objects.create(version=version, document=today)


def test_an_address_goes_where_it_is_the_only_name_of_a_link() -> None:
    meeting = record.summit("jane-meeting")
    promise = record.commitment("promise", made_at=meeting)
    seq = Version.objects.get(entry=promise.pk).pk
    age(seq, made_at="jane-meeting")

    publishing.redact(publishing.in_entry(meeting, ["all", "slug"]), WHY)

    assert not Version.objects.filter(document__contains="jane-meeting").exists()
    assert not VersionUpgrade.objects.filter(document__contains="jane-meeting").exists()


def test_readers_have_todays_shape_when_times_were_put_right() -> None:
    record.development("event")
    age(1)
    wrong = Version.objects.get(pk=1).published_at
    right = wrong - timedelta(seconds=1)
    assert right < timezone.now()

    publishing.redact(
        lambda: {1: [("version", "published_at")]},
        Why(Ground.CLOCK, {"en": "The clock ran fast."}),
        times={1: right},
    )

    version = Version.objects.get(pk=1)
    assert orjson.loads(version.document or "")["shape"] == 3
    assert orjson.loads(VersionUpgrade.objects.get(pk=1).document)["shape"] == SHAPE
