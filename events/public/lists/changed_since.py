"""How the record has changed since a moment: entries published, corrected and withdrawn, with the
notices that their versions carry."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import F, Max, Q, Window
from django.db.models.functions import RowNumber

from events import log
from events.documents.shapes import Published, Texts
from events.engines import holds_tags
from events.log import STANDS
from events.public.asking.filters import Filters
from events.public.versions.moments import seq_at
from events.public.versions.served import PublishedVersion, ServedVersion, facts, read

# How many notices of an entry are given; its history has all of them.
MOST_NOTICES = 5
# Seldom more than one version without a document lies between two with one, so two more versions
# show what each notice follows.
LOOK_BACK = MOST_NOTICES + 2

NEW, CORRECTED, RETURNED, WITHDRAWN = "new", "corrected", "returned", "withdrawn"

# The entry has no later version.
LATEST = (
    "NOT EXISTS (SELECT 1 FROM events_version n"
    " WHERE n.entry_id = v.entry_id AND n.number = v.number + 1)"
)
# Nothing stood again after the end of the entry: what follows an end are redactions only.
STAYED_AWAY = (
    "NOT EXISTS (SELECT 1 FROM events_version d WHERE d.entry_id = e.entry_id"
    " AND d.number > e.number AND d.document IS NOT NULL)"
)


@dataclass(frozen=True)
class Notice:
    """A version after the first, with what readers were told. `before`: the number of the published
    version that it follows, None for a withdrawal."""

    number: int
    published_at: datetime
    note: Texts
    withdrawn: bool
    before: int | None


@dataclass(frozen=True)
class Notices:
    """The newest notices of an entry, the newest first, and how many more there are."""

    items: list[Notice] = field(default_factory=list)
    more: int = 0


@dataclass(frozen=True)
class ChangedEntry:
    """An entry that has changed since. `version`: its latest one; `document`: what it says, or said
    before it was withdrawn; `how`: new, corrected, returned or withdrawn; `then`: the number of the
    version that stood at the moment."""

    version: ServedVersion
    document: Published
    how: str
    then: int | None
    notices: Notices


@dataclass(frozen=True)
class ChangedEntries:
    """Entries by their latest version, newest first. `next`: the seq before which the next page
    begins. `versions`: how many the whole record has gained since, whatever the filters."""

    changes: list[ChangedEntry]
    next: int | None
    versions: int


def changes_since(filters: Filters, last: int, before: int | None = None) -> ChangedEntries:
    """A page of the entries that the filters (`kind` and tags) find and that have changed since
    `filters.as_of`, or at all without it. `last`: the end of the log; `before`: the seq at which
    the previous page ended."""
    seq = seq_at(filters.as_of) if filters.as_of else 0
    rows = _places(filters, seq, min(before or STANDS, STANDS - 1))
    more = len(rows) > filters.limit
    del rows[filters.limit :]
    wanted = {number for row in rows for number in row}
    versions = {found.seq: found for found in read(log.Version.objects.filter(seq__in=wanted))}
    latest = [versions[number] for number, _document in rows]
    keys = {version.entry_id for version in latest}
    stood = _stood(keys, seq)
    notes = _last_versions(keys)
    changes = []
    for version, (_seq, holder) in zip(latest, rows, strict=True):
        last_then, published_then = stood.get(version.entry_id, (0, None))
        then = published_then if last_then == published_then else None
        notices = _notices(notes[version.entry_id], version.number, after=last_then or 1)
        how, saying = _how(version, last_then, then), versions[holder]
        assert isinstance(saying, PublishedVersion)
        changes.append(ChangedEntry(version, saying.document, how, then, notices))
    return ChangedEntries(changes, rows[-1][0] if more else None, max(last - seq, 0))


def notices(version: ServedVersion) -> Notices:
    """The notices of an entry up to this version of it."""
    if version.number == 1:
        return Notices()
    versions = log.Version.objects.filter(entry=version.entry_id, number__lte=version.number)
    return _notices(facts(versions.order_by("-number")[:LOOK_BACK]), version.number)


def begins() -> datetime | None:
    """When the first version was published; None while there is none."""
    return log.Version.objects.order_by("seq").values_list("published_at", flat=True).first()


def _how(version: ServedVersion, last_then: int, then: int | None) -> str:
    if not version.has_document:
        return WITHDRAWN
    if then:
        return CORRECTED
    return RETURNED if last_then else NEW


def _places(filters: Filters, seq: int, before: int) -> list[tuple[int, int]]:
    """The seqs of the latest versions in the window, each with the seq of the version whose
    document says what it is about."""
    if filters.tags is None:
        return []
    query, params = (_tagged if filters.tags else _walked)(filters, seq, before)
    with connection.cursor() as cursor:
        cursor.execute(f"{query} ORDER BY 1 DESC LIMIT {filters.limit + 1:d}", params)
        return list(cursor.fetchall())


def _walked(filters: Filters, seq: int, before: int) -> tuple[str, list[Any]]:
    """Walks down the log, where there is little to skip."""
    params: list[Any] = [seq, before]
    of_kind = ""
    if filters.kind:
        of_kind = " AND v.kind = %s"
        params.append(filters.kind)
    return (
        "SELECT v.seq, COALESCE(p.seq, v.seq) FROM events_version v"
        " LEFT JOIN events_version p ON v.document IS NULL AND p.entry_id = v.entry_id"
        " AND p.number = (SELECT MAX(d.number) FROM events_version d"
        " WHERE d.entry_id = v.entry_id AND d.document IS NOT NULL)"
        f" WHERE v.seq > %s AND v.seq < %s{of_kind} AND {LATEST}"
    ), params


def _tagged(filters: Filters, seq: int, before: int) -> tuple[str, list[Any]]:
    """Through the index of tags: what stands, and what was withdrawn."""
    holds, tags = holds_tags(connection, "i.tags", filters.numbers)
    of_kind = ""
    if filters.kind:
        of_kind = " AND i.kind = %s"
        tags = [*tags, filters.kind]
    return (
        "SELECT i.seq, i.seq FROM events_versionindex i"
        f" WHERE i.superseded_by = {STANDS} AND i.seq > %s AND i.seq < %s AND {holds}{of_kind}"
        " UNION ALL "
        "SELECT v.seq, i.seq FROM events_versionindex i"
        " JOIN events_version e ON e.seq = i.superseded_by AND e.document IS NULL"
        " JOIN events_version v ON v.entry_id = e.entry_id AND v.number >= e.number"
        f" WHERE v.seq > %s AND v.seq < %s AND {holds}{of_kind} AND {LATEST} AND {STAYED_AWAY}"
    ), [seq, before, *tags, seq, before, *tags]


def _stood(entries: Collection[int], seq: int) -> dict[int, tuple[int, int | None]]:
    """By entry, the numbers of the last version and of the last published one up to a seq."""
    rows = (
        log.Version.objects.filter(entry__in=entries, seq__lte=seq)
        .values("entry")
        .annotate(last=Max("number"), stood=Max("number", filter=Q(document__isnull=False)))
        .order_by()
    )
    return {row["entry"]: (row["last"], row["stood"]) for row in rows}


def _last_versions(entries: Collection[int]) -> dict[int, list[ServedVersion]]:
    """By entry, its last versions, the newest first, without documents."""
    place = Window(RowNumber(), partition_by=F("entry"), order_by=F("number").desc())
    versions = (
        log.Version.objects.filter(entry__in=entries)
        .annotate(place=place)
        .filter(place__lte=LOOK_BACK)
        .order_by("-number")
    )
    found: dict[int, list[ServedVersion]] = {entry: [] for entry in entries}
    for version in facts(versions):
        found[version.entry_id].append(version)
    return found


def _notices(versions: Iterable[ServedVersion], number: int, after: int = 1) -> Notices:
    """The notices that came after version `after`, among the last versions of an entry up to
    `number`."""
    items: list[Notice] = []
    before: int | None = None
    for version in sorted(versions, key=lambda version: version.number):
        withdrawn = not version.has_document
        if version.number > after:
            follows = None if withdrawn else before
            notice = Notice(version.number, version.published_at, version.note, withdrawn, follows)
            items.append(notice)
        before = before if withdrawn else version.number
    items = items[::-1][:MOST_NOTICES]
    return Notices(items, number - after - len(items))
