"""The page of one meeting: who took part, and what belongs to it."""

import pytest

from events import publishing
from events.models import Summit
from tests.views.reading import missing, queries, words


@pytest.fixture
def paris(record):
    first = record.summit("berlin", date="2025-12-15")
    summit = record.summit("paris", topics=["force", "aid"], follows=first)
    record.summit("next", date="2026-02-01", follows=summit)
    return summit


def test_what_was_committed_at_a_meeting(client, record, paris):
    record.commitment("promise", made_at=paris)
    record.commitment("other")

    page = client.get("/en/entries/paris/")

    assert [item.slug for item in page.context["meeting"].committed] == ["promise"]
    assert missing(page, "What was committed there 6 January 2026 Title of promise") == []


def test_positions_voiced_around_a_meeting(client, record, paris):
    for slug, topic, dated in [
        ("on-the-day", "force", "2026-01-06"),
        ("seven-before", "aid", "2025-12-30"),
        ("eight-before", "aid", "2025-12-29"),
        ("seven-after", "force", "2026-01-13"),
        ("eight-after", "force", "2026-01-14"),
        ("elsewhere", "other", "2026-01-06"),
        ("that-year", "force", "2026"),
    ]:
        record.position(slug, topic=topic, date=dated)

    page = client.get("/en/entries/paris/")

    found = [item.slug for item in page.context["meeting"].positions]
    assert found == ["seven-after", "on-the-day", "seven-before"]
    url = page.context["meeting"].positions_url
    assert url == "/en/timeline/?kind=position&from=2025-12-30&to=2026-01-13"
    assert missing(page, "dated from 30 December 2025 to 13 January 2026") == []


def test_questions_still_open_on_its_agenda(client, record, paris):
    record.question("open", topics=["aid"])
    record.question("answered", topics=["aid"], answered_by=paris)
    record.question("elsewhere", topics=["other"])

    page = client.get("/en/entries/paris/")

    assert [item.slug for item in page.context["meeting"].questions] == ["open"]


def test_the_meeting_before_and_those_after(client, record, paris):
    record.summit("another", date="2026-03-01", follows=paris)

    page = client.get("/en/entries/paris/")
    around = page.context["meeting"]

    assert around.before.slug == "berlin"
    assert [item.slug for item in around.after] == ["next", "another"]
    assert around.compare_before == "/en/compare/berlin/paris/"
    assert around.compare_any == "/en/compare/?first=paris"
    for url in (around.compare_before, around.compare_any):
        assert client.get(url).status_code == 200


def test_who_takes_part_by_country_and_role(client, site):
    page = client.get("/en/entries/paris/")

    assert (
        missing(
            page,
            "countries reported 35",
            "2 are named as taking part. Among them, 1 country is represented.",
            "Taking part The Willing Germany Merz , Chancellor Expected",
            "Not there Russia Absent",
            "Members of The Willing on record France Lead Germany Member",
        )
        == []
    )
    assert 'href="/en/actors/germany/"' in page.text
    assert 'href="/en/topics/force/"' in page.text


def test_a_meeting_as_the_record_stood(client, record, paris):
    moment = publishing.standing(paris).published_at.isoformat()
    record.commitment("promise", made_at=paris)
    record.position("stand", topic="force")

    page = client.get("/en/entries/paris/", {"as_of": moment})
    around = page.context["meeting"]

    assert (around.committed, around.positions, around.questions, around.after) == ([], [], [], [])
    assert around.before.slug == "berlin"
    for url in (around.compare_any, around.compare_before, around.before.url):
        assert "as_of=" in url
        assert client.get(url).status_code == 200


def test_an_old_version_of_a_meeting_is_shown_by_itself(client, record, paris):
    page = client.get("/en/entries/paris/versions/1/")

    assert page.status_code == 200
    assert page.context["meeting"] is None
    assert missing(page, "Follows Title of berlin", "On the agenda") == []


def test_a_lone_meeting(client, record):
    record.summit("meeting")

    page = client.get("/en/entries/meeting/")

    assert missing(page, "Nobody who took part is named.", "With another meeting") == []
    assert [
        text
        for text in ("It follows", "Positions voiced", "Still open", "On the agenda", "committed")
        if text in words(page)
    ] == []


def test_the_number_of_queries_of_a_meeting(client, record, paris, django_assert_max_num_queries):
    record.commitment("promise", made_at=paris)
    record.position("stand", topic="force")
    record.question("open", topics=["force"])
    one = queries(client, "/en/entries/paris/", django_assert_max_num_queries)
    for number in range(3):
        record.commitment(f"promise-{number}", made_at=paris)
        record.position(f"stand-{number}", topic="aid", holder=f"actor-{number}")
        record.question(f"open-{number}", topics=["aid"])
        record.summit(f"next-{number}", follows=paris)

    assert queries(client, "/en/entries/paris/", django_assert_max_num_queries) == one


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["Delegations Taking part France", "The two meetings", "Participants Countries"]),
        ("de", ["Delegationen Teilnehmende France", "Die beiden Treffen", "Teilnehmende Staaten"]),
    ],
)
def test_headings_fit_what_is_past_and_what_is_planned(client, record, language, said):
    record.summit("past", date="2020-01-06", actors=["france"], status="held")
    record.summit("planned", date="9000-01-06", actors=["france"], status="planned")

    for slug in ("past", "planned"):
        assert said[0] in words(client.get(f"/{language}/entries/{slug}/"))
    compared = words(client.get(f"/{language}/compare/past/planned/"))
    assert [heading for heading in said[1:] if heading not in compared] == []


@pytest.fixture
def moved(record):
    """A meeting in Amsterdam that was moved, and why."""
    meeting = record.summit(
        "moved",
        date="2021-10-27T13:00:00/2021-10-27T16:00:00",
        status="held",
        level="ministers",
        mode="hybrid",
        places=[("Amsterdam", "NL", "Europe/Amsterdam"), ("Doha", "QA", "Asia/Qatar")],
        publish=False,
    )
    source = record.source()
    record.earlier_date(meeting, "2021-11-04", moved_on="2021-10-20", source=source, note_en="Gale")
    publishing.publish(meeting)


def test_a_meeting_that_was_moved_says_for_when_it_was_planned(client, moved):
    head = (
        "Meeting Held Moved Title of moved 27 October 2021, 13:00–16:00 UTC+02 , first planned for "
        "4 November 2021 Amsterdam, Netherlands; Doha, Qatar, and online "
        "13:00–16:00 CEST in Amsterdam, 14:00–17:00 UTC+03 in Doha (11:00–14:00 UTC)"
    )
    facts = (
        "Level Ministers Mode of meeting In person and online "
        "Earlier dates 4 November 2021 moved on 20 October 2021 source 1 Gale"
    )
    assert missing(client.get("/en/entries/moved/"), head, facts) == []
    assert missing(client.get("/de/entries/moved/"), "zunächst für den 4. November 2021 ") == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/en/timeline/", "Meeting Held Moved Title of moved"),
        ("/de/timeline/", "Treffen Hat stattgefunden Verlegt"),
        ("/en/meetings/", "Held Moved Title of moved"),
        ("/en/search/?q=title", "Held Moved Title of moved"),
        ("/en/meetings/?level=ministers&mode=hybrid", "Held Moved Title of moved"),
        ("/en/entries/moved/versions/?from=1&to=2", "Earlier date"),
    ],
)
def test_lists_say_that_it_was_moved(client, record, moved, path, said):
    if "versions" in path:
        meeting = Summit.objects.get()
        record.earlier_date(meeting, "2021-11-10", order=1)
        meeting.save()
        publishing.publish(meeting)

    assert missing(client.get(path), said) == []


def test_a_time_without_a_zone_says_so(client, record):
    record.summit("local", date="2026-01-06T14:30:00")

    said = "6 January 2026, 14:30 The time is local; its zone is not on record."
    assert missing(client.get("/en/entries/local/"), said) == []
