"""Copies of the whole record: backups, their restoring and its drill, and the move into another
database. It goes past the door, because it takes everything as it is."""

from events.copies.backing_up import BackupList, back_up, list_of
from events.copies.contents import count
from events.copies.moving import Arrived, move, rows_to_move
from events.copies.restoring import Finding, drill, restore
from events.engines import BackupError

__all__ = [
    "Arrived",
    "BackupError",
    "BackupList",
    "Finding",
    "back_up",
    "count",
    "drill",
    "list_of",
    "move",
    "restore",
    "rows_to_move",
]
