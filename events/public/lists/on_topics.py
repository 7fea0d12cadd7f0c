"""Entries of a kind on any of several topics: what is open on an agenda, what was said about it."""

from collections.abc import Collection
from datetime import date

from django.db import connection

from events.documents.shapes import Published
from events.engines import SQLCondition, holds_tags
from events.log import DAY, Tag, first_key
from events.public.lists.windowed import all_of
from events.public.versions.moments import Moment, seq_at, standing_at
from events.public.versions.served import decoded, served
from events.vocabulary import Facet

# An agenda has few topics; if one has more, only the first are looked for.
MOST_TOPICS = 40


def on_topics(
    kind: str,
    topics: Collection[str],
    as_of: Moment | None = None,
    status: str | None = None,
    start: date | None = None,
    end: date | None = None,
    limit: int = 50,
) -> list[Published]:
    """The documents of up to `limit` entries of this kind that have one of these topics, latest
    first. `end`: those that stand in the list by that day; with `start`, those that began from that
    day to `end` whatever day their date means.
    """
    tags, status_tag = _tags(list(topics)[:MOST_TOPICS], status)
    if not tags or (status and status_tag is None):
        return []
    conditions: list[SQLCondition] = [
        standing_at(seq_at(as_of) if as_of else None),
        ("i.kind = %s", [kind]),
        _any(tags),
    ]
    if status_tag:
        conditions.append(holds_tags(connection, "i.tags", [status_tag]))
    if start:
        conditions.append(("i.earliest >= %s", [start]))
    if start and end:
        conditions.append(("i.latest_start <= %s", [end]))
    elif end:
        conditions.append(("i.sort < %s", [first_key(end) + DAY]))
    where, params = all_of(conditions)
    document, join = served("place.seq")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {document} FROM (SELECT i.seq, i.sort FROM events_versionindex i WHERE {where}"
            f" ORDER BY i.sort DESC LIMIT %s) place{join} ORDER BY place.sort DESC",
            [*params, limit],
        )
        return [decoded(text) for (text,) in cursor.fetchall()]


def _tags(topics: list[str], status: str | None) -> tuple[list[int], int | None]:
    """The numbers of those topics that are known, and that of the status."""
    slugs = [*topics, status] if status else topics
    rows = Tag.objects.filter(facet__in=[Facet.TOPIC, Facet.STATUS], slug__in=slugs)
    found, of_status = [], None
    for number, facet, slug in rows.values_list("id", "facet", "slug"):
        if facet == Facet.TOPIC and slug in topics:
            found.append(number)
        elif facet == Facet.STATUS and slug == status:
            of_status = number
    return sorted(found), of_status


def _any(tags: list[int]) -> SQLCondition:
    each = [holds_tags(connection, "i.tags", [tag]) for tag in tags]
    either = " OR ".join(condition for condition, _params in each)
    return f"({either})", [param for _condition, params in each for param in params]
