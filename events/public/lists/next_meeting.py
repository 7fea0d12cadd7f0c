"""The next meeting that is planned."""

from datetime import date

from django.db import connection

from events.documents.reading import summits
from events.documents.shapes import PublishedSummit
from events.engines import SQLCondition
from events.log import DAY, HAS_TIME, Tag, first_key
from events.public.asking.filters import Filters
from events.public.lists.listing import conditions_of
from events.public.lists.windowed import all_of
from events.public.versions.moments import seq_at
from events.public.versions.served import decoded, served
from events.vocabulary import Facet, Kind, SummitStatus

# That it begins on a day or later, by the clocks of the place.
BEGINS = f"i.sort >= %s AND CASE WHEN {HAS_TIME} THEN i.earliest >= %s ELSE i.sort >= %s END"


def next_meeting(today: date, filters: Filters) -> PublishedSummit | None:
    """The document of the planned meeting that begins first, today or later. If none begins this
    month, one that began this month comes first if it is under way, or if only its month is known
    and it may still lie ahead.

    Of the filters, actor, role, topic, process and `as_of` count. A meeting dated to a year or
    season that has begun is passed over: nobody can say whether it is over.
    """
    tag = Tag.objects.filter(facet=Facet.STATUS, slug=SummitStatus.PLANNED)
    planned = list(tag.values_list("pk", flat=True))
    if not planned or filters.tags is None:
        return None
    wanted = Filters(kind=Kind.SUMMIT, tags=(*filters.tags, *planned))
    found = conditions_of(wanted, seq_at(filters.as_of) if filters.as_of else None)
    if found is None:
        return None
    source, conditions = found
    now, month = first_key(today), first_key(today.replace(day=1))
    not_over = "i.sort >= %s AND i.sort < %s AND (i.latest >= %s OR i.latest IS NULL)"
    begins, going_on = _first(
        source,
        all_of([*conditions, (BEGINS, [now - DAY, today, now])]),
        all_of([*conditions, (not_over, [month, now, today])]),
    )
    if begins and (begins["date"]["earliest"] or "")[:7] == today.isoformat()[:7]:
        return begins
    return going_on or begins


def _first(source: str, *stretches: SQLCondition) -> list[PublishedSummit | None]:
    """The first meeting in each stretch of the list."""
    document, join = served("i.seq")
    found = [
        f"SELECT * FROM (SELECT {number} AS stretch, {document} FROM {source}{join}"
        f" WHERE {where} ORDER BY i.sort LIMIT 1) first{number}"
        for number, (where, _params) in enumerate(stretches)
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(found), [one for _, given in stretches for one in given])
        texts = dict(cursor.fetchall())
    return [
        next(iter(summits([decoded(texts[number])])), None) if number in texts else None
        for number in range(len(stretches))
    ]
