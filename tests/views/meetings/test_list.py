"""The list of meetings: what lies ahead, and back in time."""

import pytest

from events import publishing
from tests.views.reading import missing, queries, words


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
        ("2026-33", "planned", True),  # the quarter is not over
        ("2025-12-20~", "planned", False),
        ("2026", "planned", True),
        ("[2025-12-20,2026-01-20]", "planned", True),
        # By the clocks there.
        ("2026-01-20T23:30:00-05:00", "planned", True),
        ("2026-01-21T00:30:00+02:00", "planned", True),
        ("2026-01-20T00:30:00+02:00", "planned", True),
        ("2026-01-19T23:30:00-05:00", "planned", False),
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


def test_what_has_no_room_ahead_is_not_in_the_past(client, record):
    for number in range(12):
        record.summit(f"e{number}", date="2026-01-20", status="planned")
    record.summit("tomorrow", date="2026-01-21T00:30:00+02:00", status="planned")
    record.summit("last", date="2026-01-19", status="held")

    page = client.get("/en/meetings/")

    assert slugs(page.context["past"]) == ["last"]
    assert page.context["more_ahead"]


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
        ("process=nobody", "Process: Nothing public has “nobody”. Used most: Process peace."),
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


def test_a_meeting_in_the_list_says_who_says_so_and_leads_to_its_agenda(client, record):
    record.summit("met", date="2026-01-06", topics=["force"])

    page = client.get("/en/meetings/").text

    assert '<a href="/en/topics/force/">Topic force</a>' in page
    assert '<p class="source-line"><a href="/en/sources/report/">' in page
