"""Commitments: what they depend on and what is given, how late and how silent they are, as cards of
a board and as a line across meetings."""

from events.presenting.commitments import card, contributors_map, lineage
from events.presenting.commitments.condition import WordedCondition, condition
from events.presenting.commitments.counts_picture import CountsPicture, picture
from events.presenting.commitments.deadlines import ComingDeadline, next_deadline
from events.presenting.commitments.domains import domains
from events.presenting.commitments.evidence import Evidence, last_evidence
from events.presenting.commitments.lateness import lateness
from events.presenting.commitments.lineage import TakenUp, taken_up
from events.presenting.commitments.progress import (
    DatedStatus,
    PartProgress,
    changes,
    parts,
    parts_line,
    still_ahead,
)
from events.presenting.commitments.roll_call import (
    Called,
    WordedRollCall,
    called,
    roll_call,
    said_of,
)

__all__ = [
    "Called",
    "ComingDeadline",
    "CountsPicture",
    "DatedStatus",
    "Evidence",
    "PartProgress",
    "TakenUp",
    "WordedCondition",
    "WordedRollCall",
    "called",
    "card",
    "changes",
    "condition",
    "contributors_map",
    "domains",
    "last_evidence",
    "lateness",
    "lineage",
    "next_deadline",
    "parts",
    "parts_line",
    "picture",
    "roll_call",
    "said_of",
    "still_ahead",
    "taken_up",
]
