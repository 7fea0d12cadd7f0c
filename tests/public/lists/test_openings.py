"""Places in the list that are named by a day rather than taken from a page."""

from datetime import date

import pytest
from django.utils import timezone

from events import public
from tests.record import Record

DAYS = ["2025-09", "2025-12-31", "2026-01-06", "2026-01-07"]


@pytest.fixture
def record(db):
    record = Record()
    for number, day in enumerate(DAYS):
        record.development(f"event-{number}", date=day)
    return record


def found(**filters):
    page = public.page(public.Filters(**filters))
    return [document["date"]["edtf"] for document in page.documents]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("newest", ["2026-01-06", "2025-12-31", "2025-09"]),
        ("oldest", ["2026-01-06", "2026-01-07"]),
    ],
)
def test_a_list_opens_at_a_day(record, order, expected):
    cursor = public.Cursor.opening(date(2026, 1, 6), order)

    assert found(order=order, cursor=cursor) == expected


@pytest.mark.parametrize("order", ["newest", "oldest"])
@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_can_be_opened(order, day):
    cursor = public.Cursor.opening(day, order)

    assert public.Cursor.parse(str(cursor)) == cursor


def test_a_cursor_tells_its_day(record):
    page = public.page(public.Filters(limit=2))

    assert page.next.day == date(2026, 1, 6)


def test_a_cursor_that_was_made_up_has_no_day():
    assert public.Cursor(2**63 - 1).day is None


@pytest.mark.parametrize("filters", [{}, {"kind": "development"}, {"as_of": True}, {"q": "title"}])
def test_counts_on_file_and_counts_made_anew_say_the_same(record, filters):
    if "as_of" in filters:
        filters = {"as_of": public.Moment.parse(timezone.now().isoformat())}
    found = public.counts(public.Filters(**filters), after=date(2025, 12, 31))

    assert found == public.EntryCounts({(2025, 9): 1, (2025, 12): 1, (2026, 1): 2}, later=2)
    assert found.total == public.count(public.Filters(**filters)) == 4


def test_nothing_is_later_unless_a_day_is_asked_about(record):
    assert public.counts(public.Filters()).later == 0


def test_what_is_before_a_page(record):
    filters = public.Filters(limit=1, cursor=public.Cursor.opening(date(2026, 1, 6), "newest"))
    page = public.page(filters)

    assert public.before(filters, page) == public.Neighbour(date(2026, 1, 7), 202601)
    first = public.Filters(limit=1, cursor=public.Cursor.opening(date(2026, 1, 7), "newest"))
    assert public.before(first, public.page(first)) is None
    assert public.before(public.Filters(), public.page(public.Filters())) is None
