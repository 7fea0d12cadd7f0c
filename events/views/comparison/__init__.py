"""Meetings compared: two side by side, any number beside each other, and the choice of them."""

from events.views.comparison import files
from events.views.comparison.choosing import choose
from events.views.comparison.pair import compare
from events.views.comparison.several import several

__all__ = ["choose", "compare", "files", "several"]
