"""What comes before and after an entry, in time and on its topics."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.db import connection

from events.documents.shapes import Published
from events.engines import SQLCondition, holds_tags
from events.log import Tag, VersionIndex
from events.public.lists.windowed import all_of
from events.public.versions.moments import standing_at
from events.public.versions.served import decoded, served
from events.vocabulary import Facet


@dataclass(frozen=True)
class OnCourse:
    """The entries next to one in the order of the list. `topic`: on which topic, by slug; empty for
    all entries."""

    topic: str
    before: Published | None
    after: Published | None


def course(seq: int, topics: Collection[str]) -> list[OnCourse]:
    """What stands next to the entry with this version today: among all entries, then on each of
    these topics. Takes two queries."""
    place, numbers = _places(seq, topics)
    if place is None:
        return []
    lists: list[tuple[str, list[SQLCondition]]] = [("", [])]
    lists += [(topic, [holds_tags(connection, "i.tags", [tag])]) for topic, tag in numbers]
    found = _next_to(place, [conditions for _topic, conditions in lists])
    return [
        OnCourse(topic, found.get((number, "before")), found.get((number, "after")))
        for number, (topic, _conditions) in enumerate(lists)
    ]


def _places(seq: int, topics: Collection[str]) -> tuple[int | None, list[tuple[str, int]]]:
    """The place of the version in the list, and the tags of these topics."""
    place = VersionIndex.objects.filter(pk=seq).values_list("slug", "sort").order_by()
    tags = Tag.objects.filter(facet=Facet.TOPIC, slug__in=topics).values_list("slug", "id")
    rows = list(place.union(tags.order_by(), all=True)) if topics else list(place)
    sorts = [number for slug, number in rows if slug not in topics]
    return (sorts[0] if sorts else None), [row for row in rows if row[0] in topics]


def _next_to(place: int, lists: Sequence[list[SQLCondition]]) -> dict[tuple[int, str], Published]:
    """By the number of a list and the side, the document next to the place."""
    branches: list[str] = []
    values: list[Any] = []
    sides = {"before": ("<", "DESC"), "after": (">", "ASC")}
    for (number, conditions), (side, (sign, direction)) in product(enumerate(lists), sides.items()):
        beyond = (f"i.sort {sign} %s", [place])
        where, params = all_of([standing_at(None), *conditions, beyond])
        branches.append(
            f"SELECT * FROM (SELECT {number:d} AS list, '{side}' AS side, i.seq"
            f" FROM events_versionindex i WHERE {where} ORDER BY i.sort {direction} LIMIT 1)"
            f" {side}_{number:d}"
        )
        values += params
    document, join = served("near.seq")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT near.list, near.side, {document} FROM ({' UNION ALL '.join(branches)})"
            f" near{join}",
            values,
        )
        return {(number, side): decoded(text) for number, side, text in cursor.fetchall()}
