"""The tables: reference data and entries (the desk), and versions (the log)."""

from events.log import MonthCount, StanceIndex, Tag, Version, VersionIndex, VersionText, Word
from events.models.entries import KINDS, Commitment, Development, Entry, Position, Question, Summit
from events.models.fields import EDTFField
from events.models.parts import Citation, Contribution, Figure, Participation, StatusChange
from events.models.reference import Actor, Measure, Membership, Process, Reference, Source, Topic
from events.models.text import control_character

__all__ = [
    "KINDS",
    "Actor",
    "Citation",
    "Commitment",
    "Contribution",
    "Development",
    "EDTFField",
    "Entry",
    "Figure",
    "Measure",
    "Membership",
    "MonthCount",
    "Participation",
    "Position",
    "Process",
    "Question",
    "Reference",
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
    "control_character",
]
