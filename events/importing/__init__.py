"""Brings a YAML file of records to the desk: all of it, or nothing.

A record is created or updated by its short name, and the file is the whole of it: what the file
leaves out is empty afterwards. Records that the file does not name stay as they are. Entries come
to the desk as drafts; publishing them is another step (`publish`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from events import publishing
from events.importing.desk import Desk, Written
from events.importing.problems import LoadError, Problem
from events.importing.reading import read
from events.importing.records import Reader, Row, ordered
from events.models import Entry
from events.publishing import Surroundings, check

__all__ = ["LoadError", "Problem", "Written", "load", "publish", "withdrawn"]


Watch = Callable[[Sequence[Row]], Iterable[Row]]


def load(path: Path, *, keep: bool = True, watch: Watch = iter) -> Written:
    """Bring the records of a file to the desk in one transaction, and say what became of them.

    Raises `LoadError` with everything that is wrong, and has written nothing then. With `keep`
    false it writes nothing in any case, and also says what would not be published. Public
    documents that name a renamed actor, topic … are brought up to date at once, as after every edit
    of such reference data. `watch` gets the records, in the order in which they are written, and
    gives them back one by one: for a display of progress.
    """
    reader = Reader()
    rows, circles = ordered(reader.rows(read(path)))
    desk = Desk()
    try:
        with transaction.atomic():
            desk.write(watch(rows))
            problems = reader.problems + circles + desk.problems
            if problems:
                raise LoadError(problems)
            for reference in desk.written.renamed:
                publishing.republish(reference)
            if not keep:
                desk.written.unready = _unready(desk.written.entries)
                transaction.set_rollback(True)
    except DatabaseError as error:
        reason = " ".join(str(error).split())
        raise LoadError.for_one(_("The database refused it: %s") % reason) from error
    return desk.written


def publish(entries: Iterable[Entry]) -> Iterator[tuple[Entry, list[str]]]:
    """Publish entries and give each with the reasons why it could not be, none if it is public.

    What an editor has withdrawn stays withdrawn. What has not changed gets no new version, so that
    this goes on where it was interrupted.
    """
    entries = list(entries)
    gone = {entry.pk for entry in withdrawn(entries)}
    for entry, outcome in publishing.publish_many(e for e in entries if e.pk not in gone):
        if isinstance(outcome, publishing.NotPublishable):
            yield entry, outcome.problems
        else:
            yield entry, []


def _unready(entries: list[Entry]) -> list[str]:
    around = Surroundings(entries)
    # They would be published together, so none has to wait for another.
    around.public |= {entry.pk for entry in entries}
    return [f"{entry.slug}: {problem}" for entry in entries for problem in check(entry, around)]


def withdrawn(entries: Iterable[Entry]) -> list[Entry]:
    """Those of the entries that were public once and are not any more."""
    by_key = {entry.pk: entry for entry in entries}
    kept = publishing.not_withdrawn(Entry.objects.filter(pk__in=by_key))
    keys = set(kept.values_list("pk", flat=True))
    return [entry for key, entry in by_key.items() if key not in keys]
