"""The course of events, whatever there is to draw."""

import re
from datetime import date, timedelta
from itertools import combinations

import pytest
from django.utils.translation import override

from events.presenting.drawing.chapters.course import course
from events.presenting.drawing.chapters.drawn import drawn_course
from events.presenting.drawing.chapters.entries import entries_of
from events.presenting.drawing.chapters.spine import HIGHEST, NamedMark, begun, name_of, place_of
from events.presenting.drawing.chapters.wide import WIDTH, wide
from events.presenting.drawing.scale import Window
from events.presenting.lists import items
from events.presenting.wording import Links
from tests.presenting.drawing.making import (
    TODAY,
    made,
    record_of,
    scene,
    texts,
    window_of,
)

SEEDS = range(24)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_texts_overlap_and_none_is_cut(seed):
    for window in (None, window_of(seed)):
        drawing = wide(scene(record_of(seed), window))

        met = [pair for pair in combinations(drawing.written, 2) if pair[0].meets(pair[1], -1)]
        assert met == []
        outside = [box for box in drawing.written if box.left < -0.5 or box.right > WIDTH + 0.5]
        assert outside == []


@pytest.mark.parametrize("seed", SEEDS)
def test_every_meeting_is_named(seed):
    drawn = scene(record_of(seed))
    names = ["".join(place_of(entry).split()) for entry in drawn.meetings]

    # A long name may stand on several lines.
    written = "".join("".join(texts(wide(drawn).svg)).split())
    assert [name for name in names if written.count(name) < names.count(name)] == []


@pytest.mark.parametrize("number", [60, 120])
def test_a_hundred_meetings_are_named_and_none_is_in_anothers_way(number):
    record = []
    for place in range(number):
        towns = [{"name": {"en": f"Town{place}x"}, "country": None}]
        day = date(2025, 1, 1) + timedelta(3 * place)
        record.append(made("summit", day.isoformat(), place, places=towns))
    drawing = wide(scene(record))

    written = "".join(texts(drawing.svg))
    assert [place for place in range(number) if f"Town{place}x" not in written] == []
    assert not [pair for pair in combinations(drawing.written, 2) if pair[0].meets(pair[1], -1)]


def test_key_events_say_what_came_of_them_first():
    first = date(2025, 9, 1)
    record = [
        made(
            "summit", str(first + timedelta(4 * place)), place, title={"en": f"City: deal {place}"}
        )
        for place in range(24)
    ]
    marked = [number for number in range(24) if number % 6 == 2]
    for number in marked:
        record[number] |= {"key_event": True}

    written = texts(wide(scene(record)).svg)

    told = [number for number in range(24) if f"deal {number}" in written]
    assert len(told) < 24
    assert [number for number in marked if number not in told] == []


# Where they stand, in pixels, and what they are called.
CROWD = (
    (181, "London", "2025-03-02"),
    (201, "Dschidda", "2025-03-11"),
    (236, "Paris", "2025-03-27"),
    (267, "Brüssel", "2025-04-10"),
    (282, "Paris", "2025-04-17"),
    (296, "London", "2025-04-23"),
    (333, "Kiew", "2025-05-10"),
    (346, "Istanbul", "2025-05-16"),
    (384, "Istanbul", "2025-06-02"),
    (434, "Northwood", "2025-07-10"),
    (491, "Istanbul", "2025-07-23"),
    (550, "Anchorage", "2025-08-15"),
    (566, "Washington", "2025-08-18"),
    (662, "Paris", "2025-09-04"),
    (748, "Budapest", "2025-10~"),
    (752, "London", "2025-10-24"),
    (832, "Genf", "2025-11-23"),
    (871, "Moskau", "2025-12-02"),
    (923, "Berlin", "2025-12-14/2025-12-15"),
    (984, "Palm Beach", "2025-12-28"),
    (1023, "Paris", "2026-01-06"),
)


def test_names_are_narrower_where_that_makes_them_lower():
    """With the date below the place; else all would stand on one flight of stairs."""
    record = [
        made(
            "summit",
            edtf,
            number,
            places=[{"name": {"en": place}, "country": None, "zone": None}],
        )
        for number, (_at, place, edtf) in enumerate(CROWD)
    ]
    with override("de"):
        entries = entries_of(record, Links(TODAY))
        names = begun(
            [
                NamedMark(entry, name_of(entry), at)
                for entry, (at, _place, _edtf) in zip(entries, CROWD, strict=True)
            ],
            1076.0,
        )

    assert max(one.low + one.form.height for one in names) < HIGHEST
    assert {one.form.is_beside for one in names} == {False}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_entry_is_reached(seed):
    record, links = record_of(seed), Links(TODAY)
    for window in (None, window_of(seed)):
        drawing = drawn_course(
            items(record, links), links, TODAY.toordinal(), window, lambda _to: 'href="#"'
        )
        for document in record:
            address = f'href="/en/entries/{document["slug"]}/"'
            assert address in drawing.wide
            assert address in drawing.narrow


@pytest.mark.parametrize("seed", SEEDS)
def test_the_policy_of_the_site_allows_it(seed):
    drawn = scene(record_of(seed), window_of(seed))
    drawing = wide(drawn)
    for part in (drawing.svg, course(drawn, drawing.axis)):
        assert "style=" not in part
        assert "nan" not in part
        assert not re.search(r'width="-', part)


def test_what_is_written_is_escaped():
    title = {"en": '<script>alert("1")</script> & more'}
    drawn = scene([made("summit", "2026-01-06", title=title)])
    drawing = wide(drawn)

    for part in (drawing.svg, course(drawn, drawing.axis)):
        assert "<script" not in part
        assert "&lt;script&gt;" in part


def test_a_place_with_a_name_in_another_language_only_is_written_without_markup():
    place = {"name": {"en": "Lisbon & Porto"}, "country": None, "zone": None}
    with override("de"):
        drawn = scene([made("summit", "2026-01-06", places=[place])])
        drawing = wide(drawn)

        for part in (drawing.svg, course(drawn, drawing.axis)):
            assert "&lt;bdi" not in part
            assert "&amp;amp;" not in part
        assert "Lisbon &amp; Porto" in " ".join(texts(drawing.svg))


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2026-11-26", "Today"), ("2026-01-06", "today"), ("2020-01-01", "today")],
)
def test_today_is_always_in_sight(today, expected):
    drawing = wide(scene([made("summit", "2026-01-06")], today=date.fromisoformat(today)))

    assert expected in texts(drawing.svg)
    assert 'class="today"' in drawing.svg


def test_a_window_without_today_says_where_that_is():
    window = Window.between(TODAY.replace(year=2024), TODAY.replace(year=2025))
    drawing = wide(scene([made("summit", "2025-01-06")], window))

    assert "today: later" in texts(drawing.svg)


def test_a_mark_has_a_card_with_who_stance_and_source():
    source = {
        "slug": "a-report",
        "stance": "supports",
        "publisher": "The Courier",
        "title": "A report",
        "published_on": "2026-01-06",
        "state": "published",
        "quote": "",
        "quote_language": "",
        "languages": ["en"],
        "url": "",
        "archive_url": "",
    }
    entry = made("position", "2026-01-06", stance="opposes", sources=[source])
    drawing = wide(scene([entry]))

    [shown] = set(re.findall(r'<div class="card">(.*?)</div>', drawing.svg))
    words = re.sub("<[^>]*>", " ", shown)
    for said in (
        "Opposes",
        "Germany",
        "A force",
        "Title of position-0",
        "The Courier",
        "6 January",
    ):
        assert said in words
    assert 'href="/en/entries/position-0/"' in shown


def test_bands_are_lists_with_names():
    record = [
        made("summit", "2026-01-06", 1),
        made("position", "2026-01-05", 2),
        made("question", "2026-01-05", 3),
        made("commitment", "2026-01-05", 4),
        made("development", "2026-01-05", 5),
    ]
    drawing = wide(scene(record))

    names = re.findall(r'role="list" aria-label="([^"]+)"', drawing.svg)
    assert {"Meetings", "A force", "What is still open", "What came out", "Developments"} <= {
        *names
    }
    for band in re.findall(r'<g role="list".*?</g></g>', drawing.svg):
        assert re.match(r'<g role="list" aria-label="[^"]+"><g role="listitem"><a ', band)
