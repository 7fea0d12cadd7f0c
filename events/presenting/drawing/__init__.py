"""The timeline as a drawing: pure geometry, from dated entries and counts to shapes.

Horizontally, everything is a percentage of the window, so that one drawing fits every screen;
vertically, it is in pixels, so that text and marks keep their size.
"""

from events.presenting.drawing import bars, strips, svg
from events.presenting.drawing.lanes import MOST_LANES, OTHERS, keys_of, layout
from events.presenting.drawing.meeting import ahead
from events.presenting.drawing.scale import Window
from events.presenting.drawing.spans import LANES, Span, opening, span, span_of

__all__ = [
    "LANES",
    "MOST_LANES",
    "OTHERS",
    "Span",
    "Window",
    "ahead",
    "bars",
    "keys_of",
    "layout",
    "opening",
    "span",
    "span_of",
    "strips",
    "svg",
]
