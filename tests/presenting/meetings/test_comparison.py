from datetime import date

import pytest

from events import publishing
from events.presenting.meetings.comparison import short, side, state


def test_one_of_the_two(record, read, links):
    summit = record.summit(
        "paris",
        status="held",
        format="ministerial",
        place_en="Paris",
        place_country="FR",
        summary_en="**Much** was said.",
        actors=["france"],
        publish=False,
    )
    record.figure(summit, "countries", 35)
    publishing.publish(summit)

    found = side(read("paris"), links)

    assert (found.slug, found.url, found.title) == (
        *("paris", "/en/entries/paris/", "Title of paris"),
    )
    assert (found.short, found.date.label) == ("Paris, 6 January 2026", "6 January 2026")
    assert found.status.label == "Held"
    assert found.about == "Ministerial meeting · In person · Paris, France"
    assert (found.badge, found.planned, found.moves) == (None, "", [])
    assert found.summary == "<p><strong>Much</strong> was said.</p>\n"
    assert found.language is None
    assert [count.amount for count in found.counts] == ["35", "1"]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ({"place_en": "Berlin"}, "Berlin, 6 January 2026"),
        ({"place_country": "FR"}, "France, 6 January 2026"),
        ({}, "6 January 2026"),
        ({"place_en": "<b>"}, "&lt;b&gt;, 6 January 2026"),
    ],
)
def test_a_short_name_for_a_meeting(record, read, place, said):
    record.summit("meeting", **place)

    assert short(read("meeting")) == said


DAY = date(2026, 1, 6)


@pytest.mark.parametrize(
    ("raised", "value"),
    [
        ("2026-01-06", "open"),
        ("2026-01-07", "not-raised"),
        ("2025-12", "open"),
        ("2026-01", "not-certain"),
        ("2026-02", "not-raised"),
        ("2025-11-15/..", "open"),
        ("2026-01/2026-03", "not-certain"),  # it began on some day of January
        ("2025~/..", "not-certain"),
        ("../2026-01-06", "open"),
        ("../2026-01-07", "not-certain"),
    ],
)
def test_whether_a_question_had_been_raised(record, read, raised, value):
    record.question("unclear", date=raised)

    assert state(read("unclear"), None, DAY).value == value


@pytest.mark.parametrize(
    ("answered", "value"),
    [
        ("2026-01-06", "answered"),
        ("2026-01-07", "open"),
        ("2026-01", "not-certain"),
        ("2025", "answered"),
        ("../2026-01-07", "not-certain"),
    ],
)
def test_whether_a_question_had_been_answered(record, read, answered, value):
    event = record.development("event", date=answered)
    record.question("unclear", date="2025-01-01", answered_by=event)

    assert state(read("unclear"), read("event"), DAY).value == value


def test_an_answer_that_is_gone_leaves_it_open_when_it_came(record, read):
    event = record.development("event")
    record.question("unclear", date="2025-01-01", answered_by=event)

    found = state(read("unclear"), None, DAY)

    assert (found.value, found.label) == ("not-certain", "No record whether it was open then")
