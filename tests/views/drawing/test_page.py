"""The drawing above the list of the timeline, as a part of its page."""

import gzip
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from events import public
from tests.views.drawing.reading import TIMELINE, entries


def test_the_entries_of_the_page_are_drawn_in_the_order_of_the_list(see, site):
    drawing, response = see()

    listed = [item.slug for group in response.context["groups"] for item in group.items]
    assert entries(drawing) == listed
    assert drawing.note == ""
    assert 'id="drawing"' in response.text
    assert "site/drawing.js" in response.text


def test_what_is_drawn_of_many_entries_is_said(see, days):
    days("2025-09-03", "2025-09-20", "2025-10-01")

    drawing, _response = see("?limit=2")

    assert entries(drawing) == ["on-2", "on-1"]
    assert drawing.note == "The 2 entries of this page are drawn; there are 3 in all."


def test_with_nothing_on_record_nothing_is_drawn(see, db):
    drawing, response = see()

    assert drawing is None
    assert "drawing-name" not in response.text


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
