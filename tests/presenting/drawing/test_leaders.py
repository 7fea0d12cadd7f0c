"""Names on leaders, at any places and of any length."""

from random import Random

import pytest

from events.presenting.drawing.leaders import BESIDE, Hanging, Leader


def some(seed, number):
    chance = Random(seed)
    places = sorted(chance.uniform(200, 1000) for _place in range(number))
    return [Leader(x, chance.uniform(20, 150), chance.choice([14, 31, 59])) for x in places]


def box(leader, is_left, low):
    left = leader.x - BESIDE - leader.width if is_left else leader.x + BESIDE
    return left, left + leader.width, low, low + leader.height


@pytest.mark.parametrize("number", [1, 2, 9, 30, 90])
@pytest.mark.parametrize("seed", range(8))
def test_no_name_is_in_the_way_of_another_one_or_of_its_leader(seed, number):
    leaders = some(seed, number)
    hanging = Hanging(leaders, 0, 1200)
    sides, lows = hanging.begun()

    assert hanging.is_inside(sides)
    boxes = [box(*one) for one in zip(leaders, sides, lows, strict=True)]
    for place, (left, right, low, high) in enumerate(boxes):
        assert low > 0
        for other, (other_left, other_right, other_low, other_high) in enumerate(boxes):
            if other == place:
                continue
            across = left < other_right and other_left < right
            assert not (across and low < other_high and other_low < high)
            # The leader of the other one goes up to the top of its name.
            assert not (left < leaders[other].x < right and other_high > low)


def test_a_better_side_makes_it_lower():
    leaders = [Leader(x, 100, 14) for x in (300, 320, 340, 360)]
    hanging = Hanging(leaders, 0, 1200)
    sides, lows = hanging.begun()

    assert max(lows) < max(hanging.lows([True] * 4))
    assert len({*sides}) == 2


def test_at_the_edge_there_is_one_side():
    sides, _lows = Hanging([Leader(10, 100, 14), Leader(1190, 100, 14)], 0, 1200).begun()

    assert sides == [False, True]


def test_nothing_hangs_where_nothing_is():
    assert Hanging([], 0, 100).begun() == ([], [])
