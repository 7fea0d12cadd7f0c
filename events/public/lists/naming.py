"""The entries that name an entry: what was committed at a meeting, what restates a commitment."""

from collections.abc import Collection

from django.db import connection

from events.documents.reading import names_entries
from events.documents.shapes import Published
from events.engines import holds_tags
from events.log import Tag
from events.public.versions.moments import Moment, seq_at, standing_at
from events.public.versions.served import decoded, served
from events.vocabulary import Facet

LIMIT = 50


def naming(
    role: str, slug: str, as_of: Moment | None = None, limit: int = LIMIT
) -> list[Published]:
    """The documents of the first `limit` entries that name this one, in chronological order.

    `role`: what it is to them (`vocabulary.Naming`). An entry is found by its slug and by its
    former ones, because documents keep the slug with which they were published.
    """
    return naming_any(role, [slug], as_of, limit)[slug]


def naming_any(
    role: str, slugs: Collection[str], as_of: Moment | None = None, limit: int = LIMIT
) -> dict[str, list[Published]]:
    """The same for several entries: by the slug asked for, `limit` documents in all."""
    found: dict[str, list[Published]] = {slug: [] for slug in slugs}
    tags, asked = _tags(role, slugs)
    seq = seq_at(as_of) if as_of else None
    if not tags or seq == 0:
        return found
    standing, params = standing_at(seq)
    conditions = []
    for tag in tags:
        holds, tag_params = holds_tags(connection, "i.tags", [tag])
        conditions.append(holds)
        params = [*params, *tag_params]
    places = (
        f"SELECT i.seq, i.sort FROM events_versionindex i WHERE {standing}"
        f" AND ({' OR '.join(conditions)}) ORDER BY i.sort LIMIT {limit:d}"
    )
    document, join = served("place.seq")
    with connection.cursor() as cursor:
        query = f"SELECT {document} FROM ({places}) place{join} ORDER BY place.sort"
        cursor.execute(query, params)
        documents = [decoded(text) for (text,) in cursor.fetchall()]
    for one in documents:
        found[asked[names_entries(one)[role]]].append(one)
    return found


def _tags(role: str, slugs: Collection[str]) -> tuple[list[int], dict[str, str]]:
    """The numbers of the tags of these entries; and, for each slug that one of them has or had, the
    slug that was asked for."""
    asked = {slug: slug for slug in slugs}
    if not slugs:
        return [], asked
    marks = ", ".join(["%s"] * len(asked))
    # A slug belongs to the entry that had it last. That goes for the entry's other slugs too.
    last = "NOT EXISTS (SELECT 1 FROM events_version o WHERE o.slug = {0}.slug AND o.seq > {0}.seq)"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT v.slug, other.slug FROM events_version v"
            " JOIN events_version other ON other.entry_id = v.entry_id"
            f" WHERE v.slug IN ({marks}) AND {last.format('v')} AND {last.format('other')}",
            list(asked),
        )
        for slug, other in cursor.fetchall():
            asked.setdefault(other, slug)
    names = [f"{role}/{slug}" for slug in asked]
    tags = Tag.objects.filter(facet=Facet.NAMES, slug__in=names)
    return list(tags.values_list("id", flat=True)), asked
