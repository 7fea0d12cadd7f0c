from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.log.sorting import (
    DAY,
    LAST_ENTRY,
    LAST_RANK,
    RANKS_IN_MINUTE,
    day_of,
    first_key,
    sort_key,
)

Place = tuple[date, int, int]

# A few days, so that there are often two of one and the same; and the ends of the calendar.
some_days = st.dates(date(2026, 1, 5), date(2026, 1, 7))
days = some_days | st.dates()
offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
# Not so near to an end of the calendar that UTC is beyond it.
times = st.builds(
    datetime.combine,
    some_days | st.dates(date(1, 1, 2), date(9999, 12, 30)),
    st.times(timezones=st.none() | offsets),
)
ranks = st.integers(0, RANKS_IN_MINUTE) | st.integers(0, LAST_RANK)
entries = st.integers(0, LAST_ENTRY)
places = st.tuples(days | times, ranks, entries)


def in_utc(at: datetime) -> datetime:
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


def place_in_list(place: Place) -> tuple[date, int, int, int, int]:
    """Day, whether it has a time, minute, rank, entry."""
    at, rank, entry = place
    if not isinstance(at, datetime):
        return at, 0, 0, rank, entry
    at = in_utc(at)
    return at.date(), 1, at.hour * 60 + at.minute, min(rank, RANKS_IN_MINUTE - 1), entry


@given(st.tuples(days, ranks, entries), st.tuples(days, ranks, entries))
def test_keys_are_ordered_by_day_then_rank_then_entry(one: Place, other: Place) -> None:
    assert (sort_key(*one) < sort_key(*other)) == (one < other)


@given(places, places)
def test_keys_are_ordered_by_instant_and_what_has_no_time_comes_first(
    one: Place, other: Place
) -> None:
    assert (sort_key(*one) < sort_key(*other)) == (place_in_list(one) < place_in_list(other))


@given(places)
def test_a_key_fits_the_column_and_tells_its_day(place: Place) -> None:
    key, (day, *_turn) = sort_key(*place), place_in_list(place)
    assert 0 <= key < 2**63
    assert day_of(key) == day
    assert first_key(day) <= key < first_key(day) + DAY


def test_a_time_counts_on_the_day_that_it_is_in_utc() -> None:
    berlin, new_york = timezone(timedelta(hours=1)), timezone(timedelta(hours=-5))
    in_order = [
        sort_key(datetime(2026, 1, 6, 0, 30, tzinfo=berlin), 0, 5),  # 23:30 the day before
        sort_key(date(2026, 1, 6), LAST_RANK, 4),
        sort_key(datetime(2026, 1, 6, 9, 30, tzinfo=UTC), 0, 3),
        sort_key(datetime(2026, 1, 6, 10, 31, tzinfo=berlin), 0, 2),
        sort_key(datetime(2026, 1, 6, 20, 0, tzinfo=new_york), 0, 1),  # 1:00 the day after
    ]
    assert in_order == sorted(in_order)
    assert [day_of(key).day for key in in_order] == [5, 6, 6, 6, 7]


def test_of_one_minute_only_the_first_ranks_are_told_apart() -> None:
    at = datetime(2026, 1, 6, 9, 30, tzinfo=UTC)
    in_order = [sort_key(at, rank, LAST_ENTRY - rank) for rank in range(RANKS_IN_MINUTE)]
    assert in_order == sorted(in_order)
    assert sort_key(at, LAST_RANK, 1) == sort_key(at, RANKS_IN_MINUTE - 1, 1)
    assert sort_key(at, LAST_RANK, LAST_ENTRY) < sort_key(at + timedelta(minutes=1), 0, 0)


@pytest.mark.parametrize(
    ("at", "hours"),
    [
        (datetime(1, 1, 1, 1, 0, tzinfo=UTC), 2),
        (datetime(9999, 12, 31, 23, 0, tzinfo=UTC), -2),
    ],
)
def test_where_utc_is_beyond_the_calendar_the_time_stays_as_it_is_written(
    at: datetime, hours: int
) -> None:
    there = at.replace(tzinfo=timezone(timedelta(hours=hours)))
    assert sort_key(there, 0, 1) == sort_key(at, 0, 1)


@pytest.mark.parametrize("at", [date(2026, 1, 6), datetime(2026, 1, 6, 9, 30, tzinfo=UTC)])
@pytest.mark.parametrize(
    ("rank", "entry"), [(-1, 1), (LAST_RANK + 1, 1), (0, -1), (0, LAST_ENTRY + 1)]
)
def test_what_does_not_fit_is_refused(at: date, rank: int, entry: int) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        sort_key(at, rank, entry)
