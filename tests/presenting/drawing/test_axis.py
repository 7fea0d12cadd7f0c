"""Time in chapters."""

from datetime import date

import pytest

from events.presenting.drawing.chapters.axis import MOST_CHAPTERS, heading_of, time_axis
from events.presenting.drawing.chapters.entries import entries_of
from events.presenting.drawing.scale import Window
from events.presenting.wording import Links
from tests.presenting.drawing.making import TODAY, made, record_of, window_of

LEFT, RIGHT = 100.0, 1100.0


def of(*dates, window=None, today=TODAY):
    documents = [made("summit", edtf, number) for number, edtf in enumerate(dates)]
    return axis_of(documents, window, today)


def axis_of(documents, window=None, today=TODAY):
    entries = entries_of(documents, Links(today))
    return time_axis(entries, today.toordinal(), window, LEFT, RIGHT)


def days(axis):
    return [(str(one.core.first_day), str(one.core.last_day)) for one in axis.chapters]


def test_where_nothing_was_for_three_weeks_time_is_cut():
    axis = of("2026-01-01", "2026-01-21", "2026-02-11", "2026-03-05", today=date(2026, 3, 5))

    assert days(axis) == [("2026-01-01", "2026-02-11"), ("2026-03-05", "2026-03-05")]
    assert [cut.days for cut in axis.cuts] == [17]  # less two days of air on each side


def test_what_is_known_to_the_month_is_shown_with_all_of_it():
    axis = of("2026-01-06", "2025-09", "2025", today=date(2026, 1, 6))

    assert days(axis) == [("2025-09-01", "2025-09-30"), ("2026-01-06", "2026-01-06")]


def test_of_what_was_by_a_day_that_day_is_shown():
    assert days(of("2026-01-06", "../2025-09-01")) == [
        ("2025-09-01", "2025-09-01"),
        ("2026-01-06", "2026-01-06"),
    ]


def test_only_the_longest_times_are_cut_out():
    first = date(2000, 1, 1).toordinal()
    # Each time is longer than the one before.
    stood = [date.fromordinal(first + 50 * number * number) for number in range(16)]
    axis = of(*map(str, stood), today=stood[-1])

    assert len(axis.chapters) == MOST_CHAPTERS
    assert axis.chapters[0].core == Window.between(stood[0], stood[7])


@pytest.mark.parametrize(
    ("today", "place"), [("2026-11-26", RIGHT), ("2025-01-01", None), ("2026-01-05", None)]
)
def test_today_is_after_all_or_among_it(today, place):
    axis = of("2025-12-01", "2026-01-06", today=date.fromisoformat(today))

    assert LEFT <= axis.today <= RIGHT
    if place:
        assert axis.today == place
        assert axis.cuts[-1].right == RIGHT


def test_a_window_of_some_weeks_is_shown_as_it_is():
    window = Window.between(date(2026, 1, 1), date(2026, 3, 31))
    axis = of("2026-01-02", "2026-03-30", window=window)

    assert days(axis) == [("2026-01-01", "2026-03-31")]
    assert (axis.today, axis.is_later) == (None, True)
    assert (axis.x(window.first), axis.x(window.last + 1)) == (LEFT, RIGHT)


@pytest.mark.parametrize("seed", range(20))
def test_later_is_farther_right_and_chapters_fill_the_width(seed):
    for window in (None, window_of(seed)):
        axis = axis_of(record_of(seed), window)

        places = [axis.x(day) for day in range(axis.first - 9, axis.last + 9, 3)]
        assert places == sorted(places)
        assert axis.chapters[0].left == LEFT
        ends = axis.cuts[-1].right if axis.cuts else 0
        assert max(axis.chapters[-1].right, ends) == pytest.approx(RIGHT)
        assert min(one.width for one in axis.chapters) > 0


def test_a_chapter_is_called_as_there_is_room():
    [chapter] = of("2026-01-06", "2026-01-20", today=date(2026, 1, 20)).chapters

    assert heading_of(chapter, 1000) == ("Jan 2026", "6–20 Jan")
    assert heading_of(chapter, 60) == ("2026", "6–20 Jan")
    assert heading_of(chapter, 10) == ("", "")
