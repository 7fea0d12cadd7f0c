"""The newest documents that carry the record of an actor or a topic, and when the first did."""

from dataclasses import dataclass
from datetime import datetime

import orjson
from django.db import connection

from events.documents.shapes import Published, Texts
from events.engines import holds_tags
from events.log import Tag, VersionIndex
from events.public.versions.entries import Missing
from events.public.versions.moments import Moment, seq_at, standing_at
from events.public.versions.served import decoded, served

LIMIT = 60


@dataclass(frozen=True)
class Beginning:
    """`name`: the newest one, by language; `since`: when the first document that names it was
    published; `stands`: whether any such document stands now."""

    name: Texts
    since: datetime
    stands: bool


def carrying(
    facet: str, slug: str, as_of: Moment | None = None, limit: int = LIMIT
) -> list[Published]:
    """The standing documents that name this, last published first.

    They all say the same of it; what they say of others is only a sample. Raises `Missing` if there
    is none.
    """
    tag = None
    if "\0" not in slug:
        tag = Tag.objects.filter(facet=facet, slug=slug).values_list("id", flat=True).first()
    if tag is None:
        raise Missing(slug)
    standing, params = standing_at(seq_at(as_of) if as_of else None)
    holds, tags = holds_tags(connection, "i.tags", [tag])
    document, join = served("newest.seq")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {document} FROM ("
            f"SELECT i.seq FROM events_versionindex i WHERE {standing} AND {holds}"
            f" ORDER BY i.seq DESC LIMIT %s) newest{join} ORDER BY newest.seq DESC",
            [*params, *tags, limit],
        )
        documents = [decoded(text) for (text,) in cursor.fetchall()]
    if not documents:
        raise Missing(slug)
    return documents


def beginning(facet: str, slug: str) -> Beginning:
    """Since when the record has named this. Raises `Missing` if nothing published ever did."""
    tags = Tag.objects.filter(facet=facet, slug=slug) if "\0" not in slug else Tag.objects.none()
    tag = tags.values_list("id", "label", "standing").first()
    if tag is None:
        raise Missing(slug)
    number, label, standing = tag
    holds, params = holds_tags(connection, f"{VersionIndex._meta.db_table}.tags", [number])
    rows = VersionIndex.objects.extra(where=[holds], params=params)  # noqa: S610 - it is ours
    since = rows.order_by("version_id").values_list("version__published_at", flat=True).first()
    if since is None:
        raise Missing(slug)
    return Beginning(orjson.loads(label), since, standing > 0)
