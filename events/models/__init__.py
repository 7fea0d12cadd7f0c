"""The tables: reference data and entries (the desk), and versions (the log)."""

from events.log.derivation import Derivation
from events.log.versions import (
    MonthCount,
    StanceIndex,
    Tag,
    Version,
    VersionIndex,
    VersionText,
    Word,
)
from events.models.entries import (
    KINDS,
    Commitment,
    Development,
    Entry,
    Position,
    Question,
    Summit,
)
from events.models.parts import Citation, Contribution, Figure, Participation, StatusChange
from events.models.reference import Actor, Measure, Membership, Process, Source, Topic

__all__ = [
    "KINDS",
    "Actor",
    "Citation",
    "Commitment",
    "Contribution",
    "Derivation",
    "Development",
    "Entry",
    "Figure",
    "Measure",
    "Membership",
    "MonthCount",
    "Participation",
    "Position",
    "Process",
    "Question",
    "Source",
    "StanceIndex",
    "StatusChange",
    "Summit",
    "Tag",
    "Topic",
    "Version",
    "VersionIndex",
    "VersionText",
    "Word",
]
