"""Standing versions and withdrawals that the filters find, newest first: what a feed follows."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from events import log
from events.log import STANDS
from events.public.asking.filters import Filters
from events.public.lists.listing import matching
from events.public.lists.windowed import all_of, in_window
from events.public.versions.moments import seq_at, standing_at
from events.public.versions.served import ServedVersion, read

# A version and the one that came after it, stated in both directions so that the database may begin
# with either.
ENDED = (
    "JOIN events_version p ON p.seq = i.seq JOIN events_version v"
    " ON v.entry_id = p.entry_id AND v.number = p.number + 1 AND p.number = v.number - 1"
)
# The end of an entry that has not stood again before the given seq.
WITHDRAWN = (
    "v.document IS NULL AND NOT EXISTS (SELECT 1 FROM events_version n"
    " WHERE n.entry_id = v.entry_id AND n.number > v.number AND n.document IS NOT NULL"
    " AND n.seq < %s)"
)


@dataclass(frozen=True)
class RecentVersions:
    """`versions`: each a `PublishedVersion`, or a withdrawal. `first`: by entry, when its first
    version was published.

    `before`: the next page has the versions below this seq; None on the last page.
    """

    versions: list[ServedVersion]
    first: dict[int, datetime]
    before: int | None


def recent(filters: Filters, limit: int, before: int | None = None) -> RecentVersions:
    """Up to `limit` versions with a seq below `before`: those that stand, or stood at the moment of
    the filters, and withdrawals of what the filters would find. Order and cursor of the filters
    play no part."""
    seqs = _seqs(filters, limit + 1, before)
    more = len(seqs) > limit
    versions = read(log.Version.objects.filter(seq__in=seqs[:limit]).order_by("-seq"))
    entries = [version.entry_id for version in versions]
    first = log.Version.objects.filter(number=1, entry__in=entries)
    return RecentVersions(
        versions,
        dict(first.values_list("entry", "published_at")),
        versions[-1].seq if more else None,
    )


def _seqs(filters: Filters, limit: int, before: int | None) -> list[int]:
    seq = seq_at(filters.as_of) if filters.as_of else None
    found = matching(filters) if seq != 0 else None
    if found is None:
        return []
    source, conditions = found
    conditions += in_window(filters)
    end = STANDS if seq is None else seq + 1
    here = min(before or end, end)
    stand = all_of([*conditions, standing_at(seq), ("i.seq < %s", [here])])
    gone = all_of([*conditions, ("v.seq < %s", [here]), (WITHDRAWN, [end])])
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT seq FROM (SELECT i.seq FROM {source} WHERE {stand[0]}"
            f" ORDER BY i.seq DESC LIMIT {limit}) stand UNION ALL"
            f" SELECT seq FROM (SELECT v.seq FROM {source} {ENDED} WHERE {gone[0]}"
            f" ORDER BY v.seq DESC LIMIT {limit}) gone ORDER BY 1 DESC LIMIT {limit}",
            [*stand[1], *gone[1]],
        )
        return [found_seq for (found_seq,) in cursor.fetchall()]
