"""The readers' side of the door: the only reader of versions, and all that public code may call.

Nothing here reads a table of the desk. Every answer is one of the log at a certain `seq`, so the
same question at the same seq always has the same answer.
"""

from events.models.versions import SHAPE, Version, timestamp
from events.public.ahead import next_meeting
from events.public.carrying import Beginning, beginning, carrying
from events.public.choices import choices, labels, named
from events.public.counts import Counts, count, counts
from events.public.cursors import Cursor
from events.public.entries import Gone, Missing, Moved, entry, history, version
from events.public.feed import changes
from events.public.filters import Filters, parse, read_filters
from events.public.held import Held, held_by, held_on
from events.public.histogram import Histogram, Tally, Unit, histogram
from events.public.lineage import Lineage, lineage
from events.public.listing import Neighbour, Page, before, page
from events.public.matrix import Cell, Matrix, matrix
from events.public.moments import Moment, last_seq, seq_at
from events.public.naming import naming, naming_any
from events.public.parameters import LARGEST_LIMIT, InvalidParameters, Parameters
from events.public.references import (
    NameCursor,
    ReferencePage,
    records,
    reference,
    reference_page,
    references,
)
from events.public.roster import Named, roster
from events.public.stances import Said, Stances, beside, stances
from events.public.subjects import on_topics
from events.public.tallies import TagCount, heads, narrowed, tallies
from events.public.turns import Turns, turns

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
