from datetime import date

import pytest

from events import publishing
from events.presenting.meetings.comparison import (
    agenda,
    attendance,
    short,
    side,
    state,
)


@pytest.fixture
def pair(record, read):
    """Berlin: Russia absent, United States and Poland. Paris: a coalition, Merz, Poland's envoy."""

    def make():
        return read("berlin"), read("paris")

    record.person("merz", represents="germany", office_en="Chancellor")
    record.person("tusk", represents="poland")
    record.coalition("the-willing", france="lead", poland="member")
    berlin = record.summit(
        "berlin", date="2025-12-15~", place_en="Berlin", topics=["peace", "aid"], publish=False
    )
    record.part(berlin, "united-states", "participant", status="attended")
    record.part(berlin, "poland", "host", status="attended", order=1)
    record.part(berlin, "russia", "participant", status="absent", order=2)
    publishing.publish(berlin)
    paris = record.summit("paris", place_country="FR", topics=["force", "aid"], publish=False)
    record.part(paris, "the-willing", "participant")
    record.part(paris, "merz", "participant", status="expected", order=1)
    record.part(paris, "tusk", "participant", status="expected", order=2)
    publishing.publish(paris)
    return make


def told(found):
    return {part.key: [str(attendee.name) for attendee in part.attendees] for part in found}


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


def test_topics_of_both_and_of_one(pair, links):
    berlin, paris = pair()
    found = agenda(berlin, paris, links)

    assert [topic.name for topic in found.both] == ["Topic aid"]
    assert [topic.name for topic in found.first] == ["Topic peace"]
    assert [(topic.name, topic.url) for topic in found.second] == [
        ("Topic force", "/en/topics/force/")
    ]


def test_who_took_part_in_both_in_one_or_is_not_named(pair, links):
    berlin, paris = pair()
    assert told(attendance(berlin, paris, links)) == {
        "both": ["Poland"],
        "first": ["United States"],
        "second": ["Germany", "The Willing"],
        "members": ["France"],
        "absent": ["Russia"],
    }


def test_what_they_were_at_each(pair, links):
    berlin, paris = pair()
    found = {
        attendee.name: (attendee.first, attendee.second)
        for part in attendance(berlin, paris, links)
        for attendee in part.attendees
    }
    attended, expected = (
        f'<span class="attendance">{said}</span>' for said in ("Attended", "Expected")
    )

    assert found == {
        "Poland": ([f"Host {attended}"], [f'<a href="/en/actors/tusk/">Tusk</a> {expected}']),
        "United States": ([attended], ["Not named"]),
        "The Willing": (["Not named"], ["Participant"]),
        "Germany": (
            ["Not named"],
            [f'<a href="/en/actors/merz/">Merz</a>, Chancellor {expected}'],
        ),
        "Russia": (['<span class="attendance">Absent</span>'], ["Not named"]),
        "France": (["Not named"], ["Not named itself; member of The Willing"]),
    }


def test_who_took_part_in_one_and_stayed_away_from_the_other(record, read, links):
    berlin = record.summit("berlin", date="2025-12-15", publish=False)
    record.part(berlin, "russia", "participant", status="declined")
    publishing.publish(berlin)
    record.summit("paris", actors=["russia"])

    found = attendance(read("berlin"), read("paris"), links)

    assert told(found) == {
        "both": [],
        "first": [],
        "second": ["Russia"],
        "members": [],
        "absent": [],
    }


def test_who_had_left_a_coalition_is_no_member_of_it(record, read, links):
    coalition = record.coalition("the-willing", france="lead", poland="member", italy="member")
    for slug, until in (("poland", "2025"), ("italy", "2026")):
        coalition.memberships.filter(actor__slug=slug).update(until=until)
    record.summit("berlin", date="2026-01-01")
    record.summit("paris", actors=["the-willing"])

    found = told(attendance(read("berlin"), read("paris"), links))

    assert found["members"] == ["France", "Italy"]


def test_a_coalition_that_stayed_away_brings_nobody(record, read, links):
    record.coalition("the-willing", france="lead")
    summit = record.summit("paris", publish=False)
    record.part(summit, "the-willing", "participant", status="declined")
    publishing.publish(summit)
    record.summit("berlin")

    found = told(attendance(read("berlin"), read("paris"), links))

    assert found["absent"] == ["The Willing"]


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
