"""Who stands where: on a day, then and then, and one actor on one topic."""

from events.views.positions import files
from events.views.positions.between import changes
from events.views.positions.choosing import MATRIX
from events.views.positions.day import matrix
from events.views.positions.pair import cell

__all__ = ["MATRIX", "cell", "changes", "files", "matrix"]
