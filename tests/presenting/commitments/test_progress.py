"""What has become of a commitment and of each of its parts, as a reader of a day is told it."""

from datetime import date

import pytest
from django.utils.translation import override

from events import publishing
from events.presenting.commitments.progress import changes, parts, parts_line
from events.presenting.wording.closed_lists import Term
from events.presenting.wording.links import Links


@pytest.fixture
def promise(record, read):
    """A promise that a court has blocked, in three parts."""
    entry = record.commitment("promise", deadline="2027", publish=False)
    court = record.actor("court", name_en="Court of Appeals", name_de="Berufungsgericht")
    record.status(entry, "fulfilled", "2025-12-01")
    record.status(entry, "blocked", "2025-12-20", by=court, note_en="until it is heard")
    record.promised(entry, "train", text_en="Train 10,000 soldiers", deadline="2026-01")
    record.promised(entry, "radar", order=1, text_en="Deliver radar", text_de="Radar liefern")
    record.promised(entry, "fund", order=2)
    record.status(entry, "under-way", "2025-11", part="train")
    record.status(entry, "fulfilled", "2025-12-15", part="radar", locator="p. 2")
    record.status(entry, "expired", "2026-09-30", part="fund")
    publishing.publish(entry)
    return read("promise")


@pytest.fixture
def links(db):
    return Links(date(2026, 2, 1))


def test_a_change_says_who_made_it(promise, links):
    fulfilled, blocked = changes(promise, links)

    assert (fulfilled.status.label, fulfilled.by, fulfilled.by_url) == ("Fulfilled", "", "")
    assert (blocked.status, blocked.date.label) == (
        *(Term("blocked", "Blocked", "mixed"), "20 December 2025"),
    )
    assert (blocked.by.plain, blocked.by_url) == ("Court of Appeals", "/en/actors/court/")
    assert (blocked.note, blocked.source, blocked.ahead) == ("until it is heard", "report", "")
    with override("de"):
        [_fulfilled, blocked] = changes(promise, Links(date(2026, 2, 1)))
        assert (blocked.status.label, blocked.by.plain) == ("Blockiert", "Berufungsgericht")


def test_each_part_has_its_status_with_date_and_source(promise, links):
    found = parts(promise, links)

    assert [(part.text.plain, part.status.label) for part in found] == [
        ("Train 10,000 soldiers", "Under way"),
        ("Deliver radar", "Fulfilled"),
        ("Part fund", "Open"),
    ]
    assert [
        [
            (step.status.label, step.date.label, step.source, step.locator, step.ahead)
            for step in steps
        ]
        for steps in (part.changes for part in found)
    ] == [
        [("Under way", "November 2025", "report", "", "")],
        [("Fulfilled", "15 December 2025", "report", "p. 2", "")],
        [("Expired", "30 September 2026", "report", "", "announced, not in force yet")],
    ]


def test_a_part_with_a_deadline_of_its_own_can_be_late(promise, links):
    found = parts(promise, links)

    assert [part.deadline and part.deadline.label for part in found] == [
        *("January 2026", None, None),
    ]
    assert [part.lateness and part.lateness.label for part in found] == [
        *("Overdue for at least 1 day", None, None),
    ]


@pytest.mark.parametrize(
    ("day", "line"),
    [
        ("2025-12-14", "0 of 3 parts fulfilled"),
        ("2025-12-15", "1 of 3 parts fulfilled"),
        ("2027-01-01", "1 of 3 parts fulfilled"),
    ],
)
def test_how_many_parts_are_fulfilled_on_a_day(promise, day, line):
    assert parts_line(promise, date.fromisoformat(day)) == line


def test_what_may_be_fulfilled_by_now_is_said_to_be_no_more_than_that(record, read):
    entry = record.commitment("promise", deadline="2026-01", date="2025-09", publish=False)
    record.promised(entry, "train", deadline="2026-01-15")
    record.promised(entry, "radar", deadline="2026-01-15")
    record.status(entry, "fulfilled", "2026-01~", part="train")
    publishing.publish(entry)
    promise, links = read("promise"), Links(date(2026, 2, 1))

    train, radar = parts(promise, links)
    assert train.status.label == "Open, possibly fulfilled since 17 December 2025"
    assert train.lateness.label == "The deadline has passed; whether it was met is not known"
    assert radar.lateness.label == "Overdue for 17 days"
    assert parts_line(promise, date(2026, 2, 1)) == "0 of 2 parts fulfilled, possibly 1 more"
    [change] = train.changes
    assert change.ahead == "possibly in force: its day is not known"
    with override("de"):
        german, _radar = parts(promise, Links(date(2026, 2, 1)))
        assert german.status.label == "Offen, möglicherweise seit dem 17. Dezember 2025 erfüllt"
    [before, _radar] = parts(promise, Links(date(2025, 12, 16)))
    assert before.status.label == "Open"
    [after, _radar] = parts(promise, Links(date(2026, 2, 15)))
    assert after.status.label == "Fulfilled"
    assert after.lateness is None


def test_one_part_and_none(record, read):
    entry = record.commitment("one", publish=False)
    record.promised(entry, "train")
    publishing.publish(entry)
    record.commitment("none")

    assert parts_line(read("one"), date(2026, 2, 1)) == "0 of 1 part fulfilled"
    assert parts_line(read("none"), date(2026, 2, 1)) == ""
    with override("de"):
        assert parts_line(read("one"), date(2026, 2, 1)) == "0 von 1 Teil erfüllt"


def test_a_suspension_ends_again(record, read):
    entry = record.commitment("promise", publish=False)
    record.status(entry, "suspended", "2025-03-01", by=record.actor("party"))
    record.status(entry, "under-way", "2025-09-01")
    publishing.publish(entry)

    told = [
        (step.status.label, step.by.plain) for step in changes(read("promise"), Links(date.max))
    ]
    assert told == [("Suspended", "Party"), ("Under way", "")]
    assert read("promise")["status"] == "under-way"
