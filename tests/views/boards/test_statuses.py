"""Boards and lists have the statuses of the reader's day, whatever was published before."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from events import publishing
from tests.record import Record

TODAY = date(2026, 3, 10)


def on(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda value=None, timezone=None: day)


@pytest.fixture
def promises(record: Record, monkeypatch: pytest.MonkeyPatch) -> Record:
    """Published on 10 March: one that is open and possibly fulfilled, one with an exit announced,
    one that is suspended until the end of March, and one of which no more is known."""
    on(monkeypatch, TODAY)
    for slug, history in {
        "vague": [("fulfilled", "2026-03")],
        "exit": [("under-way", "2026-01-05"), ("withdrawn", "2026-06-01")],
        "pause": [("under-way", "2026-01-05"), ("suspended", "2026-02-01/2026-03-31")],
        "plain": [],
    }.items():
        entry = record.commitment(slug, publish=False, date="2026-01-01")
        for status, edtf in history:
            record.status(entry, status, edtf)
        publishing.publish(entry)
    return record


def board(client: Client, query: dict[str, str] | None = None) -> dict[str, list[str]]:
    """The cards of the board by the name of their group, with its number checked."""
    groups = client.get("/en/commitments/", query or {}).context["groups"]
    assert all(group.number == len(group.items) for group in groups)
    return {str(group.heading): sorted(card.url for card in group.items) for group in groups}


def named(*slugs: str) -> list[str]:
    return [f"/en/entries/{slug}/" for slug in slugs]


@pytest.mark.parametrize(
    ("day", "groups"),
    [
        (TODAY, {"Open": ["plain", "vague"], "Under way": ["exit"], "Suspended": ["pause"]}),
        (
            date(2026, 3, 31),
            {
                "Open": ["plain"],
                "Under way": ["exit"],
                "Fulfilled": ["vague"],
                "Suspended": ["pause"],
            },
        ),
        (
            date(2026, 6, 1),
            {
                "Open": ["plain"],
                "Under way": ["pause"],
                "Fulfilled": ["vague"],
                "Withdrawn by those who made it": ["exit"],
            },
        ),
    ],
)
def test_the_board_has_the_statuses_of_the_day(
    promises: Record,
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    day: date,
    groups: dict[str, list[str]],
) -> None:
    on(monkeypatch, day)

    found = board(client)

    assert found == {heading: named(*slugs) for heading, slugs in groups.items()}


def test_one_status_is_a_list_of_those_that_have_it_on_the_day(
    promises: Record, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, date(2026, 6, 1))
    assert board(client, {"status": "fulfilled"}) == {"Fulfilled": named("vague")}
    assert board(client, {"status": "under-way"}) == {"Under way": named("pause")}
    assert board(client, {"status": "suspended"}) == {}
    timeline = client.get("/en/timeline/", {"status": "withdrawn"}).context
    assert [item.slug for group in timeline["groups"] for item in group.items] == ["exit"]
    assert timeline["total"] == 1
    assert client.get("/en/search/", {"status": "open"}).context["total"] == 1
    # What has been published is what it was; so it is in the API, whose answers are kept.
    api = client.get("/api/v1/entries/", {"status": "open"}).json()["results"]
    assert sorted(one["slug"] for one in api) == ["plain", "vague"]


def test_a_card_says_what_it_may_be_instead(
    promises: Record, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = client.get("/en/commitments/").text
    assert "Open, possibly fulfilled since 1 March 2026" in found
    on(monkeypatch, TODAY + timedelta(30))
    assert "possibly fulfilled" not in client.get("/en/commitments/").text


def test_what_is_published_again_has_its_status(
    promises: Record, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, date(2026, 4, 1))
    entry: Any = promises.commitment("later", publish=False, date="2026-01-01")
    promises.status(entry, "fulfilled", "2026-03")
    publishing.publish(entry)

    assert board(client)["Fulfilled"] == named("later", "vague")
