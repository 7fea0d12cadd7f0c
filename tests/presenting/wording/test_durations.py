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
        (60, "2 months ago"),
        (88, "2 months ago"),
        (89, "3 months ago"),
        (365, "12 months ago"),
        (729, "24 months ago"),
        (730, "1 year ago"),
        (731, "2 years ago"),
        (3653, "10 years ago"),
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
def test_a_number_of_days(least, most, said):
    assert spans.lasting(least, most) == said


def test_it_is_told_in_the_reader_s_language():
    with override("de"):
        assert "5" in spans.ago(exact(5), DAY)
