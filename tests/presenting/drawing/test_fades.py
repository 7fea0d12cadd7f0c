from datetime import date
from xml.etree import ElementTree

import pytest

from events.presenting.drawing.fades import Fade, definitions, fade
from events.presenting.drawing.scale import Window

# “About 2025” is from July 2024 to June 2026: 730 days, of which the middle half is the year.
FIRST, LAST = date(2024, 7, 1), date(2026, 6, 30)
WHOLE = Window.between(FIRST, LAST)


def days_in(window, at):
    """The day at a place given in per cent."""
    return date.fromordinal(window.first + round(at * window.days / 100))


@pytest.mark.parametrize(
    "window",
    [
        WHOLE,
        Window.between(date(2025, 6, 13), date(2025, 7, 26)),
        Window.between(date(2025, 12, 1), date(2026, 1, 31)),
        Window.between(date(2000, 1, 1), date(2030, 1, 1)),
    ],
)
def test_about_fades_in_its_own_time_whatever_is_in_view(dated, window):
    found = fade(dated("2025~"), window)

    days = [days_in(window, at) for at in (found.left, found.full, found.wanes, found.right)]
    assert days == [FIRST, date(2024, 12, 30), date(2025, 12, 31), date(2026, 7, 1)]


def test_what_is_about_on_one_side_fades_there(dated):
    begins = fade(dated("2025-11-15~/.."), WHOLE)
    ends = fade(dated("2025-06-10/2025-06-12~"), WHOLE)

    days = [days_in(WHOLE, at) for at in (begins.left, begins.full)]
    assert days == [date(2025, 11, 12), date(2025, 11, 18)]
    assert (begins.wanes, begins.right) == (100, 100)
    assert ends.left == ends.full
    days = [days_in(WHOLE, at) for at in (ends.wanes, ends.right)]
    assert days == [date(2025, 6, 11), date(2025, 6, 16)]


@pytest.mark.parametrize("edtf", ["2025", "2025-11-15/..", "../2026-01-06", "2025?"])
def test_nothing_else_fades_like_that(dated, edtf):
    assert fade(dated(edtf), WHOLE) is None


def test_a_mask_has_no_fade_on_a_side_that_is_known():
    soft, hard = Fade(-50, 0, 50, 150), Fade(0, 0, 100, 100)
    masks = definitions([soft, hard, soft])

    assert [name for name, _mask in masks.values()] == ["d-about1", "d-about2"]
    stops = {
        fade: [stop.attrib for stop in ElementTree.fromstring(f"<svg>{mask}</svg>").iter("stop")]
        for fade, (_name, mask) in masks.items()
    }
    assert [(stop["offset"], stop["stop-color"]) for stop in stops[soft]] == [
        ("0.0000", "#000"),
        ("0.2500", "#fff"),
        ("0.5000", "#fff"),
        ("1.0000", "#000"),
    ]
    assert {stop["stop-color"] for stop in stops[hard]} == {"#fff"}
