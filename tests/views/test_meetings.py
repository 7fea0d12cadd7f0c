from datetime import date

import pytest

from events import publishing
from tests.views.reading import missing, queries, words

TODAY = date(2026, 1, 20)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *given: TODAY)


def slugs(rows):
    return [row.item.slug for row in rows]


def test_what_lies_ahead_comes_first_and_then_what_is_past(client, record):
    record.summit("last", date="2026-01-06", status="held")
    record.summit("first", date="2025-12", status="held")
    record.summit("next", date="2026-02-01", status="planned")
    record.summit("later", date="2026-03", status="planned")
    record.development("event", date="2026-01-07")

    page = client.get("/en/meetings/")

    assert slugs(page.context["ahead"]) == ["next", "later"]
    assert slugs(page.context["past"]) == ["last", "first"]
    assert missing(page, "Ahead", "Back in time", "Title of next", "December 2025") == []
    assert "Title of event" not in words(page)


@pytest.mark.parametrize(
    ("dated", "status", "ahead"),
    [
        ("2026-01-20", "planned", True),
        ("2026-01-20", "held", False),
        ("2026-01-19", "planned", False),  # outcome not on record
        ("2026-01", "planned", True),  # the month is not over
        ("2026-01-21", "postponed", True),
        ("2026-01-21", "cancelled", True),
        ("2026-01-21", "held", True),  # whoever says so is ahead of the calendar
        ("2026-01-18/2026-01-22", "planned", True),  # under way
        ("2025-12-31/..", "planned", False),  # its end is open, which says nothing
    ],
)
def test_what_counts_as_ahead(client, record, dated, status, ahead):
    record.summit("meeting", date=dated, status=status)

    page = client.get("/en/meetings/")

    assert slugs(page.context["ahead"]) == (["meeting"] if ahead else [])
    assert slugs(page.context["past"]) == ([] if ahead else ["meeting"])


def test_meetings_without_an_end_do_not_hide_the_next_one(client, record):
    for number in range(12):
        record.summit(f"open-{number}", date=f"20{number + 10}/..", status="planned")
    record.summit("next", date="2026-02-01", status="planned")

    assert slugs(client.get("/en/meetings/").context["ahead"]) == ["next"]


def test_what_is_told_of_a_meeting(client, record):
    summit = record.summit(
        "paris",
        topics=["force"],
        place_en="Paris",
        place_country="FR",
        format="ministerial",
        status="held",
        actors=["france", "germany"],
        publish=False,
    )
    record.part(summit, "russia", "participant", status="absent")
    record.figure(summit, "countries", 35)
    publishing.publish(summit)

    page = client.get("/en/meetings/")

    told = "35 countries reported, 2 named, 1 not there Agenda: Topic force"
    assert missing(page, "Ministerial meeting Held", "Paris, France", told) == []


def test_pages_of_the_past(client, record):
    for number in range(25):
        record.summit(f"meeting-{number:02}", date=f"2025-10-{number + 1:02}", status="held")

    first = client.get("/en/meetings/")
    second = client.get(first.context["next_url"])

    assert slugs(first.context["past"]) == [f"meeting-{n:02}" for n in range(24, 4, -1)]
    assert slugs(second.context["past"]) == [f"meeting-{n:02}" for n in range(4, -1, -1)]
    assert (first.context["previous_url"], second.context["next_url"]) == ("", "")
    assert "Ahead" not in words(second)
    back = client.get(second.context["previous_url"])
    assert slugs(back.context["past"]) == slugs(first.context["past"])


def test_of_many_meetings_ahead_the_next_ones_are_shown(client, record):
    for number in range(12):
        record.summit(f"meeting-{number:02}", date=f"2026-02-{number + 1:02}")

    page = client.get("/en/meetings/")

    assert slugs(page.context["ahead"]) == [f"meeting-{n:02}" for n in range(10)]
    more = page.context["more_ahead"]
    assert more.startswith("/en/timeline/?kind=summit&order=oldest&cursor=")
    listed = [item for group in client.get(more).context["groups"] for item in group.items]
    assert [item.slug for item in listed] == [f"meeting-{n:02}" for n in range(12)]


def test_one_process_of_several(client, record):
    record.summit("here", process="peace", status="held", date="2025")
    record.summit("there", process="trade", status="held", date="2025")

    page = client.get("/en/meetings/?process=trade")

    assert slugs(page.context["past"]) == ["there"]
    assert [(tab.label, tab.current) for tab in page.context["tabs"]] == [
        ("Process peace", False),
        ("Process trade", True),
    ]
    assert page.context["tabs"][0].url == "/en/meetings/?process=peace"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("process=nobody", "Process: Nothing public has “nobody”. Used most: peace."),
        ("cursor=nonsense", "Place in the list: This is no place in a list."),
        ("as_of=9999-01-01", ""),
        ("as_of=x", ""),
        ("process=%00", "Process: A value cannot hold"),
    ],
)
def test_what_cannot_be_meant_is_said_and_the_rest_is_shown(client, record, query, said):
    record.summit("meeting", date="2025", status="held")

    page = client.get(f"/en/meetings/?{query}")

    assert page.status_code == 400
    assert 'class="error"' in page.text
    assert "Title of meeting" in words(page)
    assert said in words(page)


def test_as_the_record_stood(client, record, monkeypatch):
    record.summit("meeting", date="2025", status="held")

    page = client.get("/en/meetings/?as_of=2020-01-01")

    assert "No meeting is on record." in words(page)
    assert '<meta name="robots" content="noindex">' in page.text


def test_an_empty_record(client, db):
    assert "No meeting is on record." in words(client.get("/en/meetings/"))


def test_the_number_of_queries_of_the_list(client, record, django_assert_max_num_queries):
    record.summit("one", date="2025", status="held")
    record.summit("ahead", date="2027")
    one = queries(client, "/en/meetings/", django_assert_max_num_queries)
    for number in range(3):
        record.summit(f"past-{number}", date="2025", status="held", actors=["france", "poland"])
        record.summit(f"ahead-{number}", date="2027", topics=["force"])

    assert queries(client, "/en/meetings/", django_assert_max_num_queries) == one


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
