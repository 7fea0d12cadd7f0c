from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.log.sorting import DAY, LAST_ENTRY, LAST_RANK, day_of, first_key, sort_key

places = st.tuples(st.dates(), st.integers(0, LAST_RANK), st.integers(0, LAST_ENTRY))


@given(places, places)
def test_keys_are_ordered_by_day_then_rank_then_entry(
    one: tuple[date, int, int], other: tuple[date, int, int]
) -> None:
    assert (sort_key(*one) < sort_key(*other)) == (one < other)


@given(places)
def test_a_key_fits_the_column_and_tells_its_day(place: tuple[date, int, int]) -> None:
    key = sort_key(*place)
    assert 0 <= key < 2**63
    assert day_of(key) == place[0]
    assert first_key(place[0]) <= key < first_key(place[0]) + DAY


@pytest.mark.parametrize(
    ("rank", "entry"), [(-1, 1), (LAST_RANK + 1, 1), (0, -1), (0, LAST_ENTRY + 1)]
)
def test_what_does_not_fit_is_refused(rank: int, entry: int) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        sort_key(date(2026, 1, 6), rank, entry)
