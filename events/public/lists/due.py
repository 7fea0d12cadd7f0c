"""The commitments that have a deadline ahead of a day, of the whole or of a part."""

from datetime import date

from django.db import connection

from events.documents.reading import commitments
from events.documents.shapes import PublishedCommitment
from events.engines import holds_any_tag
from events.log import Tag
from events.public.asking.filters import Filters
from events.public.lists.listing import all_of, conditions_of
from events.public.versions.moments import seq_at
from events.public.versions.served import decoded, served
from events.vocabulary import Facet, Kind

# So many of the next days on which something is due are looked at, and so many commitments.
DAYS = 100
LIMIT = 50


def due(today: date, filters: Filters) -> list[PublishedCommitment]:
    """The documents of commitments with a deadline on the day or later, as far as one can tell now:
    a deadline of some time counts with its last day. Whether they are settled, they say themselves.

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
    document, join = served("i.seq")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {document} FROM {source}{join} WHERE {where}"
            f" ORDER BY i.sort DESC LIMIT {LIMIT:d}",
            params,
        )
        return commitments(decoded(text) for (text,) in cursor.fetchall())
