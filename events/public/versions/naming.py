"""The entries that name an entry: what was committed at a meeting, what restates a commitment."""

from collections.abc import Collection

from django.db import connection

from events.documents.linking import links
from events.documents.shapes import Published
from events.engines import holds_tags
from events.log import Tag
from events.public.versions.moments import Moment, seq_at, standing_at
from events.public.versions.served import decoded, served
from events.vocabulary import Facet

LIMIT = 50


def naming(
    role: str, entry: str, as_of: Moment | None = None, limit: int = LIMIT
) -> list[Published]:
    """The documents of the first `limit` entries that name this one, in chronological order.

    `role`: what it is to them (`vocabulary.Naming`); `entry`: its id.
    """
    return naming_any(role, [entry], as_of, limit)[entry]


def naming_any(
    role: str, entries: Collection[str], as_of: Moment | None = None, limit: int = LIMIT
) -> dict[str, list[Published]]:
    """The same for several entries: by the id asked for, up to `limit` documents in all."""
    found = _naming([(role, entry) for entry in entries], as_of, limit)
    return {entry: found[role, entry] for entry in entries}


def naming_as(
    roles: Collection[str], entry: str, as_of: Moment | None = None, limit: int = LIMIT
) -> dict[str, list[Published]]:
    """The same for several roles of one entry: by role, up to `limit` documents in all."""
    found = _naming([(role, entry) for role in roles], as_of, limit)
    return {role: found[role, entry] for role in roles}


def _naming(
    asked: Collection[tuple[str, str]], as_of: Moment | None, limit: int
) -> dict[tuple[str, str], list[Published]]:
    found: dict[tuple[str, str], list[Published]] = {pair: [] for pair in asked}
    names = [f"{role}/{entry}" for role, entry in found]
    tags = Tag.objects.filter(facet=Facet.NAMES, slug__in=names) if names else Tag.objects.none()
    keys = list(tags.values_list("id", flat=True))
    seq = seq_at(as_of) if as_of else None
    if not keys or seq == 0:
        return found
    standing, params = standing_at(seq)
    conditions = []
    for key in keys:
        holds, tag_params = holds_tags(connection, "i.tags", [key])
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
        for naming, link in links(one):
            if link["id"] and (naming, link["id"]) in found:
                found[naming, link["id"]].append(one)
    return found
