"""How the entries of a list divide by tag, and the first entries of each part."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import orjson
from django.db import connection

from events.documents.shapes import Published, Texts
from events.engines import count_tags
from events.log import Tag
from events.public.asking.filters import Filters
from events.public.asking.statuses import Common, having, numbers_on, of_status, turned
from events.public.lists.listing import conditions_of
from events.public.lists.windowed import all_of, in_window
from events.public.versions.moments import seq_at, standing_at
from events.public.versions.served import decoded, served
from events.vocabulary import Facet


@dataclass(frozen=True)
class TagCount:
    """How many entries have a tag. `name`: by language; empty for values of a closed list. `tag`:
    its number or, of a status, what those have in common that have it on the reader's day.
    `latest`: the place in the list of the last entry that has it; 0 for a status."""

    slug: str
    number: int
    name: Texts
    tag: Common
    latest: int = 0


def tallies(filters: Filters, facets: Collection[str]) -> dict[str, list[TagCount]]:
    """By facet, the tags of the entries that the filters find, the most frequent first.

    The cursor plays no part. Every entry found is looked at, but only in the narrow index.
    """
    found: dict[str, list[TagCount]] = {facet: [] for facet in facets}
    conditions = conditions_of(filters, seq_at(filters.as_of) if filters.as_of else None)
    if conditions is None:
        return found
    source, parts = conditions
    where, params = all_of([*parts, *in_window(filters)])
    counted = count_tags(connection, ("i.tags", "i.sort"), source, where, params)
    statuses: dict[str, int] = {}
    rows = Tag.objects.filter(facet__in=facets).order_by("slug")
    for tag, facet, slug, label in rows.values_list("id", "facet", "slug", "label"):
        if facet == Facet.STATUS and filters.on:
            statuses[slug] = tag
        elif tag in counted:
            name = orjson.loads(label) if label else {}
            number, latest = counted[tag]
            found[facet].append(TagCount(slug, number, name, tag, latest))
    if filters.on and Facet.STATUS in found:
        numbers = {tag: one.number for tag, one in counted.items()}
        found[Facet.STATUS] = _on_day(filters.on, statuses, numbers)
    for listed in found.values():
        listed.sort(key=lambda tally: -tally.number)
    return found


def _on_day(day: date, statuses: Mapping[str, int], counted: Mapping[int, int]) -> list[TagCount]:
    """The statuses as they are on a day. `statuses`: the tags of those that were published;
    `counted`: how many entries have each tag."""
    turns = turned(day)
    published = {status: counted.get(tag, 0) for status, tag in statuses.items()}
    return [
        TagCount(status, number, {}, of_status(status, statuses.get(status, 0), turns))
        for status, number in sorted(numbers_on(published, turns, counted).items())
        if number
    ]


def latest(filters: Filters, tags: Collection[TagCount]) -> dict[str, Published]:
    """By slug, the last entry in the list that has the tag, of those that these filters found."""
    places = [one.latest for one in tags]
    if not places:
        return {}
    standing, params = standing_at(seq_at(filters.as_of) if filters.as_of else None)
    document, join = served("i.seq")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT i.sort, {document} FROM events_versionindex i{join}"
            f" WHERE {standing} AND i.sort IN ({', '.join(['%s'] * len(places))})",
            [*params, *places],
        )
        texts = dict(cursor.fetchall())
    documents = {place: decoded(text) for place, text in texts.items()}
    return {one.slug: documents[one.latest] for one in tags if one.latest in documents}


def narrowed(filters: Filters, values: Mapping[str, str]) -> Filters:
    """The filters, which now also require a tag with this slug for each of these facets."""
    if not values or filters.tags is None:
        return filters
    rows = Tag.objects.filter(facet__in=values, slug__in=values.values())
    known = {
        facet: tag
        for tag, facet, slug in rows.values_list("id", "facet", "slug")
        if values[facet] == slug
    }
    if known.keys() != values.keys():
        return replace(filters, tags=None)
    return replace(filters, tags=(*filters.tags, *known.values()))


def heads(filters: Filters, tags: Sequence[Common], limit: int) -> dict[Common, list[Published]]:
    """By tag, the first `limit` documents that have it and that the filters find, in list order."""
    found: dict[Common, list[Published]] = {tag: [] for tag in tags}
    conditions = conditions_of(filters, seq_at(filters.as_of) if filters.as_of else None)
    if conditions is None or not tags:
        return found
    source, parts = conditions
    parts += in_window(filters)
    direction = "DESC" if filters.order == "newest" else "ASC"
    branches: list[str] = []
    values: list[Any] = []
    for number, tag in enumerate(tags):
        where, params = all_of([*parts, having(tag)])
        branches.append(
            f"SELECT * FROM (SELECT {number:d} AS tag, i.seq, i.sort FROM {source} WHERE {where}"
            f" ORDER BY i.sort {direction} LIMIT {limit:d}) of_{number:d}"
        )
        values += params
    document, join = served("head.seq")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT head.tag, {document} FROM ({' UNION ALL '.join(branches)}) head{join}"
            f" ORDER BY head.sort {direction}",
            values,
        )
        for number, text in cursor.fetchall():
            found[tags[number]].append(decoded(text))
    return found
