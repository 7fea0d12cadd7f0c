"""How long ago, and how long: no more precise than the dates are."""

from datetime import date, timedelta

import pytest
from django.utils.translation import override

from events.dates import Turn
from events.documents.rendering.records import date_of
from events.presenting.wording import durations as spans

DAY = date(2026, 7, 1)


def exact(days):
    day = DAY - timedelta(days=days)
    return Turn(day, day)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "1 day ago"),
        (59, "59 days ago"),
        (60, "60 days ago"),
        (61, "2 months ago"),  # 1 May
        (90, "2 months ago"),
        (91, "3 months ago"),  # 1 April
        (365, "12 months ago"),
        (729, "23 months ago"),
        (730, "2 years ago"),  # 1 July 2024
        (1825, "4 years ago"),
        (1826, "5 years ago"),  # 1 July 2021
        (3651, "9 years ago"),
        (3652, "10 years ago"),  # 1 July 2016
    ],
)
def test_a_day_that_is_known(days, said):
    assert spans.ago(exact(days), DAY) == said


@pytest.mark.parametrize(
    ("edtf", "said", "lasts"),
    [
        ("2026-05", "at least 31 days ago", "at least 31 days"),
        ("2025-12", "at least 6 months ago", "at least 6 months"),
        ("2025", "at least 6 months ago", "at least 6 months"),
        ("2016", "at least 9 years ago", "at least 9 years"),
        # It may be still to come.
        ("2026-07", "", ""),
        ("[2026-06-30,2026-07-02]", "", ""),
        ("[2026-06-01..]", "", ""),
        ("2026-06/2026-08", "at least 1 day ago", "at least 1 day"),
        ("2026-06/..", "at least 1 day ago", "at least 1 day"),
        ("2026-07-01/..", "today", ""),
        ("2026-08", "", ""),
        ("2026-06-01/..", "30 days ago", "30 days"),
        ("2026-06-01/", "30 days ago", "30 days"),
        ("../2026-06-01", "at least 30 days ago", "at least 30 days"),
        ("/2026-06-01", "at least 30 days ago", "at least 30 days"),
        ("[..2008-05-10]", "at least 18 years ago", "at least 18 years"),
        ("../2026-07-01", "", ""),
        ("../2026-08-01", "", ""),
        ("XXXX-06-01", "", ""),
    ],
)
def test_a_day_that_is_not(edtf, said, lasts):
    of = spans.began(date_of(edtf))

    assert spans.ago(of, DAY) == said
    assert spans.so_far(of, DAY) == lasts


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        # Never rounded up: “at least nine months” would be one day too much.
        ("2026-02-28", "2026-11-27", "at least 8 months"),
        ("2026-02-28", "2026-11-28", "at least 9 months"),
        ("2026-02-01", "2026-07-01", "at least 5 months"),
        ("2025-12-31", "2026-02-28", "at least 2 months"),
        ("2025-12-31", "2026-02-27", "at least 58 days"),
        ("2024-02-29", "2026-02-28", "at least 2 years"),
        ("2021-11-27", "2026-11-26", "at least 4 years"),
    ],
)
def test_what_is_known_at_least_is_not_rounded_up(first, last, said):
    day = date.fromisoformat(last)
    of = Turn(date.fromisoformat(first), None)

    assert spans.so_far(of, day) == said
    assert spans.ago(of, day) == f"{said} ago"


def test_the_bounds_of_a_date_of_a_document():
    record = {"earliest": "2026-01-01", "latest": None}

    assert spans.bounds(record) == (date(2026, 1, 1), None)
    assert spans.bounds(None) == (None, None)


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [
        (1, 1, "1 day"),
        (1, 2, "at least 1 day"),
        (70, 75, "2 months"),
        (70, 100, "at least 2 months"),
        (800, 800, "2 years"),
        (800, 3000, "at least 2 years"),
    ],
)
def test_from_one_day_to_another(least, most, said):
    times = [(DAY - timedelta(days=days), DAY) for days in (least, most)]

    assert spans.lasting(*times) == said


def test_it_is_told_in_the_reader_s_language():
    with override("de"):
        assert "5" in spans.ago(exact(5), DAY)
