"""The commitments that have a deadline ahead of a day, of the whole or of a part."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import connection

from events.documents.reading import commitments
from events.documents.shapes import PublishedCommitment
from events.engines import holds_any_tag, tags_in
from events.log import Tag
from events.public.asking.filters import Filters
from events.public.lists.listing import conditions_of
from events.public.lists.windowed import all_of
from events.public.versions.moments import seq_at
from events.public.versions.served import decoded, served
from events.vocabulary import Facet, Kind

# So many of the next days on which something is due are looked at, and so many commitments.
DAYS = 100
LIMIT = 50


def due(today: date, filters: Filters) -> list[PublishedCommitment]:
    """The documents of commitments with a deadline on the day or later, as far as one can tell now,
    those first that are due first: a deadline of some time counts with its last day. Whether they
    are settled, they say themselves.

    Of the filters, actor, role, topic, process and `as_of` count.
    """
    if filters.tags is None:
        return []
    ahead = Tag.objects.filter(facet=Facet.DUE, slug__gte=today.isoformat()).order_by("slug")
    days = list(ahead.values_list("pk", flat=True)[:DAYS])
    wanted = Filters(kind=Kind.COMMITMENT, tags=filters.tags)
    found = conditions_of(wanted, seq_at(filters.as_of) if filters.as_of else None)
    if not days or found is None:
        return []
    source, conditions = found
    where, params = all_of([*conditions, holds_any_tag(connection, "i.tags", days)])
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT i.seq, i.tags FROM {source} WHERE {where}", params)
        first = _by_first_day(cursor.fetchall(), days)[:LIMIT]
        document, join = served("i.seq")
        cursor.execute(
            f"SELECT i.seq, {document} FROM {source}{join} WHERE i.seq IN"
            f" ({', '.join(['%s'] * len(first)) or 'NULL'})",
            first,
        )
        texts = dict(cursor.fetchall())
    return commitments(decoded(texts[seq]) for seq in first)


def _by_first_day(rows: Iterable[tuple[int, Any]], days: Sequence[int]) -> list[int]:
    """The seq of these versions, in the order of the first of the days that each has as a tag."""
    place = {day: number for number, day in enumerate(days)}
    last = len(days)

    def first(row: tuple[int, Any]) -> int:
        return min((place.get(tag, last) for tag in tags_in(row[1])), default=last)

    return [seq for seq, _tags in sorted(rows, key=first)]
