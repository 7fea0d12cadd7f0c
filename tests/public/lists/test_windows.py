"""What a window of days has: for certain, or possibly, as the model of dates says."""

import functools
import operator
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from events import dates, public
from events.dates import Certainty, certainty
from tests.dates.strategies import accepted
from tests.public.lists.walking import page, walk
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()

NEAR = st.dates(date(2024, 6, 1), date(2026, 6, 1))
ABOUT = st.sampled_from(["", "", "~", "?"])
ZONES = st.sampled_from(["", "Z", "-05", "+14:00"])


def of_two(pattern: str) -> st.SearchStrategy[str]:
    return st.tuples(NEAR, NEAR, ABOUT, ABOUT).map(
        lambda given: pattern.format(*sorted(given[:2]), *given[2:])
    )


EDTF = st.one_of(
    NEAR.map(str),
    NEAR.map(lambda day: f"{day:%Y-%m}~"),
    st.integers(2024, 2026).map(str),
    NEAR.map(lambda day: f"../{day}"),
    NEAR.map(lambda day: f"{day}/.."),
    NEAR.map(lambda day: f"{day}/"),
    st.dates(date(2024, 6, 1), date(2025, 1, 1)).map(lambda day: f"{day}/2026-02"),
    NEAR.map(lambda day: f"XXXX-{day:%m-%d}"),
    st.tuples(NEAR, NEAR, NEAR).map(lambda days: "[{},{},{}]".format(*sorted(days))),
    st.tuples(NEAR, NEAR, NEAR).map(lambda days: "{{{},{}..{}}}".format(*sorted(days))),
    *map(of_two, ("{0}{2}/{1}{3}", "/{1}{3}", "../{0}{2}", "[{0}{2},{1}{2}]", "{{{0},{1}}}")),
    st.tuples(NEAR, st.times(), ZONES).map(lambda at: f"{at[0]}T{at[1]:%H:%M}:00{at[2]}"),
    # The desk keeps dates of up to a hundred characters.
    accepted().filter(lambda edtf: len(edtf) <= 100),
)
DAYS = st.none() | st.dates(date(2024, 1, 1), date(2026, 12, 31))


def place(edtf: str) -> tuple[datetime, bool]:
    """Where a date is in a list, which does not tell seconds apart."""
    value = dates.parse(edtf)
    timed = value.begins_at or (None if value.earliest else value.ends_at)
    return value.instant.replace(second=0), timed is not None


class WindowsTest(TestCase):
    @settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(
        st.lists(EDTF, max_size=8),
        DAYS,
        DAYS,
        st.sampled_from(["newest", "oldest"]),
        st.integers(1, 4),
    )
    @example(
        ["../2026-01-06T10:00:00", "../2026-01-06", "2026-01-06T09:00:00", "2026-01-06"],
        *(date(2026, 1, 6), date(2026, 1, 6), "oldest", 2),
    )
    def test_a_window_finds_every_span_that_overlaps_it(
        self, edtfs: list[str], start: date | None, end: date | None, order: str, limit: int
    ) -> None:
        """What can have been in it, or only what was in it for certain, and which is which."""
        if start and end and start > end:
            start, end = end, start
        entries = [record.development(f"e{number}", date=edtf) for number, edtf in enumerate(edtfs)]
        window = {"start": start, "end": end}
        params = {name: day.isoformat() for name, day in window.items() if day}

        def overlaps(edtf: str) -> bool:
            return certainty.within(dates.parse(edtf), start, end) != Certainty.NO

        def is_inside(edtf: str) -> bool:
            return certainty.within(dates.parse(edtf), start, end) == Certainty.CERTAIN

        def expected(within: Callable[[str], bool]) -> list[str]:
            fit = [entry for entry in entries if within(entry.date)]
            fit.sort(key=lambda entry: (*place(entry.date), entry.pk), reverse=order == "newest")
            return [entry.slug for entry in fit]

        possible = expected(overlaps)
        asked: dict[str, list[str]] = {"": possible}
        if params:
            asked |= {"possible": possible, "certain": expected(is_inside)}
        for when, slugs in asked.items():
            given = params | ({"when": when} if when else {})
            found = walk(order=order, limit=limit, **given)
            assert functools.reduce(operator.iadd, found, []) == slugs
            names = {"start": "from", "end": "to"}
            filters = public.parse({names.get(name, name): [v] for name, v in given.items()})
            assert public.count(filters) == len(slugs)
            assert public.counts(filters).total == len(slugs)
        told = page(order=order, limit=200, **params)
        if params:
            flags = zip(told.documents, told.certain or [], strict=True)
            assert [found["slug"] for found, flag in flags if flag] == asked["certain"]
        else:
            assert told.certain is None


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_a_page_asks_only_for_what_may_still_come(
    order: str, django_assert_num_queries: Any
) -> None:
    """Of a window, the list has what reaches into it, what begins in it, what has an open start."""
    for number in range(3):
        record.development(f"reaching-{number}", date=f"2024-0{number + 1}/2025-06")
        record.development(f"beginning-{number}", date=f"2025-0{number + 1}")
        record.development(f"open-{number}", date=f"../2026-0{number + 1}")
    last = {"start": "2025-01-01", "end": "2025-12-31", "order": order, "limit": 3}
    second = page(**last).next
    third = page(**last, cursor=second).next

    for cursor, queries in ((second, 3), (third, 2)):
        with django_assert_num_queries(queries):
            page(**last, cursor=cursor)
