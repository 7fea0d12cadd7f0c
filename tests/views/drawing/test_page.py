"""The drawing above the list of the timeline, as a part of its page."""

import gzip
import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from events import public, publishing
from events.views.drawing import page as drawings
from tests.views.drawing.reading import TIMELINE, entries, picture


def test_all_entries_are_drawn(see, site):
    drawing, response = see()

    listed = [item.slug for group in response.context["groups"] for item in group.items]
    assert entries(drawing) == sorted(listed)
    assert drawing.note == ""
    assert 'id="drawing"' in response.text
    assert "site/drawing.js" in response.text


@pytest.mark.parametrize("query", ["?limit=2", "?limit=2&order=oldest", "?limit=2&cursor={}"])
def test_all_are_drawn_also_where_the_list_has_pages(see, days, query):
    days("2025-09-03", "2025-09-20", "2025-10-01")
    _drawing, response = see("?limit=2")
    cursor = parse_qs(urlsplit(response.context["next_url"]).query)["cursor"][0]

    drawing, _response = see(query.format(cursor))

    assert entries(drawing) == ["on-0", "on-1", "on-2"]
    assert drawing.note == ""


def test_what_is_drawn_of_many_entries_is_said(see, days, monkeypatch):
    monkeypatch.setattr(drawings, "MOST_MARKS", 2)
    days("2025-09-03", "2025-09-20", "2025-10-01")

    drawing, _response = see("?limit=2")

    assert entries(drawing) == ["on-1", "on-2"]
    assert drawing.note == "The 2 entries of this page are drawn; there are 3 in all."


@pytest.mark.parametrize(
    ("query", "drawn"), [("", ["on-1", "on-2"]), ("?order=oldest", ["on-0", "on-1"])]
)
def test_of_a_long_page_the_first_entries_are_drawn(see, days, monkeypatch, query, drawn):
    monkeypatch.setattr(drawings, "MOST_MARKS", 2)
    monkeypatch.setattr(drawings, "MOST_OF_PAGE", 2)
    days("2025-09-03", "2025-09-20", "2025-10-01")

    drawing, _response = see(query)

    assert entries(drawing) == drawn
    assert drawing.note == "The 2 entries of this page are drawn; there are 3 in all."


def test_with_nothing_on_record_nothing_is_drawn(see, db):
    drawing, response = see()

    assert drawing is None
    assert "drawing-name" not in response.text


def test_the_drawing_goes_back_with_the_record(see, site):
    today = timezone.localdate()

    drawing, _response = see(f"?as_of={today}")

    assert len(entries(drawing)) == public.count(public.Filters())
    assert f"?as_of={today}" in picture(drawing)
    assert all(f"as_of={today}" in move.url for move in drawing.moves if move.url)
    assert see("?as_of=2020-01-01")[0] is None


def test_what_is_loaded_in_place_has_no_drawing(client, days):
    days("2025-09-03")

    response = client.get(TIMELINE, headers={"HX-Request": "true"})

    assert "drawing" not in response.text


def test_titles_are_escaped(see, record):
    record.development("event", title_en='<script>alert("1")</script> & more')

    drawing, _response = see()

    assert "<script" not in picture(drawing)
    assert "&lt;script&gt;" in picture(drawing)


def test_the_policy_allows_all_of_it(see, site):
    drawing, _response = see()

    assert "style=" not in picture(drawing)
    attributes = re.sub(r'"[^"]*"', "", re.sub(r">[^<]*<", "><", picture(drawing)))
    assert " on" not in attributes


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
    assert page < 60_000


def test_a_drawing_is_made_once_until_what_it_shows_changes(see, record):
    entry = record.development("event", title_en="First words")
    first, _response = see()
    again, _response = see()
    entry.title_en = "Other words"
    entry.save()
    publishing.publish(entry)
    changed, _response = see()

    assert again.course is first.course
    assert "First words" in picture(first)
    assert "Other words" in picture(changed)
    assert "First words" not in picture(changed)


def test_each_language_and_each_way_back_has_its_own(see, record):
    record.development("event", date="2025-01-01")
    today = timezone.localdate()

    english, _response = see()
    german, _response = see(path="/de/timeline/")
    then, _response = see(f"?as_of={today}")
    framed, _response = see(path="/en/embed/timeline/")

    assert "Titel von event" in picture(german)
    assert "Titel von event" not in picture(english)
    assert f"as_of={today}" in picture(then)
    assert f"as_of={today}" not in picture(english)
    assert 'target="_blank"' in picture(framed)
    assert 'target="_blank"' not in picture(english)


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
