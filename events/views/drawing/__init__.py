"""The drawing above the list: what it shows, and the ways to earlier, later, closer, wider."""

from events.views.drawing.page import Drawing, drawing
from events.views.drawing.parameters import PARAMETERS, Shown, shown_as

__all__ = ["PARAMETERS", "Drawing", "Shown", "drawing", "shown_as"]
