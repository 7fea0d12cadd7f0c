"""Who stands where: the matrix, its camps, what changed in it, and the history of one cell."""

from events.presenting.positions import changes, history, matrix
from events.presenting.positions.camps import FOR, is_held, standings
from events.presenting.positions.chart import stance_chart
from events.presenting.positions.committed import committed

__all__ = [
    "FOR",
    "changes",
    "committed",
    "history",
    "is_held",
    "matrix",
    "stance_chart",
    "standings",
]
