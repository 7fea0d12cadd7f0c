"""Which entries of a window say most: one for each of some stretches of it, all of one length."""

from dataclasses import replace
from datetime import date

from django.db import connection

from events.documents.shapes import Published
from events.engines import SQLCondition, holds_tags, number_of_tags
from events.log import DAY, Tag, first_key
from events.public.asking.filters import Filters
from events.public.lists.listing import conditions_of
from events.public.lists.windowed import all_of, in_window
from events.public.versions.moments import seq_at
from events.public.versions.served import decoded, served
from events.vocabulary import ANY, Facet, Kind


def weightiest(filters: Filters, first: date, last: date, stretches: int) -> list[Published]:
    """In chronological order, at most one document for each stretch: a key event, else the entry
    that names most actors and topics, and of several such the latest. Of all kinds, those are
    meetings and key events.

    Two queries, of which one looks at every such entry of the window.
    """
    wanted = replace(filters, start=first, end=last)
    found = conditions_of(wanted, seq_at(filters.as_of) if filters.as_of else None)
    if found is None:
        return []
    source, conditions = found
    key, is_key = _is_key_event()
    if not filters.kind:
        either = f"(i.kind = %s OR {key})" if is_key else "i.kind = %s"
        conditions.append((either, [Kind.SUMMIT, *is_key]))
    begins, ends = first_key(first), first_key(last) + DAY
    known = "i.earliest IS NOT NULL AND i.latest_start IS NOT NULL"
    where, params = all_of(
        [
            *conditions,
            *in_window(wanted),
            (f"{known} AND i.sort >= %s AND i.sort < %s", [begins, ends]),
        ]
    )
    length = max((ends - begins) // stretches, 1)
    ranked = (
        "SELECT i.seq AS seq, i.sort AS sort, ROW_NUMBER() OVER (PARTITION BY (i.sort - %s) / %s"
        f" ORDER BY CASE WHEN {key} THEN 0 ELSE 1 END,"
        f" {number_of_tags(connection, 'i.tags')} DESC, i.sort DESC) AS place"
        f" FROM {source} WHERE {where}"
    )
    document, join = served("ranked.seq")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {document} FROM ({ranked}) ranked{join} WHERE place = 1 ORDER BY ranked.sort",
            [begins, length, *is_key, *params],
        )
        return [decoded(text) for (text,) in cursor.fetchall()]


def _is_key_event() -> SQLCondition:
    """That the editors have marked an entry as a key event; false where they have marked none."""
    tags = list(Tag.objects.filter(facet=Facet.KEY_EVENT, slug=ANY).values_list("id", flat=True))
    return holds_tags(connection, "i.tags", tags) if tags else ("FALSE", [])
