"""Publishing and withdrawing: the right, the door, and a line of the audit for each version."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.utils import timezone

from events import publishing
from events.desk import audit
from events.desk.rights import By, Right, require
from events.documents import shapes
from events.documents.rendering import render, whole
from events.log import timestamp
from events.models import KINDS, Entry, Version
from events.publishing import Note, NotPublishable, Problem, Surroundings
from events.vocabulary import DeskAction


@dataclass(frozen=True)
class Publication:
    """What readers see of an entry; `is_new`: this call published it, because something had
    changed."""

    version: Version
    is_new: bool


Outcome = tuple[Entry, Publication | NotPublishable]


def before_saving() -> None:
    """What a transaction begins with that saves an entry and then publishes it. Whoever redacts or
    renames locks the names first and then rows of entries: in another order, each of the two would
    wait for the other."""
    publishing.keep_names()


class _Lines:
    """Writes an audit line for each version, in its transaction, and remembers which are new."""

    def __init__(self, by: By) -> None:
        self.by = by
        self.seqs: set[int] = set()

    def __call__(self, versions: list[Version]) -> None:
        audit.write(
            audit.line_of(DeskAction.PUBLISHED, version, self.by, **_params(version))
            for version in versions
        )
        self.seqs |= {version.seq for version in versions}


def publish(
    entry: Entry, *, by: By = None, note: Note = "", show_closed: bool = False
) -> Publication:
    """Make public what the desk says of an entry. If nothing has changed, nothing is written.

    `note`: what was corrected, for readers, by language; `show_closed`: even what was closed to
    readers. Raises `NotAllowed` and `NotPublishable`.
    """
    require(by, Right.PUBLISH, entry)
    lines = _Lines(by)
    version = publishing.publish(entry, by=by, note=note, also=lines, show_closed=show_closed)
    return Publication(version, version.seq in lines.seqs)


def publish_many(
    entries: Iterable[Entry],
    *,
    by: By = None,
    note: Note = "",
    show_closed: Collection[int] = (),
    published_at: datetime | None = None,
) -> Iterator[Outcome]:
    """Publish entries, those that others name first, and yield each with its outcome as it is done.

    Up to 100 of them are one transaction. If it is interrupted, what is done stays, and a second
    call continues. `show_closed`: of which, by primary key, also what was closed to readers.
    `published_at`: a time that is brought in, which no log takes that has times of its own: raises
    `CannotBringIn`. Raises `NotAllowed` at once.
    """
    require(by, Right.PUBLISH, Entry)
    return _publish_many(entries, by, note, show_closed, published_at)


def _publish_many(
    entries: Iterable[Entry],
    by: By,
    note: Note,
    show_closed: Collection[int],
    published_at: datetime | None,
) -> Iterator[Outcome]:
    lines = _Lines(by)
    for entry, outcome in publishing.publish_many(
        entries,
        by=by,
        note=note,
        also=lines,
        show_closed=show_closed,
        published_at=published_at,
    ):
        if isinstance(outcome, NotPublishable):
            yield entry, outcome
        else:
            yield entry, Publication(outcome, outcome.seq in lines.seqs)


def withdraw(entry: Entry, *, by: By = None, reason: Note = "") -> Version:
    """Take an entry out of the public record, and tell readers why, by language.

    Raises `NotAllowed`, and `NotPublished` if readers do not see it anyway.
    """
    require(by, Right.WITHDRAW, entry)
    return publishing.withdraw(
        entry,
        by=by,
        note=reason,
        also=lambda versions: audit.write(
            audit.line_of(DeskAction.WITHDRAWN, version, by, reason=version.told)
            for version in versions
        ),
    )


def document_of(entry: Entry) -> shapes.Published:
    """What readers would get of an entry if it was published now."""
    [whole_entry] = whole(KINDS[entry.kind]._default_manager.filter(pk=entry.pk))
    number = Version.objects.filter(entry=entry.pk).count() + 1
    version = {
        "number": number,
        "seq": 0,
        "published_at": timestamp(timezone.now()),
        "loaded_at": None,
        "note": {},
    }
    return cast("shapes.Published", {**render(whole_entry), "version": version})


def lacking(entries: Iterable[Entry]) -> Iterator[tuple[Entry, list[Problem]]]:
    """The entries that would be refused if all of these were published together, and why."""
    entries = list(entries)
    around = Surroundings(entries)
    # Published together, none of them has to wait for another.
    around.public |= {entry.pk for entry in entries}
    for entry in entries:
        if problems := publishing.check(entry, around):
            yield entry, problems


def _params(version: Version) -> dict[str, object]:
    note = {"note": version.told} if version.told else {}
    return {"number": version.number, **note}
