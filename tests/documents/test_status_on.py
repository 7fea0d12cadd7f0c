"""The status of a commitment on a day: what is dated later is announced, and not in force; what is
vaguely dated is in force only from when it certainly is."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from events import public, publishing
from events.documents.progress import part_status_on, status_on
from events.documents.rendering.records import date_of
from tests.record import Record

HISTORY = [
    ("2020-02-01", "under-way"),
    ("2026-05", "delayed"),
    ("2026-09-01/2026-09-30", "suspended"),
    ("2027-01-27", "withdrawn"),
]


def of(*history: tuple[str, str]) -> Any:
    changes = [{"date": date_of(edtf), "status": status} for edtf, status in history]
    return {"history": changes, "status": "open", "date": {"earliest": None}}


@pytest.mark.parametrize("edtf", ["2026-XX", "../2026-12", "2026~"])
def test_nothing_comes_of_a_commitment_before_it_is_made(edtf: str) -> None:
    promise = of((edtf, "suspended")) | {"date": date_of("2026-02-10")}

    [other] = status_on(promise, date(2026, 3, 1)).others

    assert other == ("suspended", date(2026, 2, 10))


def told(promise: Any, day: str) -> tuple[str, list[tuple[str, str | None]]]:
    found = status_on(promise, date.fromisoformat(day))
    others = [(one.status, str(one.since) if one.since else None) for one in found.others]
    return found.known, others


@pytest.mark.parametrize(
    ("day", "status", "others"),
    [
        ("2020-01-31", "open", []),
        ("2020-02-01", "under-way", []),
        ("2026-04-30", "under-way", []),
        ("2026-05-01", "under-way", [("delayed", "2026-05-01")]),
        ("2026-05-30", "under-way", [("delayed", "2026-05-01")]),
        ("2026-05-31", "delayed", []),
        ("2026-09-01", "suspended", []),
        ("2026-10-01", "delayed", []),
        ("2027-01-26", "delayed", []),
        ("2027-01-27", "withdrawn", []),
    ],
)
def test_the_last_change_that_had_come_is_in_force(
    day: str, status: str, others: list[tuple[str, str | None]]
) -> None:
    assert told(of(*HISTORY), day) == (status, others)


@pytest.mark.parametrize(
    ("history", "day", "status", "others"),
    [
        ([("../2026-01-06", "fulfilled")], "1990-01-01", "open", [("fulfilled", None)]),
        ([("../2026-01-06", "fulfilled")], "2026-01-06", "fulfilled", []),
        ([("2025~", "fulfilled")], "2025-12-31", "open", [("fulfilled", "2024-07-01")]),
        ([("2025~", "fulfilled")], "2026-06-30", "fulfilled", []),
        ([("[2026-01-05,2026-02-05]", "broken")], "2026-01-05", "open", [("broken", "2026-01-05")]),
        ([("2026-36", "expired")], "2026-12-30", "open", [("expired", "2026-10-01")]),
        ([("2026-36", "expired")], "2026-12-31", "expired", []),
        # Which of the two came last?
        (
            [("2026-01", "fulfilled"), ("2026-01-10", "under-way")],
            "2026-02-20",
            "fulfilled",
            [("under-way", "2026-01-10")],
        ),
        # Two that say the same leave no doubt, whichever came last.
        ([("2026-01", "broken"), ("2026-01-10", "broken")], "2026-02-20", "broken", []),
        # Until when it was suspended is not known to the day.
        ([("2026-03/2026-04", "suspended")], "2026-04-20", "suspended", [("open", "2026-04-02")]),
    ],
)
def test_what_is_not_known_is_possible(
    history: list[tuple[str, str]], day: str, status: str, others: list[tuple[str, str | None]]
) -> None:
    assert told(of(*history), day) == (status, others)


def test_a_part_has_a_status_of_its_own() -> None:
    part = of(("2026-03", "fulfilled"))
    found = part_status_on(part, date(2026, 3, 10), part)
    assert found.known == "open"
    assert not found.is_certainly(["open"])
    assert found.is_possibly(["fulfilled"])


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


@pytest.mark.django_db
def test_what_may_have_come_is_not_published_as_a_fact(client: Any) -> None:
    record = Record()
    today = timezone.localdate()
    entry = record.commitment("promise", publish=False)
    record.promised(entry, "training")
    span = f"[{today - timedelta(9)}..{today + timedelta(9)}]"
    record.status(entry, "fulfilled", span)
    record.status(entry, "fulfilled", span, part="training")
    publishing.publish(entry)

    document: Any = public.entry("promise").document
    assert document["status"] == "open"
    assert document["parts"][0]["status"] == "open"
    page = client.get("/en/entries/promise/").text
    day = date_of((today - timedelta(9)).isoformat())["label"]
    assert f"Open, possibly fulfilled since {day['en']}" in page
    assert "0 of 1 part fulfilled, possibly 1 more" in page
    assert "possibly in force: its day is not known" in page
    german = client.get("/de/entries/promise/").text
    assert f"Offen, möglicherweise seit dem {day['de']} erfüllt" in german
