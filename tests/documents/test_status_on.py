"""The status of a commitment on a day: what is dated later is announced, and not in force."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from events import public, publishing
from events.documents.reading import status_on
from events.documents.rendering.records import date_of
from tests.record import Record

HISTORY = [("2020-02-01", "under-way"), ("2026-05", "delayed"), ("2027-01-27", "withdrawn")]


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2020-01-31", "open"),
        ("2020-02-01", "under-way"),
        ("2026-04-30", "under-way"),
        ("2026-05-01", "delayed"),
        ("2027-01-26", "delayed"),
        ("2027-01-27", "withdrawn"),
    ],
)
def test_the_last_change_that_had_come_is_in_force(day: str, status: str) -> None:
    history = [{"date": date_of(edtf), "status": of_day} for edtf, of_day in HISTORY]
    promise: Any = {"history": history, "status": "withdrawn"}
    assert status_on(promise, day) == status


@pytest.mark.django_db
def test_an_exit_that_is_notified_is_none_yet(client: Any) -> None:
    record = Record()
    today = timezone.localdate()
    entry = record.commitment("promise", publish=False)
    record.status(entry, "under-way", (today - timedelta(400)).isoformat())
    record.status(entry, "withdrawn", (today + timedelta(60)).isoformat())
    publishing.publish(entry)

    document: Any = public.entry("promise").document
    assert document["status"] == "under-way"
    page = client.get("/en/entries/promise/").content.decode()
    assert "announced, not in force yet" in page
    assert client.get("/api/v1/entries/?status=withdrawn").json()["results"] == []
