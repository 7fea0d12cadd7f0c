"""What the desk knows that no form, command or client should have to know.

Every way into the desk's tables goes through here: each action (`save`, `delete`, `publish`,
`publish_many`, `withdraw`) checks the right of whoever asks, runs in transactions, and writes a
line of the audit for each record.
"""

from events.desk import conflicts, records, roles
from events.desk.audit import done_by, history
from events.desk.changes import RecordChanges, RowChanges, rows_changed
from events.desk.deleting import InUse, WasPublished, delete, refuse_what_was_published
from events.desk.notes import only_in_some_languages
from events.desk.publication import Publication, lacking, publish, publish_many, withdraw
from events.desk.questions import Doubt, questions, questions_among
from events.desk.rights import By, NotAllowed, Right, Thing, may, require
from events.desk.saving import Saved, save
from events.desk.sentences import label, name, republished, sentence
from events.desk.states import CONDITIONS, State, not_withdrawn, state, with_state
from events.desk.uses import uses
from events.publishing import (
    Need,
    Note,
    NotPublishable,
    NotPublished,
    Problem,
    Where,
    WrongDerivation,
    count_naming,
)

__all__ = [
    "CONDITIONS",
    "By",
    "Doubt",
    "InUse",
    "Need",
    "NotAllowed",
    "NotPublishable",
    "NotPublished",
    "Note",
    "Problem",
    "Publication",
    "RecordChanges",
    "Right",
    "RowChanges",
    "Saved",
    "State",
    "Thing",
    "WasPublished",
    "Where",
    "WrongDerivation",
    "conflicts",
    "count_naming",
    "delete",
    "done_by",
    "history",
    "label",
    "lacking",
    "may",
    "name",
    "not_withdrawn",
    "only_in_some_languages",
    "publish",
    "publish_many",
    "questions",
    "questions_among",
    "records",
    "refuse_what_was_published",
    "republished",
    "require",
    "roles",
    "rows_changed",
    "save",
    "sentence",
    "state",
    "uses",
    "with_state",
    "withdraw",
]
