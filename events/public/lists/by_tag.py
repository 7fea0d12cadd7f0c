"""How the entries of a list divide by tag, and the first entries of each part."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson
from django.db import connection

from events.documents.shapes import Published, Texts
from events.engines import count_tags, holds_tags
from events.log import Tag
from events.public.asking.filters import Filters
from events.public.lists.listing import all_of, conditions_of, in_window
from events.public.versions.moments import seq_at
from events.public.versions.served import decoded, served


@dataclass(frozen=True)
class TagCount:
    """How many entries have a tag. `name`: by language; empty for values of a closed list."""

    slug: str
    number: int
    name: Texts
    tag: int


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
    numbers = count_tags(connection, "i.tags", source, where, params)
    rows = Tag.objects.filter(facet__in=facets).order_by("slug")
    for tag, facet, slug, label in rows.values_list("id", "facet", "slug", "label"):
        if number := numbers.get(tag):
            name = orjson.loads(label) if label else {}
            found[facet].append(TagCount(slug, number, name, tag))
    for listed in found.values():
        listed.sort(key=lambda tally: -tally.number)
    return found


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


def heads(filters: Filters, tags: Sequence[int], limit: int) -> dict[int, list[Published]]:
    """By tag, the first `limit` documents that have it and that the filters find, in list order."""
    found: dict[int, list[Published]] = {tag: [] for tag in tags}
    conditions = conditions_of(filters, seq_at(filters.as_of) if filters.as_of else None)
    if conditions is None or not tags:
        return found
    source, parts = conditions
    parts += in_window(filters)
    direction = "DESC" if filters.order == "newest" else "ASC"
    branches: list[str] = []
    values: list[Any] = []
    for tag in tags:
        where, params = all_of([*parts, holds_tags(connection, "i.tags", [tag])])
        branches.append(
            f"SELECT * FROM (SELECT {tag:d} AS tag, i.seq, i.sort FROM {source} WHERE {where}"
            f" ORDER BY i.sort {direction} LIMIT {limit:d}) of_{tag:d}"
        )
        values += params
    document, join = served("head.seq")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT head.tag, {document} FROM ({' UNION ALL '.join(branches)}) head{join}"
            f" ORDER BY head.sort {direction}",
            values,
        )
        for tag, text in cursor.fetchall():
            found[tag].append(decoded(text))
    return found
