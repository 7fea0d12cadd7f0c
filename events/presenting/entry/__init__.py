"""One entry: as a page, compared with another state of it, cited, and as linked data."""

from events.presenting.entry import citations, differences, neighbours, page
from events.presenting.entry.citations import FORMATS
from events.presenting.entry.corrected import CorrectedEntry, corrected
from events.presenting.entry.linked_data import script

__all__ = [
    "FORMATS",
    "CorrectedEntry",
    "citations",
    "corrected",
    "differences",
    "neighbours",
    "page",
    "script",
]
