from datetime import date

import pytest
from django.utils.translation import override

from events import public
from events.presenting.positions.matrix import PageRange, legend, only, stops, table
from events.presenting.wording.links import Links

TODAY = date(2026, 12, 31)


@pytest.fixture
def shown(record, links):
    def shown(on=TODAY, pages=(1, 1), links=links, **choice):
        matrix = public.matrix(on)
        cells = only(matrix.cells, **choice)
        return table(matrix.actors, matrix.topics, cells, links, on, pages)

    return shown


def told(found):
    """Each topic with the sign of each place."""
    return {
        row.topic.plain: "".join(signs(place) if place else "." for place in row.places)
        for row in found.rows
    }


def signs(place):
    """In parentheses if they are only possible."""
    said = "/".join(stance.sign for stance in place.stances)
    return said if place.certain else f"({said})"


def take(record, topic, **stances):
    for holder, stance in stances.items():
        record.position(f"{holder}-on-{topic}", holder=holder, topic=topic, stance=stance)


@pytest.fixture
def matter(record):
    take(record, "aid", france="supports", germany="supports", poland="conditional")
    take(record, "force", germany="supports", russia="opposes")
    take(record, "zones", germany="undecided")


def test_contested_topics_and_those_who_take_most_stands_come_first(matter, shown):
    found = shown()

    assert [column.name.plain for column in found.columns] == [
        *("Germany", "France", "Poland", "Russia"),
    ]
    assert told(found) == {"Topic force": "+..−", "Topic aid": "++±.", "Topic zones": "?..."}
    assert list(told(found)) == ["Topic force", "Topic aid", "Topic zones"]
    assert [row.contested for row in found.rows] == [True, False, False]
    assert (found.filled, found.topics, found.actors) == (
        *(6, PageRange(1, 1, 1, 3, 3), PageRange(1, 1, 1, 4, 4)),
    )


def test_places_lead_to_their_history_and_names_to_their_pages(matter, shown):
    found = shown(links=Links(TODAY, "2026-03-01"))

    assert found.columns[0].url == "/en/actors/germany/?as_of=2026-03-01"
    assert found.rows[0].url == "/en/topics/force/?as_of=2026-03-01"
    assert found.rows[0].places[3].url == "/en/positions/russia/force/?as_of=2026-03-01"
    assert found.rows[0].places[3].actor == "Russia"


def test_what_was_taken_on_this_day_is_new(record, shown):
    record.position("early", date="2025-09-01", holder="poland")
    record.position("late", date="2026-01-06")
    record.position("said", date="2026-01-06T09:30:00Z", holder="germany")

    places = shown(on=date(2026, 1, 6)).rows[0].places
    day_after = shown(on=date(2026, 1, 7)).rows[0].places

    assert [(place.actor, place.new) for place in places] == [
        *(("France", True), ("Germany", True), ("Poland", False)),
    ]
    assert [place.new for place in day_after] == [False, False, False]


@pytest.mark.parametrize(
    "edtf", ["../2026-01-06", "2025-12-07/2026-01-06", "[2026-01-05..2026-01-06]"]
)
def test_what_only_counts_from_this_day_on_is_not_new(record, shown, edtf):
    record.position("late", date=edtf)

    [place] = shown(on=date(2026, 1, 6)).rows[0].places

    assert (place.certain, place.new) == (True, False)


def test_the_first_and_the_last_day_of_a_month_are_not_new(record, shown):
    record.position("month", date="2025-09")

    places = [shown(on=date(2025, 9, day)).rows[0].places[0] for day in (1, 30)]

    assert [(place.certain, place.new) for place in places] == [(False, False), (True, False)]


def test_a_position_that_is_taken_back_counts_for_nothing(record, shown):
    take(record, "force", poland="supports", russia="opposes")
    record.position("support", holder="peru", date="2024-02-02")
    record.position("back", holder="peru", date="2024-05-09", stance="taken-back")
    record.position("other", holder="peru", topic="aid", date="2024-05-01", stance="opposes")
    take(record, "aid", france="abstained")

    before, after = shown(on=date(2024, 5, 8)), shown(on=date(2024, 5, 9))

    assert (told(before), before.filled) == ({"Topic aid": "−", "Topic force": "+"}, 2)
    assert (told(after), after.filled) == ({"Topic aid": "−", "Topic force": "↺"}, 1)
    place = after.rows[1].places[0]
    assert (place.certain, place.new, place.taken_back) == (True, True, "9 May 2024")
    now = shown()
    assert (told(now), now.filled) == ({"Topic force": ".↺+−", "Topic aid": "○−.."}, 4)
    assert [column.name.plain for column in now.columns] == ["France", "Peru", "Poland", "Russia"]


def test_one_who_has_only_taken_back_has_a_column_after_the_others(record, shown):
    record.position("back", holder="austria", date="2024-05-09", stance="taken-back")
    take(record, "force", france="supports")

    found = shown()

    assert told(found) == {"Topic force": "+↺"}
    assert [column.name.plain for column in found.columns] == ["France", "Austria"]
    assert found.filled == 1


def test_what_is_perhaps_taken_back_is_perhaps_still_held(record, shown):
    record.position("support", holder="peru", date="2024-02-02")
    record.position("back", holder="peru", date="2024-05", stance="taken-back")

    found = shown(on=date(2024, 5, 15))

    assert (told(found), found.filled) == ({"Topic force": "(↺/+)"}, 1)
    assert found.rows[0].places[0].taken_back == ""


def test_one_stance_that_is_possible(record, shown):
    record.position("one", date="2026~", stance="opposes")

    [place] = shown(on=date(2025, 7, 1)).rows[0].places

    assert [(stance.label, stance.tone) for stance in place.stances] == [("Opposes", "opposes")]
    assert (place.actor, place.url) == ("France", "/en/positions/france/force/")
    assert (place.certain, place.new) == (False, False)
    assert shown(on=date(2025, 6, 30)).rows == []
    assert told(shown(on=date(2027, 6, 29))) == {"Topic force": "(−)"}
    assert told(shown(on=date(2027, 6, 30))) == {"Topic force": "−"}


def test_several_stances_that_are_possible(record, shown):
    record.position("before", date="2025-01-01", stance="supports")
    record.position("month", date="2025-09", stance="opposes")
    record.position("days", date="[2025-09-10..2025-09-20]", stance="supports")

    assert told(shown(on=date(2025, 8, 31))) == {"Topic force": "+"}
    # Those that can have begun last come first; each stance once.
    assert told(shown(on=date(2025, 9, 5))) == {"Topic force": "(−/+)"}
    assert told(shown(on=date(2025, 9, 15))) == {"Topic force": "(−/+)"}
    assert told(shown(on=date(2025, 9, 30))) == {"Topic force": "(−/+)"}
    [place] = shown(on=date(2025, 9, 15)).rows[0].places
    assert [stance.label for stance in place.stances] == ["Opposes", "Supports"]
    with override("de"):
        [place] = shown(on=date(2025, 9, 15)).rows[0].places
        assert [stance.label for stance in place.stances] == ["Dagegen", "Dafür"]


def test_whoever_takes_several_stands_possibly_takes_one(record, shown):
    record.position("before", date="2025-01-01", stance="supports")
    record.position("perhaps", date="2026~", stance="opposes")
    take(record, "aid", germany="supports", poland="supports")
    take(record, "zones", germany="supports")

    found = shown(on=date(2026, 1, 6))

    # Two of them on aid, and two topics for Germany; nobody is against for certain.
    assert told(found) == {"Topic aid": "+.+", "Topic force": ".(−/+).", "Topic zones": "+.."}
    assert [row.contested for row in found.rows] == [False, False, False]
    assert (found.filled, found.actors.total) == (4, 3)


def test_some_actors_and_topics_only(matter, shown):
    assert told(shown(actors=("france", "poland"))) == {"Topic aid": "+±"}
    assert told(shown(topics=("zones", "force"))) == {"Topic force": "+−", "Topic zones": "?."}
    assert told(shown(actors=("france",), topics=("force",))) == {}


def test_an_empty_matrix(record, shown):
    found = shown()

    assert (found.columns, found.rows, found.filled) == ([], [], 0)
    assert found.topics == found.actors == PageRange(1, 1, 0, 0, 0)


def test_of_several_that_can_hold_the_age_is_told_where_each_has_one(record, shown):
    record.position("season", stance="supports", date="2025-21")
    record.position("about", stance="opposes", date="2025~")

    ages = [shown(on=on).rows[0].places[0].age for on in (date(2026, 1, 6), TODAY)]

    # By 6 January 2026, the one that is of about 2025 may have been said on that day.
    assert ages == ["", "at least 6 months ago / at least 19 months ago"]


def test_a_page_of_many(record, shown, monkeypatch):
    monkeypatch.setattr("events.presenting.positions.matrix.TOPICS", 2)
    monkeypatch.setattr("events.presenting.positions.matrix.ACTORS", 1)
    take(record, "a", france="supports", germany="supports")
    take(record, "b", france="supports")
    take(record, "c", france="opposes")

    assert told(shown()) == {"Topic a": "+", "Topic b": "+"}
    assert told(shown(pages=(2, 1))) == {"Topic c": "−"}
    assert told(shown(pages=(1, 2))) == {"Topic a": "+", "Topic b": "."}
    assert shown(pages=(9, 0)).topics == shown().topics
    assert shown(pages=(9, 0)).actors == shown().actors
    assert shown(pages=(2, 2)).filled == 4


@pytest.mark.parametrize(
    ("total", "number", "window"),
    [
        (0, 1, PageRange(1, 1, 0, 0, 0)),
        (10, 1, PageRange(1, 1, 1, 10, 10)),
        (11, 1, PageRange(1, 2, 1, 10, 11)),
        (11, 2, PageRange(2, 2, 11, 11, 11)),
        (11, 99, PageRange(1, 2, 1, 10, 11)),
        (11, 0, PageRange(1, 2, 1, 10, 11)),
    ],
)
def test_windows(total, number, window):
    assert PageRange.of(total, number, 10) == window


def test_the_legend_has_every_stance_with_sign_and_word():
    assert [(word.sign, word.label) for word in legend()] == [
        *(("+", "Supports"), ("±", "Supports on conditions")),
        *(("?", "Undecided"), ("−", "Opposes")),
        *(("○", "Abstained"), ("∅", "Absent, did not vote"), ("↺", "Taken back")),
    ]
    assert len({word.sign for word in legend()}) == len(legend())
    with override("de"):
        assert next(word.label for word in legend()) == "Dafür"


def test_a_slider_stops_at_each_day_there_is():
    first, last = date(2025, 9, 1), date(2026, 1, 6)

    assert stops([first, last], first, last) == [first, last]
    assert stops([first, last], first, last, TODAY, last) == [first, last, TODAY]
    assert stops([first], first, first, first) == [first]


def test_of_too_many_days_it_stops_at_the_ends_of_months_or_years():
    assert stops([], date(2025, 11, 15), date(2026, 2, 10)) == [
        *(date(2025, 11, 30), date(2025, 12, 31), date(2026, 1, 31), date(2026, 2, 10)),
    ]
    years = stops([], date(1950, 5, 1), date(2026, 2, 10))
    assert years[:2] == [date(1950, 12, 31), date(1951, 12, 31)]
    assert years[-2:] == [date(2025, 12, 31), date(2026, 2, 10)]
    assert stops([], date(9990, 1, 1), date(9999, 12, 31))[-1] == date(9999, 12, 31)
    assert len(stops([], date(1, 1, 1), date(9999, 12, 31))) == 9999
