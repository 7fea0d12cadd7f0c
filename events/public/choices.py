"""What the lists of a filter form offer, and the entries that other entries name."""

from collections.abc import Collection

import orjson
from django.db import connection

from events.models.versions import Tag, VersionIndex
from events.public.moments import Moment, seq_at, standing_at
from events.public.tags import in_use

Names = dict[str, str]


def choices(facets: Collection[str], as_of: Moment | None = None) -> dict[str, dict[str, Names]]:
    """By facet and slug, the names by language of all that a standing entry names."""
    tags = list(
        Tag.objects.filter(facet__in=facets)
        .order_by("slug")
        .values_list("id", "facet", "slug", "label")
    )
    named_ones = in_use([tag for tag, *_names in tags], seq_at(as_of) if as_of else None)
    found: dict[str, dict[str, Names]] = {facet: {} for facet in facets}
    for tag, facet, slug, label in tags:
        if tag in named_ones:
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
