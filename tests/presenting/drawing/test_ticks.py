from datetime import date
from itertools import pairwise

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from events.presenting.drawing.scale import FIRST, LAST, Window
from events.presenting.drawing.ticks import CHARACTER, TARGET, ticks
from tests.presenting.drawing.strategies import windows


def labels(first, last, width=700):
    window = Window.between(date.fromisoformat(first), date.fromisoformat(last))
    return [tick.label for tick in ticks(window, width)]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-01-05", "2026-01-08", ["5 Jan", "6 Jan", "7 Jan", "8 Jan"]),
        ("2026-01-01", "2026-01-31", ["5 Jan", "12 Jan", "19 Jan", "26 Jan"]),
        ("2025-11-15", "2026-02-15", ["Dec 2025", "Jan 2026", "Feb 2026"]),
        (
            "2024-06-01",
            "2026-06-01",
            [
                *("Jul 2024", "Oct 2024", "Jan 2025", "Apr 2025", "Jul 2025", "Oct 2025"),
                "Jan 2026",
            ],
        ),
        ("2019-01-01", "2024-12-31", ["2019", "2020", "2021", "2022", "2023", "2024"]),
        ("1940-01-01", "2030-12-31", ["1940", "1950", "1960", "1970", "1980", "1990"]),
        ("0001-01-01", "9999-12-31", ["1000", "2000", "3000", "4000", "5000", "6000"]),
    ],
)
def test_the_axis_is_as_fine_as_has_room(first, last, expected):
    assert labels(first, last)[: len(expected)] == expected


def test_a_phone_has_fewer_names():
    assert labels("2025-11-15", "2026-02-15", 270) == ["Dec 2025", "Jan 2026"]
    assert labels("2024-06-01", "2026-06-01", 270) == ["2025", "2026"]


def test_months_are_named_in_the_readers_language():
    with override("de"):
        assert labels("2025-11-15", "2026-02-15") == ["Dez 2025", "Jan 2026", "Feb 2026"]


def test_a_name_leads_to_its_stretch():
    window = Window.between(date(2025, 11, 15), date(2026, 2, 15))

    stretches = [(tick.window.first_day, tick.window.last_day) for tick in ticks(window, 700)]

    assert stretches[0] == (date(2025, 12, 1), date(2025, 12, 31))


@settings(deadline=None, max_examples=60)
@given(windows(), st.integers(200, 1500))
def test_names_never_overlap_and_stay_in_the_drawing(window, width):
    found = ticks(window, width)

    for tick, after in pairwise(found):
        assert tick.window.first < after.window.first
        assert tick.window.last < after.window.first
        assert (after.x - tick.x) * width / 100 >= max(len(tick.label) * CHARACTER, TARGET)
    for tick in found:
        assert 0 <= tick.x <= 100
        assert tick.x * width / 100 + len(tick.label) * CHARACTER <= width
        assert FIRST <= tick.window.first <= tick.window.last <= LAST
        assert window.holds(tick.window.first)


@settings(deadline=None, max_examples=60)
@given(windows())
def test_an_axis_for_a_screen_has_not_too_many_names(window):
    assert len(ticks(window, 620)) <= 620 / TARGET
