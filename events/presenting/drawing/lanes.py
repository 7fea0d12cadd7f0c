"""Which lanes there are, and where in its lane each mark has room."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from events.presenting.drawing.marks import POINT, Shape, is_band, shape
from events.presenting.drawing.scale import Window
from events.presenting.drawing.spans import Span
from events.vocabulary import Kind

# In pixels: the name above a lane, the most from row to row, the most for all rows of a lane
# together, and what is left free below them.
NAME = 20
ROW = 15
ROWS = 150
BELOW = 7
# Shares that differ by less than this differ only by rounding.
TOUCH = 1e-9
# The most lanes by actor or topic; all others share one more.
MOST_LANES = 7
OTHERS = ""
# Each band has a row for its name.
MOST_BANDS = 4
BAND_ROW = 24


@dataclass(frozen=True, slots=True)
class Mark:
    """One entry in one lane. `middle`: in per cent; `y`: the middle of its row."""

    entry: int  # its number among the entries
    shape: Shape
    middle: float
    y: float


@dataclass(frozen=True, slots=True)
class Lane:
    key: str
    top: float
    height: float
    marks: list[Mark]


@dataclass(frozen=True, slots=True)
class LaneLayout:
    """`bands`: the numbers of the entries drawn behind, with their shapes. `height`: of all lanes,
    which begin at 0; bands have rows of their own above them."""

    lanes: list[Lane]
    bands: list[tuple[int, Shape]]
    height: float


def layout(spans: Sequence[Span], window: Window, keys: Sequence[str]) -> LaneLayout:
    """The entries in these lanes; those that belong in none of them are in the lane `OTHERS`."""
    bands: list[tuple[int, Shape]] = []
    found: dict[str, list[tuple[int, Shape]]] = {key: [] for key in (*keys, OTHERS)}
    for number, span in enumerate(spans):
        drawn = shape(span, window)
        if drawn is None:
            continue
        if is_band(span, drawn) and len(bands) < MOST_BANDS:
            bands.append((number, drawn))
            continue
        for key in [key for key in span.lanes if key in found] or [OTHERS]:
            found[key].append((number, drawn))
    lanes: list[Lane] = []
    top = 0.0
    for key, drawn_in in found.items():
        if drawn_in:
            lane = _lane(key, top, drawn_in)
            lanes.append(lane)
            top += lane.height
    return LaneLayout(lanes, bands, top)


def keys_of(spans: Iterable[Span], lanes: str) -> list[str]:
    """The lanes for these entries: all kinds, or the actors or topics that most of them name."""
    if lanes == "kind":
        return list(Kind.values)
    counts = Counter(key for span in spans for key in span.lanes)
    return sorted(counts, key=lambda key: (-counts[key], key))[:MOST_LANES]


def _lane(key: str, top: float, drawn: list[tuple[int, Shape]]) -> Lane:
    middles = _spread(drawn)
    rooms = []
    for (_number, drawn_shape), middle in zip(drawn, middles, strict=True):
        left, right = drawn_shape.room
        if drawn_shape.point:
            left, right = middle - POINT / 2, middle + POINT / 2
        rooms.append((left, right))
    rows = _rows(rooms)
    count = max(rows) + 1
    pitch = min(ROW, ROWS / count)
    marks = [
        Mark(number, drawn_shape, middle, top + NAME + (row + 0.5) * pitch)
        for (number, drawn_shape), middle, row in zip(drawn, middles, rows, strict=True)
    ]
    return Lane(key, top, NAME + count * pitch + BELOW, marks)


def _spread(drawn: list[tuple[int, Shape]]) -> list[float]:
    """The middles of the marks. Points of the same day, if it is wide enough, stand side by side in
    it in list order: a place within the day says nothing about the time."""
    days: dict[float, list[int]] = {}
    for place, (_number, drawn_shape) in enumerate(drawn):
        if drawn_shape.point:
            days.setdefault(drawn_shape.left, []).append(place)
    middles = [drawn_shape.middle for _number, drawn_shape in drawn]
    for left, places in days.items():
        width = drawn[places[0]][1].right - left
        columns = min(len(places), max(int(width / POINT), 1))
        for turn, place in enumerate(places):
            middles[place] = left + width * (turn % columns + 0.5) / columns
    return middles


def _rows(rooms: list[tuple[float, float]]) -> list[int]:
    """The row of each: the first one in which nothing is in the way."""
    rows = [0] * len(rooms)
    ends: list[float] = []
    for place in sorted(range(len(rooms)), key=lambda place: rooms[place]):
        left, right = rooms[place]
        free = (row for row, end in enumerate(ends) if end <= left + TOUCH)
        row = next(free, len(ends))
        ends[row : row + 1] = [right]
        rows[place] = row
    return rows
