"""The axis: days, weeks, months or years, as many as there is room to name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from django.utils.dates import MONTHS_3
from django.utils.translation import get_language, pgettext

from events.presenting.drawing.scale import FIRST, LAST, Window

# In pixels, at the size in which the axis is written: the most that a character takes up, and the
# space between two names.
CHARACTER = 7.6
GAP = 12
# A link is no smaller than this.
TARGET = 24
MONDAY = 1


@dataclass(frozen=True, slots=True)
class Tick:
    """A stretch that the axis names, where it begins in the drawing, and all of its days."""

    x: float
    label: str
    window: Window


@dataclass(frozen=True, slots=True)
class TickStep:
    """`unit`: day, month or year; `number`: how many of them from name to name."""

    unit: str
    number: int

    @property
    def days(self) -> int:
        """The least number of days in a step."""
        return {"day": 1, "month": 28, "year": 365}[self.unit] * self.number


STEPS = [
    *(TickStep("day", number) for number in (1, 2, 7)),
    *(TickStep("month", number) for number in (1, 3, 6)),
    *(
        TickStep("year", number)
        for number in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
    ),
]


def ticks(window: Window, width: int) -> list[Tick]:
    """The finest axis whose names all fit in a drawing that is `width` pixels wide."""
    return _ticks(window, width, get_language())


@lru_cache(maxsize=200)
def _ticks(window: Window, width: int, language: str | None) -> list[Tick]:
    for step in STEPS:
        if window.days / step.days > width / TARGET:
            continue
        found = [
            Tick(window.place(first), tick_label(step, first), Window(first, last))
            for first, last in _stretches(step, window)
        ]
        if _have_room(found, width):
            return [tick for tick in found if _ends(tick, width) <= width]
    return []


def _have_room(found: list[Tick], width: int) -> bool:
    return all(_ends(tick, width) + GAP <= after.x * width / 100 for tick, after in pairwise(found))


def _ends(tick: Tick, width: int) -> float:
    return tick.x * width / 100 + max(len(tick.label) * CHARACTER, TARGET)


def _stretches(step: TickStep, window: Window) -> Iterator[tuple[int, int]]:
    """The stretches that begin in the window, each with its first and last day."""
    begins = BEGINNINGS[step.unit]
    number = begins.number_of(window.first, step.number)
    while True:
        first, after = begins.day_of(number), begins.day_of(number + step.number)
        if first > window.last:
            return
        if first >= window.first:
            yield first, min(after - 1, LAST)
        number += step.number


@dataclass(frozen=True, slots=True)
class Beginnings:
    """Units counted from the beginning of the calendar, in both directions. `number_of`: the last
    multiple of a step that begins by a day; `day_of`: the day on which that begins."""

    number_of: Callable[[int, int], int]
    day_of: Callable[[int], int]


def _day_number(day: int, step: int) -> int:
    return (day - MONDAY) // step * step + MONDAY


def _month_number(day: int, step: int) -> int:
    then = date.fromordinal(day)
    return (then.year * 12 + then.month - 1) // step * step


def _year_number(day: int, step: int) -> int:
    return date.fromordinal(day).year // step * step


def _month_begins(number: int) -> int:
    return _begins(number // 12, number % 12 + 1)


def _year_begins(number: int) -> int:
    return _begins(number, 1)


def _begins(year: int, month: int) -> int:
    if year < date.min.year:
        return FIRST - 1
    if year > date.max.year:
        return LAST + 1
    return date(year, month, 1).toordinal()


BEGINNINGS = {
    "day": Beginnings(_day_number, lambda number: number),
    "month": Beginnings(_month_number, _month_begins),
    "year": Beginnings(_year_number, _year_begins),
}


def tick_label(step: TickStep, first: int) -> str:
    """The name of the day, month or year that begins then."""
    day = date.fromordinal(min(max(first, FIRST), LAST))
    if step.unit == "year":
        return str(day.year)
    parts = {"day": day.day, "month": str(MONTHS_3[day.month]).capitalize(), "year": day.year}
    if step.unit == "month":
        return pgettext("month on an axis", "%(month)s %(year)d") % parts
    return pgettext("day on an axis", "%(day)d %(month)s") % parts
