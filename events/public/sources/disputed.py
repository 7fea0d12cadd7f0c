"""The entries that another entry contradicts."""

from collections.abc import Collection, Iterable

from django.db import connection

from events.engines import holds_tags, tags_in
from events.log import Tag, Version
from events.public.versions.moments import standing_at
from events.vocabulary import ANY, Facet, Naming

BEGINS = f"{Naming.CONTRADICTS}/"
AT_ONCE = 500


def disputed(seq: int | None = None) -> set[int]:
    """By their primary keys, all that an entry contradicts which stands, or stood after `seq`.

    Contradictions are rare, so all of them are looked at: one query where there is none, else four.
    """
    names = Tag.objects.filter(facet=Facet.NAMES)
    some = names.filter(slug=f"{BEGINS}{ANY}").values_list("id", flat=True).first()
    if some is None:
        return set()
    standing, params = standing_at(seq)
    holds, of_tag = holds_tags(connection, "i.tags", [some])
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT i.tags FROM events_versionindex i WHERE {standing} AND {holds}",
            [*params, *of_tag],
        )
        held = {tag for (row,) in cursor.fetchall() for tag in tags_in(row)} - {some}
    named = names.filter(slug__startswith=BEGINS).values_list("id", "slug")
    return _entries({slug.removeprefix(BEGINS) for tag, slug in named if tag in held})


def _entries(ids: Collection[str]) -> set[int]:
    found: set[int] = set()
    for some in _batches(sorted(ids)):
        rows = Version.objects.order_by().filter(uid__in=some)
        found |= set(rows.values_list("entry", flat=True).distinct())
    return found


def _batches(ids: list[str]) -> Iterable[list[str]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
