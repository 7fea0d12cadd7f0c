"""Which rows cover a day, and where they stood: the engine at hand, held against plain Python."""

import random
from datetime import date

import pytest
from django.db import connection

from events.engines import STRETCH_BITS, is_postgresql, places_as_of, places_first, spans_day
from events.log.versions import STANDS
from tests.engines.index import add, found, rows

pytestmark = pytest.mark.django_db

SPANS = [
    (date(2026, 1, 6), date(2026, 1, 6)),
    (date(2026, 1, 1), date(2026, 1, 31)),
    (date(2025, 1, 1), date(2025, 12, 31)),
    (None, date(2026, 1, 6)),
    (date(2026, 1, 6), None),
    (None, None),
    (date.min, date.max),
]


@pytest.mark.parametrize(
    "day",
    [
        *(date.min, date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1)),
        *(date(2026, 1, 5), date(2026, 1, 6), date(2026, 1, 7), date(2026, 2, 1), date.max),
    ],
)
def test_spans_that_cover_a_day(day):
    add(
        *(
            {"seq": seq, "earliest": earliest, "latest": latest}
            for seq, (earliest, latest) in enumerate(SPANS)
        )
    )
    assert found(*spans_day(connection, "i", day)) == [
        seq
        for seq, (earliest, latest) in enumerate(SPANS)
        if (earliest or date.min) <= day <= (latest or date.max)
    ]


def test_places_as_of_are_those_of_a_plain_query_across_stretches():
    chance = random.Random(20260106)
    border = 1 << STRETCH_BITS
    seqs = [*range(1, 60), *range(border - 150, border + 150), *range(2 * border, 2 * border + 60)]
    items: list[dict[str, int]] = []
    for seq in seqs:
        ended = chance.choice([STANDS, STANDS, seq + 1, seq + chance.randrange(1, 2 * border)])
        sort = chance.randrange(10**12) * 10**3 + len(items)
        items.append({"seq": seq, "sort": sort, "superseded_by": ended})
    add(*items)
    for seq in (0, 1, 30, border - 1, border, border + 1, border + 149, 2 * border, 3 * border):
        stood = [
            (item["seq"], item["sort"])
            for item in items
            if item["seq"] <= seq < item["superseded_by"]
        ]
        for direction, limit in (("ASC", 7), ("DESC", 7), ("DESC", 1000)):
            # A parameter of the condition beside those of the function's own.
            where = "i.seq <= %s AND i.superseded_by > %s AND i.kind = %s"
            query, params = places_as_of(
                connection, where, [seq, seq, "development"], seq, direction, limit
            )
            expected = sorted(stood, key=lambda row: row[1], reverse=direction == "DESC")[:limit]
            assert rows(query, params) == expected


def test_places_as_of_pass_by_what_the_condition_does_not_hold_of():
    add(*({"seq": seq, "sort": 100 - seq} for seq in range(1, 9)))
    query, params = places_as_of(connection, "i.sort > %s", [94], 8, "ASC", 3)
    assert rows(query, params) == [(5, 95), (4, 96), (3, 97)]


@pytest.mark.parametrize("few", [False, True])
@pytest.mark.parametrize(("direction", "expected"), [("ASC", [6, 5, 4]), ("DESC", [3, 4, 5])])
def test_the_first_places_are_the_same_however_they_are_found(few, direction, expected):
    add(*({"seq": seq, "sort": 100 - seq} for seq in range(1, 9)))
    query = places_first(
        connection, "events_versionindex i", "i.seq > %s AND i.seq < %s", direction, 3, few=few
    )
    assert [seq for seq, _sort in rows(query, [2, 7])] == expected


def test_few_rows_are_found_first_and_ordered_then():
    add(*({"seq": seq, "tags": [seq % 50]} for seq in range(1, 1001)))
    standing = f"i.superseded_by = {STANDS} AND i.sort > 0"
    walked, found_first = (
        places_first(connection, "events_versionindex i", standing, "DESC", 5, few=few)
        for few in (False, True)
    )
    plan = str(rows(f"EXPLAIN {found_first}")) if is_postgresql(connection) else ""

    assert rows(walked) == rows(found_first)
    # SQLite has no index for tags, and walks the list in any case.
    assert ("Sort" in plan) == is_postgresql(connection)
