"""The readers' side of the door: the only reader of versions, and all that public code may call.

Nothing here reads a table of the desk. Every answer is one of the log at a certain `seq`, so the
same question at the same seq always has the same answer.
"""

from events.log.derivation import WrongDerivation
from events.log.versions import SHAPE, Version, timestamp
from events.public.asking.cursors import Cursor
from events.public.asking.filters import Filters, parse, read_filters
from events.public.asking.parameters import LARGEST_LIMIT, InvalidParameters, Parameters
from events.public.lists.by_tag import TagCount, heads, narrowed, tallies
from events.public.lists.counts import Counts, count, counts
from events.public.lists.histogram import Histogram, Tally, Unit, histogram
from events.public.lists.lineage import Lineage, lineage
from events.public.lists.listing import Neighbour, Page, before, page
from events.public.lists.naming import naming, naming_any
from events.public.lists.next_meeting import next_meeting
from events.public.lists.on_topics import on_topics
from events.public.names.carrying import Beginning, beginning, carrying
from events.public.names.labels import choices, labels, named
from events.public.names.references import (
    NameCursor,
    ReferencePage,
    records,
    reference,
    reference_page,
    references,
)
from events.public.names.roster import Named, roster
from events.public.positions.days import Turns, turns
from events.public.positions.held import Held, held_by, held_on
from events.public.positions.matrix import Cell, Matrix, matrix
from events.public.positions.stances import Said, Stances, beside, stances
from events.public.versions.changes import changes
from events.public.versions.entries import Gone, Missing, Moved, entry, history, version
from events.public.versions.moments import Moment, last_seq, seq_at

__all__ = [
    "LARGEST_LIMIT",
    "SHAPE",
    "Beginning",
    "Cell",
    "Counts",
    "Cursor",
    "Filters",
    "Gone",
    "Held",
    "Histogram",
    "InvalidParameters",
    "Lineage",
    "Matrix",
    "Missing",
    "Moment",
    "Moved",
    "NameCursor",
    "Named",
    "Neighbour",
    "Page",
    "Parameters",
    "ReferencePage",
    "Said",
    "Stances",
    "TagCount",
    "Tally",
    "Turns",
    "Unit",
    "Version",
    "WrongDerivation",
    "before",
    "beginning",
    "beside",
    "carrying",
    "changes",
    "choices",
    "count",
    "counts",
    "entry",
    "heads",
    "held_by",
    "held_on",
    "histogram",
    "history",
    "labels",
    "last_seq",
    "lineage",
    "matrix",
    "named",
    "naming",
    "naming_any",
    "narrowed",
    "next_meeting",
    "on_topics",
    "page",
    "parse",
    "read_filters",
    "records",
    "reference",
    "reference_page",
    "references",
    "roster",
    "seq_at",
    "stances",
    "tallies",
    "timestamp",
    "turns",
    "version",
]
