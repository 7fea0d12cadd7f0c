"""A plain model of time: a date is every way in which it can be read, one by one, over a few days.

Nothing here asks the program: what is so in every reading is certain, what is so in some possible.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import strategies as st

FIRST = date(2025, 3, 1)
DAYS = 8
# “By a day” is any day before it, and what goes on has no last day.
LONG_AGO, FOR_EVER = -90, 90


class Read(NamedTuple):
    """A date. `begins`: every day on which it can have begun, as numbers from `FIRST`; `ends`:
    every day that can be its last; None if it is one day, of those on which it can have begun."""

    edtf: str
    begins: range
    ends: range | None = None

    @property
    def spans(self) -> Iterator[tuple[int, int]]:
        """Each way to read it, as its first and its last day."""
        for start in self.begins:
            if self.ends is None:
                yield start, start
            else:
                yield from ((start, end) for end in self.ends if start <= end)

    def within(self, first: int, last: int) -> set[bool]:
        """Whether any part of it was from one day to another, in each reading."""
        return {start <= last and end >= first for start, end in self.spans}

    def begun(self, on: int) -> set[bool]:
        """Whether it had begun by the end of a day, in each reading."""
        return {start <= on for start, _end in self.spans}

    def over(self, on: int) -> set[bool]:
        """Whether it was over when a day began, in each reading."""
        return {end < on for _start, end in self.spans}


def day(number: int) -> date:
    return FIRST + timedelta(number)


# From a first and a later number.
SORTS: dict[str, Callable[[int, int], Read]] = {
    "day": lambda one, _: Read(f"{day(one)}", range(one, one + 1)),
    "some": lambda one, other: Read(f"[{day(one)}..{day(other)}]", range(one, other + 1)),
    "either": lambda one, other: Read(
        f"[{day(one)},{day(other)}]", range(one, other + 1, other - one)
    ),
    "month": lambda *_: Read("2025-03", range(31)),
    "quarter": lambda *_: Read("2025-33", range(-59, 31)),
    "by": lambda one, _: Read(f"../{day(one)}", range(LONG_AGO, one + 1)),
    "before": lambda one, _: Read(f"[..{day(one)}]", range(LONG_AGO, one + 1)),
    "from": lambda one, _: Read(f"[{day(one)}..]", range(one, FOR_EVER)),
    "about": lambda one, _: Read(f"{day(one)}~", range(one - 3, one + 4)),
    "interval": lambda one, other: Read(
        f"{day(one)}/{day(other)}", range(one, one + 1), range(other, other + 1)
    ),
    "vague": lambda one, other: Read(
        f"{day(one)}~/{day(other + 7)}~", range(one - 3, one + 4), range(other + 4, other + 11)
    ),
    "until": lambda one, _: Read(f"/{day(one)}", range(LONG_AGO, one + 1), range(one, one + 1)),
    "ended": lambda one, _: Read(f"{day(one)}/", range(one, one + 1), range(one, FOR_EVER)),
    "since": lambda one, _: Read(
        f"{day(one)}/..", range(one, one + 1), range(FOR_EVER, FOR_EVER + 1)
    ),
}


@st.composite
def read(draw: st.DrawFn) -> Read:
    """A date of every sort: known, one of several, known to the month or the quarter, by a day,
    from a day on, about a day, lasting, going on, with an end or a beginning that nobody knows."""
    sort = draw(st.sampled_from(list(SORTS)))
    one = draw(st.integers(0, DAYS - 1))
    return SORTS[sort](one, draw(st.integers(one + 1, DAYS)))
