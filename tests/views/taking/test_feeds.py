import re
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from events import public, publishing
from events.feeds import LIST_FORMATS
from events.views.taking import feeds

ATOM = {"a": "http://www.w3.org/2005/Atom"}
ADDRESSES = ["/en/feed.atom", "/en/calendar.ics"]


def titles(response):
    return [entry.title.removeprefix("Title of ") for entry in read(response).entries]


def read(response):
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    found = feedparser.parse(response.content)
    assert found.bozo == 0
    return found


def events(response):
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    found = Calendar.from_ical(response.content)
    return {str(event["SUMMARY"]): event for event in found.walk("VEVENT")}


def links(response):
    root = ET.fromstring(response.content)
    return {link.get("rel"): link.get("href") for link in root.findall("a:link", ATOM)}


@pytest.mark.parametrize("taken", LIST_FORMATS, ids=lambda taken: taken.name)
def test_every_format_is_offered_where_there_is_a_list(client, site, taken):
    page = client.get("/en/timeline/?actor=germany")

    address = f"{reverse(f'pages:{taken.name}')}?actor=germany"
    link = f'<a href="{address}" type="{taken.media_type}">{taken.label}</a>'
    assert link in page.content.decode()
    assert client.get(address)["Content-Type"] == taken.content_type


def test_a_feed_follows_what_is_published(client, site):
    found = titles(client.get("/en/feed.atom"))

    assert found[0] == "promise, corrected"
    assert found[1:4] == ["answered", "unclear", "event"]
    assert "gone" not in found
    assert len(found) == 9


def test_a_feed_says_where_it_is_and_what_it_shows(client, site):
    response = client.get("/en/feed.atom?kind=position&actor=germany")

    found = read(response)
    assert titles(response) == ["stand"]
    assert found.feed.title == "Record of diplomacy: Positions · Germany"
    assert found.feed.language == "en"
    assert links(response) == {
        "alternate": "http://testserver/en/timeline/?kind=position&actor=germany",
        "self": "http://testserver/en/feed.atom?kind=position&actor=germany",
        "first": "http://testserver/en/feed.atom?kind=position&actor=germany",
    }
    assert found.feed.id == links(response)["self"]
    assert found.feed.updated == found.entries[0].updated


def test_a_feed_is_in_the_language_of_its_address(client, site):
    found = read(client.get("/de/feed.atom?kind=position&actor=germany"))

    assert (found.feed.language, found.entries[0].title) == ("de", "Titel von stand")
    assert found.entries[0].link == "http://testserver/de/entries/stand/"


def test_pages_of_a_feed_follow_each_other(client, record, monkeypatch):
    monkeypatch.setattr(feeds, "PER_PAGE", 2)
    for number in range(5):
        record.development(f"e{number}")

    url, found = "/en/feed.atom?kind=development", []
    while url:
        response = client.get(url)
        found.append(titles(response))
        assert links(response)["first"] == "http://testserver/en/feed.atom?kind=development"
        assert read(response).feed.id == "http://testserver/en/feed.atom?kind=development"
        url = links(response).get("next")

    assert found == [["e4", "e3"], ["e2", "e1"], ["e0"]]


def test_a_feed_of_the_past_stays_in_it(client, site):
    then = public.version("promise", 1).published_at.isoformat().replace("+00:00", "Z")

    response = client.get("/en/feed.atom", {"kind": "commitment", "as_of": then})

    assert titles(response) == ["promise", "older-promise"]
    parts = urlsplit(read(response).entries[0].link)
    assert (parts.path, parse_qs(parts.query)) == ("/en/entries/promise/", {"as_of": [then]})


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("kind=feast", "kind: “feast” is not one of: summit"),
        ("actor=nobody", "actor: Nothing public has “nobody”"),
        ("from=2026-02-30", "from: “2026-02-30” is not a day"),
        ("from=2026-02-01&to=2026-01-01", "to: The window ends before it begins"),
        ("as_of=9999-01-01", "as_of: “9999-01-01” is in the future"),
        ("q=%00", "q: "),
        ("q=" + "x" * 10_000, "q: Search for at most 200 characters"),
        ("kind=summit&kind=position", "kind: Give this parameter once"),
    ],
)
def test_a_wrong_filter_is_named(client, site, address, query, named):
    response = client.get(f"{address}?{query}")

    assert response.status_code == 400
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text.startswith(named)
    assert "ETag" not in response


def test_a_wrong_place_in_a_feed_is_named(client, db):
    for wrong in ("x", "0", "-1", "9" * 30):
        response = client.get(f"/en/feed.atom?before={wrong}")
        assert (response.status_code, response.text[:7]) == (400, "before:")


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_has_not_changed_is_not_sent_again(client, site, address):
    first = client.get(address)

    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    site.record.development("new")
    changed = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert changed.status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_drafts_stay_on_the_desk(client, site, address):
    site.record.summit("secret", title_en="Secret", publish=False)
    site.summit.title_en = "Secret change"
    site.summit.save()

    assert "ecret" not in client.get(address).text


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_empty_record_has_an_empty_one(client, db, address):
    assert client.get(address).status_code == 200
    if address.endswith("atom"):
        assert titles(client.get(address)) == []
    else:
        assert events(client.get(address)) == {}


def test_a_calendar_has_what_is_known_to_the_day(client, site):
    response = client.get("/en/calendar.ics")

    assert sorted(events(response)) == [
        "Title of paris",
        "Title of stand",
    ]
    calendar = Calendar.from_ical(response.content)
    assert calendar["X-WR-CALNAME"] == "Record of diplomacy"
    assert str(calendar["DESCRIPTION"]) == (
        "2 entries. 5 entries are left out, because their day is not known for certain. "
        "2 questions are left out, because they are not open on one day only."
    )
    assert not re.search(rb"DT(START|END)[^\r]*20(2509|251115|251215)", response.content)


def test_a_calendar_takes_the_filters(client, site):
    response = client.get("/en/calendar.ics?kind=summit")

    [(title, event)] = events(response).items()
    calendar = Calendar.from_ical(response.content)
    assert title == "Title of paris"
    assert event["URL"] == "http://testserver/en/entries/paris/"
    assert str(calendar["NAME"]) == "Record of diplomacy: Meetings"
    assert calendar["URL"] == "http://testserver/en/timeline/?kind=summit"
    assert calendar["SOURCE"] == "http://testserver/en/calendar.ics?kind=summit"


def test_a_calendar_is_bounded_and_says_so(client, record, monkeypatch):
    monkeypatch.setattr("events.feeds.calendar.MOST_ENTRIES", 2)
    for day in (1, 2, 3):
        record.summit(f"m{day}", date=f"2026-01-0{day}")

    response = client.get("/en/calendar.ics")

    assert sorted(events(response)) == ["Title of m2", "Title of m3"]
    assert "latest 2 of the 3 entries" in str(Calendar.from_ical(response.content)["DESCRIPTION"])


def test_a_meeting_that_is_cancelled_later_is_so_in_the_calendar(client, site):
    site.summit.status = "cancelled"
    site.summit.save()
    publishing.publish(site.summit)

    event = events(client.get("/en/calendar.ics?kind=summit"))["Cancelled: Title of paris"]

    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 2)


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_number_of_queries_does_not_grow(client, record, address):
    counts = []
    for number in range(3):
        record.summit(f"m{number}", actors=["france"])
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{address}?actor=france")
        counts.append(len(queries))

    assert len(set(counts)) == 1
    assert counts[0] < 9


@pytest.mark.parametrize("address", ADDRESSES)
def test_titles_from_right_to_left_arrive_as_they_are(client, record, address):
    title = "قمة باريس (2026) – NATO"
    record.summit("arabic", title_en=title)

    response = client.get(address)

    found = titles(response) if address.endswith("atom") else list(events(response))
    assert found == [title]
