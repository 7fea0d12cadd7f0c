"""Wherever it says where somebody stands, it says how old that is."""

from datetime import date

import pytest
from django.utils import timezone

from tests.views.reading import words


@pytest.fixture
def today(monkeypatch):
    day = date(2026, 11, 26)
    monkeypatch.setattr(timezone, "localdate", lambda value=None, timezone=None: day)
    return day


@pytest.mark.parametrize(
    "page",
    [
        "/en/",
        "/en/positions/",
        "/en/positions/france/force/",
        "/en/actors/france/",
        "/en/topics/force/",
        "/en/entries/stand/",
        "/en/entries/meeting/",
        "/en/positions/?on=2026-11-26",
    ],
)
@pytest.mark.parametrize(
    ("edtf", "age"),
    [("2026-01-08", "10 months ago"), ("2026-01~", "at least 9 months ago")],
)
def test_every_page_does(client, record, today, page, edtf, age):
    record.position("stand", date=edtf)
    # Beside a meeting stand the positions of its days, and what comes after it.
    record.summit("meeting", date="2026-01-07", topics=["force"])
    assert age in words(client.get(page))


def test_the_age_is_that_on_the_day_that_is_shown(client, record, today):
    record.position("stand", date="2025-01-01")

    assert "+ Supports 1 day ago" in words(client.get("/en/positions/", {"on": "2025-01-02"}))
    assert "+ Supports new" in words(client.get("/en/positions/", {"on": "2025-01-01"}))


def test_related_positions_have_theirs(client, record, today):
    record.coalition("the-willing", france="member")
    record.position("own", date="2026-11-01")
    record.position("theirs", holder="the-willing", date="2026-09-01")

    found = words(client.get("/en/positions/france/force/"))

    assert "1 September 2026 (2 months ago)" in found


@pytest.mark.parametrize("path", ["positions/", "timeline/", "entries/stand/"])
def test_what_is_embedded_says_up_to_when_the_record_is_kept(client, record, today, path):
    record.position("stand", date="2026-01-08")

    framed = client.get(f"/en/embed/{path}")

    assert "Last event on record: 8 January 2026, 10 months ago." in framed.text
