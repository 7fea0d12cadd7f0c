from datetime import date
from xml.etree import ElementTree

import pytest

from events.presenting.drawing.scale import Window
from events.presenting.drawing.svg import axis, lane_named, mark_today

JANUARY = Window.between(date(2026, 1, 1), date(2026, 1, 31))


def link(window):
    return f'href="?a=b&amp;from={window.first_day}&amp;to={window.last_day}#drawing"'


def tree_of(*parts):
    """The parts as a tree: it would not be one if anything were not escaped."""
    return ElementTree.fromstring(f"<svg>{''.join(parts)}</svg>")


def test_lanes_have_names_and_numbers():
    tree = tree_of(lane_named("summit", 0, "Meetings & <more>", "2"))

    [lane] = tree.findall("g[@class='lane kind-summit']")
    assert "".join(lane.itertext()) == "Meetings & <more> 2"


@pytest.mark.parametrize(
    ("today", "anchor"),
    [
        ("2026-01-01", "start"),
        ("2026-01-15", "middle"),
        ("2026-01-31", "end"),
        ("2026-02-01", None),
    ],
)
def test_today_is_marked_where_it_is_in_the_window(today, anchor):
    tree = tree_of(*mark_today(JANUARY, 100, date.fromisoformat(today).toordinal()))

    text = tree.find("g[@class='today']/text")
    assert (text.get("text-anchor") if text is not None else None) == anchor


def test_the_axis_leads_into_the_stretches_that_it_names():
    first = tree_of(*axis(JANUARY, 100, link)).find("g[@class='axis wide']/a")

    assert first.get("href") == "?a=b&from=2026-01-05&to=2026-01-11#drawing"
    assert first.findtext("text") == "5 Jan"
