"""Spans that have a name: three thirds are a whole, and each is called what it is made of."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from events.dates import parse
from events.dates.named import PARTS, WEEK, NamedSpan, ends, named, week_of_year

WHOLES = [
    "2026-01",
    "2026-02",
    "2024-02",
    "2026-04",
    "2026",
    "0001",
    "9999",
    "199X",
    "13XX",
    "99XX",
]


@pytest.mark.parametrize("of", WHOLES)
def test_three_thirds_are_a_whole(of: str) -> None:
    thirds = [parse("[{}..{}]".format(*ends(part, of))) for part in PARTS]
    whole = parse(of)
    assert (thirds[0].earliest, thirds[-1].latest) == (whole.earliest, whole.latest)
    for one, next_one in pairwise(thirds):
        assert one.latest + timedelta(days=1) == next_one.earliest


@pytest.mark.parametrize("of", WHOLES)
def test_a_third_is_called_what_it_is_made_of(of: str) -> None:
    for part in PARTS:
        assert named(*ends(part, of)) == NamedSpan(part, of)


def test_a_week_begins_on_monday() -> None:
    assert ends(WEEK, "2026-01-05") == ("2026-01-05", "2026-01-11")
    assert named("2026-01-05", "2026-01-11") == NamedSpan(WEEK, "2026-01-05")
    assert week_of_year(2026, 2) == date(2026, 1, 5)
    assert week_of_year(2026, 54) is None


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2026-01-06", "2026-01-12"),  # from Tuesday
        ("2026-10-21", "2026-10-30"),
        ("2026-10-21", "2026-11-30"),
        ("2000", "2003"),  # “early 2000s” might be of the century
        ("0030", "0033"),
        ("2026", "2027"),
        ("2026-10", "2026-11"),
        ("199X", "200X"),
    ],
)
def test_most_spans_have_no_name(first: str, last: str) -> None:
    assert named(first, last) is None


@pytest.mark.parametrize("of", ["2026-21", "2026-33", "2026-10-05", "1XXX", "XXXX", "2026-XX"])
def test_most_dates_have_no_thirds(of: str) -> None:
    assert ends("EARLY", of) is None
