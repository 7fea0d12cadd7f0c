"""Whether somebody saved an entry while somebody else was writing on it."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from events.desk import audit
from events.models import Entry
from events.vocabulary import DeskAction


@dataclass(frozen=True)
class Conflict:
    """That an entry is not what it was when it was opened.

    `is_told`: the audit has the save; `by`: who saved, None for the system; `state`: the one that
    the entry is in now, from which whoever has read of the conflict may save.
    """

    is_told: bool
    by: User | None
    at: datetime
    state: str


def opened(entry: Entry) -> str:
    """The state that an entry is in, as a text that a form or a client gives back when it saves."""
    return entry.edited_at.isoformat()


def find(entry: Entry, from_state: str | None) -> Conflict | None:
    """What has come between opening an entry in a state (`opened`) and saving it; None: nothing.

    Has to run in the transaction that saves. It locks the row, so that of two saves at the same
    moment the second waits, and sees the first.
    """
    now = Entry.objects.select_for_update().get(pk=entry.pk)
    state = opened(now)
    if from_state == state:
        return None
    edits = audit.history(now).filter(action__in=(DeskAction.ADDED, DeskAction.CHANGED))
    last = edits.last()
    return Conflict(last is not None, last.by if last else None, now.edited_at, state)
