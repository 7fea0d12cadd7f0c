"""The names of what matters most, above drawings of counts."""

import re
from datetime import date, timedelta

import pytest

from events.presenting.drawing.letters import width_of
from events.presenting.drawing.named import NAMES, SIZE, named_events
from events.presenting.drawing.scale import Window
from events.presenting.wording import Links
from tests.presenting.drawing.making import TODAY, made

YEARS = Window.between(date(2004, 1, 1), date(2025, 12, 31))


def meeting(number, day, town="Paris"):
    towns = [{"name": {"en": town}, "country": None}]
    return made("summit", day.isoformat(), number, places=towns)


def of(documents, window=YEARS):
    return named_events(documents, window, Links(TODAY))


def boxes(svg, name, width):
    """Of each name its box, in pixels, where the drawing is as wide as that."""
    group = svg.partition(f'class="named {name}"')[2].partition('<g class="named')[0]
    found = []
    for x, dx, y, end, text in re.findall(
        r'<text x="([\d.]+)%" dx="(-?\d+)" y="(\d+)"( text-anchor="end")?>([^<]*)</text>', group
    ):
        at, long = float(x) * width / 100 + int(dx), width_of(text, SIZE)
        left = at - long if end else at
        found.append((left, left + long, int(y)))
    return found


@pytest.mark.parametrize("number", [1, 5, 24])
@pytest.mark.parametrize("days", [1, 30, 330])
def test_names_are_apart_and_none_is_cut(number, days):
    first = date(2026, 1, 1) - timedelta(days * number)
    found = of([meeting(place, first + timedelta(days * place)) for place in range(number)])

    for name, (least, most) in NAMES.items():
        for width in (least, least + 300):
            names = boxes(found.names, name, width)
            assert 1 <= len(names) <= most
            assert min(left for left, _right, _y in names) >= 0
            assert max(right for _left, right, _y in names) <= width
            for place, (left, right, y) in enumerate(names):
                for other_left, other_right, other_y in names[place + 1 :]:
                    assert abs(y - other_y) >= SIZE or right < other_left or other_right < left


def test_twelve_of_them_are_named_over_many_years():
    found = of([meeting(year, date(year, 6, 1)) for year in range(2005, 2025)])

    assert len(boxes(found.names, "wide", 620)) == 12
    assert found.listed.count("<li>") == 8


def test_a_name_says_where_and_when_and_its_link_all_of_it():
    found = of([meeting(1, date(2015, 6, 1))])

    assert ">Paris, Jun 2015<" in found.names
    assert 'aria-label="1 June 2015: Paris Title of summit-1"' in found.names
    assert 'href="/en/entries/summit-1/"' in found.names
    assert 'href="/en/entries/summit-1/"' in found.listed
    month = Window.between(date(2015, 6, 1), date(2015, 6, 30))
    assert ">Paris, 1 June 2015<" in of([meeting(1, date(2015, 6, 1))], month).names


def test_nothing_is_named_where_nothing_is():
    assert of([]).names == of([]).listed == ""
