"""What the desk knows that no form, command or client should have to know.

Every way into the desk's tables goes through here: each action (`save`, `delete`, `publish`,
`publish_many`, `withdraw`) checks the right of whoever asks, runs in transactions, and writes a
line of the audit for each record.
"""

from events.desk import conflicts, lookup, pictures, records, roles
from events.desk.accounts import AlreadyAnonymous, anonymise, end_sessions
from events.desk.audit import ACCOUNT, by_command, done_by, history, together
from events.desk.changes import RecordChanges, RowChanges, rows_changed
from events.desk.deleting import InUse, WasPublished, delete, refuse_what_was_published
from events.desk.jobs import NO_WORKER, may_see_jobs, try_jobs_again, waits_without_worker
from events.desk.notes import only_in_some_languages
from events.desk.proving import Trace, changed_since, where_is
from events.desk.publication import (
    Publication,
    before_saving,
    lacking,
    publish,
    publish_many,
    withdraw,
)
from events.desk.questions import Doubt, questions, questions_among
from events.desk.redaction import (
    is_told_of,
    redact,
    redact_record,
    repair_times,
    replay,
    still_on_the_desk,
    would_redact,
    would_redact_record,
)
from events.desk.rights import By, NotAllowed, Right, Thing, may, require
from events.desk.saving import Saved, save
from events.desk.sentences import label, name, renewing, republished, sentence
from events.desk.states import CONDITIONS, DID, State, not_withdrawn, state, with_state
from events.desk.uses import uses
from events.publishing import (
    AT_ONCE,
    CannotBringIn,
    CannotRedact,
    CannotReplay,
    Need,
    Note,
    NotNow,
    NotPublishable,
    NotPublished,
    Places,
    Problem,
    Where,
    confirm_why,
    count_naming,
    is_done,
    is_worker_there,
    job_queue,
    listed,
    purge,
    repairs,
)

__all__ = [
    "ACCOUNT",
    "AT_ONCE",
    "CONDITIONS",
    "DID",
    "NO_WORKER",
    "AlreadyAnonymous",
    "By",
    "CannotBringIn",
    "CannotRedact",
    "CannotReplay",
    "Doubt",
    "InUse",
    "Need",
    "NotAllowed",
    "NotNow",
    "NotPublishable",
    "NotPublished",
    "Note",
    "Places",
    "Problem",
    "Publication",
    "RecordChanges",
    "Right",
    "RowChanges",
    "Saved",
    "State",
    "Thing",
    "Trace",
    "WasPublished",
    "Where",
    "anonymise",
    "before_saving",
    "by_command",
    "changed_since",
    "confirm_why",
    "conflicts",
    "count_naming",
    "delete",
    "done_by",
    "end_sessions",
    "history",
    "is_done",
    "is_told_of",
    "is_worker_there",
    "job_queue",
    "label",
    "lacking",
    "listed",
    "lookup",
    "may",
    "may_see_jobs",
    "name",
    "not_withdrawn",
    "only_in_some_languages",
    "pictures",
    "publish",
    "publish_many",
    "purge",
    "questions",
    "questions_among",
    "records",
    "redact",
    "redact_record",
    "refuse_what_was_published",
    "renewing",
    "repair_times",
    "repairs",
    "replay",
    "republished",
    "require",
    "roles",
    "rows_changed",
    "save",
    "sentence",
    "state",
    "still_on_the_desk",
    "together",
    "try_jobs_again",
    "uses",
    "waits_without_worker",
    "where_is",
    "with_state",
    "withdraw",
    "would_redact",
    "would_redact_record",
]
