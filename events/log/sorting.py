"""The place of an entry in every list, as one whole number.

A list is ordered by day, within a day as editors say, and finally by the entry's own number, so
that the order is total and stays the same when an entry is published again. Packed into one number,
the place takes one column and one index, and a cursor is a single comparison:

    22 bits  day       proleptic Gregorian ordinal; 9999-12-31 is 3,652,059
    10 bits  rank      0–1023, set by editors
    31 bits  entry     the desk's primary key
"""

from datetime import date

ENTRY_BITS = 31
RANK_BITS = 10
LAST_RANK = (1 << RANK_BITS) - 1
LAST_ENTRY = (1 << ENTRY_BITS) - 1
# From a day's first sort number to the next day's.
DAY = 1 << (RANK_BITS + ENTRY_BITS)


def sort_key(day: date, rank: int, entry: int) -> int:
    """The sort number of an entry. Raises `ValueError` if a part does not fit."""
    if not 0 <= rank <= LAST_RANK or not 0 <= entry <= LAST_ENTRY:
        raise ValueError(f"rank {rank} or entry {entry} does not fit a sort key")
    return first_key(day) | rank << ENTRY_BITS | entry


def first_key(day: date) -> int:
    """The smallest sort number that an entry of that day can have."""
    return day.toordinal() * DAY


def day_of(key: int) -> date:
    """The day that a sort number stands for."""
    return date.fromordinal(key // DAY)
