"""The readers' side of the door: the only reader of versions, and all that public code may call.

Nothing here reads a table of the desk. Every answer is one of the log at a certain `seq`, so the
same question at the same seq always has the same answer.
"""

from events.models.versions import SHAPE, Version, timestamp
from events.public.choices import choices, named
from events.public.counts import Counts, count, counts
from events.public.cursors import Cursor
from events.public.entries import Gone, Missing, Moved, entry, history, version
from events.public.feed import changes
from events.public.filters import Filters, parse, read_filters
from events.public.listing import Page, page
from events.public.matrix import Cell, Matrix, matrix
from events.public.moments import Moment, last_seq, seq_at
from events.public.parameters import InvalidParameters, Parameters
from events.public.references import (
    NameCursor,
    ReferencePage,
    reference,
    reference_page,
    references,
)

__all__ = [
    "SHAPE",
    "Cell",
    "Counts",
    "Cursor",
    "Filters",
    "Gone",
    "InvalidParameters",
    "Matrix",
    "Missing",
    "Moment",
    "Moved",
    "NameCursor",
    "Page",
    "Parameters",
    "ReferencePage",
    "Version",
    "changes",
    "choices",
    "count",
    "counts",
    "entry",
    "history",
    "last_seq",
    "matrix",
    "named",
    "page",
    "parse",
    "read_filters",
    "reference",
    "reference_page",
    "references",
    "seq_at",
    "timestamp",
    "version",
]
