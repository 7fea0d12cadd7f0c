from datetime import date

import pytest
from django.utils.translation import override

from events import public
from events.presenting.positions.chart import stance_chart
from events.presenting.positions.history import stands

TODAY = date(2026, 1, 1)


@pytest.fixture
def drawn(record, links):
    def drawn(today=TODAY):
        return stance_chart(stands("france", public.stances("france", "force").said, links), today)

    return drawn


def test_one_position_is_no_line(record, drawn):
    assert drawn() is None
    record.position("one")
    assert drawn() is None


def test_a_stance_holds_until_the_next_one(record, drawn):
    record.position("first", date="2025-01-01", stance="supports")
    record.position("same", date="2025-07-02", stance="supports")
    record.position("turn", date="2025-12-31", stance="opposes")

    found = drawn(date(2026, 1, 1))

    assert [(level.stance.value, level.y) for level in found.levels] == [
        *(("supports", 18), ("conditional", 54), ("undecided", 90), ("opposes", 126)),
    ]
    assert found.height == 144
    assert [(p.stance.value, p.x, p.y, p.hollow) for p in found.points] == [
        ("supports", "3.00%", 18, False),
        ("supports", "49.87%", 18, False),
        ("opposes", "96.74%", 126, False),
    ]
    assert [(s.stance.value, s.x1, s.x2, s.y, s.y2) for s in found.stretches] == [
        ("supports", "3.00%", "49.87%", 18, None),
        ("supports", "49.87%", "96.74%", 18, 126),
        ("opposes", "96.74%", "97.00%", 126, None),
    ]


def test_a_line_ends_where_the_stance_is_taken_back(record, drawn):
    record.position("support", date="2025-01-01", stance="supports")
    record.position("back", date="2025-07-02", stance="taken-back")

    found = drawn(date(2026, 1, 1))

    assert [level.stance.value for level in found.levels] == [
        *("supports", "conditional", "undecided", "opposes", "taken-back"),
    ]
    assert found.height == 180
    assert [(p.stance.value, p.y) for p in found.points] == [("supports", 18), ("taken-back", 162)]
    assert [(s.stance.value, s.x1, s.x2, s.y2) for s in found.stretches] == [
        ("supports", "3.00%", "49.87%", 162),
    ]


def test_an_abstention_has_a_level_of_its_own(record, drawn):
    record.position("support", date="2025-01-01", stance="supports")
    record.position("vote", date="2025-07-02", stance="abstained")

    found = drawn(date(2026, 1, 1))

    assert [level.stance.value for level in found.levels] == [
        *("supports", "conditional", "undecided", "opposes", "abstained"),
    ]
    assert [s.stance.value for s in found.stretches] == ["supports", "abstained"]


def test_what_is_not_known_to_the_day_is_hollow_with_a_band(record, drawn):
    record.position("year", date="2025", stance="supports")
    record.position("known-by", date="../2026-01-01", stance="supports")
    record.position("day", date="2025-07-02")

    points = drawn().points

    assert [point.hollow for point in points] == [True, False, True]
    assert [(point.low, point.width) for point in points] == [
        *(("3.00%", "93.74%"), ("49.87%", "0.00%"), ("97.00%", "0.00%")),
    ]


def test_a_stance_that_ended_is_drawn_until_then(record, drawn):
    record.position("first", date="2025-01-01/2025-03-01", stance="opposes")
    record.position("second", date="2025-07-01/2025-09-01", stance="supports")

    first, second = drawn().stretches

    day = next(iter(drawn().points[1:]))
    assert float(first.x2.rstrip("%")) < float(day.x.rstrip("%"))
    assert first.y2 is None
    record.position("later", date="2025-12-01", stance="opposes")
    assert float(second.x2.rstrip("%")) < 100
    assert drawn().stretches[1].y2 is None


def test_after_the_last_evidence_the_line_is_only_supposed(record, drawn):
    record.position("first", date="2025-01-01", stance="supports")
    record.position("turn", date="2025-07-01", stance="opposes")
    assert [stretch.supposed for stretch in drawn().stretches] == [False, True]

    record.position("ended", date="2025-09-01/2025-10-01", stance="opposes")
    assert [stretch.supposed for stretch in drawn().stretches] == [False, False, False]


def test_all_on_one_day(record, drawn):
    record.position("one", rank=1)
    record.position("two", rank=2, stance="opposes")

    assert [point.x for point in drawn(date(2026, 1, 6)).points] == ["3.00%", "3.00%"]


def test_a_position_after_today_lies_at_the_end(record, drawn):
    record.position("one", date="2025-01-01")
    record.position("ahead", date="2027-01-01")

    found = drawn()

    assert found.points[-1].x == found.stretches[-1].x2 == "97.00%"


def test_ticks_are_months_or_years_where_they_have_room(record, drawn):
    record.position("one", date="2025-01-01")
    record.position("two", date="2025-07-02")

    assert [tick.label for tick in drawn().ticks] == ["Feb 2025", "Jun 2025", "Oct 2025"]
    with override("de"):
        assert drawn().ticks[-1].label == "Okt. 2025"
    assert [tick.label for tick in drawn(date(2031, 1, 1)).ticks] == ["2026", "2028", "2030"]


def test_a_short_time_has_no_ticks(record, drawn):
    record.position("one", date="2025-12-30")
    record.position("two", date="2025-12-31")

    assert drawn(date(2025, 12, 31)).ticks == []
