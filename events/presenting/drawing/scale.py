"""The stretch of time that a drawing shows, and where a day lies in it."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
# One step of the zoom shows a third of the time, or three times as much.
STEP = 3
# A window of this many days or more is rounded to whole years.
YEARS = 1000


@dataclass(frozen=True, slots=True)
class Window:
    """From one day to another, including both, as proleptic Gregorian ordinals."""

    first: int
    last: int

    @classmethod
    def between(cls, first: date, last: date) -> "Window":
        return cls(first.toordinal(), last.toordinal())

    @classmethod
    def around(cls, middle: int, days: int) -> "Window":
        """A window of this many days around a middle day; moved or cut where the calendar begins or
        ends."""
        days = min(max(days, 1), LAST - FIRST + 1)
        first = min(max(middle - days // 2, FIRST), LAST - days + 1)
        return cls(first, first + days - 1)

    @property
    def days(self) -> int:
        return self.last - self.first + 1

    @property
    def middle(self) -> int:
        return (self.first + self.last) // 2

    @property
    def first_day(self) -> date:
        return date.fromordinal(self.first)

    @property
    def last_day(self) -> date:
        return date.fromordinal(self.last)

    def place(self, day: int) -> float:
        """Where the day begins, in per cent of the window; below 0 or above 100 outside it."""
        return (day - self.first) * 100 / self.days

    def holds(self, day: int) -> bool:
        return self.first <= day <= self.last

    def padded(self, days: int) -> "Window":
        return Window(max(self.first - days, FIRST), min(self.last + days, LAST))

    def closer(self, days: Iterable[int]) -> "Window":
        """A third of the time: that in which most of these days are, the latest of several such."""
        size = max(self.days // STEP, 1)
        inside = sorted(day for day in days if self.holds(day))
        if not inside:
            return Window.around(self.middle, size)
        fullest, first = 0, inside[0]
        for place, day in enumerate(inside):
            number = bisect_right(inside, day + size - 1) - place
            if number >= fullest:
                fullest, first = number, day
        last = inside[bisect_right(inside, first + size - 1) - 1]
        begins = first - (size - 1 - (last - first)) // 2
        begins = min(max(begins, self.first), self.last - size + 1)
        return Window(begins, begins + size - 1)

    def wider(self, whole: "Window") -> "Window":
        """Three times as much, but on neither side more than the record has."""
        found = Window.around(self.middle, self.days * STEP)
        return Window(
            max(found.first, min(whole.first, self.first)),
            min(found.last, max(whole.last, self.last)),
        ).rounded()

    def rounded(self) -> "Window":
        """Rounded to whole years, if it is some years long: counts of whole years are stored."""
        if self.days < YEARS:
            return self
        return Window(
            date(self.first_day.year, 1, 1).toordinal(),
            date(self.last_day.year, 12, 31).toordinal(),
        )

    def earlier(self) -> "Window":
        return Window.around(self.middle - self._stride, self.days)

    def later(self) -> "Window":
        return Window.around(self.middle + self._stride, self.days)

    @property
    def _stride(self) -> int:
        """Moving leaves a third of what was in view."""
        return max(self.days * 2 // STEP, 1)
