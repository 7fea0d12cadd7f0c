"""The stances of one actor on one topic as a line over time, drawn in SVG.

Places are percentages of the width, so that the drawing fits a phone without small letters. A point
is where its position is in the list; if it is not known to the day, the point is hollow and a band
shows all the days that it may have been.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.dates import format_skeleton

from events import languages
from events.presenting.positions.history import PositionInHistory
from events.presenting.wording import Term, stance
from events.vocabulary import Stance

ROW = 36
RIGHT = 97.0
LEFT = 3.0
MOST_TICKS = 3
# The stances that every chart has a level for; the others have one where they were taken.
ALWAYS = (Stance.SUPPORTS, Stance.CONDITIONAL, Stance.UNDECIDED, Stance.OPPOSES)
# Where a label has room on both sides.
ROOM = (9.0, 91.0)


@dataclass(frozen=True, slots=True)
class Level:
    stance: Term
    y: int


@dataclass(frozen=True, slots=True)
class Point:
    """`x`: its place; `low` to `high`: where it may have been, if it is `hollow`."""

    stance: Term
    x: str
    y: int
    hollow: bool
    low: str
    width: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stance from `x1` to `x2`, where another one takes over at `y2`; None if none does.
    `supposed`: it was last heard of at `x1`, and nothing on record says that it still holds."""

    stance: Term
    x1: str
    x2: str
    y: int
    y2: int | None
    supposed: bool


@dataclass(frozen=True, slots=True)
class ChartTick:
    x: str
    label: str


@dataclass(frozen=True, slots=True)
class StanceChart:
    levels: list[Level]
    points: list[Point]
    stretches: list[Stretch]
    ticks: list[ChartTick]
    height: int


def stance_chart(stands: Sequence[PositionInHistory], today: date) -> StanceChart | None:
    """The line of these positions, which come newest first; None unless there are two
    to compare."""
    if len(stands) < 2:
        return None
    order = stands[::-1]
    first = min(stand.begins for stand in order)
    last = max(today, *(stand.begins for stand in order), *(stand.ends for stand in order))
    scale = _Scale(first, last)
    taken = {*ALWAYS, *(stand.stance.value for stand in order)}
    levels = [value for value in Stance.values if value in taken]
    rows = {value: index * ROW + ROW // 2 for index, value in enumerate(levels)}
    points = [_point(stand, scale, rows[stand.stance.value]) for stand in order]
    followed = [*(stand.begins for stand in order[1:]), max(today, order[-1].begins)]
    # A position whose date has an end holds no longer than until then.
    ends = [min(day, stand.over or day) for stand, day in zip(order, followed, strict=True)]
    below = [
        point.y if end == day else None
        for point, end, day in zip(points[1:], ends[:-1], followed[:-1], strict=True)
    ]
    return StanceChart(
        [Level(stance(value), y) for value, y in rows.items()],
        points,
        [
            Stretch(
                *(point.stance, point.x, scale.x(end), point.y),
                y2=y2 if y2 != point.y else None,
                # The last one, unless its own date says until when it held.
                supposed=point is points[-1] and order[-1].over is None,
            )
            for point, end, y2 in zip(points, ends, [*below, None], strict=True)
            # Nothing goes on from where a stance was taken back.
            if point.stance.value != Stance.TAKEN_BACK
        ],
        _ticks(scale),
        ROW * len(rows),
    )


class _Scale:
    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self.days = max((last - first).days, 1)

    def at(self, day: date) -> float:
        return LEFT + (RIGHT - LEFT) * (day - self.first).days / self.days

    def x(self, day: date) -> str:
        return _percent(self.at(day))


def _point(stand: PositionInHistory, scale: _Scale, y: int) -> Point:
    low, high = scale.at(stand.begins), scale.at(max(stand.ends, stand.begins))
    hollow = bool(stand.when.notes)
    return Point(stand.stance, _percent(low), y, hollow, _percent(low), _percent(high - low))


def _ticks(scale: _Scale) -> list[ChartTick]:
    """The beginnings of years or, over less than two years, of months: a few of them."""
    years = scale.last.year - scale.first.year
    if years >= 2:
        days = [date(year, 1, 1) for year in range(scale.first.year + 1, scale.last.year + 1)]
        labels = [str(day.year) for day in days]
    else:
        count = years * 12 + scale.last.month - scale.first.month
        months = [divmod(scale.first.month + step, 12) for step in range(count)]
        days = [date(scale.first.year + year, month + 1, 1) for year, month in months]
        locale = Locale.parse(languages.active(), sep="-")
        labels = [format_skeleton("yMMM", day, locale=locale) for day in days]
    ticks = [
        ChartTick(scale.x(day), label)
        for day, label in zip(days, labels, strict=True)
        if ROOM[0] <= scale.at(day) <= ROOM[1]
    ]
    return ticks[:: -(-len(ticks) // MOST_TICKS) or 1]


def _percent(value: float) -> str:
    return f"{value:.2f}%"
