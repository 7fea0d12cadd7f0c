"""What published entries name: actors, topics, sources, processes, as the record stood."""

from typing import Any

import orjson
from django.db import connection

from events.models.engines import holds_tag_of
from events.models.versions import Tag
from events.public.entries import Missing
from events.public.moments import Moment, seq_at, standing_at
from events.vocabulary import Facet

Record = dict[str, Any]

# What only the citation by one entry has.
OF_THE_CITATION = ("locator", "quote", "stance", "note")


def reference(facet: str, slug: str, as_of: Moment | None = None) -> Record:
    """The record of one reference. Raises `Missing` where no public entry names it."""
    found, _more = references(facet, as_of, only=slug)
    if not found:
        raise Missing(slug)
    return found[0]


def references(
    facet: str,
    as_of: Moment | None = None,
    after: str = "",
    limit: int = 1,
    only: str | None = None,
) -> tuple[list[Record], bool]:
    """Up to `limit` records of a facet in the order of their slugs, from after a slug on, and
    whether there are more. Each is taken from the newest standing document that carries it.
    """
    seq = seq_at(as_of) if as_of else None
    standing, standing_params = standing_at(seq)
    named = ("t.slug = %s", [only]) if only is not None else ("t.slug > %s", [after])
    if "\0" in named[1][0]:
        return [], False
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT found.slug, v.document FROM ("
            " SELECT t.slug, (SELECT i.seq FROM events_versionindex i"
            f"  WHERE {standing} AND {holds_tag_of(connection, 'i.tags', 't.id')}"
            "   ORDER BY i.seq DESC LIMIT 1) AS seq"
            f" FROM {Tag._meta.db_table} t WHERE t.facet = %s AND {named[0]}"
            ") found JOIN events_version v ON v.seq = found.seq"
            f" ORDER BY found.slug LIMIT {limit + 1}",
            [*standing_params, facet, *named[1]],
        )
        rows = cursor.fetchall()
    records = [_record(facet, slug, orjson.loads(document)) for slug, document in rows[:limit]]
    return records, len(rows) > limit


def _record(facet: str, slug: str, document: Record) -> Record:
    """The record with this slug that the document carries."""
    if facet == Facet.PROCESS:
        return dict(document["process_record"])
    member = {Facet.RECORD: "actor_records", Facet.TOPIC: "topics", Facet.SOURCE: "sources"}[facet]
    record = next(item for item in document[member] if item["slug"] == slug)
    return {name: value for name, value in record.items() if name not in OF_THE_CITATION}
