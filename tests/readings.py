"""A plain model of time: a date is every way in which it can be read, one by one, over a few days.

Nothing here asks the program: what is so in every reading is certain, what is so in some possible.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import strategies as st

FIRST = date(2025, 3, 1)
DAYS = 8
# “By a day” is any day before it, and what goes on has no last day.
LONG_AGO, FOR_EVER = -40, 400


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


@st.composite
def read(draw: st.DrawFn) -> Read:
    """A date of every sort: known, one of several, by a day, about a day, lasting, going on."""
    sort = draw(st.sampled_from(["day", "some", "by", "about", "interval", "vague", "since"]))
    one, other = sorted((draw(st.integers(0, DAYS)), draw(st.integers(0, DAYS))))
    if sort == "some" and other > one:
        return Read(f"[{day(one)}..{day(other)}]", range(one, other + 1))
    if sort == "by":
        return Read(f"../{day(one)}", range(LONG_AGO, one + 1))
    if sort == "about":
        return Read(f"{day(one)}~", range(one - 3, one + 4))
    if sort == "interval":
        return Read(f"{day(one)}/{day(other)}", range(one, one + 1), range(other, other + 1))
    if sort == "vague":
        ends = range(other + 4, other + 11)
        return Read(f"{day(one)}~/{day(other + 7)}~", range(one - 3, one + 4), ends)
    if sort == "since":
        return Read(f"{day(one)}/..", range(one, one + 1), range(FOR_EVER, FOR_EVER + 1))
    return Read(f"{day(one)}", range(one, one + 1))
