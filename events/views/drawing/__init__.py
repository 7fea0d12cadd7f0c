"""The drawing above the list: what it shows, and the ways to earlier, later, closer, wider; and the
part of it around one entry."""

from events.views.drawing.around import AroundEntry, around
from events.views.drawing.page import Drawing, drawing
from events.views.drawing.parameters import PARAMETERS, Shown, shown_as

__all__ = ["PARAMETERS", "AroundEntry", "Drawing", "Shown", "around", "drawing", "shown_as"]
