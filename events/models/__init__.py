"""The tables: reference data and entries (the desk), and versions (the log)."""

from events.log import (
    Derivation,
    MonthCount,
    StanceIndex,
    Tag,
    Version,
    VersionIndex,
    VersionText,
    VersionUpgrade,
    Word,
)
from events.models import stages
from events.models.actor import Actor
from events.models.amounts import Amount
from events.models.audit import AuditLine
from events.models.commitment_parts import CommitmentPart
from events.models.dated import FormerName, Office
from events.models.entries import KINDS, Commitment, Development, Position, Question, Summit
from events.models.entry import Entry, taken
from events.models.fields import EDTFField
from events.models.lists import Domain, MeetingFormat, usual_format
from events.models.meetings import EarlierDate, MeetingPlace
from events.models.membership import Membership
from events.models.names import Alias, Identifier
from events.models.parts import Citation, Figure, Participation, StatusChange
from events.models.reference import Measure, Process, Reference, Topic
from events.models.restated import Restated
from events.models.roll_call import RollCallStage
from events.models.source import Source
from events.models.succession import Succession
from events.models.text import control_character
from events.models.times import ends_before, overlap
from events.models.units import Unit

__all__ = [
    "KINDS",
    "Actor",
    "Alias",
    "Amount",
    "AuditLine",
    "Citation",
    "Commitment",
    "CommitmentPart",
    "Derivation",
    "Development",
    "Domain",
    "EDTFField",
    "EarlierDate",
    "Entry",
    "Figure",
    "FormerName",
    "Identifier",
    "Measure",
    "MeetingFormat",
    "MeetingPlace",
    "Membership",
    "MonthCount",
    "Office",
    "Participation",
    "Position",
    "Process",
    "Question",
    "Reference",
    "Restated",
    "RollCallStage",
    "Source",
    "StanceIndex",
    "StatusChange",
    "Succession",
    "Summit",
    "Tag",
    "Topic",
    "Unit",
    "Version",
    "VersionIndex",
    "VersionText",
    "VersionUpgrade",
    "Word",
    "control_character",
    "ends_before",
    "overlap",
    "stages",
    "taken",
    "usual_format",
]
