"""Two meetings and more beside each other."""

import pytest

from events import publishing
from events.presenting.meetings import several
from events.presenting.meetings.several import agenda, attendance


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
    return {part.key: [str(row.name) for row in part.rows] for part in found}


def test_topics_of_both_and_of_one(pair, links):
    berlin, paris = pair()
    found = agenda([berlin, paris], links)

    assert [(row.name, row.url, row.on) for row in found] == [
        ("Topic aid", "/en/topics/aid/", [True, True]),
        ("Topic force", "/en/topics/force/", [False, True]),
        ("Topic peace", "/en/topics/peace/", [True, False]),
    ]


def test_who_took_part_in_both_in_one_or_is_not_named(pair, links):
    berlin, paris = pair()
    assert told(attendance([berlin, paris], links)) == {
        "all": ["Poland"],
        "several": [],
        "one": ["Germany", "The Willing", "United States"],
        "members": ["France"],
        "absent": ["Russia"],
    }


def test_what_they_were_at_each(pair, links):
    berlin, paris = pair()
    found = {
        row.name: tuple(place.told for place in row.places)
        for part in attendance([berlin, paris], links)
        for row in part.rows
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

    found = attendance([read("berlin"), read("paris")], links)

    assert told(found) == {
        "all": [],
        "several": [],
        "one": ["Russia"],
        "members": [],
        "absent": [],
    }


def test_who_had_left_a_coalition_is_no_member_of_it(record, read, links):
    coalition = record.coalition("the-willing", france="lead", poland="member", italy="member")
    for slug, until in (("poland", "2025"), ("italy", "2026")):
        coalition.memberships.filter(actor__slug=slug).update(until=until)
    record.summit("berlin", date="2026-01-01")
    record.summit("paris", actors=["the-willing"])

    found = told(attendance([read("berlin"), read("paris")], links))

    assert found["members"] == ["France", "Italy"]


def test_a_coalition_that_stayed_away_brings_nobody(record, read, links):
    record.coalition("the-willing", france="lead")
    summit = record.summit("paris", publish=False)
    record.part(summit, "the-willing", "participant", status="declined")
    publishing.publish(summit)
    record.summit("berlin")

    found = told(attendance([read("berlin"), read("paris")], links))

    assert found["absent"] == ["The Willing"]


def test_questions_at_each_meeting_and_now(record, read, links):
    record.summit("berlin", date="2025-12-15~", topics=["peace"])
    record.summit("paris", topics=["force"])
    event = record.development("event", date="2026-01-20")
    record.question("first", date="2025-12-01", topics=["peace"], answered_by=event)
    record.question("second", date="2026-01-06", topics=["other"])
    answers = {read("event")["id"]: read("event")}
    meetings = [read("berlin"), read("paris")]

    found = several.questions([read("first"), read("second")], answers, meetings, links)

    assert [
        (row.item.slug, row.on_agenda, *(term.label for term in row.at), row.now.label)
        for row in found
    ] == [
        ("first", True, "Open", "Open", "Answered"),
        ("second", False, "Not raised yet", "Open", "Open"),
    ]
