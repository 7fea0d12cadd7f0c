from datetime import date

import pytest
from django.utils import timezone

from events import public
from events.public import Grain, Tally
from tests.record import Record


@pytest.fixture
def record(db):
    return Record()


def day(text):
    return date.fromisoformat(text).toordinal()


def counted(first, last, unit=Grain.MONTH, lanes="kind", most=7, **filters):
    """{(lane, first day, last day): number}"""
    asked = public.parse({"from": [first], "to": [last], **filters})
    return told(public.histogram(asked, unit, lanes, most))


def told(histogram):
    found: dict[tuple[str, ...], int] = {}
    for tally in histogram.tallies:
        ends = date.fromordinal(tally.first), date.fromordinal(tally.last)
        key = tally.lane, *map(str, ends)
        found[key] = found.get(key, 0) + tally.number
    return found


@pytest.fixture
def dated(record):
    return lambda *edtfs: [
        record.development(f"event-{number}", date=edtf) for number, edtf in enumerate(edtfs)
    ]


def test_days_are_counted_where_they_are_known(dated):
    dated("2026-01-06", "2026-01-06", "2026-01-31", "2026-01", "2026", "2026-01-06/..")

    assert counted("2026-01-01", "2026-01-31", Grain.DAY) == {
        ("development", "2026-01-06", "2026-01-06"): 3,
        ("development", "2026-01-31", "2026-01-31"): 1,
        ("development", "2026-01-01", "2026-01-31"): 1,
        ("development", "2026-01-01", "2026-12-31"): 1,
    }


def test_what_lasts_began_on_its_first_day(dated):
    dated(
        "2026-01-14/2026-01-15", "2026-01-14/2026-08-20", "2026-01-10/2026-01-19", "../2026-01-20"
    )

    assert counted("2026-01-01", "2026-01-31", Grain.DAY) == {
        ("development", "2026-01-14", "2026-01-14"): 2,
        ("development", "2026-01-10", "2026-01-10"): 1,
    }
    # What was by the 20th began on no day in particular.
    assert public.count(public.parse({"from": ["2026-01-01"], "to": ["2026-01-31"]})) == 4


def test_a_day_that_is_not_known_is_every_day_that_it_can_be(dated):
    dated("2026-01-10~", "[2026-01-05..2026-01-20]", "[2026-01-28..2026-02-03]", "[2026-01-09..]")

    assert counted("2026-01-01", "2026-01-31", Grain.DAY) == {
        ("development", "2026-01-07", "2026-01-13"): 1,
        ("development", "2026-01-05", "2026-01-20"): 1,
        ("development", "2026-01-28", "2026-02-03"): 1,
    }


@pytest.mark.parametrize("unit", [Grain.DAY, Grain.MONTH])
def test_what_the_list_leaves_out_is_left_out(dated, unit):
    dated("2026-01-10~", "[2026-01-28..2026-02-03]", "2026-01-30~", "2026-01-02~", "2026-01-06")
    window = {"from": ["2026-01-01"], "to": ["2026-01-31"]}

    for when in ("certain", "possible"):
        asked = public.parse(window | {"when": [when]})
        found = public.histogram(asked, unit, "kind", 7)
        # By month, what can have been in another year is in none.
        elsewhere = 1 if (when, unit) == ("possible", Grain.MONTH) else 0
        assert found.total == public.count(asked) - elsewhere


def test_a_day_is_that_of_the_place(record):
    kyiv, washington = {"zone": "Europe/Kyiv"}, {"zone": "America/New_York"}
    record.summit("kyiv", date="2026-02-01T00:30", **kyiv)
    record.summit("washington", date="2026-01-31T23:30", **washington)
    record.summit("before", date="2026-01-31T23:30", **kyiv)
    record.summit("long", date="2026-01-31T21:00/2026-02-01T02:00", **washington)
    days = [("summit", day, day) for day in ("2026-01-31", "2026-02-01")]

    assert counted("2026-01-01", "2026-02-28", Grain.DAY) == {days[0]: 3, days[1]: 1}
    assert counted("2026-01-31", "2026-01-31", Grain.DAY) == {days[0]: 3}
    assert counted("2026-02-01", "2026-02-01", Grain.DAY) == {days[1]: 1}
    assert counted("2026-01-01", "2026-01-31") == {("summit", "2026-01-01", "2026-01-31"): 3}
    assert counted("2026-02-01", "2026-02-28") == {("summit", "2026-02-01", "2026-02-28"): 1}


@pytest.mark.parametrize("last", ["2025-12-31", "2025-12-30"])
def test_what_may_have_been_in_another_year_is_in_none(dated, last):
    dated("2025~", "202X", "2025-24", "2025-03~")

    assert counted("2020-01-01", last) == {("development", "2025-01-01", "2025-12-31"): 1}


@pytest.mark.parametrize("last", ["2025-12-31", "2025-11-30"])  # on file, and counted
def test_months_are_counted_with_years_apart(dated, record, last):
    dated("2025-03-01", "2025-03", "2025-03-31", "2025", "2025-21", "2024-12-31", "../2025-03-31")
    record.summit("meeting", date="2025-04-01")

    assert counted("2025-01-01", last) == {
        ("development", "2025-03-01", "2025-03-31"): 3,
        ("development", "2025-01-01", "2025-12-31"): 2,
        ("summit", "2025-04-01", "2025-04-30"): 1,
    }


def test_only_what_begins_in_the_window_counts(dated):
    dated("2025-01-31", "2025-02-01", "2025-02-28", "2025-03-01", "2024/2026")

    assert counted("2025-02-01", "2025-02-28") == {("development", "2025-02-01", "2025-02-28"): 2}


@pytest.mark.parametrize("last", ["2025-12-31", "2025-12-30"])
def test_filters_hold(record, last):
    record.position("stand", date="2025-05-01", holder="france")
    record.position("other", date="2025-05-01", holder="poland", topic="talks")
    record.summit("meeting", date="2025-05-01")
    may = "2025-05-01", "2025-05-31"

    assert counted("2025-01-01", last, kind=["summit"]) == {("summit", *may): 1}
    assert counted("2025-01-01", last, actor=["france"]) == {("position", *may): 1}
    assert counted("2025-01-01", last, q=["stand"]) == {("position", *may): 1}
    assert counted("2025-01-01", last, as_of=["2020-01-01"]) == {}
    assert counted("2025-01-01", last, as_of=[timezone.localdate().isoformat()]) == {
        ("position", *may): 2,
        ("summit", *may): 1,
    }


def test_lanes_by_actor_count_an_entry_with_each_that_it_names(record):
    record.person("merz", represents="germany")
    record.summit("one", date="2025-05-01", actors=["france", "merz"])
    record.summit("two", date="2025-05-02", actors=["france", "poland"])
    record.summit("three", date="2025-05-03")
    may = "2025-05-01", "2025-05-31"

    found = counted("2025-01-01", "2025-12-31", lanes="actor", most=3)

    assert found == {("france", *may): 2, ("germany", *may): 1, ("merz", *may): 1, ("", *may): 1}


def test_lanes_are_those_that_the_filtered_entries_name_most(record):
    for number in range(3):
        record.summit(f"often-{number}", date="2025-05-01", actors=["france"])
    record.summit("before", date="2024-05-01", actors=["spain"])
    record.position("stand", date="2025-05-02", holder="poland", topic="force")
    may = "2025-05-01", "2025-05-31"

    narrowed = {"kind": ["position"], "lanes": "actor", "most": 1}
    assert counted("2025-01-01", "2025-12-30", **narrowed) == {("poland", *may): 1}
    assert counted("2025-01-01", "2025-12-30", lanes="actor", most=1) == {
        ("france", *may): 3,
        ("", *may): 1,
    }
    assert counted("2024-01-01", "2024-12-30", lanes="actor", most=1) == {
        ("spain", "2024-05-01", "2024-05-31"): 1
    }


def test_lanes_by_topic_have_names(record):
    record.position("stand", date="2025-05-01", topic="force")
    asked = public.parse({"from": ["2025-05-01"], "to": ["2025-05-31"]})

    found = public.histogram(asked, Grain.DAY, "topic", 7)

    assert told(found) == {("force", "2025-05-01", "2025-05-01"): 1}
    assert found.names == {"force": {"en": "Topic force", "de": "Thema force"}}


def test_a_record_that_names_nobody_has_one_lane(record):
    record.development("event", date="2025-05-01")

    assert counted("2025-05-01", "2025-05-31", lanes="actor") == {
        ("", "2025-05-01", "2025-05-31"): 1
    }


def test_the_calendar_ends(dated):
    dated("9999-12-31", "0001-01-01")

    assert counted("0001-01-01", "9999-12-31") == {
        ("development", "9999-12-01", "9999-12-31"): 1,
        ("development", "0001-01-01", "0001-01-31"): 1,
    }


@pytest.mark.parametrize(
    ("month", "ends"),
    [(2, ("2024-02-01", "2024-02-29")), (None, ("2024-01-01", "2024-12-31"))],
)
def test_a_tally_of_a_month_has_its_days(month, ends):
    first, last = map(day, ends)
    assert Tally.in_month("summit", 2024, month, 3) == Tally("summit", first, last, 3)


@pytest.mark.parametrize("lanes", ["kind", "actor", "topic"])
def test_the_number_of_queries_does_not_grow(record, django_assert_num_queries, lanes):
    asked = public.parse({"from": ["2025-01-01"], "to": ["2025-12-30"]})
    for number in range(9):
        named = {"holder": f"actor-{number}", "topic": f"topic-{number}"}
        record.position(f"stand-{number}", date="2025-05", **named)

    with django_assert_num_queries(1 if lanes == "kind" else 3):
        public.histogram(asked, Grain.MONTH, lanes, 7)
