"""The newest documents that carry the record of an actor or a topic."""

from typing import Any

import orjson
from django.db import connection

from events.models.engines import holds_tags
from events.models.versions import Tag
from events.public.entries import Missing
from events.public.moments import Moment, seq_at, standing_at

LIMIT = 60


def carrying(
    facet: str, slug: str, as_of: Moment | None = None, limit: int = LIMIT
) -> list[dict[str, Any]]:
    """The standing documents that name this, the one published last first.

    What they say of it is the same in all of them; whom else they say it of is a sample.
    Raises `Missing` where there is none.
    """
    tag = None
    if "\0" not in slug:
        tag = Tag.objects.filter(facet=facet, slug=slug).values_list("id", flat=True).first()
    if tag is None:
        raise Missing(slug)
    standing, params = standing_at(seq_at(as_of) if as_of else None)
    holds, tags = holds_tags(connection, "i.tags", [tag])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT v.document FROM ("
            f"SELECT i.seq FROM events_versionindex i WHERE {standing} AND {holds}"
            " ORDER BY i.seq DESC LIMIT %s"
            ") newest JOIN events_version v ON v.seq = newest.seq ORDER BY newest.seq DESC",
            [*params, *tags, limit],
        )
        documents = [orjson.loads(text) for (text,) in cursor.fetchall()]
    if not documents:
        raise Missing(slug)
    return documents
