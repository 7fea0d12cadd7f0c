"""More entries than can be drawn one by one, as bars: how many there are in each day, month or
year.

The area of the bars is the number of entries. What is known only to the month or year has no day of
its own: it is spread over the whole of it, and drawn paler.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from events.presenting.drawing.scale import LAST, STEP, Window
from events.presenting.parts import number_worded
from events.presenting.wording import month_name
from events.public import Grain, Tally

# What lanes can be; the most of them by actor or topic, and the one that all others share.
LANES = ("kind", "actor", "topic")
MOST_LANES = 7
OTHERS = ""
# Bars may be as narrow as a line; columns are links, and wider.
MOST_BARS = 310
MOST_COLUMNS = 125
DAYS = {
    Grain.DAY: 1,
    Grain.MONTH: 30,
    Grain.YEAR: 365,
    Grain.DECADE: 3652,
}


YEARS = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100}


@dataclass(slots=True)
class HistogramColumn:
    """A day, month, year, decade or century. `known`: by lane, the number of entries known to be in
    it; `spread`: its share of entries known only to a longer time."""

    window: Window
    known: dict[str, int] = field(default_factory=dict)
    spread: dict[str, float] = field(default_factory=dict)

    @property
    def number(self) -> int:
        return sum(self.known.values())

    def height(self, lane: str) -> float:
        return self.known.get(lane, 0) + self.spread.get(lane, 0.0)


def unit_of(window: Window, most: int, finest: Grain = Grain.DAY) -> Grain:
    """The finest unit of which the window has at most `most`."""
    units = list(DAYS)
    for unit in units[units.index(finest) :]:
        if window.days <= most * DAYS[unit]:
            return unit
    return Grain.CENTURY


def columns(tallies: Iterable[Tally], window: Window, unit: Grain) -> list[HistogramColumn]:
    """The columns of the whole window in chronological order; it cuts the first and the last."""
    found = [HistogramColumn(stretch) for stretch in _stretches(window, unit)]
    firsts = [column.window.first for column in found]
    # The window cuts its first and its last unit.
    whole_first, whole_last = _begins(window.first, unit), _after(window.last, unit) - 1
    for tally in tallies:
        # Those that the tally covers, at least in part.
        begin = max(bisect_right(firsts, tally.first) - 1, 0)
        end = max(bisect_right(firsts, tally.last) - 1, 0)
        if begin == end and whole_first <= tally.first and tally.last <= whole_last:
            known = found[begin].known
            known[tally.lane] = known.get(tally.lane, 0) + tally.number
            continue
        # If it reaches beyond the window, only the part inside counts.
        inside = found[end].window.last - found[begin].window.first + 1
        units = (end - begin + 1) * max((tally.last - tally.first + 1) / inside, 1)
        share = tally.number / units
        for column in found[begin : end + 1]:
            column.spread[tally.lane] = column.spread.get(tally.lane, 0.0) + share
    return found


def _stretches(window: Window, unit: Grain) -> Iterator[Window]:
    first = window.first
    while first <= window.last:
        after = _after(first, unit)
        yield Window(first, min(after - 1, window.last))
        first = after


def _begins(day: int, unit: Grain) -> int:
    """The first day of the unit that the day is in."""
    if unit == Grain.DAY:
        return day
    then = date.fromordinal(day)
    if unit == Grain.MONTH:
        return date(then.year, then.month, 1).toordinal()
    size = YEARS[unit]
    return date(max(then.year // size * size, 1), 1, 1).toordinal()


def _after(day: int, unit: Grain) -> int:
    """The first day of the next unit."""
    if unit == Grain.DAY:
        return day + 1
    then = date.fromordinal(day)
    if unit == Grain.MONTH:
        year, month = (then.year + 1, 1) if then.month == 12 else (then.year, then.month + 1)
    else:
        size = YEARS[unit]
        year, month = (then.year // size + 1) * size, 1
    return date(year, month, 1).toordinal() if year <= date.max.year else LAST + 1


def closer(columns: Sequence[HistogramColumn], window: Window) -> Window:
    """The third of the window in which most entries are."""
    size = max(len(columns) // STEP, 1)
    numbers = [column.number + sum(column.spread.values()) for column in columns]
    firsts = range(len(columns) - size + 1)
    best = max(firsts, key=lambda first: (sum(numbers[first : first + size]), first))
    inside = columns[best : best + size]
    return Window(inside[0].window.first, inside[-1].window.last)


def name_of(column: HistogramColumn, unit: Grain) -> str:
    """What a column counts, and how many there are."""
    name = _("%(when)s: %(number)s") % {
        "when": _when(column.window, unit),
        "number": ngettext("%(number)s entry", "%(number)s entries", column.number)
        % {"number": number_worded(column.number)},
    }
    more = _("%(name)s and some known to a longer time only")
    return more % {"name": name} if column.spread else name


def _when(window: Window, unit: Grain) -> str:
    day = window.first_day
    if unit == Grain.DAY:
        parts = {"day": day.day, "month": MONTHS[day.month], "year": day.year}
        return pgettext("day", "%(day)d %(month)s %(year)d") % parts
    if unit == Grain.MONTH:
        return month_name(day.year, day.month)
    return str(day.year) if unit == Grain.YEAR else f"{day.year}–{window.last_day.year}"
