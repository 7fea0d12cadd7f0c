"""The drawing has as many marks as there are reported, named and confirmed."""

import pytest

from events.presenting.commitments.counts_picture import (
    BARS_WIDTH,
    MOST_DOTS,
    CountsPicture,
    picture,
)
from tests.counting import counted


def drawn(reported, named=0, confirmed=0):
    return picture(counted(reported, named, confirmed))


def numbers(shown):
    return tuple(path.count("M") for path in (shown.rings, shown.discs, shown.ticks))


@pytest.mark.parametrize(
    ("counts", "marks"),
    [
        ((26, 2, 1), (26, 3, 1)),
        ((26, 0, 0), (26, 0, 0)),
        ((1, 0, 1), (1, 1, 1)),
        ((None, 1, 1), (0, 2, 1)),
        ((2, 5, 0), (2, 5, 0)),
        ((MOST_DOTS, 0, 0), (MOST_DOTS, 0, 0)),
    ],
)
def test_one_mark_for_each(counts, marks):
    assert numbers(drawn(*counts)) == marks


def test_who_has_suspended_it_is_known_by_name():
    assert numbers(picture(counted(26, 2, 1, suspended=1))) == (26, 4, 1)


@pytest.mark.parametrize("counts", [(None, 0, 0), (0, 0, 0)])
def test_nobody_is_not_drawn(counts):
    assert drawn(*counts) is None


def test_marks_lie_in_rows():
    assert drawn(2, 0, 1) == CountsPicture(
        "2 reported · 1 confirmed · 1 unknown",
        32,
        37,
        "M8 8h0M24 8h0",
        "M8 29h0",
        "M5 29l2 2.5 4-5",
    )
    assert (drawn(26).width, drawn(26).height) == (BARS_WIDTH, 32)
    assert drawn(27).height == 48


@pytest.mark.parametrize(
    ("counts", "bars"),
    [
        ((1000, 500, 1), (("reported", 0, 208), ("named", 12, 104), ("confirmed", 24, 3))),
        ((53, 0, 0), (("reported", 0, 208),)),
        ((None, 52, 104), (("named", 12, 69), ("confirmed", 24, 139))),
        ((2.5, 1, 0), (("reported", 0, 208), ("named", 12, 83))),
    ],
)
def test_many_are_bars(counts, bars):
    shown = drawn(*counts)

    assert shown.bars == bars
    assert numbers(shown) == (0, 0, 0)
    assert "reported" in shown.label
