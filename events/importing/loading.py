"""From a file to the desk, and from there to readers."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.db import DatabaseError
from django.utils.translation import gettext as _

from events import desk
from events.desk import Where, records
from events.importing.problems import LoadError, Located, located
from events.importing.reading import read
from events.models import Entry


@dataclass
class Loaded(records.Written):
    """What became of the records of a file. `line`: that of a place in it."""

    line: Callable[[Where], int | None] = field(kw_only=True)

    def located(self, problems: Iterable[desk.Problem]) -> list[Located]:
        return [located(problem, self.line) for problem in problems]


Watch = Callable[[Sequence[records.Row]], Iterable[records.Row]]


def load(
    path: Path,
    *,
    by: desk.By = None,
    keep: bool = True,
    watch: Watch = iter,
    sections: Collection[str] = (),
    ask: bool = True,
) -> Loaded:
    """Bring the records of a file to the desk in one transaction, and return what became of them.

    Raises `LoadError` with everything that is wrong; nothing is written then. With `keep` false it
    writes nothing in any case, and also says what would not be published. `watch` gets the records
    in the order in which they are written, and yields them one by one: for a display of progress.
    `sections`: those of the file that are taken; all where none is named. `ask`: about what is odd.
    """
    tree = read(path)
    reader = records.Reader()
    values = tree.values()
    taken = {key: values.get(key) for key in sections} if sections else values
    rows, circles = records.ordered(reader.rows(taken))
    try:
        problems = [*reader.problems, *circles]
        written = records.write(watch(rows), by=by, problems=problems, keep=keep, ask=ask)
        return Loaded(**vars(written), line=tree.line)
    except records.Refused as refusal:
        raise LoadError(located(problem, tree.line) for problem in refusal.problems) from refusal
    except DatabaseError as error:
        reason = " ".join(str(error).split())
        raise LoadError.for_one(_("The database refused it: %s") % reason) from error


def publish(
    entries: Iterable[Entry], *, by: desk.By = None
) -> Iterator[tuple[Entry, list[desk.Problem]]]:
    """Publish entries and yield each with the reasons why it could not be, none if it is public.

    What an editor has withdrawn stays withdrawn. What has not changed gets no new version, so a
    second call continues where the first was interrupted.
    """
    entries = list(entries)
    gone = {entry.pk for entry in withdrawn(entries)}
    for entry, outcome in desk.publish_many((e for e in entries if e.pk not in gone), by=by):
        if isinstance(outcome, desk.NotPublishable):
            yield entry, outcome.problems
        else:
            yield entry, []


def withdrawn(entries: Iterable[Entry]) -> list[Entry]:
    """Those of the entries that were once public and no longer are."""
    by_key = {entry.pk: entry for entry in entries}
    kept = desk.not_withdrawn(Entry.objects.filter(pk__in=by_key))
    keys = set(kept.values_list("pk", flat=True))
    return [entry for key, entry in by_key.items() if key not in keys]
