"""Writes and reads snapshots: each text that a record has had, in the transaction that saves it."""

from collections.abc import Collection, Iterable

from django.db.models import Max, Q, QuerySet

from events.desk.plain import PlainRecord, plain
from events.desk.rights import By, Thing, account_of, kind_of
from events.models import KEPT, AuditLine, Entry, Snapshot, as_text
from events.vocabulary import DeskAction, Occasion

BATCH = 500


def of(
    thing: Thing,
    record: PlainRecord,
    by: By,
    *,
    occasion: Occasion = Occasion.SAVED,
    line: AuditLine | None = None,
    opened_from: int | None = None,
) -> Snapshot:
    """A snapshot of a record; not written yet."""
    return Snapshot(
        occasion=occasion,
        by=account_of(by),
        kind=kind_of(thing),
        key=thing.pk,
        text=as_text(record),
        line=line,
        opened_from_id=opened_from,
    )


def write(snapshots: Iterable[Snapshot]) -> list[Snapshot]:
    return Snapshot.objects.bulk_create(snapshots, batch_size=BATCH)


def texts(thing: Thing) -> QuerySet[Snapshot]:
    """The texts that a record has had on the desk, oldest first."""
    return all_of(thing).filter(occasion__in=KEPT)


def all_of(thing: Thing) -> QuerySet[Snapshot]:
    """Beside those, the texts that it might have had, oldest first."""
    found = Snapshot.objects.filter(kind=kind_of(thing), key=thing.pk)
    return found.select_related("by").order_by("pk")


def latest(thing: Thing) -> int | None:
    """The number of the text that a record has now; None if none was kept yet."""
    found: int | None = texts(thing).aggregate(last=Max("pk"))["last"]
    return found


def without(things: Collection[Thing]) -> set[tuple[str, int]]:
    """Those of the records, by kind and key, of which no text was kept yet, because they are from
    an earlier release."""
    keys = {(kind_of(thing), thing.pk) for thing in things}
    found = Snapshot.objects.filter(key__in={key for _kind, key in keys}, occasion__in=KEPT)
    return keys - set(found.values_list("kind", "key").distinct())


def keep_found(thing: Thing) -> None:
    """Before a record is changed for the first time since texts are kept: keep what it says."""
    if thing.pk and latest(thing) is None:
        fresh = type(thing)._default_manager.get(pk=thing.pk)
        write([of(fresh, plain(fresh), None, occasion=Occasion.FOUND)])


def keep(
    thing: Thing,
    by: By,
    *,
    occasion: Occasion = Occasion.SAVED,
    line: AuditLine | None = None,
    opened_from: int | None = None,
) -> Snapshot:
    """Keep what the desk says of a record now."""
    made = of(thing, plain(thing), by, occasion=occasion, line=line, opened_from=opened_from)
    return write([made])[0]


def is_redacted_since(thing: Thing, number: int | None) -> bool:
    """Was a record redacted after this text of it had been opened?"""
    since = texts(thing).filter(pk__gt=number or 0, occasion=Occasion.REDACTED)
    return since.exists()


def public(entry: Entry) -> Snapshot | None:
    """What the desk said of an entry when it was last published; None if that is not known."""
    lines = AuditLine.objects.filter(kind=kind_of(entry), key=entry.pk)
    last = lines.filter(action=DeskAction.PUBLISHED).aggregate(last=Max("pk"))["last"]
    if last is None:
        return None
    return texts(entry).filter(Q(line__lt=last) | Q(line=None)).last()
