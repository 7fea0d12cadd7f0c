"""Lateness is told from the deadline's latest day, the reader's day and the status."""

from datetime import date
from typing import Any

import pytest

from events.documents.rendering.records import date_of
from events.presenting.commitments.lateness import SETTLED, lateness, part_lateness
from events.presenting.wording.closed_lists import Term
from events.vocabulary import CommitmentStatus

pytestmark = pytest.mark.usefixtures("links")

MADE = {"earliest": "2025-01-06"}

DAY = date(2026, 7, 1)


def said(edtf, status="open", day=DAY):
    deadline = date_of(edtf) if edtf else None
    promise: Any = {"deadline": deadline, "status": status, "history": [], "date": MADE}
    return lateness(promise, day)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        (None, None),
        ("2026-06-30", Term("late", "Overdue for 1 day", "wrong")),
        ("2026-01-01", Term("late", "Overdue for 6 months", "wrong")),
        ("2026-06", Term("late", "Overdue for at least 1 day", "wrong")),
        ("2025", Term("late", "Overdue for at least 6 months", "wrong")),
        ("../2026-06-01", Term("late", "Overdue for 30 days", "wrong")),
        ("2026-05~", Term("late", "Probably overdue; the deadline is not exact", "wrong")),
        ("2026-06-01?", Term("late", "Probably overdue; the deadline is not exact", "wrong")),
        ("2026-07-01", Term("due", "Due today", "mixed")),
        ("2026-07~", Term("due", "Due about now; the deadline is not exact", "mixed")),
        ("2026-07", Term("due", "Due by 31 July 2026 at the latest", "mixed")),
        ("2026", Term("due", "Due by 31 December 2026 at the latest", "mixed")),
        ("../2026-08-01", Term("due", "Due by 1 August 2026 at the latest", "mixed")),
        ("2026-07-02", Term("ahead", "1 day left", "ahead")),
        ("2026-09", Term("ahead", "2 months left", "ahead")),
        ("2027", Term("ahead", "at least 6 months left", "ahead")),
        ("2026-01-01/..", None),
        ("2026-01-01/", None),
    ],
)
def test_what_is_said_of_a_deadline(edtf, expected):
    assert said(edtf) == expected


def test_what_is_over_is_not_late():
    assert {status: said("2026-01-01", status) for status in SETTLED} == dict.fromkeys(SETTLED)
    unsettled = set(CommitmentStatus.values) - set(SETTLED)
    assert unsettled == {
        *("open", "under-way", "delayed", "partly-fulfilled"),
        *("suspended", "blocked"),
    }
    assert all(said("2026-01-01", status) for status in unsettled)


def test_what_is_announced_to_end_can_still_be_late():
    change = {"date": date_of("2027-01-27"), "status": "withdrawn"}
    promise: Any = {
        "deadline": date_of("2026-01-01"),
        "status": "withdrawn",
        "history": [change],
        "date": MADE,
    }

    assert lateness(promise, DAY)
    assert lateness(promise, date(2027, 1, 27)) is None


@pytest.mark.parametrize(
    ("status", "passed", "ahead"),
    [
        (
            "suspended",
            "Suspended; the deadline has passed",
            "Suspended; the deadline has not passed yet",
        ),
        ("blocked", "Blocked; the deadline has passed", "Blocked; the deadline has not passed yet"),
    ],
)
def test_what_is_held_up_is_not_said_to_be_late(status, passed, ahead):
    assert said("2026-06", status) == Term("held-up", passed, "mixed")
    assert said("2026-07", status) == Term("held-up", ahead, "mixed")
    assert said("2027", status) == Term("held-up", ahead, "mixed")
    assert said(None, status) is None


def step(edtf, status):
    return {"date": date_of(edtf), "status": status}


def test_what_was_held_up_and_goes_on_can_be_late_again():
    history = [step("2026-02-01", "suspended"), step("2026-06-20", "under-way")]
    promise: Any = {
        "deadline": date_of("2026-06"),
        "status": "under-way",
        "history": history,
        "date": MADE,
    }

    assert lateness(promise, date(2026, 6, 19)).value == "held-up"
    assert lateness(promise, date(2026, 6, 20)).value == "due"
    assert lateness(promise, DAY).value == "late"


@pytest.mark.parametrize("status", ["expired", "terminated", "never-in-force", "suspended"])
def test_what_is_announced_is_not_so_yet(status):
    promise: Any = {
        "deadline": date_of("2026-01-01"),
        "status": status,
        "history": [step("2027-02-05", status)],
        "date": MADE,
    }

    assert lateness(promise, DAY).value == "late"
    after = lateness(promise, date(2027, 2, 5))
    assert after is None or after.value == "held-up"


def test_a_part_has_a_deadline_of_its_own_or_none():
    part: Any = {"deadline": date_of("2026-06"), "status": "open", "history": []}
    whole: Any = {"deadline": None, "status": "open", "history": [], "date": MADE}

    assert part_lateness(part, whole, DAY).value == "late"
    assert part_lateness(part | {"status": "fulfilled"}, whole, DAY) is None
    assert part_lateness(part | {"deadline": None}, whole, DAY) is None
    assert part_lateness(part, whole | {"status": "terminated"}, DAY) is None


def test_a_month_has_passed_when_its_last_day_has():
    assert said("2026-06", day=date(2026, 6, 30)).value == "due"
    assert said("2026-06", day=date(2026, 7, 1)).value == "late"
