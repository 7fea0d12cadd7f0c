"""The lanes of the drawing, and the bars in them where entries are too many."""

import re

import pytest

from events.views.drawing import page as drawings
from tests.views.drawing.reading import entries, moves


@pytest.mark.parametrize(
    ("lanes", "expected"),
    [
        ("kind", ["Meetings", "Positions"]),
        ("actor", ["Germany", "Merz", "Others"]),
        ("topic", ["Topic force", "Others"]),
    ],
)
def test_lanes_of_counts_are_chosen_in_the_address(see, record, monkeypatch, lanes, expected):
    monkeypatch.setattr(drawings, "MOST_MARKS", 2)
    record.person("merz", represents="germany")
    record.summit("meeting", actors=["merz"])
    record.position("stand", holder="germany")
    record.summit("other")

    drawing, _response = see(f"?span=all&lanes={lanes}")

    names = re.findall(r'<text x="0" y="[\d.]+">([^<]+) <tspan', drawing.figure)
    assert names == expected
    assert [choice.current for choice in drawing.choices].index(True) == (
        ["kind", "actor", "topic"].index(lanes)
    )


def test_lanes_stay_on_every_way_from_the_page(see, days, monkeypatch):
    monkeypatch.setattr(drawings, "MOST_MARKS", 1)
    days("2025-09-03", "2025-09-04")

    drawing, response = see("?span=all&lanes=actor&limit=1")

    assert all("lanes=actor" in move.url for move in drawing.moves if move.url)
    assert ("lanes", "actor") in response.context["form"].kept
    assert all("lanes=actor" in tab.url for tab in response.context["tabs"])
    assert "lanes=actor" in response.context["next_url"]
    assert drawing.choices[0].url == "/en/timeline/?span=all&limit=1#drawing"


@pytest.mark.parametrize("query", ["?lanes=colour", "?lanes=kind&lanes=actor", "?lanes=%00"])
def test_lanes_that_cannot_be_meant_are_said(see, days, query):
    days("2025-09-03")

    drawing, response = see(query)

    assert response.status_code == 400
    assert "is not one of: By kind, By actor, By topic." in response.text
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

    window = "?from=2025-09-01&to=2025-09-30&limit=1"
    for lanes in ("kind", "actor"):
        # What was by 2026 can have been then.
        for when, others in (("", 1), ("&when=certain", 1), ("&when=possible", 2)):
            drawing, _response = see(f"{window}&lanes={lanes}{when}")
            assert drawing.note == (
                "2 entries that began then, counted by day."
                f" Not counted here: {others} that began at another time, or may have."
            )


@pytest.mark.parametrize("lanes", ["kind", "actor"])
def test_bars_leave_out_what_the_list_beside_them_does(see, days, monkeypatch, lanes):
    monkeypatch.setattr(drawings, "MOST_MARKS", 1)
    days("2025-09-03", "2025-09-04", "2025-09-29~", "[2025-09-20..2025-10-20]", "2025-09")

    window = f"?from=2025-09-01&to=2025-09-30&limit=1&lanes={lanes}"
    for when, number in (("", 3), ("&when=certain", 3), ("&when=possible", 5)):
        drawing, response = see(window + when)
        assert response.context["total"] == number
        assert drawing.note.startswith(f"{number} entries that began then, counted by day.")


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


def test_everything_is_a_word_in_the_address(see, days, monkeypatch):
    monkeypatch.setattr(drawings, "MOST_MARKS", 2)
    days("2024-01-01", "2025-09-03", "2025-09-04")

    latest, _response = see("?limit=1")
    everything, _response = see("?span=all&limit=1")
    days_later = [str(everything.window.first_day), str(everything.window.last_day)]

    assert moves(latest)["whole"] == "/en/timeline/?limit=1&span=all#drawing"
    assert days_later == ["2024-01-01", "2025-09-30"]
    assert everything.note == "3 entries that began then, counted by month."
    assert moves(everything)["whole"] == ""
    assert moves(everything)["start"] == "/en/timeline/?limit=1#drawing"


def test_closer_goes_where_the_counts_are_high(see, days, monkeypatch):
    monkeypatch.setattr(drawings, "MOST_MARKS", 2)
    days("2025-09-03", "2025-09-28", "2025-09-28", "2025-09-29")

    drawing, _response = see("?from=2025-09-01&to=2025-09-30")

    assert moves(drawing)["in"] == ("2025-09-21", "2025-09-30")


def test_a_word_that_is_not_everything_is_said(see, days):
    days("2025-09-03")

    drawing, response = see("?span=some")

    assert response.status_code == 400
    assert "is not one of: Everything." in response.text
    assert entries(drawing) == ["on-0"]
