from datetime import date
from itertools import pairwise

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from events.presenting.drawing.bars import MOST_BARS, MOST_COLUMNS, columns, name_of, unit_of
from events.presenting.drawing.scale import Window
from events.public import Grain, Tally
from tests.presenting.drawing.strategies import windows


def window(first, last):
    return Window.between(date.fromisoformat(first), date.fromisoformat(last))


YEAR = window("2025-01-01", "2025-12-31")


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [
        ("2026-01-01", "2026-05-05", Grain.DAY),
        ("2026-01-01", "2026-05-06", Grain.MONTH),
        ("2016-01-01", "2026-01-01", Grain.MONTH),
        ("2015-01-01", "2026-01-01", Grain.YEAR),
        ("1926-01-01", "2026-01-01", Grain.YEAR),
        ("1826-01-01", "2026-01-01", Grain.DECADE),
        ("0001-01-01", "9999-12-31", Grain.CENTURY),
    ],
)
def test_the_unit_is_as_fine_as_has_room(first, last, unit):
    assert unit_of(window(first, last), MOST_COLUMNS) == unit


def test_what_is_counted_by_month_is_not_drawn_by_day():
    assert unit_of(window("2026-01-01", "2026-01-31"), MOST_BARS, Grain.MONTH) == Grain.MONTH


def test_a_month_is_one_column_and_a_year_is_spread_over_twelve():
    found = columns(
        [Tally.in_month("summit", 2025, 3, 5), Tally.in_month("summit", 2025, None, 24)],
        YEAR,
        Grain.MONTH,
    )

    assert [column.number for column in found] == [0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    assert {column.spread["summit"] for column in found} == {2.0}
    assert found[2].height("summit") == 7


def test_what_can_have_been_outside_of_a_unit_is_not_counted_as_known():
    first = date(2025, 12, 20).toordinal()
    there, across = Tally("summit", first, first + 11, 3), Tally("summit", first, first + 20, 2)
    [column] = columns([there, across], window("2025-12-15", "2025-12-31"), Grain.MONTH)

    assert column.known == {"summit": 3}
    assert 0 < column.spread["summit"] < 2


def test_months_add_up_to_years():
    tallies = [Tally.in_month("summit", 2025, month, month) for month in range(1, 13)]

    [column] = columns([*tallies, Tally.in_month("summit", 2025, None, 1)], YEAR, Grain.YEAR)

    assert (column.known, column.spread) == ({"summit": 79}, {})


def test_columns_begin_with_their_unit_except_at_the_ends_of_the_window():
    found = columns([], window("2025-12-30", "2026-02-02"), Grain.MONTH)

    assert [(column.window.first_day.day, column.window.last_day.day) for column in found] == [
        (30, 31),
        (1, 31),
        (1, 2),
    ]


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        (Grain.DAY, "1 March 2025: 1 entry"),
        (Grain.MONTH, "March 2025: 1 entry"),
        (Grain.YEAR, "2025: 1 entry"),
        (Grain.DECADE, "2020–2029: 1 entry"),
        (Grain.CENTURY, "2000–2099: 1 entry"),
    ],
)
def test_a_column_says_what_it_counts(unit, name):
    day = date(2025, 3, 1).toordinal()
    found = columns([Tally("summit", day, day, 1)], window("1900-01-01", "2099-12-31"), unit)

    [column] = [column for column in found if column.known]

    assert name_of(column, unit) == name


def test_numbers_are_written_in_the_readers_language():
    tally = Tally.in_month("summit", 2025, None, 1234)
    [column] = columns([tally], YEAR, Grain.YEAR)

    with override("de"):
        assert name_of(column, Grain.YEAR).startswith("2025: 1.234")


def test_a_column_says_what_else_may_be_in_it():
    found = columns([Tally.in_month("summit", 2025, None, 3)], YEAR, Grain.MONTH)

    assert name_of(found[0], Grain.MONTH) == (
        "January 2025: 0 entries and some known to a longer time only"
    )


def test_of_a_year_that_reaches_beyond_the_window_only_a_part_is_in_it():
    first_half = window("2025-01-01", "2025-06-30")

    found = columns([Tally.in_month("summit", 2025, None, 365)], first_half, Grain.MONTH)

    assert sum(column.height("summit") for column in found) == pytest.approx(first_half.days)


tallies = st.builds(
    lambda lane, first, days, number: Tally(lane, first, first + days, number),
    st.sampled_from(["summit", "position"]),
    st.integers(date(2024, 1, 1).toordinal(), date(2026, 1, 1).toordinal()),
    st.sampled_from([0, 0, 0, 27, 30, 364]),
    st.integers(1, 1000),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(tallies, max_size=30), st.sampled_from(Grain))
def test_the_area_of_the_bars_is_the_number_of_entries(counted, unit):
    found = columns(counted, window("2023-01-01", "2026-12-31"), unit)

    for lane in ("summit", "position"):
        area = sum(column.height(lane) for column in found)
        assert area == pytest.approx(sum(tally.number for tally in counted if tally.lane == lane))


@settings(deadline=None, max_examples=60)
@given(windows())
def test_columns_cover_the_window_without_gap(shown):
    unit = unit_of(shown, MOST_COLUMNS)

    found = [column.window for column in columns([], shown, unit)]

    assert len(found) <= MOST_COLUMNS + 2
    assert (found[0].first, found[-1].last) == (shown.first, shown.last)
    for column, after in pairwise(found):
        assert after.first == column.last + 1
