"""Meetings compared: two and more beside each other, and the choice of them."""

from events.views.comparison import files
from events.views.comparison.choosing import choose
from events.views.comparison.compare import compare

__all__ = ["choose", "compare", "files"]
