"""Who stands where: the matrix, its camps, what changed in it, and the history of one cell."""

from events.presenting.positions import changes, history, matrix
from events.presenting.positions.camps import FOR, is_held, standings
from events.presenting.positions.chart import stance_chart
from events.presenting.positions.committed import committed
from events.presenting.positions.ending import ending
from events.presenting.positions.through import through
from events.presenting.positions.tiles import TileRow, most_contested, tile_row

__all__ = [
    "FOR",
    "TileRow",
    "changes",
    "committed",
    "ending",
    "history",
    "is_held",
    "matrix",
    "most_contested",
    "stance_chart",
    "standings",
    "through",
    "tile_row",
]
