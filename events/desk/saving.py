"""Saving a record of the desk: the right, the rows, what follows for readers, an audit line, and a
snapshot of what was saved."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import transaction

from events import publishing
from events.desk import audit, lookup, snapshots
from events.desk.changes import RecordChanges
from events.desk.locking import lock
from events.desk.rights import By, Right, Thing, require
from events.models import AuditLine, Entry, Reference
from events.vocabulary import DeskAction, Occasion


@dataclass(frozen=True)
class Saved:
    """The outcome of a save. `republished`: how many public entries name a changed record and now
    show readers its new name; `renewing`: how many do, and a worker is to show them it."""

    changes: RecordChanges = field(default_factory=RecordChanges)
    is_new: bool = False
    republished: int = 0
    renewing: int = 0


class Renewal(NamedTuple):
    """How many public entries were published again at once, and how many are left to a worker."""

    republished: int = 0
    renewing: int = 0


def save(
    thing: Thing,
    *,
    by: By = None,
    write: Callable[[], RecordChanges],
    opened_from: int | None = None,
    occasion: Occasion = Occasion.SAVED,
) -> Saved:
    """Save a record in one transaction. `write` puts its rows into the tables and returns what that
    changed; it is called once the right has been checked. `opened_from`: the snapshot that whoever
    saves had before them; `occasion`: why they do.

    Entries stay as readers see them until they are published. Reference data is public: the entries
    that name it are published again, a few of them at once, many by a worker. Raises
    `NotAllowed`.
    """
    is_new = thing.pk is None
    require(by, Right.ADD if is_new else Right.CHANGE, thing)
    with transaction.atomic():
        if isinstance(thing, Reference) and not is_new:
            lock(thing)
        snapshots.keep_found(thing)
        edited_at = thing.edited_at if isinstance(thing, Entry) else None
        changes = write()
        if not is_new and not changes:
            return Saved()
        if isinstance(thing, Entry) and thing.edited_at == edited_at:
            # Only rows of its lists were written.
            thing.save(update_fields=["edited_at"])
        lookup.renew(thing)
        renewal = Renewal() if is_new else republish(thing, by)
        told = audit.write([line(thing, by, is_new, changes, renewal)])[0]
        snapshots.keep(thing, by, occasion=occasion, line=told, opened_from=opened_from)
        return Saved(changes, is_new, *renewal)


def republish(thing: Thing, by: By) -> Renewal:
    """Show readers the new name of a record: of an entry, nothing."""
    if not isinstance(thing, Reference):
        return Renewal()
    republished = publishing.republish(thing, by=by)
    return Renewal(republished, publishing.left_to_worker(thing))


def line(thing: Thing, by: By, is_new: bool, changes: RecordChanges, renewal: Renewal) -> AuditLine:
    """The line of one save."""
    if is_new:
        return audit.line(DeskAction.ADDED, thing, by)
    more = {name: number for name, number in renewal._asdict().items() if number}
    return audit.line(DeskAction.CHANGED, thing, by, **changes.params(), **more)
