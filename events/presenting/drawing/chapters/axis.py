"""Time across the drawing, in chapters: days on which something was stand close together, and long
times without anything are cut out, with their length written there."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from events.presenting.drawing.chapters.entries import (
    SEVERAL_DAYS,
    DrawnEntry,
    day_short,
    days_short,
    month_short,
)
from events.presenting.drawing.letters import width_of
from events.presenting.drawing.scale import FIRST, LAST, Window
from events.vocabulary import Kind

# In days: the least that is cut out. Of more times than make the most chapters, the longest are.
LEAST_CUT = 21
MOST_CHAPTERS = 9
# In pixels: the width of what is cut out, where there are few chapters and where there are many, of
# the cut before today, and the least of a chapter.
CUT, NARROW_CUT = 34.0, 24.0
FEW = 5
CUT_TO_TODAY = 46.0
# Where so many meetings stand in the last chapter, the cut is as wide as their names, which can
# then hang on the right, too, and need half the height; and there are fewer chapters.
CROWDED = 10
CUT_FOR_NAMES = 124.0
MOST_BESIDE_CROWDED = 6
LEAST = 64.0
# All chapters together have at least this share of the width beside what each has in any case.
SHARED = 0.65
# Of the width of a chapter, what goes by its days; the rest goes by its entries.
BY_DAYS = 0.2
# In days: at each end of a chapter.
AIR = 2
# What is known to within this many days, such as a month, is shown with all of them where few days
# are known.
SOME_WEEKS = 62
# So many days that are known make the chapters by themselves.
ENOUGH = 12
# A window of no more days than this is shown as it is.
LINEAR = 92


@dataclass(frozen=True, slots=True)
class Chapter:
    """From one day to another, and from where to where that is in the drawing. `core`: the days
    from the first to the last on which something stands; all of a window that was chosen."""

    first: int
    last: int
    left: float
    right: float
    core: Window

    @property
    def window(self) -> Window:
        return Window(self.first, self.last)

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Cut:
    """What is left out between two chapters, or after the last one."""

    days: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """`today`: where today is; None if that is outside of a chosen window. `places`: where days
    are, in order of both."""

    left: float
    right: float
    chapters: list[Chapter]
    cuts: list[Cut]
    today: float | None
    is_later: bool  # today is after all that is shown
    places: list[tuple[float, float]]

    def x(self, day: float) -> float:
        """Where a day begins, at the nearer end for what is outside."""
        places = self.places
        at = bisect_right(places, (day, LAST))
        if at == 0:
            return places[0][1]
        if at == len(places):
            return places[-1][1]
        (before, left), (after, right) = places[at - 1], places[at]
        return left + (right - left) * (day - before) / ((after - before) or 1)

    def middle(self, day: int) -> float:
        return self.x(day + 0.5)

    def holds(self, day: float) -> bool:
        return self.places[0][0] <= day <= self.places[-1][0]

    @property
    def shown(self) -> Window:
        """The days from the first to the last on which something stands."""
        return Window(self.chapters[0].core.first, self.chapters[-1].core.last)

    @property
    def first(self) -> int:
        return self.chapters[0].first

    @property
    def last(self) -> int:
        return self.chapters[-1].last


def time_axis(
    entries: Iterable[DrawnEntry], today: int, window: Window | None, left: float, right: float
) -> TimeAxis:
    """The axis for these entries between two places, in pixels."""
    entries = list(entries)
    days = _days(entries, window)
    cut_today = False
    if window is None:
        last = max(days, default=today)
        cut_today = bool(days) and today - last > LEAST_CUT
        if not cut_today:
            days.setdefault(today, 1)
    stretches = _stretches(days, window)
    to_today = CUT_TO_TODAY if cut_today else 0.0
    if cut_today and _is_crowded(entries, stretches[-1]):
        to_today, stretches = CUT_FOR_NAMES, _with_fewer(days, window, stretches[-1])
    cut = CUT if len(stretches) <= FEW else NARROW_CUT
    room = right - left - cut * (len(stretches) - 1) - to_today
    widths = _widths(stretches, days, room)
    chapters: list[Chapter] = []
    cuts: list[Cut] = []
    at = left
    for (first, last), width in zip(stretches, widths, strict=True):
        if chapters:
            cuts.append(Cut(first - chapters[-1].last - 1, at, at + cut))
            at += cut
        core = Window(first, last)
        if window is None or len(stretches) > 1:
            core = Window(min(first + AIR, last), max(last - AIR, first))
        chapters.append(Chapter(first, last, at, at + width, core))
        at += width
    places: list[tuple[float, float]] = []
    for one in chapters:
        places.append((one.first, one.left))
        places.append((one.last + 1, one.right))
    if cut_today:
        cuts.append(Cut(today - chapters[-1].last, at, right))
        places.append((today + 0.5, right))
    inside = places[0][0] <= today <= places[-1][0]
    axis = TimeAxis(left, right, chapters, cuts, None, today > places[-1][0], places)
    if not inside:
        return axis
    at = right if cut_today else axis.middle(today)
    return TimeAxis(left, right, chapters, cuts, at, False, places)


def _is_crowded(entries: Iterable[DrawnEntry], last: tuple[int, int]) -> bool:
    meetings = [one for one in entries if one.kind == Kind.SUMMIT and one.stands >= last[0]]
    return len(meetings) >= CROWDED


def _days(entries: Iterable[DrawnEntry], window: Window | None) -> dict[int, float]:
    """How much stands on each day that is known; of what nothing is known to the day, its ends."""
    known: dict[int, float] = {}
    weeks: dict[int, float] = {}
    rough: dict[int, float] = {}
    for entry in entries:
        more = 2 if entry.kind == Kind.SUMMIT else 1
        first, until = entry.possibly, entry.until
        into = rough
        if entry.exact and first is not None:
            into, ends = known, [first]
            if until is not None and until - first <= SEVERAL_DAYS:
                ends = list(range(first, until + 1))
        elif first is not None and until is not None and until - first <= SOME_WEEKS:
            # All of the time in which it can have been is shown, with its days between.
            into, ends = weeks, [*range(first, until, SEVERAL_DAYS // 2), until]
        else:
            ends = [day for day in (first, entry.certainly, until) if day is not None]
            if entry.bound and not entry.vague:
                into, ends = known, ends[-1:]
        shown = [day for day in ends if window is None or window.holds(day)]
        for day in shown:
            # A meeting of two weeks is one meeting.
            into[day] = into.get(day, 0) + more / len(shown)
    if len(known) < ENOUGH:
        for day, number in weeks.items():
            known[day] = known.get(day, 0) + number
    return known or rough


def _stretches(
    days: Mapping[int, float], window: Window | None, most: int = MOST_CHAPTERS
) -> list[tuple[int, int]]:
    if window and (window.days <= LINEAR or not days):
        return [(window.first, window.last)]
    low, high = (window.first, window.last) if window else (FIRST, LAST)
    order = sorted(days)
    gaps = sorted((after - before for before, after in pairwise(order)), reverse=True)
    least = max(LEAST_CUT, *gaps[most - 1 : most], 0)
    found = [[order[0], order[0]]]
    for before, after in pairwise(order):
        if after - before > least:
            found.append([after, after])
        else:
            found[-1][1] = after
    return [(max(first - AIR, low), min(last + AIR, high)) for first, last in found]


def _with_fewer(
    days: Mapping[int, float], window: Window | None, last: tuple[int, int]
) -> list[tuple[int, int]]:
    """With the last chapter as it was, and fewer before it."""
    before = {day: number for day, number in days.items() if day < last[0]}
    if not before:
        return [last]
    return [*_stretches(before, window, MOST_BESIDE_CROWDED), last]


def _widths(
    stretches: list[tuple[int, int]], days: Mapping[int, float], room: float
) -> list[float]:
    """A share by days and a share by entries, and no less than the least."""
    spans = [last - first + 1 for first, last in stretches]
    numbers = [0.0] * len(stretches)
    firsts = [first for first, _last in stretches]
    for day, number in days.items():
        numbers[max(bisect_right(firsts, day) - 1, 0)] += number
    least = min(LEAST, room * (1 - SHARED) / len(stretches))
    spare = room - least * len(stretches)
    numbers = numbers if any(numbers) else [float(span) for span in spans]
    of_days, of_entries = sum(spans), sum(numbers)
    return [
        least + spare * (BY_DAYS * span / of_days + (1 - BY_DAYS) * number / of_entries)
        for span, number in zip(spans, numbers, strict=True)
    ]


def heading_of(chapter: Chapter, room: float) -> tuple[str, str]:
    """The months of a chapter and its days, as much of them as there is room for."""
    first, last = chapter.core.first, chapter.core.last
    begins, ends = date.fromordinal(first), date.fromordinal(last)
    if begins.year != ends.year:
        months = [f"{month_short(first)} – {month_short(last)}", f"{begins.year} – {ends.year}"]
    elif begins.month == ends.month:
        months = [month_short(first)]
    else:
        months = [f"{month_short(first).split()[0]} – {month_short(last)}", month_short(last)]
    months.append(str(ends.year))
    numeric = f"{begins.day}.{begins.month}.–{ends.day}.{ends.month}."
    days = [days_short(first, last), numeric, day_short(last)]
    return _fitting(months, room, 15, bold=True), _fitting(days, room, 12)


def _fitting(texts: list[str], room: float, size: int, *, bold: bool = False) -> str:
    return next((text for text in texts if width_of(text, size, bold=bold) <= room), "")
