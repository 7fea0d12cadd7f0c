from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.presenting.drawing.marks import End, is_band, shape
from events.presenting.drawing.scale import Window
from tests.presenting.drawing.strategies import spans, windows

JANUARY = Window.between(date(2026, 1, 1), date(2026, 1, 31))


@pytest.fixture
def drawn(dated):
    return lambda edtf, **fields: shape(dated(edtf, **fields), JANUARY)


def ends(drawn_shape):
    return drawn_shape.begins, drawn_shape.ends


def test_a_day_is_a_point_within_it(drawn):
    day = drawn("2026-01-11")

    assert day.point
    assert (day.left, day.right) == (pytest.approx(1000 / 31), pytest.approx(1100 / 31))
    assert ends(day) == (End.KNOWN, End.KNOWN)


def test_a_month_is_a_bar_over_all_of_it(drawn):
    month = drawn("2026-01")

    assert not month.point
    assert (month.left, month.right) == (0, 100)
    assert ends(month) == (End.KNOWN, End.KNOWN)


def test_about_fades_on_both_sides(drawn):
    assert ends(drawn("2026-01-11~")) == (End.ABOUT, End.ABOUT)
    assert ends(drawn("2026-01-11~/2026-01-20")) == (End.ABOUT, End.ABOUT)


def test_uncertain_is_drawn_as_such(drawn):
    assert drawn("2026-01-11?").uncertain
    assert drawn("[2026-01-11,2026-01-13]").uncertain
    assert not drawn("2026-01-11").uncertain


def test_an_open_end_runs_out_of_the_drawing(drawn):
    goes_on, unknown = drawn("2026-01-11/.."), drawn("2026-01-11/")

    assert (goes_on.right, goes_on.ends) == (100, End.OPEN)
    assert (unknown.right, unknown.ends) == (100, End.UNKNOWN)


def test_an_open_beginning_leaves_the_latest_possible_day(drawn):
    until = drawn("../2026-01-11")

    assert until.bound
    assert (until.left, until.begins) == (0, End.UNKNOWN)
    assert until.right == pytest.approx(1100 / 31)


def test_what_is_longer_than_the_window_is_cut(drawn):
    assert ends(drawn("2025-12-01/2026-01-11")) == (End.BEYOND, End.KNOWN)
    assert ends(drawn("2026-01-11/2027")) == (End.KNOWN, End.BEYOND)


def test_about_is_cut_like_everything_else(drawn):
    assert ends(drawn("2025~/2026~")) == (End.BEYOND, End.BEYOND)
    assert ends(drawn("2025/2026")) == (End.BEYOND, End.BEYOND)


@pytest.mark.parametrize("edtf", ["2025", "2026-02-01", "../2025-12-31", "2026-02/.."])
def test_what_lies_beside_the_window_is_not_drawn(drawn, edtf):
    assert drawn(edtf) is None


def test_only_what_lasts_is_a_band(dated):
    def band(edtf, **fields):
        entry = dated(edtf, **fields)
        return is_band(entry, shape(entry, JANUARY))

    assert band("2026-01-05/2026-01-20")
    assert band("2026-01-05/..")
    assert not band("2026-01")  # a day of it is meant
    assert not band("../2026-01-20")  # nor is it known that this lasted
    assert not band("2026-01-05/2026-01-06")
    assert not band("2026-01-05/2026-01-20", kind="summit")


@settings(deadline=None, max_examples=60)
@given(windows().flatmap(lambda window: st.tuples(st.just(window), spans(window))))
def test_a_shape_covers_what_is_known_and_stays_in_the_window(drawn_in):
    window, span = drawn_in

    found = shape(span, window)

    if found is None:
        assert not any(
            (span.first is None or span.first <= day) and (span.last is None or day <= span.last)
            for day in (window.first, window.last, max(window.first, span.stands))
            if window.holds(day)
        )
        return
    assert 0 <= found.left < found.right <= 100 + 1e-9
    if span.first is None:
        assert found.left == 0
    elif window.holds(span.first):
        assert found.left == pytest.approx(window.place(span.first))
    else:
        assert (found.left, found.begins) == (0, End.BEYOND)
    if span.last is None:
        assert (found.right, found.ends in (End.OPEN, End.UNKNOWN)) == (100, True)
    elif window.holds(span.last):
        assert found.right == pytest.approx(window.place(span.last + 1))
    else:
        assert (found.right, found.ends) == (100, End.BEYOND)
    left, right = found.room
    assert left <= found.left <= found.middle <= found.right <= right
