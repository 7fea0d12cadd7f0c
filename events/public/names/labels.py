"""What the lists of a filter form offer, and the entries that other entries name."""

from collections.abc import Collection

import orjson
from django.db import connection

from events.log import Tag, VersionIndex
from events.public.names.tags import in_use
from events.public.versions.moments import Moment, seq_at, standing_at

Names = dict[str, str]


def choices(facets: Collection[str], as_of: Moment | None = None) -> dict[str, dict[str, Names]]:
    """By facet and slug, the names by language of all that a standing entry names."""
    tags = Tag.objects.filter(facet__in=facets).order_by("slug")
    if as_of is None:
        tags = tags.filter(standing__gt=0)
    rows = list(tags.values_list("id", "facet", "slug", "label"))
    if as_of is not None:
        stood = in_use([tag for tag, *_names in rows], seq_at(as_of))
        rows = [row for row in rows if row[0] in stood]
    found: dict[str, dict[str, Names]] = {facet: {} for facet in facets}
    for _tag, facet, slug, label in rows:
        found[facet][slug] = orjson.loads(label)
    return found


def labels(facets: Collection[str], slugs: Collection[str]) -> dict[str, dict[str, Names]]:
    """By facet and slug, the names by language of those that have such a slug."""
    found: dict[str, dict[str, Names]] = {facet: {} for facet in facets}
    if slugs:
        tags = Tag.objects.filter(facet__in=facets, slug__in=slugs)
        for facet, slug, label in tags.values_list("facet", "slug", "label"):
            found[facet][slug] = orjson.loads(label)
    return found


def named(slugs: Collection[str], as_of: Moment | None = None) -> dict[str, str]:
    """The documents, as JSON texts by slug, of those of these entries that stand or stood then."""
    if not slugs:
        return {}
    standing, params = standing_at(seq_at(as_of) if as_of else None)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT i.slug, v.document"
            f" FROM {VersionIndex._meta.db_table} i JOIN events_version v ON v.seq = i.seq"
            f" WHERE i.slug IN ({', '.join(['%s'] * len(slugs))}) AND {standing}",
            [*slugs, *params],
        )
        return dict(cursor.fetchall())
