"""When a date with a time begins and ends, and where it stands on the line of time."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from events.dates import parse


def naive(*numbers: int) -> datetime:
    year, month, day, hour, minute = numbers
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("2026-01-06", None, None),
        ("2026-01-06T14:30:00", naive(2026, 1, 6, 14, 30), None),
        ("2026-01-06T14:30Z", datetime(2026, 1, 6, 14, 30, tzinfo=UTC), None),
        ("2026-01-06T24:00:00Z", datetime(2026, 1, 7, tzinfo=UTC), None),
        (
            "2026-01-06T14:30:00-09:30/2026-01-07",
            datetime(2026, 1, 6, 14, 30, tzinfo=timezone(-timedelta(hours=9, minutes=30))),
            None,
        ),
        ("2026-01-06/2026-01-07T14:30", None, naive(2026, 1, 7, 14, 30)),
        (
            "2021-10-27T11:00:00Z/2021-10-27T14:00:00Z",
            datetime(2021, 10, 27, 11, tzinfo=UTC),
            datetime(2021, 10, 27, 14, tzinfo=UTC),
        ),
        ("2026-01-06T14:30/..", naive(2026, 1, 6, 14, 30), None),
        ("../2026-01-06T14:30", None, naive(2026, 1, 6, 14, 30)),
    ],
)
def test_a_time_is_an_instant(text: str, begins: datetime | None, ends: datetime | None) -> None:
    value = parse(text)
    assert (value.begins_at, value.ends_at) == (begins, ends)
    assert value.begins_at is None or value.begins_at.tzinfo == (begins and begins.tzinfo)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-01-06", datetime(2026, 1, 6, tzinfo=UTC)),
        ("2026-01", datetime(2026, 1, 1, tzinfo=UTC)),
        ("2026-01-06~", datetime(2026, 1, 6, tzinfo=UTC)),
        ("2026-01-06T14:30", datetime(2026, 1, 6, 14, 30, tzinfo=UTC)),
        ("2026-01-06T00:30:00+09", datetime(2026, 1, 5, 15, 30, tzinfo=UTC)),
        ("2026-01-06T14:30Z/..", datetime(2026, 1, 6, 14, 30, tzinfo=UTC)),
        ("../2026-01-06T14:30Z", datetime(2026, 1, 6, 14, 30, tzinfo=UTC)),
        ("2026-01-06/2026-01-07T14:30Z", datetime(2026, 1, 6, tzinfo=UTC)),
        ("../2026", datetime(2026, 12, 31, tzinfo=UTC)),
        ("XXXX", datetime(1, 1, 1, tzinfo=UTC)),
        # Out of the calendar in UTC, so as near as there is.
        ("0001-01-01T00:00:00+14", datetime(1, 1, 1, tzinfo=UTC)),
        ("9999-12-31T23:00:00-12", datetime.max.replace(tzinfo=UTC)),
    ],
)
def test_every_date_has_a_place_on_the_line_of_time(text: str, instant: datetime) -> None:
    assert parse(text).instant == instant
    assert parse(text).instant.utcoffset() == timedelta(0)


def test_the_order_is_that_of_instants_whatever_the_zone() -> None:
    texts = ["2025-04-03T20:00:00Z", "2025-04-04T00:30:00+09:00", "2025-04-03", "2025-04"]
    found = sorted(texts, key=lambda text: parse(text).instant)
    assert found == [
        *("2025-04", "2025-04-03", "2025-04-04T00:30:00+09:00", "2025-04-03T20:00:00Z"),
    ]


def test_a_date_of_a_set_keeps_its_members() -> None:
    value = parse("{2025-12-14,2025-12-16..2025-12-18}")
    assert [(str(span.earliest), str(span.latest), span.lasts) for span in value.extents] == [
        ("2025-12-14", "2025-12-14", False),
        ("2025-12-16", "2025-12-18", True),
    ]
    assert parse("2025-12-14").members == ()
    assert [
        span.lasts
        for text in ("2025", "2024/2025", "../2025", "/2025")
        for span in parse(text).extents
    ] == [False, True, False, True]
