"""Whether somebody saved an entry, or redacted a record, while somebody else was editing it."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from events.desk import audit
from events.desk.locking import lock
from events.models import Entry, Reference
from events.vocabulary import DeskAction

# What moves the time of the last edit.
EDITS = (DeskAction.ADDED, DeskAction.CHANGED, DeskAction.REDACTED)


@dataclass(frozen=True)
class Conflict:
    """An entry is no longer what it was when it was opened.

    `is_told`: the audit has the save; `by`: who saved, None for the system; `state`: the one that
    the entry is in now, from which anyone who has read of the conflict may save.
    """

    is_told: bool
    by: User | None
    at: datetime
    state: str


def opened(entry: Entry) -> str:
    """The state of an entry, as a text that a form or a client sends back when it saves."""
    return entry.edited_at.isoformat()


def find(entry: Entry, from_state: str | None) -> Conflict | None:
    """What came between opening an entry in a state (`opened`) and saving it; None if nothing did.

    Must run in the transaction that saves. It locks the row, so that of two saves at the same
    moment the second waits, and sees the first.
    """
    now = Entry.objects.select_for_update().get(pk=entry.pk)
    state = opened(now)
    if from_state == state:
        return None
    edits = audit.history(now).filter(action__in=EDITS)
    last = edits.last()
    return Conflict(last is not None, last.by if last else None, now.edited_at, state)


def redacted_since(reference: Reference, from_slug: str | None) -> bool:
    """Was a record redacted after it had been opened with this short name? That is replaced then.

    Must run in the transaction that saves: it locks the row.
    """
    lock(reference)
    rows = type(reference)._default_manager.filter(pk=reference.pk)
    now = rows.values_list("slug", flat=True).get()
    return now.startswith("redacted-") and now != from_slug
