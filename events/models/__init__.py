"""The tables: reference data and entries (the desk), and versions (the log)."""

from events.log import (
    Derivation,
    LogIdentity,
    MonthCount,
    PictureFile,
    RedactedAddress,
    RedactedVersion,
    Redaction,
    Release,
    ReleasePiece,
    StanceIndex,
    Tag,
    Version,
    VersionDays,
    VersionIndex,
    VersionText,
    VersionUpgrade,
    Word,
)
from events.models import stages
from events.models.actor import Actor, name_columns
from events.models.amounts import Amount
from events.models.audit import AuditLine, RedactedLine
from events.models.commitment_parts import CommitmentPart
from events.models.contradictions import Contradiction
from events.models.dated import FormerName, Office
from events.models.entries import Commitment, Development, Position, Question, Summit
from events.models.entry import Entry, taken
from events.models.fields import NO_NUMBER, EDTFField, columns
from events.models.jobs import OPEN, Job, NamesRevision, WorkerPresence
from events.models.kinds import KINDS
from events.models.lists import Domain, MeetingFormat, usual_format
from events.models.log_ins import LogInAttempts
from events.models.media import Medium
from events.models.meetings import EarlierDate, MeetingPlace
from events.models.membership import Membership
from events.models.name_rows import NameKind, NameRow
from events.models.names import Alias, Identifier
from events.models.open_forms import OpenForm
from events.models.overview import LINK, Overview, RestsOn
from events.models.parts import Citation, Figure, Participation, StatusChange
from events.models.pictures import (
    PICTURES,
    ActorPicture,
    EntryPicture,
    Picture,
    ProcessPicture,
)
from events.models.reference import MOST_WIDER, Measure, Process, Reference, Topic
from events.models.restated import Restated
from events.models.roll_call import RollCallStage
from events.models.snapshots import KEPT, RedactedSnapshot, Snapshot, as_text
from events.models.source import Source
from events.models.succession import Succession
from events.models.text import UNSEEN, control_character, in_any_case, is_unseen
from events.models.times import ends_before, overlap, read_date
from events.models.tokens import ApiToken, TokenSecret, TokenUse
from events.models.units import Unit
from events.models.walk import Walk, WalkStep

__all__ = [
    "KEPT",
    "KINDS",
    "LINK",
    "MOST_WIDER",
    "NO_NUMBER",
    "OPEN",
    "PICTURES",
    "UNSEEN",
    "Actor",
    "ActorPicture",
    "Alias",
    "Amount",
    "ApiToken",
    "AuditLine",
    "Citation",
    "Commitment",
    "CommitmentPart",
    "Contradiction",
    "Derivation",
    "Development",
    "Domain",
    "EDTFField",
    "EarlierDate",
    "Entry",
    "EntryPicture",
    "Figure",
    "FormerName",
    "Identifier",
    "Job",
    "LogIdentity",
    "LogInAttempts",
    "Measure",
    "Medium",
    "MeetingFormat",
    "MeetingPlace",
    "Membership",
    "MonthCount",
    "NameKind",
    "NameRow",
    "NamesRevision",
    "Office",
    "OpenForm",
    "Overview",
    "Participation",
    "Picture",
    "PictureFile",
    "Position",
    "Process",
    "ProcessPicture",
    "Question",
    "RedactedAddress",
    "RedactedLine",
    "RedactedSnapshot",
    "RedactedVersion",
    "Redaction",
    "Reference",
    "Release",
    "ReleasePiece",
    "Restated",
    "RestsOn",
    "RollCallStage",
    "Snapshot",
    "Source",
    "StanceIndex",
    "StatusChange",
    "Succession",
    "Summit",
    "Tag",
    "TokenSecret",
    "TokenUse",
    "Topic",
    "Unit",
    "Version",
    "VersionDays",
    "VersionIndex",
    "VersionText",
    "VersionUpgrade",
    "Walk",
    "WalkStep",
    "Word",
    "WorkerPresence",
    "as_text",
    "columns",
    "control_character",
    "ends_before",
    "in_any_case",
    "is_unseen",
    "name_columns",
    "overlap",
    "read_date",
    "stages",
    "taken",
    "usual_format",
]
