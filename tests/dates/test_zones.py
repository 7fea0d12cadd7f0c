"""Dates by the clocks of a place."""

from datetime import datetime

import pytest

from events import dates
from events.dates import zones


@pytest.mark.parametrize(
    ("edtf", "zone", "expected"),
    [
        # Without an offset, it is a time of the place, in winter and in summer.
        ("2026-01-06T14:30:00", "Europe/Paris", "2026-01-06T14:30:00+01"),
        ("2026-07-06T14:30:00", "Europe/Paris", "2026-07-06T14:30:00+02"),
        ("2026-01-06T14:30:00", "Asia/Kolkata", "2026-01-06T14:30:00+05:30"),
        ("2026-01-06T14:30:00", "America/New_York", "2026-01-06T14:30:00-05"),
        ("2026-01-06T14:30:00", "Europe/London", "2026-01-06T14:30:00Z"),
        # The same instant, on the day that it was there.
        ("2026-01-06T23:30:00Z", "Europe/Paris", "2026-01-07T00:30:00+01"),
        ("2026-01-07T03:00:00Z", "America/New_York", "2026-01-06T22:00:00-05"),
        ("2026-01-06T14:30:00+01:00", "Europe/Paris", "2026-01-06T14:30:00+01"),
        (
            "2021-10-27T11:00:00Z/2021-10-27T14:00:00Z",
            *("Europe/Amsterdam", "2021-10-27T13:00:00+02/2021-10-27T16:00:00+02"),
        ),
        (
            # Over the night in which clocks are put back.
            "2026-10-24T22:00:00/2026-10-25T04:00:00",
            *("Europe/Berlin", "2026-10-24T22:00:00+02/2026-10-25T04:00:00+01"),
        ),
        ("2026-01-06T14:30:00/..", "Europe/Paris", "2026-01-06T14:30:00+01/.."),
        ("../2026-01-06T14:30:00", "Europe/Paris", "../2026-01-06T14:30:00+01"),
        ("2026-01-06T20:00:00/2026-01-06T24:00:00", "Asia/Tokyo", None),
        # Clocks went by the sun, to the second.
        ("1880-05-01T10:00:00", "Europe/Paris", "1880-05-01T10:00:00+00:09"),
        # Nothing to tell, or nobody can say.
        ("2026-01-06", "Europe/Paris", "2026-01-06"),
        ("2026-01/2026-02-03", "Europe/Paris", "2026-01/2026-02-03"),
        ("2026-01-06T14:30:00", "Europe/Nowhere", "2026-01-06T14:30:00"),
        ("9999-12-31T23:30:00Z", "Asia/Tokyo", "9999-12-31T23:30:00Z"),
        ("0001-01-01T00:30:00Z", "America/New_York", "0001-01-01T00:30:00Z"),
        ("2026-03-29T02:30:00/2026-03-29T03:00:00", "Europe/Paris", ...),
    ],
)
def test_a_date_by_the_clocks_of_a_place(edtf, zone, expected):
    if expected is None:
        start, end = edtf.split("/")
        expected = f"{start}+09/{end}+09"
    elif expected is ...:  # it would end before it begins
        expected = edtf
    assert zones.at_place(dates.parse(edtf), zone).edtf == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paris", ["Europe/Paris"]),
        ("paris", ["Europe/Paris"]),
        ("new york", ["America/New_York"]),
        ("Europe/Pariss", ["Europe/Paris"]),
        ("Europe/Kiyv", ["Europe/Kyiv", "Europe/Kiev"]),
        ("asia/tokyo", ["Asia/Tokyo"]),
        ("nothing like it at all", []),
    ],
)
def test_the_nearest_names(text, expected):
    assert zones.nearest(text)[: len(expected) or 1] == expected


def test_names_of_no_place_cannot_be_chosen():
    assert {"Europe/Paris", "UTC", "America/Argentina/Buenos_Aires"} <= zones.names()
    assert not {"localtime", "Factory"} & zones.names()


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-03-29T02:30", True),
        ("2026-10-25T02:30", True),
        ("2026-10-25T03:30", False),
        ("2026-10-25T02:30+02:00", False),
    ],
)
def test_an_hour_in_which_clocks_are_changed(at, expected):
    assert zones.clocks_change(datetime.fromisoformat(at), "Europe/Paris") == expected
