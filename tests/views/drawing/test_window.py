"""The time that the drawing shows, and the ways to another time."""

import re
from datetime import date

import pytest

from tests.views.drawing.reading import entries, moves, window


def test_it_opens_on_the_days_of_the_page(see, days):
    days("2025-09-03", "2025-09-20", "2025-09")

    drawing, _response = see()

    assert window(drawing) == ("2025-09-01", "2025-09-30")
    assert drawing.heading == "1–30 September 2025"


def test_a_window_is_that_of_the_list(see, days):
    days("2025-08-31", "2025-09-03", "2025-09", "2025", "2025-10-01")

    drawing, _response = see("?from=2025-09-01&to=2025-09-30")
    wider, _response = see("?from=2025-09-01&to=2025-09-30&when=possible")

    assert window(drawing) == window(wider) == ("2025-09-01", "2025-09-30")
    assert sorted(entries(drawing)) == ["on-1", "on-2"]
    assert sorted(entries(wider)) == ["on-1", "on-2", "on-3"]


def test_how_the_window_is_meant_stays_on_every_way_to_another(see, days):
    days("2024-01-01", "2025-09", "2027-05-05")

    drawing, _response = see("?from=2025-09-01&to=2025-09-09&when=possible")

    *others, everything = drawing.moves
    assert all("when=possible" in move.url for move in others)
    assert everything.url == "/en/timeline/#drawing"


def test_what_was_only_by_a_day_is_not_in_the_strip(see, days):
    days("2023-01-01", "../2025-09-03", "../2027-02")

    drawing, _response = see("?from=2025-09-01&to=2025-09-30&when=possible")

    assert 'data-first="2023-01-01"' in drawing.overview
    # One bar in full colour, and none that is spread over a longer time.
    assert re.findall(r'<path d="(M[^M"]*)"/><path class="spread" d=""/>', drawing.overview)


def test_a_window_with_one_end_has_the_records_other_end(see, days):
    days("2025-08-31", "2025-09-03", "2025-10-01")

    assert window(see("?from=2025-09-01")[0]) == ("2025-09-01", "2025-10-31")
    assert window(see("?to=2025-09-01")[0]) == ("2025-08-01", "2025-09-01")
    # The record is over by then, and nothing of it is drawn.
    assert window(see("?from=2030-01-01")[0]) == ("2030-01-01", "2030-01-01")
    assert window(see("?to=1990-01-01")[0]) == ("1990-01-01", "1990-01-01")


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
    assert moves(drawing)["whole"] == "/en/timeline/#drawing"


def test_ways_lead_closer_wider_earlier_later(see, days):
    days("2024-01-01", "2025-09-03", "2027-05-05")

    drawing, _response = see("?from=2025-09-01&to=2025-09-09&order=oldest")

    assert moves(drawing) == {
        "earlier": ("2025-08-26", "2025-09-03"),
        "out": ("2025-08-23", "2025-09-18"),
        "in": ("2025-09-02", "2025-09-04"),
        "later": ("2025-09-07", "2025-09-15"),
        "whole": "/en/timeline/?order=oldest#drawing",
    }
    assert all(move.url.endswith("#drawing") for move in drawing.moves)


def test_at_the_ends_of_the_record_there_is_nowhere_to_go(see, days):
    days("2024-01-01", "2027-12-31")

    for query in ("?from=2024-01-01&to=2027-12-31", ""):
        found = moves(see(query)[0])
        assert [name for name, to in found.items() if not to][:3] == ["earlier", "out", "later"]

    assert found["whole"] == ""


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


def test_closer_leads_into_the_chapter_with_most(see, days):
    days("2024-01-01", "2025-09-03", "2025-09-05", "2025-09-06", "2026-01-06")

    assert moves(see()[0])["in"] == ("2025-09-01", "2025-09-08")


def test_chapters_lead_into_their_days(see, days):
    days("2024-01-01", "2025-09-03")

    drawing, _response = see("?order=oldest")

    way = 'href="/en/timeline/?order=oldest&amp;from=2025-09-01&amp;to=2025-09-05#drawing"'
    assert way in drawing.course.wide
    assert way in drawing.course.narrow
