from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.presenting.drawing.scale import FIRST, LAST, Window
from tests.presenting.drawing.strategies import DAYS, windows


def of(first, last):
    return Window.between(date.fromisoformat(first), date.fromisoformat(last))


def told(window):
    return str(window.first_day), str(window.last_day)


def test_both_ends_are_in_a_window():
    window = of("2026-01-01", "2026-01-10")

    assert window.days == 10
    assert window.place(window.first) == 0
    assert window.place(window.first + 5) == 50
    assert window.place(window.last + 1) == 100
    assert window.holds(window.last)
    assert not window.holds(window.last + 1)


def test_wider_keeps_the_middle():
    window, whole = of("2026-01-10", "2026-01-18"), of("2000-01-01", "2030-12-31")

    assert told(window.wider(whole)) == ("2026-01-01", "2026-01-27")


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], ("2026-01-13", "2026-01-15")),  # nothing to go by: the middle
        (["2026-01-10", "2026-01-17", "2026-01-18"], ("2026-01-16", "2026-01-18")),
        (["2026-01-10", "2026-01-11", "2026-01-18"], ("2026-01-10", "2026-01-12")),
        (["2026-01-10", "2026-01-14"], ("2026-01-13", "2026-01-15")),  # of two, the later one
        (["2020-01-10", "2020-01-10", "2026-01-14"], ("2026-01-13", "2026-01-15")),
    ],
)
def test_closer_goes_where_most_is(days, expected):
    window = of("2026-01-10", "2026-01-18")
    closer = window.closer([date.fromisoformat(day).toordinal() for day in days])

    assert told(closer) == expected
    assert closer.closer([]).closer([]).days == 1  # no less than a day


def test_moving_leaves_a_third_in_view():
    window = of("2026-01-10", "2026-01-18")

    assert told(window.earlier()) == ("2026-01-04", "2026-01-12")
    assert told(window.later()) == ("2026-01-16", "2026-01-24")


def test_no_more_is_shown_than_there_is():
    window, whole = of("2026-01-10", "2026-01-18"), of("2026-01-08", "2026-01-31")

    assert told(window.wider(whole)) == ("2026-01-08", "2026-01-27")
    # Who looks beyond the record is not pushed back into it.
    assert told(of("2027-01-01", "2027-01-09").wider(whole)) == ("2026-12-23", "2027-01-09")


def test_many_years_are_whole_years():
    whole = of("2003-05-01", "2027-03-31")

    assert told(whole.rounded()) == ("2003-01-01", "2027-12-31")
    assert told(of("2024-05-01", "2025-04-30").wider(whole)) == ("2023-01-01", "2026-12-31")
    assert of("2024-05-01", "2025-04-30").rounded() == of("2024-05-01", "2025-04-30")


@settings(deadline=None, max_examples=60)
@given(windows(), windows(), st.lists(DAYS))
def test_no_step_leaves_the_calendar(window, whole, days):
    closer = window.closer(days)
    steps = [closer, window.wider(whole), window.earlier(), window.later()]

    for step in [*steps, window.rounded(), window.padded(100)]:
        assert FIRST <= step.first <= step.last <= LAST
    assert closer.days <= window.days <= window.wider(whole).days
    assert window.earlier().days == window.later().days == window.days


@settings(deadline=None, max_examples=60)
@given(windows(), DAYS, st.integers(0, 10_000))
def test_places_keep_the_order_of_days(window, day, later):
    assert window.place(day) <= window.place(day + later)
    assert window.holds(day) == (0 <= window.place(day) < 100)
