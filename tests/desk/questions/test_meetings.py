"""What is asked about the date of a meeting."""

import pytest

from events import publishing
from events.desk import Doubt, questions
from events.models import Summit

pytestmark = pytest.mark.django_db


def asked(meeting):
    """The questions about a meeting as the desk has it."""
    fresh = Summit.objects.get(pk=meeting.pk)
    return [(question.code, question.where) for question in questions(fresh)]


MOVED = (Doubt.MOVED, ("earlier_dates",))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("2021-11-04", "2021-11-04", []),
        ("2021-11-04", "2021-10-27", [MOVED]),
        ("2021-11", "2021-12-01", [MOVED]),
        ("2021-11-04T10:00:00Z", "2021-11-04T12:00:00Z", [MOVED]),
        ("2021-11-04/2021-11-05", "2021-11-11/2021-11-12", [MOVED]),
        # What is known better now has not moved.
        ("2021-11", "2021-11-04", []),
        ("2021-11-04", "2021-11-04T10:00:00Z", []),
        ("2021-11-04T10:00:00Z", "2021-11-04T11:00:00+01", []),
        ("../2021-11-04", "2021-10-27", []),
    ],
)
def test_a_public_meeting_with_another_date(record, before, after, expected):
    meeting = record.summit(date=before)
    meeting.date = after
    meeting.save()

    assert asked(meeting) == expected


def test_the_question_names_the_date_to_keep(record):
    meeting = record.summit(date="2021-11-04")
    meeting.date = "2021-10-27"
    meeting.save()

    [question] = questions(meeting)

    assert str(question) == (
        "The date of a public meeting changed. If it was moved, add 2021-11-04 to its earlier "
        "dates, so that readers see for when it was planned."
    )


def test_who_keeps_the_date_is_not_asked(record):
    meeting = record.summit(date="2021-11-04")
    meeting.date = "2021-10-27"
    meeting.save()
    record.earlier_date(meeting, "2021-11-04")

    assert asked(meeting) == []
    publishing.publish(meeting)
    assert asked(meeting) == []


def test_nobody_is_asked_about_a_draft_or_what_was_withdrawn(record):
    draft = record.summit("draft", date="2021-11-04", publish=False)
    withdrawn = record.summit("withdrawn", date="2021-11-04")
    publishing.withdraw(withdrawn, note="wrong")
    for meeting in (draft, withdrawn):
        meeting.date = "2021-10-27"
        meeting.save()
        assert asked(meeting) == []


def test_an_earlier_date_that_is_the_date(record):
    meeting = record.summit(date="2021-10-27", earlier=["2021-11-04", "2021-10-27"])

    assert asked(meeting) == [(Doubt.EARLIER_IS_DATE, ("earlier_dates", 1, "date"))]


@pytest.mark.parametrize(
    ("date", "zone", "expected"),
    [
        ("2026-01-06", "", []),
        ("2026-01-06T14:30:00Z", "", []),
        ("2026-01-06T14:30:00", "Europe/Paris", []),
        ("2026-01-06T14:30:00+01", "Europe/Paris", []),
        ("2026-01-06T14:30:00", "", [(Doubt.NO_ZONE, ("date",))]),
        ("2026-01-06T14:30:00/2026-01-06T16:00:00", "", [(Doubt.NO_ZONE, ("date",))]),
        # CET in summer, when clocks in Paris show CEST.
        ("2026-07-06T14:30:00+01", "Europe/Paris", [(Doubt.OTHER_CLOCK, ("date",))]),
        # An hour that was left out, and one that came twice.
        ("2026-03-29T02:30:00", "Europe/Paris", [(Doubt.CLOCKS_CHANGE, ("date",))]),
        ("2026-10-25T02:30:00", "Europe/Paris", [(Doubt.CLOCKS_CHANGE, ("date",))]),
        ("2026-10-25T02:30:00+02", "Europe/Paris", []),
    ],
)
def test_by_which_clock_a_time_is_told(record, date, zone, expected):
    assert asked(record.summit(date=date, places=[("Paris", "FR", zone)])) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"format": "call"}, []),
        ({"format": "call", "mode": "hybrid"}, []),
        ({"format": "talks", "mode": "in-person"}, []),
        ({"format": "call", "mode": "in-person"}, [(Doubt.CALL_IN_PERSON, ("mode",))]),
    ],
)
def test_a_call_in_person_is_asked_about(record, fields, expected):
    assert asked(record.summit(**fields)) == expected


@pytest.mark.parametrize(
    ("moved_on", "is_asked"),
    [("2021-10-20", False), ("2021-10-27", False), ("2021-10", False), ("2021-10-28", True)],
)
def test_a_meeting_that_was_moved_when_it_had_been(record, moved_on, is_asked):
    meeting = record.summit(date="2021-10-27", publish=False)
    record.earlier_date(meeting, "2021-11-04", moved_on=moved_on)

    where = ("earlier_dates", 0, "moved_on")
    assert asked(meeting) == ([(Doubt.MOVED_AFTERWARDS, where)] if is_asked else [])
