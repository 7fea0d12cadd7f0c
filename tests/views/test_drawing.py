"""The drawing above the list of the timeline."""

import gzip
import re
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from events import public
from events.views import drawing as drawings

TIMELINE = "/en/timeline/"


@pytest.fixture
def days(record):
    """Entries of these dates."""

    def make(*dates, **fields):
        for number, day in enumerate(dates):
            record.development(f"on-{number}", date=day, **fields)

    return make


@pytest.fixture
def see(client):
    """The drawing of a page, and the page."""

    def get(query="", path=TIMELINE):
        response = client.get(f"{path}{query}")
        return response.context["drawing"], response

    return get


def window(drawing):
    return str(drawing.window.first_day), str(drawing.window.last_day)


def entries(drawing):
    """The slugs of what is drawn one by one, in the order of the links."""
    return re.findall(r'href="/en/entries/([^/]+)/', drawing.figure)


def moves(drawing):
    """The window to which each way leads; None where it leads nowhere."""
    found = {}
    for move in drawing.moves:
        query = parse_qs(urlsplit(move.url).query)
        found[move.name] = (query["from"][0], query["to"][0]) if "from" in query else move.url
    return found


def test_the_entries_of_the_page_are_drawn_in_the_order_of_the_list(see, site):
    drawing, response = see()

    listed = [item.slug for group in response.context["groups"] for item in group.items]
    assert entries(drawing) == listed
    assert drawing.note == ""
    assert 'id="drawing"' in response.text
    assert "site/drawing.js" in response.text


def test_it_opens_on_the_days_of_the_page(see, days):
    days("2025-09-03", "2025-09-20", "2025-09")

    drawing, _response = see()

    assert window(drawing) == ("2025-08-31", "2025-09-21")
    assert drawing.heading == "31 August – 21 September 2025"


def test_what_is_drawn_of_many_entries_is_said(see, days):
    days("2025-09-03", "2025-09-20", "2025-10-01")

    drawing, _response = see("?limit=2")

    assert entries(drawing) == ["on-2", "on-1"]
    assert drawing.note == "The 2 entries of this page are drawn; there are 3 in all."


def test_a_window_is_that_of_the_list(see, days):
    days("2025-08-31", "2025-09-03", "2025-09", "2025", "2025-10-01")

    drawing, _response = see("?from=2025-09-01&to=2025-09-30")

    assert window(drawing) == ("2025-09-01", "2025-09-30")
    assert sorted(entries(drawing)) == ["on-1", "on-2", "on-3"]


def test_a_window_with_one_end_has_the_records_other_end(see, days):
    days("2025-08-31", "2025-09-03", "2025-10-01")

    assert window(see("?from=2025-09-01")[0]) == ("2025-09-01", "2025-10-31")
    assert window(see("?to=2025-09-01")[0]) == ("2025-08-01", "2025-09-01")
    assert window(see("?from=2030-01-01")[0]) == ("2025-10-31", "2030-01-01")


def test_a_window_draws_more_than_a_page_of_the_list(see, days):
    days(*(f"2025-09-{day:02}" for day in range(1, 8)))

    drawing, response = see("?from=2025-09-01&to=2025-09-30&limit=3")

    assert len(entries(drawing)) == 7
    assert response.text.count('<li class="entry') == 3


def test_an_empty_window_can_be_left_again(see, days):
    days("2025-09-03")

    drawing, response = see("?from=2026-01-01&to=2026-01-31")

    assert entries(drawing) == []
    assert "No entry fits." in response.text
    assert moves(drawing)["earlier"] == ("2025-12-12", "2026-01-11")
    assert moves(drawing)["later"] == ""
    assert moves(drawing)["whole"] == ("2025-09-01", "2025-09-30")


def test_with_nothing_on_record_nothing_is_drawn(see, db):
    drawing, response = see()

    assert drawing is None
    assert "drawing-name" not in response.text


def test_ways_lead_closer_wider_earlier_later(see, days):
    days("2024-01-01", "2025-09-03", "2027-05-05")

    drawing, _response = see("?from=2025-09-01&to=2025-09-09&order=oldest")

    assert moves(drawing) == {
        "earlier": ("2025-08-26", "2025-09-03"),
        "out": ("2025-08-23", "2025-09-18"),
        "in": ("2025-09-04", "2025-09-06"),
        "later": ("2025-09-07", "2025-09-15"),
        "whole": ("2024-01-01", "2027-12-31"),
        "start": "/en/timeline/?order=oldest#drawing",
    }
    assert all(move.url.endswith("#drawing") for move in drawing.moves)


def test_at_the_ends_of_the_record_there_is_nowhere_to_go(see, days):
    days("2024-01-01", "2027-12-31")

    found = moves(see("?from=2024-01-01&to=2027-12-31")[0])

    assert [name for name, to in found.items() if not to] == ["earlier", "out", "later", "whole"]


@pytest.mark.parametrize(
    ("lanes", "expected"),
    [
        ("kind", ["Meetings", "Positions"]),
        ("actor", ["Germany", "Merz", "Others"]),
        ("topic", ["Topic force", "Others"]),
    ],
)
def test_lanes_are_chosen_in_the_address(see, record, lanes, expected):
    record.person("merz", represents="germany")
    record.summit("meeting", actors=["merz"])
    record.position("stand", holder="germany")
    record.summit("other")

    drawing, _response = see(f"?lanes={lanes}")

    names = re.findall(r'<text x="0" y="[\d.]+">([^<]+) <tspan', drawing.figure)
    assert names == expected
    assert [choice.current for choice in drawing.choices].index(True) == (
        ["kind", "actor", "topic"].index(lanes)
    )


def test_lanes_stay_on_every_way_from_the_page(see, days):
    days("2025-09-03", "2025-09-04")

    drawing, response = see("?lanes=actor&limit=1")

    assert all("lanes=actor" in move.url for move in drawing.moves if move.url)
    assert ("lanes", "actor") in response.context["form"].kept
    assert all("lanes=actor" in tab.url for tab in response.context["tabs"])
    assert "lanes=actor" in response.context["next_url"]
    assert drawing.choices[0].url == "/en/timeline/?limit=1#drawing"


@pytest.mark.parametrize("query", ["?lanes=colour", "?lanes=kind&lanes=actor", "?lanes=%00"])
def test_lanes_that_cannot_be_meant_are_said(see, days, query):
    days("2025-09-03")

    drawing, response = see(query)

    assert response.status_code == 400
    assert "is not one of: By kind (kind), By actor (actor), By topic (topic)." in response.text
    assert entries(drawing) == ["on-0"]


def test_too_many_entries_are_counted(see, days, monkeypatch):
    monkeypatch.setattr(drawings, "MOST_MARKS", 2)
    days("2025-09-03", "2025-09-03", "2025-09-04", "2025-09")

    drawing, _response = see("?from=2025-09-01&to=2025-09-30&limit=1")

    assert entries(drawing) == []
    assert drawing.note == (
        "4 entries that began then, counted by day."
        " Paler: the date is known to a longer time only, and spread over it."
    )
    assert "<title>3 September 2025: 2 entries and some known" in drawing.figure
    assert 'href="/en/timeline/?limit=1&amp;from=2025-09-03&amp;to=2025-09-03#drawing"' in (
        drawing.figure
    )


def test_what_reaches_into_a_window_and_began_before_is_not_in_its_bars(see, days, monkeypatch):
    monkeypatch.setattr(drawings, "MOST_MARKS", 2)
    days("2025-09-03", "2025-08-03/2025-10-03", "../2026", "2025-09-04")

    for lanes in ("kind", "actor"):
        drawing, _response = see(f"?from=2025-09-01&to=2025-09-30&limit=1&lanes={lanes}")
        assert drawing.note == (
            "2 entries that began then, counted by day."
            " Not counted here: 2 that began at another time."
        )


@pytest.mark.parametrize("lanes", ["kind", "actor", "topic"])
def test_everything_is_counted_by_month(see, record, monkeypatch, lanes):
    monkeypatch.setattr(drawings, "MOST_MARKS", 2)
    for number in range(3):
        record.position(f"stand-{number}", date=f"{2020 + number}-09-03", holder="france")

    drawing, _response = see(f"?from=2020-01-01&to=2022-12-31&limit=1&lanes={lanes}")

    assert drawing.note == "3 entries that began then, counted by month."
    assert "<title>September 2021: 1 entry</title>" in drawing.figure
    lane = {"kind": "Positions", "actor": "France", "topic": "Topic force"}[lanes]
    assert f'>{lane} <tspan class="number">3 · highest bar: 1<' in drawing.figure


def test_the_drawing_goes_back_with_the_record(see, site):
    today = timezone.localdate()

    drawing, _response = see(f"?as_of={today}")

    assert len(entries(drawing)) == public.count(public.Filters())
    assert f"?as_of={today}" in drawing.figure
    assert all(f"as_of={today}" in move.url for move in drawing.moves if move.url)
    assert see("?as_of=2020-01-01")[0] is None


def test_what_is_loaded_in_place_has_no_drawing(client, days):
    days("2025-09-03")

    response = client.get(TIMELINE, headers={"HX-Request": "true"})

    assert "drawing" not in response.text


def test_titles_are_escaped(see, record):
    record.development("event", title_en='<script>alert("1")</script> & more')

    drawing, _response = see()

    assert "<script" not in drawing.figure
    assert "&lt;script&gt;" in drawing.figure


def test_the_policy_allows_all_of_it(see, site):
    drawing, _response = see()

    assert "style=" not in drawing.figure + drawing.overview
    assert " on" not in re.sub(r">[^<]*<", "", drawing.figure)


@pytest.mark.parametrize("query", ["", "?from=2025-01-01&to=2026-12-31", "?lanes=actor"])
def test_the_number_of_queries_does_not_grow(client, record, django_assert_num_queries, query):
    def make(numbers):
        for number in numbers:
            record.position(
                f"stand-{number}",
                holder=f"actor-{number}",
                topic=f"topic-{number}",
                date=f"2026-01-{number + 1:02}",
            )

    def queries():
        with django_assert_num_queries(99, exact=False) as asked:
            assert client.get(TIMELINE + query).status_code == 200
        return len(asked)

    make(range(3))
    few = queries()
    make(range(3, 12))
    assert queries() == few


def test_a_page_with_its_drawing_is_light(client, record):
    for number in range(60):
        record.development(f"event-{number}", date=f"2025-{number % 12 + 1:02}~")

    response = client.get(TIMELINE)

    page = len(gzip.compress(response.content))
    drawn = response.context["drawing"]
    assert page < 60_000
    assert len(gzip.compress((drawn.figure + drawn.overview).encode())) < 25_000


def test_the_next_meeting_stands_above(client, record):
    ahead = timezone.localdate() + timedelta(days=3)
    record.summit("paris", date=ahead.isoformat(), status="planned")
    record.summit("past", date="2025-01-01", status="planned")

    english, german = client.get(TIMELINE).text, client.get("/de/timeline/").text

    assert '<a href="/en/entries/paris/" dir="auto">Title of paris</a>' in english
    assert "in 3 days" in english
    assert "Titel von paris" in german


def test_without_a_planned_meeting_none_is_told(client, record):
    record.summit("past", date="2025-01-01", status="planned")

    assert "next-meeting" not in client.get(TIMELINE).text


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_calendar_ends_for_the_drawing_too(client, days, language):
    days("0001-01-01", "9999-12-31", "2025-09-03")

    for query in ("", "?from=0001-01-01", "?to=9999-12-31", "?from=9999-12-31&to=9999-12-31"):
        assert client.get(f"/{language}/timeline/{query}").status_code == 200


def test_the_whole_record_is_in_the_strip(see, days):
    days("2023-01-01", "2025-09-03")

    drawing, _response = see("?from=2025-09-01&to=2025-09-30")

    assert drawing.overview.count('<path d="M') == 1
    assert f'data-first="{date(2023, 1, 1)}"' in drawing.overview
