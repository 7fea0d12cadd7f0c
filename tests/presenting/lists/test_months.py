from datetime import date

import pytest
from django.utils.translation import override

from events import public
from events.presenting.lists.items import items
from events.presenting.lists.months import month_groups, periods
from tests.presenting.conftest import reader

Before = public.Neighbour


@pytest.fixture
def listed(record):
    """Entries with these dates as the list has them, oldest first, under headings."""

    def under_headings(*edtfs, after=None, order="oldest", **fields):
        for number, edtf in enumerate(edtfs):
            record.development(f"event-{number}", date=edtf, **fields)
        page = public.page(public.Filters(order=order))
        return month_groups(items(page.documents, reader()), after)

    return under_headings


def told(found):
    return [
        (
            group.heading,
            group.without_month,
            [item.document["date"]["edtf"] for item in group.items],
        )
        for group in found
    ]


def test_entries_stand_under_their_months(listed):
    assert told(listed("2025-12-31", "2026-01-06", "2026-01", "2026-02-01/2026-03-01")) == [
        ("December 2025", False, ["2025-12-31"]),
        ("January 2026", False, ["2026-01", "2026-01-06"]),
        ("February 2026", False, ["2026-02-01/2026-03-01"]),
    ]


def test_newest_first_the_months_go_backwards(listed):
    assert told(listed("2025-12-31", "2026-01-06", "2026-01", order="newest")) == [
        ("January 2026", False, ["2026-01-06", "2026-01"]),
        ("December 2025", False, ["2025-12-31"]),
    ]


@pytest.mark.parametrize(
    ("edtf", "heading", "key"),
    [
        ("2025", "2025", "2025-01-2025"),
        ("2025~", "about 2025", "2025-01-about 2025"),  # it is wider than the year
        ("2025?", "2025", "2025-01-2025"),
        ("2024/2025", "2024–2025", "2024-01-2024–2025"),
        ("2025/..", "since 2025", "2025-01-since 2025"),
        ("2025-21", "spring 2025", "2025-03-spring 2025"),
        ("202X", "2020s", "2020-01-2020s"),
        ("20XX", "21st century", "2000-01-21st century"),
        ("2026-40", "first half of 2026", "2026-01-first half of 2026"),
        (
            "[2025-12-01,2026-01-03]",
            "1 December 2025 or 3 January 2026",
            "2025-12-1 December 2025 or 3 January 2026",
        ),
        ("XXXX", "Date unknown", "0001-01-Date unknown"),
        ("../2026-01-06", "By 6 January 2026", "2026-01-By 6 January 2026"),
        ("../2026-01", "By the end of January 2026", "2026-01-By the end of January 2026"),
        ("../2025", "By the end of 2025", "2025-12-By the end of 2025"),
        (
            "/2026-01-06",
            "Until 6 January 2026, start unknown",
            "2026-01-Until 6 January 2026, start unknown",
        ),
        ("XXXX-12-25", "25 December, year unknown", "0001-01-25 December, year unknown"),
        # It can have been a month before or after.
        ("2025-12~", "about December 2025", "2025-12-about December 2025"),
        ("2026-01-30~", "about 30 January 2026", "2026-01-about 30 January 2026"),
        ("2026-01~/..", "since about January 2026", "2026-01-since about January 2026"),
        ("[2026-01-30..2026-02-02]", "2026", "2026-01-2026"),
        ("[2026-03-01..]", "1 March 2026 or later", "2026-03-1 March 2026 or later"),
        ("2026-24", "winter 2026–27", "2026-12-winter 2026–27"),
    ],
)
def test_what_is_in_no_month_is_under_none(listed, edtf, heading, key):
    [group] = listed(edtf)

    assert (group.heading, group.key, group.without_month) == (heading, key, True)


@pytest.mark.parametrize(
    ("edtf", "heading"),
    [
        ("2025-09", "September 2025"),
        ("2025-11/..", "November 2025"),
        ("2025-11-15~/..", "November 2025"),
        ("[2025-12-01,2025-12-03]", "December 2025"),
        ("2025-11-15~", "November 2025"),
        ("0987-03-01", "March 987"),
    ],
)
def test_what_is_in_a_month_is_under_it(listed, edtf, heading):
    [group] = listed(edtf)

    assert (group.heading, group.without_month) == (heading, False)


def test_the_year_stands_apart_from_its_january(listed):
    found = listed("2025", "2025-01-01", "2025?", "2025-01-02")

    assert told(found) == [
        ("2025", True, ["2025", "2025?"]),
        ("January 2025", False, ["2025-01-01", "2025-01-02"]),
    ]
    assert [group.id for group in found] == ["m-2025-01-2025", "m-2025-01"]


def test_headings_are_in_the_readers_language(listed):
    with override("de"):
        found = listed("2025-21", "2026-03-01")
        assert [group.heading for group in found] == ["Frühjahr 2025", "März 2026"]
        assert [group.id for group in found] == ["m-2025-03-fruhjahr-2025", "m-2026-03"]


@pytest.mark.parametrize(
    ("edtf", "after", "continued", "name"),
    [
        ("2026-01-07", None, False, "m-2026-01"),
        ("2026-01-07", Before(date(2026, 1, 6), 202601), True, "on-event-0"),
        ("2026-01-07", Before(date(2025, 12, 31), 202512), False, "m-2026-01"),
        ("2026-01-07", Before(date(2025, 1, 6), 202501), False, "m-2026-01"),
        ("0987-01-07", Before(date(987, 1, 6), 98701), True, "on-event-0"),
        ("2026-01-07", Before(date(2026, 1, 1), 202600), False, "m-2026-01"),
        ("2026", Before(date(2026, 1, 1), 202600), True, "on-event-0"),
        ("2026", Before(date(2026, 1, 1), 202601), False, "m-2026-01-2026"),
        ("2026", Before(date(2026, 1, 6), 202601), False, "m-2026-01-2026"),
        ("2025-21", Before(date(2025, 3, 1), 202500), True, "on-event-0"),
        ("2025-21", Before(date(2025, 3, 2), 202503), False, "m-2025-03-spring-2025"),
        ("../2026-01-06", Before(date(2026, 1, 6), 202651), True, "on-event-0"),
        ("XXXX-12-25", Before(date(1, 1, 1), 0), True, "on-event-0"),
        ("0001", Before(date(1, 1, 1), 0), False, "m-0001-01-1"),
        ("../2026-01-06", Before(date(2026, 1, 5), 202651), False, "m-2026-01-by-6-january-2026"),
        ("../2026-01-06", Before(date(2026, 1, 6), 202601), False, "m-2026-01-by-6-january-2026"),
        ("2026-01-06", Before(date(2026, 1, 6), 202651), False, "m-2026-01"),
        ("2026", Before(date(2026, 1, 1), 202651), False, "m-2026-01-2026"),
        ("../2026-01-01", Before(date(2026, 1, 1), 202600), False, "m-2026-01-by-1-january-2026"),
    ],
)
def test_a_month_goes_on_over_pages(listed, edtf, after, continued, name):
    [group] = listed(edtf, after=after)

    assert (group.continued, group.id) == (continued, name)


def test_only_the_first_month_of_a_page_goes_on(listed):
    found = listed("2026-01-07", "2026-02-01", after=Before(date(2026, 1, 6), 202601))

    assert [group.continued for group in found] == [True, False]


def test_no_entries_have_no_headings():
    assert month_groups([]) == []
    assert month_groups([], Before(date(2026, 1, 6), 202601)) == []


def test_what_was_by_a_day_stands_apart_from_that_day(listed):
    found = listed("../2026-01-06", "2026-01-06", "/2026-01-06", "2026-01-07", "../2026-01-06")

    assert told(found) == [
        ("By 6 January 2026", True, ["../2026-01-06", "../2026-01-06"]),
        ("January 2026", False, ["2026-01-06", "2026-01-07"]),
        ("Until 6 January 2026, start unknown", True, ["/2026-01-06"]),
    ]
    assert len({group.id for group in found}) == 3


def test_what_nobody_knows_the_year_of_stands_first(listed):
    assert [group.heading for group in listed("2025", "XXXX-12-25", "XXXX-02")] == [
        *("25 December, year unknown", "February, year unknown", "2025"),
    ]


def test_stops_and_headings_count_alike(listed):
    dates = (
        *("2024-02-29", "2025", "2025-01-01", "2025-01", "2025-21", "../2025", "../2025-12"),
        *("2025~", "202X", "2025-01~", "2025-05~", "[2025-04-01..]", "2025-05-15~"),
    )
    found = listed(*dates)
    stops = periods(public.counts(public.Filters()), "oldest")

    assert [(stop.label, stop.count) for stop in stops] == [
        ("2020, year not certain", 1),
        ("February 2024", 1),
        # About 2025, about January 2025, and on or after 1 April 2025.
        ("2025, year not certain", 3),
        ("2025, month not known", 3),  # spring too: it is no month; and about May
        ("January 2025", 2),
        ("May 2025", 1),
        ("by a day in December 2025", 1),
        ("by a day in 2025", 1),
    ]
    assert sum(len(group.items) for group in found) == sum(stop.count for stop in stops)


def test_documents_keep_their_order_under_headings(record, links):
    for number in range(3):
        record.development(f"event-{number}", rank=3 - number)
    page = public.page(public.Filters(order="oldest"))
    slugs = [document["slug"] for document in page.documents]
    [group] = month_groups(items(page.documents, links))

    assert [item.slug for item in group.items] == slugs == ["event-2", "event-1", "event-0"]
