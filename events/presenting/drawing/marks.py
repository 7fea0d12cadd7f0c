"""A date as a shape: a day is a point, anything longer a bar that covers all of its days, and an
unknown end is drawn as unknown."""

from dataclasses import dataclass
from enum import Enum

from events.presenting.drawing.fades import Fade, fade
from events.presenting.drawing.scale import Window
from events.presenting.drawing.spans import Span

# The least share of the window, in per cent, that a point takes up among its neighbours.
POINT = 2
# A period that fills this much of the window is drawn as a band behind the others.
BAND = 12.5


class End(Enum):
    """How a bar ends on one side."""

    KNOWN = "known"
    ABOUT = "about"  # it fades, in its own time
    OPEN = "open"  # it runs out of the drawing, with an arrow
    UNKNOWN = "unknown"  # it runs out of the drawing, fading
    BEYOND = "beyond"  # it is cut where the window ends


@dataclass(frozen=True, slots=True)
class Shape:
    """From `left` to `right` in per cent of the window. `point`: a day, drawn in the middle between
    them. `bound`: all that is known is that it was over by then (the right side). `fade`: of what
    is given as “about”."""

    left: float
    right: float
    point: bool
    begins: End
    ends: End
    uncertain: bool
    bound: bool = False
    fade: Fade | None = None

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def room(self) -> tuple[float, float]:
        """What it takes up in its row: no less than a point."""
        spare = max(POINT - (self.right - self.left), 0) / 2
        return self.left - spare, self.right + spare


def shape(span: Span, window: Window) -> Shape | None:
    """The shape of a date in the window; None if no part of it lies there."""
    first, last = span.first, span.last
    if (first is not None and first > window.last) or (last is not None and last < window.first):
        return None
    known = End.ABOUT if span.approximate else End.KNOWN
    begins, left = known, 0.0
    if first is None:
        begins = End.UNKNOWN
    elif first < window.first:
        begins = End.BEYOND
    else:
        left = window.place(first)
    ends, right = known, 100.0
    if last is None:
        ends = End.OPEN if span.goes_on else End.UNKNOWN
    elif last > window.last:
        ends = End.BEYOND
    else:
        right = window.place(last + 1)
    bound, fades = first is None, fade(span, window)
    return Shape(left, right, first == last, begins, ends, span.uncertain, bound, fades)


def is_band(span: Span, shape: Shape) -> bool:
    return span.period and shape.right - shape.left >= BAND
