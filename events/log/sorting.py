"""The place of an entry in every list, as one whole number.

A list is ordered by instant, then what is known to the day only before what has a time, then as
editors say, and finally by the entry's own number, so that the order is total and stays the same
when an entry is published again. Packed into one number, the place takes one column and one index,
and a cursor is a single comparison:

    22 bits  day       proleptic Gregorian ordinal, of an instant in UTC; 9999-12-31 is 3,652,059
    14 bits  turn      within the day: the rank, 0–1023; or, with a time, 1024 and 8 for each minute
                       since midnight and the rank up to 7
    27 bits  entry     the desk's primary key
"""

from datetime import UTC, date, datetime

ENTRY_BITS = 27
TURN_BITS = 14
LAST_RANK = 1023
LAST_ENTRY = (1 << ENTRY_BITS) - 1
# From a day's first sort number to the next day's.
DAY = 1 << (TURN_BITS + ENTRY_BITS)
# Added to the month of what is only known to have been by a day in that month, so that lists count
# it apart: 202559. And in place of a month, of what may have begun in another year: 202530.
BY = 50
ABOUT = 30
# That a place is one of the clock: its day is that in UTC, and there it may have been another. SQL,
# for a row `i` of the index.
HAS_TIME = f"(i.sort >> {ENTRY_BITS} & {(1 << TURN_BITS) - 1}) > {LAST_RANK}"
# Of entries of one and the same minute, this many ranks are told apart.
RANKS_IN_MINUTE = 8


def sort_key(at: date, rank: int, entry: int) -> int:
    """The sort number of an entry. `at`: its day or, with a time, a `datetime`; without a zone, it
    is taken as UTC. Raises `ValueError` if a part does not fit."""
    if not 0 <= rank <= LAST_RANK or not 0 <= entry <= LAST_ENTRY:
        raise ValueError(f"rank {rank} or entry {entry} does not fit a sort key")
    turn = rank
    if isinstance(at, datetime):
        at = _in_utc(at)
        minute = at.hour * 60 + at.minute
        turn = LAST_RANK + 1 + minute * RANKS_IN_MINUTE + min(rank, RANKS_IN_MINUTE - 1)
    return at.toordinal() * DAY | turn << ENTRY_BITS | entry


def first_key(day: date) -> int:
    """The smallest sort number that an entry of that day can have."""
    return day.toordinal() * DAY


def day_of(key: int) -> date:
    """The day that a sort number stands for."""
    return date.fromordinal(key // DAY)


def _in_utc(at: datetime) -> datetime:
    if at.tzinfo is None:
        return at
    try:
        return at.astimezone(UTC)
    except OverflowError:  # the first or the last hours of the calendar
        return at
