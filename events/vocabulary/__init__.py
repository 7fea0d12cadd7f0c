"""The closed lists of the record, its kinds of entries, and what tags say. Values never change."""

from events.vocabulary.kinds import (
    TRAITS,
    CommitmentStatus,
    Kind,
    Naming,
    QuestionStatus,
    SummitStatus,
    Tone,
    Traits,
)
from events.vocabulary.lists import (
    Action,
    ActorKind,
    Attendance,
    CitationStance,
    ConditionState,
    DeskAction,
    Domain,
    Firmness,
    MemberRole,
    Qualifier,
    Restatement,
    Role,
    Stance,
    SummitFormat,
)
from events.vocabulary.tags import (
    Facet,
    Involvement,
)

__all__ = [
    "TRAITS",
    "Action",
    "ActorKind",
    "Attendance",
    "CitationStance",
    "CommitmentStatus",
    "ConditionState",
    "DeskAction",
    "Domain",
    "Facet",
    "Firmness",
    "Involvement",
    "Kind",
    "MemberRole",
    "Naming",
    "Qualifier",
    "QuestionStatus",
    "Restatement",
    "Role",
    "Stance",
    "SummitFormat",
    "SummitStatus",
    "Tone",
    "Traits",
]
