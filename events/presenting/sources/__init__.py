"""Sources as pages of their own: who published what, and what became of what was taken from it."""

from events.presenting.sources.card import SourceCard, card, cited_in_words
from events.presenting.sources.catalogue import (
    MISSING,
    CatalogueRow,
    narrowed,
    ordered,
    rows,
)
from events.presenting.sources.fates import (
    FateGroup,
    FateOfStatement,
    FateTally,
    groups,
    in_words,
    strip,
    tallies,
)

__all__ = [
    "MISSING",
    "CatalogueRow",
    "FateGroup",
    "FateOfStatement",
    "FateTally",
    "SourceCard",
    "card",
    "cited_in_words",
    "groups",
    "in_words",
    "narrowed",
    "ordered",
    "rows",
    "strip",
    "tallies",
]
