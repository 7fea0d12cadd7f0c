"""The readers' side of the door: the only reader of versions, and all that public code may call.

Nothing here reads a table of the desk. Every answer is one of the log at a certain `seq`, so the
same question at the same seq always has the same answer.
"""

from events.models.versions import SHAPE, Version, timestamp
from events.public.carrying import carrying
from events.public.choices import choices, labels, named
from events.public.counts import Counts, count, counts
from events.public.cursors import Cursor
from events.public.entries import Gone, Missing, Moved, entry, history, version
from events.public.feed import changes
from events.public.filters import Filters, parse, read_filters
from events.public.held import Held, held_by, held_on
from events.public.listing import Neighbour, Page, before, page
from events.public.matrix import Cell, Matrix, matrix
from events.public.moments import Moment, last_seq, seq_at
from events.public.naming import naming, naming_any
from events.public.parameters import InvalidParameters, Parameters
from events.public.references import (
    NameCursor,
    ReferencePage,
    records,
    reference,
    reference_page,
    references,
)
from events.public.roster import Named, roster
from events.public.subjects import on_topics

__all__ = [
    "SHAPE",
    "Cell",
    "Counts",
    "Cursor",
    "Filters",
    "Gone",
    "Held",
    "InvalidParameters",
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
    "Version",
    "before",
    "carrying",
    "changes",
    "choices",
    "count",
    "counts",
    "entry",
    "held_by",
    "held_on",
    "history",
    "labels",
    "last_seq",
    "matrix",
    "named",
    "naming",
    "naming_any",
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
    "timestamp",
    "version",
]
