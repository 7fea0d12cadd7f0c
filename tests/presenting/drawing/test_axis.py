"""Time in chapters."""

from datetime import date

import pytest

from events.presenting.drawing.chapters.axis import (
    BY_DAYS,
    CROWDED,
    CUT_FOR_NAMES,
    CUT_TO_TODAY,
    MOST_BESIDE_CROWDED,
    MOST_CHAPTERS,
    heading_of,
    time_axis,
)
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


def widths(axis):
    return [round(one.width) for one in axis.chapters]


def test_a_meeting_of_two_weeks_takes_no_more_than_one_of_a_day():
    days_each = of("2025-01-01", "2025-06-01", today=date(2025, 6, 1))
    weeks = of("2025-01-01/2025-01-14", "2025-06-01", today=date(2025, 6, 1))

    by_days = (RIGHT - LEFT) * BY_DAYS
    assert abs(widths(weeks)[0] - widths(days_each)[0]) < by_days / 2


def test_where_meetings_crowd_in_the_last_chapter_their_names_can_hang_on_the_right():
    first = date(2025, 9, 1).toordinal()
    crowd = [str(date.fromordinal(first + 10 * number)) for number in range(CROWDED)]
    before = date(2004, 1, 1).toordinal()
    years = [str(date.fromordinal(before + 60 * number * number)) for number in range(12)]

    crowded, sparse = of(*years, *crowd), of(*years, *crowd[1:])

    assert round(crowded.cuts[-1].right - crowded.cuts[-1].left) == CUT_FOR_NAMES
    assert round(sparse.cuts[-1].right - sparse.cuts[-1].left) == CUT_TO_TODAY
    assert [len(axis.chapters) for axis in (crowded, sparse)] == [
        MOST_BESIDE_CROWDED + 1,
        MOST_CHAPTERS,
    ]
    assert days(crowded)[-1] == (crowd[0], crowd[-1])


def test_a_crowd_may_be_all_there_is():
    first = date(2025, 9, 1).toordinal()
    axis = of(*(str(date.fromordinal(first + 10 * number)) for number in range(CROWDED)))

    assert len(axis.chapters) == 1
