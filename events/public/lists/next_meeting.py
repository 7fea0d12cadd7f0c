"""The next meeting that is planned."""

from datetime import date

from django.db import connection

from events.documents.reading import summits
from events.documents.shapes import PublishedSummit
from events.engines import SQLCondition
from events.log import first_key
from events.public.asking.filters import Filters
from events.public.lists.listing import all_of, conditions_of
from events.public.versions.moments import seq_at
from events.public.versions.served import decoded, served
from events.vocabulary import Kind, SummitStatus

# Most of what lies ahead is planned: the first of so many is looked for before more are fetched.
LOOKS = (2, 100, 10_000)


def next_meeting(today: date, filters: Filters) -> PublishedSummit | None:
    """The document of the planned meeting that begins first from today on. Where none does in this
    month, one goes before that is under way, or known to be in this month only and may lie ahead.

    Of the filters those by actor, role, topic and process count, and the record as it stood. Of a
    year or season that has begun, nobody can say whether its meeting is over.
    """
    wanted = Filters(kind=Kind.SUMMIT, tags=filters.tags)
    found = conditions_of(wanted, seq_at(filters.as_of) if filters.as_of else None)
    if found is None:
        return None
    source, conditions = found
    now, month = first_key(today), first_key(today.replace(day=1))
    begins = _first(source, all_of([*conditions, ("i.sort >= %s", [now])]))
    if begins and (begins["date"]["earliest"] or "")[:7] == today.isoformat()[:7]:
        return begins
    not_over = "i.sort >= %s AND i.sort < %s AND (i.latest >= %s OR i.latest IS NULL)"
    return _first(source, all_of([*conditions, (not_over, [month, now, today])])) or begins


def _first(source: str, stretch: SQLCondition) -> PublishedSummit | None:
    """The first planned meeting in a stretch of the list, in one query for most."""
    where, params = stretch
    document, join = served("i.seq")
    for limit in LOOKS:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {document} FROM {source}{join}"
                f" WHERE {where} ORDER BY i.sort LIMIT {limit}",
                params,
            )
            meetings = summits(decoded(text) for (text,) in cursor.fetchall())
        for meeting in meetings:
            if meeting["status"] == SummitStatus.PLANNED:
                return meeting
        if len(meetings) < limit:
            break
    return None
