"""What the lists of a filter form offer, and the entries that other entries name."""

from collections.abc import Collection

import orjson
from django.db import connection

from events.models.engines import holds_tag_of
from events.models.versions import Tag, VersionIndex
from events.public.moments import Moment, seq_at, standing_at

Names = dict[str, str]


def choices(facets: Collection[str], as_of: Moment | None = None) -> dict[str, dict[str, Names]]:
    """By facet and slug, the names by language of all that a standing entry names."""
    standing, params = standing_at(seq_at(as_of) if as_of else None)
    found: dict[str, dict[str, Names]] = {facet: {} for facet in facets}
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT t.facet, t.slug, t.label FROM {Tag._meta.db_table} t"
            f" WHERE t.facet IN ({', '.join(['%s'] * len(facets))}) AND EXISTS ("
            "  SELECT 1 FROM events_versionindex i"
            f" WHERE {standing} AND {holds_tag_of(connection, 'i.tags', 't.id')})"
            " ORDER BY t.slug",
            [*facets, *params],
        )
        for facet, slug, label in cursor.fetchall():
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
