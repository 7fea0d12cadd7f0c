"""Reported beside named beside confirmed, as a small drawing.

Up to `MOST_DOTS`, every actor reported is a ring. Below them is a disc for every actor that is
known by name, with a tick if it has confirmed it itself. No ring is filled: who has confirmed it
need not be among those of whom a source spoke. Beyond that there are bars for the numbers that
stand beside the drawing as text.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from events.documents.shapes import Counts
from events.presenting.parts import counts_line

MOST_DOTS = 52
IN_ROW = 13
STEP = 16
# Between those who are reported and those who are known by name.
GAP = 5
BARS_WIDTH = IN_ROW * STEP
BAR = 9
LEAST = 3


@dataclass(frozen=True, slots=True)
class CountsPicture:
    """`label`: what it shows, in words. Paths: a point, or a tick, for each actor."""

    label: str
    width: int
    height: int
    rings: str = ""
    discs: str = ""
    ticks: str = ""
    bars: tuple[tuple[str, int, int], ...] = ()  # class, distance from the top, length


def picture(counts: Counts) -> CountsPicture | None:
    """The drawing of a commitment's counts; None if nobody is reported and nobody named."""
    confirmed = counts["confirmed"]
    by_name = counts["named"] + confirmed + counts["suspended"]
    total = max(counts["reported"] or 0, by_name)
    label = counts_line(counts)
    if total <= 0:
        return None
    if total > MOST_DOTS or total != int(total):
        return CountsPicture(label, BARS_WIDTH, 3 * (BAR + 3), bars=_bars(counts, total))
    reported = _points(int(counts["reported"] or 0), 0)
    below = reported[-1][1] + STEP // 2 + GAP if reported else 0
    known = _points(by_name, below)
    return CountsPicture(
        label,
        min(int(total), IN_ROW) * STEP,
        (known or reported)[-1][1] + STEP // 2,
        _dots(reported),
        _dots(known),
        "".join(f"M{x - 3} {y}l2 2.5 4-5" for x, y in known[:confirmed]),
    )


def _points(number: int, top: int) -> list[tuple[int, int]]:
    """The middles of so many marks, in rows from there."""
    return [
        (place % IN_ROW * STEP + STEP // 2, top + place // IN_ROW * STEP + STEP // 2)
        for place in range(number)
    ]


def _dots(points: Iterable[tuple[int, int]]) -> str:
    """A line of no length is a dot if lines have round ends."""
    return "".join(f"M{x} {y}h0" for x, y in points)


def _bars(counts: Counts, total: float) -> tuple[tuple[str, int, int], ...]:
    numbers = {
        "reported": counts["reported"],
        "named": counts["named"],
        "confirmed": counts["confirmed"],
    }
    return tuple(
        (name, place * (BAR + 3), max(round(number / total * BARS_WIDTH), LEAST))
        for place, (name, number) in enumerate(numbers.items())
        if number
    )
