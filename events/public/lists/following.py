"""What has changed, for those who follow a part of the record: what filters find, or have found."""

from dataclasses import dataclass, field

from django.db import connection

from events import log
from events.engines import SQLCondition
from events.public.asking.filters import Filters
from events.public.lists.listing import matching
from events.public.lists.windowed import all_of, in_window
from events.public.versions.changes import changes
from events.public.versions.served import ServedVersion, facts, read

# How many versions of the log are looked at for one answer.
AT_ONCE = 10_000
# Those of the span that the filters find, and those whose predecessor they find.
OWN = "SELECT i.seq AS seq, 1 AS own FROM {source} WHERE i.seq > %s AND i.seq <= %s AND {where}"
FORMER = """
    SELECT v.seq AS seq, 0 AS own FROM events_version v
    JOIN events_version p ON p.entry_id = v.entry_id AND p.number = v.number - 1
    CROSS JOIN {source} WHERE i.seq = p.seq AND v.seq > %s AND v.seq <= %s AND {where}
"""


@dataclass(frozen=True)
class Followed:
    """Versions in the order of the log. `last`: the seq up to which the log was looked through;
    `more`: whether it goes on after that. `matching`: the seqs of those that the filters find now:
    all others are those that they no longer find, or that are gone. None if there are no
    filters."""

    versions: list[ServedVersion]
    last: int
    more: bool
    matching: frozenset[int] | None = field(default=None)


def followed(
    after: int, limit: int, until: int, filters: Filters, *, documents: bool = True
) -> Followed:
    """Up to `limit` versions after one, up to `until`, that the filters find, or of which they
    found the version before: whoever keeps what they find has to know of both.

    Looks at so many versions at once and no more, so that there can be few of them, or none, and
    still be more to come.
    """
    if not (filters.is_narrowed or filters.kind):
        versions, more = changes(after, limit, until, documents=documents)
        return Followed(versions, versions[-1].seq if versions else after, more)
    last = min(until, after + AT_ONCE)
    found = _found(filters, after, last, limit + 1)
    if len(found) > limit:
        del found[limit:]
        last = found[-1][0]
    rows = log.Version.objects.filter(seq__in=[seq for seq, _own in found]).order_by("seq")
    versions = read(rows) if documents else facts(rows)
    own = frozenset(seq for seq, is_own in found if is_own)
    return Followed(versions, last, last < until, own)


def _found(filters: Filters, after: int, last: int, most: int) -> list[tuple[int, int]]:
    """The seqs, each with whether the filters find it itself."""
    wanted = matching(filters)
    if wanted is None or last <= after:
        return []
    source, given = wanted
    conditions: list[SQLCondition] = [*given, *in_window(filters)]
    where, params = all_of(conditions) if conditions else ("TRUE", [])
    either = " UNION ALL ".join(one.format(source=source, where=where) for one in (OWN, FORMER))
    query = f"SELECT seq, MAX(own) FROM ({either}) found GROUP BY seq ORDER BY seq LIMIT %s"
    span = [after, last, *params]
    with connection.cursor() as cursor:
        cursor.execute(query, [*span, *span, most])
        return [(seq, own) for seq, own in cursor.fetchall()]
