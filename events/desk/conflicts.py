"""Whether somebody saved an entry while somebody else was editing it."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from events.desk import audit
from events.models import Entry
from events.vocabulary import DeskAction


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
    edits = audit.history(now).filter(action__in=(DeskAction.ADDED, DeskAction.CHANGED))
    last = edits.last()
    return Conflict(last is not None, last.by if last else None, now.edited_at, state)
