from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.presenting.drawing.lanes import (
    BELOW,
    MOST_BANDS,
    NAME,
    OTHERS,
    ROW,
    ROWS,
    keys_of,
    layout,
)
from events.presenting.drawing.scale import Window
from events.vocabulary import Kind
from tests.presenting.drawing.strategies import spans, windows

JANUARY = Window.between(date(2026, 1, 1), date(2026, 1, 31))
KINDS = list(Kind.values)


def test_entries_stand_in_the_lane_of_their_kind(dated):
    entries = [dated("2026-01-06", kind=kind) for kind in ("question", "summit", "summit")]

    found = layout(entries, JANUARY, KINDS)

    assert [(lane.key, len(lane.marks)) for lane in found.lanes] == [("summit", 2), ("question", 1)]
    assert found.lanes[1].top == found.lanes[0].height == NAME + 2 * ROW + BELOW
    assert found.height == found.lanes[1].top + found.lanes[1].height


def test_an_entry_is_in_the_lane_of_everybody_it_names(dated):
    entries = [dated("2026-01-06", "actor"), dated("2026-01-07", "actor", actors=[])]

    found = layout(entries, JANUARY, ["germany", "france", "ukraine"])

    drawn = [(lane.key, [mark.entry for mark in lane.marks]) for lane in found.lanes]
    assert drawn == [("germany", [0]), ("france", [0]), (OTHERS, [1])]


def test_lanes_are_those_of_whom_most_entries_name(dated):
    actors = [{"slug": f"actor-{n}", "represents": None, "name": {}} for n in range(10)]
    entries = [dated("2026", "actor", actors=actors[n:]) for n in range(10)]

    assert keys_of(entries, "actor") == [f"actor-{n}" for n in (9, 8, 7, 6, 5, 4, 3)]
    assert keys_of(entries, "kind") == KINDS


def test_points_of_a_day_with_room_stand_side_by_side(dated):
    day = Window.between(date(2026, 1, 6), date(2026, 1, 7))

    [lane] = layout([dated("2026-01-06")] * 3, day, KINDS).lanes

    assert [mark.middle for mark in lane.marks] == [
        pytest.approx(50 / 6),
        pytest.approx(25),
        pytest.approx(250 / 6),
    ]
    assert len({mark.y for mark in lane.marks}) == 1


def test_points_of_a_day_without_room_stand_one_below_the_other(dated):
    year = Window.between(date(2026, 1, 1), date(2026, 12, 31))

    [lane] = layout([dated("2026-01-06")] * 3, year, KINDS).lanes

    assert len({mark.middle for mark in lane.marks}) == 1
    assert [mark.y for mark in lane.marks] == [NAME + ROW * share for share in (0.5, 1.5, 2.5)]


def test_periods_lie_behind(dated):
    entries = [dated("2026-01-02/2026-01-20"), dated("2026-01-06")]

    found = layout(entries, JANUARY, KINDS)

    assert [number for number, _shape in found.bands] == [0]
    assert [[mark.entry for mark in lane.marks] for lane in found.lanes] == [[1]]


def test_with_more_periods_than_have_room_the_others_are_bars(dated):
    found = layout([dated("2026-01-02/2026-01-20")] * (MOST_BANDS + 2), JANUARY, KINDS)

    assert len(found.bands) == MOST_BANDS
    assert len(found.lanes[0].marks) == 2


@settings(deadline=None, max_examples=60)
@given(
    windows().flatmap(
        lambda window: st.tuples(st.just(window), st.lists(spans(window), max_size=60))
    )
)
def test_every_entry_of_the_window_is_drawn_once_within_its_lane_and_its_days(drawn):
    window, entries = drawn

    found = layout(entries, window, KINDS)

    numbers = [mark.entry for lane in found.lanes for mark in lane.marks]
    numbers += [number for number, _shape in found.bands]
    inside = [
        number
        for number, span in enumerate(entries)
        if (span.first is None or span.first <= window.last)
        and (span.last is None or span.last >= window.first)
    ]
    assert sorted(numbers) == inside
    top = 0.0
    for lane in found.lanes:
        assert lane.top == top
        assert lane.height <= NAME + ROWS + BELOW
        top += lane.height
        for mark in lane.marks:
            assert entries[mark.entry].kind == lane.key
            assert lane.top + NAME < mark.y < lane.top + lane.height - BELOW
            assert mark.shape.left <= mark.middle <= mark.shape.right
    assert found.height == top


@settings(deadline=None, max_examples=60)
@given(
    windows().flatmap(
        lambda window: st.tuples(st.just(window), st.lists(spans(window), max_size=40))
    )
)
def test_bars_in_a_row_do_not_overlap(drawn):
    window, entries = drawn

    for lane in layout(entries, window, KINDS).lanes:
        rows: dict[float, list[tuple[float, float]]] = {}
        for mark in lane.marks:
            if not mark.shape.point:
                rows.setdefault(mark.y, []).append((mark.shape.left, mark.shape.right))
        for row in rows.values():
            row.sort()
            for (_left, right), (left, _right) in pairwise(row):
                assert right <= left + 1e-6
